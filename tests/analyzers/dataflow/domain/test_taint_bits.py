"""Taint as bits: two heights of each label, for what is there whoever calls and for each symbol."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.dataflow.domain.taint_bits import (
    CERTAIN,
    MOST_SYMBOLS,
    applied,
    folded,
    lost,
    lowered,
    lowers,
    paired,
    taint_bits,
)

BITS = taint_bits(3, safe_numbers=0b010000)
ONE, TWO, THREE = 0b01, 0b0100, 0b010000
TAINTS = st.integers(0, (1 << 4 * BITS.width) - 1)


def test_taint_of_the_entry_is_present_inside_of_the_function():
    assert BITS.present(ONE) == BITS.proven(ONE) == ONE
    assert BITS.present(TWO << 6) == BITS.proven(TWO << 6) == TWO


def test_what_is_possible_is_present_and_not_proven():
    assert BITS.present(lowered(ONE | TWO << 6)) == ONE | TWO
    assert BITS.proven(lowered(ONE | TWO << 6)) == 0


def test_taint_of_another_symbol_is_not_present():
    assert BITS.present(0b111111 << 12) == 0


def test_bits_are_spread_over_all_symbols():
    spread = BITS.spread(0b100001)
    assert {spread >> (6 * symbol) & 0b111111 for symbol in range(MOST_SYMBOLS + 1)} == {0b100001}
    assert spread >> (6 * (MOST_SYMBOLS + 1)) == 0


def test_an_option_holds_for_the_bits_of_its_rules_at_both_heights_in_all_symbols():
    assert BITS.safe_numbers == BITS.spread(paired(THREE))
    assert BITS.safe_booleans == 0


def test_a_symbol_is_one_bit_for_each_label():
    assert BITS.symbol(2) == (ONE | TWO | THREE) << 12


@pytest.mark.parametrize(
    ("taint", "mask", "left"),
    [
        (ONE | TWO, paired(ONE), TWO),
        (ONE | TWO, ONE, lowered(ONE) | TWO),
        (lowered(ONE), ONE, lowered(ONE)),
        (lowered(ONE), paired(ONE), 0),
        (ONE | lowered(TWO), -1, 0),
        (ONE | TWO, ~TWO, TWO),
    ],
)
def test_a_mask_ends_what_has_both_bits_and_lowers_what_has_one(taint, mask, left):
    assert applied(taint, mask) == left


def test_rules_without_guards_are_not_lowered():
    bits = taint_bits(2, unguarded=ONE)
    assert applied(ONE | TWO, bits.lowers) == ONE | lowered(TWO)


def test_rules_of_users_believe_a_comparison_with_what_is_not_seen():
    bits = taint_bits(2, believing=ONE)
    assert applied(ONE | TWO, bits.unseen) == lowered(TWO)


def test_a_mask_that_ends_all_that_it_names_lowers_nothing():
    assert lowers(ONE) and lowers(paired(TWO) | ONE)
    assert not lowers(paired(ONE | TWO)) and not lowers(-1) and not lowers(0)


@given(TAINTS)
def test_lowering_twice_is_lowering_once(taint):
    assert lowered(lowered(taint)) == lowered(taint)
    assert folded(lowered(taint)) == folded(taint)
    assert lowered(taint) & CERTAIN == 0


@given(TAINTS, TAINTS)
def test_what_was_lost_makes_of_one_taint_the_other(before, mask):
    after = applied(before, mask & CERTAIN | paired(mask >> 1 & CERTAIN))
    assert folded(applied(before, lost(before, after))) == folded(after)
    assert applied(before, lost(before, after)) & CERTAIN == after & CERTAIN


@given(TAINTS, TAINTS, TAINTS)
def test_masks_meet_and_join_like_what_they_take(taint, one, other):
    one, other = (each & CERTAIN | paired(each >> 1 & CERTAIN) for each in (one, other))
    height = {0: 0, 1: 2, 2: 1, 3: 2}
    met, together = applied(taint, one & other), applied(taint, one | other)
    for at in range(0, taint.bit_length() + 2, 2):
        first, second = (height[applied(taint, each) >> at & 3] for each in (one, other))
        assert height[met >> at & 3] == max(first, second)
        assert height[together >> at & 3] == min(first, second)
