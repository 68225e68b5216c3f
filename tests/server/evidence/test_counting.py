"""Counts of what became of findings, beside those of other lines."""

from __future__ import annotations

import pytest

from reread.server.evidence.counting import MOST_OF_A_RULE, Evidence, Tally, combined, of_repository
from reread.server.evidence.following import Ended, Fate
from reread.server.evidence.snapshots import Place


def ended(rule, fate, *, is_control=False, line="x"):
    return Ended(rule, is_control, fate, Place("" if is_control else rule, "f", line))


def test_findings_and_the_lines_beside_them_are_counted_apart():
    found = of_repository(
        [ended("r", Fate.FIXED), ended("r", Fate.LEFT), ended("r", Fate.LEFT, is_control=True), ended("s", Fate.GONE)]
    )
    assert found == {"r": (Tally(fixed=1, left=1), Tally(left=1)), "s": (Tally(gone=1), Tally())}


def test_no_repository_speaks_for_all():
    found = of_repository(ended("r", Fate.FIXED, line=str(number)) for number in range(100))
    assert found["r"][0] == Tally(fixed=MOST_OF_A_RULE)


def test_which_findings_count_does_not_depend_on_their_order():
    all_of_them = [ended("r", fate, line=f"{fate}{number}") for fate in Fate for number in range(20)]
    assert of_repository(all_of_them) == of_repository(reversed(all_of_them))


def test_repositories_are_added_up_and_the_highest_lift_comes_first():
    one = {"low": (Tally(left=5), Tally(fixed=5)), "high": (Tally(fixed=2), Tally(left=2))}
    found = combined([one, {"high": (Tally(fixed=1, open=4), Tally())}])
    assert [(each.rule, each.repositories, each.found) for each in found] == [
        ("high", 2, Tally(fixed=3, open=4)),
        ("low", 1, Tally(left=5)),
    ]


@pytest.mark.parametrize(
    ("tally", "share"), [(Tally(), 0.5), (Tally(fixed=1, left=1), 0.5), (Tally(fixed=3, gone=9, open=9), 0.8)]
)
def test_the_share_is_that_of_what_was_fixed_or_left(tally, share):
    assert tally.share == pytest.approx(share)
    low, high = tally.interval
    assert 0 <= low < share < high <= 1


def test_the_more_is_known_the_narrower_is_the_interval():
    widths = [high - low for low, high in (Tally(fixed=n, left=n).interval for n in (0, 3, 30))]
    assert widths == sorted(widths, reverse=True)


def test_certainty_is_a_half_without_a_difference_and_grows_with_the_counts():
    assert Evidence("r", 1, Tally(fixed=4, left=4), Tally(fixed=8, left=8)).certainty == pytest.approx(0.5)
    few, many = (Evidence("r", 1, Tally(fixed=3 * n, left=n), Tally(fixed=n, left=3 * n)) for n in (1, 10))
    assert 0.5 < few.certainty < many.certainty < 1
    assert Evidence("r", 1, many.others, many.found).certainty < 0.01
