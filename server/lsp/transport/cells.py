"""Converts positions in cells of open notebooks to positions in the joined text, and back.

A cell takes whole lines of that text and its columns are the same there, so only the URI and the numbers of lines are
changed, in the JSON of messages. Messages pass unread while no notebook is open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from reread.analyzers.text import Document
from reread.server.lsp.transport import cell_edits, uris
from reread.server.lsp.transport.notebook import Notebook, moved

_OPAQUE = frozenset({"command", "data"})
"""What only we read again: its places are those of the notebook."""


Notebooks = Mapping[str, Notebook]


class Cell(NamedTuple):
    """A cell that a request is about: its lines in the notebook's text."""

    start: int
    end: int

    def holds(self, value: Any) -> bool:
        """False for what has a place in another cell."""
        place = value.get("range") if isinstance(value, dict) and "uri" not in value else None
        return not isinstance(place, dict) or self.start <= place["start"]["line"] < self.end


def incoming(message: dict[str, Any], notebooks: Notebooks) -> Cell | None:
    """Make a request about a cell one about its notebook. None if it is about none."""
    params = message.get("params")
    found = _cell_in(params, notebooks)
    if found is None:
        return None
    uri, notebook, number = found
    cell = Cell(notebook.joined.starts[number], notebook.joined.end_of(number))
    message["params"] = _shifted(params, uri, notebook.uri, cell.start)
    return cell


def outgoing(value: Any, notebooks: Notebooks, cell: Cell | None = None) -> Any:
    """The parameters or the result of a message with places in cells. `cell` is what its request was about: where no
    URI says otherwise, a range is in it, and what is in others is left out.
    """
    if isinstance(value, list):
        return [outgoing(each, notebooks, cell) for each in value if cell is None or cell.holds(each)]
    if not isinstance(value, dict):
        return value
    if "documentChanges" in value or isinstance(value.get("changes"), dict):
        return cell_edits.of_workspace(value, notebooks)
    value = _placed(value, notebooks, cell)
    return {name: each if name in _OPAQUE else outgoing(each, notebooks, cell) for name, each in value.items()}


def _placed(value: dict[str, Any], notebooks: Notebooks, cell: Cell | None) -> dict[str, Any]:
    """The object with its own range in a cell."""
    notebook = notebooks.get(uris.key(value["uri"])) if isinstance(value.get("uri"), str) else None
    for name in ("range", "selection"):
        place = value.get(name)
        if isinstance(place, dict) and notebook is not None:
            uri, inside = notebook.in_cell(place)
            return {**value, "uri": uri, name: inside}
        if isinstance(place, dict) and cell is not None and "uri" not in value:
            return {**value, name: {end: moved(place[end], -cell.start) for end in ("start", "end")}}
    return value


def diagnostics(notebook: Notebook, items: bytes) -> Iterator[tuple[Document, bytes]]:
    """The diagnostics (a JSON array) of a notebook for each of its cells."""
    by_cell: dict[str, list[Any]] = {cell.uri: [] for cell in notebook.cells}
    for item in msgspec.json.decode(items):
        uri, place = notebook.in_cell(item["range"])
        related = outgoing(item.get("relatedInformation"), {notebook.key: notebook})
        by_cell.setdefault(uri, []).append(
            {**item, "range": place, **({"relatedInformation": related} if related else {})}
        )
    for cell in notebook.cells:
        yield cell, msgspec.json.encode(by_cell[cell.uri])


def _cell_in(value: Any, notebooks: Notebooks) -> tuple[str, Notebook, int] | None:
    """The first cell that is named in the parameters of a request."""
    if isinstance(value, str):
        for notebook in notebooks.values():
            number = notebook.number_of(value)
            if number is not None:
                return value, notebook, number
        return None
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return next((found for part in parts if (found := _cell_in(part, notebooks)) is not None), None)


def _shifted(value: Any, uri: str, instead: str, lines: int) -> Any:
    if isinstance(value, list):
        return [_shifted(each, uri, instead, lines) for each in value]
    if isinstance(value, dict):
        if isinstance(value.get("line"), int) and "character" in value:
            return moved(value, lines)
        return {name: _shifted(each, uri, instead, lines) for name, each in value.items()}
    return instead if value == uri else value
