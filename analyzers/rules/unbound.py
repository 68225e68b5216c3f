"""Whether nothing in a file gives a name its value: `metavariable-analysis` with `unbound`.

Where such a value comes from nobody can see, so it is as suspicious as a parameter. Decided by the text around the
places where the name stands, and in doubt against it: a name in any kind of definition, of any scope, counts as bound.
"""

from __future__ import annotations

import builtins
import re
from functools import lru_cache

_WELL_KNOWN = frozenset(name.encode() for name in dir(builtins)) | frozenset(
    (
        *(b"window", b"document", b"process", b"console", b"module", b"exports", b"require", b"global", b"globalThis"),
        *(b"self", b"this", b"super", b"navigator", b"location", b"history", b"undefined", b"arguments", b"event"),
        *(b"true", b"false", b"null", b"nil", b"name", b"status", b"parent", b"top", b"origin"),
    )
)
_PYTHON = (
    rb"^[^\n=()\[\]{}'\"#]*\bNAME\b[^\n=()\[\]{}'\"]*=(?!=)|\bNAME\s*:=|\bas\s+\(?[^\n:]*\bNAME\b"
    rb"|\b(?:import|from|global|nonlocal|class|del|case)\b[^\n]*\bNAME\b|\bimport\s*\([^)]*\bNAME\b|\bimport\s+\*"
    rb"|\bdef\s+NAME\b|\bdef\s+\w+\s*\((?:[^()]|\([^()]*\))*\bNAME\b|\blambda\b[^:\n]*\bNAME\b"
    rb"|\bfor\b[^\n:]*?\bNAME\b[^\n:]*?\bin\b"
)
_SCRIPT = (
    rb"\b(?:const|let|var|function|class|import|catch|enum|for|from|declare|export)\b[^\n=;]*\bNAME\b"
    rb"|\{[^{}]*\bNAME\b[^{}]*\}\s*(?:=(?!=)|from\b|\)|,)|\bNAME\s*=(?!=)|\bNAME\s*=>"
    rb"|\([^()]*\bNAME\b[^()]*\)\s*(?::[^={\n]*)?(?:=>|\{)"
)
_BINDS = {"python": _PYTHON, "javascript": _SCRIPT, "typescript": _SCRIPT, "tsx": _SCRIPT}
LANGUAGES = frozenset(_BINDS)
"""The languages in which it can be told. In others no name is unbound."""


def is_unbound(name: bytes, data: bytes, language: str) -> bool:
    """True when nothing in a file gives a name a value, and the language has no such name itself."""
    binds = _BINDS.get(language)
    if binds is None or name in _WELL_KNOWN or name.startswith(b"__") or not name.decode(errors="replace").isidentifier():
        return False
    return _binding(binds, name).search(data) is None


@lru_cache(maxsize=64)
def _binding(binds: bytes, name: bytes) -> re.Pattern[bytes]:
    return re.compile(binds.replace(b"NAME", re.escape(name)), re.MULTILINE)
