"""Labelling: from where the specs of taint rules matched to the taint specifications of each function."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from reread.analyzers.pattern.formulas.formula import Match
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.taint_spec import DEFAULT_LABEL, HasLabel, HasNot, OnLabels, TaintSpec
from reread.analyzers.taint.rules import TaintRule

if TYPE_CHECKING:
    from reread.analyzers.dataflow.domain.taint_specs import (
        Guard,
        LibrarySummary,
        Propagator,
        Requires,
        Sanitizer,
        Sink,
        Source,
        TaintSpecs,
    )
    from reread.analyzers.dataflow.summaries.function_units import Placement, Unit


_STATEMENTS = ("statement", "declaration")
"""What the kinds of nodes that are no expressions end with."""
_SAME_FOR_ALL = ("source", "sanitizer", "guard", "summary")
"""The kinds of specs that say the same for all rules that have them."""


class Matched(NamedTuple):
    """Where a spec of a taint rule matched, in bytes, and what its metavariables stand for: name, start, end, text.

    `single` when the range is that of one syntax node; `of_statements` when it is that of one or more statements.
    """

    start: int
    end: int
    bound: tuple[tuple[str, int, int, bytes], ...]
    single: bool = True
    of_statements: bool = False

    def moved(self, distance: int) -> Matched:
        bound = tuple((name, start + distance, end + distance, text) for name, start, end, text in self.bound)
        return Matched(self.start + distance, self.end + distance, bound, self.single, self.of_statements)


Texts: TypeAlias = tuple[tuple[str, bytes], ...]


def texts(place: Matched) -> Texts:
    """What the metavariables stand for, wherever that is."""
    return tuple((name, text) for name, _, _, text in place.bound)


def place_of(match: Match, context: MatchContext) -> Matched:
    """The place of a match, without brackets around it."""
    start, end = _stripped(match.start, match.end, context)
    single = match.node.start_byte <= start and end <= match.node.end_byte
    bound = []
    for name, each in match.bindings.items():
        low, high = _stripped(each.start, each.end, context)
        bound.append((name, low, high, each.text))
        if low == start and high == end and each.node is None:
            single = False
    return Matched(start, end, tuple(bound), single, _is_of_statements(match))


def _is_of_statements(match: Match) -> bool:
    return match.inner is not None or match.node.end_byte < match.end or match.node.type.endswith(_STATEMENTS)


def _stripped(start: int, end: int, context: MatchContext) -> tuple[int, int]:
    """A range without the brackets around it, where they stand around all of it."""
    while context.data[start : start + 1] == b"(" and context.data[end - 1 : end] == b")":
        node = context.root.descendant_for_byte_range(start, end)
        if node is None or node.start_byte != start or node.end_byte != end or node.named_child_count != 1:
            break
        child = node.named_child(0)
        if child is None or node.type not in context.language.leeway.transparent:
            break
        start, end = child.start_byte, child.end_byte
    return start, end


class ActiveRule(NamedTuple):
    """A rule that has both sources and sinks in the document; its labels begin with number `shift`, and `bits` are
    those of them that are certain.
    """

    rule: TaintRule
    shift: int
    bits: int

    def label(self, name: str) -> int:
        """The bit of a label of the rule that is certain."""
        return 1 << 2 * (self.shift + self.rule.labels[name])


class Labelling:
    """Puts the matches where they belong: to the function around them, or to all functions in them.

    `sources` and `sinks` are the bits of the rules that have some in a function, by its id.
    """

    def __init__(
        self, units: list[Unit], active: list[ActiveRule], places: Mapping[int, list[Matched]], everywhere: int
    ) -> None:
        self.active = active
        self.everywhere = everywhere
        self.sources: dict[int, int] = {}
        self.sinks: dict[int, int] = {}
        self._units = units
        self._starts = [unit.site.start for unit in units[1:]]
        self._shared: dict[int, list[tuple[TaintSpec, int, int, Matched]]] = {}
        self._single: dict[int, list[tuple[TaintSpec, int, Matched]]] = {}
        at = {number: [(place, self._units_at(place)) for place in found] for number, found in places.items()}
        for number, spec, bits, own in _shared(active):
            for place, around in at.get(number, ()):
                for unit in around:
                    self._shared.setdefault(id(unit), []).append((spec, bits, own, place))
                    if spec.role == "source":
                        self.sources[id(unit)] = self.sources.get(id(unit), 0) | own
        for index, each in enumerate(active):
            for number, spec in each.rule.specs:
                if spec.role in ("sink", "propagator") or spec.requires is not None or _gives_way(spec):
                    taken = _endpoints(each, places) if _gives_way(spec) else frozenset()
                    for place, around in at.get(number, ()):
                        if (place.start, place.end) in taken:
                            continue
                        for unit in around:
                            self._add(unit, index, spec, place)

    def _add(self, unit: Unit, index: int, spec: TaintSpec, place: Matched) -> None:
        self._single.setdefault(id(unit), []).append((spec, index, place))
        # A source that only changes the labels of taint brings none.
        group = self.sinks if spec.role == "sink" else self.sources if spec.is_origin else None
        if group is not None:
            group[id(unit)] = group.get(id(unit), 0) | self.active[index].bits

    def _units_at(self, place: Matched) -> list[Unit]:
        """The functions that a place is in or that are in it."""
        last = bisect_right(self._starts, place.start)
        inside = self._units[last] if last else None
        if inside is not None and inside.site.start <= place.start and place.end <= inside.site.end:
            return [inside]
        around = [unit for unit in self._units[1:] if place.start <= unit.site.start and unit.site.end <= place.end]
        return [self._units[0], *around]

    def labelled(self) -> set[int]:
        """The ids of the functions in which anything matched."""
        return {*self._shared, *self._single}

    def of(self, unit: Unit) -> TaintSpecs:
        """The taint specifications of a function."""
        from reread.analyzers.dataflow.domain import taint_specs
        from reread.analyzers.dataflow.domain.taint_bits import paired

        sources: list[Source] = []
        sanitizers: list[Sanitizer] = []
        sinks: list[Sink] = []
        propagators: list[Propagator] = []
        guards: list[Guard] = []
        summaries: list[LibrarySummary] = []
        placement = unit.placement
        for spec, bits, own, place in self._shared.get(id(unit), ()):
            start, end = placement.own(place.start), placement.own(place.end)
            if spec.role == "source":
                sources.append(
                    taint_specs.Source(
                        *(start, end, bits, spec.exact, spec.effect, None, spec.control, texts(place)),
                        loose=not place.single,
                        only_unresolved=spec.only_unresolved,
                        suspected=not spec.interfile,
                    )
                )
            elif spec.role == "sanitizer":
                cleaned = paired(own) * self.everywhere
                sanitizers.append(_sanitizer(spec, start, end, cleaned, place))
            elif spec.role == "summary":
                summaries.append(taint_specs.LibrarySummary(start, end, spec.origin, spec.target, spec.passes))
            elif (target := _bound_at(place, spec.subject, placement)) is not None:
                text = dict(texts(place))[spec.subject].decode(errors="replace")
                name = text if text.isidentifier() else ""
                guards.append(
                    taint_specs.Guard(start, end, target, paired(own) * self.everywhere, spec.holds, name, spec.part)
                )
        for spec, index, place in self._single.get(id(unit), ()):
            each = self.active[index]
            if spec.role == "source":
                sources.append(_source(spec, each, place, placement))
            elif spec.role == "sink":
                sinks.append(_sink(spec, each, index, place, placement))
            elif spec.role == "sanitizer":
                start, end, cleaned = (
                    placement.own(place.start),
                    placement.own(place.end),
                    paired(each.bits) * self.everywhere,
                )
                sanitizers.append(_sanitizer(spec, start, end, cleaned, place))
            elif (propagator := _propagator(spec, each, place, placement)) is not None:
                propagators.append(propagator)
        return taint_specs.TaintSpecs(sources, sanitizers, sinks, propagators, guards, summaries)


def _label(spec: TaintSpec, each: ActiveRule) -> int:
    return each.label(spec.label) if spec.label else 0


def _source(spec: TaintSpec, each: ActiveRule, place: Matched, placement: Placement) -> Source:
    from reread.analyzers.dataflow.domain.taint_specs import Source

    return Source(
        placement.own(place.start),
        placement.own(place.end),
        _label(spec, each),
        spec.exact,
        spec.effect,
        None if spec.requires is None else _compiled(spec.requires, each),
        spec.control,
        texts(place),
        not place.single,
        spec.only_unresolved,
        not spec.interfile,
    )


def _sink(spec: TaintSpec, each: ActiveRule, index: int, place: Matched, placement: Placement) -> Sink:
    from reread.analyzers.dataflow.domain.taint_specs import Sink

    bits = each.bits
    if spec.requires is None and not spec.needs:
        # As in Semgrep, a sink that says nothing of labels is about taint without one.
        bits = each.label(DEFAULT_LABEL)
    return Sink(
        placement.own(place.start),
        placement.own(place.end),
        bits,
        index,
        spec.exact,
        spec.focused,
        None if spec.requires is None else _compiled(spec.requires, each),
        _needs(spec, each, place, placement),
        spec.at_exit,
        texts(place),
        not place.single,
        bool(each.rule.options.get("taint_unify_mvars")),
        place.of_statements,
    )


def _propagator(spec: TaintSpec, each: ActiveRule, place: Matched, placement: Placement) -> Propagator | None:
    from reread.analyzers.dataflow.domain.taint_specs import Propagator

    origin, target = (_bound_at(place, name, placement) for name in (spec.origin, spec.target))
    if origin is None or target is None:
        return None
    return Propagator(
        placement.own(place.start),
        placement.own(place.end),
        origin,
        target,
        each.bits,
        spec.effect,
        None if spec.requires is None else _compiled(spec.requires, each),
        _label(spec, each),
        _replaced(spec, each) if spec.label else 0,
    )


def _sanitizer(spec: TaintSpec, start: int, end: int, bits: int, place: Matched) -> Sanitizer:
    from reread.analyzers.dataflow.domain import taint_specs

    return taint_specs.Sanitizer(
        start, end, bits, spec.exact, spec.effect, not place.single, spec.only_unresolved, spec.as_a_whole
    )


def _gives_way(spec: TaintSpec) -> bool:
    """True for a sanitizer that counts only where the rule has neither a source nor a sink."""
    return spec.not_conflicting


def _endpoints(each: ActiveRule, places: Mapping[int, list[Matched]]) -> frozenset[tuple[int, int]]:
    """The places of the sources and sinks of a rule."""
    numbers = each.rule.sources | each.rule.sinks
    return frozenset((place.start, place.end) for number in numbers for place in places.get(number, ()))


def _shared(active: list[ActiveRule]) -> list[tuple[int, TaintSpec, int, int]]:
    """The sources and sanitizers of all rules, each once, with the bits that they give and all those of their rules."""
    found: dict[tuple[Any, ...], tuple[int, TaintSpec, int, int]] = {}
    for each in active:
        for number, spec in each.rule.specs:
            if spec.role in _SAME_FOR_ALL and spec.requires is None and not _gives_way(spec):
                key = (
                    number,
                    spec.role,
                    spec.exact,
                    spec.effect,
                    spec.control,
                    spec.only_unresolved,
                    spec.as_a_whole,
                    spec.interfile,
                    *(spec.origin, spec.target, spec.passes),
                    *(spec.subject, spec.holds, spec.part),
                    spec.role == "sanitizer" and bool(spec.label),
                )
                label = _label(spec, each)
                _, _, bits, own = found.get(key, (number, spec, 0, 0))
                # A sanitizer with a label ends only that one.
                ended = label if spec.role == "sanitizer" and label else each.bits
                found[key] = (number, spec, bits | label, own | ended)
    return list(found.values())


def _needs(
    spec: TaintSpec, each: ActiveRule, place: Matched, placement: Placement
) -> tuple[tuple[int, int, Requires], ...]:
    found = []
    for name, condition in spec.needs:
        at = _bound_at(place, name, placement)
        if at is not None:
            found.append((*at, _compiled(condition, each)))
    return tuple(found)


def _replaced(spec: TaintSpec, each: ActiveRule) -> int:
    """The bits that a propagator replaces by its label."""
    if spec.replaced is None:
        return each.bits
    return sum(each.label(name) for name in spec.replaced if name in each.rule.labels)


def _bound_at(place: Matched, name: str, placement: Placement) -> tuple[int, int] | None:
    return next(
        ((placement.own(start), placement.own(end)) for each, start, end, _ in place.bound if each == name), None
    )


def _compiled(condition: OnLabels, each: ActiveRule) -> Requires:
    if isinstance(condition, HasLabel):
        return ("bits", each.label(condition.label))
    if isinstance(condition, HasNot):
        return ("not", _compiled(condition.condition, each))
    return (condition.kind, *(_compiled(part, each) for part in condition.conditions))
