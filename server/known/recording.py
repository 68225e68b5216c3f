"""Records a verdict on a finding as an event: with its signature and its code, without secrets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reread.analyzers.findings import Finding
from reread.analyzers.review.privacy.redact import Redactor
from reread.analyzers.syntax import language_of
from reread.server import git
from reread.server.known import feedback, in_force
from reread.server.known.feedback import Event, Verdict
from reread.server.known.signatures import signatures
from reread.server.known.similarity import code_of

if TYPE_CHECKING:
    from reread.server.known.state import RecordedFinding
    from reread.server.report.report import FileReport


class UnknownFindingError(LookupError):
    """No finding has the fingerprint. The text is one line for the user."""


def verdict_on(
    finding: Finding, path: str, text: str, verdict: Verdict, *, reason: str = "", who: str = "", language: str = ""
) -> Event:
    """The event of a verdict on a finding in the text of a file (`path` relative to the workspace folder, with `/`)."""
    (signature,) = signatures([finding], text)
    redactor = Redactor()
    return feedback.event(
        verdict,
        rule=finding.rule,
        path=path,
        text=signature.text,
        line=signature.line,
        code=redactor.redact(code_of(finding, text), is_code=True, language=language),
        message=redactor.redact(finding.message),
        reason=redactor.redact(reason),
        who=who,
        **feedback.own_confidence(finding),
    )


def verdict_on_recorded(kept: RecordedFinding, verdict: Verdict, *, reason: str = "", who: str = "") -> Event:
    """The event of a verdict on a finding of the history."""
    redactor = Redactor()
    signature = {"rule": kept.rule, "text": kept.text, "line": kept.line_hash}
    said = {"message": redactor.redact(kept.message), "reason": redactor.redact(reason)}
    own = {"confidence": kept.own_confidence, "model": kept.model, "prompts": kept.prompts}
    return feedback.event(verdict, path=kept.path, code=kept.code, who=who, **signature, **said, **own)


def author(folder: str) -> str:
    """The author of verdicts in a folder, as Git names them; "" if Git has no name."""
    try:
        return git.user_name(folder)
    except git.GitError:
        return ""


def record_by_fingerprint(
    folder: str, fingerprint: str, verdict: Verdict, *, reason: str, who: str, reports: Iterable[FileReport] = ()
) -> list[Event]:
    """Record a verdict on the finding that a fingerprint names; the events that were written.

    The finding is looked for in the reports of a run, and else in the history of the workspace folder. Saying again
    what is in force writes nothing, so that a reply may be read any number of times.
    Raises UnknownFindingError, FeedbackError and StateError.
    """
    events = _in_reports(reports, fingerprint, verdict, reason, who) or _in_history(
        folder, fingerprint, verdict, reason, who
    )
    if not events:
        raise UnknownFindingError(f"{fingerprint}: no open finding has this fingerprint")
    said = {_statement(each) for each in in_force.verdicts(folder)}
    fresh = [each for each in events if _statement(each) not in said]
    if fresh:
        feedback.append(folder, fresh)
    return fresh


def _in_reports(
    reports: Iterable[FileReport], fingerprint: str, verdict: Verdict, reason: str, who: str
) -> list[Event]:
    return [
        verdict_on(
            located.finding,
            report.relative,
            report.text,
            verdict,
            reason=reason,
            who=who,
            language=language_of(report.relative),
        )
        for report in reports
        for located in report.findings
        if located.finding.fingerprint == fingerprint
    ]


def _in_history(folder: str, fingerprint: str, verdict: Verdict, reason: str, who: str) -> list[Event]:
    from reread.server.known.state import opened

    with opened(folder) as state:
        found = state.findings(fingerprint=fingerprint)
    return [verdict_on_recorded(each, verdict, reason=reason, who=who) for each in found]


def _statement(event: Event) -> tuple[str, ...]:
    """What an event says, whenever it was said."""
    return event.verdict, event.path, *event.signature, event.reason, event.who
