"""Rules that match no text: findings from the index, and remarks about ignore comments."""

from __future__ import annotations

from collections.abc import Iterable

from reread.analyzers.findings import Applicability, Severity
from reread.analyzers.pattern.prefilter.requirement import ALWAYS
from reread.analyzers.rules.definition import ANY
from reread.analyzers.rules.profiles import BUILTIN
from reread.analyzers.rules.rule import NO_CODE, Details, LazyDetails, Rule
from reread.analyzers.suppressions import BLANKET, UNUSED
from reread.server import index_rules

_UNUSED_EXPLANATION = """\
An ignore comment that silences nothing was left behind when the code was fixed, or has a mistyped id: then what it was
meant to silence is still reported. Either way it says something about the code that is not so.

Bad: `x = 1  # reread: ignore[py/unsafe-deserialization-yaml] -- our own file`

Good: `x = 1`

The fix removes the comment, or of several ids those that silence nothing; an id of no rule is left for you to correct.
Comments that name rules of another profile are not reported.
"""
_BLANKET_EXPLANATION = """\
A comment without ids silences every rule on its line, also those that nobody has thought of yet, and says to no reader
what is accepted there.

Bad: `subprocess.run(command, shell=True)  # reread: ignore`

Good: `subprocess.run(command, shell=True)  # reread: ignore[py/command-string-built] -- only administrators get here`
"""


def with_others(known: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules, and behind them those that match no text."""
    return (*known, *ABOUT_COMMENTS, *index_rules.rules())


def _about_comments(name: str, severity: Severity, message: str, explanation: str, fix: str | None = None) -> Rule:
    metadata = {"category": "maintainability", "confidence": "HIGH", "explanation": explanation}
    details = Details(message, NO_CODE, fix, Applicability.SAFE, metadata, explanation)
    return Rule(
        id=name,
        severity=severity,
        languages=(ANY,),
        words=ALWAYS,
        details=LazyDetails(details),
        path=f"{BUILTIN}{name}",
        confidence="HIGH",
        category="maintainability",
        group="ignore-comments",
    )


ABOUT_COMMENTS = (
    _about_comments(UNUSED, Severity.HINT, "This ignore comment silences nothing.", _UNUSED_EXPLANATION, fix=""),
    _about_comments(BLANKET, Severity.INFO, "This ignore comment silences every rule.", _BLANKET_EXPLANATION),
)
