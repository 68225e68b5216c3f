"""Edits of a notebook's one text as edits of its cells, all of them or none.

An edit cannot be made in the cells where it changes a line that was no Python there, or runs over the end of a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

from reread.server.lsp.transport import uris
from reread.server.notebooks.magics import as_python

if TYPE_CHECKING:
    from reread.analyzers.text import Document
    from reread.server.lsp.transport.notebook import Notebook

_LINE_END = re.compile(r"\r\n|\n|\r")


def of_workspace(edit: dict[str, Any], notebooks: Mapping[str, Notebook]) -> dict[str, Any]:
    """A `WorkspaceEdit` (JSON) whose edits are those of cells; without those of a notebook that cannot be made."""
    result = dict(edit)
    if isinstance(edit.get("changes"), dict):
        result["changes"] = {
            cell: own
            for uri, edits in edit["changes"].items()
            for cell, _, own in _by_cell(uri, None, edits, notebooks)
        }
    if isinstance(edit.get("documentChanges"), list):
        result["documentChanges"] = [
            {"textDocument": {"uri": cell, "version": version}, "edits": own}
            for change in edit["documentChanges"]
            for cell, version, own in _by_cell(*_parts(change), notebooks)
        ]
    return result


def _parts(change: dict[str, Any]) -> tuple[str, int | None, list[Any]]:
    document = change["textDocument"]
    return document["uri"], document.get("version"), change["edits"]


def _by_cell(
    uri: str, version: int | None, edits: list[Any], notebooks: Mapping[str, Notebook]
) -> Iterator[tuple[str, int | None, list[Any]]]:
    notebook = notebooks.get(uris.key(uri))
    if notebook is None:
        yield uri, version, edits
        return
    by_cell: dict[int, list[Any]] = {}
    for edit in chain.from_iterable(_split(notebook, each) for each in edits):
        number = notebook.joined.cell_of(edit["range"]["start"]["line"])
        inside = _in_cell(notebook, number, edit)
        if inside is None:
            return
        by_cell.setdefault(number, []).append(inside)
    for number, own in by_cell.items():
        cell = notebook.cells[number]
        yield cell.uri, cell.version, own


def _split(notebook: Notebook, edit: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """An edit of as many whole lines as it brings, cut where a cell ends."""
    first, last = edit["range"]["start"], edit["range"]["end"]
    lines = _lines(_text(edit))
    whole = first["character"] == 0 == last["character"] and len(lines) == last["line"] - first["line"]
    cuts = [start for start in notebook.joined.starts if first["line"] < start < last["line"]]
    if not (whole and cuts):
        yield edit
        return
    ends = [first["line"], *cuts, last["line"]]
    for start, end in pairwise(ends):
        place = {"start": {"line": start, "character": 0}, "end": {"line": end, "character": 0}}
        text = "".join(lines[start - first["line"] : end - first["line"]])
        yield {**edit, "range": place, "newText": text}


def _in_cell(notebook: Notebook, number: int, edit: dict[str, Any]) -> dict[str, Any] | None:
    """The edit in its cell; None if it cannot be made there."""
    start, end = edit["range"]["start"], edit["range"]["end"]
    last = notebook.joined.end_of(number)
    reaches_end = (end["line"], end["character"]) == (last, 0) and start["line"] < last
    if end["line"] >= last and not reaches_end:
        return None
    cell, first = notebook.cells[number], notebook.joined.starts[number]
    until = end["line"] - (end["character"] == 0 and end["line"] > start["line"])
    if not _is_python(cell, start["line"] - first, until - first):
        return None
    _, place = notebook.in_cell(edit["range"])
    result = {**edit, "range": place}
    if reaches_end and "newText" in edit:
        # The line ending after the last line of a cell is ours.
        result["newText"] = re.sub(r"(?:\r\n|\n|\r)\Z", "", edit["newText"])
    return result


def _is_python(cell: Document, first: int, last: int) -> bool:
    """Whether these lines of the cell are in the notebook's text as they are."""
    lines = cell.lines
    start, end = lines.line_span(first).start, lines.line_span(min(last, lines.count - 1)).end
    return as_python(cell.text)[start:end] == cell.text[start:end]


def _text(edit: dict[str, Any]) -> str:
    text = edit.get("newText")
    return text if isinstance(text, str) else ""


def _lines(text: str) -> list[str]:
    ends = [match.end() for match in _LINE_END.finditer(text)]
    starts = [0, *ends]
    return [text[start:end] for start, end in zip(starts, ends, strict=False)]
