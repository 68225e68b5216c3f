"""Encodings that make a text harmless for some purpose, and what undoes them. Those of Python `built_in` knows."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Literal, Member, Name

_ENCODES = frozenset(
    {
        *("encodeURIComponent", "encodeURI", "btoa", "escape", "encode", "escapeHtml", "escapeHTML", "escape_html"),
        *("toString", "stringify", "encodeToString", "hex", "quote"),
        *("EncodeToString", "QueryEscape", "PathEscape", "EscapeString", "HTMLEscapeString"),
        *("escapeHtml4", "escapeHtml3", "htmlEscape", "forHtml", "encodeForHTML", "encodeHexString", "escapeXml"),
    }
)
_DECODES = frozenset(
    {
        *("decodeURIComponent", "decodeURI", "atob", "unescape", "decode", "unescapeHtml", "unescapeHTML"),
        *("unquote", "parse"),
        *("DecodeString", "QueryUnescape", "PathUnescape", "UnescapeString", "unescapeHtml4", "unescapeHtml3"),
        *("htmlUnescape", "decodeHex", "decodeBase64", "decodeForHTML", "unescapeXml", "canonicalize"),
    }
)
_FROM = frozenset({"base64", "base64url", "hex"})


def is_encoding(e: Expression) -> bool:
    """True for a call whose name says that it encodes what it is given or called on."""
    return isinstance(e, Call) and _name(e) in _ENCODES


def decoded(call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """What a call gives back as it was before it was encoded; None for all other calls."""
    name = _name(call)
    if name not in _DECODES and not (name == "from" and _is_from_encoding(call)):
        return None
    return next((each.encoded for each in (*arguments, receiver) if each.encoded is not None), None)


def _is_from_encoding(call: Call) -> bool:
    """True for `Buffer.from(text, "base64")`."""
    kind = call.arguments[1].value if len(call.arguments) == 2 else None
    return isinstance(kind, Literal) and kind.value in _FROM


def _name(call: Call) -> str:
    return call.callee.name if isinstance(call.callee, (Name, Member)) else ""
