"""Abstract interpretation of functions: the transfer functions of all nodes, put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from reread.analyzers.dataflow.domain.file_context import FileContext
from reread.analyzers.dataflow.domain.function_summary import FunctionSummary
from reread.analyzers.dataflow.domain.state import Hooks, State
from reread.analyzers.dataflow.domain.taint_specs import TaintSpecs
from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.interpreter.apply_summary import apply_summary
from reread.analyzers.dataflow.interpreter.assignment_targets import assign_inside
from reread.analyzers.dataflow.interpreter.assignments import execute_assign
from reread.analyzers.dataflow.interpreter.calls import evaluate_call
from reread.analyzers.dataflow.interpreter.closures import call_closure, evaluate_closure
from reread.analyzers.dataflow.interpreter.collection_literals import evaluate_collection
from reread.analyzers.dataflow.interpreter.evaluation import evaluate
from reread.analyzers.dataflow.interpreter.expressions import (
    evaluate_assigned,
    evaluate_index,
    evaluate_literal,
    evaluate_member,
    evaluate_name,
    evaluate_parts,
    evaluate_sequence,
    evaluate_text,
    evaluate_yield,
)
from reread.analyzers.dataflow.interpreter.functions import interpret_function
from reread.analyzers.dataflow.interpreter.higher_order_calls import call_function
from reread.analyzers.dataflow.interpreter.loops import execute_loop
from reread.analyzers.dataflow.interpreter.operations import evaluate_choice, evaluate_operation
from reread.analyzers.dataflow.interpreter.statements import (
    execute_block,
    execute_define,
    execute_evaluate,
    execute_if,
    execute_leave,
    execute_try,
)
from reread.analyzers.dataflow.interpreter.substitution import substitute
from reread.analyzers.dataflow.ir import nodes
from reread.analyzers.dataflow.ir.nodes import Function
from reread.analyzers.dataflow.ir.traversal import values_between
from reread.analyzers.dataflow.sanitizers.conditions import sanitized_by


class Interpreter:
    """Interprets functions; an `Evaluator`. It has no state: that of a function is in its `State`."""

    __slots__ = ()

    expressions: ClassVar[Mapping[type, Callable[[State, Any], AbstractValue]]] = {
        nodes.Name: evaluate_name,
        nodes.Literal: evaluate_literal,
        nodes.Text: evaluate_text,
        nodes.Member: evaluate_member,
        nodes.Index: evaluate_index,
        nodes.Call: evaluate_call,
        nodes.Operation: evaluate_operation,
        nodes.Choice: evaluate_choice,
        nodes.Collection: evaluate_collection,
        nodes.Assigned: evaluate_assigned,
        nodes.Closure: evaluate_closure,
        nodes.Yield: evaluate_yield,
        nodes.Sequence: evaluate_sequence,
        nodes.Parts: evaluate_parts,
    }
    statements: ClassVar[Mapping[type, Callable[[State, Any], None]]] = {
        nodes.Assign: execute_assign,
        nodes.Evaluate: execute_evaluate,
        nodes.If: execute_if,
        nodes.Loop: execute_loop,
        nodes.Leave: execute_leave,
        nodes.Try: execute_try,
        nodes.Define: execute_define,
    }

    evaluate = staticmethod(evaluate)
    execute_block = staticmethod(execute_block)
    interpret_function = staticmethod(interpret_function)
    call_closure = staticmethod(call_closure)
    call_function = staticmethod(call_function)
    apply_summary = staticmethod(apply_summary)
    substitute = staticmethod(substitute)
    assign_inside = staticmethod(assign_inside)
    sanitized_by = staticmethod(sanitized_by)


INTERPRETER = Interpreter()


def interpret(
    function: Function, placement: object, specs: TaintSpecs, context: FileContext, hooks: Hooks
) -> FunctionSummary:
    """Interprets one function. `placement` is what its places belong to."""
    specs.spread(lambda start, end: ((e.start, e.end) for e in values_between(function.body, start, end)))
    return INTERPRETER.interpret_function(
        State(INTERPRETER, placement, specs, context, function.owner, hooks), function
    )
