"""What carries no text of an attacker: numbers, truth values, dates, and what a file declares to be such."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reread.analyzers.dataflow.models.library_names import either, names
from reread.analyzers.syntax import Node, SyntaxTree

BOOLEANS = names("boolean-type")
NUMBERS = BOOLEANS | names("scalar-type")

# `Annotated[int, ...]`, `Optional[int]`, `int | None`, `List<Long>`: what is left when the type in it is what counts.
_WRAPPED = re.compile(
    rf"(?:\w+\.)*(?:(?:{either(names('type-wrapper'))}|(?:{either(names('type-wrapper-beginning'))})[A-Z]\w+)"
    r"\[\s*([\w.]+)\s*[\],]"
    rf"|(?:{either(names('generic-container'))})<\s*([\w.]+)\s*>$"
    rf"|({either(names('array-element-type'))})(?:\[\]|\.\.\.)$)"
)
_CHOICE = re.compile(
    rf"(?:{either(names('choice-type'))})\[[^\[\]]+\]|(?:\"[^\"]*\"|'[^']*'|\d+)(?:\s*\|\s*(?:\"[^\"]*\"|'[^']*'|\d+))*"
)
_PATTERN = re.compile(rf"\b(?:{either(names('pattern-keyword'))})\s*=\s*[rR]?(['\"])(.*?)\1")
_OR_NONE = re.compile(r"\s*\|\s*(?:None|null|undefined)$")
_ENUM = re.compile(rf"\b(?:{either(names('enum-base'))})\b")


def plain_type(text: str) -> str:
    """The name of a type without what is around it: that of a list or an option, `?`, `*`, `| None`."""
    wrapped = _WRAPPED.match(text)
    return _OR_NONE.sub("", wrapped[wrapped.lastindex or 0] if wrapped else text.strip("?*& "))


def is_choice(name: str) -> bool:
    """True for `Literal["asc", "desc"]` and `"asc" | "desc"`."""
    return _CHOICE.fullmatch(name) is not None


def declared_pattern(text: str) -> str | None:
    """The regular expression that `Annotated[str, Path(pattern="...")]` asks of a text."""
    found = _PATTERN.search(text) if "=" in text else None
    return None if found is None else found[2]


def enums(tree: SyntaxTree) -> frozenset[str]:
    """The enums that a file of Python or TypeScript declares outside of all else."""
    return frozenset(_enums(tree))


def _enums(tree: SyntaxTree) -> Iterator[str]:
    for node in tree.root.named_children:
        inner = node.child_by_field_name("declaration") or node
        bases = inner.child_by_field_name("superclasses") if inner.type == "class_definition" else None
        if inner.type == "enum_declaration" or (bases is not None and _ENUM.search(tree.text(bases))):
            yield _text(tree, inner, "name")


def _text(tree: SyntaxTree, node: Node, field: str) -> str:
    found = node.child_by_field_name(field)
    return "" if found is None else tree.text(found)
