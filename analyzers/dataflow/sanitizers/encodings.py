"""Encodings that make a text harmless for some purpose, and what undoes them."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Literal, Member, Name
from reread.analyzers.dataflow.models.library_names import names


def is_encoding(e: Expression, library: str) -> bool:
    """True for a call whose name says that it encodes what it is given or called on."""
    return isinstance(e, Call) and _name(e) in names("encoder", library)


def decoded(call: Call, receiver: AbstractValue, arguments: list[AbstractValue], library: str) -> AbstractValue | None:
    """What a call gives back as it was before it was encoded; None for all other calls."""
    name = _name(call)
    if name not in names("decoder", library) and not (
        name in names("decoder-by-encoding", library) and _is_from_encoding(call, library)
    ):
        return None
    return next((each.encoded for each in (*arguments, receiver) if each.encoded is not None), None)


def _is_from_encoding(call: Call, library: str) -> bool:
    """True for `Buffer.from(text, "base64")`."""
    kind = call.arguments[1].value if len(call.arguments) == 2 else None
    return isinstance(kind, Literal) and kind.value in names("encoding-name", library)


def _name(call: Call) -> str:
    return call.callee.name if isinstance(call.callee, (Name, Member)) else ""
