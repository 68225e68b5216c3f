"""What code means in JavaScript and TypeScript."""

from __future__ import annotations

import re

from reread.analyzers.dataflow.domain.language import (
    Constant,
    FunctionNames,
    Queues,
    Semantics,
    Texts,
)
from reread.analyzers.dataflow.domain.regex import Regex
from reread.analyzers.dataflow.domain.request_state import LOCALS, STATE
from reread.analyzers.dataflow.domain.state import Hooks
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Function, Literal, Member, Name, Parameter
from reread.analyzers.dataflow.ir.traversal import calls_in
from reread.analyzers.dataflow.languages.javascript.library import call_passed_function, given, walked, yielded
from reread.analyzers.dataflow.languages.javascript.reducers import record_reducer
from reread.analyzers.dataflow.languages.javascript.reflection import bound
from reread.analyzers.dataflow.languages.javascript.schema_checks import fitting
from reread.analyzers.dataflow.models.library_names import names

_INSIDE = names("effect-free", "javascript")
"""Calls that start nothing, and show nothing to anybody."""
_SHOWN = frozenset({"console", "Math", "JSON", "Object", "Date", "Number"})
"""Objects whose methods do the same, or write to the terminal."""


def stays_inside(function: Function) -> bool:
    """True for a body that only computes and remembers: nothing in it goes to a shell, a database or another host."""
    return all(_is_inside(call.callee) for call in calls_in(function.body))


def _is_inside(callee: Expression) -> bool:
    if isinstance(callee, Member) and isinstance(callee.object, Name) and callee.object.name in _SHOWN:
        return True
    return isinstance(callee, (Name, Member)) and callee.name in _INSIDE


def replaces_once(call: Call) -> bool:
    """True for `text.replace("a", "b")`, which replaces only the first place."""
    first = call.arguments[0].value if call.arguments else None
    is_text = isinstance(first, Literal) and isinstance(first.value, str) and not first.value.startswith("/")
    return is_text and isinstance(call.callee, (Name, Member)) and call.callee.name == "replace"


def _literal(value: Constant) -> Constant:
    """A regular expression is written between slashes."""
    return Regex(value) if isinstance(value, str) and value.startswith("/") else value


_PIPED = re.compile(r"@(?:Param|Query|Body|Headers)\(\s*(?:[\"'][^\"']*[\"']\s*,\s*)?(?:new\s+)?([A-Z]\w*)")
_KNOWN_PIPES = frozenset({"ValidationPipe", "DefaultValuePipe"})


def is_judged(parameter: Parameter, is_declared: bool) -> bool:
    """Whether a pipe of NestJS that is not its own is given what a parameter gets."""
    pipes = [found[1] for each in parameter.annotations if (found := _PIPED.match(each)) is not None]
    return any(pipe not in _KNOWN_PIPES for pipe in pipes)


SEMANTICS = Semantics(
    library="javascript",
    is_judged=is_judged,
    false_has_no_text=True,
    and_gives_operand=True,
    types_are_classes=True,
    classes_are_open=True,
    constants_are_typed=True,
    queues=Queues.LAST,
    functions=FunctionNames(stays_inside=stays_inside),
    texts=Texts(literal=_literal, keeps_text=replaces_once),
    omits_abstract_methods=True,
    shared_objects={
        "locals": (LOCALS, frozenset({"res", "response", "reply", "app", "server", "req", "request"})),
        "state": (STATE, frozenset({"ctx", "context", "request", "req"})),
    },
    fills_shared_object=rb"\.(?:locals|state)(?:\.\w+|\[[^\]\n]+\])\s*=[^=]",
    partial_call=bound,
    folds_receiver=True,
)
HOOKS = Hooks(
    keeps_given=given,
    passes_on=call_passed_function,
    elements=walked,
    fits=fitting,
    yielded=yielded,
    after_assignment=record_reducer,
)
