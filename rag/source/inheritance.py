"""What the classes of a file inherit from: by their heads, by traits and modules that they mix in, and what interfaces
ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reread.analyzers.syntax import Node, SyntaxTree
from reread.rag.imports import ImportRules
from reread.rag.source.definitions import Definition, LocalClass
from reread.rag.source.references import DEMAND, INHERITANCE, Reference, Scopes

_NAME = re.compile(r"[^\W\d][\w$]*")
_PARAMETERS = re.compile(r"\A\s*(?:<[^<>]*>)?\s*(?:\w+\s*)?\([^()]*\)")
_ARGUMENTS = re.compile(r"<[^<>]*>")
_HEAD_WORDS = frozenset(
    """
    extends implements with for where public private protected final abstract sealed open data static class metaclass
    impl unsafe
    """.split()  # noqa: SIM905 - so many words are read more easily like this
)


def inheritance(
    tree: SyntaxTree,
    found: Mapping[str, Sequence[Node]],
    definitions: Sequence[Definition],
    local: Sequence[LocalClass],
    rules: ImportRules,
) -> Iterator[Reference]:
    """A reference for each class and what it inherits from, classes inside functions among them."""
    scopes = Scopes(definitions)
    language = tree.language.name
    for definition in definitions:
        if definition.container:
            for name in _bases(definition.name, definition.signature, definition.kind, language):
                yield Reference(name, INHERITANCE, definition.head, "", definition.qualified, definition.name)
    for each in local:
        for name in _bases(each.name, each.signature, "", language):
            yield Reference(name, INHERITANCE, each.start, "", scopes.at(each.start), each.name)
    for node in found.get("demand", ()):
        method, start = node.child_by_field_name("name"), tree.document.lines.code_point(node.start_byte)
        around = scopes.at(start)
        if method is not None and around:
            yield Reference(tree.text(method), DEMAND, start, "", around, around.rpartition(".")[2])
    for node in found.get("mixed", ()):
        start = tree.document.lines.code_point(node.start_byte)
        around = scopes.at(start)
        for name in rules.mixed(node, tree.text) if around else ():
            yield Reference(name, INHERITANCE, start, "", around, around.rpartition(".")[2])


def _bases(name: str, signature: str, kind: str, language: str) -> Iterator[str]:
    if kind == "impl_item":
        # `impl<T> Trait for Type`
        head = _ARGUMENTS.sub("", signature.partition(" for ")[0]) if " for " in signature else ""
    else:
        head = re.split(rf"\b{re.escape(name)}\b", signature, maxsplit=1)[-1]
    if language != "python":
        # What a class is made of: `data class Order(val total: Money) : Entity()`.
        head = _PARAMETERS.sub("", head)
    yield from dict.fromkeys(each for each in _NAME.findall(head) if each not in _HEAD_WORDS)
