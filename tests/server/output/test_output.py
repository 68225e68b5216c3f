"""The formats: what a person, a program and a code-scanning service get to read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reread.analyzers.findings import Applicability, Edit, Finding, Fix, OtherFile, Related, Severity, with_fingerprints
from reread.analyzers.text import Document, Span
from reread.server import output
from reread.server.report.report import FileReport, Report, RuleDescription, Style, locate

TEXT = "import os\n\tos.system('ž😀' + name)\n"
FINDING = Finding("os-system", "The shell sees name.", Span(11, 33), Severity.ERROR)


def report(*findings: Finding, text: str = TEXT, path: str = "src/a.py", **fields: object) -> Report:
    document = Document("", text)
    located = locate(document, with_fingerprints(findings, document, path))
    return Report((FileReport(path, path, located, text=text),), **fields)  # type: ignore[arg-type]


def written(name: str, given: Report, style: Style | None = None) -> str:
    return "".join(output.render(name, given, style or Style()))


def test_the_formats_are_known_by_name() -> None:
    by_name = (
        "agent",
        "checkstyle",
        "github",
        "gitlab",
        "json",
        "junit",
        "markdown",
        "ndjson",
        "rdjson",
        "sarif",
        "semgrep-json",
        "text",
    )
    assert output.names() == by_name


@pytest.mark.parametrize("name", output.names())
def test_every_format_writes_a_report_without_findings_and_one_with_odd_names(name: str) -> None:
    assert (written(name, Report(())) == "") == (name in ("text", "github"))
    assert written(name, report(FINDING._replace(message="a\x1b[2J\n<b>"), path="caf\udce9 ž.py", incomplete="odd"))


def test_text_previews_a_fix_that_is_small() -> None:
    fix = Fix("Use a list", (Edit(Span(11, 20), "run"), Edit(Span(0, 6), "import")), Applicability.SAFE)
    shown = written("text", report(FINDING._replace(fixes=(fix,))))
    assert shown.endswith("(--fix): Use a list\n      -     os.system('ž😀' + name)\n      +     run('ž😀' + name)\n")


def test_text_does_not_preview_a_fix_that_is_large() -> None:
    fix = Fix("Write it anew", (Edit(Span(0, 6), "x\n" * 20),), Applicability.SAFE)
    assert written("text", report(FINDING._replace(fixes=(fix,)))).endswith("(--fix): Write it anew\n")


def test_text_has_place_severity_rule_message_and_the_line() -> None:
    assert written("text", report(FINDING)) == (
        "src/a.py:2:2: error os-system The shell sees name.\n"
        "    2 |     os.system('ž😀' + name)\n"
        "      |     ^^^^^^^^^^^^^^^^^^^^^^^\n"
    )


def test_text_without_excerpts_is_one_line_for_each_finding() -> None:
    lines = written("text", report(FINDING, FINDING._replace(rule="other")), Style(excerpts=False)).splitlines()
    assert [line.split()[2] for line in lines] == ["os-system", "other"]


def test_carets_stand_below_wide_characters() -> None:
    text = "x = '漢字'; y\n"
    lines = written("text", report(FINDING._replace(span=Span(10, 11)), text=text)).splitlines()
    # Each of the two characters takes two columns.
    assert lines[2].index("^") - 8 == 10 + 2


def test_of_a_long_line_only_the_part_around_the_mark_is_shown() -> None:
    text = "x" * 5_000 + "HERE" + "y" * 5_000
    lines = written("text", report(FINDING._replace(span=Span(5_000, 5_004)), text=text)).splitlines()
    assert len(lines[1]) < 150
    assert lines[1][lines[2].index("^") : lines[2].rindex("^") + 1] == "HERE"


def test_a_terminal_never_gets_control_characters_of_the_code() -> None:
    text = "x = '\x1b]0;title\x07\u202e'\n"
    shown = written("text", report(FINDING._replace(span=Span(0, 9), message="\x1b[2J"), text=text, path="a\n\x1b.py"))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert shown.startswith("a\\n\\x1b.py:1:1: error")


def test_colours_only_when_asked_for() -> None:
    assert "\x1b[1;31merror\x1b[0m" in written("text", report(FINDING), Style(color=True))


def test_text_names_the_fix_and_related_places() -> None:
    fix = Fix("Use a list", (Edit(Span(0, 1), "x"),), Applicability.SAFE)
    shown = written("text", report(FINDING._replace(fixes=(fix,), related=(Related("b.py", 4, "set here"),))))
    assert "      = see b.py:5: set here\n      = fix (--fix): Use a list\n" in shown


def test_what_was_there_before_is_hidden_in_text_unless_asked_for() -> None:
    old = report(FINDING)
    file = old.files[0]
    old = old._replace(files=(file._replace(findings=tuple(found._replace(new=False) for found in file.findings)),))
    assert written("text", old) == ""
    assert "error (not new) os-system" in written("text", old, Style(existing=True))


def test_json_counts_from_one_in_code_points() -> None:
    data = json.loads(written("json", report(FINDING)))
    assert (data["version"], data["tool"]["name"]) == (1, "reread")
    (finding,) = data["findings"]
    assert finding["start"] == {"line": 2, "column": 2}
    assert finding["end"] == {"line": 2, "column": 24}
    assert (finding["path"], finding["rule"], finding["severity"]) == ("src/a.py", "os-system", "error")
    assert len(finding["fingerprint"]) == 16
    assert data["summary"] == {"files": 1, "skipped": 0, "findings": 1, "existing": 0, "fixed": 0, "failed": True}


def test_json_describes_all_its_fields() -> None:
    from reread.server.output import json as json_format

    fix = Fix("t", (Edit(Span(0, 1), "x"),))
    data = json.loads(written("json", report(FINDING._replace(fixes=(fix,), related=(Related("b.py", 0, "m"),)))))
    finding = data["findings"][0]
    for name in [*data, *data["summary"], *finding, *finding["fixes"][0], *finding["related"][0]]:
        assert f"`{name}`" in (json_format.__doc__ or ""), name


def test_json_names_what_was_skipped() -> None:
    data = json.loads(written("json", Report((FileReport("a.bin", "a.bin", skipped="binary"),))))
    assert data["skipped"] == [{"path": "a.bin", "reason": "binary"}]
    assert data["summary"]["files"] == 0


def test_json_can_carry_a_name_that_is_not_utf_8() -> None:
    data = json.loads(written("json", report(FINDING, path="caf\udce9.py")))
    assert data["findings"][0]["path"] == "caf\\xe9.py"


def in_root(uri: str) -> dict:
    return {"uri": uri, "uriBaseId": "%SRCROOT%"}


def sarif(given: Report) -> dict:
    log = json.loads(written("sarif", given))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return run


def test_sarif_has_place_rule_level_and_fingerprint() -> None:
    rule = RuleDescription("os-system", "No shell", Severity.WARNING, "**Why**", "https://example.org/x", ("CWE-78",))
    run = sarif(report(FINDING, rules=(rule, rule._replace(id="unused"))))
    assert run["columnKind"] == "unicodeCodePoints"
    (described,) = run["tool"]["driver"]["rules"]
    assert described["help"]["markdown"] == "**Why**"
    assert described["helpUri"] == "https://example.org/x"
    assert described["properties"]["tags"] == ["CWE-78"]
    assert described["defaultConfiguration"]["level"] == "warning"
    (result,) = run["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("os-system", 0, "error")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "src/a.py"
    assert place["region"] == {"startLine": 2, "startColumn": 2, "endLine": 2, "endColumn": 24}
    assert set(result["partialFingerprints"]) == {"reread/v1", "primaryLocationLineHash"}


def test_sarif_has_what_code_scanning_reads_of_a_security_rule() -> None:
    rule = RuleDescription("py/os-system", "No shell. It hurts.", Severity.ERROR, category="security", precision="high")
    found = FINDING._replace(rule="py/os-system")
    (described,) = sarif(report(found, rules=(rule,)))["tool"]["driver"]["rules"]
    assert (described["name"], described["shortDescription"]["text"]) == ("OsSystem", "No shell.")
    assert described["properties"] == {
        "tags": [],
        "problem.severity": "error",
        "precision": "high",
        "security-severity": "8.0",
    }
    plain = rule._replace(category="correctness", precision="")
    (described,) = sarif(report(found, rules=(plain,)))["tool"]["driver"]["rules"]
    assert described["properties"] == {"tags": [], "problem.severity": "error"}


def test_sarif_shows_the_steps_of_a_data_flow_in_order() -> None:
    steps = (
        Related("/w/src/a.py", 0, "from here", "before"),
        Related("/w/src/a.py", 0, "declared here"),
        Related("/w/src/b.py", 4, "used here", "after"),
    )
    (result,) = sarif(report(FINDING._replace(related=steps)))["results"]
    (flow,) = result["codeFlows"]
    (thread,) = flow["threadFlows"]
    assert [step["location"]["message"]["text"] for step in thread["locations"]] == [
        "from here",
        "The shell sees name.",
        "used here",
    ]
    assert [place["id"] for place in result["relatedLocations"]] == [1, 2, 3]


def test_sarif_without_a_data_flow_has_no_code_flow() -> None:
    (result,) = sarif(report(FINDING._replace(related=(Related("/w/b.py", 0, "declared here"),))))["results"]
    assert "codeFlows" not in result


def test_sarif_names_the_run_and_the_root_without_a_path_of_this_machine() -> None:
    run = sarif(report(FINDING))
    assert run["automationDetails"]["id"] == "reread/"
    assert "uri" not in run["originalUriBaseIds"]["%SRCROOT%"]
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == in_root("src/a.py")


def test_sarif_is_valid_by_its_schema() -> None:
    from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

    fix = Fix("Use it", (Edit(Span(11, 13), "subprocess"),), Applicability.SAFE)
    related = (Related("/w/src/a.py", 0, "from here", "before"),)
    rule = RuleDescription("os-system", "No.", Severity.ERROR, "why", "https://example.org", ("CWE-78",), False)
    full = report(FINDING._replace(fixes=(fix,), related=related), rules=(rule,), baseline=True, incomplete="no key")
    Sarif.model_validate_json(written("sarif", full))
    Sarif.model_validate_json(written("sarif", Report(())))


def test_sarif_percent_encodes_names_byte_by_byte() -> None:
    run = sarif(report(FINDING, path="a b/caf\udce9#ž.py"))
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == "a%20b/caf%E9%23%C5%BE.py"


def test_sarif_carries_fixes_that_may_be_applied() -> None:
    safe = Fix("Use it", (Edit(Span(11, 13), "subprocess"),), Applicability.SAFE)
    shown = Fix("Look", (Edit(Span(0, 1), ""),), Applicability.DISPLAY_ONLY)
    run = sarif(report(FINDING._replace(fixes=(safe, shown))))
    (fix,) = run["results"][0]["fixes"]
    (change,) = fix["artifactChanges"]
    assert fix["description"]["text"] == "Use it"
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 2, "endLine": 2, "endColumn": 4},
            "insertedContent": {"text": "subprocess"},
        }
    ]


def test_sarif_tells_new_from_old_only_with_a_baseline() -> None:
    assert "baselineState" not in sarif(report(FINDING))["results"][0]
    assert sarif(report(FINDING, baseline=True))["results"][0]["baselineState"] == "new"


def test_sarif_of_an_incomplete_review_is_not_a_success() -> None:
    (invocation,) = sarif(report(incomplete="no key"))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "no key"


def test_sarif_without_findings_has_empty_lists() -> None:
    run = sarif(Report(()))
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_fixes_that_edit_another_document_are_left_out() -> None:
    fix = Fix("Both", (Edit(Span(0, 1), "x"), Edit(Span(0, 1), "y", "file:///other.py")))
    (located,) = report(FINDING._replace(fixes=(fix,))).files[0].findings
    assert located.finding.fixes == ()
    assert located.edits == ()


OTHER = Document("file:///w/lib/b.py", "first\nsecond\n", path="/w/lib/b.py")
BOTH = Fix(
    "Fix both",
    (Edit(Span(0, 6), "from"), Edit(Span(6, 12), "third", OTHER.uri)),
    generated=True,
    files=(OtherFile(OTHER.uri, OTHER.path, "lib/b.py", OTHER.sha256),),
)


def over_two_files(fix: Fix = BOTH, other: Document | None = OTHER) -> Report:
    located = locate(Document("", TEXT), [FINDING._replace(fixes=(fix,))], lambda file: other)
    return Report((FileReport("src/a.py", "src/a.py", located),))


def test_json_names_the_file_of_each_edit() -> None:
    (fix,) = json.loads(written("json", over_two_files()))["findings"][0]["fixes"]
    assert [(edit["path"], edit["start"], edit["text"]) for edit in fix["edits"]] == [
        ("src/a.py", {"line": 1, "column": 1}, "from"),
        ("/w/lib/b.py", {"line": 2, "column": 1}, "third"),
    ]


def test_sarif_has_a_change_for_each_file_of_a_fix() -> None:
    (fix,) = sarif(over_two_files())["results"][0]["fixes"]
    own, other = fix["artifactChanges"]
    assert (own["artifactLocation"], other["artifactLocation"]) == (in_root("src/a.py"), in_root("lib/b.py"))
    assert other["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 7},
            "insertedContent": {"text": "third"},
        }
    ]


def test_text_names_the_files_of_a_fix() -> None:
    assert "= proposal of the model for src/a.py, /w/lib/b.py: Fix both\n" in written("text", over_two_files())


@pytest.mark.parametrize("other", [None, Document(OTHER.uri, "first\nsecond!\n", path=OTHER.path)])
def test_a_fix_of_a_file_that_is_otherwise_by_now_is_left_out_whole(other: Document | None) -> None:
    (located,) = over_two_files(other=other).files[0].findings
    assert (located.finding.fixes, located.edits) == ((), ())


def test_a_fix_that_is_only_displayed_says_why() -> None:
    fix = BOTH._replace(applicability=Applicability.DISPLAY_ONLY, reason="`mypy` fails with it")
    shown = over_two_files(fix)
    assert "= proposal of the model that does not hold (`mypy` fails with it) for src/a.py" in written("text", shown)
    (data,) = json.loads(written("json", shown))["findings"][0]["fixes"]
    assert (data["applicability"], data["reason"]) == ("display-only", "`mypy` fails with it")
    assert "fixes" not in sarif(shown)["results"][0]


@pytest.mark.parametrize(("level", "failed"), [("error", True), ("warning", True), (None, False)])
def test_a_run_fails_from_the_level_on(level: str | None, failed: bool) -> None:
    assert report(FINDING, fail_on=Severity(level) if level else None).failed is failed


def test_a_finding_below_the_level_does_not_fail() -> None:
    assert not report(FINDING._replace(severity=Severity.INFO), fail_on=Severity.WARNING).failed


def test_every_format_is_one_file() -> None:
    folder = Path(output.__file__).parent
    assert {path.stem.replace("_", "-") for path in folder.glob("[a-z]*.py")} == set(output.names())
