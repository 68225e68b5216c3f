"""Whether nothing in a file gives a name its value: `metavariable-analysis` with `unbound`.

Where such a value comes from nobody can see, so it is as suspicious as a parameter. In doubt a name is bound: one that
is given a value in any scope, that everything is imported for, or that the language or its usual surroundings have.
"""

from __future__ import annotations

import builtins

from reread.analyzers.pattern.matching.match_context import MatchContext

_PYTHON_OR_PAGE = frozenset(name.encode() for name in dir(builtins)) | frozenset(
    (
        *(b"window", b"document", b"process", b"console", b"module", b"exports", b"require", b"global", b"globalThis"),
        *(b"self", b"this", b"super", b"navigator", b"location", b"history", b"undefined", b"arguments", b"event"),
        *(b"true", b"false", b"null", b"nil", b"name", b"status", b"parent", b"top", b"origin"),
    )
)
_GO = frozenset((b"nil", b"true", b"false", b"iota", b"_"))
WELL_KNOWN = {**dict.fromkeys(("python", "javascript", "typescript", "tsx"), _PYTHON_OR_PAGE), "go": _GO}
"""The names that a language or its usual surroundings have; in languages that are not here no name is unbound.

In Go a name may come from another file of the package, so that rules ask more before they speak.
"""


def is_unbound(name: bytes, context: MatchContext) -> bool:
    """True when nothing in a file gives a name a value, and the language has no such name itself."""
    well_known = WELL_KNOWN.get(context.table.name)
    if well_known is None or name in well_known or name.startswith(b"__"):
        return False
    if not name.decode(errors="replace").isidentifier() or context.is_given(name):
        return False
    return b"import *" not in context.data and b"import . " not in context.data
