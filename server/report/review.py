"""Requests for reviews and fixes, and their results: plain values without dependencies."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence

from msgspec import Struct

from reread.analyzers.findings import Finding, Fix, Severity, Source
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.change.intent import ChangeContext
from reread.analyzers.text import Document, Span


class ReviewDocument(Struct, frozen=True):
    """A text to review. `path` is absolute or ""; `relative` is the path in the folder, with `/`.

    `base_text` is what it was before the change; None means that everything is new. `selection` (code points) limits
    the review to the definitions that it touches. `leads` are the hints of rules in it that a model may be asked about.
    """

    uri: str
    path: str
    relative: str
    language: str
    text: str
    base_text: str | None = None
    selection: tuple[int, int] | None = None
    leads: tuple[Finding, ...] = ()


class Resumable(Struct, frozen=True):
    """A review that goes on after an interruption: the folder of its answers to requests, and its name there."""

    folder: str
    name: str


class ReviewRequest(Struct, frozen=True):
    """Documents of one folder. `whole` reviews all of their definitions, not only the changed ones.

    `others` are files of the same change that are not reviewed (those that are gone have the text ""): what moved from
    them needs no review. `opened` are files that an editor has open: their texts, which fixes may edit too, need not be
    those of the disk. `consent` says that a person agreed to this request being sent; without it, what is kept about
    the folder decides. `change` is there where the documents are all of a change: then it is looked at as a whole too.
    `summarise` asks for a summary of it as well. With `resume` answers to requests are kept there rather than in the
    user's cache.
    """

    folder: str
    documents: tuple[ReviewDocument, ...]
    whole: bool = False
    others: tuple[ReviewDocument, ...] = ()
    consent: bool = False
    opened: tuple[ReviewDocument, ...] = ()
    change: ChangeContext | None = None
    summarise: bool = False
    resume: Resumable | None = None


class SkippedPart(Struct, frozen=True):
    """A changed part that needs no review: the path in the folder, the name of the definition or "", and why."""

    path: str
    name: str
    reason: str


class PlannedUnit(Struct, frozen=True):
    """A unit of a plan. Lines count from 1. `tokens` and `cost` (US dollars; None: no known price) are estimates.

    `fate` is "ask", "cached" (0 tokens), or "later": beyond a limit, so that another run continues from there. Units of
    the same `request` are asked about together; 0 is none.
    """

    path: str
    name: str
    first_line: int
    last_line: int
    fate: str
    tokens: int = 0
    cost: float | None = 0.0
    request: int = 0


class ReviewPlan(Struct, frozen=True):
    """The requests of a review, before anything is sent. `tokens` and `cost` are what 95 of 100 reviews stay below,
    second pass and repairs included; `usual_tokens` and `usual_cost` are what it takes if as much is found as usual.

    `runs` is how many reviews it takes within the limits (0: nothing to ask); `limit` names the setting that is reached
    first, or is "". `recipients` are those that code would leave this machine for. `notes` are lines for people.
    `leads` are the questions about hints of rules, one for each unit that has some; `change` is the look at the change
    as a whole and `summary` the question for its summary, None if there is none;
    `intent` is what it is shown of why the change was made: pairs of what it is ("commit message") and the text;
    `guidelines` are those of the team that are shown, `guidance` the lines of its guidance files ("AGENTS.md:1-30").
    `list_price` says that the cost is by the vendor's list, although
    somebody else is asked.
    """

    units: tuple[PlannedUnit, ...] = ()
    skipped: tuple[SkippedPart, ...] = ()
    tokens: int = 0
    cost: float | None = 0.0
    runs: int = 0
    limit: str = ""
    recipients: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    change: PlannedUnit | None = None
    intent: tuple[tuple[str, str], ...] = ()
    guidelines: tuple[str, ...] = ()
    list_price: bool = False
    summary: PlannedUnit | None = None
    leads: tuple[PlannedUnit, ...] = ()
    guidance: tuple[str, ...] = ()
    usual_tokens: int = 0
    usual_cost: float | None = 0.0

    @property
    def requested(self) -> tuple[PlannedUnit, ...]:
        """The units, the questions about hints, and the looks at the change as a whole."""
        return (*self.units, *self.leads, *(each for each in (self.change, self.summary) if each is not None))


class Paragraph(Struct, frozen=True):
    """A part of a summary, and the paths that it is about."""

    title: str
    text: str
    paths: tuple[str, ...] = ()


class ChangeSummary(Struct, frozen=True):
    """A model's summary of a change: in one sentence, by concern, and what to look at first; `model` wrote it."""

    title: str
    concerns: tuple[Paragraph, ...] = ()
    risks: tuple[Paragraph, ...] = ()
    model: str = ""


