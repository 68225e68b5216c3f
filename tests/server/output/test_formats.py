"""The formats of other tools: what they read is there, and nothing of the code can pass for something else."""

from __future__ import annotations

import json
from xml.etree import ElementTree

from reread.analyzers.findings import Applicability, Edit, Finding, Fix, Severity, with_fingerprints
from reread.analyzers.text import Document, Span
from reread.server import output
from reread.server.report.report import FileReport, Report, Style, locate

TEXT = "import os\n\tos.system('ž😀' + name)\n"
FINDING = Finding("py/os-system", "The shell, 100%: sees\nname.", Span(11, 33), Severity.ERROR)
OLD = Finding("py/old", "Old.", Span(0, 6), Severity.HINT)


def report(*findings: Finding, old: bool = False, path: str = "src/a.py", **fields: object) -> Report:
    document = Document("", TEXT)
    located = locate(document, with_fingerprints(findings, document, path))
    located = tuple(each._replace(new=not old) for each in located)
    return Report((FileReport(path, path, located, text=TEXT), FileReport("b.py", "b.py")), **fields)  # type: ignore[arg-type]


def written(name: str, given: Report, style: Style | None = None) -> str:
    return "".join(output.render(name, given, style or Style()))


def test_ndjson_is_status_findings_errors_and_complete() -> None:
    skipped = FileReport("c.py", "c.py", skipped="not utf-8")
    full = report(FINDING, incomplete="1 file could not be checked")
    lines = [json.loads(line) for line in written("ndjson", full._replace(files=(*full.files, skipped))).splitlines()]
    assert [line["type"] for line in lines] == ["status", "finding", "error", "error", "complete"]
    assert lines[1]["rule"] == "py/os-system"
    assert lines[2] == {"type": "error", "path": "c.py", "message": "not utf-8"}
    assert lines[-1]["summary"]["failed"] is True


def test_github_annotates_lines_and_escapes_what_is_special() -> None:
    assert written("github", report(FINDING)) == (
        "::error file=src/a.py,line=2,endLine=2,col=2,endColumn=23,title=py/os-system"
        "::The shell, 100%25: sees%0Aname.\n"
    )


def test_github_names_the_most_severe_first_and_no_columns_over_several_lines() -> None:
    wide = FINDING._replace(span=Span(0, 33))
    first, second = written("github", report(OLD, wide)).splitlines()
    assert first.startswith("::error file=src/a.py,line=1,endLine=2,title=")
    assert second.startswith("::notice ")


def test_a_file_name_cannot_end_a_property() -> None:
    (command,) = written("github", report(FINDING, path="a,b::c.py")).splitlines()
    assert "file=a%2Cb%3A%3Ac.py," in command


def test_gitlab_has_what_it_requires_of_each_issue() -> None:
    (issue,) = json.loads(written("gitlab", report(FINDING)))
    assert issue["location"] == {"path": "src/a.py", "lines": {"begin": 2, "end": 2}}
    assert (issue["check_name"], issue["severity"]) == ("py/os-system", "critical")
    assert {"description", "fingerprint"} < set(issue)


def test_gitlab_fingerprints_are_different_within_a_report_and_the_same_in_the_next() -> None:
    twice = [FINDING, FINDING._replace(span=Span(0, 6))]
    first, second = (json.loads(written("gitlab", report(*twice))) for _ in range(2))
    assert len({issue["fingerprint"] for issue in first}) == 2
    assert first == second


def test_rdjson_counts_bytes() -> None:
    safe = Fix("Shorter", (Edit(Span(24, 29), "x"),), Applicability.SAFE)
    two = Fix("Both", (Edit(Span(0, 1), "x"), Edit(Span(1, 2), "y")), Applicability.SAFE)
    (diagnostic,) = json.loads(written("rdjson", report(FINDING._replace(fixes=(safe, two)))))["diagnostics"]
    assert diagnostic["location"]["path"] == "src/a.py"
    assert diagnostic["location"]["range"] == {"start": {"line": 2, "column": 2}, "end": {"line": 2, "column": 28}}
    (suggestion,) = diagnostic["suggestions"]
    assert suggestion["text"] == "x"
    assert (diagnostic["severity"], diagnostic["code"]) == ("ERROR", {"value": "py/os-system"})


def test_junit_has_a_case_for_each_finding_and_each_clean_file() -> None:
    root = ElementTree.fromstring(written("junit", report(FINDING, incomplete="odd")).encode())
    (suite,) = root
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("3", "1", "1")
    first, clean, run = suite
    assert (first.get("classname"), first.get("name")) == ("src/a.py", "py/os-system:2:2")
    assert first.find("failure").get("message") == FINDING.message
    assert (clean.get("classname"), len(clean)) == ("b.py", 0)
    assert run.find("error").get("message") == "odd"


def test_checkstyle_groups_errors_by_file() -> None:
    root = ElementTree.fromstring(written("checkstyle", report(FINDING, OLD)).encode())
    (file,) = root
    assert (root.tag, file.get("name")) == ("checkstyle", "src/a.py")
    severities = [(error.get("line"), error.get("column"), error.get("severity")) for error in file]
    assert severities == [("1", "1", "info"), ("2", "2", "error")]


def test_xml_has_no_character_that_xml_does_not_know() -> None:
    for name in ("junit", "checkstyle"):
        odd = FINDING._replace(message='\x00\x1b]0;<b a="\ud800">&\ufffe')
        ElementTree.fromstring(written(name, report(odd, path='a"<&\x07\udce9.py')).encode())


def test_markdown_shows_counts_and_code_and_lets_nothing_act() -> None:
    hostile = FINDING._replace(message="![x](https://example.org/leak) <img src=x>")
    shown = written("markdown", report(hostile))
    assert shown.startswith("## Reread: 1 finding (1 error)\n\n### `src/a.py`\n")
    assert "os.system(" in shown
    assert "![x](" not in shown
    assert "\\<img" in shown


def test_what_is_not_new_is_only_counted() -> None:
    old = report(FINDING, old=True, baseline=True)
    assert written("markdown", old) == "## Reread: no new findings\n\n1 not new, not shown.\n"
    assert written("github", old) == ""
    assert json.loads(written("rdjson", old))["diagnostics"] == []
    assert "<failure" not in written("junit", old)
    assert "<error" not in written("checkstyle", old)
    assert written("github", old, Style(existing=True)).startswith("::error ")
