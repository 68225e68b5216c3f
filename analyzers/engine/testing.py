"""Runs rules over their annotated examples: a line after `ruleid: x` must be reported, one after `ok: x` must not.

Beside `rule.yaml` stand `rule.py`, `rule.js` and so on. `todoruleid:` (should be reported one day) and `todook:`
(should not) mark what is known to be wrong and are not judged; lines without a mark are not reported either, or the
example is wrong.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from reread.analyzers.engine.engine import Engine
from reread.analyzers.findings import Applicability, Finding
from reread.analyzers.fixes import Rejected, fix_all, verify
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.examples import all_marks, document_of_example, examples_of, marks, read_example
from reread.analyzers.rules.rule import Check, Problem, Rule
from reread.analyzers.rules.ruleset import RuleSet, load
from reread.analyzers.text import Document


class Failure(NamedTuple):
    """A problem in one line (from 1) with its `text`, or in the whole file, where `line` is 0."""

    message: str
    line: int = 0
    text: str = ""

    def __str__(self) -> str:
        return f"line {self.line} {self.message}" if self.line else self.message


class ExampleResult(NamedTuple):
    """The result of running one rule over one example file. Lines count from 1; `failures` lists the problems.

    `done` are lines marked as still to do that are as they should be by now.
    """

    rule: str
    path: str
    expected: tuple[int, ...]
    silent: tuple[int, ...]
    reported: tuple[int, ...]
    failures: tuple[Failure, ...]
    done: tuple[int, ...] = ()


class TestRun(NamedTuple):
    """`missing` are the rules without an example that must be reported or without one that must not."""

    results: tuple[ExampleResult, ...]
    missing: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def passed(self) -> bool:
        return not self.problems and not any(result.failures for result in self.results)


def run(paths: Sequence[str]) -> TestRun:
    """Runs the rules of the files and folders given over the examples that are beside them."""
    rules = load(paths, builtin=False)
    results: list[ExampleResult] = []
    missing: list[str] = []
    for rule in rules.rules:
        mine = [run_example(rule, path) for path in examples_of(rule)]
        results += mine
        if not any(each.expected for each in mine) or not any(each.silent for each in mine):
            missing.append(rule.id)
    return TestRun(tuple(results), tuple(missing), rules.problems)


def run_example(rule: Rule, path: str, *, each_fix: bool = True) -> ExampleResult:
    """One rule over one example file, and its fixes over that: together and, with `each_fix`, each by itself."""
    document = document_of_example(path, rule)
    expected, silent, ignored = marks(document.text, rule.id)
    engine = Engine(RuleSet((rule._replace(include=(), exclude=()),)), CheckOptions(report_unused_suppressions=False))
    analysis = engine.check(document)
    reported = {document.lines.line_of(finding.span.start) + 1 for finding in analysis.findings}
    lines = document.text.split("\n")
    failures = [Failure("must be reported", line, _text(lines, line)) for line in sorted(expected - reported)]
    failures += [
        Failure("must not be reported", line, _text(lines, line)) for line in sorted(reported - expected - ignored)
    ]
    if rule.has_fix:
        failures += map(Failure, _failures_of_fixed(document, analysis.findings, path))
        failures += map(Failure, _fix_failures(engine, document) if each_fix else ())
    return ExampleResult(
        rule.id,
        path,
        tuple(sorted(expected)),
        tuple(sorted(silent)),
        tuple(sorted(reported)),
        tuple(failures),
        _done(document.text, rule.id, reported),
    )


def _text(lines: Sequence[str], line: int) -> str:
    return lines[line - 1].strip() if line <= len(lines) else ""


def _done(text: str, rule: str, reported: set[int]) -> tuple[int, ...]:
    todo = [mark for mark in all_marks(text) if mark.kind.startswith("todo") and mark.names(rule)]
    return tuple(mark.line for mark in todo if (mark.line in reported) == (mark.kind == "todoruleid"))


def run_definitions() -> TestRun:
    """Runs the rules in Python over the examples in their definitions."""
    from reread.analyzers.rules.checks import definition_of
    from reread.analyzers.rules.definition import Example
    from reread.analyzers.rules.profiles import Profile

    results = []
    for rule in load().rules:
        if not isinstance(rule.formula, Check):
            continue
        options = CheckOptions(report_unused_suppressions=False, profile=Profile.PEDANTIC)
        engine = Engine(RuleSet((rule,)), options)
        definition = definition_of(rule.formula.module)

        def failure(example: Example, wanted: bool, engine: Engine = engine) -> Failure | None:
            document = Document(
                f"file:///{example.path or 'x'}", example.code, path=example.path, language=example.language
            )
            if bool(engine.check(document, example.path).findings) == wanted:
                return None
            first = example.code.strip().split("\n", 1)[0]
            return Failure(f"an example must {'' if wanted else 'not '}be reported: {first}")

        found = [failure(example, True) for example in definition.invalid]
        found += [failure(example, False) for example in definition.valid]
        failures = tuple(each for each in found if each is not None)
        results.append(ExampleResult(rule.id, rule.path, (), (), (), failures))
    return TestRun(tuple(results), (), ())


def fixed(document: Document, findings: Sequence[Finding]) -> Document:
    """The document with the first fix of every finding applied; of fixes that overlap, the first one."""
    return fix_all(document, findings, applicabilities=frozenset(Applicability)).document


def _failures_of_fixed(document: Document, findings: Sequence[Finding], path: str) -> Iterator[str]:
    """Compares the fixed document with the file that says how it should look, where there is one."""
    stem, ending = os.path.splitext(path)
    wanted = f"{stem}.fixed{ending}"
    if os.path.exists(wanted) and fixed(document, findings).text != read_example(wanted).text:
        yield f"the fixed example differs from {os.path.basename(wanted)}"


def _fix_failures(engine: Engine, document: Document) -> Iterator[str]:
    @cache
    def check(version: Document) -> Sequence[Finding]:
        return engine.check(version).findings

    for finding in check(document):
        for fix in finding.fixes:
            result = verify(document, fix, check=check, finding=finding)
            if isinstance(result, Rejected):
                line = document.lines.line_of(finding.span.start) + 1
                yield f"the fix of line {line} does not hold: {result.reason}"
    together = fix_all(document, check(document), check, applicabilities=frozenset(Applicability))
    if any(finding.fixes for finding in together.remaining):
        yield "the fixes do not remove all findings that have one"
