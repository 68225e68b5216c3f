"""The specification of a taint rule: sources, sinks, sanitizers, guards, propagators, and models of calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from reread.analyzers.pattern import source
from reread.analyzers.pattern.prefilter.requirement import ALWAYS, Requirement
from reread.analyzers.pattern.source import plain, typed

DEFAULT_LABEL = "__SOURCE__"


class HasLabel(NamedTuple):
    label: str
    kind: str = "label"


class HasNot(NamedTuple):
    condition: OnLabels
    kind: str = "not"


class HasAll(NamedTuple):
    conditions: tuple[OnLabels, ...] = ()
    kind: str = "and"


class HasAny(NamedTuple):
    conditions: tuple[OnLabels, ...] = ()
    kind: str = "or"


OnLabels: TypeAlias = HasLabel | HasNot | HasAll | HasAny
"""A condition on the labels of taint, as `requires` has it."""
_CONDITIONS = source.by_kind(HasLabel, HasNot, HasAll, HasAny)


def labels_in(condition: OnLabels) -> Iterator[str]:
    """All labels that a condition names."""
    if isinstance(condition, HasLabel):
        yield condition.label
    elif isinstance(condition, HasNot):
        yield from labels_in(condition.condition)
    else:
        for each in condition.conditions:
            yield from labels_in(each)


class TaintSpec(NamedTuple):
    """One source, sink, sanitizer, guard, propagator or summary, which `role` says. Once its formula has a number,
    `formula` and `words` are empty.

    `effect` is `by-side-effect`: 0 for no, 1 for yes, 2 for only. `needs` pairs metavariables with conditions on their
    labels. `origin` and `target` are the metavariables of a propagator, which replaces the labels in `replaced` (None:
    it adds), and the ports of a summary, which gives on taint or values, as `passes` says; one without ports gives
    nothing on. A guard sanitizes the metavariable `subject` where it `holds`, or does not; one of
    two that sanitize together has a `part`. A source that is not `interfile` says nothing about other files. A
    sanitizer that is `only_unresolved` says nothing of calls whose functions are interpreted, and one `as_a_whole`
    nothing of what is taken out of a value.
    """

    role: str
    formula: source.Formula
    words: Requirement
    exact: bool = False
    effect: int = 0
    label: str = ""
    requires: OnLabels | None = None
    needs: tuple[tuple[str, OnLabels], ...] = ()
    control: bool = False
    at_exit: bool = False
    not_conflicting: bool = False
    focused: bool = False
    interfile: bool = True
    only_unresolved: bool = False
    as_a_whole: bool = False
    origin: str = ""
    target: str = ""
    passes: str = ""
    replaced: tuple[str, ...] | None = None
    subject: str = ""
    holds: bool = True
    part: int = 0

    def plain(self) -> list[Any]:
        """All fields as the cache has them."""
        return list(map(plain, self))

    def labels(self) -> Iterator[str]:
        """All labels that it gives or asks for."""
        if self.label:
            yield self.label
        for condition in (self.requires, *(each for _, each in self.needs)):
            if condition is not None:
                yield from labels_in(condition)

    @property
    def is_origin(self) -> bool:
        """True for a source that brings taint where there was none: `requires` holds without any label."""
        return self.role == "source" and (self.requires is None or _holds_of_nothing(self.requires))


NOTHING = source.All(())
_AFTER_WORDS = 3


def spec_of_plain(fields: list[Any]) -> TaintSpec:
    """The spec that `TaintSpec.plain` made this of."""
    role, formula, words, *rest = fields
    return without_formula(role, rest)._replace(formula=typed(formula), words=words)


def without_formula(role: str, rest: list[Any]) -> TaintSpec:
    """A spec of the fields of `TaintSpec.plain` after its words."""
    return TaintSpec(role, NOTHING, ALWAYS, *(typed(each, _CONDITIONS) for each in rest))


def labels_of(specs: Iterable[TaintSpec]) -> dict[str, int]:
    """A bit for each label that the specs name."""
    names: dict[str, int] = {DEFAULT_LABEL: 0}
    for spec in specs:
        for label in spec.labels():
            names.setdefault(label, len(names))
    return names


def _holds_of_nothing(condition: OnLabels) -> bool:
    if isinstance(condition, HasLabel):
        return False
    if isinstance(condition, HasNot):
        return not _holds_of_nothing(condition.condition)
    return (all if isinstance(condition, HasAll) else any)(map(_holds_of_nothing, condition.conditions))


class ModelJoin(NamedTuple):
    """Where a rule gets entries of a role from library models of a class."""

    role: str
    model_class: str
    label: str = ""
    requires: OnLabels | None = None
    interfile: bool = True

    def plain(self) -> list[Any]:
        return list(map(plain, self))


def join_of_plain(fields: list[Any]) -> ModelJoin:
    """The join that `ModelJoin.plain` made this of."""
    return ModelJoin(*(typed(each, _CONDITIONS) for each in fields))
