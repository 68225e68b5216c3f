"""Taint as bits: two heights of each label of all rules, for each symbol of a function.

A label has two bits side by side: the even one is taint that is there for certain, the odd one above it taint that is
only possible, since something on the way may have made the value harmless. Joins, substitutions and sanitizers work on
both; `lowered` is the descent from certain to possible.

A mask of bits to take away has both bits of a label where its taint ends, and the even one alone where it becomes
possible: what one check proves and another one only makes likely are joined and met like all else.
"""

from __future__ import annotations

from typing import NamedTuple

MOST_SYMBOLS = 96
_MOST_BITS = 1 << 20
CERTAIN = ((1 << _MOST_BITS) - 1) // 3
"""The even bits, as many as the rules of one run need at most."""


def paired(bits: int) -> int:
    """The bits of labels at both heights, from those that are certain."""
    return bits | bits << 1


def folded(taint: int) -> int:
    """The labels of a taint, at whichever height, as certain bits."""
    return (taint | taint >> 1) & CERTAIN


def lowered(taint: int) -> int:
    """The taint with all that was certain only possible."""
    certain = taint & CERTAIN
    return taint ^ certain | certain << 1


def lowers(mask: int) -> bool:
    """Whether a mask makes something only possible."""
    return mask > 0 and bool(mask & ~(mask >> 1) & CERTAIN)


def applied(taint: int, mask: int) -> int:
    """A taint without what a mask ends, and with what it lowers only possible. A negative mask lowers nothing."""
    kept = taint & ~mask
    if mask < 0:
        return kept
    return kept | (taint & mask & ~(mask >> 1) & CERTAIN) << 1


def lost(before: int, after: int) -> int:
    """The mask that makes of one taint, as far as it can, another one."""
    gone = folded(before) & ~folded(after)
    return paired(gone) | before & CERTAIN & ~after & ~gone


class TaintBits(NamedTuple):
    """The bits of the rules that are interpreted together. `width` bits for each symbol, `full` are those of the first.
    `CERTAIN` bits of `full` are what a symbol stands for: whatever taint it is given passes at the height that it has.

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
    fixed_start: int = 0
    only_assignments: int = 0
    unguarded: int = 0
    derived: int = 0
    believing: int = 0
    lowers: int = 0
    """The mask that makes all taint only possible, but that of rules without guards."""
    unseen: int = 0
    """The same, but for the rules that believe a comparison with what is not seen here: those end it."""
    """`everywhere` times bits of one symbol gives those of all symbols."""

    def present(self, taint: int) -> int:
        """The labels that taint has inside of the function at whichever height, whoever calls it, as certain bits."""
        return folded((taint | taint >> self.width) & self.full)

    def proven(self, taint: int) -> int:
        """The labels that taint has inside of the function for certain."""
        return (taint | taint >> self.width) & self.full & CERTAIN

    def symbol(self, number: int) -> int:
        """What a symbol has that nothing has happened to."""
        return (self.full & CERTAIN) << self.width * number

    def spread(self, bits: int) -> int:
        return bits * self.everywhere


def taint_bits(labels: int, **options: int) -> TaintBits:
    """The taint bits for so many labels; the options are given as the certain bits of one symbol."""
    width = 2 * labels
    everywhere = sum(1 << (width * symbol) for symbol in range(MOST_SYMBOLS + 1))
    spread = {name: paired(bits) * everywhere for name, bits in options.items()}
    full = (1 << width) - 1
    lowers = (full & CERTAIN) * everywhere & ~spread.get("unguarded", 0)
    unseen = (lowers | spread.get("believing", 0)) & ~spread.get("unguarded", 0)
    return TaintBits(width, full, everywhere, **spread, lowers=lowers, unseen=unseen)
