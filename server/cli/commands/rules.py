"""List the rules, explain one, or run the annotated examples of rules.

list           all rules in force in this workspace
explain RULE   what a rule looks for, why, and an example
test [PATH]    run the rules of PATH (default: built-in ones and .reread/rules) over the examples beside them
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from typing import Any

from reread.analyzers.rules import testing
from reread.analyzers.rules.rule import Rule
from reread.analyzers.rules.ruleset import RuleSet
from reread.server import checking
from reread.server.cli import options, writing
from reread.server.cli.exits import CLEAN, FOUND, WRONG, UsageError
from reread.server.cli.parser import proposal
from reread.server.cli.workspace import open_workspace, rule_paths
from reread.server.output.text import printable

SUMMARY = "list, explain and test rules"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("list", "explain", "test"), help="what to do")
    parser.add_argument("names", nargs="*", metavar="NAME", help="rule ids to explain, or paths of rules to test")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to write (default: text)")
    options.add_configuration(parser)
    options.add_verbose(parser)


def run(arguments: argparse.Namespace) -> int:
    if arguments.action == "test":
        return _test(arguments)
    workspace = open_workspace((), arguments.config)
    for problem in workspace.problems:
        writing.say(problem)
    loaded = checking.rules(rule_paths(workspace), workspace.settings.enable)
    for broken in loaded.problems:
        writing.say(str(broken))
    chosen = _named(loaded, arguments) if arguments.action == "explain" else loaded.rules
    if arguments.format == "json":
        sys.stdout.write(json.dumps({"version": 1, "rules": [_as_data(rule) for rule in chosen]}, indent=2) + "\n")
    elif arguments.action == "explain":
        sys.stdout.write("\n".join(_page(rule) for rule in chosen))
    else:
        sys.stdout.writelines(_lines(chosen))
    return WRONG if loaded.problems else CLEAN


def _named(loaded: RuleSet, arguments: argparse.Namespace) -> tuple[Rule, ...]:
    by_id = {rule.id: rule for rule in loaded.rules}
    if not arguments.names:
        raise UsageError("rules explain needs the id of a rule; `reread rules list` shows all")
    for name in arguments.names:
        if name not in by_id:
            raise UsageError(f"there is no rule {name!r}{proposal(name, by_id)}; `reread rules list` shows all")
    return tuple(by_id[name] for name in arguments.names)


def _lines(rules: tuple[Rule, ...]) -> Iterator[str]:
    width = max((len(rule.id) for rule in rules), default=0)
    for rule in sorted(rules, key=lambda rule: (rule.languages, rule.id)):
        fix = f" (fix: {rule.applicability.value})" if rule.has_fix else ""
        message = printable(" ".join(rule.message.split()))
        yield f"{rule.id:<{width}}  {rule.severity.value:<7}  {', '.join(rule.languages)}  {message}{fix}\n"


def _page(rule: Rule) -> str:
    """The Markdown page of a rule."""
    fix = f"a fix that is {rule.applicability.value}" if rule.has_fix else "no fix"
    parts = [f"# {rule.id}", f"{rule.severity.value}, {', '.join(rule.languages)}, {fix}", rule.message.strip()]
    parts += [part.strip() for part in (rule.explanation, rule.documentation) if part.strip()]
    parts.append(f"To silence it on one line: `reread: ignore[{rule.id}] -- reason` in a comment at its end.")
    return "\n\n".join(parts) + "\n"


def _as_data(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "message": rule.message,
        "severity": rule.severity.value,
        "languages": list(rule.languages),
        "fix": rule.applicability.value if rule.has_fix else None,
        "documentation": rule.documentation,
        "explanation": rule.explanation,
        "metadata": dict(rule.metadata),
        "path": rule.path,
    }


def _test(arguments: argparse.Namespace) -> int:
    for path in arguments.names:
        if not os.path.exists(path):
            raise UsageError(f"{path}: there is no such file or folder")
    result = testing.run(arguments.names or _all_rules(arguments))
    failed = [example for example in result.results if example.failures]
    if arguments.format == "json":
        sys.stdout.write(json.dumps(_test_data(result), indent=2) + "\n")
    else:
        sys.stdout.writelines(
            f"{printable(example.path)}: {example.rule}: {printable(failure)}\n"
            for example in failed
            for failure in example.failures
        )
    for problem in result.problems:
        writing.say(str(problem))
    for rule in result.missing:
        writing.say(f"{rule}: has no examples")
    passed = len(result.results) - len(failed)
    sys.stderr.write(f"{passed} of {len(result.results)} examples passed, {len(result.missing)} rules without\n")
    return WRONG if result.problems else CLEAN if result.passed else FOUND


def _all_rules(arguments: argparse.Namespace) -> list[str]:
    from reread.analyzers import packs

    return [os.path.dirname(packs.__file__ or ""), *rule_paths(open_workspace((), arguments.config))]


def _test_data(result: testing.TestRun) -> dict[str, Any]:
    return {
        "version": 1,
        "passed": result.passed,
        "results": [
            {
                "rule": example.rule,
                "path": example.path,
                "expected": list(example.expected),
                "reported": list(example.reported),
                "failures": list(example.failures),
            }
            for example in result.results
        ],
        "missing": list(result.missing),
        "problems": [str(problem) for problem in result.problems],
    }
