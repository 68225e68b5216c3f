"""The rules of the profile `quiet`, and those of `pedantic` alone, as `make docs` writes them: no process needs to read
the record for them.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reread.analyzers.rules.admission.record import Admission

PROFILE = os.path.join(os.path.dirname(__file__), "quiet.tsv")
_PEDANTIC = "pedantic"


@cache
def admitted() -> Mapping[str, str]:
    """The most severe that a finding of each rule of `quiet` may be, "error" or "warning", by the rule's id."""
    return {rule: most for rule, most in _rows() if most != _PEDANTIC}


@cache
def only_pedantic() -> frozenset[str]:
    """The ids of the rules that readers found to be noise."""
    return frozenset(rule for rule, most in _rows() if most == _PEDANTIC)


def _rows() -> list[tuple[str, str]]:
    with open(PROFILE, encoding="utf-8") as stream:
        return [(rule, most) for rule, _, most in (line.rstrip("\n").partition("\t") for line in stream)]


def text(admissions: Iterable[Admission], pedantic: Iterable[str]) -> str:
    """The content of the file."""
    rows = {each.rule.id: "error" if each.may_be_error else "warning" for each in admissions if each.is_admitted}
    rows |= dict.fromkeys(pedantic, _PEDANTIC)
    return "".join(f"{rule}\t{most}\n" for rule, most in sorted(rows.items()))
