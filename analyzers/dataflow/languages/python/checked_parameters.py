"""Parameters of Python that a framework fills: what it has compared with a regular expression or a model before."""

from __future__ import annotations

from reread.analyzers.dataflow.declarations.scalar_types import plain_type
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.type_ref import checked_data, class_type
from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.ir.nodes import Call, Literal, Parameter
from reread.analyzers.dataflow.memory.declared_types import narrowed_by_pattern, with_type
from reread.analyzers.dataflow.models.library_names import names

_PATTERN_KEYWORDS = names("pattern-keyword", "python")


def checked_before(state: State, parameter: Parameter, value: AbstractValue) -> AbstractValue:
    """`name: str = Query(pattern="...")`, and `page: Page` of a model that the file declares."""
    if isinstance(parameter.default, Call):
        value = narrowed_by_pattern(state, _pattern_in(parameter.default), value)
    if not parameter.type or not value.taint or value.type:
        return value
    name = plain_type(parameter.type, "python")
    is_model = name[:1].isupper() and state.declarations.record(name) is not None
    return with_type(state, value, checked_data(class_type(name))) if is_model else value


def _pattern_in(call: Call) -> str | None:
    """The regular expression in `Query(..., pattern="...")`."""
    for argument in call.arguments:
        if argument.name in _PATTERN_KEYWORDS and isinstance(argument.value, Literal):
            return argument.value.value if isinstance(argument.value.value, str) else None
    return None
