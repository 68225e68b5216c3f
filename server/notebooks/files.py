"""Notebooks on disk: the JSON of Jupyter (nbformat 3 and 4)."""

from __future__ import annotations

import json
import json.decoder
import json.scanner
from bisect import bisect_right
from itertools import accumulate
from typing import Any, NamedTuple

from reread.analyzers.text import LineIndex
from reread.server.notebooks.joined import Joined, join
from reread.server.notebooks.magics import is_foreign

ENDING = ".ipynb"


class NotANotebookError(Exception):
    """The content is not a notebook. The text gives the reason, in a few words."""


class NotebookFile(NamedTuple):
    """The Python cells of a notebook: joined, with their numbers among all of its cells, from 1.

    `lines` has for each line of the joined text where it begins in the file, in code points; `passed_over` is how many
    code cells are in another language.
    """

    joined: Joined
    numbers: tuple[int, ...]
    lines: tuple[int, ...]
    passed_over: int

    def place(self, line: int) -> tuple[int, int]:
        """The number of the cell and the line in it, from 0, of a line of the joined text."""
        index = self.joined.cell_of(line)
        return self.numbers[index], line - self.joined.starts[index]


def read(text: str) -> NotebookFile:
    """The notebook in a file. Raises NotANotebookError."""
    try:
        data = _Decoder().decode(text)
    except (ValueError, RecursionError) as error:
        raise NotANotebookError("not the JSON of a notebook") from error
    cells = _cells(data)
    if cells is None:
        raise NotANotebookError("has no cells")
    code = [(number, _source(cell)) for number, cell in enumerate(cells, 1) if _is_code(cell)]
    python = _is_python(data)
    own = [(number, "".join(source), source) for number, source in code]
    own = [each for each in own if python and not is_foreign(each[1])]
    lines = tuple(offset for _, _, source in own for offset in _offsets(source))
    joined = join(source for _, source, _ in own)
    return NotebookFile(joined, tuple(number for number, _, _ in own), lines, len(code) - len(own))


class _Located(str):
    """A string of the file, and where its content begins there."""

    offset = 0


class _Decoder(json.JSONDecoder):
    """Gives strings that know their places."""

    def __init__(self) -> None:
        super().__init__()
        self.parse_string = self._located
        self.scan_once = json.scanner.py_make_scanner(self)  # type: ignore[attr-defined]

    def _located(self, text: str, start: int, strict: bool = True) -> tuple[str, int]:
        value, end = json.decoder.scanstring(text, start, strict)  # type: ignore[attr-defined]
        located = _Located(value)
        located.offset = start
        return located, end


def _offsets(source: list[str]) -> list[int]:
    """Where each line of a cell begins in the file. A string of several lines is one line there."""
    begins = [0, *accumulate(map(len, source))]
    parts = [part.offset if isinstance(part, _Located) else 0 for part in source] or [0]
    starts = LineIndex("".join(source)).starts
    return [parts[min(len(parts), max(1, bisect_right(begins, start))) - 1] for start in starts]


def _cells(data: Any) -> list[Any] | None:
    if not isinstance(data, dict):
        return None
    sheets = data.get("worksheets")
    if isinstance(sheets, list):
        held = [sheet["cells"] for sheet in sheets if isinstance(sheet, dict) and isinstance(sheet.get("cells"), list)]
        return [cell for cells in held for cell in cells]
    cells = data.get("cells")
    return cells if isinstance(cells, list) else None


def _is_code(cell: Any) -> bool:
    return isinstance(cell, dict) and cell.get("cell_type") == "code"


def _source(cell: dict[str, Any]) -> list[str]:
    source = cell.get("source", cell.get("input", ""))
    parts = source if isinstance(source, list) else [source]
    return [part for part in parts if isinstance(part, str)]


def _is_python(data: dict[str, Any]) -> bool:
    """Whether the kernel is one of Python; a notebook that does not say so is taken for one."""
    metadata = data.get("metadata")
    if not isinstance(metadata, dict):
        return True
    for name, key in (("language_info", "name"), ("kernelspec", "language")):
        entry = metadata.get(name)
        if isinstance(entry, dict) and isinstance(entry.get(key), str):
            return str(entry[key]).lower() in ("python", "ipython", "sage")
    return True
