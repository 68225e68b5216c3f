"""What users of Semgrep know: `--config`, `--severity`, its files in a workspace, and `--format semgrep-json`."""

from __future__ import annotations

import json

import pytest

_RULE = "- {{id: {}, languages: [python], severity: {}, message: m $X, metadata: {{cwe: CWE-1}}, pattern: {}($X)}}\n"
MINE = "rules:\n" + _RULE.format("mine", "ERROR", "bad") + _RULE.format("mild", "INFO", "odd")
CODE = "take_a_nap(1)\nbad(2)\nodd(3)\n"


def names(result):
    return [line.split()[2] for line in result.out.splitlines()]


def test_only_the_rules_of_a_configuration_run(folder, reread):
    folder.write("rules/mine.yaml", MINE)
    folder.write("a.py", CODE)
    assert names(reread("check", "-q", "a.py", "--config", "rules")) == ["mine", "mild"]
    assert names(reread("check", "-q", "a.py", "--rules", "rules")) == ["no-sleep", "mine", "mild"]


def test_several_configurations_add_up(folder, reread):
    folder.write("one.yaml", "rules:\n" + _RULE.format("one", "ERROR", "bad"))
    folder.write("two.yaml", "rules:\n" + _RULE.format("two", "ERROR", "odd"))
    folder.write("a.py", CODE)
    assert names(reread("check", "-q", "a.py", "--config", "one.yaml", "--config", "two.yaml")) == ["one", "two"]


def test_a_configuration_without_rules_runs_none(folder, reread):
    folder.write("empty/x.txt", "")
    folder.write("a.py", CODE)
    assert reread("check", "-q", "a.py", "--config", "empty") == (0, "", "")


@pytest.mark.parametrize("name", ["p/python", "auto"])
def test_what_is_in_a_registry_is_not_read(folder, reread, name):
    result = reread("check", "--config", name)
    assert result.code == 2
    assert "rules are not downloaded" in result.err


def test_rules_of_one_severity_run(folder, reread):
    folder.write("mine.yaml", MINE)
    folder.write("a.py", CODE)
    assert names(reread("check", "-q", "a.py", "--config", "mine.yaml", "--severity", "ERROR")) == ["mine"]


@pytest.mark.parametrize("name", [".semgrep.yml", ".semgrep/deep/mine.yaml"])
def test_the_rules_that_semgrep_would_find_run(folder, reread, name):
    folder.write(name, MINE)
    folder.write("a.py", CODE)
    assert names(reread("check", "-q", "a.py")) == ["no-sleep", "mine", "mild"]


def test_what_semgrep_ignores_is_not_checked(folder, reread):
    folder.write(".semgrepignore", "old/\n")
    folder.write("old/a.py", CODE)
    folder.write("b.py", "take_a_nap(1)\n")
    assert reread("check", "-q").out.count("no-sleep") == 1


def test_a_rule_is_silenced_by_its_path(folder, reread):
    folder.write("mine.yaml", MINE)
    folder.write("a.py", "bad(2)  # nosemgrep: some.folder.mine\n")
    assert reread("check", "-q", "a.py", "--config", "mine.yaml").out == ""


def test_scripts_read_the_fields_of_semgrep(folder, reread):
    folder.write("mine.yaml", MINE)
    folder.write("a.py", CODE)
    data = json.loads(reread("check", "a.py", "--config", "mine.yaml", "--format", "semgrep-json").out)
    first = data["results"][0]
    assert (first["check_id"], first["path"]) == ("mine", "a.py")
    assert first["start"] == {"line": 2, "col": 1, "offset": 14}
    assert first["end"] == {"line": 2, "col": 7, "offset": 20}
    extra = first["extra"]
    assert (extra["message"], extra["severity"], extra["lines"]) == ("m 2", "ERROR", "bad(2)")
    assert (extra["metavars"], extra["metadata"]) == ({"$X": {"abstract_content": "2"}}, {"cwe": "CWE-1"})
    assert extra["fingerprint"]
    assert data["paths"]["scanned"] == ["a.py"]


@pytest.mark.slow
def test_what_is_known_of_a_file_is_the_same_for_scripts(folder, reread):
    folder.write("mine.yaml", MINE)
    folder.write("a.py", CODE)
    command = ("check", "a.py", "--config", "mine.yaml", "--format", "semgrep-json")
    first, again, anew = reread(*command).out, reread(*command).out, reread(*command, "--no-cache").out
    assert first == again == anew
