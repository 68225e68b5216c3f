"""To a person the sinks of one source are one finding, as long as they differ in nothing but their place."""

from __future__ import annotations

import pytest

from reread.analyzers.findings import Edit, Finding, Fix, Related, Severity
from reread.analyzers.text import Document, Span
from reread.server.lsp.documents.folders import Folder
from reread.server.output import github, markdown, text
from reread.server.output import json as json_format
from reread.server.report.report import FileReport, Report, Style, locate, merged

LINES = 30
DOCUMENT = Document("file:///w/a.py", "sink()\n" * LINES, path="/w/a.py")
SOURCE = Related("/w/a.py", 0, "The value comes from here", "before")
FIX = Fix("Replace", (Edit(Span(7, 8), ""),))


def sink(line: int, **changes: object) -> Finding:
    start = DOCUMENT.lines.line_span(line).start
    finding = Finding("r", "Injection.", Span(start, start + 6), Severity.ERROR, related=(SOURCE,))
    return finding._replace(**changes)


def file(*findings: Finding) -> FileReport:
    return FileReport("/w/a.py", "a.py", locate(DOCUMENT, findings), text=DOCUMENT.text)


def shown(*findings: Finding) -> list[Finding]:
    return [each.finding for each in merged(file(*findings), file(*findings).findings)]


def test_the_first_sink_stands_for_all_and_says_how_many_and_where() -> None:
    (first,) = shown(sink(1), sink(2), sink(5))
    assert first.message == "Injection. (and 2 more sinks of the same source)"
    assert (first.span, first.fingerprint) == (sink(1).span, sink(1).fingerprint)
    assert [(each.line, each.flow) for each in first.related] == [(0, "before"), (2, ""), (5, "")]


def test_one_sink_stays_as_it_is() -> None:
    assert shown(sink(1)) == [sink(1)]


def test_many_sinks_are_counted_though_not_all_of_them_are_named() -> None:
    (first,) = shown(*map(sink, range(1, 21)))
    assert "19 more sinks" in first.message
    assert len(first.related) == 13


@pytest.mark.parametrize(
    "other",
    [
        sink(2, rule="other"),
        sink(2, severity=Severity.WARNING),
        sink(2, confidence=0.7),
        sink(2, related=(SOURCE._replace(line=1),)),
        sink(2, related=(SOURCE._replace(path="/w/b.py"),)),
        sink(2, related=(SOURCE._replace(flow=""),)),
        sink(2, related=()),
        sink(2, fixes=(FIX,)),
    ],
    ids=["rule", "severity", "certainty", "source's line", "source's file", "no flow", "no source", "fix"],
)
def test_what_differs_in_more_than_its_place_stays_apart(other: Finding) -> None:
    assert shown(sink(1), other) == [sink(1), other]


@pytest.mark.parametrize("standing", [{"new": False}, {"dismissed": "seen"}, {"held_back": True}])
def test_what_stands_otherwise_stays_apart(standing: dict[str, object]) -> None:
    first, second = file(sink(1), sink(2)).findings
    found = [first, second._replace(**standing)]
    assert list(merged(file(), found)) == found


def test_formats_for_people_merge_and_those_for_programs_do_not() -> None:
    report = Report((file(sink(1), sink(2), sink(9, severity=Severity.WARNING)),))
    for render in (text.render, github.render, markdown.render):
        written = "".join(render(report, Style(excerpts=False)))
        assert written.count("Injection.") == 2
        assert written.count("another sink of the same source") == 1
    assert "".join(json_format.render(report, Style())).count('"Injection."') == 3
    assert report.failed


def test_a_limit_counts_what_is_written() -> None:
    report = Report((file(sink(1), sink(2), sink(9, rule="other"), sink(10, rule="third")),), maximum=2)
    assert len(list(report.for_people(existing=True))) == 2
    assert report.left_out(existing=True, for_people=True) == 1
    assert len(list(report.shown(existing=True))) == 2
    assert report.left_out(existing=True) == 2


def test_an_editor_is_sent_one_diagnostic() -> None:
    (only,) = Folder().shown([sink(1), sink(2)], DOCUMENT)
    assert only.finding.message == "Injection. (and another sink of the same source)"
