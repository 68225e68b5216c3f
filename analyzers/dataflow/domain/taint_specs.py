"""What rules say about places of one function: the sources, sanitizers, sinks and propagators that matched there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

Requires = tuple[Any, ...]
"""What labels must be there: `("bits", n)` for any of these bits, `("not", r)`, `("and", r, ...)`, `("or", r, ...)`."""

NO, ALSO, ONLY = 0, 1, 2
"""`by-side-effect`: the value alone; the variable as well; the variable alone."""


class Source(NamedTuple):
    """`bits` come in where the place is; `bound` is what the metavariables stand for.

    If `only_unresolved`, not of a call whose function is interpreted. `suspected` are those that may hold input, as a
    parameter may.
    """

    start: int
    end: int
    bits: int
    exact: bool = False
    effect: int = NO
    requires: Requires | None = None
    control: bool = False
    bound: Any = ()
    loose: bool = False
    only_unresolved: bool = False
    suspected: bool = False


class Sanitizer(NamedTuple):
    """`bits`, spread over all symbols, end where the place is; if `only_unresolved`, not of a call whose function is
    interpreted.
    """

    start: int
    end: int
    bits: int
    exact: bool = False
    effect: int = NO
    loose: bool = False
    only_unresolved: bool = False
    as_a_whole: bool = False


class Sink(NamedTuple):
    """`bits` must not come to the place. `needs` says for metavariables, by place, what labels they must have.

    `focused` when the place is that of a metavariable; else what counts in a call are its arguments. `rule` and `bound`
    are only for the report. With `unified` each way to bind the metavariables at a place is a sink of its own. What is
    `of_statements` is a place of one or more statements: what they compute must not have the bits.
    """

    start: int
    end: int
    bits: int
    rule: int
    exact: bool = True
    focused: bool = False
    requires: Requires | None = None
    needs: tuple[tuple[int, int, Requires], ...] = ()
    at_exit: bool = False
    bound: Any = ()
    loose: bool = False
    unified: bool = False
    of_statements: bool = False


class Propagator(NamedTuple):
    """Taint of `bits` goes from one place to another one, where that of `replaced` becomes that of `adds`."""

    start: int
    end: int
    origin: tuple[int, int]
    target: tuple[int, int]
    bits: int
    effect: int = ALSO
    requires: Requires | None = None
    adds: int = 0
    replaced: int = 0


class Guard(NamedTuple):
    """A condition at the place sanitizes what stands at `target`, where it holds or, with `holds` False, does not.

    `name` is the variable that stands there, if it is one; it need not be part of the condition. Those with a `part` (1
    or 2) sanitize only where one with the other part does, too.
    """

    start: int
    end: int
    target: tuple[int, int]
    bits: int
    holds: bool = True
    name: str = ""
    part: int = 0


class LibrarySummary(NamedTuple):
    """What the call at the place does to values, as a library model says: from one port to another (`argument 0`,
    `receiver.name`, `result[]`), by `kind`: the taint alone, or the value itself. Without ports nothing flows.
    """

    start: int
    end: int
    origin: str = ""
    target: str = ""
    kind: str = "taint"


class TaintSpecs:
    """All taint specifications of one function, by place."""

    __slots__ = (
        "at",
        "conditions",
        "from_",
        "guards",
        "library",
        "loose_sinks",
        "needed",
        "propagators",
        "ranges",
        "sanitizers",
        "sinks",
        "sources",
        "statement_sinks",
        "summaries",
        "to",
    )

    def __init__(
        self,
        sources: Iterable[Source] = (),
        sanitizers: Iterable[Sanitizer] = (),
        sinks: Iterable[Sink] = (),
        propagators: Iterable[Propagator] = (),
        guards: Iterable[Guard] = (),
        library: Iterable[LibrarySummary] = (),
    ) -> None:
        self.sources = tuple(sources)
        self.sanitizers = tuple(sanitizers)
        self.sinks = tuple(sinks)
        self.propagators = tuple(propagators)
        self.conditions = tuple(guards)
        self.at: dict[tuple[int, int], tuple[list[Source], list[Sanitizer], list[Sink]]] = {}
        for source in self.sources:
            self.at.setdefault((source.start, source.end), ([], [], []))[0].append(source)
        for sanitizer in self.sanitizers:
            self.at.setdefault((sanitizer.start, sanitizer.end), ([], [], []))[1].append(sanitizer)
        for sink in self.sinks:
            self.at.setdefault((sink.start, sink.end), ([], [], []))[2].append(sink)
        ranges: list[Source | Sanitizer] = [source for source in self.sources if not source.exact]
        ranges += (sanitizer for sanitizer in self.sanitizers if not sanitizer.exact)
        self.ranges = tuple(ranges)
        self.loose_sinks = tuple(spec for spec in self.sinks if spec.loose)
        self.statement_sinks = tuple(spec for spec in self.sinks if spec.of_statements and not spec.focused)
        self.guards: dict[tuple[int, int], list[Guard]] = {}
        for guard in self.conditions:
            self.guards.setdefault((guard.start, guard.end), []).append(guard)
        self.library = tuple(library)
        self.summaries: dict[tuple[int, int], list[LibrarySummary]] = {}
        for summary in self.library:
            self.summaries.setdefault((summary.start, summary.end), []).append(summary)
        self.needed = frozenset((start, end) for sink in self.sinks for start, end, _ in sink.needs)
        self.from_: dict[tuple[int, int], list[Propagator]] = {}
        self.to: dict[tuple[int, int], list[Propagator]] = {}
        for spec in self.propagators:
            self.from_.setdefault(spec.origin, []).append(spec)
            self.to.setdefault(spec.target, []).append(spec)

    def spread(self, find: Callable[[int, int], Iterable[tuple[int, int]]]) -> None:
        """Makes sinks of the places of what statements compute; `find` gives those between two places."""
        for sink in self.statement_sinks:
            for place in find(sink.start, sink.end):
                sinks = self.at.setdefault(place, ([], [], []))[2]
                if sink not in sinks:
                    sinks.append(sink)

    def same_as(self, other: TaintSpecs) -> bool:
        return self is other or (
            self.sources == other.sources
            and self.sinks == other.sinks
            and self.sanitizers == other.sanitizers
            and self.propagators == other.propagators
            and self.conditions == other.conditions
            and self.library == other.library
        )


def is_met(requires: Requires | None, taint: int) -> bool:
    """True when the labels of a taint are as required."""
    if requires is None:
        return True
    kind = requires[0]
    if kind == "bits":
        return bool(taint & requires[1])
    if kind == "not":
        return not is_met(requires[1], taint)
    if kind == "and":
        return all(is_met(part, taint) for part in requires[1:])
    return any(is_met(part, taint) for part in requires[1:])
