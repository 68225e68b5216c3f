"""Text for people: `path:line:column: severity rule message`, with the source line below it.

In a notebook: `path:cell N:line:column`.
"""

from __future__ import annotations

from collections.abc import Iterator

from reread.analyzers.findings import Applicability, Fix, Severity
from reread.analyzers.shown.terminal import printable
from reread.server.diffs import unified
from reread.server.report.report import FileReport, LocatedFinding, Report, Style, path_of, paths_of

_COLORS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;34", Severity.HINT: "1;36"}
_DIFF_COLORS = {"-": "31", "+": "32"}
_WIDTH = 120
_MOST_PREVIEWED = 10
"""Lines of a fix that are shown before it is applied."""
_TAB = "    "


def render(report: Report, style: Style) -> Iterator[str]:
    """One block for each finding, in the order of the report."""
    for file, located in report.for_people(existing=style.existing):
        yield from _block(file, located, style)
    if report.conclusion is not None and style.excerpts:
        from reread.server.conclusion import rendering

        yield rendering.as_text(report.conclusion)


def _block(file: FileReport, located: LocatedFinding, style: Style) -> Iterator[str]:
    finding, place = located.finding, located.shown_place
    standing = "" if located.new else " (not new)" if located.dismissed is None else " (dismissed)"
    severity = f"{finding.severity.value}{standing}"
    cell = f"cell {located.in_cell.cell}:" if located.in_cell is not None else ""
    where = _paint(f"{printable(file.path)}:{cell}{place.line + 1}:{place.column + 1}:", "1", style)
    what = _paint(severity, _COLORS[finding.severity], style)
    message = printable(" ".join(finding.message.split()))
    yield f"{where} {what} {_paint(printable(finding.rule), '2', style)} {message}\n"
    if not style.excerpts:
        return
    yield from _excerpt(located, style)
    for related in finding.related:
        yield f"      = see {printable(path_of(file, related.path))}:{related.line + 1}: {printable(related.message)}\n"
    for fix in finding.fixes[:1]:
        yield f"      = {_how(fix)}{_where(file, fix)}: {printable(fix.title)}\n"
        yield from _preview(file, fix, style)


def _preview(file: FileReport, fix: Fix, style: Style) -> Iterator[str]:
    """The lines that a fix of this file alone takes away and puts in their place; nothing for a large one."""
    if fix.files or not file.text:
        return
    text = file.text
    for edit in sorted(fix.edits, key=lambda edit: edit.span, reverse=True):
        text = f"{text[: edit.span.start]}{edit.text}{text[edit.span.end :]}"
    changed = [line for line in unified("", file.text, text) if line[0] in "+-" and line[:3] not in ("---", "+++")]
    if len(changed) <= _MOST_PREVIEWED:
        for line in changed:
            shown = _shown(line.rstrip("\r\n"))[:_WIDTH]
            yield f"      {_paint(shown[0], _DIFF_COLORS[shown[0]], style)} {shown[1:]}\n"


def _how(fix: Fix) -> str:
    """What kind of fix it is, and how to apply it."""
    if fix.generated and fix.applicability is Applicability.DISPLAY_ONLY:
        return f"proposal of the model that does not hold ({printable(fix.reason)})"
    if fix.generated:
        return "proposal of the model"
    options = {Applicability.SAFE: " (--fix)", Applicability.UNSAFE: " (--fix --unsafe-fixes)"}
    return f"fix{options.get(fix.applicability, '')}"


def _where(file: FileReport, fix: Fix) -> str:
    """The files of a fix that edits others than that of the finding."""
    paths = paths_of(file, fix)
    edited = dict.fromkeys(printable(paths[edit.uri]) for edit in fix.edits)
    return f" for {', '.join(edited)}" if fix.files else ""


def _excerpt(located: LocatedFinding, style: Style) -> Iterator[str]:
    """The marked line and carets below it; of a long line the part around the mark."""
    place, line = located.shown_place, located.line_text
    if not line.strip():
        return
    start = place.column
    end = place.end_column if place.end_line == place.line else len(line)
    first = max(0, min(start - _WIDTH // 4, len(line) - _WIDTH)) if len(line) > _WIDTH else 0
    last = min(len(line), first + _WIDTH)
    before, marked, after = line[first:start], line[start : min(end, last)], line[min(end, last) : last]
    number = f"{place.line + 1:>5}"
    shown = "".join((" …" if first else "", *map(_shown, (before, marked, after)), "…" if last < len(line) else ""))
    indent = " " * ((2 if first else 0) + _columns(_shown(before)))
    carets = "^" * max(1, _columns(_shown(marked)))
    yield f"{_paint(number, '2', style)} | {shown.rstrip()}\n"
    yield f"      | {indent}{_paint(carets, _COLORS[located.finding.severity], style)}\n"


def _shown(text: str) -> str:
    return printable(text.replace("\t", _TAB))


def _columns(text: str) -> int:
    """How many columns of a terminal the text takes: East Asian characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(character) else 1 + (east_asian_width(character) in "WF") for character in text)


def _paint(text: str, color: str, style: Style) -> str:
    return f"\x1b[{color}m{text}\x1b[0m" if style.color else text
