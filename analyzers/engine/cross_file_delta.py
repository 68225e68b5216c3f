"""How the functions of other files change the findings of a file (`CrossFileDelta`)."""

from __future__ import annotations

from typing import NamedTuple

from reread.analyzers.findings import Finding
from reread.analyzers.text import TextChange


class CrossFileDelta(NamedTuple):
    """The changes to the findings of a file that other files cause: added findings, and wrong ones."""

    found: tuple[Finding, ...] = ()
    refuted: tuple[Finding, ...] = ()

    def after(self, change: TextChange) -> CrossFileDelta:
        """The remaining part after an edit, moved."""
        return CrossFileDelta(_moved(self.found, change), _moved(self.refuted, change))

    def applied(self, findings: list[Finding]) -> list[Finding]:
        """The findings of a file on its own as they are in the light of others."""
        wrong = {(each.rule, each.span) for each in self.refuted}
        return [*(each for each in findings if (each.rule, each.span) not in wrong), *self.found]


NOTHING = CrossFileDelta()


def _moved(findings: tuple[Finding, ...], change: TextChange) -> tuple[Finding, ...]:
    (start, end), text = change
    distance = len(text) - (end - start)
    kept = (each for each in findings if each.span.end <= start or each.span.start >= end)
    return tuple(each.moved(distance) if each.span.start >= end else each for each in kept)
