"""List, explain, write, test and measure rules.

list           list all rules in force in this workspace
explain RULE   explain a rule, with a bad and a good example
new RULE       write .reread/rules/RULE.yaml and an example to start from
test [PATH]    test the rules and library models in PATH (default: .reread/, and in a source tree the built-in
               ones) on their examples
bench [PATH]   measure the time of each rule over the files in PATH, slowest first
evidence REPOSITORY...
               count which findings of their history were fixed, and which were left
schema         print the JSON schema of rule files, for editors; `schema models` that of library models
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
    "list": ("pages", "list_rules"),
    "explain": ("pages", "explain"),
    "new": ("new", "run"),
    "test": ("testing", "run"),
    "bench": ("bench", "run"),
    "evidence": ("evidence", "run"),
    "schema": ("new", "write_schema"),
    "docs": ("pages", "write_documentation"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "action", nargs="?", choices=tuple(_ACTIONS), metavar="ACTION", help=f"one of {', '.join(_ACTIONS)}"
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="rule ids or paths")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="output format (default: text)")
    parser.add_argument("--language", default="python", help="with new: language of the rule (default: python)")
    parser.add_argument("--taint", action="store_true", help="with new: write a taint rule")
    parser.add_argument(
        "--profile",
        choices=("quiet", "standard", "pedantic"),
        default="pedantic",
        help="with bench and evidence: the profile to measure (default: pedantic)",
    )
    parser.add_argument(
        "--years", type=options.positive, default=10, help="with evidence: how far back to go (default: 10)"
    )
    parser.add_argument(
        "--months", type=options.positive, default=3, help="with evidence: months between two revisions (default: 3)"
    )
    options.add_configuration(parser)
    options.add_verbose(parser)


def run(arguments: Options) -> int:
    if arguments.action is None:
        raise UsageError(f"rules needs an action: {', '.join(_ACTIONS)}")
    if arguments.names and not _takes(arguments.action, arguments.names):
        raise UsageError(f"rules {arguments.action}: unexpected argument: {' '.join(arguments.names)}")
    module, function = _ACTIONS[arguments.action]
    code: int = getattr(import_module(f"reread.server.cli.rules.{module}"), function)(arguments)
    return code


def _takes(action: str, names: Sequence[str]) -> bool:
    """Whether an action means something by the words after it."""
    return action != "list" and (action != "schema" or tuple(names) == ("models",))
