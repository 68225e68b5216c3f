"""The findings of a run, ready to be written: with lines and columns, independent of the format."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from reread.analyzers.findings import Finding, Fix, OtherFile, Severity, sort_key
from reread.analyzers.roles import Role
from reread.analyzers.text import Document, Span
from reread.server import textfile
from reread.server.report import merging

if TYPE_CHECKING:
    from reread.server.report.conclusion import Conclusion
    from reread.server.report.loop import Round
    from reread.server.report.shards import Shard


class SourceRange(NamedTuple):
    """Lines and columns, all from 0, columns in code points; the end is not included."""

    line: int
    column: int
    end_line: int
    end_column: int


class InCell(NamedTuple):
    """A place in a notebook: the number of the cell, from 1, and the place in it."""

    cell: int
    place: SourceRange


class LocatedFinding(NamedTuple):
    """A finding and where it is. `line_text` is the first line it marks.

    `edits` has for each fix the place of each of its edits. `new` is False for what was there before the change under
    review or is known from before: it is distinguished in every format and never fails a run. `dismissed` is the reason
    ("" for none) where a person dismissed the finding, else None; `held_back` says that verdicts on similar guesses are
    why it is not new. In a notebook `place` is that in the file, and `in_cell` the one that people know.
    """

    finding: Finding
    place: SourceRange
    line_text: str
    edits: tuple[tuple[SourceRange, ...], ...] = ()
    new: bool = True
    dismissed: str | None = None
    held_back: bool = False
    in_cell: InCell | None = None

    @property
    def is_hint(self) -> bool:
        """True for what is worth a look and fails no run."""
        return self.finding.severity is Severity.HINT

    @property
    def shown_place(self) -> SourceRange:
        """The place that `line_text` is the line of."""
        return self.place if self.in_cell is None else self.in_cell.place


class FileReport(NamedTuple):
    """The findings in one file. `path` is as the user would type it; `skipped` says why it was not checked.

    `relative` is the path from the workspace folder, with `/`; `stopped` names the parser where it took too
    long, `lost` the rules that passed over some places, with the regular expression that took too long if one did;
    `given_up` the functions that data-flow analysis gave up, "" for the module; `text` is what the findings are about,
    where there are any; `note` is what else there is to say. `broken` is true where a bug of ours is why it was
    skipped, `unread` where the file should have been checked and could not be read. `role` is what it was checked as.
    """

    path: str
    relative: str
    findings: tuple[LocatedFinding, ...] = ()
    skipped: str = ""
    fixed: int = 0
    stopped: tuple[str, ...] = ()
    given_up: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    broken: bool = False
    unread: bool = False
    text: str = ""
    note: str = ""
    role: Role = Role.CODE


class RuleDescription(NamedTuple):
    """The data about a rule for formats that list rules.

    `help` is Markdown; unless `ours`, not yet harmless. `category` is that of the rule's metadata ("security"),
    `precision` "high", "medium", "low" or "". `metadata` is all of it, of a rule that is not built in.
    """

    id: str
    message: str
    severity: Severity
    help: str = ""
    documentation: str = ""
    tags: tuple[str, ...] = ()
    ours: bool = False
    category: str = ""
    precision: str = ""
    metadata: Mapping[str, Any] = {}


class Report(NamedTuple):
    """One run: its files in order of their paths, and the level from which findings fail it (None: never).

    `incomplete` says why not everything was looked at. `baseline` is True when new findings are distinguished from old.
    `maximum` is how many findings are written at most; all of them count. `conclusion` is what a review ends with,
    `loop` where a loop of fixing and reviewing stands. Unless `hints`, hints are counted and not written.
    `shard` says which part of a run this is, None for all of it.
    """

    files: tuple[FileReport, ...]
    fail_on: Severity | None = Severity.WARNING
    rules: tuple[RuleDescription, ...] = ()
    incomplete: str = ""
    baseline: bool = False
    maximum: int | None = None
    conclusion: Conclusion | None = None
    loop: Round | None = None
    hints: bool = True
    shard: Shard | None = None

    def shown(self, *, existing: bool) -> Iterator[tuple[FileReport, LocatedFinding]]:
        """The findings to write, in order, with their files; with `existing` also those that were there before."""
        pairs = ((file, found) for file in self.files for found in self._written(file, existing=existing))
        return islice(pairs, self.maximum)

    def for_people(self, *, existing: bool) -> Iterator[tuple[FileReport, LocatedFinding]]:
        """The same with one finding for the sinks of one source, as far as they stand alike."""
        pairs = ((file, each) for file in self.files for each in merged(file, self._written(file, existing=existing)))
        return islice(pairs, self.maximum)

    def _written(self, file: FileReport, *, existing: bool) -> Iterator[LocatedFinding]:
        """The findings of a file that are of the new or existing ones, and no hints where those are not asked for."""
        return (each for each in file.findings if (each.new or existing) and (self.hints or not each.is_hint))

    def left_out(self, *, existing: bool, for_people: bool = False) -> int:
        """How many findings `maximum` keeps from being written; none of them is behind one that is."""
        if self.maximum is None:
            return 0
        everything = self._replace(maximum=None)
        pairs = everything.for_people(existing=existing) if for_people else everything.shown(existing=existing)
        return max(0, sum(1 for _ in pairs) - self.maximum)

    def findings(self, *, new: bool = True) -> list[LocatedFinding]:
        """The findings of all files in order: the new ones, or those that were there before."""
        return [located for file in self.files for located in file.findings if located.new == new]

    @property
    def failed(self) -> bool:
        level = self.fail_on
        return level is not None and any(
            located.finding.severity.rank >= level.rank for located in self.findings() if located.new
        )


def merged(file: FileReport, findings: Iterable[LocatedFinding]) -> Iterator[LocatedFinding]:
    """Findings of a file, those of sinks of one source as one; see `merging`."""
    path = os.path.abspath(file.path)
    standings = ((each.finding, (each.new, each.dismissed, each.held_back), each) for each in findings)
    for first, *others in merging.grouped(standings):
        places = [(path, each.place.line) for each in others]
        yield first._replace(finding=merging.headed(first.finding, places)) if others else first


class Style(NamedTuple):
    """Output for a person: with colours, with the source lines, with known findings."""

    color: bool = False
    excerpts: bool = True
    existing: bool = False


def locate(
    document: Document, findings: Iterable[Finding], others: Callable[[OtherFile], Document | None] = lambda file: None
) -> tuple[LocatedFinding, ...]:
    """The findings of a document in their order, with their places.

    `others` gives further files that fixes edit. Without fixes of a file that it does not have, or has otherwise than
    the fix wants it: a fix is shown whole, or not at all.
    """
    result = []
    for finding in sorted(findings, key=sort_key):
        placed = [(fix, places) for fix in finding.fixes if (places := _places(document, fix, others)) is not None]
        place = place_of(document, finding.span)
        found = finding._replace(fixes=tuple(fix for fix, _ in placed)) if finding.fixes else finding
        edits = tuple(places for _, places in placed)
        result.append(LocatedFinding(found, place, _line_text(document, place), edits))
    return tuple(result)


def _places(
    document: Document, fix: Fix, others: Callable[[OtherFile], Document | None]
) -> tuple[SourceRange, ...] | None:
    texts = {"": document}
    for file in fix.files:
        text = others(file)
        if text is not None and text.sha256 == file.sha256:
            texts[file.uri] = text
    if any(edit.uri not in texts for edit in fix.edits):
        return None
    return tuple(place_of(texts[edit.uri], edit.span) for edit in fix.edits)


def path_of(file: FileReport, path: str) -> str:
    """The path (absolute) of a place that a finding in `file` tells of, as a user would type it."""
    return file.path if os.path.abspath(file.path) == path else textfile.display(path)


def paths_of(file: FileReport, fix: Fix) -> dict[str, str]:
    """The files that a fix of a finding in `file` edits, as a user would type them, by the URIs of its edits."""
    return {"": file.path, **{other.uri: textfile.display(other.path) for other in fix.files}}


def without_code(report: FileReport) -> FileReport | None:
    """The report without any of the file's text: what a metavariable stands for is `start:end`, in code points of the
    text. None if that is not in the text as it is.
    """
    located = []
    for found in report.findings:
        places = []
        for name, code in found.finding.metavariables:
            start = report.text.find(code)
            if start < 0:
                return None
            places.append((name, f"{start}:{start + len(code)}"))
        located.append(found._replace(line_text="", finding=found.finding._replace(metavariables=tuple(places))))
    return report._replace(text="", findings=tuple(located))


def with_code(report: FileReport, document: Document) -> FileReport:
    """The report with the text of the document that it was made of."""
    located = []
    for found in report.findings:
        places = ((name, place.split(":")) for name, place in found.finding.metavariables)
        code = tuple((name, document.text[int(start) : int(end)]) for name, (start, end) in places)
        line = _line_text(document, found.place)
        located.append(found._replace(line_text=line, finding=found.finding._replace(metavariables=code)))
    return report._replace(findings=tuple(located), text=document.text if report.findings else "")


def _line_text(document: Document, place: SourceRange) -> str:
    line = document.lines.line_span(place.line)
    return document.text[line.start : line.end]


def place_of(document: Document, span: Span) -> SourceRange:
    """The lines and columns of a span."""
    return SourceRange(*document.lines.position(span.start), *document.lines.position(span.end))
