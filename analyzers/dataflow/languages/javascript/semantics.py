"""What code means in JavaScript and TypeScript."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.language import (
    Constant,
    FunctionNames,
    Generators,
    Queues,
    Semantics,
    Texts,
    Truth,
    Types,
)
from reread.analyzers.dataflow.domain.regex import Regex
from reread.analyzers.dataflow.domain.request_state import LOCALS, STATE
from reread.analyzers.dataflow.domain.state import Hooks
from reread.analyzers.dataflow.languages.javascript.library import call_passed_function, given, walked
from reread.analyzers.dataflow.languages.javascript.pure_functions import replaces_once, stays_inside
from reread.analyzers.dataflow.languages.javascript.reducers import record_reducer
from reread.analyzers.dataflow.languages.javascript.reflection import bound
from reread.analyzers.dataflow.languages.javascript.schema_checks import fitting


def _literal(value: Constant) -> Constant:
    """A regular expression is written between slashes."""
    return Regex(value) if isinstance(value, str) and value.startswith("/") else value


SEMANTICS = Semantics(
    truth=Truth.FALSY,
    types=Types.VALUES,
    queues=Queues.LAST,
    generators=Generators.OBJECTS,
    functions=FunctionNames(stays_inside=stays_inside),
    texts=Texts(literal=_literal, keeps_text=replaces_once),
    omits_abstract_methods=True,
    shared_objects={
        "locals": (LOCALS, frozenset({"res", "response", "reply", "app", "server", "req", "request"})),
        "state": (STATE, frozenset({"ctx", "context", "request", "req"})),
    },
    fills_shared_object=rb"\.(?:locals|state)(?:\.\w+|\[[^\]\n]+\])\s*=[^=]",
    partial_call=bound,
)
HOOKS = Hooks(
    keeps_given=given, passes_on=call_passed_function, elements=walked, fits=fitting, after_assignment=record_reducer
)
