"""Reports each problem of a place once, even if several rules find it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from reread.analyzers.findings import Finding
from reread.analyzers.rules.rule import Rule
from reread.analyzers.text import Span

_MORE_SPECIFIC = frozenset(
    {
        "go/insecure-cookie",
        "java/expression-injection-bean-validation",
        "java/insecure-cookie-not-http-only",
        "java/mail-header-injection",
        "java/zip-slip",
        "js/electron-protection-disabled",
        "py/tls-verification-disabled-context",
        "py/tls-verification-disabled-unverified-context",
        "ts/unsafe-markup-angular",
    }
)
"""Rules that say more about a place than others of their weakness which are as certain, as severe and mark the same."""


_WIDE = frozenset(
    {
        "authentication",
        "data-exposure",
        "denial-of-service",
        "insecure-cookie",
        "jwt",
        "misconfiguration",
        "tls-verification",
        "weak-crypto",
    }
)
"""Classes that hold several weaknesses, each with a CWE of its own."""


def weakness_of(rule: Rule) -> str:
    """The weakness that a rule reports, used to drop duplicates of other rules; "" where no other rule reports it."""
    if rule.group not in _WIDE:
        return rule.group
    return f"{rule.group} {rule.details().metadata.get('cwe', '')}"


def one_of_each_weakness(findings: Iterable[Finding], weakness: Callable[[str], str]) -> list[Finding]:
    """The findings without those that another one makes needless.

    Of one rule these are the ones with the same text at the same place, which differ in what metavariables stand for,
    and the data flows that end at the same place. Of rules of one weakness they are those whose marked text lies within
    that of the other: the most severe stays, then the most certain, then the shortest, then what is more specific.

    `weakness` gives that of a rule by its id (see `weakness_of`); rules without one never stand for each other.
    """
    kept: list[Finding] = []
    by_weakness: dict[str, list[Finding]] = {}
    reported: dict[tuple[str, Span, str], Finding] = {}
    for finding in findings:
        # Several sources that reach one sink differ in the code that the message quotes; the gravest is enough.
        flows = any(each.flow for each in finding.related)
        place = (finding.rule, finding.span, "" if flows else finding.message)
        first = reported.setdefault(place, finding)
        if _weight(finding) > _weight(first):
            reported[place] = finding
    for finding in reported.values():
        if name := weakness(finding.rule):
            by_weakness.setdefault(name, []).append(finding)
        else:
            kept.append(finding)
    for alike in by_weakness.values():
        kept += _best(alike)
    return kept


def _best(alike: Sequence[Finding]) -> Iterator[Finding]:
    for together in _touching(sorted(alike, key=lambda each: each.span)):
        chosen: list[Finding] = []
        for finding in sorted(together, key=_rank):
            if not any(_is_within(finding, other) for other in chosen):
                chosen.append(finding)
        yield from chosen


def _touching(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """The findings, in order of their spans, in pieces that have no place in common: of thousands few are compared."""
    together: list[Finding] = []
    end = -1
    for finding in findings:
        if finding.span.start > end and together:
            yield together
            together = []
        together.append(finding)
        end = max(end, finding.span.end)
    if together:
        yield together


def _rank(finding: Finding) -> tuple[int, float, int, int, bool, str, str]:
    length = finding.span.end - finding.span.start
    return (
        -finding.severity.rank,
        -finding.confidence,
        length,
        finding.span.start,
        finding.rule not in _MORE_SPECIFIC,
        finding.rule,
        finding.message,
    )


def _weight(finding: Finding) -> tuple[int, float]:
    return finding.severity.rank, finding.confidence


def _is_within(one: Finding, other: Finding) -> bool:
    """Whether findings of two rules lie one within the other."""
    if one.rule == other.rule:
        return False
    if one.span.start <= other.span.start and other.span.end <= one.span.end:
        return True
    return other.span.start <= one.span.start and one.span.end <= other.span.end
