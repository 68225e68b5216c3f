"""What code means in Python."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.language import (
    FunctionNames,
    Queues,
    Semantics,
    Texts,
)
from reread.analyzers.dataflow.domain.request_state import STATE
from reread.analyzers.dataflow.domain.state import Hooks
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Index, Member, Name, Operation, Text
from reread.analyzers.dataflow.languages.python.checked_parameters import checked_before
from reread.analyzers.dataflow.languages.python.generators import numbered_yields
from reread.analyzers.dataflow.languages.python.higher_order import call_passed_function, partial
from reread.analyzers.dataflow.languages.python.library import built_in
from reread.analyzers.dataflow.languages.python.objects import own_class, own_object, shown, takes_object
from reread.analyzers.dataflow.models.library_names import names, pattern_with

_PATH_MAKERS = names("path-maker", "python")
_PATH_METHODS = names("path-method", "python")
_LOOKUPS = names("table-lookup", "python")
_ASKS_OTHERS = pattern_with(r"(?i)(?:.*_)?{client-name}\d?|.*{client-name-ending}", "python")
"""What `get` asks for an address, and not for what is kept under a key."""


def parts_of_path(e: Expression) -> list[Expression]:
    """What a path is put together of; nothing for all other expressions."""
    if isinstance(e, Call) and isinstance(e.callee, (Name, Member)):
        given = [argument.value for argument in e.arguments]
        if e.callee.name in _PATH_METHODS and isinstance(e.callee, Member):
            return [e.callee.object, *given]
        return given if e.callee.name in _PATH_MAKERS else []
    if isinstance(e, Operation) and e.operator in ("/", "+"):
        return list(e.operands)
    return list(e.parts) if isinstance(e, Text) else []


def is_table_lookup(callee: Expression) -> bool:
    """True for `table.get`: what comes out is what somebody put in, whoever chose the key."""
    if not isinstance(callee, Member) or callee.name not in _LOOKUPS:
        return False
    table = callee.object.callee if isinstance(callee.object, Call) else callee.object
    if isinstance(table, Index):
        return True
    return isinstance(table, (Name, Member)) and _ASKS_OTHERS.fullmatch(table.name) is None


SEMANTICS = Semantics(
    library="python",
    object_name="self",
    classes_are_open=True,
    objects_may_be_false=True,
    operators_are_methods=True,
    functions_are_values=True,
    functions=FunctionNames(takes_object=takes_object),
    assignments_declare=True,
    modules_nest=True,
    false_has_no_text=True,
    empty_list_is_false=True,
    and_gives_operand=True,
    goes_through_keys=True,
    parsers_raise=True,
    queues=Queues.LAST,
    texts=Texts(path_parts=parts_of_path),
    takes_in_turn=True,
    shared_objects={
        "g": ("g", frozenset({"flask", "quart"})),
        "state": (STATE, frozenset({"request", "req", "websocket"})),
        "ctx": (STATE, frozenset({"request", "req"})),
    },
    fills_shared_object=rb"\.(?:state|ctx)(?:\.\w+|\[[^\]\n]+\])\s*=[^=]|\bg\.\w+\s*=[^=]",
    partial_call=partial,
    is_table_lookup=is_table_lookup,
)
HOOKS = Hooks(
    parameter_given=checked_before,
    library_call=built_in,
    makes_own_class=own_class,
    own_object=own_object,
    shown=shown,
    passes_on=call_passed_function,
    yield_order=numbered_yields,
)
