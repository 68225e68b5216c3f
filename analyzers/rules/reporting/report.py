"""Makes a `Finding` from a match: message with metavariables filled in, and fixes (see `fix`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.pattern.bindings import Bindings
from reread.analyzers.pattern.formulas.formula import Match
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.nodes import with_parentheses
from reread.analyzers.rules.profiles import is_builtin
from reread.analyzers.rules.reporting.excerpt import excerpt, with_excerpts
from reread.analyzers.rules.reporting.interpolation import filled
from reread.analyzers.rules.rule import Rule
from reread.analyzers.text import Document, Span

if TYPE_CHECKING:
    from reread.analyzers.pattern.text.text_formulas import TextMatch

_LONGEST_SHOWN = 120


def finding_of(
    rule: Rule, match: Match | TextMatch, document: Document, severity: Severity, context: MatchContext | None
) -> Finding:
    """The finding that a match is reported as. `context` is None for a text without a syntax tree."""
    start, end = match.start, match.end
    if context is not None and not is_builtin(rule):
        start, end = with_parentheses(start, end, context.root, context.language)
    span = document.lines.span_of_bytes(start, end)
    finding = finding_at(rule, span, match.bindings, severity)
    if "$MATCH" in finding.message:
        code = excerpt(document.text[span.start : span.end])
        finding = finding._replace(message=with_excerpts(finding.message, {"$MATCH": code}))
    if not is_builtin(rule):
        texts = ((name, bound.text.decode(errors="replace")) for name, bound in match.bindings.items())
        finding = finding._replace(metavariables=tuple(sorted(texts)))
    if not rule.has_fix:
        return finding
    from reread.analyzers.rules.reporting.fix import fixes_of

    return finding._replace(fixes=fixes_of(rule, match, document, context))


def finding_at(rule: Rule, span: Span, bindings: Bindings, severity: Severity) -> Finding:
    """The finding of a rule at a place, without fixes."""
    return Finding(
        rule=rule.id,
        message=filled(rule.message, bindings, _LONGEST_SHOWN),
        span=span,
        severity=severity,
        documentation=rule.documentation,
        explanation=rule.explanation,
        confidence=_CONFIDENCE.get(rule.confidence, 1.0),
    )


_CONFIDENCE = {"HIGH": 1.0, "MEDIUM": 0.7, "LOW": 0.4}
