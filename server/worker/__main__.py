"""`python -m reread.server.worker`: started by `client.Worker`, never by hand."""

from __future__ import annotations

import sys

from reread.analyzers import parts

if __name__ == "__main__":
    parts.activate()
    from reread.server.worker.host import main

    sys.exit(main())
