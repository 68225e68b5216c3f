"""SARIF of other tools: read with suspicion, placed, each told once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reread.analyzers.findings import Finding, Severity, Source
from reread.analyzers.text import Document, Span
from reread.server.external.joining import findings_of, without_reported
from reread.server.external.sarif import Region, SarifError, read, results, weakness


def result(line: int = 1, uri: str = "a.py", **fields) -> dict:
    place = {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": {"startLine": line}}}
    return {"ruleId": "X1", "level": "warning", "message": {"text": "Not good."}, "locations": [place], **fields}


def log(*found: dict, rules: tuple[dict, ...] = (), **run) -> bytes:
    driver = {"name": "My Tool", "rules": list(rules)}
    return json.dumps(
        {"version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": list(found), **run}]}
    ).encode()


def test_a_result_has_rule_message_severity_and_place(tmp_path):
    rule = {
        "id": "X1",
        "helpUri": "https://example.org/x1",
        "fullDescription": {"text": "Why."},
        "properties": {"tags": ["external/cwe/cwe-089"]},
    }
    (found,) = results(log(result(2), rules=(rule,)), str(tmp_path))["a.py"]
    assert (found.rule, found.message, found.severity) == ("my-tool/X1", "Not good.", Severity.WARNING)
    assert found.region == Region(1, None, 1, None)
    assert (found.explanation, found.documentation, found.weaknesses) == ("Why.", "https://example.org/x1", ("CWE-89",))


def test_what_is_no_failure_gone_or_suppressed_is_left_out(tmp_path):
    left_out = (
        result(kind="pass"),
        result(baselineState="absent"),
        result(suppressions=[{"kind": "inSource"}]),
    )
    assert results(log(*left_out), str(tmp_path)) == {}
    under_review = result(suppressions=[{"kind": "external", "status": "underReview"}])
    assert "a.py" in results(log(under_review), str(tmp_path))


def test_a_severity_of_security_makes_an_error(tmp_path):
    rule = {"id": "X1", "properties": {"security-severity": "8.1"}}
    (found,) = results(log(result(), rules=(rule,)), str(tmp_path))["a.py"]
    assert found.severity is Severity.ERROR


@pytest.mark.parametrize(
    "uri", ["../b.py", "file:///etc/passwd", "https://example.org/a.py", "", "a%00b", "//host/a.py"]
)
def test_places_outside_of_the_workspace_are_left_out(tmp_path, uri):
    assert results(log(result(uri=uri)), str(tmp_path)) == {}


def test_paths_are_found_however_they_are_spelled(tmp_path):
    spelled = ("src/a%20b.py", (tmp_path / "src" / "a b.py").as_uri())
    assert list(results(log(*(result(uri=uri) for uri in spelled)), str(tmp_path))) == ["src/a b.py"]
    based = result()
    based["locations"][0]["physicalLocation"]["artifactLocation"]["uriBaseId"] = "ROOT"
    bases = {"ROOT": {"uri": tmp_path.as_uri() + "/sub/"}}
    assert list(results(log(based, originalUriBaseIds=bases), str(tmp_path))) == ["sub/a.py"]


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"{", "not JSON"), (b"[]", "not SARIF"), (b'{"version": "1.0", "runs": []}', "SARIF of version '1.0'")],
)
def test_what_is_no_sarif_is_said(tmp_path, data, said):
    with pytest.raises(SarifError, match=said):
        results(data, str(tmp_path))


def test_wrong_types_are_left_out(tmp_path):
    odd = [{"locations": 3}, {"locations": [{"physicalLocation": []}]}, 7, result(line="x"), result(message=[])]
    found = results(log(*odd, rules=({"id": 3, "properties": {"tags": 7}},)), str(tmp_path))  # type: ignore[arg-type]
    assert [each.message for each in found["a.py"]] == ["Not good.", "X1"]


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(SarifError, match="no such file"):
        read(str(tmp_path / "none.sarif"), str(tmp_path))


@pytest.mark.parametrize(
    ("tag", "found"),
    [("external/cwe/cwe-089", "CWE-89"), ("CWE-79: XSS", "CWE-79"), ("CWE", ""), ("cwe-", ""), (7, ""), ("owasp", "")],
)
def test_weaknesses_are_known_in_their_spellings(tag, found):
    assert weakness(tag) == found


def placed(text: str, **region) -> list[tuple[int, int]]:
    found = result()
    found["locations"][0]["physicalLocation"]["region"] = region
    made = results(log(found), "/w")["a.py"]
    return [tuple(each.span) for each in findings_of(made, Document("", text, path="/w/a.py"), "a.py")]


def test_columns_are_utf16_and_clamped():
    assert placed("x\n😀 = eval(y)\n", startLine=2, startColumn=6, endColumn=13) == [(6, 13)]
    assert placed("  x = 1\n", startLine=1) == [(2, 7)]
    assert placed("x\n", startLine=99, startColumn=5) == [(2, 2)]


def test_comments_of_ours_silence_findings_of_others():
    text = "x = 1  # reread: ignore[my-tool/X1] -- fine\nx = 1\n"
    made = results(log(result(1), result(2)), "/w")["a.py"]
    found = findings_of(made, Document("", text, path="/w/a.py", language="python"), "a.py")
    assert [each.span.start for each in found] == [text.index("\n") + 1]


def test_what_we_or_another_tool_have_told_of_the_line_is_told_once():
    document = Document("", "eval(x)\neval(y)\n", path="/w/a.py")
    ours = Finding("py/eval", "Ours.", Span(0, 4), Severity.ERROR)
    one = Finding("b/1", "One.", Span(5, 6), Severity.ERROR, Source.EXTERNAL)
    two = Finding("c/2", "Two.", Span(8, 12), Severity.ERROR, Source.EXTERNAL)
    same = Finding("d/3", "Two.", Span(9, 10), Severity.ERROR, Source.EXTERNAL)
    external = [(one, ("CWE-95",)), (two, ("CWE-1",)), (same, ())]
    weaknesses = {"py/eval": ("CWE-95",)}
    assert without_reported(external, [ours], document, lambda rule: weaknesses[rule]) == [two]


@pytest.mark.slow
def test_fifty_thousand_results_are_read(tmp_path: Path):
    many = [
        result(number % 500 + 1, f"src/m{number // 500}.py", message={"text": f"m{number}"}) for number in range(50_000)
    ]
    (tmp_path / "big.sarif").write_bytes(log(*many))
    found = read(str(tmp_path / "big.sarif"), str(tmp_path))
    assert sum(map(len, found.values())) == 50_000


@pytest.mark.parametrize("uri", ["http://[", "//[::1", "file://[x/a.py"])
def test_an_address_that_is_none_is_no_place(tmp_path, uri):
    based = {"physicalLocation": {"artifactLocation": {"uri": "a.py", "uriBaseId": "R"}}}
    found = (result(uri=uri), result(locations=[based]))
    assert results(log(*found, originalUriBaseIds={"R": {"uri": uri}}), str(tmp_path)) == {}


def test_a_weight_beyond_all_numbers_is_none(tmp_path):
    rule = {"id": "X1", "properties": {"security-severity": 10**400}}
    [[found]] = results(log(result(), rules=(rule,)), str(tmp_path)).values()
    assert found.severity is Severity.WARNING
