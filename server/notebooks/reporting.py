"""The findings of rules in a notebook on disk, with the cell of each finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reread.analyzers.findings import Finding
from reread.analyzers.text import Document, Span
from reread.server.notebooks.files import NotebookFile
from reread.server.report.report import InCell, LocatedFinding, SourceRange, locate

Check = Callable[[Document], Iterable[Finding]]


def located(document: Document, notebook: NotebookFile, check: Check) -> tuple[str, tuple[LocatedFinding, ...]]:
    """The findings in a file, and the text that their spans are about.

    The code cells are checked as Python; the whole file as text, for secrets in outputs. Fixes are left out: their
    edits are not those of the file.
    """
    joined, whole = notebook.joined, document
    python = Document(document.uri, joined.text, path=document.path, language="python")
    found = [_in_cell(each, whole, notebook) for each in locate(python, check(python))]
    for each in locate(whole, check(whole)):
        start, end = each.finding.span
        if whole.text[start:end] not in joined.text:
            distance = len(joined.text)
            span = Span(start + distance, end + distance)
            found.append(each._replace(finding=each.finding._replace(span=span, fixes=()), edits=()))
    return joined.text + whole.text, tuple(found)


def _in_cell(located: LocatedFinding, whole: Document, notebook: NotebookFile) -> LocatedFinding:
    place = located.place
    number, line = notebook.place(place.line)
    in_cell = SourceRange(line, place.column, line + place.end_line - place.line, place.end_column)
    related = tuple(
        each._replace(line=(inside := notebook.place(each.line))[1], message=f"cell {inside[0]}: {each.message}")
        if each.path in ("", whole.path)
        else each
        for each in located.finding.related
    )
    first, last = (whole.lines.line_of(notebook.lines[each]) for each in (place.line, place.end_line))
    column, end_column = (whole.lines.position(notebook.lines[each]).column for each in (place.line, place.end_line))
    in_file = SourceRange(first, column + place.column, last, end_column + place.end_column)
    finding = located.finding._replace(fixes=(), related=related)
    return located._replace(finding=finding, edits=(), place=in_file, in_cell=InCell(number, in_cell))
