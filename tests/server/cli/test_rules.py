"""`reread rules`: list, explain and test."""

from __future__ import annotations

import json
import re

import pytest

from tests.server import dated_commits

EXAMPLE = "# ruleid: no-sleep\ntake_a_nap(1)\n# ok: no-sleep\nwork(1)\n"


def test_list_has_every_rule_with_severity_languages_and_message(folder, reread):
    result = reread("rules", "list")
    line = next(line for line in result.out.splitlines() if line.startswith("no-sleep "))
    assert line.split(maxsplit=3)[1:] == ["warning", "python", "Nobody sleeps here."]
    assert any(line.startswith("py/sql-string-built ") for line in result.out.splitlines())


def test_without_an_action_it_names_them_all(folder, reread):
    result = reread("rules")
    assert (result.code, result.out) == (2, "")
    assert result.err == "reread: rules needs an action: list, explain, new, test, bench, evidence, schema, docs\n"


def test_list_as_json(folder, reread):
    data = json.loads(reread("rules", "list", "--format", "json").out)
    rules = {rule["id"]: rule for rule in data["rules"]}
    assert data["version"] == 1
    assert rules["old-name"]["fix"] == "safe"
    assert rules["no-sleep"]["fix"] is None
    assert rules["no-sleep"]["path"].endswith("house.yaml")


def test_rules_that_are_switched_off_are_not_listed(folder, reread):
    folder.write("mine.toml", "[rules]\nenable = false\n")
    assert reread("rules", "list", "--config", "mine.toml").out == ""


def test_explain_says_what_and_why_and_how_to_silence(folder, reread):
    page = reread("rules", "explain", "any/secret-token").out
    assert page.startswith("# any/secret-token\n\nSecret token in the code")
    for part in ("- Severity: warning", "- Weakness: CWE-798", "Bad:", "Good:", "To fix it", "References:"):
        assert part in page
    assert "reread: ignore[any/secret-token] -- why" in page


def test_explain_takes_several_rules_and_needs_one(folder, reread):
    assert reread("rules", "explain", "no-sleep", "old-name").out.count("\n# ") == 1
    assert reread("rules", "explain").code == 2
    unknown = reread("rules", "explain", "no-slep")
    assert (unknown.code, unknown.out) == (2, "")
    assert "no such rule: no-slep. Did you mean 'no-sleep'?" in unknown.err


def test_a_short_name_explains_the_rules_of_all_languages(folder, reread):
    pages = reread("rules", "explain", "sql-injection").out
    assert re.findall(r"^# (.*)", pages, re.MULTILINE) == [
        f"{language}/sql-injection" for language in ("go", "java", "js", "py")
    ]


@pytest.mark.parametrize("name", ["any/unused-suppression", "any/blanket-suppression", "index/co-change"])
def test_all_that_is_told_is_explained(folder, reread, name):
    assert reread("rules", "explain", name).out.startswith(f"# {name}\n\n")


def test_what_a_model_calls_its_findings_is_no_rule(folder, reread):
    result = reread("rules", "explain", "model/logic")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "each finding has its own explanation" in result.err


def test_a_rule_that_cannot_be_loaded_is_named_and_ends_with_2(folder, reread):
    folder.write(".reread/rules/broken.yaml", "rules: [")
    result = reread("rules", "list")
    assert result.code == 2
    assert "no-sleep" in result.out
    assert "broken.yaml" in result.err


def test_examples_that_hold_end_with_0(folder, reread):
    folder.write("rules/nap.yaml", _rule("no-sleep", "take_a_nap(...)"))
    folder.write("rules/nap.py", EXAMPLE)
    result = reread("rules", "test", "rules")
    assert (result.code, result.out) == (0, "")
    assert "1 of 1 examples passed, 0 rules without" in result.err


def test_an_example_that_does_not_hold_ends_with_1_and_says_where(folder, reread):
    folder.write("rules/nap.yaml", _rule("no-sleep", "take_a_nap(2)"))
    folder.write("rules/nap.py", EXAMPLE)
    result = reread("rules", "test", "rules")
    assert result.code == 1
    assert result.out == "rules/nap.py:2: no-sleep: must be reported\n    2 | take_a_nap(1)\n"
    data = json.loads(reread("rules", "test", "rules", "--format", "json").out)
    assert (data["passed"], data["results"][0]["expected"], data["results"][0]["reported"]) == (False, [2], [])


def test_rules_without_examples_are_named(folder, reread):
    folder.write("rules/nap.yaml", _rule("no-sleep", "take_a_nap(2)"))
    result = reread("rules", "test", "rules")
    assert "reread: no-sleep: needs examples of both kinds" in result.err
    assert result.code == 0


def test_a_path_that_is_not_there_is_an_error(folder, reread):
    assert reread("rules", "test", "none") == (2, "", "reread: no such file or folder: none\n")


def test_what_was_to_do_and_is_done_is_said(folder, reread):
    folder.write("rules/nap.yaml", _rule("no-sleep", "take_a_nap(...)"))
    folder.write("rules/nap.py", EXAMPLE + "# todoruleid: no-sleep\ntake_a_nap(3)\n")
    result = reread("rules", "test", "rules")
    assert (result.code, result.out) == (0, "rules/nap.py:6: no-sleep: passes; remove `todo` from the annotation\n")


def test_without_a_path_built_in_rules_and_those_of_the_workspace_run(folder, reread, monkeypatch):
    monkeypatch.setattr("reread.analyzers.packs.__file__", str(folder.write("packs/__init__.py", "")))
    folder.write("packs/nap.yaml", _rule("no-nap", "take_a_nap(...)"))
    folder.write("packs/nap.py", EXAMPLE.replace("no-sleep", "no-nap"))
    data = json.loads(reread("rules", "test", "--format", "json").out)
    assert {"no-nap", "any/secret-token"} <= {result["rule"] for result in data["results"]}
    assert "no-sleep" in data["missing"]


