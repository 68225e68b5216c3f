"""Fields of models, forms and schemas that a method of the class checks before anybody reads them."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.function_summary import FunctionSummary
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.type_ref import Kind, TypeRef, optional_class
from reread.analyzers.dataflow.domain.value import AbstractValue, without
from reread.analyzers.dataflow.ir.nodes import Argument, Call, Expression, Parts
from reread.analyzers.dataflow.models.library_names import names


def validated(state: State, e: Expression, type_: TypeRef, field: str, found: AbstractValue) -> AbstractValue:
    """What the methods and functions that check a field of a class leave of its value."""
    own = optional_class(type_.checked_class)
    for validator in state.declarations.validators((type_.checked_class, field)):
        if not validator.method:
            found = without(found, state.taint_bits.lowers)
            continue
        summary = state.functions.summary_of(own, validator.method)
        if summary is None or summary.failed:
            continue
        if not validator.gives:
            found = without(found, state.taint_bits.spread(_refused(summary, state.semantics.library)))
            continue
        given = Argument(e.start, e.end, Parts(e.start, e.end, ()))
        form = (
            AbstractValue(
                fields={
                    name: AbstractValue(fields={field: found}) for name in names("form-data", state.semantics.library)
                }
            )
            if validator.of_form
            else AbstractValue()
        )
        arguments = () if validator.of_form else (given,)
        found = state.evaluator.apply_summary(
            state, summary, Call(e.start, e.end, e, arguments), form, [found] if arguments else [], None
        )
    return found


def is_named(type_: TypeRef) -> bool:
    """True for a class that may be a form or a model."""
    return type_.kind == Kind.CLASS and (bool(type_.uri) or type_.classes[0].name[:1].isalpha())


def _refused(summary: FunctionSummary, library: str) -> int:
    """What the value that a method is given first, or what is in such a field, cannot be any more once it is done."""
    bits, of_fields = 0, names("field-data", library)
    for parameter, path, cleaned in summary.sanitizes:
        bits |= cleaned if parameter == 0 and (not path or (len(path) == 1 and path[0] in of_fields)) else 0
    return bits


def validated_field(state: State, e: Expression, type_: TypeRef, field: str, found: AbstractValue) -> AbstractValue:
    return validated(state, e, type_, field, found) if found.taint else found
