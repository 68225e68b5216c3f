"""The formulas of specs of taint rules by their numbers: equal formulas of several rules have one number.

What every file is asked, some of the words that a formula requires, is at hand; the others and the formula itself are
read when a rule needs them. Thousands of specs are known and few match in any file, so each is kept in as few objects
as possible.
"""

from __future__ import annotations

from _thread import allocate_lock
from array import array
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reread.analyzers.pattern.prefilter.requirement import Requirement, some_of
from reread.analyzers.pattern.source import Formula, typed
from reread.analyzers.rules.cache.serialization import (
    DamagedError,
    LazyPiece,
    PackedEntry,
    Position,
    Some,
    entry_of,
    loads,
)
from reread.analyzers.rules.lazy_formula import EntriesByLanguage
from reread.analyzers.rules.taint_spec import TaintSpec

_FIELDS = 3
"""Values of a position, and of an origin."""


class Origin(NamedTuple):
    """Where a spec stands: the number of its rule, that of its group in `GROUPS`, and its place in the group."""

    rule: int
    group: int
    place: int


class SpecFormulas:
    """Gives numbers to formulas from `first` on. A formula of built-in rules never shares one with others.

    `anew` reads a spec from where it was written first, for those whose cache was damaged.
    """

    def __init__(self, first: int, anew: Callable[[Origin], TaintSpec]) -> None:
        self._first = first
        self._anew = anew
        self._by_text: dict[tuple[str, bool], int] = {}
        self._by_place: dict[tuple[int, bool], dict[int, int]] = {}
        self._words: list[Requirement | None] = []
        self._some: list[tuple[bytes, ...]] = []
        self._formulas: dict[int, Formula] = {}
        self._files: list[LazyPiece | None] = []
        self._positions = array("Q")
        self._origins = array("L")
        self._ours = bytearray()
        self._lock = allocate_lock()

    def number_of_source(self, formula: Formula, words: Requirement, *, ours: bool) -> int:
        """The number of a formula."""
        key = (repr((formula, words)), ours)
        number = self._by_text.get(key)
        if number is None:
            # Documents are analysed in several threads at once, and each formula must have one number.
            with self._lock:
                number = self._by_text.get(key)
                if number is None:
                    number = self._add(words, some_of(words), None, Origin(0, 0, 0), ours=ours)
                    self._formulas[number] = formula
                    self._by_text[key] = number
        return number

    def numbers_of_rows(
        self, group: LazyPiece, rows: Sequence[tuple[Position, Some, int]], first: Origin, *, ours: bool
    ) -> list[int]:
        """The numbers of packed formulas, those of a group; `first` is the origin of the first row."""
        known = self._by_place.setdefault((id(group.file), ours), {})
        with self._lock:
            for place, (position, some, _) in enumerate(rows):
                if position[0] not in known:
                    origin = first._replace(place=first.place + place)
                    known[position[0]] = self._add(None, some, group.at(position), origin, ours=ours)
        return [known[position[0]] for position, _, _ in rows]

    def _add(self, words: Requirement | None, some: Some, part: LazyPiece | None, origin: Origin, *, ours: bool) -> int:
        number = self._first + len(self._words)
        self._words.append(words)
        self._some.append(some)
        # One part stands for its whole file, which it keeps open; where the others are is in the positions.
        same_file = self._files and part is not None and self._files[-1] is not None
        last = self._files[-1] if same_file else None
        self._files.append(last if last is not None and part is not None and last.file is part.file else part)
        self._positions.extend((0, 0, 0) if part is None else part.position)
        self._origins.extend(origin)
        self._ours.append(ours)
        return number

    def is_builtin(self, number: int) -> bool:
        """Whether a formula belongs to rules that came with the program."""
        at = number - self._first
        return 0 <= at < len(self._ours) and bool(self._ours[at])

    def words(self, number: int) -> Requirement:
        """What a formula requires."""
        found = self._words[number - self._first]
        if found is None:
            packed = self._packed(number)
            found = self._anew(self._origin(number)).words if packed is None else packed.words
            self._words[number - self._first] = found
        return found

    def some(self, number: int) -> Some:
        """Some words of it (see `some_of`)."""
        return self._some[number - self._first]

    def formula(self, number: int) -> Formula:
        packed = self._packed(number)
        if packed is None:
            kept = self._formulas.get(number)
            return self._anew(self._origin(number)).formula if kept is None else kept
        found: Formula = typed(loads(packed.formula))
        return found

    def formula_entries(self, number: int) -> EntriesByLanguage:
        """The ways into the formula; empty when nobody has prepared them."""
        packed = self._packed(number)
        found: EntriesByLanguage = (
            loads(packed.formula_entries) if packed is not None and packed.formula_entries else {}
        )
        return found

    def _packed(self, number: int) -> PackedEntry | None:
        at = number - self._first
        file = self._files[at]
        if file is None:
            return None
        start, stop, checksum = self._positions[at * _FIELDS : (at + 1) * _FIELDS]
        try:
            return entry_of(file.at((start, stop, checksum)))
        except DamagedError:
            return None

    def _origin(self, number: int) -> Origin:
        at = (number - self._first) * _FIELDS
        return Origin(*self._origins[at : at + _FIELDS])
