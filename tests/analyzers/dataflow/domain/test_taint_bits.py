"""Taint as bits: those that are certain, and those of each symbol."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.taint_bits import MOST_SYMBOLS, taint_bits

BITS = taint_bits(3, safe_numbers=0b100)


def test_taint_of_the_entry_is_certain_inside_of_the_function():
    assert BITS.certain(0b001) == 0b001
    assert BITS.certain(0b010 << 3) == 0b010


def test_taint_of_another_symbol_is_not_certain():
    assert BITS.certain(0b111 << 6) == 0


def test_bits_are_spread_over_all_symbols():
    spread = BITS.spread(0b101)
    assert {spread >> (3 * symbol) & 0b111 for symbol in range(MOST_SYMBOLS + 1)} == {0b101}
    assert spread >> (3 * (MOST_SYMBOLS + 1)) == 0


def test_an_option_holds_for_the_bits_of_its_rules_in_all_symbols():
    assert BITS.safe_numbers == BITS.spread(0b100)
    assert BITS.safe_booleans == 0
