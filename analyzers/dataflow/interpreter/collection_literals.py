"""Lists, dictionaries and objects that are written out."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.facets import KEYS, PathElement, position_of
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.taint_bits import lost
from reread.analyzers.dataflow.domain.type_ref import Kind
from reread.analyzers.dataflow.domain.value import (
    CLEAN,
    AbstractValue,
    Fields,
    collapse,
    field_of,
    joined,
    opened,
    tainted_with,
)
from reread.analyzers.dataflow.interpreter.evaluation import evaluate
from reread.analyzers.dataflow.ir.nodes import (
    Choice,
    Closure,
    Collection,
    CollectionItem,
    Expression,
    Literal,
    Name,
    Operation,
    Text,
)
from reread.analyzers.dataflow.memory.function_values import with_function_name
from reread.analyzers.dataflow.memory.taint import union

_LONG = 60
"""Entries after which what has no name of its own is told apart no longer."""
_SHORT = 1_000
"""Characters of an entry that counts as one step."""


def evaluate_collection(state: State, e: Collection) -> AbstractValue:
    fields: Fields = {}
    spread = CLEAN
    keyed: list[PathElement] = []
    constant = True
    is_long = len(e.entries) > _LONG
    for number, entry in enumerate(e.entries):
        key, steps = str(number), state.steps
        if entry.key is not None:
            key_value = evaluate(state, entry.key)
            constant = constant and key_value.constant
            literal = entry.key.value if isinstance(entry.key, Literal) else None
            name = entry.key.name if isinstance(entry.key, Name) else ""
            if literal is None and key_value.taint:
                if state.semantics.goes_through_keys and state.options.guards and not entry.spread:
                    fields[KEYS] = tainted_with(fields.get(KEYS, CLEAN), collapse(key_value))
                    name = ""
                else:
                    spread = union(state, [spread, key_value])
            key = str(literal) if literal is not None else name
            keyed.append(key)
        value = opened(evaluate(state, entry.value)) if entry.spread else evaluate(state, entry.value)
        value = with_function_name(state, entry.value, value)
        if is_long and _is_plain(entry):
            state.steps = steps + 1
        constant = constant and value.constant
        if entry.spread and value.fields and not value.taint:
            fields.update(value.fields)
        elif entry.spread or not key or number > _LONG:
            spread = union(state, [spread, value])
            if entry.spread and value.taint:
                # It may have any key, and what comes later counts: `{command: "ls", ...body}`.
                before = dict.fromkeys((*keyed, *fields))
                fields.update({each: joined(fields.get(each, CLEAN), field_of(value, each)) for each in before})
        elif value.taint or value.fields or value.closure is not None or value.constant or value.type or fields:
            fields[key] = value
    is_list = all(entry.key is None and not entry.spread for entry in e.entries)
    size = len(e.entries) if is_list and len(e.entries) < _LONG and state.options.guards else None
    type_ = state.declarations.class_of(e.type) if e.type else None
    if type_ is not None and type_.kind == Kind.MAP:
        size = None
    elif type_ is not None and is_list and not type_.is_container:
        names = state.declarations.fields_of(e.type)
        fields = {
            names[at] if (at := position_of(key)) is not None and at < len(names) else key: field
            for key, field in fields.items()
        }
        size = None
    constant = constant and bool(e.entries)
    if spread.taint and state.semantics.goes_through_keys and _has_computed_key(e):
        # Values are not keys.
        keys = fields.get(KEYS, CLEAN)
        fields[KEYS] = AbstractValue(keys.taint, keys.trace, sanitized=lost(spread.taint, keys.taint))
    return AbstractValue(spread.taint, spread.trace, fields or None, type=type_, constant=constant, size=size)


def _is_plain(entry: CollectionItem) -> bool:
    """True for an entry, as tables of data have, that costs no more to evaluate than its few characters."""
    if entry.spread or entry.end - entry.start > _SHORT:
        return False
    stack: list[Expression | None] = [entry.key, entry.value]
    while stack:
        e = stack.pop()
        if isinstance(e, Collection):
            stack += (part for each in e.entries for part in (each.key, each.value))
        elif isinstance(e, Operation):
            stack += e.operands
        elif isinstance(e, Text):
            stack += e.parts
        elif e is not None and not isinstance(e, (Literal, Name, Closure)):
            return False
    return True


def _has_computed_key(e: Collection) -> bool:
    """True for `{k: v for ... if ...}`, which has no other keys than those that were chosen so."""
    entry = e.entries[0] if len(e.entries) == 1 else None
    return entry is not None and not entry.spread and isinstance(entry.key, Choice)
