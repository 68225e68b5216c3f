"""Calls of functions that are not interpreted, of which their names say something."""

from __future__ import annotations

from typing import Any

from reread.analyzers.constants.folding import UNKNOWN, called
from reread.analyzers.dataflow.domain.facets import MATCHED
from reread.analyzers.dataflow.domain.regex import Regex, group_of, is_particular, made_regex
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.taint_bits import lowered
from reread.analyzers.dataflow.domain.trace import Step
from reread.analyzers.dataflow.domain.type_ref import JUDGED
from reread.analyzers.dataflow.domain.value import CLEAN, CONSTANT, AbstractValue, Captured, opened, without
from reread.analyzers.dataflow.interpreter.apply_summary import apply_summary
from reread.analyzers.dataflow.interpreter.closures import call_closure, filtered_elements
from reread.analyzers.dataflow.interpreter.collections import changed_by, got, is_new
from reread.analyzers.dataflow.interpreter.folds import reduced
from reread.analyzers.dataflow.ir.nodes import Argument, Call, Expression, Member, Name
from reread.analyzers.dataflow.memory.access_paths import sanitized_bits
from reread.analyzers.dataflow.memory.callees import is_repeatable
from reread.analyzers.dataflow.memory.properties import shown_in_text
from reread.analyzers.dataflow.memory.reads import any_element
from reread.analyzers.dataflow.memory.taint import taint_of, trace_step, union
from reread.analyzers.dataflow.models.library_names import names
from reread.analyzers.dataflow.sanitizers.conditions import regex_text, subject_and_pattern
from reread.analyzers.dataflow.sanitizers.correlated_guards import record_added
from reread.analyzers.dataflow.sanitizers.elementwise_guards import predicate_sanitized
from reread.analyzers.dataflow.sanitizers.encodings import decoded
from reread.analyzers.dataflow.sanitizers.name_words import is_check_name


