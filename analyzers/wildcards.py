"""Regular expressions that were made of globs, so that several `*` in one name take no more than linear time.

Of `*a*b*c` each piece but the last may as well stand where it first fits: what is left of the name is the more. Said
with atomic groups, the matcher never tries another place, of which there are exponentially many in the number of `*`.
"""

from __future__ import annotations

import re

_MANY = re.compile(r"(?:\[\^/\]\*){2,}")
_CHARACTER = r"(?:\\.|\[\^?\]?[^\]]*\](?![*+?{])|[^\\/\[\]()|.*+?{}^$](?![*+?{]))"
_PIECE = re.compile(rf"\[\^/\]\*((?:{_CHARACTER})+)(?=\[\^/\]\*)")


def without_retries(expression: str) -> str:
    """The same expression; `[^/]*` in it stands for the `*` of a glob."""
    return _PIECE.sub(r"(?>[^/]*?\1)", _MANY.sub("[^/]*", expression))
