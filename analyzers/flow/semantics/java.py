"""What code means in Java."""

from __future__ import annotations

from reread.analyzers.flow.java_library import lambda_given, library
from reread.analyzers.flow.java_names import note_around
from reread.analyzers.flow.semantics import Semantics

SEMANTICS = Semantics(
    follows_itself=True,
    annotates_parameters=True,
    has_abstract_methods=True,
    hides_members=True,
    gives_all_arguments=True,
    has_plain_members=True,
    has_anonymous_classes=True,
    has_getters=True,
    declares_classes=True,
    only_types_declare=True,
    has_characters=True,
    parsers_raise=True,
    has_matchers=True,
    has_text_builders=True,
    pushes_first=True,
    well_known=library,
    elements=lambda_given,
    after_assignment=note_around,
)
