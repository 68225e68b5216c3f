"""How often findings were right, by people's verdicts, with a confidence interval."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from reread.server.known.feedback import Event
from reread.server.overview.values import Section, Table

_Z = 1.959964
"""The quantile of the normal distribution for 95 %."""
_MOST_ROWS = 25


def wilson(right: int, all_of_them: int) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson's score: from 0 to 1, also of few; all of it where there are none."""
    if not all_of_them:
        return 0.0, 1.0
    share, square = right / all_of_them, _Z * _Z / all_of_them
    middle = (share + square / 2) / (1 + square)
    half = _Z / (1 + square) * math.sqrt(share * (1 - share) / all_of_them + square / (4 * all_of_them))
    return max(0.0, middle - half), min(1.0, middle + half)


def section(verdicts: Iterable[Event]) -> Section:
    """The section on precision: accepted and edited findings were right, dismissed ones were not."""
    right, wrong = Counter[str](), Counter[str]()
    for event in verdicts:
        (wrong if event.verdict == "dismissed" else right)[event.rule] += 1
    rules = sorted({*right, *wrong}, key=lambda rule: (-(right[rule] + wrong[rule]), rule))
    rows = [("all rules", sum(right.values()), sum(wrong.values()))] if rules else []
    rows += [(rule, right[rule], wrong[rule]) for rule in rules[:_MOST_ROWS]]
    cells = tuple((name, yes, no, *_share(yes, yes + no)) for name, yes, no in rows)
    note = (
        "Of the findings with a verdict, the share that was accepted or edited. From and to are the 95 % interval "
        "(Wilson's score): with few verdicts it is wide."
    )
    columns = ("rule", "right", "dismissed", "precision", "from", "to")
    return Section(
        "Precision by feedback", (note,), (Table("Precision by rule", columns, cells, len(rules[_MOST_ROWS:])),)
    )


def _share(right: int, count: int) -> tuple[str, str, str]:
    low, high = wilson(right, count)
    return f"{right / count:.0%}", f"{low:.0%}", f"{high:.0%}"