def test_built_in_rules_without_their_examples_are_not_tested(folder, reread, monkeypatch):
    monkeypatch.setattr("reread.analyzers.packs.__file__", str(folder.write("packs/__init__.py", "")))
    folder.write("packs/nap.yaml", _rule("no-nap", "take_a_nap(...)"))
    assert "no-nap" not in json.loads(reread("rules", "test", "--format", "json").out)["missing"]


def test_a_broken_rule_file_is_named_with_line_and_column(folder, reread):
    folder.write(
        "rules/nap.yaml",
        _rule("no-sleep", "take_a_nap(...)")
        + "- {id: other, languages: [python], severity: X, message: m, pattern: f()}\n",
    )
    result = reread("rules", "test", "rules")
    assert result.code == 2
    assert "rules/nap.yaml:3:36: rule other: severity: expected ERROR, WARNING, INFO or HINT" in result.err


FLOWING = ("python", "go", "java", "javascript", "typescript")


@pytest.mark.parametrize(
    ("language", "taint"),
    [*((name, ()) for name in (*FLOWING, "ruby", "rust", "kotlin")), *((name, ("--taint",)) for name in FLOWING)],
)
def test_a_new_rule_holds_for_its_example(folder, reread, language, taint):
    result = reread("rules", "new", "no-danger", "--language", language, *taint)
    assert (result.code, len(result.out.splitlines())) == (0, 2)
    tested = reread("rules", "test", ".reread/rules/no-danger.yaml")
    assert (tested.code, tested.out) == (0, "")
    assert "1 of 1 examples passed, 0 rules without" in tested.err


def test_a_new_rule_overwrites_nothing(folder, reread):
    reread("rules", "new", "no-danger")
    assert reread("rules", "new", "no-danger").code == 2


def test_a_new_rule_needs_a_name_and_a_language_that_exist(folder, reread):
    assert "an id may contain lower-case letters" in reread("rules", "new", "No Danger").err
    assert "no such language: cobol" in reread("rules", "new", "no-danger", "--language", "cobol").err
    assert reread("rules", "new").code == 2


def test_the_schema_is_json(folder, reread):
    assert json.loads(reread("rules", "schema").out)["title"] == "Rules of Reread"


@pytest.mark.slow
def test_bench_shows_the_time_of_each_rule_the_slowest_first(folder, reread):
    slow = {"id": "slow", "languages": ["python"], "severity": "INFO", "message": "m"}
    slow["pattern"] = "$A = $B\n...\n$B = $A"  # Each assignment is compared with all that follow.
    folder.write(".reread/rules/slow.yaml", json.dumps({"rules": [slow]}))
    folder.write("a.py", "take_a_nap(1)\n" + "".join(f"a{number} = {number}\n" for number in range(200)))
    result = reread("rules", "bench", "a.py")
    assert result.code == 0
    row = next(line.split() for line in result.out.splitlines() if line.startswith("no-sleep "))
    assert (row[2], row[4], row[5]) == ("1", "1", "a.py")
    data = json.loads(reread("rules", "bench", "a.py", "--format", "json").out)
    names = [rule["rule"] for rule in data["rules"]]
    assert "any/secret-token" in names
    assert names.index("slow") < names.index("no-sleep")


@pytest.mark.slow
def test_evidence_counts_what_became_of_findings(folder, reread):
    dated_commits.create(folder.path / "shop")
    dated_commits.commit(folder.path / "shop", "2020-01-01", {"a.py": "def f(x):\n    return x is 'a'\n"})
    dated_commits.commit(folder.path / "shop", "2022-01-01", {"a.py": "def f(x):\n    return x == 'a'\n"})
    result = reread("rules", "evidence", "shop", "--profile", "quiet")
    head, row = (line.split() for line in result.out.splitlines())
    assert (head[:3], row[:3]) == (["rule", "fixed", "left"], ["py/is-literal", "1", "0"])
    assert (result.code, result.err) == (0, "1 repository, 2 revisions\n")

    data = json.loads(reread("rules", "evidence", "shop", "shop", "--profile", "quiet", "--format", "json").out)
    assert [each["name"] for each in data["repositories"]] == ["shop", "shop"]
    assert [(each["rule"], each["found"]["fixed"]) for each in data["rules"]] == [("py/is-literal", 2)]


@pytest.mark.parametrize("arguments", [(), ("nothing",), ("--years", "0", "."), ("--months", "0", ".")])
def test_evidence_needs_a_repository_and_some_time(folder, reread, arguments):
    result = reread("rules", "evidence", *arguments)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)


def test_bench_needs_files(folder, reread):
    (folder.path / "empty").mkdir()
    assert reread("rules", "bench", "empty").code == 2


@pytest.mark.slow
def test_docs_writes_a_page_for_each_built_in_rule_and_removes_the_others(folder, reread):
    folder.write("docs/gone.md", "")
    folder.write("docs/py/gone.md", "")
    assert reread("rules", "docs", "docs").code == 0
    names = {path.relative_to(folder.path / "docs").as_posix() for path in (folder.path / "docs").rglob("*.md")}
    assert {"README.md", "any/secret-token.md"} <= names
    assert names.isdisjoint({"gone.md", "py/gone.md"})
    assert "no-sleep.md" not in names
    assert "[any/secret-token](any/secret-token.md)" in (folder.path / "docs" / "README.md").read_text()
    assert reread("rules", "docs").code == 2


def _rule(name: str, pattern: str) -> str:
    return f"rules:\n- {{id: {name}, languages: [python], severity: ERROR, message: m, pattern: {pattern}}}\n"
