"""The team's guidelines: which of them a model is shown, and which one a finding relies on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.review.answer.schema import ModelFinding
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.settings import Guideline
from reread.analyzers.shown.lines import line

_SHORTEST_QUOTE = 20
"""Letters. A shorter part of a rule may stand in a reason by chance; a rule that is shorter is quoted whole."""

_SEVERITIES = {"warning": Severity.WARNING, "info": Severity.INFO, "hint": Severity.HINT}

PLACE = "(guideline)"
"""What stands in the audit log in the place of a path."""


def pieces(guidelines: Sequence[Guideline]) -> list[ContextPiece]:
    """The guidelines as context for a model; a change to them makes a question a new one."""
    return [
        ContextPiece(PLACE, number, each.text, "rule of the team", each.text, guidance=True)
        for number, each in enumerate(guidelines, 1)
    ]


def with_guideline(finding: Finding, said: ModelFinding, guidelines: Sequence[Guideline]) -> Finding:
    """The finding with the guideline that it relies on in its message, and at most as severe as that says.

    What is outside the change stays a hint.
    """
    reasons = _plain(f"{said.why} {said.message}")
    for each in guidelines:
        text = _plain(each.text)
        if any(part in reasons for part in _parts(text)):
            severity = finding.severity if finding.severity is Severity.HINT else _SEVERITIES[each.severity]
            return finding._replace(severity=severity, message=f"{finding.message} (guideline: {line(each.text)})")
    return finding


def _parts(text: str) -> list[str]:
    """The rule, and each of its sentences that says enough."""
    sentences = (part.strip(" .;:") for part in re.split(r"(?<=[.;:]) ", text))
    return [text, *(part for part in sentences if len(part) >= _SHORTEST_QUOTE)]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\s\"'`*_“”„]+", text.lower())).rstrip(".")
