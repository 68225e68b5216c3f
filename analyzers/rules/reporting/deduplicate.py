"""What is said of one place is said once, by one rule or by several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reread.analyzers.findings import Finding
from reread.analyzers.text import Document, Span

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
"""Rules that say more about a place than others of their group which are as certain, as severe and mark the same."""


def one_of_each_group(findings: Sequence[Finding], groups: Mapping[str, str], document: Document) -> list[Finding]:
    """The findings without those that another one makes needless.

    Of one rule these are the ones with the same text at the same place, which differ in what metavariables stand for,
    and the data flows that end at the same place. Of rules of one group they are those whose marked text lies within
    that of the other, or that begin on one line: the most certain stays, then the most severe, then the shortest, then
    what is more specific.

    `groups` is the class of weaknesses of a rule by its id; rules without one never stand for each other.
    """
    kept: list[Finding] = []
    by_group: dict[str, list[Finding]] = {}
    reported: dict[tuple[str, Span, str], Finding] = {}
    for finding in findings:
        # Several sources that reach one sink differ in the code that the message quotes; one of them is enough.
        flows = any(each.flow for each in finding.related)
        reported.setdefault((finding.rule, finding.span, "" if flows else finding.message), finding)
    for finding in reported.values():
        group = groups.get(finding.rule)
        if group is None:
            kept.append(finding)
        else:
            by_group.setdefault(group, []).append(finding)
    for alike in by_group.values():
        kept += alike if len(alike) == 1 else _best(alike, document)
    return kept


def _best(alike: list[Finding], document: Document) -> list[Finding]:
    """Of thousands on a line or below each other few are compared: only what spans lines has another line's in it."""
    chosen: list[Finding] = []
    long: list[Finding] = []
    rules: dict[int, set[str]] = {}
    line_of = document.lines.line_of
    for finding in sorted(alike, key=_rank):
        first = line_of(finding.span.start)
        if rules.get(first, set()) - {finding.rule}:
            continue
        is_long = line_of(finding.span.end) > first
        if not any(_is_within(finding, other) for other in (chosen if is_long else long)):
            chosen.append(finding)
            rules.setdefault(first, set()).add(finding.rule)
            if is_long:
                long.append(finding)
    return chosen


def _rank(finding: Finding) -> tuple[float, int, int, int, bool, str, str]:
    length = finding.span.end - finding.span.start
    return (
        -finding.confidence,
        -finding.severity.rank,
        length,
        finding.span.start,
        finding.rule not in _MORE_SPECIFIC,
        finding.rule,
        finding.message,
    )


def _is_within(one: Finding, other: Finding) -> bool:
    """Whether findings of two rules lie one within the other."""
    if one.rule == other.rule:
        return False
    if one.span.start <= other.span.start and other.span.end <= one.span.end:
        return True
    return other.span.start <= one.span.start and one.span.end <= other.span.end
