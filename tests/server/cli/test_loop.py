"""`--loop`: an agent fixes and checks until it is told to stop."""

from __future__ import annotations

import json

import pytest

from .conftest import Folder, Reread

NAMES = "from desk import doubtful, old_name, take_a_nap  # noqa: F401\n"


def test_a_loop_goes_on_until_nothing_is_open(folder: Folder, reread: Reread) -> None:
    folder.write("a.py", NAMES + "take_a_nap(1)\nold_name(2)\n")
    first = reread("check", "--loop", "s", "--format", "agent")
    assert first.code == 1 and first.out.startswith("round 1 of 10: 0 fixed, 2 new, 0 still there\ngo on")
    folder.write("a.py", NAMES + "take_a_nap(1)\n")
    second = json.loads(reread("check", "--loop", "s", "--format", "json").out)["loop"]
    assert (len(second["fixed"]), second["new"], len(second["still"]), second["end"]) == (1, [], 1, "")
    folder.write("a.py", "")
    last = reread("check", "--loop", "s")
    assert last.code == 0 and "stop: nothing is open" in last.err


def test_a_loop_without_progress_stops_with_3(folder: Folder, reread: Reread) -> None:
    folder.write("a.py", NAMES + "take_a_nap(1)\n")
    assert [reread("check", "--loop", "s").code for _ in range(4)] == [1, 1, 3, 3]
    assert reread("check", "--loop", "other").code == 1


def test_rounds_are_limited(folder: Folder, reread: Reread) -> None:
    folder.write("a.py", NAMES + "take_a_nap(1)\n")
    assert reread("check", "--loop", "s", "--rounds", "1").code == 3
    assert reread("check", "--loop", "s", "--rounds", "0").code == 2


def test_findings_below_the_fail_level_keep_no_loop_going(folder: Folder, reread: Reread) -> None:
    folder.write("a.py", NAMES + "doubtful(1)\n")
    assert reread("check", "--loop", "s").code == 0


@pytest.mark.parametrize("format", ["ndjson", "agent", "text"])
def test_a_review_is_a_round_too(repository: Folder, reread: Reread, format: str) -> None:
    repository.write("a.py", NAMES + "take_a_nap(1)\n")
    made = reread("review", "--no-model", "--loop", "s", "--format", format)
    assert made.code == 1 and "1" in made.out


def test_what_a_person_dismissed_ends_a_loop(folder: Folder, reread: Reread) -> None:
    folder.write("a.py", NAMES + "take_a_nap(1)\n")
    (fingerprint,) = json.loads(reread("check", "--loop", "s", "--format", "json").out)["loop"]["new"]
    assert len(fingerprint) == 16
    assert reread("feedback", "dismiss", "a.py:2", "--reason", "naps are fine").code == 0
    made = reread("check", "--loop", "s", "--format", "agent")
    assert made.code == 0 and "only what a person dismissed is left" in made.out
