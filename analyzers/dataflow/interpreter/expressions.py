"""Transfer functions of expressions: names, members, elements, texts, generators."""

from __future__ import annotations

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.request_state import shared_name
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.type_ref import Kind, checked_data
from reread.analyzers.dataflow.domain.value import (
    CLEAN,
    CONSTANT,
    AbstractValue,
    Fields,
    tainted_with,
    without,
)
from reread.analyzers.dataflow.interpreter.assignment_targets import assign_to
from reread.analyzers.dataflow.interpreter.evaluation import evaluate
from reread.analyzers.dataflow.interpreter.operations import apply_operator, part_of
from reread.analyzers.dataflow.interpreter.taint_transfer import apply_assignment_sources, check_sinks
from reread.analyzers.dataflow.ir.nodes import (
    Assigned,
    Call,
    Closure,
    Expression,
    Index,
    Literal,
    Member,
    Name,
    Operation,
    Parts,
    Sequence,
    Text,
    Yield,
)
from reread.analyzers.dataflow.memory.closure_values import record_return
from reread.analyzers.dataflow.memory.declared_types import narrowed_by_name, narrowed_by_type, with_type
from reread.analyzers.dataflow.memory.function_values import is_function
from reread.analyzers.dataflow.memory.generators import longer
from reread.analyzers.dataflow.memory.properties import read_item, read_property, shown_in_text
from reread.analyzers.dataflow.memory.reads import (
    any_element,
    element_at,
    iterated_element,
    peek,
    read_field,
    read_variable,
)
from reread.analyzers.dataflow.memory.taint import union
from reread.analyzers.dataflow.memory.validated_fields import is_named, validated_field
from reread.analyzers.dataflow.models.library_names import names
from reread.analyzers.dataflow.sanitizers.fixed_starts import put_together

"""What the code itself calls a class, whatever its objects hold"""


def asserted_type(state: State, value: AbstractValue, type_: str) -> AbstractValue:
    """`x.(T)`: the value as one of the type T."""
    return (
        value
        if type_ == "&"
        else with_type(state, narrowed_by_type(state, type_, value), state.declarations.class_of(type_))
    )


def anonymous_object(state: State, e: Parts, values: list[AbstractValue]) -> AbstractValue:
    """An object of an anonymous class: of one method it is that function, of several it has them as fields."""
    methods: Fields = {
        part.function.name: value
        for part, value in zip(e.parts, values, strict=True)
        if isinstance(part, Closure) and part.function.name
    }
    made = e.parts[0]
    if not methods or not isinstance(made, Call) or not made.new:
        return union(state, values)
    if len(methods) == 1:
        return next(iter(methods.values()))
    return AbstractValue(values[0].taint, values[0].trace, methods)


def evaluate_name(state: State, e: Name) -> AbstractValue:
    return read_variable(state, e.name)


def evaluate_text(state: State, e: Text) -> AbstractValue:
    """A text with values in it: what is shown of each of them."""
    return part_of(state, put_together(state, [shown_in_text(state, part, evaluate(state, part)) for part in e.parts]))


def evaluate_sequence(state: State, e: Sequence) -> AbstractValue:
    """Expressions evaluated one after the other; the value is that of the last one."""
    values = [evaluate(state, part) for part in e.parts]
    return values[-1] if values else CLEAN


def evaluate_parts(state: State, e: Parts) -> AbstractValue:
    """An expression of which only the parts are known: parentheses, conversions, what has no node of its own."""
    values = [evaluate(state, part) for part in e.parts]
    if len(values) > 1 and state.options.guards:
        return anonymous_object(state, e, values)
    if len(values) != 1:
        return union(state, values)
    return asserted_type(state, values[0], e.type) if e.type else values[0]


def evaluate_member(state: State, e: Member) -> AbstractValue:
    return part_of(state, _member(state, e))


def _member(state: State, e: Member) -> AbstractValue:
    value = evaluate(state, e.object)
    if e.name in names("class-attribute", state.semantics.library) and state.options.guards:
        return CONSTANT
    if shared := shared_name(e, state.semantics.shared_objects, state.semantics.library):
        return tainted_with(read_variable(state, shared), AbstractValue(value.taint, value.trace))
    got = read_property(state, e, value)
    found = narrowed_by_name(state, e.name, read_field(state, value, e.name) if got is None else got)
    if not found.taint or got is not None:
        return found
    found = (
        validated_form(state, e, value, found) if e.name in names("validated-data", state.semantics.library) else found
    )
    return validated_field(state, e, value.type, e.name, found) if value.type else found


