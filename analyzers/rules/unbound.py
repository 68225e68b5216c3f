"""Whether nothing in a file gives a name its value: `metavariable-analysis` with `unbound`.

Where such a value comes from nobody can see, so it is as suspicious as a parameter. In doubt a name is bound: one that
is given a value in any scope, that everything is imported for, or that the language or its usual surroundings have.
"""

from __future__ import annotations

import builtins

from reread.analyzers.rules.scan import Scan

_WELL_KNOWN = frozenset(name.encode() for name in dir(builtins)) | frozenset(
    (
        *(b"window", b"document", b"process", b"console", b"module", b"exports", b"require", b"global", b"globalThis"),
        *(b"self", b"this", b"super", b"navigator", b"location", b"history", b"undefined", b"arguments", b"event"),
        *(b"true", b"false", b"null", b"nil", b"name", b"status", b"parent", b"top", b"origin"),
    )
)
LANGUAGES = frozenset({"python", "javascript", "typescript", "tsx"})
"""The languages in which all names of a file come from the file. In others no name is unbound."""


def is_unbound(name: bytes, scan: Scan) -> bool:
    """True when nothing in a file gives a name a value, and the language has no such name itself."""
    if scan.table.name not in LANGUAGES or name in _WELL_KNOWN or name.startswith(b"__"):
        return False
    if not name.decode(errors="replace").isidentifier() or scan.is_given(name):
        return False
    return b"import *" not in scan.data
