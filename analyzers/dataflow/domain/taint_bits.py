"""Taint as bits: those of the labels of all rules, for what is certain and for each symbol of a function."""

from __future__ import annotations

from typing import NamedTuple

MOST_SYMBOLS = 96


class TaintBits(NamedTuple):
    """The bits of the rules that are interpreted together. `width` bits for each symbol, `full` are those of the first.

    The others hold the bits, of all symbols, of the rules with that option; `derived` those of labels that a value gets
    for having another one.
    """

    width: int
    full: int
    everywhere: int
    safe_functions: int = 0
    safe_indexes: int = 0
    safe_comparisons: int = 0
    safe_booleans: int = 0
    safe_numbers: int = 0
    own_methods: int = 0
    only_assignments: int = 0
    unguarded: int = 0
    derived: int = 0
    """`everywhere` times bits of one symbol gives those of all symbols."""

    def certain(self, taint: int) -> int:
        """The bits that are there for certain inside of the function."""
        return (taint | taint >> self.width) & self.full

    def spread(self, bits: int) -> int:
        return bits * self.everywhere


def taint_bits(width: int, **options: int) -> TaintBits:
    """The taint bits for so many bits; the options are given as bits of one symbol."""
    everywhere = sum(1 << (width * symbol) for symbol in range(MOST_SYMBOLS + 1))
    return TaintBits(width, (1 << width) - 1, everywhere, **{name: bits * everywhere for name, bits in options.items()})
