"""`python -m reread.rag.index.preparation_main`: started by `PreparationProcess`, never by hand."""

from __future__ import annotations

import sys

from reread.analyzers import parts

if __name__ == "__main__":
    parts.activate()
    from reread.rag.index.preparation_process import main

    main(*sys.argv[1:])
