"""Shards of a run: its files shared out among machines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

from reread.analyzers.owned_files import digest

_OVERHEAD = 500
"""Bytes that a file takes as long as, however small it is."""
_UNEVEN = 0.02
"""How much more than its share a shard is given before a file goes to the next one."""


class Gaps(NamedTuple):
    """How many files could not be read, parsed, or seen by all rules, and how many functions data flow gave up."""

    files: int = 0
    parses: int = 0
    rules: int = 0
    functions: int = 0


class Shard(NamedTuple):
    """The shard `number` (from 1) of `of`. `run` is the same for all shards of one run and for no others; `paths` are
    the files of all shards, sorted. `sound` says that all rules could run, `exit_zero` that findings fail no run.
    """

    number: int
    of: int
    run: str
    paths: tuple[str, ...]
    gaps: Gaps = Gaps()
    sound: bool = True
    exit_zero: bool = False

    def place(self, path: str) -> int:
        """Where a file is among those of all shards; one that is not among them is between two."""
        at = bisect_left(self.paths, path)
        return 2 * at + (at < len(self.paths) and self.paths[at] == path)


def split(sizes: Mapping[str, int], count: int) -> dict[str, int]:
    """The number of the shard, from 1, of each file, by its name and size alone: the same on every machine.

    The shards have about the same size. A file goes where the hash of its name says, as long as there is room, so that
    most files stay in their shard, and in its cached results, when others change.
    """
    weights = {name: size + _OVERHEAD for name, size in sizes.items()}
    room = sum(weights.values()) / count * (1 + _UNEVEN)
    loads = [0] * count
    found = {}
    for name, weight in sorted(weights.items(), key=lambda each: (-each[1], each[0])):
        first = int.from_bytes(digest(name.encode(errors="surrogateescape"))[:8], "big")
        order = [(first + step) % count for step in range(count)]
        chosen = next((each for each in order if loads[each] + weight <= room), None)
        chosen = min(order, key=loads.__getitem__) if chosen is None else chosen
        loads[chosen] += weight
        found[name] = chosen + 1
    return found
