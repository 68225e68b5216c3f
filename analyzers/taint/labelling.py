"""From where the entries of taint rules matched to the marks that the functions are followed with."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from reread.analyzers.rules.formulas.formula import Match
from reread.analyzers.rules.matching.match_context import MatchContext
from reread.analyzers.taint.rules import DEFAULT_LABEL, Entry, TaintRule, is_origin

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
    from reread.analyzers.dataflow.summaries.function_units import Unit


_SAME_FOR_ALL = ("source", "sanitizer", "guard", "summary")
"""The kinds of entries that say the same for all rules that have them."""


class Matched(NamedTuple):
    """Where an entry of a taint rule matched, in bytes, and what its metavariables stand for: name, start, end, text.

    `single` when the range is that of one syntax node.
    """

    start: int
    end: int
    bound: tuple[tuple[str, int, int, bytes], ...]
    single: bool = True

    def moved(self, distance: int) -> Matched:
        bound = tuple((name, start + distance, end + distance, text) for name, start, end, text in self.bound)
        return Matched(self.start + distance, self.end + distance, bound, self.single)


Texts: TypeAlias = tuple[tuple[str, bytes], ...]


def texts(place: Matched) -> Texts:
    """What the metavariables stand for, wherever that is."""
    return tuple((name, text) for name, _, _, text in place.bound)


def place_of(match: Match, scan: MatchContext) -> Matched:
    """The place of a match, without brackets around it."""
    start, end = _stripped(match.start, match.end, scan)
    single = match.node.start_byte <= start and end <= match.node.end_byte
    bound = []
    for name, each in match.bindings.items():
        low, high = _stripped(each.start, each.end, scan)
        bound.append((name, low, high, each.text))
        if low == start and high == end and each.node is None:
            single = False
    return Matched(start, end, tuple(bound), single)


def _stripped(start: int, end: int, scan: MatchContext) -> tuple[int, int]:
    """A range without the brackets around it, where they stand around all of it."""
    while scan.data[start : start + 1] == b"(" and scan.data[end - 1 : end] == b")":
        node = scan.root.descendant_for_byte_range(start, end)
        if node is None or node.start_byte != start or node.end_byte != end or node.named_child_count != 1:
            break
        child = node.named_child(0)
        if child is None or node.type not in scan.language.transparent:
            break
        start, end = child.start_byte, child.end_byte
    return start, end


class ActiveRule(NamedTuple):
    """A rule that has both sources and sinks in the document; its bits begin at `shift`."""

    rule: TaintRule
    shift: int
    bits: int


class Marking:
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
        self._shared: dict[int, list[tuple[Entry, int, int, Matched]]] = {}
        self._single: dict[int, list[tuple[Entry, int, Matched]]] = {}
        at = {number: [(place, self._units_at(place)) for place in found] for number, found in places.items()}
        for number, entry, bits, own in _shared(active):
            for place, around in at.get(number, ()):
                for unit in around:
                    self._shared.setdefault(id(unit), []).append((entry, bits, own, place))
                    if entry.kind == "source":
                        self.sources[id(unit)] = self.sources.get(id(unit), 0) | own
        for index, each in enumerate(active):
            for number, entry in each.rule.entries:
                if entry.kind in ("sink", "propagator") or entry.requires is not None or _gives_way(entry):
                    taken = _taken(each, places) if _gives_way(entry) else frozenset()
                    for place, around in at.get(number, ()):
                        if (place.start, place.end) in taken:
                            continue
                        for unit in around:
                            self._add(unit, index, entry, place)

    def _add(self, unit: Unit, index: int, entry: Entry, place: Matched) -> None:
        self._single.setdefault(id(unit), []).append((entry, index, place))
        # A source that only changes the labels of taint brings none.
        group = self.sinks if entry.kind == "sink" else self.sources if is_origin(entry) else None
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

    def marked(self) -> set[int]:
        """The ids of the functions in which anything matched."""
        return {*self._shared, *self._single}

    def of(self, unit: Unit) -> TaintSpecs:
        """The marks of a function."""
        from reread.analyzers.dataflow.domain import taint_specs

        sources: list[Source] = []
        sanitizers: list[Sanitizer] = []
        sinks: list[Sink] = []
        propagators: list[Propagator] = []
        guards: list[Guard] = []
        summaries: list[LibrarySummary] = []
        for entry, bits, own, place in self._shared.get(id(unit), ()):
            start, end = unit.own(place.start), unit.own(place.end)
            if entry.kind == "source":
                sources.append(
                    taint_specs.Source(
                        *(start, end, bits, entry.exact, entry.effect, None, entry.flag, texts(place)),
                        loose=not place.single,
                        unfollowed=entry.unfollowed,
                        suspected=not entry.interfile,
                    )
                )
            elif entry.kind == "sanitizer":
                cleaned = own * self.everywhere
                sanitizers.append(_sanitizer(entry, start, end, cleaned, place))
            elif entry.kind == "summary":
                summaries.append(taint_specs.LibrarySummary(start, end, *entry.route))
            elif (target := _bound_at(place, entry.route[0], unit)) is not None:
                text = dict(texts(place))[entry.route[0]].decode(errors="replace")
                name = text if text.isidentifier() else ""
                guards.append(
                    taint_specs.Guard(start, end, target, own * self.everywhere, entry.flag, name, entry.part)
                )
        for entry, index, place in self._single.get(id(unit), ()):
            each = self.active[index]
            if entry.kind == "source":
                sources.append(_source(entry, each, place, unit))
            elif entry.kind == "sink":
                sinks.append(_sink(entry, each, index, place, unit))
            elif entry.kind == "sanitizer":
                start, end, cleaned = unit.own(place.start), unit.own(place.end), each.bits * self.everywhere
                sanitizers.append(_sanitizer(entry, start, end, cleaned, place))
            elif (propagator := _propagator(entry, each, place, unit)) is not None:
                propagators.append(propagator)
        # Where a value has both, what is certain is what it is traced to.
        sources.sort(key=lambda source: source.suspected)
        return taint_specs.TaintSpecs(sources, sanitizers, sinks, propagators, guards, summaries)


def _label(entry: Entry, each: ActiveRule) -> int:
    return 1 << (each.shift + each.rule.labels[entry.label]) if entry.label else 0


def _source(entry: Entry, each: ActiveRule, place: Matched, unit: Unit) -> Source:
    from reread.analyzers.dataflow.domain.taint_specs import Source

    return Source(
        unit.own(place.start),
        unit.own(place.end),
        _label(entry, each),
        entry.exact,
        entry.effect,
        None if entry.requires is None else _compiled(entry.requires, each),
        entry.flag,
        texts(place),
        not place.single,
        entry.unfollowed,
        not entry.interfile,
    )


def _sink(entry: Entry, each: ActiveRule, index: int, place: Matched, unit: Unit) -> Sink:
    from reread.analyzers.dataflow.domain.taint_specs import Sink

    bits = each.bits
    if entry.requires is None and not entry.needs:
        # As in Semgrep, a sink that says nothing of labels is about taint without one.
        bits = 1 << (each.shift + each.rule.labels[DEFAULT_LABEL])
    return Sink(
        unit.own(place.start),
        unit.own(place.end),
        bits,
        index,
        entry.exact,
        entry.focused,
        None if entry.requires is None else _compiled(entry.requires, each),
        _needs(entry, each, place, unit),
        entry.flag,
        texts(place),
        not place.single,
    )


def _propagator(entry: Entry, each: ActiveRule, place: Matched, unit: Unit) -> Propagator | None:
    from reread.analyzers.dataflow.domain.taint_specs import Propagator

    origin, target = (_bound_at(place, name, unit) for name in entry.route)
    if origin is None or target is None:
        return None
    return Propagator(
        unit.own(place.start),
        unit.own(place.end),
        origin,
        target,
        each.bits,
        entry.effect,
        None if entry.requires is None else _compiled(entry.requires, each),
        _label(entry, each),
        _replaced(entry, each) if entry.label else 0,
    )


def _sanitizer(entry: Entry, start: int, end: int, bits: int, place: Matched) -> Sanitizer:
    from reread.analyzers.dataflow.domain import taint_specs

    return taint_specs.Sanitizer(
        start, end, bits, entry.exact, entry.effect, not place.single, entry.unfollowed, entry.as_a_whole
    )


def _gives_way(entry: Entry) -> bool:
    """True for a sanitizer that counts only where the rule has neither a source nor a sink."""
    return entry.kind == "sanitizer" and entry.flag


def _taken(each: ActiveRule, places: Mapping[int, list[Matched]]) -> frozenset[tuple[int, int]]:
    """The places of the sources and sinks of a rule."""
    numbers = each.rule.sources | each.rule.sinks
    return frozenset((place.start, place.end) for number in numbers for place in places.get(number, ()))


def _shared(active: list[ActiveRule]) -> list[tuple[int, Entry, int, int]]:
    """The sources and sanitizers of all rules, each once, with the bits that they give and all those of their rules."""
    found: dict[tuple[Any, ...], tuple[int, Entry, int, int]] = {}
    for each in active:
        for number, entry in each.rule.entries:
            if entry.kind in _SAME_FOR_ALL and entry.requires is None and not _gives_way(entry):
                key = (
                    number,
                    entry.kind,
                    entry.exact,
                    entry.effect,
                    entry.flag,
                    entry.unfollowed,
                    entry.as_a_whole,
                    entry.interfile,
                    entry.part,
                    tuple(entry.route),
                )
                label = 1 << (each.shift + each.rule.labels[entry.label]) if entry.label else 0
                _, _, bits, own = found.get(key, (number, entry, 0, 0))
                found[key] = (number, entry, bits | label, own | each.bits)
    return list(found.values())


def _needs(entry: Entry, each: ActiveRule, place: Matched, unit: Unit) -> tuple[tuple[int, int, Requires], ...]:
    found = []
    for name, condition in entry.needs:
        at = _bound_at(place, name, unit)
        if at is not None:
            found.append((*at, _compiled(condition, each)))
    return tuple(found)


def _replaced(entry: Entry, each: ActiveRule) -> int:
    """The bits that a propagator replaces by its label."""
    if entry.replaced is None:
        return each.bits
    known = (each.rule.labels[name] for name in entry.replaced if name in each.rule.labels)
    return sum(1 << (each.shift + bit) for bit in known)


def _bound_at(place: Matched, name: str, unit: Unit) -> tuple[int, int] | None:
    return next(((unit.own(start), unit.own(end)) for each, start, end, _ in place.bound if each == name), None)


def _compiled(condition: list[Any], each: ActiveRule) -> Requires:
    kind, argument = condition
    if kind == "label":
        return ("bits", 1 << (each.shift + each.rule.labels[argument]))
    if kind == "not":
        return ("not", _compiled(argument, each))
    return (kind, *(_compiled(part, each) for part in argument))
