"""A notebook open in the editor: its cells, and the text that joins its Python cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reread.analyzers.text import Document, PositionEncoding
from reread.server.lsp.transport import uris
from reread.server.notebooks.joined import Joined, join

PYTHON = "python"


class Notebook:
    """One open notebook. `order` has the URIs of all its cells, each with whether it is code; `documents` the texts of
    those that the client opened, by key. `joined` is the text of the Python cells, `cells` which these are.
    """

    def __init__(self, key: str, uri: str, encoding: PositionEncoding) -> None:
        self.key = key
        self.uri = uri
        self.encoding = encoding
        self.order: list[tuple[str, bool]] = []
        self.documents: dict[str, Document] = {}
        self.cells: list[Document] = []
        self.joined: Joined = join([])

    def join(self) -> str:
        """Put the Python cells together as they are now."""
        code = (self.documents.get(uris.key(uri)) for uri, is_code in self.order if is_code)
        self.cells = [cell for cell in code if cell is not None and cell.language == PYTHON]
        self.joined = join(cell.text for cell in self.cells)
        return self.joined.text

    def number_of(self, uri: str) -> int | None:
        """Which of the Python cells a URI means; None for none of this notebook."""
        return next((number for number, cell in enumerate(self.cells) if cell.uri == uri), None)

    def in_cell(self, place: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
        """The cell that a range begins in, and the range there; what goes on in other cells is cut off."""
        if not self.cells:
            return self.uri, dict(place)
        number = self.joined.cell_of(place["start"]["line"])
        first, cell = self.joined.starts[number], self.cells[number]
        last = self.joined.end_of(number) - first - 1
        start, end = moved(place["start"], -first), moved(place["end"], -first)
        if end["line"] > last:
            end = {"line": last, "character": self._length(cell, last)}
        return cell.uri, {"start": start, "end": end}

    def _length(self, cell: Document, line: int) -> int:
        """The length of a line in units of the client."""
        return cell.lines.position(cell.lines.line_span(line).end, self.encoding).column


def moved(position: Mapping[str, Any], lines: int) -> dict[str, Any]:
    """An LSP position some lines further down."""
    return {**position, "line": max(0, position["line"] + lines)}
