"""What carries no text of an attacker: numbers, truth values, dates, and what a file declares to be such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reread.analyzers.dataflow.models.library_names import either, names
from reread.analyzers.syntax import Node, SyntaxTree

_OR_NONE = re.compile(r"\s*\|\s*(?:None|null|undefined)$")


@cache
def numbers(library: str) -> frozenset[str]:
    """The types of a language whose values carry no text."""
    return names("boolean-type", library) | names("scalar-type", library)


@cache
def _wrapped(library: str) -> re.Pattern[str]:
    """`Annotated[int, ...]`, `Optional[int]`, `List<Long>`: what is left when the type in it is what counts."""
    wrappers, begun = names("type-wrapper", library), names("type-wrapper-beginning", library)
    return re.compile(
        rf"(?:\w+\.)*(?:(?:{either(wrappers)}|(?:{either(begun)})[A-Z]\w+)"
        r"\[\s*([\w.]+)\s*[\],]"
        rf"|(?:{either(names('generic-container', library))})<\s*([\w.]+)\s*>$"
        rf"|({either(names('array-element-type', library))})(?:\[\]|\.\.\.)$)"
    )


@cache
def _choice(library: str) -> re.Pattern[str]:
    constant = r"(?:\"[^\"]*\"|'[^']*'|\d+)"
    return re.compile(rf"(?:{either(names('choice-type', library))})\[[^\[\]]+\]|{constant}(?:\s*\|\s*{constant})*")


@cache
def _pattern(library: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(names('pattern-keyword', library))})\s*=\s*[rR]?(['\"])(.*?)\1")


@cache
def _enum(library: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(names('enum-base', library))})\b")


def plain_type(text: str, library: str) -> str:
    """The name of a type without what is around it: that of a list or an option, `?`, `*`, `| None`."""
    wrapped = _wrapped(library).match(text)
    return _OR_NONE.sub("", wrapped[wrapped.lastindex or 0] if wrapped else text.strip("?*& "))


def is_choice(name: str, library: str) -> bool:
    """True for `Literal["asc", "desc"]` and `"asc" | "desc"`."""
    return _choice(library).fullmatch(name) is not None


def declared_pattern(text: str, library: str) -> str | None:
    """The regular expression that `Annotated[str, Path(pattern="...")]` asks of a text."""
    found = _pattern(library).search(text) if "=" in text else None
    return None if found is None else found[2]


def enums(tree: SyntaxTree, library: str) -> frozenset[str]:
    """The enums that a file of Python or TypeScript declares outside of all else."""
    return frozenset(_enums(tree, library))


def _enums(tree: SyntaxTree, library: str) -> Iterator[str]:
    for node in tree.root.named_children:
        inner = node.child_by_field_name("declaration") or node
        bases = inner.child_by_field_name("superclasses") if inner.type == "class_definition" else None
        if inner.type == "enum_declaration" or (bases is not None and _enum(library).search(tree.text(bases))):
            yield _text(tree, inner, "name")


def _text(tree: SyntaxTree, node: Node, field: str) -> str:
    found = node.child_by_field_name(field)
    return "" if found is None else tree.text(found)
