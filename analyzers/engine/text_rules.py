"""Rules that read the text of a file line by line, in any language.

The findings of such a rule in a line may depend only on the adjacent lines and on the kind of node at the place; so
after an edit, only the lines around it are read again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from reread.analyzers.engine.dispatch.context import RuleContext
from reread.analyzers.engine.place import DocumentPlace
from reread.analyzers.findings import Finding
from reread.analyzers.pattern.bindings import TooManySteps
from reread.analyzers.pattern.prefilter.requirement import is_met
from reread.analyzers.pattern.regex.allowance import Allowance, Pool, granted
from reread.analyzers.rules.definition import Found, TextScope
from reread.analyzers.rules.profiles import is_builtin
from reread.analyzers.rules.rule import Check
from reread.analyzers.syntax import SyntaxTree
from reread.analyzers.text import Document, Span, TextChange
from reread.analyzers.tokenize import words_of

if TYPE_CHECKING:
    from reread.analyzers.rules.rule import Rule

_LINES_AROUND = 3
"""How many lines before and after its own a finding may depend on."""


InText = Callable[[TextScope, Mapping[str, int]], Iterator[Found]]


def read(
    context: RuleContext, document: Document, tree: SyntaxTree | None, place: DocumentPlace, given_up: dict[str, str]
) -> tuple[Finding, ...]:
    """The findings of all text rules in a document. `given_up` takes in those with an expression that took too long
    somewhere, with that.
    """
    part = TextScope(document, tree, place.role, Span(0, len(document.text)), given_up, Pool())
    return tuple(_found(context, part, place))


def reread(
    context: RuleContext,
    before: tuple[Finding, ...],
    change: TextChange,
    document: Document,
    tree: SyntaxTree | None,
    place: DocumentPlace,
    given_up: dict[str, str],
) -> tuple[Finding, ...]:
    """The same after an edit, from the findings before it."""
    (start, old_end), inserted = change
    low, high = start, start + len(inserted)
    for first, last in tree.changed if tree is not None else ():
        low = min(low, document.lines.code_point(first))
        high = max(high, document.lines.code_point(last))
    lines = document.lines
    span = Span(
        lines.starts[max(0, lines.line_of(low) - _LINES_AROUND)],
        lines.line_span(min(lines.count - 1, lines.line_of(high) + _LINES_AROUND)).end,
    )
    distance = len(inserted) - (old_end - start)
    whole = {rule.id for rule in context.active_rules.about_text(place) if not _reads_lines(rule, context)}
    kept = (_moved(finding, start, old_end, distance) for finding in before if finding.rule not in whole)
    outside = [each for each in kept if each is not None and not (span.start <= each.span.start <= span.end)]
    return (*outside, *_found(context, TextScope(document, tree, place.role, span, given_up, Pool()), place))


def _moved(finding: Finding, start: int, old_end: int, distance: int) -> Finding | None:
    """The finding where it is after the edit; None when the edit touched it, since then its line is read again."""
    if finding.span.start >= old_end:
        return finding if distance == 0 else finding.moved(distance)
    return finding if finding.span.end <= start else None


def _found(context: RuleContext, part: TextScope, place: DocumentPlace) -> list[Finding]:
    return [
        finding
        for rule in context.active_rules.about_text(place)
        for finding in context.text_findings(rule, findings_of(context, rule, part))
    ]


def findings_of(context: RuleContext, rule: Rule, part: TextScope) -> Iterator[Finding]:
    """The findings of one text rule in a part of a document."""
    wanted = rule.formula
    if not isinstance(wanted, Check):
        yield from _matched(rule, part, context)
        return
    if not _reads_lines(rule, context):
        part = part._replace(span=Span(0, len(part.document.text)))
    for found in in_text_of(wanted)(part, context.options.thresholds(rule.id)):
        yield _finding(rule, found, part.document, context)


@lru_cache(maxsize=2)
def _words_of(data: bytes) -> set[bytes]:
    """The words of the text that all rules are asked about one after the other."""
    return words_of(data)


def _reads_lines(rule: Rule, context: RuleContext) -> bool:
    """True for a rule that judges each line by itself or with its neighbours."""
    wanted = rule.formula
    return wanted.by_lines if isinstance(wanted, Check) else context.plans.text_formula(rule).by_lines


def _matched(rule: Rule, part: TextScope, context: RuleContext) -> Iterator[Finding]:
    """The findings of a rule of the language `generic` or `regex`: in the part if lines do for it, else in all."""
    from reread.analyzers.rules.reporting.report import finding_of

    document = part.document
    if not is_met(rule.words, _words_of(document.data), document.data):
        return
    formula = context.plans.text_formula(rule)
    start, end = 0, len(document.data)
    if formula.by_lines:
        start, end = document.lines.byte(part.span.start), document.lines.byte(part.span.end)
    allowance = None
    if not is_builtin(rule):
        allowance = Allowance(part.pool, 0.0) if rule.id in part.given_up else Allowance(part.pool)
    severity = context.severity(rule)
    findings: list[Finding] = []
    with granted(allowance):
        try:
            for match in formula.most(document.data[start:end]):
                findings += (finding_of(rule, match.moved(start), document, severity, None),)
        except TooManySteps:
            pass
    if allowance is not None and allowance.exceeded:
        part.given_up[rule.id] = allowance.exceeded
    yield from findings


def in_text_of(check: Check) -> InText:
    from reread.analyzers.rules.checks import module_of

    function: InText = module_of(check.module).in_text
    return function


def _finding(rule: Rule, found: Found, document: Document, context: RuleContext) -> Finding:
    from reread.analyzers.rules.checks import environment_of
    from reread.analyzers.rules.reporting.report import finding_at

    finding = finding_at(rule, Span(found.start, found.end), environment_of(found), context.severity(rule))
    if found.fix is None:
        return finding
    from reread.analyzers.rules.reporting.fix import given

    start, end = document.lines.byte(found.fix.start), document.lines.byte(found.fix.end)
    return finding._replace(fixes=given(rule, document, start, end, found.fix.text, None))
