"""What code means in Java."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.language import (
    Characters,
    Failures,
    FileRelation,
    FunctionNames,
    Objects,
    Queues,
    Scoping,
    Semantics,
    Texts,
    Types,
)
from reread.analyzers.dataflow.domain.state import Hooks
from reread.analyzers.dataflow.languages.java.builders import changes_text
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
    objects=Objects.CLASSES,
    scoping=Scoping.TYPED,
    files=FileRelation.CLASSES,
    types=Types.OBJECTS,
    characters=Characters.OWN,
    failures=Failures.RAISED,
    queues=Queues.NEWEST_FIRST,
    functions=FunctionNames(
        is_truth_getter=is_question,
        calls_lambda=calls_lambda,
        may_call_lambda=may_call_lambda,
        is_of_its_file=is_of_its_file,
    ),
    texts=Texts(is_matcher=is_matcher, is_changed_by=changes_text),
    gives_all_arguments=True,
    is_table_lookup=is_lookup,
)
HOOKS = Hooks(library_call=library, elements=lambda_given, after_assignment=record_wrapped)
