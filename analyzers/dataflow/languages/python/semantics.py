"""What code means in Python."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.request_state import STATE
from reread.analyzers.dataflow.language import Semantics
from reread.analyzers.dataflow.languages.python.higher_order import handed_over, partial
from reread.analyzers.dataflow.languages.python.library import built_in
from reread.analyzers.dataflow.languages.python.objects import own_class, shown
from reread.analyzers.dataflow.memory.function_values import is_table_lookup

SEMANTICS = Semantics(
    object_name="self",
    gets_object=True,
    has_special_methods=True,
    modules_have_modules=True,
    class_fields_change=True,
    declares_patterns=True,
    checks_forms=True,
    assignments_declare=True,
    names_globals=True,
    gives_operands=True,
    has_object_operators=True,
    false_is_empty=True,
    empty_is_false=True,
    parsers_raise=True,
    joins_paths=True,
    loops_give_keys=True,
    keeps_tables=True,
    takes_in_turn=True,
    pops_known=True,
    counts_yields=True,
    folds_receiver=False,
    undoes_encodings=False,
    shared_objects={
        "g": ("g", frozenset({"flask", "quart"})),
        "state": (STATE, frozenset({"request", "req", "websocket"})),
        "ctx": (STATE, frozenset({"request", "req"})),
    },
    well_known=built_in,
    is_table_lookup=is_table_lookup,
    makes_own_class=own_class,
    shown=shown,
    hands_over=handed_over,
    partial_call=partial,
)
