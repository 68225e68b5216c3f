"""Options are typed where the command line is read: no `argparse.Namespace` goes further in."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from reread.server.cli import options, parser
from reread.server.exits import UsageError

FOLDER = Path(__file__).parents[3] / "server" / "cli"
NOT_READ = {"help", "clientProcessId"}
REQUIRED = {
    "search": ["words"],
    "completions": ["bash"],
    "hook": ["codex"],
    "pr": ["post"],
    "ask": ["why"],
    "eval": ["golden"],
    "suggest-test": ["a.py:1"],
    "merge": ["1.json"],
}


def fields(kind: type) -> set[str]:
    """The names of the fields of options, with those of the options inside them."""
    values = kind(*([None] * len(kind._fields)))
    nested = options.get_type_hints(kind)
    return {
        name
        for field in values._fields
        for name in (fields(nested[field]) if hasattr(nested[field], "_fields") else {field})
    }


@pytest.mark.parametrize("name", parser.command_names())
def test_each_argument_of_a_command_is_a_field_of_its_options(name):
    command = parser.find(name)
    arguments = {action.dest for action in parser.parser_of(name, command)._actions} - NOT_READ
    assert fields(command.Options) == arguments


@pytest.mark.parametrize("name", parser.command_names())
def test_options_have_the_types_that_they_declare(name):
    command = parser.find(name)
    read = parser.options_of(name, command, REQUIRED.get(name, []))
    assert msgspec.convert(msgspec.to_builtins(read), command.Options) == read


def test_options_that_may_be_given_several_times_are_tuples():
    read = parser.options_of("check", parser.find("check"), ["a.py", "--select", "a,b", "--select", "c", "-vv"])
    assert (read.paths, read.chosen.select, read.output.verbose) == (("a.py",), ("a,b", "c"), 2)


def test_an_option_without_a_field_is_refused():
    class Options(NamedTuple):
        missing: str

    command = parser.find("demo")
    with pytest.raises(AttributeError, match="missing"):
        options.read(Options, parser.parser_of("demo", command).parse_args([]))


def test_an_argument_of_the_wrong_type_is_wrong_use():
    with pytest.raises(UsageError, match="--budget"):
        parser.options_of("review", parser.find("review"), ["--budget", "much"])


def test_a_namespace_is_known_to_the_parser_alone():
    knowing = [
        path.relative_to(FOLDER).as_posix()
        for path in sorted(FOLDER.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "Namespace"
    ]
    assert set(knowing) == {"options.py"}
