"""Runs the taint rules that are active over one document: from what their patterns matched to findings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from reread.analyzers.findings import Finding, Related
from reread.analyzers.rules.formula import Match
from reread.analyzers.rules.scan import Bound, Scan
from reread.analyzers.rules.taint_rules import TaintRule
from reread.analyzers.rules.taint_source import DEFAULT_LABEL, Entry
from reread.analyzers.syntax import SyntaxTree

if TYPE_CHECKING:
    from reread.analyzers.flow.marks import Marks, Requires
    from reread.analyzers.flow.state import Hit
    from reread.analyzers.flow.units import Unit
    from reread.analyzers.rules.engine import Engine


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


_Texts: TypeAlias = tuple[tuple[str, bytes], ...]


def _texts(place: Matched) -> _Texts:
    """What the metavariables stand for, wherever that is."""
    return tuple((name, text) for name, _, _, text in place.bound)


def place_of(match: Match, scan: Scan) -> Matched:
    """The place of a match, without brackets around it."""
    start, end = _stripped(match.start, match.end, scan)
    single = match.node.start_byte <= start and end <= match.node.end_byte
    bound = []
    for name, each in match.environment.items():
        low, high = _stripped(each.start, each.end, scan)
        bound.append((name, low, high, each.text))
        if low == start and high == end and each.node is None:
            single = False
    return Matched(start, end, tuple(bound), single)


def _stripped(start: int, end: int, scan: Scan) -> tuple[int, int]:
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


class TaintState(NamedTuple):
    """What a run found, and the functions it knows, for the next one."""

    findings: tuple[Finding, ...] = ()
    units: Mapping[tuple[str, bytes, int], Unit] = {}


EMPTY = TaintState()


class _Live(NamedTuple):
    """A rule that has both sources and sinks in the document; its bits begin at `shift`."""

    rule: TaintRule
    shift: int
    bits: int


def analysed(
    engine: Engine,
    tree: SyntaxTree,
    active: tuple[int, ...],
    places: Mapping[int, list[Matched]],
    previous: TaintState,
    scan: Scan,
) -> TaintState:
    """The findings of all taint rules among the active ones, given where their formulas matched."""
    live = _live(engine, active, places)
    if not live:
        return previous._replace(findings=())
    from reread.analyzers.flow.units import units_of

    units = units_of(tree, previous.units)
    findings: list[Finding] = []
    for calls in (True, False):
        group = [each for each in live if each.rule.options.get("taint_intrafile", engine.follows_calls) is calls]
        if group:
            findings += _followed(engine, tree, _packed(group), places, units, calls, scan)
    return TaintState(tuple(findings), {unit.key: unit for unit in units})


def _live(engine: Engine, active: tuple[int, ...], places: Mapping[int, list[Matched]]) -> list[_Live]:
    found = []
    for rule in engine.taint_rules(active):
        kinds = {entry.kind for number, entry in rule.entries if places.get(number)}
        if "source" in kinds and "sink" in kinds:
            found.append(_Live(rule, 0, 0))
    return found


def _packed(live: list[_Live]) -> list[_Live]:
    """Gives each rule its bits."""
    shift = 0
    packed = []
    for each in live:
        width = len(each.rule.labels)
        packed.append(_Live(each.rule, shift, ((1 << width) - 1) << shift))
        shift += width
    return packed


def _followed(
    engine: Engine,
    tree: SyntaxTree,
    live: list[_Live],
    places: Mapping[int, list[Matched]],
    units: list[Unit],
    calls: bool,
    scan: Scan,
) -> list[Finding]:
    from reread.analyzers.flow.file import File, Settings
    from reread.analyzers.flow.values import masks

    options = {}
    for name in ("safe_functions", "safe_indexes", "safe_comparisons", "safe_booleans", "safe_numbers"):
        options[name] = _bits_with(live, f"taint_assume_{name}")
    options["only_assignments"] = _bits_with(live, "taint_only_propagate_through_assignments")
    width = live[-1].shift + len(live[-1].rule.labels)
    mask = masks(width, **options)
    marks = _Marking(units, live, places, mask.everywhere)
    rules = tuple(each.rule.number for each in live)
    file = File(tree, units, marks.marks(), Settings(mask, calls, engine.beyond_semgrep, rules))
    chosen = _chosen(units, marks, calls)
    return [
        finding
        for hit in file.hits(*chosen)
        for finding in [_finding(engine, tree, live[hit.sink.rule], hit, scan)]
        if finding is not None
    ]


def _bits_with(live: list[_Live], option: str) -> int:
    bits = 0
    for each in live:
        if each.rule.options.get(option):
            bits |= each.bits
    return bits


class _Marking:
    """Puts the matches where they belong: to the function around them, or to all functions in them."""

    def __init__(
        self, units: list[Unit], live: list[_Live], places: Mapping[int, list[Matched]], everywhere: int
    ) -> None:
        self.units = units
        self.starts = [unit.site.start for unit in units[1:]]
        self.everywhere = everywhere
        self.groups: dict[int, tuple[list[Any], list[Any], list[Any], list[Any], list[Any]]] = {}
        self.sources: dict[int, int] = {}
        self.sinks: dict[int, int] = {}
        at = {number: [(place, self.units_at(place)) for place in found] for number, found in places.items()}
        for (number, entry), bits, own in _shared(live):
            for place, around in at.get(number, ()):
                for unit in around:
                    self.add_shared(unit, entry, bits, own, place)
        for index, each in enumerate(live):
            for number, entry in each.rule.entries:
                if entry.kind in ("sink", "propagator") or entry.requires is not None:
                    for place, around in at.get(number, ()):
                        for unit in around:
                            self.add(unit, index, each, entry, place)

    def units_at(self, place: Matched) -> list[Unit]:
        """The functions that a place is in or that are in it."""
        last = bisect_right(self.starts, place.start)
        inside = self.units[last] if last else None
        if inside is not None and inside.site.start <= place.start and place.end <= inside.site.end:
            return [inside]
        around = [unit for unit in self.units[1:] if place.start <= unit.site.start and unit.site.end <= place.end]
        return [self.units[0], *around]

    def add_shared(self, unit: Unit, entry: Entry, bits: int, own: int, place: Matched) -> None:
        """A source or sanitizer of one or several rules. `own` are all bits of these rules."""
        from reread.analyzers.flow.marks import Guard, Sanitizer, Source

        start, end = unit.own(place.start), unit.own(place.end)
        group = self.groups.setdefault(id(unit), ([], [], [], [], []))
        if entry.kind == "source":
            bound = _texts(place)
            group[0].append(
                Source(start, end, bits, entry.exact, entry.effect, None, entry.flag, bound, not place.single)
            )
            self.sources[id(unit)] = self.sources.get(id(unit), 0) | own
        elif entry.kind == "guard":
            target = _bound_at(place, entry.route[0], unit)
            if target is not None:
                group[4].append(Guard(start, end, target, own * self.everywhere, entry.flag))
        else:
            cleaned = own * self.everywhere
            group[1].append(Sanitizer(start, end, cleaned, entry.exact, entry.effect, not place.single))

    def add(self, unit: Unit, index: int, each: _Live, entry: Entry, place: Matched) -> None:
        from reread.analyzers.flow.marks import Propagator, Sink, Source

        start, end = unit.own(place.start), unit.own(place.end)
        group = self.groups.setdefault(id(unit), ([], [], [], [], []))
        requires = None if entry.requires is None else _compiled(entry.requires, each)
        label = 1 << (each.shift + each.rule.labels[entry.label]) if entry.label else 0
        if entry.kind == "source":
            bound = _texts(place)
            group[0].append(
                Source(start, end, label, entry.exact, entry.effect, requires, entry.flag, bound, not place.single)
            )
            self.sources[id(unit)] = self.sources.get(id(unit), 0) | each.bits
        elif entry.kind == "sink":
            bits = each.bits
            if requires is None and not entry.needs:
                # As in Semgrep, a sink that says nothing of labels is about taint without one.
                bits = 1 << (each.shift + each.rule.labels[DEFAULT_LABEL])
            group[2].append(
                Sink(
                    start,
                    end,
                    bits,
                    index,
                    entry.exact,
                    entry.focused,
                    requires,
                    _needs(entry, each, place, unit),
                    entry.flag,
                    _texts(place),
                    not place.single,
                )
            )
            self.sinks[id(unit)] = self.sinks.get(id(unit), 0) | each.bits
        else:
            route = [_bound_at(place, name, unit) for name in entry.route]
            if route[0] is not None and route[1] is not None:
                group[3].append(
                    Propagator(
                        start,
                        end,
                        route[0],
                        route[1],
                        each.bits,
                        entry.effect,
                        requires,
                        label,
                        _replaced(entry, each) if entry.label else 0,
                    )
                )

    def marks(self) -> dict[int, Marks]:
        from reread.analyzers.flow.marks import Marks

        return {key: Marks(*group) for key, group in self.groups.items()}


def _shared(live: list[_Live]) -> list[tuple[tuple[int, Entry], int, int]]:
    """The sources and sanitizers of all rules, each once, with the bits that they give and all those of their rules."""
    found: dict[tuple[Any, ...], tuple[tuple[int, Entry], int, int]] = {}
    for each in live:
        for number, entry in each.rule.entries:
            if entry.kind in ("source", "sanitizer", "guard") and entry.requires is None:
                key = (number, entry.kind, entry.exact, entry.effect, entry.flag, tuple(entry.route))
                label = 1 << (each.shift + each.rule.labels[entry.label]) if entry.label else 0
                _, bits, own = found.get(key, (None, 0, 0))
                found[key] = ((number, entry), bits | label, own | each.bits)
    return list(found.values())


def _needs(entry: Entry, each: _Live, place: Matched, unit: Unit) -> tuple[tuple[int, int, Requires], ...]:
    found = []
    for name, condition in entry.needs:
        at = _bound_at(place, name, unit)
        if at is not None:
            found.append((*at, _compiled(condition, each)))
    return tuple(found)


def _replaced(entry: Entry, each: _Live) -> int:
    """The bits that a propagator replaces by its label."""
    if entry.replaced is None:
        return each.bits
    known = (each.rule.labels[name] for name in entry.replaced if name in each.rule.labels)
    return sum(1 << (each.shift + bit) for bit in known)


def _bound_at(place: Matched, name: str, unit: Unit) -> tuple[int, int] | None:
    return next(((unit.own(start), unit.own(end)) for each, start, end, _ in place.bound if each == name), None)


def _compiled(condition: list[Any], each: _Live) -> Requires:
    kind, argument = condition
    if kind == "label":
        return ("bits", 1 << (each.shift + each.rule.labels[argument]))
    if kind == "not":
        return ("not", _compiled(argument, each))
    return (kind, *(_compiled(part, each) for part in argument))


def _chosen(units: list[Unit], marks: _Marking, calls: bool) -> tuple[list[Unit], list[Unit], list[Unit]]:
    """The functions in which a source can meet a sink of the same rule, themselves or in what they call; those that a
    source reaches; and those with sinks.
    """
    sources, sinks = dict(marks.sources), dict(marks.sinks)
    sinking = [unit for unit in units if id(unit) in sinks]
    if not calls:
        return [unit for unit in units if sources.get(id(unit), 0) & sinks.get(id(unit), 0)], [], sinking
    _spread(units, sources, sinks)
    anywhere = 0
    for unit in sinking:
        anywhere |= marks.sinks[id(unit)]
    module_sources = sources.get(id(units[0]), 0)
    wanted = [unit for unit in units if (sources.get(id(unit), 0) | module_sources) & sinks.get(id(unit), 0)]
    classes = {unit.site.owner for unit in sinking} - {""}
    feeding = [
        unit
        for unit in units[1:]
        if sources.get(id(unit), 0) & anywhere and (not unit.site.owner or unit.site.owner in classes)
    ]
    return wanted, feeding, sinking


def _spread(units: list[Unit], sources: dict[int, int], sinks: dict[int, int]) -> None:
    """Counts as a function's own what is in the functions that it names, and in the methods of its class."""
    marked = [unit for unit in units[1:] if id(unit) in sources or id(unit) in sinks]
    if not marked:
        return
    by_word: dict[bytes, list[Unit]] = {}
    for unit in units[1:]:
        for name in {unit.site.name, unit.site.owner} - {""}:
            by_word.setdefault(name.encode(), []).append(unit)
    names = frozenset(by_word)
    called = {id(unit): [other for word in unit.words & names for other in by_word[word]] for unit in units}
    by_owner: dict[str, list[Unit]] = {}
    for unit in units[1:]:
        if unit.site.owner:
            by_owner.setdefault(unit.site.owner, []).append(unit)
    changed = True
    while changed:
        changed = False
        for group in (sources, sinks):
            for unit in units:
                bits = group.get(id(unit), 0)
                more = bits
                for other in called[id(unit)]:
                    more |= group.get(id(other), 0)
                if group is sources:
                    for other in by_owner.get(unit.site.owner, ()):
                        more |= group.get(id(other), 0)
                if more != bits:
                    group[id(unit)] = more
                    changed = True


