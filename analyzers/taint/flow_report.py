"""What a finding of a taint rule says: its place, its message, and where the value came from and went."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from reread.analyzers.constants.unwrapping import arguments_of
from reread.analyzers.findings import Finding, Related
from reread.analyzers.pattern.bindings import Binding
from reread.analyzers.pattern.formulas.formula import Match
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.syntax import SyntaxTree
from reread.analyzers.taint.context import TaintContext
from reread.analyzers.taint.labelling import ActiveRule
from reread.analyzers.text import Document


def finding_of_rule(
    context: TaintContext,
    tree: SyntaxTree,
    active: ActiveRule,
    place: tuple[int, int],
    bound: Mapping[str, bytes],
    match_context: MatchContext,
    *,
    focused: bool,
) -> Finding:
    """What a rule says of a place (bytes), given what its metavariables stand for there."""
    from reread.analyzers.rules.reporting.report import finding_of

    rule = context.rules.rules[active.rule.number]
    shown = place
    if focused and active.rule.options.get("taint_report_call") and not active.rule.options.get("report_source"):
        shown = _call_around(tree, *place)
    bindings = {name: Binding(0, 0, text, None) for name, text in bound.items()}
    finding = finding_of(rule, Match(*place, tree.root, bindings), tree.document, context.severity(rule), match_context)
    return finding._replace(span=tree.document.lines.span_of_bytes(*shown))


def named(message: str, tree: SyntaxTree, source: str, sink: tuple[int, int]) -> str:
    """The message with the code of the source and of the sink (bytes) where it names them."""
    if "$S" not in message:
        return message
    from reread.analyzers.rules.reporting.excerpt import called, excerpt, with_excerpts

    call = code_between(tree.document, *_call_around(tree, *sink))
    return with_excerpts(message, {"$SOURCE": excerpt(source), "$SINK": called(call)})


def source_code(tree: SyntaxTree, steps: list[Any]) -> str:
    """The code of the source that a path begins with; "input" where the path does not know it."""
    step = next((each for each in steps if each.kind in ("source", "suspicion")), None)
    if step is None:
        return "input"
    document = step.placement.document_of or tree.document
    return code_between(document, step.placement.document(step.start), step.placement.document(step.end))


def code_between(document: Document, start: int, end: int) -> str:
    """The text between two places (bytes)."""
    span = document.lines.span_of_bytes(start, end)
    return document.text[span.start : span.end]


def _call_around(tree: SyntaxTree, start: int, end: int) -> tuple[int, int]:
    """The place of the call that an argument is given to, where readers look for it; else the place itself."""
    language = tree.language
    matching = language.matching
    node = tree.root.descendant_for_byte_range(start, end)
    if node is None or matching is None:
        return start, end
    around = node.parent
    while around is not None and (
        around.type in matching.leeway.transparent or around.type in matching.leeway.keywords
    ):
        around = around.parent
    arguments = None if around is None else arguments_of(around, matching)
    call = None if arguments is None else arguments.parent
    if call is None:
        return start, end
    return (call.start_byte, call.end_byte) if call.type in language.calls else (start, end)


MESSAGES = {
    "source": "The value comes from here",
    "suspicion": "The value comes from here",
    "assign": "Assigned here",
    "call": "Passed through here",
    "library": "Passed through here",
    "unknown": "Passed through a function that was not analysed",
    "checked": "Checked here by code whose meaning is not known",
    "propagate": "Propagated here",
}


def related_places(tree: SyntaxTree, steps: list[Any], beyond: tuple[tuple[Any, int], ...] = ()) -> list[Related]:
    """Where the value came from and where it was on its way, each line once; then how it goes on in other files."""
    places = [
        _place(tree, step.placement, step.start, MESSAGES[step.kind], "before")
        for step in steps
        if step.kind in MESSAGES
    ]
    for number, (placement, start) in enumerate(beyond, 1):
        places.append(_place(tree, placement, start, _GOES_ON if number < len(beyond) else _ENDS, "after"))
    found: dict[tuple[str, int], Related] = {}
    for place in places:
        found.setdefault((place.path, place.line), place)
    return list(found.values())


_GOES_ON = "Passed to another function here"
_ENDS = "Used here"


def _place(tree: SyntaxTree, placement: Any, start: int, message: str, flow: Literal["before", "after"]) -> Related:
    document = placement.document_of or tree.document
    place = placement.document(start)
    span = document.lines.span_of_bytes(place, place)
    return Related(document.path or "", document.lines.line_of(span.start), message, flow)
