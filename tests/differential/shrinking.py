"""Asks both tools for many drawn cases at once, and makes those small about which they differ."""

from __future__ import annotations

import os
from collections.abc import Sequence

from tests.differential import ours, semgrep
from tests.differential.cases import agree
from tests.differential.drawn import Drawn, case_of, smaller

_MOST_ROUNDS = 12
_MOST_TRIED = 500
"""How many smaller cases a round tries."""
_AT_ONCE = 250
"""How many cases go to one start of Semgrep, which looks at each file for each rule."""


def differing(drawn: Sequence[Drawn], folder: str) -> tuple[list[Drawn], int]:
    """Those about which the tools differ, and in how many cases ours finds something. `folder` is empty."""
    different: list[Drawn] = []
    with_matches = 0
    for start in range(0, len(drawn), _AT_ONCE):
        place = os.path.join(folder, f"from{start}")
        os.makedirs(place)
        some, matched = _differing(drawn[start : start + _AT_ONCE], place)
        different += some
        with_matches += matched
    return different, with_matches


def _differing(drawn: Sequence[Drawn], folder: str) -> tuple[list[Drawn], int]:
    cases = [case_of(each, str(number)) for number, each in enumerate(drawn)]
    found, refused = semgrep.run(cases, folder)
    different, with_matches = [], 0
    for each, case in zip(drawn, cases, strict=True):
        problems = ours.rules_of(case)[1]
        for key, mine in ours.matches(case).items():
            with_matches += bool(mine)
            same = bool(problems) == (key in refused)
            if not same or (key not in refused and not agree(mine, found[key], dict(case.files)[key.file])):
                different.append(each)
    return different, with_matches


def shrunk(different: Sequence[Drawn], folder: str) -> list[Drawn]:
    """The smallest case that still differs for each one, without doubles; one start of Semgrep for each round."""
    waiting, least = list(dict.fromkeys(different)), []
    for number in range(_MOST_ROUNDS):
        share = _MOST_TRIED // max(1, len(waiting))
        tried = {each: list(smaller(each))[: max(1, share)] for each in waiting}
        every = list(dict.fromkeys(less for some in tried.values() for less in some))
        if not every:
            break
        place = os.path.join(folder, str(number))
        os.makedirs(place)
        still = set(differing(every, place)[0])
        less = {
            each: min((one for one in some if one in still), key=_size, default=None) for each, some in tried.items()
        }
        least += [each for each, one in less.items() if one is None]
        waiting = list(dict.fromkeys(one for one in less.values() if one is not None))
    return sorted(dict.fromkeys([*least, *waiting]), key=_size)


def _size(drawn: Drawn) -> int:
    return drawn.size