def library_call(
    state: State, call: Call, receiver: AbstractValue, function: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue:
    """A call of which nothing is known: its result is tainted as its arguments and its object are."""
    library = state.semantics.library
    callee = call.callee
    name = callee.name if isinstance(callee, (Member, Name)) else ""
    if receiver.type and receiver.fields and isinstance(callee, Member) and name in receiver.fields:
        # A function that the object keeps gets what it is given, and nothing else of the object.
        receiver = CLEAN
    if name in names("template-filler", library):
        arguments = [
            shown_in_text(state, given.value, opened(value))
            for given, value in zip(call.arguments, arguments, strict=True)
        ]
    elif name in names("dictionary-reader", library):
        receiver = opened(receiver)
    closures = [value.closure for value in arguments if value.closure is not None]
    plain = [value for value in arguments if value.closure is None]
    semantics = state.semantics
    if plain and (semantics.is_table_lookup(callee)):
        plain[0] = without(plain[0], state.taint_bits.safe_indexes)
    passed = [receiver, *(plain if name in names("passes-arguments-to-callback", library) else ())]
    elements = [any_element(state, union(state, passed))] * 4
    if closures:
        elements = state.hooks.elements(state, name, call, receiver, arguments, elements)
    if closures and (folded := reduced(state, name, receiver, arguments)) is not None:
        return folded
    passed_on = state.hooks.passes_on(state, name, call, receiver, arguments)
    if passed_on is not None:
        return passed_on
    given = [
        call_closure(state, each, elements, ())
        for each in closures
        # What another function made was interpreted there, with whatever it may be given.
        if not isinstance(each, Captured)
        or name in names("gives-callback-result", library)
        or any(v.taint for v in elements)
    ]
    if name in names("calls-named-callback", library):
        given += call_named_callbacks(state, call, any_element(state, union(state, passed)))
    result = union(state, [receiver, function, *plain])
    if (raw := decoded(call, receiver, arguments, library)) is not None:
        result = union(state, [result, raw])
    if name in names("element-filter", library) and len(closures) == 1:
        result = filtered_elements(state, closures[0], result)
    elif (
        name in names("element-filter", library)
        and len(arguments) == 2
        and isinstance(callee, Name)
        and state.options.guards
    ):
        bits = predicate_sanitized(state, call.arguments[0].value, arguments[1], True)
        result = without(result, bits & ~state.taint_bits.unguarded if bits < 0 else bits)
    elif given and name in names("gives-callback-result", library):
        result = given[0] if len(given) == 1 and name in names("continuation", library) else union(state, given)
    elif given and (not isinstance(callee, Member) or name in names("adds-callback-result", library)):
        result = union(state, [result, *given])
    known = modelled_call(state, name, call, receiver, arguments, result) if state.options.mutators else None
    return without_harmless(state, name, call, receiver, arguments, result) if known is None else known


def without_harmless(
    state: State, name: str, call: Call, receiver: AbstractValue, arguments: list[AbstractValue], result: AbstractValue
) -> AbstractValue:
    """The result of a call without the taint that the function or the options of rules take away."""
    library = state.semantics.library
    if (
        state.taint_bits.safe_functions
        and not call.new
        and not (name in names("text-passthrough", library) and state.options.guards)
    ):
        result = without(result, state.taint_bits.safe_functions)
    if (
        state.taint_bits.safe_numbers
        and name in names("number-getter", library)
        and isinstance(call.callee, Member)
        and not call.arguments
    ):
        result = without(result, state.taint_bits.safe_numbers)
    if state.taint_bits.only_assignments:
        result = without(result, state.taint_bits.only_assignments)
    if name in names("constant-preserving", library) and arguments and all(value.constant for value in arguments):
        return CONSTANT
    if state.options.guards and receiver.constant and name in names("lookup-with-default", library):
        return union(state, arguments[1:]) if len(arguments) > 1 else CONSTANT
    if receiver.fields and result.taint and is_repeatable(call, library):
        # A check of what this gives has left what it sanitizes.
        result = without(result, sanitized_bits(state, call))
    if result.taint:
        result = passed_on(state, name, call, receiver, arguments, result)
    return (
        AbstractValue(result.taint, result.trace)
        if result.constant and name not in names("continuation", library)
        else result
    )


def passed_on(
    state: State, name: str, call: Call, receiver: AbstractValue, arguments: list[AbstractValue], result: AbstractValue
) -> AbstractValue:
    """The result as the function is known to pass it on; of others it is only possibly still what it was given."""
    taint, kind = result.taint, "library"
    if not state.options.guards:
        pass
    elif name in names("keeps-when-literal", state.semantics.library) and isinstance(call.callee, Member):
        if not is_harmless_part(arguments[0].literal if arguments else None):
            taint, kind = lowered(taint), "unknown"
    elif is_known_root(state, call.callee):
        pass
    elif name in names("passes-on-object", state.semantics.library):
        held, _ = taint_of(state, receiver)
        taint = taint & held | lowered(taint & ~held)
    elif not keeps_taint(state, name, call, receiver, arguments):
        taint, kind = lowered(taint), "unknown"
    step = result.trace and Step(taint, state.placement, call.start, call.end, kind, (result.trace,))
    return AbstractValue(taint, step)


def keeps_taint(state: State, name: str, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> bool:
    """Whether a function that is not interpreted is known to make nothing harmless."""
    library = state.semantics.library
    if name in names("gives-callback-result", library) or not isinstance(call.callee, (Name, Member)):
        return True  # A conversion is a call of a type.
    if (
        name in names("passes-on", library)
        or name in names("text-passthrough", library)
        or name in names("template-filler", library)
    ):
        # What something unknown makes of its arguments is not told by the name of the method.
        return not isinstance(call.callee, Member) or is_text_or_collection(receiver)
    is_getter = isinstance(call.callee, Member) and not call.arguments and not is_check_name(name)
    if not is_getter or not receiver.taint or not state.semantics.has_getters:
        return False
    return receiver.type is None or JUDGED not in (
        state.declarations.class_of_field((receiver.type, field)) for field in (name, field_of_getter(name))
    )


def is_known_root(state: State, callee: Expression) -> bool:
    """Whether a callee begins with an object of the language, or with something of a library that is known."""
    root = callee
    while isinstance(root, (Member, Call)):
        root = root.object if isinstance(root, Member) else root.callee
        if isinstance(root, (Member, Name)) and root.name in names("standard-object", state.semantics.library):
            return True
    return isinstance(root, Name) and state.declarations.is_library(root.name)


def field_of_getter(name: str) -> str:
    """The field that a method gives by its name: `name` for `getName`."""
    plain = name.removeprefix("get")
    return plain[:1].lower() + plain[1:]


def is_text_or_collection(receiver: AbstractValue) -> bool:
    """Whether the methods of an object are those of texts and collections, as far as is known."""
    return bool(receiver.taint or receiver.constant or receiver.fields) or receiver.size is not None


def is_harmless_part(text: Any) -> bool:
    """Whether a text without this part is as dangerous as before. False for what is no text that is known."""
    return isinstance(text, str) and all(each.isalnum() or each in " -_/\\:+,%@=~\r\n\t" for each in text)


def modelled_call(
    state: State, name: str, call: Call, receiver: AbstractValue, arguments: list[AbstractValue], result: AbstractValue
) -> AbstractValue | None:
    """What a call of a function or method gives whose name says what it does to values; None for all others.

    `result` is what it would give otherwise. Objects that it changes are changed in any case.
    """
    found = got(state, name, receiver, arguments)
    changed_by(state, name, call, arguments)
    record_added(call, state.env, state.semantics.library)
    if found is not None:
        return found
    found = state.hooks.library_call(state, name, call, receiver, arguments)
    if found is not None:
        return found
    if is_new(name, call, state.semantics.library):
        return AbstractValue(size=0)
    if is_narrow_match(state, name, call) or _is_particular_group(state, name, receiver, arguments):
        return CLEAN
    if name in names("matcher-maker", state.semantics.library) and isinstance(receiver.literal, Regex):
        return AbstractValue(result.taint, trace_step(state, result, call.start, call.end, "call"), {MATCHED: receiver})
    regex = made_regex(call, state.semantics.library)
    if regex is not None:
        return AbstractValue(constant=True, literal=regex)
    known = folded_call(state, name, receiver, arguments)
    return None if known is UNKNOWN else AbstractValue(constant=True, literal=known)


def call_named_callbacks(state: State, call: Call, element: AbstractValue) -> list[AbstractValue]:
    """What functions of this file give that are passed on by their names: `names.map(clean)`."""
    found = []
    for argument in call.arguments:
        e = argument.value
        if isinstance(e, Name) and e.name not in state.env and not state.declarations.is_class(e.name):
            summary = state.functions.summary_of(None, e.name)
            if summary is not None and not summary.failed:
                once = Call(call.start, call.end, e, (Argument(e.start, e.end, e),))
                found.append(apply_summary(state, summary, once, CLEAN, [element], None))
    return found


def is_narrow_match(state: State, name: str, call: Call) -> bool:
    """True for what a regular expression finds that names all that it lets through."""
    if name not in names("regex-finder", state.semantics.library):
        return False
    found = subject_and_pattern(
        state, name, call.callee.object if isinstance(call.callee, Member) else None, call.arguments
    )
    text = None if found is None else regex_text(state, found[1])
    return text is not None and is_particular(text)


def folded_call(state: State, name: str, receiver: AbstractValue, arguments: list[AbstractValue]) -> Any:
    if receiver.literal is UNKNOWN or any(value.literal is UNKNOWN for value in arguments):
        return UNKNOWN
    return called(name, receiver.literal, [value.literal for value in arguments], state.semantics.text_methods)


def _is_particular_group(state: State, name: str, receiver: AbstractValue, arguments: list[AbstractValue]) -> bool:
    """True for `matcher.group(1)` where the expression names all that this group lets through."""
    matched = (
        receiver.fields.get(MATCHED)
        if name in names("match-group-getter", state.semantics.library) and receiver.fields
        else None
    )
    if matched is None or any(each.literal is UNKNOWN for each in arguments):
        return False
    text = group_of(matched.literal, arguments[0].literal if arguments else 0)
    return text is not None and is_particular(text)
