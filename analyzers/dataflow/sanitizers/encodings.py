"""Encodings that make a text harmless for some purpose, and what undoes them. Those of Python `built_in` knows."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Literal, Member, Name
from reread.analyzers.dataflow.models.library_names import names

_ENCODES = names("encoder")
_DECODES = names("decoder")
_FROM = names("encoding-name")
_BY_ENCODING = names("decoder-by-encoding")


def is_encoding(e: Expression) -> bool:
    """True for a call whose name says that it encodes what it is given or called on."""
    return isinstance(e, Call) and _name(e) in _ENCODES


def decoded(call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """What a call gives back as it was before it was encoded; None for all other calls."""
    name = _name(call)
    if name not in _DECODES and not (name in _BY_ENCODING and _is_from_encoding(call)):
        return None
    return next((each.encoded for each in (*arguments, receiver) if each.encoded is not None), None)


def _is_from_encoding(call: Call) -> bool:
    """True for `Buffer.from(text, "base64")`."""
    kind = call.arguments[1].value if len(call.arguments) == 2 else None
    return isinstance(kind, Literal) and kind.value in _FROM


def _name(call: Call) -> str:
    return call.callee.name if isinstance(call.callee, (Name, Member)) else ""
