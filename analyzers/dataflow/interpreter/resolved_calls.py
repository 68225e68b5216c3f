"""Calls of what this file has: its functions and methods, the constructors of its classes, and its properties."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.environment import joined_environments
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.type_ref import FunctionName, TypeRef, class_type, optional_class
from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.interpreter.apply_summary import apply_summary
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Member, Name, is_method_reference
from reread.analyzers.dataflow.ir.temporaries import temporary
from reread.analyzers.dataflow.memory.callees import (
    constructor_summary,
    first_summary,
    imported_type,
    is_own_class,
    may_be_imported,
)
from reread.analyzers.dataflow.memory.reads import read_variable
from reread.analyzers.dataflow.memory.spread_arguments import named_fields
from reread.analyzers.dataflow.memory.taint import union
from reread.analyzers.dataflow.models.library_names import names

_NEW = temporary("new")
"""The object while its constructor runs."""


def resolved_call(
    state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """The value of a call to a function of this file; None for all others."""
    callee = call.callee
    type_, name, instance = None, "", None
    if state.hooks.makes_own_class(state, callee):
        return construct(state, class_type(state.owner), call, arguments)
    if (itself := state.hooks.own_object(state, callee)) is not None:
        return itself
    if isinstance(callee, Name):
        name = callee.name
        if state.declarations.is_class(name) or is_record(state, name):
            return construct(state, class_type(name), call, arguments)
        if name == "super":
            return inherited_call(state, "", call, arguments)
        if (known := _imported_function(state, name)) is not None:
            type_, name = known.of, known.name
        elif name in state.env and not may_be_imported(state) and not state.semantics.names_may_be_fields:
            return None
    elif isinstance(callee, Member):
        name = callee.name
        if _is_super(callee.object):
            return inherited_call(state, name, call, arguments)
        type_ = receiver.type
        instance = callee.object
        if isinstance(callee.object, Name):
            if callee.object.name in ("self", "this", "cls"):
                type_ = type_ or optional_class(state.owner)
            elif type_ is None and is_own_class(state, callee.object.name):
                type_ = class_type(callee.object.name)
        if state.functions.type_of is not None and (type_ is None or type_.is_module):
            made = _imported_class(state, call, callee, type_)
            if made is not None:
                return construct(state, made, call, arguments)
            type_ = type_ or imported_type(state, callee.object)
        if type_ is None:
            return None
    if not name:
        return None
    if type_ is not None and len(type_.each) > 1:
        return call_on_each_type(state, type_.each, name, call, receiver, arguments)
    summary = state.functions.summary_of(type_, name)
    if summary is None and isinstance(callee, Name) and state.owner and state.semantics.names_may_be_fields:
        summary = state.functions.summary_of(class_type(state.owner), name)
        own = state.semantics.object_name
        receiver, instance = read_variable(state, own), Name(0, 0, own)
    if summary is None or summary.failed:
        return None
    if not summary.names and call.arguments and is_method_reference(call):
        # `Person::getName` is called on what it is given.
        return apply_summary(state, summary, call._replace(arguments=()), arguments[0], [], call.arguments[0].value)
    return apply_summary(state, summary, call, receiver, arguments, instance)


def _imported_function(state: State, name: str) -> FunctionName | None:
    """The function of another file that a variable holds: `const { run } = await import("./other")`."""
    held = state.env[name].type if name in state.env else None
    found = () if held is None else held.functions
    return found[0] if len(found) == 1 and found[0].uri else None


def _imported_class(state: State, call: Call, callee: Member, module: TypeRef | None) -> TypeRef | None:
    """The class of another file that a call makes an object of: `new other.Shell()`."""
    made = imported_type(state, callee) if module is None else state.declarations.class_of_field((module, callee.name))
    return made if made is not None and made.classes and made.classes[0].name else None


def call_on_each_type(
    state: State,
    types: tuple[TypeRef, ...],
    name: str,
    call: Call,
    receiver: AbstractValue,
    arguments: list[AbstractValue],
) -> AbstractValue | None:
    """What a method gives of an object that may be of several classes, where all of them are known."""
    summaries = [state.functions.summary_of(each, name) for each in types]
    known = [summary for summary in summaries if summary is not None and not summary.failed]
    if len(known) < len(types) or not isinstance(call.callee, Member):
        return None
    before, ends = state.env, []
    results = []
    for summary in known:
        state.env = before.copy()
        results.append(apply_summary(state, summary, call, receiver, arguments, call.callee.object))
        ends.append(state.env)
    state.env = ends[0]
    for env in ends[1:]:
        state.env = joined_environments(state.env, env)
    return union(state, results)


def inherited_call(state: State, name: str, call: Call, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`super.f(...)`, `super().f(...)` of a class that builds on one of this file; "" for `super(...)`."""
    bases = state.declarations.bases_of(state.owner) if state.owner else ()
    if not bases:
        return None
    summary = (
        state.functions.summary_of(class_type(bases[0]), name)
        if name
        else constructor_summary(state, class_type(bases[0]))
    )
    if summary is None or summary.failed:
        return None
    this = state.semantics.object_name
    return apply_summary(state, summary, call, read_variable(state, this), arguments, Name(call.start, call.end, this))


def construct(state: State, type_: TypeRef, call: Call, arguments: list[AbstractValue]) -> AbstractValue:
    """A new object of a class of this file, or of another one."""
    name = type_.class_name
    summary = constructor_summary(state, type_)
    declared = constructor_fields(state, name, call) if summary is None and name else ()
    made = AbstractValue(type=type_)
    if declared:
        # A record: of a data class, of a table
        made = AbstractValue(fields=dict(zip(declared, arguments, strict=True)), type=type_)
        if not set(declared) <= set(state.declarations.record(name) or ()):
            # What a base does with them is not known: a form has its values elsewhere.
            taint = union(state, arguments)
            made = made.replaced(taint.taint, taint.trace, made.fields)
        summary = first_summary(state, type_, names("after-constructor", state.semantics.library))
        if summary is None or summary.failed:
            return made
        call, arguments = call._replace(arguments=()), []
    if summary is None or summary.failed:
        taint = union(state, arguments)
        fields = named_fields(call, arguments) if state.options.guards else None
        return AbstractValue(taint.taint, taint.trace, fields or None, type=type_)
    before = state.env.get(_NEW)
    state.env[_NEW] = made
    apply_summary(state, summary, call, made, arguments, Name(call.start, call.end, _NEW))
    made = state.env.pop(_NEW)
    if before is not None:
        state.env[_NEW] = before
    return AbstractValue(made.taint, made.trace, made.fields, type=type_)


def is_record(state: State, name: str) -> bool:
    """Whether a name stands for a class of this file that has no methods."""
    return name.lstrip("_")[:1].isupper() and state.declarations.record(name) is not None


def constructor_fields(state: State, name: str, call: Call) -> tuple[str, ...]:
    """The fields that the arguments of the constructor are for; none where that is not known of all of them."""
    names = [each.name for each in call.arguments]
    if any(each.spread for each in call.arguments):
        return ()
    if not all(names):
        declared = state.declarations.record(name) or ()
        names = [known or field for known, field in zip(names, (*declared, *names), strict=False)]
    return tuple(names) if all(names) else ()


def _is_super(e: Expression) -> bool:
    return (isinstance(e, Call) and isinstance(e.callee, Name) and e.callee.name == "super" and not e.arguments) or (
        isinstance(e, Name) and e.name == "super"
    )
