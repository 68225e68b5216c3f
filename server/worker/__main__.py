"""`python -m reread.server.worker`: started by `client.Worker`, never by hand."""

from __future__ import annotations

import sys

from reread.server.worker.host import main

if __name__ == "__main__":
    sys.exit(main())
