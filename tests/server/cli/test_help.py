"""What helps say of defaults is so: those of options, and those of settings."""

from __future__ import annotations

import re

import pytest

from reread.server.cli import options, parser
from reread.server.cli.reviewing import case_making, retrieval_measuring
from reread.server.settings import Settings
from reread.server.settings_problems import keys

ACTIONS = [
    (name, action)
    for name in parser.command_names()
    for action in parser.parser_of(name, parser.find(name))._actions
    if "default: " in (action.help or "")
]
IN_WORDS = {
    ("consent", "answer"),
    ("eval", "most"),
    ("forget", "workspace"),
    ("init", "path"),
    ("logs", "level"),
    ("pr", "base"),
    ("pr", "number"),
    ("report", "coverage"),
    ("report", "output_file"),
    ("server", "log_level"),
    ("setup", "parts"),
    *((name, "baseline") for name in ("check", "pr", "review")),
}
"""Defaults that are no value."""


def default_of(setting):
    value = Settings()
    for part in setting.split("."):
        value = getattr(value, part.replace("-", "_"))
    return value


def wrong(action, said):
    """Whether a help says something else than the default of its option, or of the setting that it names."""
    setting, _, otherwise = said.partition(", else ")
    if setting in set(keys()):
        return action.default is not None or (otherwise != "" and otherwise != str(default_of(setting)))
    return said.partition(";")[0] != str(action.default)


@pytest.mark.parametrize(("name", "action"), ACTIONS, ids=lambda each: getattr(each, "dest", each))
def test_a_help_says_the_default_that_there_is(name, action):
    if (name, action.dest) not in IN_WORDS:
        assert [said for said in re.findall(r"\(default: ([^)]*)\)", action.help) if wrong(action, said)] == []


def test_only_what_is_in_words_is_taken_on_trust():
    assert {(name, action.dest) for name, action in ACTIONS} >= IN_WORDS


@pytest.mark.parametrize(
    ("default", "said"),
    [("text", "json"), (3, "2; at least 1"), (None, "rules.profile, else quiet"), ("x", "rules.profile")],
)
def test_a_help_that_says_another_default_is_seen(default, said):
    action = next(action for _, action in ACTIONS)
    changed = type("Action", (), {"default": default, "dest": action.dest})
    assert wrong(changed, said)


def test_the_numbers_of_an_evaluation_are_those_that_its_help_says():
    [action] = [action for name, action in ACTIONS if (name, action.dest) == ("eval", "most")]
    said = re.findall(r"\(default: (\d+)\)", action.help)
    assert said == [str(retrieval_measuring._QUERIES), str(case_making._MOST)]


def test_options_without_arguments_are_those_of_the_command_line():
    given = parser.parser_of("check", parser.find("check")).parse_args([])
    assert options.OutputOptions() == options.read(options.OutputOptions, given)
    assert options.RuleOptions() == options.read(options.RuleOptions, given)
