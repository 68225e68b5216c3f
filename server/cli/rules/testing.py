"""`reread rules test`: runs rules over their annotated examples."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from reread.analyzers.engine import model_testing, testing
from reread.analyzers.rules.rule import Problem
from reread.analyzers.shown.terminal import printable
from reread.server.cli import writing
from reread.server.cli.options import RulesOptions
from reread.server.cli.rules.problems import described
from reread.server.cli.workspace import open_workspace, rule_paths
from reread.server.exits import CLEAN, FOUND, WRONG, UsageError, no_such

_LONGEST = 120


def run(arguments: RulesOptions) -> int:
    for path in arguments.names:
        if not os.path.exists(path):
            raise UsageError(no_such("file or folder", path))
    result = _named(arguments.names) if arguments.names else _all(arguments)
    failed = [example for example in result.results if example.failures]
    if arguments.format == "json":
        sys.stdout.write(json.dumps(_as_data(result), indent=2) + "\n")
    else:
        for example in result.results:
            sys.stdout.writelines(_lines(example))
    for problem in result.problems:
        writing.say(described(problem))
    for rule in result.missing:
        writing.say(f"{rule}: needs examples of both kinds, `ruleid:` and `ok:`")
    passed = len(result.results) - len(failed)
    without = writing.plural(len(result.missing), "rule")
    sys.stderr.write(f"{passed} of {len(result.results)} examples passed, {without} without\n")
    return WRONG if result.problems else CLEAN if result.passed else FOUND


def _lines(example: testing.ExampleResult) -> Iterator[str]:
    """What went wrong in one example file, and where, with the line itself."""
    path = printable(example.path)
    for failure in example.failures:
        where = f"{path}:{failure.line}" if failure.line else path
        yield f"{where}: {example.rule}: {printable(failure.message)}\n"
        if failure.text:
            yield f"{failure.line:>5} | {printable(failure.text)[:_LONGEST]}\n"
    for line in example.done:
        yield f"{path}:{line}: {example.rule}: passes; remove `todo` from the annotation\n"


def _named(paths: Sequence[str]) -> testing.TestRun:
    """The rules and library models of some files and folders."""
    found = testing.run(paths)
    return found._replace(results=(*found.results, *model_testing.run(paths)))


def _all(arguments: RulesOptions) -> testing.TestRun:
    """The rules of the workspace, and the built-in ones where their examples are: a wheel has none."""
    from reread.analyzers import packs

    paths = rule_paths(open_workspace((), arguments.config))
    built_in = os.path.dirname(packs.__file__ or "")
    if _has_examples(built_in):
        paths = (built_in, *paths)
    one, other = _named(paths), testing.run_definitions()
    return testing.TestRun((*one.results, *other.results), one.missing, one.problems)


def _has_examples(folder: str) -> bool:
    others = (".yaml", ".prepared", ".md", ".pyc", "__init__.py")
    return any(not name.endswith(others) for _, _, names in os.walk(folder) for name in names)


def _as_data(result: testing.TestRun) -> dict[str, Any]:
    return {
        "version": 1,
        "passed": result.passed,
        "results": [
            {
                "rule": example.rule,
                "path": example.path,
                "expected": list(example.expected),
                "reported": list(example.reported),
                "failures": [str(failure) for failure in example.failures],
                "done": list(example.done),
            }
            for example in result.results
        ],
        "missing": list(result.missing),
        "problems": [_problem(problem) for problem in result.problems],
    }


def _problem(problem: Problem) -> str:
    return described(problem)
