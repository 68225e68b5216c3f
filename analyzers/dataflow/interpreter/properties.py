"""What is shown of a value that becomes a part of a text."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.ir.nodes import Expression
from reread.analyzers.dataflow.languages.python.objects import shown


def shown_in_text(state: State, e: Expression, value: AbstractValue) -> AbstractValue:
    if not value.owner or not state.context.semantics.has_special_methods or not state.context.guards:
        return value
    return shown(state, e, value, ("__format__",))
