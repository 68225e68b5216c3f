"""Makes a verdict on a finding an event: with its signature and its code, and without secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reread.analyzers.findings import Finding
from reread.analyzers.review.privacy.redact import Redactor
from reread.server import git
from reread.server.known import feedback
from reread.server.known.feedback import Event, Verdict
from reread.server.known.signatures import signatures
from reread.server.known.standing import code_of

if TYPE_CHECKING:
    from reread.server.known.state import Kept


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
    )


def verdict_on_kept(kept: Kept, verdict: Verdict, *, reason: str = "", who: str = "") -> Event:
    """The event of a verdict on a finding of the history."""
    redactor = Redactor()
    signature = {"rule": kept.rule, "text": kept.text, "line": kept.line_hash}
    said = {"message": redactor.redact(kept.message), "reason": redactor.redact(reason)}
    return feedback.event(verdict, path=kept.path, code=kept.code, who=who, **signature, **said)


def author(folder: str) -> str:
    """Who gives verdicts in a folder, as git names them; "" where it names nobody."""
    try:
        return git.user_name(folder)
    except git.GitError:
        return ""
