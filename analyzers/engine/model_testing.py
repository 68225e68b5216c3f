"""Runs the annotated examples of library models: the built-in rules that they name, with what the models teach them.

The marks are those of rules' examples (see `testing`); lines in the results are those of the model file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reread.analyzers.engine.engine import Engine
from reread.analyzers.engine.testing import ExampleResult, Failure
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.examples import all_marks, marks
from reread.analyzers.rules.models.model import LibraryModel, ModelExample
from reread.analyzers.rules.profiles import Profile
from reread.analyzers.rules.rule import Rule
from reread.analyzers.rules.ruleset import RuleSet, load
from reread.analyzers.text import Document


def run(paths: Sequence[str]) -> tuple[ExampleResult, ...]:
    """Runs the examples of the models in the files and folders given, not what is wrong with a model."""
    models = load(paths, builtin=False).models
    if not any(model.examples for model in models):
        return ()
    rules = load(paths).rules
    certain = tuple(map(_certain, models))
    found = (
        each
        for model in models
        for example in model.examples
        for each in _results(model, example, RuleSet(rules, (), certain))
    )
    return tuple(found)


def _certain(model: LibraryModel) -> LibraryModel:
    """The model with all of its entries counting, whatever the profile."""
    return model._replace(entries=tuple(entry._replace(certainty="high") for entry in model.entries))


def _results(model: LibraryModel, example: ModelExample, loaded: RuleSet) -> Iterator[ExampleResult]:
    before = example.line - 1
    named = [rule for rule in loaded.rules if any(mark.names(rule.id) for mark in all_marks(example.code))]
    known = {mark.line for mark in all_marks(example.code) for rule in named if mark.names(rule.id)}
    for mark in all_marks(example.code):
        if mark.line not in known:
            text = f"no rule is named {', '.join(mark.rules)}"
            yield _result(model, mark.rules[0], [Failure(text, before + mark.line)])
    if not named:
        yield _result(model, model.library, [Failure("the example has no mark: `ruleid:` or `ok:`", example.line)])
        return
    spoken = tuple(rule._replace(include=(), exclude=()) for rule in named)
    options = CheckOptions(report_unused_suppressions=False, profile=Profile.PEDANTIC)
    engine = Engine(RuleSet(spoken, (), loaded.models), options)
    document = Document(f"file://{model.path}", example.code, language=example.language)
    findings = engine.check(document).findings
    for rule in named:
        lines = {document.lines.line_of(finding.span.start) + 1 for finding in findings if finding.rule == rule.id}
        yield _judged(model, example, rule, lines)


def _judged(model: LibraryModel, example: ModelExample, rule: Rule, reported: set[int]) -> ExampleResult:
    expected, silent, ignored = marks(example.code, rule.id)
    before = example.line - 1
    text = example.code.split("\n")
    failures = [
        Failure(message, before + line, text[line - 1].strip())
        for message, lines in (
            ("must be reported", expected - reported),
            ("must not be reported", reported - expected - ignored),
        )
        for line in sorted(lines)
    ]

    def here(lines: set[int]) -> tuple[int, ...]:
        return tuple(before + line for line in sorted(lines))

    return ExampleResult(rule.id, model.path, here(expected), here(silent), here(reported), tuple(failures))


def _result(model: LibraryModel, rule: str, failures: Sequence[Failure]) -> ExampleResult:
    return ExampleResult(rule, model.path, (), (), (), tuple(failures))
