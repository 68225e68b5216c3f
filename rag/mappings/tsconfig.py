"""`tsconfig.json` and `jsconfig.json`: `paths`, relative to `baseUrl`, and modules below `baseUrl`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from reread.rag.mappings.table import Format

_COMMENT = re.compile(r'("(?:[^"\\\n]|\\.)*")|//[^\n]*|/\*.*?\*/', re.DOTALL)
_TRAILING = re.compile(r'("(?:[^"\\\n]|\\.)*")|,(?=\s*[}\]])')
_ENDING = re.compile(r"(?:\.d)?\.[cm]?[jt]sx?$")


def relaxed(text: str) -> object:
    """JSON with comments and commas too many; None for what is not even that."""
    for extra in (_COMMENT, _TRAILING):
        text = extra.sub(lambda match: match[1] or "", text)
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def stem(path: str) -> str:
    """The path of a module without its ending."""
    return _ENDING.sub("", path)


def _read(text: str) -> Iterator[tuple[str, str]]:
    found = relaxed(text)
    options = found.get("compilerOptions") if isinstance(found, dict) else None
    if not isinstance(options, dict):
        return
    base = options.get("baseUrl")
    paths = options.get("paths")
    for written, meant in paths.items() if isinstance(paths, dict) else ():
        for path in meant if isinstance(meant, list) else ():
            if isinstance(path, str):
                yield written, stem(f"{base}/{path}" if isinstance(base, str) else path)
    if isinstance(base, str):
        yield "*", f"{base}/*"


FORMAT = Format(file="[tj]sconfig*.json", languages=frozenset({"javascript", "typescript", "tsx"}), read=_read)