def _finding(engine: Engine, tree: SyntaxTree, live: _Live, hit: Hit, scan: Scan) -> Finding | None:
    from reread.analyzers.flow.values import way
    from reread.analyzers.rules.report import finding_of

    rule = engine.rules.rules[live.rule.number]
    steps = way(hit.trace, hit.mask & hit.sink.bits)
    environment: dict[str, Bound] = {}
    source = next((step.bound for step in steps if step.kind == "source" and step.bound), None)
    if source is not None:
        environment.update((name, Bound(0, 0, text, None)) for name, text in source)
    environment.update((name, Bound(0, 0, text, None)) for name, text in hit.sink.bound)
    if live.rule.options.get("taint_unify_mvars") and source is not None and not _agree(source, hit.sink.bound):
        return None
    start, end = hit.unit.document(hit.sink.start), hit.unit.document(hit.sink.end)
    match = Match(start, end, tree.root, environment)
    finding = finding_of(rule, match, tree.document, engine.severity(rule), scan)
    return finding._replace(related=tuple(_related(tree, steps)))


def _agree(one: _Texts, other: _Texts) -> bool:
    """True when metavariables of the same name stand for the same text."""
    known = dict(one)
    return all(known.get(name, text) == text for name, text in other)


_MESSAGES = {
    "source": "The value comes from here",
    "assign": "It is kept here",
    "call": "It passes through here",
    "propagate": "It passes on here",
}


def _related(tree: SyntaxTree, steps: list[Any]) -> list[Related]:
    """Where the value came from and where it was on its way, each line once."""
    document = tree.document
    found: list[Related] = []
    for step in steps:
        place = step.unit.document(step.start)
        span = document.lines.span_of_bytes(place, place)
        line = document.lines.line_of(span.start)
        if step.kind in _MESSAGES and not (found and found[-1].line == line):
            found.append(Related(document.path or "", line, _MESSAGES[step.kind]))
    return found
