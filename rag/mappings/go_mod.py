"""`go.mod`: the path of a module, and the modules that a local folder replaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reread.rag.mappings.table import Format

_MODULE = re.compile(r"^module\s+\"?([^\s\"]+)\"?", re.MULTILINE)
_REPLACED = re.compile(r"^(?:replace)?\s*([^\s(]+)(?:\s+v\S+)?\s*=>\s*(\.{1,2}/\S*)", re.MULTILINE)


def _read(text: str) -> Iterator[tuple[str, str]]:
    module = _MODULE.search(text)
    if module is not None:
        yield module[1], "."
        yield f"{module[1]}/*", "./*"
    for path, folder in _REPLACED.findall(text):
        yield path, folder
        yield f"{path}/*", f"{folder.rstrip('/')}/*"


FORMAT = Format(file="go.mod", languages=frozenset({"go"}), read=_read, closed=True)
