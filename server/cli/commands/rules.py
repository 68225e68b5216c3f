"""List, explain, write, test and measure rules.

list           all rules in force in this workspace
explain RULE   what a rule looks for, why, with a bad and a good example
new RULE       write .reread/rules/RULE.yaml and an example, ready to be changed
test [PATH]    run the rules and library models of PATH (default: built-in ones and .reread/) over their examples
bench [PATH]   how long each rule takes over the files of PATH, the slowest first
schema         the JSON schema of rule files, for editors; `schema models` that of library models
docs FOLDER    write a page for each built-in rule, and an index
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module

from reread.server.cli import options
from reread.server.cli.options import RulesOptions as Options
from reread.server.exits import UsageError

SUMMARY = "list, explain, write, test and measure rules"

_ACTIONS = {
    "list": ("rules_pages", "list_rules"),
    "explain": ("rules_pages", "explain"),
    "new": ("rules_new", "run"),
    "test": ("rules_testing", "run"),
    "bench": ("rules_bench", "run"),
    "schema": ("rules_new", "write_schema"),
    "docs": ("rules_pages", "write_documentation"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", nargs="?", choices=tuple(_ACTIONS), help="what to do")
    parser.add_argument("names", nargs="*", metavar="NAME", help="rule ids, or paths of rules or files")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to write (default: text)")
    parser.add_argument("--language", default="python", help="the language of a new rule (default: python)")
    parser.add_argument("--taint", action="store_true", help="new: a taint rule, from sources to sinks")
    parser.add_argument(
        "--profile", choices=("quiet", "standard", "pedantic"), default="pedantic", help="bench: which rules run"
    )
    options.add_configuration(parser)
    options.add_verbose(parser)


def run(arguments: Options) -> int:
    if arguments.action is None:
        raise UsageError(f"rules needs a word for what to do: {', '.join(_ACTIONS)}")
    if arguments.names and not _takes(arguments.action, arguments.names):
        raise UsageError(f"rules {arguments.action} takes no {' '.join(arguments.names)!r}")
    module, function = _ACTIONS[arguments.action]
    code: int = getattr(import_module(f"reread.server.cli.{module}"), function)(arguments)
    return code


def _takes(action: str, names: Sequence[str]) -> bool:
    """Whether an action means something by the words after it."""
    return action != "list" and (action != "schema" or tuple(names) == ("models",))