class DecidedLead(Struct, frozen=True):
    """A hint of a rule that a model confirmed (`holds`) or refuted.

    `severity` is that of the rule, `definition` the span that the model was asked about (code points), and `words` are
    one line: how the code fails, or why it does not.
    """

    uri: str
    finding: Finding
    definition: tuple[int, int]
    holds: bool
    severity: Severity
    words: str


class ReviewOutcome(Struct, frozen=True):
    """The result of a review.

    `findings` (uri, finding) are sorted by document and place, and replace those that `on_finding` was given meanwhile.
    `complete` is False when a part could not be reviewed; `problems` then says why, one per line. `notes` are lines
    that change nothing ("the price of this model is not known"). `units` were looked at, `cached` of them without
    asking and `passed` by the small model as not worth a review, `skipped` needed no review, and `dropped` findings did
    not hold (quote not found, refuted, low confidence, over the limit). `refused` fixes would have edited files that
    the model was not shown. `tokens` are those paid for in this run; `cost` is in US dollars, None when a price is not
    known. `summary` is None if none was asked for, or the review is not complete. `leads` are the hints that the model
    decided.
    """

    findings: tuple[tuple[str, Finding], ...] = ()
    complete: bool = True
    problems: tuple[str, ...] = ()
    units: int = 0
    cached: int = 0
    passed: int = 0
    skipped: int = 0
    tokens: int = 0
    cost: float | None = 0.0
    provider: str = ""
    model: str = ""
    notes: tuple[str, ...] = ()
    dropped: int = 0
    refused: int = 0
    summary: ChangeSummary | None = None
    leads: tuple[DecidedLead, ...] = ()


class FixRequest(Struct, frozen=True):
    """Ask the model to fix a finding, of whatever source, in a document. The others are as in `ReviewRequest`."""

    folder: str
    document: ReviewDocument
    finding: Finding
    consent: bool = False
    opened: tuple[ReviewDocument, ...] = ()


class FixOutcome(Struct, frozen=True):
    """A verified fix, or one line that says why there is none; with both, the fix is for display only.

    `notes` are lines that change nothing, such as that a tool could not try the fix.
    """

    fix: Fix | None = None
    problem: str = ""
    notes: tuple[str, ...] = ()


Retrieve = Callable[[ReviewDocument, Span, Sequence[Span]], Awaitable[Sequence[ContextPiece]]]
"""Looks up the context of a span (code points) of a document, and of the parts of it that changed."""

OnFinding = Callable[[str, Finding], None]
"""Is given the uri and a finding as soon as the model has written it."""

OnProgress = Callable[[str, int, int], None]
"""Is given a line for people, the units done and the units in all."""


def document_of(document: ReviewDocument) -> Document:
    """The text as the analyzers take it."""
    return Document(document.uri, document.text, path=document.path, language=document.language)


def leads_of(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The hints of rules among findings, with what a model needs to see of them."""
    return tuple(
        each._replace(fixes=(), explanation="", documentation="", metavariables=())
        for each in findings
        if each.severity is Severity.HINT and each.source is Source.RULE
    )


def decided_in_words(leads: Sequence[DecidedLead]) -> str:
    """How many hints a model confirmed and refuted, for people; "" if it decided none."""
    confirmed = sum(each.holds for each in leads)
    counts = ((confirmed, "confirmed"), (len(leads) - confirmed, "refuted"))
    return ", ".join(f"{count} hint{'' if count == 1 else 's'} {word}" for count, word in counts if count)
