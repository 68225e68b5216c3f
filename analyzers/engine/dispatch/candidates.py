"""Tries rules at candidate nodes, and records what each answer depends on."""

from __future__ import annotations

from sys import intern
from typing import NamedTuple

from reread.analyzers.engine.dispatch.context import RuleContext
from reread.analyzers.engine.dispatch.dispatch import Dispatch, callees_of, may_call
from reread.analyzers.engine.dispatch.plan import Attempt
from reread.analyzers.findings import Finding
from reread.analyzers.pattern.bindings import TooManySteps
from reread.analyzers.pattern.edit_region import Region, in_region
from reread.analyzers.pattern.formulas.formula import Around, has_words
from reread.analyzers.pattern.matching.match_context import GIVEN_UP, MatchContext
from reread.analyzers.pattern.matching.nodes import may_fit
from reread.analyzers.pattern.patterns.pattern import may_be_twins
from reread.analyzers.pattern.regex.allowance import begin_run, end_run
from reread.analyzers.rules.reporting.report import finding_of
from reread.analyzers.syntax import Node, SyntaxTree
from reread.analyzers.taint.analysis import Matched, place_of


class Record(NamedTuple):
    """`start` to `end` is the node of `kind`, `low` to `high` what the answer depends on, all in bytes.

    `words` are the names that it depends on wherever they stand. An entry of taint rules has `places` instead of
    findings. `is_lost` where the try took too many steps, so that nothing is known of that node, or a part of it did.
    `is_stale` after an edit of which it is not yet known whether it makes a difference here.
    """

    start: int
    end: int
    low: int
    high: int
    kind: str
    attempt: Attempt
    findings: tuple[Finding, ...]
    places: tuple[Matched, ...] = ()
    words: frozenset[bytes] = frozenset()
    is_lost: bool = False
    is_stale: bool = False


def try_all(
    context: RuleContext, dispatch: Dispatch, nodes: list[Node], match_context: MatchContext, tree: SyntaxTree
) -> list[Record]:
    """Tries all rules of the table at the nodes."""
    records = []
    attempts = dispatch.attempts
    for node in nodes:
        heads: tuple[bytes, ...] | None = None
        for attempt in attempts(node, match_context):
            # Nearly all candidates end here.
            if attempt.sure and not has_words(node, attempt.sure, match_context):
                continue
            if attempt.children and not may_fit(node, attempt.children, match_context.language):
                continue
            if attempt.twins and not may_be_twins(node, match_context, by_value=attempt.plan.compares_values):
                continue
            if attempt.callee_names:
                heads = callees_of(node, match_context) if heads is None else heads
                if not _may_call(heads, attempt, match_context):
                    continue
            record = try_at(context, attempt, node, match_context, tree)
            if record is not None:
                records.append(record)
    return records


def _may_call(heads: tuple[bytes, ...], attempt: Attempt, context: MatchContext) -> bool:
    """`may_call` for the rule of an attempt; True where its expressions take too long for that, so that it is tried."""
    plan = attempt.plan
    begin_run(None if plan.is_builtin else context.budget.allowance(plan.number))
    try:
        return may_call(heads, attempt.callee_names)
    except TooManySteps:
        return True
    finally:
        end_run()


def _is_inside(node: Node, around: tuple[Around, ...], context: MatchContext) -> bool:
    """False when what must be around a node is not there, known by kinds and words.

    Notes the nodes that lack only the words: an edit may bring them.
    """
    if node.type in context.language.statements.results:
        return True  # What matches may be the value that a function gives back, inside of it.
    for kinds, words in around:
        # What is around it has all of its words too, so only the outermost node of the kinds can be without them.
        found = context.outside.outermost(node, kinds)
        if found is None:
            return False
        if words and not has_words(found, words, context):
            context.touch(found)
            return False
    return True


def try_names(
    context: RuleContext, dispatch: Dispatch, region: Region | None, match_context: MatchContext, tree: SyntaxTree
) -> list[Record]:
    """Tries all rules that are about plain names, in the whole document or in a region of it."""
    byte_range = None if region is None else (region.new_start, region.new_end)
    records = []
    for node, attempts in dispatch.named(match_context, byte_range):
        if region is None or in_region(node, region):
            found = (try_at(context, attempt, node, match_context, tree) for attempt in attempts)
            records += [record for record in found if record is not None]
    return records


def try_at(
    context: RuleContext, attempt: Attempt, node: Node, match_context: MatchContext, tree: SyntaxTree
) -> Record | None:
    budget, number = match_context.budget, attempt.plan.number
    plan = attempt.plan
    match_context.begin(node, folds=plan.folds, compares_values=plan.compares_values, most_steps=budget.steps(number))
    start, end = match_context.low, match_context.high
    if attempt.around and not _is_inside(node, attempt.around, match_context):
        untouched = match_context.low == start and match_context.high == end
        return (
            None
            if untouched
            else Record(start, end, match_context.low, match_context.high, intern(node.type), attempt, ())
        )
    rule = attempt.plan.rule
    findings: list[Finding] = []
    places: list[Matched] = []
    allowance = None if attempt.plan.is_builtin else budget.allowance(number)
    given_up = 0 if allowance is None else allowance.given_up
    begin_run(allowance)
    try:
        for match in attempt.at(node, match_context):
            if rule is None:
                places.append(place_of(match, match_context))
            else:
                findings.append(finding_of(rule, match, tree.document, context.severity(rule), match_context))
            match_context.low = min(match_context.low, match.start)
            match_context.high = max(match_context.high, match.end)
        is_lost = GIVEN_UP in match_context.words or (allowance is not None and allowance.given_up > given_up)
    except TooManySteps:
        findings, places, is_lost = [], [], True
    finally:
        end_run()
    budget.spend(number)
    if (
        not findings
        and not places
        and match_context.low == start
        and match_context.high == end
        and not match_context.words
        and not is_lost
    ):
        return None
    return Record(
        start,
        end,
        match_context.low,
        match_context.high,
        intern(node.type),
        attempt,
        tuple(findings),
        tuple(places),
        match_context.shared_words(),
        is_lost,
    )
