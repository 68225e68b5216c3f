"""The names that a file uses: its calls with their receivers, imports and base classes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reread.analyzers.syntax import Node, SyntaxTree
from reread.rag.imports import Import, ImportRules
from reread.rag.source.definitions import Definition, last_name
from reread.rag.source.receivers import Receivers

CALL = "call"
IMPORT = "import"
INHERITANCE = "inheritance"
DEMAND = "demand"

_TYPE_ARGUMENTS = re.compile(rb"<[^<>()]*>$|\[[^\[\]()]*\]$")
_NAME = re.compile(r"[^\W\d][\w$]*")
_PATH = re.compile(r"[\"'<]([^\"'<>\n]+)[\"'>]")
_SEPARATOR = re.compile(r"(?:\?\.|!?\.|->|::|\\)+")
_CHAIN = re.compile(r"[@$&*]*[\w$]+(?:\.[\w$]+)*\Z")
_CONSTRUCTED = re.compile(r"(?:new\s+)?((?:[\w$]+\.)*[A-Z][\w$]*)(?:<[^<>]*>)?\s*[({].*[)}]\Z", re.DOTALL)
_SUPER = re.compile(r"super\s*\([^()]*\)\Z")
_CALLEE_FIELDS = ("function", "name", "constructor", "type", "method", "macro")
_RECEIVER_FIELDS = ("object", "receiver", "scope")
_LONGEST_RECEIVER = 120
_IMPORT_WORDS = frozenset({"import", "from", "as", "use", "using", "require", "include", "static", "type", "export"})
_SUBSCRIPTS = frozenset({"subscript", "subscript_expression"})
"""Kinds of callees without a name of their own: `handlers[0]()` does not call `handlers`."""


class Reference(NamedTuple):
    """A name that the code at `start` (code points) uses; `kind` is CALL, IMPORT, INHERITANCE or DEMAND.

    `qualifier` is what it is called on, its names parted by dots ("" for nothing, "?" for another expression). `scope`
    is the qualified name of the definition around it. `type` is the class of the qualifier as far as the file declares
    it, for INHERITANCE the name of the class that inherits, and for DEMAND that of the interface.
    """

    name: str
    kind: str
    start: int
    qualifier: str = ""
    scope: str = ""
    type: str = ""


class Scopes:
    """Which definition a place in the file is in."""

    def __init__(self, definitions: Sequence[Definition]) -> None:
        self._definitions = definitions
        self._starts = [definition.span.start for definition in definitions]

    def at(self, offset: int) -> str:
        """The qualified name of the innermost definition around an offset, or ""."""
        number = bisect_right(self._starts, offset) - 1
        while number >= 0:
            definition = self._definitions[number]
            if offset < definition.span.end:
                return definition.qualified
            number = definition.parent if definition.parent >= 0 else self._before(number)
        return ""

    def _before(self, number: int) -> int:
        """A definition that starts earlier and may still be open: only containers hold others."""
        number -= 1
        while number >= 0 and not self._definitions[number].container:
            number -= 1
        return number


def references(
    tree: SyntaxTree, found: Mapping[str, Sequence[Node]], definitions: Sequence[Definition], rules: ImportRules
) -> Iterator[Reference]:
    """All references of a file, from the nodes that make them."""
    scopes = Scopes(definitions)
    receivers = Receivers(tree, found.get("declared", ()), scopes.at, rules)
    yield from _calls(tree, found.get("call", ()), scopes, receivers)
    yield from _imported_names(tree, found.get("import", ()))


def imports(tree: SyntaxTree, found: Mapping[str, Sequence[Node]], rules: ImportRules) -> tuple[Import, ...]:
    """The imports of the file, without duplicates, in order."""
    read = (each for node in found.get("source", ()) for each in rules.read(node, tree.text))
    return tuple(dict.fromkeys(each for each in read if each.local))


def namespace(tree: SyntaxTree, found: Mapping[str, Sequence[Node]]) -> str:
    """The package or namespace that the file declares first, or ""."""
    for node in found.get("namespace", ()):
        name = node.child_by_field_name("name")
        if name is None:
            name = next((child for child in node.named_children if not child.type.endswith("annotation")), None)
        if name is not None:
            return "".join(tree.text(name).split())
    return ""


def _calls(tree: SyntaxTree, nodes: Sequence[Node], scopes: Scopes, receivers: Receivers) -> Iterator[Reference]:
    data, lines = tree.document.data, tree.document.lines
    for node in nodes:
        callee = _callee(node)
        if callee is None or callee.type in _SUBSCRIPTS:
            continue
        if callee.type == "navigation_expression" and callee.named_children:
            text = data[callee.start_byte : callee.end_byte]
        else:
            text = data[max(callee.start_byte, callee.end_byte - 2 * _LONGEST_RECEIVER) : callee.end_byte]
        text = _TYPE_ARGUMENTS.sub(b"", text)
        match = last_name(text, tree.document.language)
        if match is None:
            continue
        receiver = next((child for field in _RECEIVER_FIELDS if (child := node.child_by_field_name(field))), None)
        before = data[receiver.start_byte : receiver.end_byte] if receiver is not None else text[: match.start()]
        offset = lines.code_point(callee.end_byte)
        scope = scopes.at(lines.code_point(node.start_byte))
        qualifier, kind = _qualifier(before.decode(errors="replace"))
        kind = kind or receivers.type_of(qualifier, scope)
        yield Reference(match[1].decode(errors="replace"), CALL, offset, qualifier, scope, kind)


def _callee(node: Node) -> Node | None:
    for field in _CALLEE_FIELDS:
        callee = node.child_by_field_name(field)
        if callee is not None:
            return callee
    return node.named_child(0)


def _qualifier(text: str) -> tuple[str, str]:
    """What a name is called on, in one form for all languages, and its class where the text says it."""
    text = _SEPARATOR.sub(".", text.strip()).strip(". ")
    if not text:
        return "", ""
    if _SUPER.match(text):
        return "super", ""
    if text.startswith("@"):
        text = "self." + text.lstrip("@")
    if _CHAIN.match(text):
        return text.lstrip("$&*"), ""
    made = _CONSTRUCTED.match(text.strip("()&* ") + ")" if text.startswith("(") else text)
    if made is not None and "(" not in made[1] and text.count("(") == 1:
        return "?", made[1].rpartition(".")[2]
    return "?", ""


def _imported_names(tree: SyntaxTree, nodes: Sequence[Node]) -> Iterator[Reference]:
    for node in nodes:
        text = tree.text(node)
        start = tree.document.lines.code_point(node.start_byte)
        # Of a path only its last part is a name that code could use: "yaml" of "gopkg.in/yaml".
        text = _PATH.sub(lambda match: " " + match[1].rstrip("/").rpartition("/")[2].partition(".")[0] + " ", text)
        for name in dict.fromkeys(_NAME.findall(text)):
            if name not in _IMPORT_WORDS:
                yield Reference(name, IMPORT, start)
