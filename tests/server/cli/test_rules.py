"""`reread rules`: list, explain and test."""

from __future__ import annotations

import json

EXAMPLE = "# ruleid: no-sleep\ntake_a_nap(1)\n# ok: no-sleep\nwork(1)\n"


def test_list_has_every_rule_with_severity_languages_and_message(folder, reread):
    result = reread("rules", "list")
    assert result.code == 0
    line = next(line for line in result.out.splitlines() if line.startswith("no-sleep "))
    assert line.split(maxsplit=3)[1:] == ["warning", "python", "Nobody sleeps here."]
    assert any(line.startswith("sql-string-built ") for line in result.out.splitlines())


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
    result = reread("rules", "explain", "sql-string-built")
    assert result.code == 0
    assert result.out.startswith("# sql-string-built\n\nerror, python, ")
    assert "Parameters travel beside the statement" in result.out
    assert "reread: ignore[sql-string-built] -- reason" in result.out


def test_explain_takes_several_rules_and_needs_one(folder, reread):
    assert reread("rules", "explain", "no-sleep", "old-name").out.count("\n# ") == 1
    assert reread("rules", "explain").code == 2
    unknown = reread("rules", "explain", "no-slep")
    assert (unknown.code, unknown.out) == (2, "")
    assert "there is no rule 'no-slep'; did you mean no-sleep?" in unknown.err


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
    assert "nap.py: no-sleep: " in result.out
    data = json.loads(reread("rules", "test", "rules", "--format", "json").out)
    assert (data["passed"], data["results"][0]["expected"], data["results"][0]["reported"]) == (False, [2], [])


def test_rules_without_examples_are_named(folder, reread):
    folder.write("rules/nap.yaml", _rule("no-sleep", "take_a_nap(2)"))
    result = reread("rules", "test", "rules")
    assert "reread: no-sleep: has no examples" in result.err
    assert result.code == 0


def test_a_path_that_is_not_there_is_an_error(folder, reread):
    assert reread("rules", "test", "none") == (2, "", "reread: none: there is no such file or folder\n")


def test_the_built_in_rules_hold_what_their_examples_say(folder, reread):
    result = reread("rules", "test")
    assert result.out == ""
    assert result.code == 0


def _rule(name: str, pattern: str) -> str:
    return f"rules:\n- {{id: {name}, languages: [python], severity: ERROR, message: m, pattern: {pattern}}}\n"
