"""GitHub's line fingerprint, `primaryLocationLineHash`, by which code scanning recognises equal results.

The algorithm is that of GitHub's `codeql-action`: a polynomial hash, modulo 2**64, of the 100 UTF-16 units from the
start of the line on, without blanks, each line end as one line feed; then how many lines so far had the same hash.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import chain, repeat

_WINDOW = 100
_BASE = 37
_MODULUS = 1 << 64
_END = 0xFFFF
_FIRST = pow(_BASE, _WINDOW, _MODULUS)
_LINE_END = re.compile("\r\n|\r")


def line_hashes(text: str, wanted: Collection[int]) -> dict[int, str]:
    """The fingerprints of some lines of a text, by their numbers from 0; lines that it does not have are left out."""
    last = max(wanted, default=-1)
    seen: Counter[int] = Counter()
    found: dict[int, str] = {}
    for line, value in enumerate(_values(text)):
        if line > last:
            break
        seen[value] += 1
        if line in wanted:
            found[line] = f"{value:x}:{seen[value]}"
    return found


def _values(text: str) -> Iterator[int]:
    """The hash of each line, in order."""
    units = _units(text)
    window = [0] * _WINDOW
    starts = [False] * _WINDOW
    value = place = 0
    at_start = True
    # The end of the text counts as one unit, and zeros behind it fill the last window.
    for number, unit in enumerate(chain(units, (_END,), repeat(0, _WINDOW))):
        if starts[place]:
            yield value
        starts[place] = at_start and number <= len(units)
        at_start = unit == 10
        value = (_BASE * value + unit - _FIRST * window[place]) % _MODULUS
        window[place] = unit
        place = (place + 1) % _WINDOW


def _units(text: str) -> memoryview[int]:
    plain = _LINE_END.sub("\n", text).translate({0x20: None, 0x09: None})
    return memoryview(plain.encode("utf-16-le", "surrogatepass")).cast("H")
