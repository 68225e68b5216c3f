"""The baseline: findings that a team has accepted for now. They are not new, wherever they occur.

`.reread/baseline.json` has one line for each, sorted, so that versions merge. A finding is known when the baseline has
its signature for its file, or for a file where it is no longer: renamed, or its line moved elsewhere. What is known
depends only on the baseline, the file, and the files that it names, so that editor, command line and hook agree.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from reread.analyzers import inside
from reread.server import trusted
from reread.server.known import BASELINE
from reread.server.known.signatures import Signature, line_hashes

VERSION = 1
_LARGEST_FILE = 1_000_000
_Key = TypeVar("_Key", Signature, tuple[str, str])


class BaselineError(Exception):
    """The baseline cannot be used. The text is one line for the user."""


class Baseline:
    """Known findings by the path of their file, relative to the workspace folder, with `/`.

    `lines_of` gives the line hashes of a file as it is now, None if there is none.
    """

    def __init__(
        self, known: Mapping[str, Sequence[Signature]], lines_of: Callable[[str], Counter[str] | None] | None = None
    ) -> None:
        self.known = known
        self._lines_of = lines_of or (lambda path: None)
        self._places: dict[tuple[str, str], list[tuple[str, str]]] | None = None

    def __len__(self) -> int:
        return sum(map(len, self.known.values()))

    def matched(self, path: str, found: Sequence[Signature]) -> list[bool]:
        """For each finding of a file whether it is known; each entry speaks for one finding."""
        left = Counter(self.known.get(path, ()))
        result = [_matched(left, each) for each in found]
        # The line may have been edited around the finding: then its marked code decides.
        by_code: Counter[tuple[str, str]] = Counter()
        for entry, count in left.items():
            by_code[entry[:2]] += count
        for number, each in enumerate(found):
            result[number] = result[number] or _matched(by_code, each[:2])
        if not all(result):
            moved = self._moved_here(path, [each for each, known in zip(found, result, strict=True) if not known])
            result = [known or next(moved) for known in result]
        return result

    def _moved_here(self, path: str, found: Iterable[Signature]) -> Iterator[bool]:
        """The same for those that were in other files: which are gone, or no longer have their lines."""
        used: Counter[tuple[str, str, str, str]] = Counter()
        for each in found:
            yield any(
                self._moves(each, place, line, used)
                for place, line in self._elsewhere.get(each[:2], ())
                if place != path
            )

    def _moves(self, each: Signature, place: str, line: str, used: Counter[tuple[str, str, str, str]]) -> bool:
        lines = self._lines_of(place)
        entry = Signature(each.rule, each.text, line)
        there = sum(one == entry for one in self.known[place])
        free = there if lines is None else there - lines[line] if line == each.line else 0
        key = (place, *entry)
        if used[key] >= free:
            return False
        used[key] += 1
        return True

    @property
    def _elsewhere(self) -> Mapping[tuple[str, str], Sequence[tuple[str, str]]]:
        if self._places is None:
            self._places = {}
            for path in sorted(self.known):
                for rule, text, line in dict.fromkeys(self.known[path]):
                    self._places.setdefault((rule, text), []).append((path, line))
        return self._places


EMPTY = Baseline({})


def _matched(left: Counter[_Key], key: _Key) -> bool:
    if left[key] <= 0:
        return False
    left[key] -= 1
    return True


def load(folder: str, path: str = "") -> Baseline:
    """The baseline of a workspace folder, or of the file `path`; empty if the folder has none.

    Raises BaselineError.
    """
    read = trusted.read_from(folder)
    place = trusted.read_from(path) if path else os.path.join(read, BASELINE)
    if not path and not os.path.lexists(place):
        return EMPTY
    try:
        kept = json.loads(inside.read("" if path else read, place))
    except OSError as error:
        raise BaselineError(f"{place}: {(error.strerror or 'cannot be read').lower()}") from error
    except ValueError as error:
        raise BaselineError(f"{place}: no baseline: {error}; `reread baseline create --force` makes it anew") from error
    version = kept.get("version") if isinstance(kept, dict) else None
    if version != VERSION:
        raise BaselineError(f"{place}: a baseline of version {version}, and this is Reread for version {VERSION}")
    try:
        known = {name: [Signature(*entry) for entry in entries] for name, entries in kept["findings"].items()}
    except (AttributeError, KeyError, TypeError) as error:
        raise BaselineError(f"{place}: no baseline; `reread baseline create --force` makes it anew") from error
    return Baseline(known, Lines(folder).of)


def written(known: Mapping[str, Iterable[Signature]]) -> str:
    """The text of a baseline file."""
    files = []
    for path in sorted(known):
        if entries := sorted(known[path]):
            rows = ",\n".join(json.dumps(entry) for entry in entries)
            files.append(f"{json.dumps(path)}: [\n{rows}\n]")
    inner = ",\n".join(files)
    return f'{{"version": {VERSION}, "findings": {{\n{inner}\n}}}}\n'


class Lines:
    """The line hashes of the files of a folder, recomputed when a file changes."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._read: dict[str, tuple[_Stamp, Counter[str]]] = {}

    def of(self, path: str) -> Counter[str] | None:
        """Those of a file; None if there is none that can be read."""
        absolute = os.path.join(self._folder, path)
        try:
            status = os.stat(absolute)
            stamp = _Stamp(status.st_mtime_ns, status.st_size)
            known = self._read.get(path)
            if known is None or known[0] != stamp:
                data = inside.read(self._folder, absolute, _LARGEST_FILE)
                known = self._read[path] = stamp, Counter(line_hashes(data.decode(errors="replace")))
        except OSError:
            return None
        return known[1]


class _Stamp(NamedTuple):
    modified: int
    size: int
