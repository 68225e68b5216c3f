"""Joins library models to rules: each rule with `models: CLASS` gets the entries of that class.

Nothing of a rule changes where no model speaks of its classes. Summaries join every taint rule of their languages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reread.analyzers.pattern.prefilter.requirement import any_of, some_of
from reread.analyzers.rules.loading.vocabulary import ANY, CERTAINTIES
from reread.analyzers.rules.models.model import LibraryModel, ModelEntry
from reread.analyzers.rules.rule import Rule, Taint
from reread.analyzers.rules.taint_spec import ModelJoin, TaintSpec

_REPORTING = ("source", "sink")


class Joined(NamedTuple):
    """Rules with the requirements of their entries from models, and these entries by the number of the rule."""

    rules: tuple[Rule, ...]
    entries: Mapping[int, list[TaintSpec]]


class _SourceEntry(NamedTuple):
    """One entry of a model. `key` tells it from others."""

    model: ModelEntry
    entry: TaintSpec
    key: str


def join(rules: tuple[Rule, ...], models: Sequence[LibraryModel], profile: str) -> Joined:
    """The rules with the entries that models add to them under a profile."""
    spoken = [
        _SourceEntry(model, spec, repr(spec))
        for each in models
        for model in each.entries
        if _counts(model, profile)
        for spec in model.entries
    ]
    if not spoken:
        return Joined(rules, {})
    changed = list(rules)
    entries: dict[int, list[TaintSpec]] = {}
    by_languages: dict[tuple[str, ...], list[_SourceEntry]] = {}
    for number, rule in enumerate(rules):
        wanted = rule.formula if rule.mode == "taint" else None
        if not isinstance(wanted, Taint):
            continue
        own = by_languages.get(rule.languages)
        if own is None:
            own = [each for each in spoken if not set(each.model.languages).isdisjoint(rule.languages)]
            by_languages[rule.languages] = own
        added = _added(own, wanted.joins) if own else []
        if added:
            entries[number] = added
            changed[number] = _with_words(rule, added)
    return Joined(tuple(changed), entries)


def _counts(entry: ModelEntry, profile: str) -> bool:
    certainty = CERTAINTIES[entry.certainty]
    return profile in (certainty.reporting if entry.kind in _REPORTING else certainty.silencing)


def _added(spoken: Iterable[_SourceEntry], joins: Sequence[ModelJoin]) -> list[TaintSpec]:
    """The entries that a rule with these joins gets, each once."""
    found: dict[str, TaintSpec] = {}
    for each in spoken:
        if each.model.kind == "summary" or ANY in each.model.classes:
            found[each.key] = each.entry
            continue
        kind = "sanitizer" if each.model.kind == "guard" else each.model.kind
        for join in joins:
            if join.role == kind and join.model_class in each.model.classes:
                if kind == "sanitizer":
                    found[each.key] = each.entry
                else:
                    said = (join.label, join.requires, join.interfile)
                    entry = each.entry._replace(requires=join.requires)
                    if kind == "source":
                        entry = entry._replace(label=join.label, interfile=join.interfile)
                    found[f"{each.key}{said}"] = entry
    return list(found.values())


def _with_words(rule: Rule, added: Iterable[TaintSpec]) -> Rule:
    """The rule with the words of its new sources and sinks beside its own: a file may need them instead."""
    words = [each.words for each in added if each.role in _REPORTING]
    if not words:
        return rule
    some = [some_of(each) for each in words]
    named = {*rule.some, *(word for each in some for word in each)} if rule.some and all(some) else ()
    return rule._replace(words=any_of(parts=(rule.words, *words)), some=tuple(sorted(named)))
