"""Compiles the items of a library model to entries of taint rules, using patterns built from checked names only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reread.analyzers.pattern.prefilter.requirement import all_of
from reread.analyzers.rules.loading.parse_operators import read_formula, validated
from reread.analyzers.rules.loading.vocabulary import LANGUAGES
from reread.analyzers.rules.models.model import ModelEntry
from reread.analyzers.rules.models.parse_models import ModelItem, subjects
from reread.analyzers.rules.models.patterns import (
    VALUE,
    Subject,
    argument_calls,
    callees,
    calls,
    parameters,
    words_of,
)
from reread.analyzers.rules.taint_spec import TaintSpec

_NOT_THE_OBJECT = {"metavariable-regex": {"metavariable": VALUE, "regex": "^(?!(self|cls)$)"}}


def compiled(wanted: ModelItem) -> Iterator[ModelEntry]:
    """The entries of one item, for each of its languages. Raises Wrong for what does not parse there."""
    for language, subject in subjects(wanted):
        tables = LANGUAGES[language]
        kind = _KINDS[wanted.section]
        if kind == "sanitizer" and "guard" in wanted.values:
            kind = "guard"
        entries = [
            _entry(kind, item, subject, tables, wanted.values, exact=kind in ("sink", "sanitizer"))
            for item in _items(kind, subject, language, wanted.values)
        ]
        classes = wanted.values.get("classes", ())
        yield ModelEntry(tables, kind, classes, wanted.certainty, tuple(entries))


_KINDS = {
    "sources": "source",
    "sinks": "sink",
    "sanitizers": "sanitizer",
    "summaries": "summary",
    "neutral": "summary",
}


def _entry(
    kind: str, item: dict[str, Any], subject: Subject, tables: tuple[str, ...], values: dict[str, Any], *, exact: bool
) -> TaintSpec:
    from reread.analyzers.pattern.prefilter.required_tokens import required_words

    by_side_effect = bool(item.pop("by-side-effect", False))
    formula = validated(read_formula(item), tables)
    words = all_of(parts=[required_words(formula, tables), words_of(subject)])
    focused = "patterns" in item
    entry = TaintSpec(kind, formula, words, exact=exact, effect=2 if by_side_effect else 0, focused=focused)
    if kind == "guard":
        return entry._replace(subject=VALUE, focused=False)
    if kind == "summary" and values:
        return entry._replace(origin=values["from"], target=values["to"], passes=values["kind"])
    return entry


def _items(kind: str, subject: Subject, language: str, values: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What to look for, as a rule in Semgrep's syntax writes it."""
    if kind == "source" and subject.form in ("decorator", "parameter-decorator", "callback"):
        for parameter in values["parameters"]:
            more = [_NOT_THE_OBJECT] if language == "python" else []
            yield from _focused(parameters(subject, language, parameter), more)
    elif kind == "source" and subject.form in ("attribute", "field"):
        yield from ({"pattern": pattern} for pattern in callees(subject, language))
    elif kind == "source" and values["arguments"]:
        for argument in values["arguments"]:
            for item in _focused(argument_calls(subject, language, argument), []):
                yield {**item, "by-side-effect": True}
    elif kind == "sink":
        for argument in values["arguments"]:
            if isinstance(argument, int) or language == "python":
                yield from _focused(argument_calls(subject, language, argument), [])
    elif kind == "guard":
        yield from ({"pattern": pattern} for pattern in argument_calls(subject, language, values["guard"]))
    else:
        yield from ({"pattern": pattern} for pattern in calls(subject, language))


def _focused(patterns: Iterable[str], more: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for pattern in patterns:
        yield {"patterns": [{"pattern": pattern}, {"focus-metavariable": VALUE}, *more]}
