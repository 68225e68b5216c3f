"""Objects of Java that texts are built by: builders, writers and formatters, which are changed."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.ir.nodes import Member, Name
from reread.analyzers.dataflow.models.library_names import names

_FORMATTERS = names("formatting-writer")
"""Of writers and formatters. What is called on a class, as `String.format`, puts nothing anywhere."""


def changes_text(name: str, callee: Member, arguments: list[AbstractValue]) -> bool:
    """Whether a method of Java changes the text that its object holds: a builder, a writer or a formatter."""
    if name == "replace":
        return len(arguments) == 3
    if name == "setLength":
        return len(arguments) == 1 and arguments[0].literal == 0
    return name in _FORMATTERS and not (isinstance(callee.object, Name) and callee.object.name[:1].isupper())
