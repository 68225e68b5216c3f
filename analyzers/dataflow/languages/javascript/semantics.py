"""What code means in JavaScript and TypeScript."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.request_state import LOCALS, STATE
from reread.analyzers.dataflow.language import Semantics
from reread.analyzers.dataflow.languages.javascript.library import given, handed_over, walked
from reread.analyzers.dataflow.languages.javascript.reducers import record_reducer
from reread.analyzers.dataflow.languages.javascript.reflection import bound
from reread.analyzers.dataflow.languages.javascript.schema_checks import fitting

SEMANTICS = Semantics(
    has_sites_of_abstract_methods=False,
    declares_classes=True,
    declares_constants=True,
    gives_operands=True,
    false_is_empty=True,
    has_middleware=True,
    has_regex_literals=True,
    yields_objects=True,
    pops_known=True,
    replaces_once=True,
    notes_inside=True,
    shared_objects={
        "locals": (LOCALS, frozenset({"res", "response", "reply", "app", "server", "req", "request"})),
        "state": (STATE, frozenset({"ctx", "context", "request", "req"})),
    },
    keeps_given=given,
    hands_over=handed_over,
    elements=walked,
    partial_call=bound,
    fits=fitting,
    after_assignment=record_reducer,
)
