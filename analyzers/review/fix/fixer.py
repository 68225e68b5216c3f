""" "Fix this with the model", and the retry after a fix that failed verification."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reread.analyzers.findings import Finding, Fix
from reread.analyzers.review.answer.answer import read_fix
from reread.analyzers.review.ask.cached_client import CachedClient
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.change.definitions import definitions
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.change.units import ReviewUnit
from reread.analyzers.review.fix.fix_question import fix_question
from reread.analyzers.review.fix.fix_verifier import FixVerifier
from reread.analyzers.review.fix.proposals import Proposal, proposed, tried
from reread.analyzers.review.privacy.redact import Redactor
from reread.analyzers.review.provider import ProviderError, Stop
from reread.analyzers.shown.lines import line
from reread.analyzers.text import Document, Span

_LINES_AROUND = 30
_ROUNDS = 2
"""The first attempt, and one more with what spoke against it."""

OnWait = Callable[[str], None]


class FixAttempt(NamedTuple):
    """A fix, or one line that says why none can be applied. With both, the fix is for display only."""

    fix: Fix | None
    problem: str


class NoFixError(Exception):
    """The model proposes no fix. The message is one line."""


class Fixer:
    """Requests fixes of findings and verifies them. `on_wait` receives a description of what it waits for."""

    def __init__(self, asker: CachedClient, bench: FixVerifier, on_wait: OnWait | None = None) -> None:
        self._asker = asker
        self._bench = bench
        self._on_wait = on_wait or _ignore

    async def fix(self, subject: Subject, finding: Finding, context: Sequence[ContextPiece] = ()) -> FixAttempt:
        """A fix of a finding, of whatever source, in a unit around it. Failures of the provider become the problem.

        One that does not hold gets a second round with the objection, and is only displayed after that.
        """
        rejected: Proposal | None = None
        try:
            for _ in range(_ROUNDS):
                proposal = await self._ask(subject, finding, context, rejected)
                if proposal.holds:
                    return FixAttempt(proposal.fix, "")
                rejected = proposal if proposal.fix is not None or rejected is None else rejected
        except (ProviderError, NoFixError) as error:
            if rejected is None:
                return FixAttempt(None, str(error))
        return _only_displayed(rejected)

    async def again(
        self, subject: Subject, finding: Finding, context: Sequence[ContextPiece], rejected: Proposal
    ) -> Proposal:
        """Another proposal after one that did not hold; raises ProviderError and NoFixError.

        The answer is kept whatever comes of it: the same review takes nothing the second time.
        """
        return await self._ask(subject, finding, context, rejected, keep=True)

    async def _ask(
        self,
        subject: Subject,
        finding: Finding,
        context: Sequence[ContextPiece],
        rejected: Proposal | None,
        *,
        keep: bool = False,
    ) -> Proposal:
        redactor = Redactor(subject.personal)
        question = fix_question(subject, finding, context, rejected, redactor)
        answer = self._asker.cached(question) or await self._asker.ask(question, _ignore, self._on_wait)
        if answer.stop is Stop.LENGTH:
            raise NoFixError("the model's answer was cut at review.max-output-tokens")
        said = read_fix(answer.text)
        if said is None:
            raise NoFixError("the model's answer is not in the form that was asked for")
        explanation = line(redactor.restore(said.explanation))
        if keep:
            self._asker.store(question, answer)
        if not said.edits:
            raise NoFixError(f"the model proposes no fix{': ' + explanation if explanation else ''}")
        title = rejected.title if rejected is not None else f"Fix with the model: {explanation or finding.rule}"
        pieces = (*question.code, *question.context)
        # In a thread: the rules run over the code with the fix applied.
        proposal = await asyncio.to_thread(proposed, subject, title, said.edits, redactor, pieces, self._bench, finding)
        proposal = await tried(proposal, self._bench, self._on_wait)
        if proposal.holds:
            self._asker.store(question, answer)
        return proposal


def _only_displayed(rejected: Proposal | None) -> FixAttempt:
    assert rejected is not None and rejected.objection is not None
    fix = rejected.shown[0] if rejected.shown else None
    return FixAttempt(fix, f"the model's fix was not offered: {rejected.objection.reason}")


def unit_around(document: Document, span: Span) -> ReviewUnit:
    """The unit to show for a fix at a place: the enclosing definition, or else some lines around it."""
    lines = document.lines
    at, to = lines.line_of(span.start), lines.line_of(span.end)
    first, last = max(0, at - _LINES_AROUND), min(lines.count - 1, to + _LINES_AROUND)
    name = ""
    for entry in definitions(document).leaves:
        if entry.first <= at and to < entry.end:
            name, first, last = entry.name, entry.first, entry.end - 1
    whole = Span(lines.starts[first], lines.line_span(last).end)
    return ReviewUnit(name, whole, (whole,), None)


def _ignore(text: str) -> None:
    """A fix is of no use before it is whole."""
