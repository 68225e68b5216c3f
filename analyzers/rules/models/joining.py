"""Library models join rules: each rule that says `models: CLASS` gets the entries of that class as its own.

Nothing of a rule changes where no model speaks of its classes. Summaries join every taint rule of their languages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from reread.analyzers.pattern.prefilter.required_tokens import prepared, some_of
from reread.analyzers.rules.loading.vocabulary import ANY, CERTAINTIES
from reread.analyzers.rules.models.model import LibraryModel, ModelEntry
from reread.analyzers.rules.rule import Rule
from reread.analyzers.rules.taint_spec import TaintSpec

_REPORTING = ("source", "sink")


class Joined(NamedTuple):
    """Rules with what a file needs for their entries from models, and these entries by the number of the rule, in
    source form.
    """

    rules: tuple[Rule, ...]
    entries: Mapping[int, list[list[Any]]]


class _SourceEntry(NamedTuple):
    """One entry of a model, read once for all rules. `plain` is its source form, `key` tells it from others."""

    model: ModelEntry
    entry: TaintSpec
    plain: list[Any]
    key: str


def join(rules: tuple[Rule, ...], models: Sequence[LibraryModel], profile: str) -> Joined:
    """The rules with the entries that models add to them under a profile."""
    spoken = [
        _SourceEntry(model, TaintSpec(*plain), list(plain), repr(plain))
        for each in models
        for model in each.entries
        if _counts(model, profile)
        for plain in model.entries
    ]
    if not spoken:
        return Joined(rules, {})
    changed = list(rules)
    entries: dict[int, list[list[Any]]] = {}
    by_languages: dict[tuple[str, ...], list[_SourceEntry]] = {}
    for number, rule in enumerate(rules):
        if rule.mode != "taint":
            continue
        own = by_languages.get(rule.languages)
        if own is None:
            own = [each for each in spoken if not set(each.model.languages).isdisjoint(rule.languages)]
            by_languages[rule.languages] = own
        added = _added(own, [TaintSpec(*each) for each in rule.formula[3]]) if own else []
        if added:
            entries[number] = added
            changed[number] = _with_words(rule, added)
    return Joined(tuple(changed), entries)


def _counts(entry: ModelEntry, profile: str) -> bool:
    certainty = CERTAINTIES[entry.certainty]
    return profile in (certainty.reporting if entry.kind in _REPORTING else certainty.silencing)


def _added(spoken: Iterable[_SourceEntry], joins: Sequence[TaintSpec]) -> list[list[Any]]:
    """The entries, in source form, that a rule with these joins gets, each once."""
    found: dict[str, list[Any]] = {}
    for each in spoken:
        if each.model.kind == "summary" or ANY in each.model.classes:
            found[each.key] = each.plain
            continue
        kind = "sanitizer" if each.model.kind == "guard" else each.model.kind
        for join in joins:
            if join.route[0] == kind and join.route[1] in each.model.classes:
                if kind == "sanitizer":
                    found[each.key] = each.plain
                else:
                    said = (join.label, join.requires, join.interfile)
                    entry = each.entry._replace(requires=join.requires)
                    if kind == "source":
                        entry = entry._replace(label=join.label, interfile=join.interfile)
                    found[f"{each.key}{said}"] = list(entry)
    return list(found.values())


def _with_words(rule: Rule, added: Iterable[list[Any]]) -> Rule:
    """The rule with the words of its new sources and sinks beside its own: a file may need them instead."""
    words = [prepared(each[2]) for each in added if each[0] in _REPORTING]
    if not words:
        return rule
    some = [some_of(each) for each in words]
    named = {*rule.some, *(word for each in some for word in each)} if rule.some and all(some) else ()
    return rule._replace(words=("any", frozenset(), (), (prepared(rule.words), *words)), some=tuple(sorted(named)))
