"""Writes the report as JSON, CSV and Markdown. Each has all tables; JSON also has the values of plots."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping

from reread.analyzers.shown.lines import line
from reread.analyzers.shown.markdown import code, inline
from reread.server.overview import page
from reread.server.overview.values import Cell, Overview

_NUMBER = re.compile(r"[\d,]+(\.\d+)?( ?%)?")
_NAME = re.compile(r"US\$|[A-Za-z0-9]+([ /-][A-Za-z0-9]+)*")
_PATH = re.compile(r"[\w./@:+-]+")
"""Texts that are the same in Markdown: numbers and names, and as code, files, folders and models."""
_FORMULA = ("=", "+", "-", "@", "\t")


def as_json(overview: Overview) -> Iterator[str]:
    """`version` (1), `title`, `made`, `scores` by folder and `sections` (`title`, `notes`, `tables`, `plots`)."""
    sections = [
        {
            "title": section.title,
            "notes": section.notes,
            "tables": [table._asdict() for table in section.tables],
            "plots": [{**plot._asdict(), "series": dict(plot.series)} for plot in section.plots],
        }
        for section in overview.sections
    ]
    data = {"version": 1, "title": overview.title, "made": overview.made, "scores": dict(overview.scores)}
    yield json.dumps({**data, "sections": sections}, indent=2) + "\n"


def as_csv(overview: Overview) -> Iterator[str]:
    """A line for each cell: section, table, row, column, value."""
    stream = io.StringIO()
    lines = csv.writer(stream, lineterminator="\n")
    lines.writerow(("section", "table", "row", "column", "value"))
    for section in overview.sections:
        for table in section.tables:
            for first, *rest in table.rows:
                for column, cell in zip(table.columns[1:], rest, strict=True):
                    lines.writerow(map(_safe, (section.title, table.name, first, column, cell)))
            if table.left_out:
                lines.writerow((*map(_safe, (section.title, table.name, "", "rows left out")), table.left_out))
    yield stream.getvalue()


def as_markdown(overview: Overview) -> Iterator[str]:
    """Headings, notes and tables."""
    yield f"# {inline(overview.title)}\n\n{overview.made}\n"
    for section in overview.sections:
        yield f"\n## {_marked(section.title)}\n\n"
        yield "".join(f"{inline(note)}\n\n" for note in section.notes)
        for table in section.tables:
            if table.rows:
                columns = " | ".join(map(_marked, table.columns))
                yield f"### {_marked(table.name)}\n\n| {columns} |\n|{'---|' * len(table.columns)}\n"
                yield "".join(f"| {' | '.join(map(_marked, row))} |\n" for row in table.rows) + "\n"
                yield f"{table.remainder}\n\n" if table.remainder else ""


def _marked(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, int | float):
        return f"{cell:,}"
    text = line(cell)
    if _NUMBER.fullmatch(text) or _NAME.fullmatch(text):
        return text
    return code(text) if _PATH.fullmatch(text) else inline(text)


def _safe(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula."""
    if not isinstance(cell, str):
        return cell
    text = line(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text


FORMATS: Mapping[str, Callable[[Overview], Iterator[str]]] = {
    "html": page.render,
    "json": as_json,
    "csv": as_csv,
    "md": as_markdown,
}
