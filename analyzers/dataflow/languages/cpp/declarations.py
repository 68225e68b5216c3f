"""What a file of C and C++ declares: its functions by class and name."""

from __future__ import annotations

from reread.analyzers.dataflow.declarations.file_declarations import Declarations


class File(Declarations):
    """Nothing but what holds for all languages."""
