"""What code means in Java."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.language import (
    FunctionNames,
    Queues,
    Semantics,
    Texts,
)
from reread.analyzers.dataflow.domain.state import Hooks, State
from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Member, Name, Parameter
from reread.analyzers.dataflow.languages.java.classes import is_of_its_file, judges, plain
from reread.analyzers.dataflow.languages.java.library import lambda_given, library
from reread.analyzers.dataflow.languages.java.naming import (
    calls_lambda,
    is_lookup,
    is_matcher,
    is_question,
    may_call_lambda,
)
from reread.analyzers.dataflow.memory.access_paths import access_path
from reread.analyzers.dataflow.models.library_names import names


def record_wrapped(state: State, target: Expression, made: Expression) -> None:
    """From here on what is written to a writer goes into the one that it is around: `new PrintWriter(text)`."""
    while isinstance(target, Name) and isinstance(made, Call) and is_around(made):
        made = made.arguments[0].value
        place = access_path(state, made)
        if place is not None and place[0] != target.name:
            state.memory.wrapped_paths[target.name] = place


_WRITERS = ("Writer", "OutputStream", "PrintStream", "Formatter")


def is_around(call: Call) -> bool:
    """True for `new PrintWriter(out)`: what writes into what it is given."""
    callee = call.callee
    return call.new and bool(call.arguments) and isinstance(callee, Name) and callee.name.endswith(_WRITERS)


_FORMATTERS = names("formatting-writer", "java")


def changes_text(name: str, callee: Member, arguments: list[AbstractValue]) -> bool:
    """Whether a method of Java changes the text that its object holds: a builder, a writer or a formatter.

    What is called on a class, as `String.format`, puts nothing anywhere.
    """
    if name == "replace":
        return len(arguments) == 3
    if name == "setLength":
        return len(arguments) == 1 and arguments[0].literal == 0
    return name in _FORMATTERS and not (isinstance(callee.object, Name) and callee.object.name[:1].isupper())


def is_judged(parameter: Parameter, is_declared: bool) -> bool:
    """Whether Bean Validation judges a value: by a constraint of the parameter, or by those of a class that is
    declared elsewhere.
    """
    has_rules = not is_declared and plain(parameter.type) not in _TEXTS
    return any(
        judges(each) or (has_rules and each.lstrip("@").partition("(")[0] in _VALIDATES)
        for each in parameter.annotations
    )


_VALIDATES = frozenset({"Valid", "Validated"})
_TEXTS = frozenset({"String", "CharSequence"})

SEMANTICS = Semantics(
    library="java",
    is_judged=is_judged,
    has_getters=True,
    methods_may_lack_code=True,
    names_may_be_fields=True,
    imports_are_private=True,
    types_are_classes=True,
    parsers_raise=True,
    queues=Queues.NEWEST_FIRST,
    functions=FunctionNames(
        is_truth_getter=is_question,
        calls_lambda=calls_lambda,
        may_call_lambda=may_call_lambda,
        is_of_its_file=is_of_its_file,
    ),
    texts=Texts(has_character_ranges=True, is_matcher=is_matcher, is_changed_by=changes_text),
    gives_all_arguments=True,
    is_table_lookup=is_lookup,
    folds_receiver=True,
)
HOOKS = Hooks(library_call=library, elements=lambda_given, after_assignment=record_wrapped)
