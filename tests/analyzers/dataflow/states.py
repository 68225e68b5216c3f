"""What unit tests below the interpreter share: a state with variables, and conditions of code in the IR."""

from __future__ import annotations

from typing import Any, cast

from reread.analyzers.dataflow.domain.file_context import (
    DeclarationLookup,
    FileContext,
    FunctionLookup,
    InterpreterOptions,
    VariableLookup,
)
from reread.analyzers.dataflow.domain.language import semantics_of
from reread.analyzers.dataflow.domain.state import Evaluator, State
from reread.analyzers.dataflow.domain.taint_bits import taint_bits
from reread.analyzers.dataflow.domain.taint_specs import TaintSpecs
from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.ir.nodes import Expression, If
from tests.analyzers.dataflow.printer import functions

TAINTED = AbstractValue(1)


def _none(*_: Any) -> None:
    return None


def _no(*_: Any) -> bool:
    return False


def _nothing(*_: Any) -> tuple[Any, ...]:
    return ()


def state_of(language: str, **variables: AbstractValue) -> State:
    """The state in a file without functions and classes, with one bit of taint; nothing in it can be interpreted."""
    context = FileContext(
        InterpreterOptions(taint_bits(1)),
        FunctionLookup(summary_of=_none, is_functional=_no),
        DeclarationLookup(
            is_class=_no,
            bases_of=_nothing,
            is_number=_no,
            record=_none,
            class_of=_none,
            class_of_field=_none,
            field_type=lambda _: "",
            fields_of=_nothing,
            embedded=_nothing,
            validators=_nothing,
            is_library=_no,
        ),
        VariableLookup(variable=_none, object_field=_none, is_constant_field=_no),
        semantics_of(language),
    )
    return State(cast(Evaluator, None), None, TaintSpecs(), context, "", env=dict(variables))


IFS = {"python": "if {}:\n    pass\n", "javascript": "if ({}) {{}}", "go": "package p\nfunc f() {{\nif {} {{}}\n}}"}


def condition(language: str, text: str) -> Expression:
    """The condition of an `if`, lowered."""
    code = functions(language, IFS[language].format(text))
    return next(each.condition for function in code for each in function.body if isinstance(each, If))
