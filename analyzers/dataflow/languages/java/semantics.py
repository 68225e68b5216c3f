"""What code means in Java."""

from __future__ import annotations

from reread.analyzers.dataflow.language import Semantics
from reread.analyzers.dataflow.languages.java.classes import is_of_its_file
from reread.analyzers.dataflow.languages.java.library import lambda_given, library
from reread.analyzers.dataflow.languages.java.naming import (
    calls_lambda,
    is_lookup,
    is_matcher,
    is_question,
    may_call_lambda,
)
from reread.analyzers.dataflow.languages.java.views import record_wrapped

SEMANTICS = Semantics(
    has_plain_members=True,
    has_anonymous_classes=True,
    has_getters=True,
    has_abstract_methods=True,
    hides_members=True,
    classes_are_files=True,
    imports_stay_inside=True,
    declares_classes=True,
    only_types_declare=True,
    gives_all_arguments=True,
    annotates_parameters=True,
    follows_itself=True,
    has_characters=True,
    parsers_raise=True,
    has_text_builders=True,
    pushes_first=True,
    well_known=library,
    elements=lambda_given,
    is_truth_getter=is_question,
    is_of_its_file=is_of_its_file,
    is_table_lookup=is_lookup,
    calls_lambda=calls_lambda,
    may_call_lambda=may_call_lambda,
    is_matcher=is_matcher,
    after_assignment=record_wrapped,
)
