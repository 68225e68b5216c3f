"""Runs the taint rules that are active over one document: from what their patterns matched to findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from reread.analyzers.findings import Finding, Related
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.profiles import is_builtin
from reread.analyzers.rules.rule import Rule
from reread.analyzers.syntax import SyntaxTree
from reread.analyzers.taint.context import TaintContext
from reread.analyzers.taint.doubtful import as_doubtful, speaks_of_doubtful
from reread.analyzers.taint.flow_report import (
    MESSAGES,
    code_between,
    finding_of_rule,
    named,
    related_places,
    source_code,
)
from reread.analyzers.taint.labelling import ActiveRule, Labelling, Matched, Texts, place_of, texts
from reread.analyzers.taint.nested_sinks import reported
from reread.analyzers.text import TextChange

if TYPE_CHECKING:
    from reread.analyzers.dataflow.domain.function_summary import TaintFlow
    from reread.analyzers.dataflow.domain.taint_bits import TaintBits
    from reread.analyzers.dataflow.summaries.function_units import Key, Unit
    from reread.analyzers.taint.resolution import CodeRange


class TaintState(NamedTuple):
    """What a run found, and the functions it knows, for the next one.

    `given_up` are the names of functions that take more steps to interpret than are worth it. While it is `pending` the
    findings are those of an earlier text, moved.
    """

    findings: tuple[Finding, ...] = ()
    given_up: tuple[str, ...] = ()
    units: Mapping[Key, Unit] = {}
    pending: bool = False

    def after(self, change: TextChange) -> TaintState:
        """The state without what an edit touched, moved, and pending."""
        (start, end), text = change
        distance = len(text) - (end - start)
        found = (each for each in self.findings if each.span.end <= start or each.span.start >= end)
        moved = tuple(each.moved(distance) if each.span.start >= end else each for each in found)
        return self._replace(findings=moved, pending=True)

    def rested(self) -> TaintState:
        """What was found, without the functions."""
        return self._replace(units={})


EMPTY = TaintState()
NOWHERE: Mapping[int, list[Matched]] = MappingProxyType({})


def analysed(
    context: TaintContext,
    tree: SyntaxTree,
    active: tuple[int, ...],
    places: Mapping[int, list[Matched]],
    previous: TaintState,
    match_context: MatchContext,
    later: TextChange | None = None,
    lost: Mapping[int, list[Matched]] = NOWHERE,
    *,
    unfinished: bool = False,
) -> TaintState:
    """The findings of all taint rules among the active ones, given where their formulas matched.

    With `later`, the edit since the previous state, no function is interpreted now; what the edit added is found only
    where a sink is given a source itself. While `unfinished` there may be places elsewhere. Where a try of a sanitizer
    was `lost`, the place is taken for one.
    """
    active_rules = _active_rules(context, active, places, match_context.budget.lost)
    if lost:
        places = _with_lost(places, lost, active_rules)
    if not active_rules and not unfinished:
        return previous._replace(findings=(), given_up=(), pending=False)
    if later is not None:
        state = previous.after(later)
        known = {(each.rule, each.span) for each in state.findings}
        found = _direct(context, tree, active_rules, places, later, match_context)
        return state._replace(
            findings=(*state.findings, *(each for each in found if (each.rule, each.span) not in known))
        )
    from reread.analyzers.dataflow.summaries.function_units import units_of

    units = units_of(tree, previous.units)
    if not units:
        return EMPTY  # A language without data-flow analysis, which was said when its rules were read.
    findings: list[Finding] = []
    given_up: dict[str, None] = {}
    for calls in (True, False):
        group = [
            each for each in active_rules if each.rule.options.get("taint_intrafile", context.interprocedural) is calls
        ]
        if group:
            findings += _interpreted(context, tree, packed(group), places, units, calls, match_context, given_up)
    return TaintState(tuple(findings), tuple(given_up), {unit.key: unit for unit in units})


def _direct(
    context: TaintContext,
    tree: SyntaxTree,
    active_rules: list[ActiveRule],
    places: Mapping[int, list[Matched]],
    edit: TextChange,
    match_context: MatchContext,
) -> Iterator[Finding]:
    """What the lines of an edit, and the code that it made something else, have that needs no data-flow analysis."""
    from reread.analyzers.taint.direct import direct, is_in_doubt
    from reread.analyzers.taint.program_users import FilledPlace, is_filled_by_user, speaks_of_program_users
    from reread.analyzers.taint.resolution import CodeRange, is_other_sink, is_other_source, is_set_up_elsewhere
    from reread.analyzers.taint.shown import is_known_sink

    lines, (span, text) = tree.document.lines, edit
    first, last = lines.line_of(span.start), lines.line_of(span.start + len(text))
    low, high = lines.byte(lines.line_span(first).start), lines.byte(lines.line_span(last).end)
    # Taking away one quotation mark can make code of all that follows.
    low = min([low, *(start for start, _ in tree.changed)])
    high = max([high, *(end for _, end in tree.changed)])
    for each, spec, sink, source in direct(active_rules, places, low, high):
        rule = context.rules.rules[each.rule.number]
        place = CodeRange(sink.start, sink.end, spec.focused)
        filled = FilledPlace(tree.document.data, source.start, source.end, tree.root)
        if not speaks_of_program_users(rule, context.options) and is_filled_by_user(tree, filled):
            continue
        if is_builtin(rule) and is_other_sink(tree, place, rule.group, (), match_context, context.modelled):
            continue
        doubtful = is_builtin(rule) and (
            is_in_doubt(tree, source)
            or (rule.group == "ssrf" and is_set_up_elsewhere(tree, place, match_context))
            or is_other_source(tree, CodeRange(source.start, source.end), match_context, context.modelled)
        )
        is_hint = doubtful or (
            is_builtin(rule) and not is_known_sink(tree, place, rule.group, (), match_context, context.modelled)
        )
        if is_hint and not speaks_of_doubtful(rule, context.options):
            continue
        bound = dict((*texts(source), *texts(sink)))
        finding = finding_of_rule(
            context, tree, each, (sink.start, sink.end), bound, match_context, focused=spec.focused
        )
        line = lines.line_of(lines.code_point(source.start))
        related = Related(tree.document.path or "", line, MESSAGES["source"], "before")
        code = code_between(tree.document, source.start, source.end)
        message = named(finding.message, tree, code, (sink.start, sink.end))
        finding = finding._replace(message=message, related=(related,))
        yield as_doubtful(finding, context.options, is_proven=not doubtful) if is_hint else finding


def _active_rules(
    context: TaintContext, active: tuple[int, ...], places: Mapping[int, list[Matched]], lost: Set[int]
) -> list[ActiveRule]:
    """The rules that may find something: none of which a sanitizer may be anywhere, as its text was not searched."""
    matched = {number for number, found in places.items() if found}
    return [
        ActiveRule(rule, 0, 0)
        for rule in context.taint.among(active)
        if not (rule.sinks.isdisjoint(matched) or rule.origins.isdisjoint(matched))
        and not (lost and any(number in lost and spec.role == "sanitizer" for number, spec in rule.specs))
    ]


def _with_lost(
    places: Mapping[int, list[Matched]], lost: Mapping[int, list[Matched]], active_rules: list[ActiveRule]
) -> Mapping[int, list[Matched]]:
    """The places with those where a sanitizer may be: nothing is reported for not having looked closely enough."""
    numbers = {n for each in active_rules for n, spec in each.rule.specs if spec.role == "sanitizer" and n in lost}
    return {**places, **{number: [*places.get(number, ()), *lost[number]] for number in numbers}}


def packed(active_rules: list[ActiveRule]) -> list[ActiveRule]:
    """Gives each rule its bits."""
    shift = 0
    packed = []
    for each in active_rules:
        labels = len(each.rule.labels)
        packed.append(ActiveRule(each.rule, shift, sum(1 << 2 * (shift + number) for number in range(labels))))
        shift += labels
    return packed


def _interpreted(
    context: TaintContext,
    tree: SyntaxTree,
    active_rules: list[ActiveRule],
    places: Mapping[int, list[Matched]],
    units: list[Unit],
    calls: bool,
    match_context: MatchContext,
    given_up: dict[str, None],
) -> list[Finding]:
    from reread.analyzers.dataflow.cross_file.known_libraries import library_names
    from reread.analyzers.dataflow.summaries.file_analysis import FileAnalysis
    from reread.analyzers.dataflow.summaries.relevance import Relevance
    from reread.analyzers.dataflow.summaries.table import SummaryOptions

    bits = layout(active_rules, context.rules.rules)
    labelling = Labelling(units, active_rules, places, bits.everywhere)
    rules = tuple(each.rule.number for each in active_rules)
    reach = Relevance(units, labelling.sources, labelling.sinks, labelling.labelled(), calls=calls)
    options = SummaryOptions(bits, calls, context.beyond_semgrep, rules)
    file = FileAnalysis(tree, reach, labelling.of, options, libraries=library_names(tree))
    found = (
        (flow, finding_at(context, tree, active_rules[flow.sink.rule], flow, bits, match_context))
        for flow in file.flows()
    )
    # Several sinks may be reported at the one source.
    findings = reported(found, nested=not context.beyond_semgrep)
    given_up.update(dict.fromkeys(file.given_up()))
    return findings


def layout(active_rules: list[ActiveRule], rules: Sequence[Rule]) -> TaintBits:
    """The bits of rules that are analysed together. `rules` are all, by number: those of users know only one height, so
    that a comparison with what is not seen ends taint for them.
    """
    from reread.analyzers.dataflow.domain.taint_bits import taint_bits

    options = {}
    for name in ("safe_functions", "safe_indexes", "safe_comparisons", "safe_booleans", "safe_numbers", "own_methods"):
        options[name] = _bits_with(active_rules, f"taint_assume_{name}")
    options["fixed_start"] = _bits_with(active_rules, "taint_fixed_start")
    options["unguarded"] = sum(each.bits for each in active_rules if not each.rule.options.get("taint_guards", True))
    options["believing"] = sum(each.bits for each in active_rules if not is_builtin(rules[each.rule.number]))
    options["only_assignments"] = _bits_with(active_rules, "taint_only_propagate_through_assignments")
    for label in {
        each.label(spec.label)
        for each in active_rules
        for _, spec in each.rule.specs
        if spec.role == "source" and spec.requires is not None
    }:
        options["derived"] = options.get("derived", 0) | label
    return taint_bits(active_rules[-1].shift + len(active_rules[-1].rule.labels), **options)


def _bits_with(active_rules: list[ActiveRule], option: str) -> int:
    bits = 0
    for each in active_rules:
        if each.rule.options.get(option):
            bits |= each.bits
    return bits


def finding_at(
    context: TaintContext,
    tree: SyntaxTree,
    active: ActiveRule,
    flow: TaintFlow,
    bits: TaintBits,
    match_context: MatchContext,
) -> Finding | None:
    """What taint at a sink is reported as; None where the rule wants source and sink to agree and they do not."""
    from reread.analyzers.dataflow.domain.function_summary import is_proven
    from reread.analyzers.dataflow.domain.taint_bits import paired
    from reread.analyzers.dataflow.domain.trace import taint_path
    from reread.analyzers.taint.program_users import is_by_program_user, speaks_of_program_users
    from reread.analyzers.taint.shown import is_shown

    proven = is_proven(flow, bits)
    wanted = flow.sink.bits if proven else paired(flow.sink.bits)
    steps = taint_path(flow.trace, wanted | wanted << bits.width)
    source = next((step.bound for step in steps if step.kind in ("source", "suspicion") and step.bound), None)
    if active.rule.options.get("taint_unify_mvars") and source is not None and not _agree(source, flow.sink.bound):
        return None
    rule = context.rules.rules[active.rule.number]
    everywhere = paired(flow.sink.bits)
    if not speaks_of_program_users(rule, context.options) and is_by_program_user(
        tree, flow.trace, everywhere | everywhere << bits.width
    ):
        return None
    is_hint = False
    if is_builtin(rule):
        if _is_other_sink(context, tree, rule.group, flow, steps, match_context):
            return None
        proven = proven and not _is_set_up_elsewhere(context, tree, rule.group, flow, steps, match_context)
        is_hint = not proven or not is_shown(tree, flow, steps, rule.group, match_context, context.modelled)
    if is_hint and not speaks_of_doubtful(rule, context.options):
        return None
    start, end = flow.placement.document(flow.sink.start), flow.placement.document(flow.sink.end)
    if active.rule.options.get("report_source") and steps:
        start, end = steps[0].placement.document(steps[0].start), steps[0].placement.document(steps[0].end)
    bound = dict((*(source or ()), *flow.sink.bound))
    finding = finding_of_rule(context, tree, active, (start, end), bound, match_context, focused=flow.sink.focused)
    sink = flow.placement.document(flow.sink.start), flow.placement.document(flow.sink.end)
    message = named(finding.message, tree, source_code(tree, steps), sink)
    finding = finding._replace(message=message, related=tuple(related_places(tree, steps, flow.beyond)))
    return as_doubtful(finding, context.options, is_proven=proven) if is_hint else finding


def _is_other_sink(
    context: TaintContext, tree: SyntaxTree, group: str, flow: TaintFlow, steps: list[Any], match_context: MatchContext
) -> bool:
    """Whether the sink of a flow is known to be no call of a library. Of other files nothing is known."""
    from reread.analyzers.taint.resolution import is_other_sink

    sink = _sink_here(tree, flow)
    ways = [place for place, _ in _places_here(tree, steps)]
    return sink is not None and is_other_sink(tree, sink, group, ways, match_context, context.modelled)


def _is_set_up_elsewhere(
    context: TaintContext, tree: SyntaxTree, group: str, flow: TaintFlow, steps: list[Any], match_context: MatchContext
) -> bool:
    """Whether the source of a flow is of the project's own, or the client that makes a request is set up elsewhere."""
    from reread.analyzers.taint.resolution import is_other_source, is_set_up_elsewhere

    source = next((place for place, step in _places_here(tree, steps) if step.kind == "source"), None)
    if source is not None and is_other_source(tree, source, match_context, context.modelled):
        return True
    sink = _sink_here(tree, flow) if group == "ssrf" else None
    return sink is not None and is_set_up_elsewhere(tree, sink, match_context)


def _sink_here(tree: SyntaxTree, flow: TaintFlow) -> CodeRange | None:
    """The place of the sink of a flow; None where it is in another file."""
    from reread.analyzers.taint.resolution import CodeRange

    if flow.beyond or not _is_here(flow.placement, tree):
        return None
    start, end = flow.placement.document(flow.sink.start), flow.placement.document(flow.sink.end)
    return CodeRange(start, end, flow.sink.focused)


def _places_here(tree: SyntaxTree, steps: list[Any]) -> list[tuple[CodeRange, Any]]:
    """The steps of a flow in this file, each with its place."""
    from reread.analyzers.taint.resolution import CodeRange

    return [
        (CodeRange(step.placement.document(step.start), step.placement.document(step.end)), step)
        for step in steps
        if _is_here(step.placement, tree)
    ]


def _is_here(placement: Any, tree: SyntaxTree) -> bool:
    return placement.document_of is None or placement.document_of.uri == tree.document.uri


def _agree(one: Texts, other: Texts) -> bool:
    """True when metavariables of the same name stand for the same text."""
    known = dict(one)
    return all(known.get(name, text) == text for name, text in other)


__all__ = ["EMPTY", "Matched", "TaintState", "analysed", "place_of"]
