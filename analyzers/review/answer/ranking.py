"""Places a model's findings by their quotes, ranks them, and keeps the best few."""

from __future__ import annotations

import enum

from reread.analyzers.findings import Finding, Severity, Source, sort_key
from reread.analyzers.review.answer.anchor import Anchor, Miss, locate, marked
from reread.analyzers.review.answer.schema import ModelFinding, Refutation
from reread.analyzers.review.answer.worth import worth
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.privacy.redact import Redactor
from reread.analyzers.shown.lines import line
from reread.analyzers.shown.markdown import inline, markdown
from reread.analyzers.text import Span


class Drop(enum.Enum):
    """Why a finding is not shown."""

    QUOTE_MISSING = "its quote is not in the code"
    QUOTE_AMBIGUOUS = "its quote stands more than once in the code"
    LOW_CONFIDENCE = "the model was not sure enough"
    EMPTY = "it says nothing"
    SUPPRESSED = "an ignore comment silences it"
    REFUTED = "a second look showed that it is wrong"
    REPEATED = "it says what another finding says"


_SEVERITIES = {"warning": Severity.WARNING, "info": Severity.INFO, "hint": Severity.HINT}


def placed(subject: Subject, said: ModelFinding, redactor: Redactor, minimum_confidence: float) -> Finding | Drop:
    """The finding at its place, without its fix. At most a warning; outside the changed lines only a hint."""
    if said.confidence < minimum_confidence:
        return Drop.LOW_CONFIDENCE
    document, unit = subject.document, subject.unit
    anchor = locate(document, unit.span, redactor.restore(said.quote))
    if isinstance(anchor, Miss):
        return Drop.QUOTE_MISSING if anchor is Miss.MISSING else Drop.QUOTE_AMBIGUOUS
    title, message = line(redactor.restore(said.title)), line(redactor.restore(said.message))
    if not (title or message):
        return Drop.EMPTY
    severity = _SEVERITIES[said.severity] if _in_change(subject, anchor) else Severity.HINT
    return Finding(
        rule=f"model/{said.category}",
        message=line(_joined(title, message)),
        span=marked(document, anchor),
        severity=severity,
        source=Source.MODEL,
        explanation=_explanation(title, *(redactor.restore(each) for each in (said.message, said.failure, said.why))),
        confidence=said.confidence,
    )


def weighed(finding: Finding, trial: Refutation, minimum_confidence: float) -> Finding | Drop:
    """The finding after the attempt to refute it, with the lower of the two confidences, or why it is dropped."""
    if trial.verdict == "wrong":
        return Drop.REFUTED
    confidence = min(finding.confidence, trial.confidence)
    return finding._replace(confidence=confidence) if confidence >= minimum_confidence else Drop.LOW_CONFIDENCE


class Shortlist:
    """The findings of a review that are worth showing: no duplicates, and at most so many of a file and in all.

    A limit of 0 is none. What is in it in the end does not depend on the order in which findings came.
    """

    def __init__(self, per_file: int, per_review: int) -> None:
        self._per_file = per_file
        self._per_review = per_review
        self._findings: dict[tuple[str, str, Span], Finding] = {}

    def add(self, uri: str, finding: Finding) -> bool:
        """Enter a finding of a document; True when it is on the list now."""
        key = (uri, finding.rule, finding.span)
        known = self._findings.get(key)
        if known is not None and worth(known) <= worth(finding):
            return False
        self._findings[key] = finding
        return finding in self.best().get(uri, ())

    def of(self, uri: str) -> list[Finding]:
        """All findings of a document, also those beyond the limits."""
        return [finding for (of_uri, _, _), finding in self._findings.items() if of_uri == uri]

    def remove(self, uri: str, within: Span) -> None:
        """Take the findings in a span of a document off the list."""
        self._findings = {
            key: finding
            for key, finding in self._findings.items()
            if not (key[0] == uri and within.contains(finding.span))
        }

    def replace(self, uri: str, finding: Finding) -> bool:
        """Put a finding with a fix in place of the same one without; True when it is on the list."""
        key = (uri, finding.rule, finding.span)
        if key not in self._findings:
            return False
        self._findings[key] = finding
        return finding in self.best().get(uri, ())

    def best(self) -> dict[str, list[Finding]]:
        """The findings on the list by document, in order of their places."""
        ranked = sorted(self._findings.items(), key=lambda entry: (worth(entry[1]), entry[0][0]))
        chosen: dict[str, list[Finding]] = {}
        room = self._per_review or len(ranked)
        for (uri, _, _), finding in ranked:
            of_file = chosen.setdefault(uri, [])
            if room and (not self._per_file or len(of_file) < self._per_file):
                of_file.append(finding)
                room -= 1
        return {uri: sorted(findings, key=sort_key) for uri, findings in chosen.items()}

    @property
    def left_out(self) -> int:
        """How many did not make it."""
        return len(self._findings) - sum(map(len, self.best().values()))


def _in_change(subject: Subject, anchor: Anchor) -> bool:
    lines = subject.document.lines
    for span in subject.unit.changed:
        if lines.line_of(span.start) < anchor.end and anchor.first <= lines.line_of(span.end):
            return True
    return False


def _joined(title: str, message: str) -> str:
    if not title or not message or message.lower().startswith(title.lower().rstrip(".")):
        return message or title
    return f"{title.rstrip('.:')}: {message}"


def _explanation(title: str, message: str, failure: str, why: str) -> str:
    case = f"Fails with: {markdown(failure)}" if failure.strip() else ""
    paragraphs = [f"**{inline(title)}**" if title else "", markdown(message), case, markdown(why)]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph.strip())