def validated_form(state: State, e: Member, form: AbstractValue, found: AbstractValue) -> AbstractValue:
    """What a form or a serializer has checked: `form.cleaned_data`, or one of its fields, `form.page.data`."""
    if not state.options.guards:
        return found
    if isinstance(e.object, Member) and (held := peek(state, e.object.object).type):
        found = narrowed_by_type(state, state.declarations.field_type((held, e.object.name)), found)
        return validated_field(state, e, held, e.object.name, found)
    is_form = form.type is not None and is_named(form.type)
    return with_type(state, found, checked_data(form.type)) if form.type is not None and is_form else found


def evaluate_literal(state: State, e: Literal) -> AbstractValue:
    return AbstractValue(constant=True, literal=state.semantics.texts.literal(e.value))


def evaluate_index(state: State, e: Index) -> AbstractValue:
    return part_of(state, _element(state, e))


def _element(state: State, e: Index) -> AbstractValue:
    value = evaluate(state, e.object)
    if isinstance(e.key, Sequence) and not e.key.parts:
        return iterated_element(state, value)
    if isinstance(e.key, Parts) and e.key.parts and state.options.guards:
        part = state.hooks.sliced(state, value, e.key)
        if part is not None:
            return part
    key = evaluate(state, e.key)
    if value.type and str(key.literal) not in (value.fields or ()):
        given = read_item(state, e, value, key)
        if given is not None:
            return given
    if key.literal is not UNKNOWN and key.literal is not None:
        found = element_at(state, value, key.literal)
        if not found.taint or value.type is None or value.type.kind != Kind.CHECKED_DATA:
            return found
        return validated_field(state, e, value.type, str(key.literal), found)
    if value.constant and state.options.guards:
        return CONSTANT
    result = any_element(state, value)
    if is_function(result):
        return result
    if result.literal is not UNKNOWN:
        # With that key there may be nothing.
        result = CONSTANT if result.constant else CLEAN
    if key.taint and not state.taint_bits.safe_indexes:
        return union(state, [result, key])
    if not key.taint:
        return result
    # What is found is what somebody put there.
    key = without(key, state.taint_bits.safe_indexes)
    return union(state, [result, without(key, state.taint_bits.lowers) if state.options.guards else key])


def evaluate_yield(state: State, e: Yield) -> AbstractValue:
    value = state.hooks.yielded(state, evaluate(state, e.value))
    number = state.frame.yield_order.get((e.start, e.end)) if state.frame.yield_order else None
    known = None if number is None else longer(state.frame.returned, number, value)
    if known is None:
        record_return(state, value)
    else:
        state.frame.returned = known
    return CLEAN


def evaluate_assigned(state: State, e: Assigned) -> AbstractValue:
    value = evaluate(state, e.value)
    if e.operator:
        value = apply_operator(state, e.operator, [evaluate(state, e.target), value], e)
    value = apply_assignment_sources(state, e, value)
    specs = state.specs.at.get((e.start, e.end))
    if specs and specs[2]:
        check_sinks(state, specs[2], value)
    assign_to(state, e.target, value, e.start, e.end)
    return value


def with_condition(state: State, value: AbstractValue, e: Expression) -> AbstractValue:
    """The value, remembering the condition that it is the result of."""
    if isinstance(e, Call) and state.semantics.texts.is_matcher(e):
        return AbstractValue(value.taint, value.trace, value.fields, test=e)
    if isinstance(e, Sequence) and state.semantics.empty_list_is_false and state.options.guards:
        return value.replaced(value.taint, value.trace, value.fields, test=e)
    if isinstance(e, (Operation, Call)) and state.options.guards and value.closure is None and not value.fields:
        if value.symbol is not None or value.size is not None or value.encoded is not None:
            return value
        return AbstractValue(value.taint, value.trace, None, None, value.type, None, value.constant, e, value.literal)
    return value
