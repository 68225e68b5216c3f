"""The report as an HTML page without scripts or external resources, for light and dark screens, readers and paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from reread.analyzers.shown.lines import line
from reread.server.html.page import CLOSING, opening
from reread.server.overview import plots
from reread.server.overview.values import Cell, Overview, Plot, Section, Table

_CODE = re.compile(r"`([^`]+)`")
_AMOUNT = re.compile(r"[\d,.]+( ?%| \+ unknown)|unknown")


def render(overview: Overview) -> Iterator[str]:
    """The whole page."""
    title = _text(overview.title)
    yield opening(title)
    yield f'<header><h1>{title}</h1>\n<p class="weak">{_text(overview.made)}</p></header>\n'
    yield '<nav aria-label="Sections"><ul>\n'
    for number, each in enumerate(overview.sections):
        yield f'<li><a href="#s{number}">{_text(each.title)}</a></li>\n'
    yield "</ul></nav>\n<main>\n"
    for number, each in enumerate(overview.sections):
        yield from _section(number, each)
    yield f"</main>\n{CLOSING}"


def _section(number: int, section: Section) -> Iterator[str]:
    yield f'<section aria-labelledby="s{number}">\n<h2 id="s{number}">{_text(section.title)}</h2>\n'
    for note in section.notes:
        marked = _CODE.sub(r"<code>\1</code>", _text(note, 2_000))
        yield f"<p>{marked}</p>\n"
    if plots.is_possible():
        for plot in section.plots:
            yield from _figure(plot)
    for table in section.tables:
        yield from _table(table)
    yield "</section>\n"


def _figure(plot: Plot) -> Iterator[str]:
    svg = plots.drawn(plot)
    if svg:
        said = "; ".join(f"{name} {values[-1]:g}" for name, values in plot.series)
        yield f'<figure><figcaption><h3>{_text(plot.name)}</h3></figcaption>\n<div role="img" aria-label="'
        yield f'{_text(f"{plot.name}, last week: {said}", 2_000)}">{svg}</div></figure>\n'


def _table(table: Table) -> Iterator[str]:
    name = _text(table.name)
    if not table.rows:
        return
    yield f'<div class="scroll" tabindex="0" role="region" aria-label="{name}"><table>\n'
    yield f"<caption>{name}</caption>\n<thead><tr>"
    cells = list(zip(*table.rows, strict=True))
    kinds, places = list(map(_is_number, cells)), list(map(_decimals, cells))
    for column, is_number in zip(table.columns, kinds, strict=True):
        yield f'<th scope="col"{_class(is_number)}>{_text(column)}</th>'
    yield "</tr></thead>\n<tbody>\n"
    for first, *rest in table.rows:
        yield f'<tr><th scope="row"{_class(kinds[0])}>{_text(_cell(first, places[0]))}</th>'
        columns = zip(rest, kinds[1:], places[1:], strict=True)
        yield "".join(f"<td{_class(kind)}>{_text(_cell(each, digits))}</td>" for each, kind, digits in columns)
        yield "</tr>\n"
    yield "</tbody></table></div>\n"
    if table.remainder:
        yield f'<p class="weak">{_text(table.remainder)}</p>\n'


def _is_number(cells: Sequence[Cell]) -> bool:
    return any(cell is not None for cell in cells) and all(
        cell is None or isinstance(cell, int | float) or _AMOUNT.fullmatch(cell) for cell in cells
    )


def _class(is_number: bool) -> str:
    return ' class="number"' if is_number else ""


def _decimals(cells: Sequence[Cell]) -> int:
    """How many decimals the numbers of a column are shown with, so that they are below each other."""
    return max((len(str(cell).partition(".")[2]) for cell in cells if isinstance(cell, float)), default=0)


def _cell(cell: Cell, decimals: int) -> str:
    if isinstance(cell, float):
        return f"{cell:,.{decimals}f}"
    return "" if cell is None else f"{cell:,}" if isinstance(cell, int) else cell


def _text(text: str, longest: int = 300) -> str:
    return escape(line(text, longest))
