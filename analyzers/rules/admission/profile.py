"""The rules of the profile `quiet`, as `make docs` writes them; no process needs to read the record for it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reread.analyzers.rules.admission.record import Admission

PROFILE = os.path.join(os.path.dirname(__file__), "quiet.tsv")


@cache
def admitted() -> Mapping[str, str]:
    """The most severe that a finding of each rule of the profile may be, "error" or "warning", by the rule's id."""
    with open(PROFILE, encoding="utf-8") as stream:
        lines = (line.rstrip("\n").partition("\t") for line in stream)
        return {rule: most for rule, _, most in lines}


def text(admissions: Iterable[Admission]) -> str:
    """The content of the file."""
    lines = (
        f"{each.rule.id}\t{'error' if each.may_be_error else 'warning'}" for each in admissions if each.is_admitted
    )
    return "".join(f"{line}\n" for line in sorted(lines))
