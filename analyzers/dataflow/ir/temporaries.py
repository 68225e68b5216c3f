"""Names of variables that no code can name: what the lowering and the interpreter keep beside those of the program.

As the temporaries of compilers, `%0` of LLVM or `.0` of CPython's comprehensions.
"""

from __future__ import annotations


class Temporary(str):
    """The name of such a variable. Its class tells it from those of the program; the text is for people."""

    __slots__ = ()


def temporary(purpose: str, *parts: object) -> Temporary:
    """The name of the variable for a purpose: one for each of several values, which `parts` tell apart."""
    return Temporary(f"<{' '.join((purpose, *map(str, parts)))}>")
