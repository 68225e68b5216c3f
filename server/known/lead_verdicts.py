"""A model's verdicts on hints of rules, kept until the code that they are about changes: one file per workspace.

The file is in the user's state folder and can be deleted: the hints are then hints again until the next review.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers import owned_files
from reread.analyzers.findings import Finding, Severity
from reread.server.known import known_leads
from reread.server.known.signatures import Signature, hashed, signatures

if TYPE_CHECKING:
    from reread.server.report.review import DecidedLead, ReviewRequest

_MOST = 2_000
"""Verdicts of a workspace that are kept, the latest ones."""

_VERSION = 1


class LeadVerdict(NamedTuple):
    """The verdict on a finding with this signature in a definition with this hash.

    The definition begins `before` code points before the finding and is `length` code points long. `severity` is that
    of the finding's rule, and `words` how it fails, or why it does not; they contain no secrets.
    """

    rule: str
    text: str
    line: str
    definition: str
    before: int
    length: int
    holds: bool
    severity: str
    words: str


class LeadVerdicts:
    """The verdicts of a workspace, by the signatures of the findings."""

    def __init__(self, verdicts: Iterable[LeadVerdict] = ()) -> None:
        self.all = tuple(verdicts)
        self._by_signature: dict[Signature, list[LeadVerdict]] = {}
        for each in self.all:
            self._by_signature.setdefault(Signature(each.rule, each.text, each.line), []).append(each)

    def of(self, finding: Finding, signature: Signature, text: str) -> LeadVerdict | None:
        """The verdict on a hint in a text, if all of its definition is as the model saw it."""
        if finding.severity is not Severity.HINT:
            return None
        for each in self._by_signature.get(signature, ()):
            start = finding.span.start - each.before
            if start >= 0 and hashed(text[start : start + each.length]) == each.definition:
                return each
        return None


NO_VERDICTS = LeadVerdicts()


def confirmed(finding: Finding, verdict: LeadVerdict) -> Finding:
    """The finding as severe as its rule, with the case that the model named."""
    return finding._replace(
        severity=Severity(verdict.severity), message=f"{finding.message} (confirmed by the model: {verdict.words})"
    )


def load(folder: str) -> LeadVerdicts:
    """The verdicts of a workspace folder; none without a file, or from a damaged one."""
    values = owned_files.read_values(known_leads(folder))
    if not isinstance(values, tuple) or not values or values[0] != _VERSION:
        return NO_VERDICTS
    return LeadVerdicts(LeadVerdict(*each) for each in values[1:])


def record(request: ReviewRequest, decided: Sequence[DecidedLead]) -> None:
    """Keep the verdicts of a review. If that is not possible, the hints stay hints."""
    texts = {each.uri: each.text for each in request.documents}
    new = [_verdict(each, texts[each.uri]) for each in decided]
    known = load(request.folder).all if new else ()
    if set(new) <= set(known):
        return
    about = {each[:6] for each in new}
    kept = [each for each in known if each[:6] not in about]
    path = known_leads(request.folder)
    owned_files.make_folder(os.path.dirname(path))
    owned_files.write_values(path, (_VERSION, *map(tuple, [*kept, *new][-_MOST:])))


def _verdict(decided: DecidedLead, text: str) -> LeadVerdict:
    finding, (start, end) = decided.finding, decided.definition
    (signature,) = signatures([finding], text)
    place = (hashed(text[start:end]), finding.span.start - start, end - start)
    return LeadVerdict(*signature, *place, decided.holds, decided.severity.value, decided.words)
