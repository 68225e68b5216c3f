"""Whether a finding shows all of a flow: in one function, without calls that are followed, into a known sink."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reread.analyzers.taint.resolution import CodeRange, is_statement

if TYPE_CHECKING:
    from reread.analyzers.dataflow.domain.function_summary import TaintFlow
    from reread.analyzers.dataflow.domain.trace import Step
    from reread.analyzers.pattern.matching.match_context import MatchContext
    from reread.analyzers.syntax import SyntaxTree


def is_shown(
    tree: SyntaxTree,
    flow: TaintFlow,
    steps: Sequence[Step],
    group: str,
    context: MatchContext,
    modelled: frozenset[str],
) -> bool:
    """Whether all steps to the sink of a class of weaknesses are in the function of the sink, in this file."""
    placement = flow.placement
    if flow.beyond or any(step.placement is not placement or step.kind == "call" for step in steps):
        return False
    if placement.document_of is not None and placement.document_of.uri != tree.document.uri:
        return False
    way = [CodeRange(placement.document(step.start), placement.document(step.end)) for step in steps]
    sink = CodeRange(placement.document(flow.sink.start), placement.document(flow.sink.end), flow.sink.focused)
    return is_known_sink(tree, sink, group, way, context, modelled)


def is_known_sink(
    tree: SyntaxTree,
    sink: CodeRange,
    group: str,
    way: Sequence[CodeRange],
    context: MatchContext,
    modelled: frozenset[str],
) -> bool:
    """Whether a sink is one for sure. Statements of SQL are given to methods with names that other things have, too;
    what executes anything else is known by its own name and import.
    """
    return group != "sql-injection" or is_statement(tree, sink, way, context, modelled)
