"""What code means in Python."""

from __future__ import annotations

from reread.analyzers.flow.built_in import built_in
from reread.analyzers.flow.handing import handed_over
from reread.analyzers.flow.prepared_calls import partial
from reread.analyzers.flow.semantics import Semantics
from reread.analyzers.flow.shared import STATE

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
    joins_all_with_texts=False,
    literal_texts={True: "True", False: "False", None: "None"},
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
    hands_over=handed_over,
    prepared=partial,
)
