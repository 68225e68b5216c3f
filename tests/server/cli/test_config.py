"""`reread config`: what is in force, where it comes from, and what is wrong."""

from __future__ import annotations

import json
import os
import subprocess
import tomllib

import jsonschema
import pytest

from reread.server import settings_schema
from tests.server.cli.conftest import OWN_SETTINGS


@pytest.fixture(autouse=True)
def no_settings_of_ones_own(folder) -> None:
    (folder.path / OWN_SETTINGS).unlink()


def test_each_setting_is_shown_with_what_set_it(folder, reread, monkeypatch):
    folder.write("reread.toml", '[rules]\nprofile = "standard"\n')
    monkeypatch.setenv("REREAD_MODEL", "m")
    result = reread("config")
    assert result.code == 0
    file = os.path.join(folder.path, "reread.toml")
    assert result.out == f'rules.profile = "standard"  # {file}\nreview.model = "m"  # environment\n'


def test_defaults_are_shown_when_asked_for(folder, reread):
    assert reread("config").out == ""
    assert 'run = "on-type"  # default\n' in reread("config", "-v").out
    shown = json.loads(reread("config", "--format", "json").out)["settings"]
    assert shown["max-file-size"] == {"value": 1_000_000, "origin": "default"}


def test_a_broken_file_is_shown_and_ends_with_2(folder, reread):
    folder.write("reread.toml", "runn = 1\n")
    result = reread("config", "validate")
    assert result.code == 2
    assert "reread.toml:1: runn: no such setting: `runn`. Did you mean `run`?" in result.err


def test_a_file_can_be_named(folder, reread):
    folder.write("other.toml", "max-file-size = 0\n")
    result = reread("config", "validate", "other.toml")
    assert (result.code, "other.toml:1: max-file-size: expected" in result.err) == (2, True)
    assert reread("config", "validate").code == 0
    assert reread("config", "validate", "nosuch.toml").code == 2
    assert reread("config", "show", "other.toml").code == 2


HOUSE_OPTION = "[rules.options.no-sleep]\nlimit = 3\n"
WRONG_RULES = {
    "an unknown rule that is selected": (
        '[rules]\nselect = ["no-slep", "no-sleep"]\n',
        "reread.toml:2: rules.select: no such rule: no-slep. Did you mean 'no-sleep'?",
        0,
    ),
    "nothing that is there is selected": (
        '[rules]\nselect = ["no-slep"]\n',
        "reread.toml:2: rules.select: selects no existing rule, so nothing would be checked",
        2,
    ),
    "an unknown rule that is ignored": (
        '[rules]\nignore = ["xyz"]\n',
        "reread.toml:2: rules.ignore: no such rule: xyz",
        0,
    ),
    "the severity of an unknown rule": (
        '[rules.severity]\n"py/xyz.a" = "hint"\n',
        "rules.severity.py/xyz.a: no such rule: py/xyz.a",
        0,
    ),
    "a threshold of an unknown rule": (
        "[rules.options.xyz]\nlimit = 3\n",
        "reread.toml:1: rules.options.xyz: no such rule: xyz",
        0,
    ),
    "an unknown threshold": (
        "[rules.options.function-too-long]\nlimt = 3\n",
        "reread.toml:2: rules.options.function-too-long.limt: no such option: limt. Did you mean 'limit'?",
        2,
    ),
    "a threshold of a rule that has none": (
        HOUSE_OPTION,
        "reread.toml:2: rules.options.no-sleep.limit: no such option: limit; no-sleep has none",
        2,
    ),
    "a threshold of a rule of the index that has none": (
        '[rules.options."index/call-mismatch"]\nxyz = 3\n',
        "rules.options.index/call-mismatch.xyz: no such option: xyz; index/call-mismatch has none",
        2,
    ),
    "a threshold below 0": (
        "[rules.options.function-too-long]\nlimit = -1\n",
        "reread.toml:2: rules.options.function-too-long.limit: expected a whole number of at least 0, got -1",
        2,
    ),
}


@pytest.mark.parametrize(("text", "said", "code"), WRONG_RULES.values(), ids=WRONG_RULES)
def test_what_is_wrong_with_rules_is_not_valid_and_said_by_check_too(folder, reread, text, said, code):
    folder.write("reread.toml", text)
    for validating in (("config", "validate"), ("config", "validate", "reread.toml")):
        result = reread(*validating)
        assert (result.code, result.out) == (2, "")
        assert [line for line in result.err.splitlines() if line.endswith(said)]
        assert "valid\n" not in result.err
    checked = reread("check")
    assert (checked.code, said.split(": ")[-1] in checked.err) == (code, True)


def test_rules_that_are_there_are_valid_by_all_their_names(folder, reread):
    folder.write(
        "reread.toml",
        '[rules]\nselect = ["no-sleep", "sql-injection", "go/*"]\nignore = ["index/call-mismatch"]\n'
        '[rules.severity]\n"py/sql-injection" = "hint"\n'
        "[rules.options.function-too-long]\nlimit = 0\n",
    )
    assert reread("config", "validate") == (0, "", "the settings are valid\n")


def test_names_of_rules_that_are_switched_off_are_not_looked_at(folder, reread):
    folder.write(OWN_SETTINGS, '[rules]\nenable = false\nselect = ["xyz"]\n')
    assert reread("config", "validate").code == 0


def test_an_option_that_selects_goes_before_a_selection_of_nothing(folder, reread):
    folder.write("reread.toml", '[rules]\nselect = ["xyz"]\n')
    assert reread("check", "--select", "no-sleep").code == 0


def test_the_schema_knows_what_the_settings_are(folder, reread):
    schema = json.loads(reread("config", "schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    good = '"$schema" = "x"\nexclude = ["a"]\n[rules]\nprofile = "quiet"\nseverity = { "py/x" = "off" }\n'
    validator.validate(tomllib.loads(good))
    for wrong in ("[rules]\nprofil = 'quiet'\n", "max-file-size = 0\n", "[rules]\nprofile = 'loud'\n"):
        with pytest.raises(jsonschema.ValidationError):
            validator.validate(tomllib.loads(wrong))


def test_the_schema_says_what_a_repository_cannot_set(folder):
    review = settings_schema.schema()["$defs"]["ReviewSettings"]["properties"]
    assert "a repository cannot set it" in review["base-url"]["description"]
    assert "a repository cannot set it" not in review["max-findings"]["description"]


def test_the_published_schema_is_that_of_the_settings(folder):
    path = os.path.join(os.path.dirname(__file__), "..", "..", "..", "docs", "settings.schema.json")
    with open(path, encoding="utf-8") as file:
        assert file.read() == settings_schema.text(), "make it anew: reread config schema > docs/settings.schema.json"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completions_know_commands_and_options(folder, reread, shell):
    result = reread("completions", shell)
    assert result.code == 0
    assert "baseline" in result.out and "staged" in result.out


def test_bash_completes_a_command(folder, reread):
    folder.write("reread.bash", reread("completions", "bash").out)
    script = 'source reread.bash; COMP_WORDS=(reread bas); COMP_CWORD=1; _shtab_reread; echo "${COMPREPLY[@]}"'
    done = subprocess.run(["bash", "-c", script], cwd=folder.path, capture_output=True, text=True)
    assert done.stdout == "baseline\n", done.stderr


def test_an_unknown_shell_is_wrong_use(folder, reread):
    assert reread("completions", "tcsh").code == 2
