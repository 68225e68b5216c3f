"""The report as an HTML page without scripts or external resources, for light and dark screens, readers and paper."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from reread.analyzers.shown.lines import line
from reread.server.overview import plots
from reread.server.overview.values import Cell, Overview, Plot, Section, Table

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = """
:root { color-scheme: light dark; --line: #d0d7de; --soft: #f6f8fa; --text: #1f2328; --page: #fff; --weak: #59636e; }
@media (prefers-color-scheme: dark) {
  :root { --line: #3d444d; --soft: #1c2128; --text: #e6edf3; --page: #0d1117; --weak: #9aa4af; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1080px; padding: 1.5rem; background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.25rem; margin: 2.2rem 0 .4rem; }
h2 { border-bottom: 1px solid var(--line); padding-bottom: .2rem; }
h3, caption { font-size: 1rem; font-weight: 600; text-align: left; margin: 1rem 0 .3rem; padding: .3rem 0; }
p { margin: .35rem 0; max-width: 80ch; } .weak { color: var(--weak); }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; list-style: none; padding: 0; margin: .8rem 0; }
a { color: inherit; }
.scroll { overflow-x: auto; } .scroll:focus-visible { outline: 2px solid #2b78c5; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; margin: .4rem 0 1rem; }
th, td { border-bottom: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; }
th { white-space: nowrap; } thead th { background: var(--soft); } tbody th { font-weight: 400; white-space: normal; }
tbody th { overflow-wrap: anywhere; min-width: 9rem; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
figure { margin: .5rem 0 1.2rem; } figure svg { width: 100%; height: auto; max-height: 22rem; }
svg text { fill: var(--weak) !important; } svg .guides path { stroke: var(--line) !important; }
@media print { body { max-width: none; padding: 0; } nav { display: none; } section { break-inside: avoid-page; }
  figure, tr { break-inside: avoid; } .scroll { overflow: visible; } }
"""


def render(overview: Overview) -> Iterator[str]:
    """The whole page."""
    title = _text(overview.title)
    yield (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<header><h1>{title}</h1>\n<p class="weak">{_text(overview.made)}</p></header>\n'
    )
    yield '<nav aria-label="Sections"><ul>\n'
    for number, each in enumerate(overview.sections):
        yield f'<li><a href="#s{number}">{_text(each.title)}</a></li>\n'
    yield "</ul></nav>\n<main>\n"
    for number, each in enumerate(overview.sections):
        yield from _section(number, each)
    yield "</main>\n</body>\n</html>\n"


def _section(number: int, section: Section) -> Iterator[str]:
    yield f'<section aria-labelledby="s{number}">\n<h2 id="s{number}">{_text(section.title)}</h2>\n'
    for note in section.notes:
        yield f"<p>{_text(note, 2_000)}</p>\n"
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
    kinds = [_is_number([row[at] for row in table.rows]) for at in range(len(table.columns))]
    for column, is_number in zip(table.columns, kinds, strict=True):
        yield f'<th scope="col"{_class(is_number)}>{_text(column)}</th>'
    yield "</tr></thead>\n<tbody>\n"
    for first, *rest in table.rows:
        yield f'<tr><th scope="row"{_class(kinds[0])}>{_text(_cell(first))}</th>'
        pairs = zip(rest, kinds[1:], strict=True)
        yield "".join(f"<td{_class(kind)}>{_text(_cell(each))}</td>" for each, kind in pairs)
        yield "</tr>\n"
    yield "</tbody></table></div>\n"
    if table.remainder:
        yield f'<p class="weak">{_text(table.remainder)}</p>\n'


def _is_number(cells: list[Cell]) -> bool:
    return any(cell is not None for cell in cells) and all(
        cell is None or isinstance(cell, int | float) or cell.endswith("%") for cell in cells
    )


def _class(is_number: bool) -> str:
    return ' class="number"' if is_number else ""


def _cell(cell: Cell) -> str:
    return "" if cell is None else f"{cell:,}" if isinstance(cell, int | float) else cell


def _text(text: str, longest: int = 300) -> str:
    return escape(line(text, longest))
