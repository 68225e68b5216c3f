"""What carries no text of an attacker: numbers, truth values, dates, and what a file declares to be such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reread.analyzers.dataflow.models.library_names import names, pattern_with
from reread.analyzers.syntax import Node, SyntaxTree

# `Annotated[int, ...]`, `Optional[int]`, `List<Long>`: what is left when the type in it is what counts
_WRAPPED = (
    r"(?:\w+\.)*(?:(?:{type-wrapper}|{type-wrapper-beginning}[A-Z]\w+)\[\s*([\w.]+)\s*[\],]"
    r"|{generic-container}<\s*([\w.]+)\s*>$|({array-element-type})(?:\[\]|\.\.\.)$)"
)
_CONSTANT = r"(?:\"[^\"]*\"|'[^']*'|\d+)"
_CHOICE = rf"{{choice-type}}\[[^\[\]]+\]|{_CONSTANT}(?:\s*\|\s*{_CONSTANT})*"
_PATTERN = r"\b{pattern-keyword}\s*=\s*[rR]?(['\"])(.*?)\1"
_ENUM = r"\b{enum-base}\b"
_OR_NONE = re.compile(r"\s*\|\s*(?:None|null|undefined)$")


@cache
def numbers(library: str) -> frozenset[str]:
    """The types of a language whose values carry no text."""
    return names("boolean-type", library) | names("scalar-type", library)


def plain_type(text: str, library: str) -> str:
    """The name of a type without what is around it: that of a list or an option, `?`, `*`, `| None`."""
    wrapped = pattern_with(_WRAPPED, library).match(text)
    return _OR_NONE.sub("", wrapped[wrapped.lastindex or 0] if wrapped else text.strip("?*& "))


def is_choice(name: str, library: str) -> bool:
    """True for `Literal["asc", "desc"]` and `"asc" | "desc"`."""
    return pattern_with(_CHOICE, library).fullmatch(name) is not None


def declared_pattern(text: str, library: str) -> str | None:
    """The regular expression that `Annotated[str, Path(pattern="...")]` asks of a text."""
    found = pattern_with(_PATTERN, library).search(text) if "=" in text else None
    return None if found is None else found[2]


def enums(tree: SyntaxTree, library: str) -> frozenset[str]:
    """The enums that a file of Python or TypeScript declares outside of all else."""
    return frozenset(_enums(tree, library))


def _enums(tree: SyntaxTree, library: str) -> Iterator[str]:
    is_enum = pattern_with(_ENUM, library).search
    for node in tree.root.named_children:
        inner = node.child_by_field_name("declaration") or node
        bases = inner.child_by_field_name("superclasses") if inner.type == "class_definition" else None
        if inner.type == "enum_declaration" or (bases is not None and is_enum(tree.text(bases))):
            yield _text(tree, inner, "name")


def _text(tree: SyntaxTree, node: Node, field: str) -> str:
    found = node.child_by_field_name(field)
    return "" if found is None else tree.text(found)
