"""The model's part of `reread review`: plan, consent, request and result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers.findings import Finding, OtherFile, with_fingerprints
from reread.analyzers.model_duplicates import without_repeated
from reread.analyzers.review.change.intent import ChangeContext
from reread.analyzers.text import Document
from reread.server import textfile
from reread.server.cli import writing
from reread.server.cli.consenting import may_be_sent
from reread.server.cli.requests.values import RequestOptions
from reread.server.report.report import FileReport, locate
from reread.server.report.review import (
    ReviewDocument,
    ReviewOutcome,
    ReviewPlan,
    ReviewRequest,
    decided_in_words,
    document_of,
)
from reread.server.review import price, stored_reviews
from reread.server.review.stored_reviews import CachedReview
from reread.server.settings import Settings

if TYPE_CHECKING:
    from reread.analyzers.review.availability import Availability

__all__ = ["RequestOptions"]


class Assignment(NamedTuple):
    """The subject of a model review: `label` describes the change, `others` are files that it deletes.

    Files of more than `largest_file` bytes are not read. `change` is what else is known of the change, if it is one;
    with `summarise` its summary is asked for as well.
    """

    label: str
    folder: str
    documents: tuple[ReviewDocument, ...]
    others: tuple[ReviewDocument, ...]
    whole: bool
    largest_file: int
    change: ChangeContext | None = None
    summarise: bool = False

    @property
    def request(self) -> ReviewRequest:
        return ReviewRequest(
            self.folder, self.documents, self.whole, self.others, change=self.change, summarise=self.summarise
        )

    def text(self, file: OtherFile) -> Document | None:
        """A file that a fix edits: as it is reviewed, else as it is on disk; None when it cannot be read any more."""
        for document in self.documents:
            if document.uri == file.uri:
                return document_of(document)
        try:
            return Document(file.uri, textfile.read(file.path, self.largest_file, self.folder).text, path=file.path)
        except textfile.UnreadableFileError:
            return None


def plan(work: Assignment, settings: Settings, asking: RequestOptions) -> ReviewPlan:
    """The plan of a review; raises WorkerError. Nothing is sent."""
    from reread.server.cli.requests import reviewing

    return reviewing.plan(work.folder, work.request, settings, asking)


def review(work: Assignment, settings: Settings, state: Availability, asking: RequestOptions) -> ReviewOutcome:
    """The model's review, after the plan is shown and a person has consented to sending it.

    Its findings are shown on a terminal as they come. A review that was kept needs no worker, and imports none.
    """
    key = stored_reviews.key_of(work.request, settings, context=asking.context)
    before = stored_reviews.find(key)
    if before is not None:
        return _as_before(before, work, settings, state, asking)
    from reread.server.cli.requests import reviewing

    def announce(made: ReviewPlan) -> None:
        said = announcement(made, work, settings, state) if not asking.quiet else price.warning(made, settings.review)
        if said:
            writing.say(said)

    done = reviewing.review(work.folder, work.request, settings, asking, announce)
    if done.plan is not None and done.current:
        stored_reviews.store(key, work.request, done.plan, done.outcome)
    return done.outcome


def _as_before(
    before: CachedReview, work: Assignment, settings: Settings, state: Availability, asking: RequestOptions
) -> ReviewOutcome:
    """What was said of the same change in the same workspace, for whoever may ask a model."""
    if not asking.quiet:
        writing.say(announcement(before.plan, work, settings, state))
    refused = may_be_sent(work.folder, settings, once=asking.once) if before.plan.units else ""
    if refused:
        return ReviewOutcome(complete=False, problems=(refused,), skipped=len(before.plan.skipped))
    stored_reviews.enter(before)
    return before.outcome


def announcement(made: ReviewPlan, work: Assignment, settings: Settings, state: Availability) -> str:
    """One line that states what will be sent, and the recipient."""
    files = writing.plural(len(work.documents), "file")
    scope = f"reviewing {files}" if work.whole else f"reviewing {work.label} in {files}"
    if not made.units:
        return f"{scope}: no code for a model to review (only comments, formatting, moved or removed lines)"
    requests = len({unit.request for unit in made.requested if unit.fate == "ask"})
    together = f" in {writing.plural(requests, 'request')}" if requests else ""
    parts = [writing.plural(len(made.units), "part" if work.whole else "changed part") + together]
    cached = sum(unit.fate == "cached" for unit in made.units)
    if cached:
        parts.append(f"{cached} of them answered from the cache")
    if later := sum(unit.fate == "later" for unit in made.units):
        parts.append(f"{later:,} of them deferred to {writing.plural(made.runs - 1, 'more run')} by {made.limit}")
    if made.tokens:
        parts.append(price.price_of(made))
    if much := price.much_of(made, settings.review):
        parts.append(much)
    return f"{scope}: {', '.join(parts)}; {state.message}"


def merged(report: FileReport, document: ReviewDocument, findings: Sequence[Finding], work: Assignment) -> FileReport:
    """The report of a file with the model's findings among those of the rules, all in order."""
    if not findings:
        return report
    text = document_of(document)
    by_rules = [located.finding for located in report.findings]
    reported = without_repeated([*by_rules, *findings], text)[len(by_rules) :]
    named = with_fingerprints(reported, text, document.relative)
    both = [*report.findings, *locate(text, named, work.text)]
    return report._replace(findings=tuple(sorted(both, key=lambda located: located.finding.span)), text=text.text)


def verdict(outcome: ReviewOutcome) -> str:
    """The last word on what the model did and what it cost."""
    cost = "unknown cost" if outcome.cost is None else f"${outcome.cost:.4f}"
    count = len(outcome.findings)
    said = "no findings" if not count else f"{count} finding{'' if count == 1 else 's'}"
    lead = "model" if outcome.complete else "model, incomplete"
    parts = [f"{lead}: {said} in {outcome.units} part{'' if outcome.units == 1 else 's'}"]
    if outcome.cached:
        parts.append(f"{outcome.cached} from the cache")
    if outcome.passed:
        parts.append(f"{outcome.passed} skipped by the small model")
    if decided := decided_in_words(outcome.leads):
        parts.append(decided)
    if outcome.dropped:
        parts.append(f"{outcome.dropped} dropped (refuted, low confidence or not in the code)")
    if outcome.refused:
        parts.append(f"{writing.plural(outcome.refused, 'fix')} rejected, for files not sent to the model")
    parts.append(f"{outcome.tokens:,} tokens, {cost}")
    return "; ".join(parts)
