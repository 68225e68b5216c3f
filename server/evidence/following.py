"""Follows what is found in a file from one content to the next, to its end.

A finding goes on where the same rule reports the same line, or any line of the same function. A line that nothing is
said about goes on where it is the same, or similar to one that the function did not have before: what happens to such
lines of the same files is what happens to code anyway, and findings are compared with that.
"""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import islice
from typing import NamedTuple

from reread.server.evidence.snapshots import Place, Snapshot, Unit

CONTROLS = 2
"""Lines beside each finding that nothing is said about."""
_SIMILAR = 0.6
"""The ratio of difflib from which a line is an edited one."""
_YEAR = 365.25 * 86_400
LEFT_AFTER = 2 * _YEAR
"""Seconds that a finding is in the code, whose function is edited meanwhile, before it counts as left."""


class Fate(enum.Enum):
    """How a line that was followed ends."""

    FIXED = "fixed"
    """It was changed so that the rule is silent, and its function lived on."""
    LEFT = "left"
    """It was there for two years, in which its function was edited."""
    GONE = "gone"
    """Its function went, or its file."""
    OPEN = "open"
    """None of these: it is too young, nobody worked on its function, or what changed is elsewhere."""


class Track(NamedTuple):
    """A line that is followed: `place` is where it is now.

    `counts_for` is the rule that it is a finding of, or beside whose finding it stands. `born` is the moment of the
    first revision that has it, in seconds since 1970; `edited` is true after another part of its unit was changed.
    """

    counts_for: str
    place: Place
    born: float
    edited: bool = False

    def ended(self, fate: Fate, now: float) -> Ended:
        if fate in (Fate.GONE, Fate.OPEN) and self.edited and now - self.born >= LEFT_AFTER:
            fate = Fate.LEFT
        return Ended(self.counts_for, is_control=not self.place.rule, fate=fate, where=self.place)


class Ended(NamedTuple):
    """What came of a line. A control is one that nothing was said about; `rule` is whose findings it stands beside."""

    rule: str
    is_control: bool
    fate: Fate
    where: Place


class Step(NamedTuple):
    """The tracks of a file after a change, and those that ended with it."""

    tracks: tuple[Track, ...]
    ended: tuple[Ended, ...]


def first(snapshot: Snapshot, now: float, controls: int) -> tuple[Track, ...]:
    """The tracks of a file that is new."""
    return tuple(_born(snapshot.found, snapshot, now, controls))


def followed(tracks: Iterable[Track], old: Snapshot, new: Snapshot, now: float, controls: int) -> Step:
    """The tracks of a file whose content has changed at a moment, with those of findings that are new."""
    left = Counter(new.found)
    tracks = tuple(tracks)
    # Who stays where it is comes first, so that no other finding of the rule takes its place.
    same = [not track.place.rule or _take(track.place, left) for track in tracks]
    kept: list[Track] = []
    ended: list[Ended] = []
    for track, is_same in zip(tracks, same, strict=True):
        place: Place | None = track.place
        if not track.place.rule:
            place = _control(track.place, old, new)
        elif not is_same:
            place = _of_rule(track.place, left)
        if place is None:
            ended.append(track.ended(_fate(track.place.unit, old, new), now))
        else:
            kept.append(_at(track, place, old, new))
    return Step((*kept, *_born(left.elements(), new, now, controls)), tuple(ended))


def _take(place: Place, left: Counter[Place]) -> bool:
    """Whether there is such a place left, which it is not afterwards."""
    if not left[place]:
        return False
    left[place] -= 1
    return True


def _of_rule(place: Place, left: Counter[Place]) -> Place | None:
    """Where the same rule still reports something: in the same unit, or the same line elsewhere. It is taken."""
    of_rule = [each for each, count in left.items() if count and each.rule == place.rule]
    same_unit = next((each for each in of_rule if each.unit == place.unit), None)
    found = same_unit or next((each for each in of_rule if each.line == place.line), None)
    return found if found is not None and _take(found, left) else None


def _at(track: Track, place: Place, old: Snapshot, new: Snapshot) -> Track:
    before, after = old.units.get(track.place.unit), new.units.get(place.unit)
    changed = before is None or after is None or before.digest != after.digest
    return track._replace(place=place, edited=track.edited or changed)


def _fate(unit: str, old: Snapshot, new: Snapshot) -> Fate:
    """What became of something that is no longer in a unit."""
    before, after = old.units.get(unit), new.units.get(unit)
    if before is None or after is None:
        return Fate.GONE
    return Fate.OPEN if before.digest == after.digest else Fate.FIXED


def _control(place: Place, old: Snapshot, new: Snapshot) -> Place | None:
    """Where a line that nothing is said about is now."""
    before, unit = old.units.get(place.unit), new.units.get(place.unit)
    if unit is not None and place.line in unit.lines:
        return place
    line = None if unit is None or before is None else _edited(place.line, before, unit)
    if line is not None:
        return place._replace(line=line)
    moved = next((name for name, each in new.units.items() if place.line in each.lines), None)
    return None if moved is None else place._replace(unit=moved)


def _edited(line: str, before: Unit, after: Unit) -> str | None:
    """What a line was edited to: the most similar of those that the unit did not have."""
    known = set(before.lines)
    matcher = SequenceMatcher(b=line, autojunk=False)
    best, most = None, _SIMILAR
    for each in dict.fromkeys(after.lines):
        if each in known:
            continue
        matcher.set_seq1(each)
        if matcher.real_quick_ratio() >= most and matcher.quick_ratio() >= most and (ratio := matcher.ratio()) >= most:
            best, most = each, ratio
    return best


def _born(places: Iterable[Place], snapshot: Snapshot, now: float, controls: int) -> list[Track]:
    """Tracks of findings, each with so many of lines that nothing is said about."""
    found: list[Track] = []
    others = iter(snapshot.others)
    for place in places:
        beside = islice(others, controls)
        found += [Track(place.rule, place, now), *(Track(place.rule, other, now) for other in beside)]
    return found
