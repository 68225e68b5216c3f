"""The definitions of a file: name, header and documentation."""

from __future__ import annotations

import re
from typing import NamedTuple

from reread.analyzers.syntax import Node, SyntaxTree
from reread.analyzers.text import Span

_LAST_NAME = re.compile(rb"([A-Za-z_$\x80-\xff][\w$\x80-\xff]*)[^\w]*$")
_LAST_NAME_OF_RUBY = re.compile(rb"([A-Za-z_\x80-\xff][\w\x80-\xff]*[?!]?)[^\w?!]*$")
_TYPE_ARGUMENTS = re.compile(rb"<[^<>()]*>$|\[[^\[\]()]*\]$")
_NAME = re.compile(r"[^\W\d][\w$]*")
_QUOTES = re.compile(r"\A[rRbBuUfF]{0,2}(\"\"\"|'''|\"|')|(\"\"\"|'''|\"|')\Z")

CONSTANTS = frozenset({"const_spec", "var_spec", "const_item", "static_item"})
"""Kinds that define a constant or variable, each of which may be on one line of many, in Go and Rust."""

VARIABLES = frozenset({"variable_declarator"}) | CONSTANTS
"""Kinds of definitions that do not count inside of a function: there they are local."""

_AROUND = frozenset({"const_declaration", "var_declaration", "var_spec_list", "ambient_declaration"})
"""Kinds around a definition that belong to it if it is alone there, besides those of the tables of languages."""

_MEMBERS = frozenset({"const_item", "static_item"})
_BODIES = frozenset({"source_file", "declaration_list"})
"""Where Rust has constants that are not local: in files, modules, traits and implementations."""

OVERLOADS = frozenset({"function_signature", "method_signature", "abstract_method_signature"})
"""Kinds that declare a way to call what follows, or what others implement."""

_TYPE_BODIES = frozenset({"class_body", "interface_body"})
"""Where such a kind is not only part of a type."""

_ALSO_USES = frozenset({"struct_specifier", "class_specifier", "enum_specifier", "union_specifier"})
"""Kinds that define something only with a body: `struct point p;` uses one."""

ATTRIBUTES = frozenset({"attribute_item"})
"""Kinds that stand before a definition, beside it in the tree, and belong to it as its comments do."""

VALUES = frozenset({"assignment_expression", "field_definition", "public_field_definition"})
"""Kinds that define something only when the value is a function, in languages where functions are values:
`exports.f = () => 1`.
"""

_FUNCTIONS = frozenset(
    {"function_expression", "arrow_function", "generator_function", "class", "function", "class_expression"}
)

_EXPORTED = re.compile(r"(?!module\.exports$)[\w$]+(?:\.[\w$]+){1,3}")
_NO_OWNERS = frozenset({"module", "exports", "prototype", "this", "self", "window", "globalThis"})

_LONGEST_SIGNATURE = 400
_LONGEST_DOC = 1_500


def last_name(text: bytes, language: str) -> re.Match[bytes] | None:
    """The last name in a piece of code, as group 1. Ruby has names such as `empty?`."""
    return (_LAST_NAME_OF_RUBY if language == "ruby" else _LAST_NAME).search(text)


class Definition(NamedTuple):
    """Something with a name. `span` has its decorators and doc comment; offsets are code points.

    `qualified` has the names of what it is in, with dots. `parent` is the place of its container in the same list, or
    -1. `container` says that it may hold other definitions. `signature` is its text up to its body, on one line.
    """

    name: str
    qualified: str
    kind: str
    span: Span
    head: int
    signature: str
    doc: str
    parent: int
    container: bool


class LocalClass(NamedTuple):
    """A class inside a function, which nothing outside can use; `start` is a code point."""

    name: str
    signature: str
    start: int


class Definitions:
    """Makes the definitions of one file out of their nodes; `local` are the classes that are in functions."""

    def __init__(self, tree: SyntaxTree, comments: list[Node]) -> None:
        self._language = tree.language
        self._wrappers = tree.language.wrappers | _AROUND
        self._data = tree.document.data
        self._lines = tree.document.lines
        # Keyed by the row that they end on. Some grammars count the line feed to the comment.
        self._comments = {node.end_point[0] - (node.end_point[1] == 0): node for node in comments}
        self._found: list[Definition] = []
        self.local: list[LocalClass] = []

    def all(self, nodes: list[Node]) -> list[Definition]:
        containers: list[tuple[int, int]] = []
        hidden_until = 0
        for node in nodes:
            if node.start_byte < hidden_until:
                if node.type in self._language.containers and (name := self._name(node)):
                    start = self._lines.code_point(node.start_byte)
                    self.local.append(LocalClass(name, self._signature(node, _body(node)), start))
                continue
            while containers and containers[-1][0] <= node.start_byte:
                containers.pop()
            outer = self._outer(node)
            name = self._name(node)
            if not name or (node.type in VARIABLES and not self._at_top(outer)):
                continue
            if node.type == "method_signature" and (node.parent is None or node.parent.type not in _TYPE_BODIES):
                continue
            if node.type in _ALSO_USES and node.child_by_field_name("body") is None:
                continue
            if node.type in VALUES and not self._is_function(node, outer):
                continue
            parent = containers[-1][1] if containers else -1
            if node.type in self._language.containers:
                containers.append((node.end_byte, len(self._found)))
            else:
                hidden_until = node.end_byte
            found = self._definition(node, outer, name, parent)
            self._add(found)
            for other in self._other_names(node):
                owner = found.qualified[: -len(name)]
                self._found.append(found._replace(name=other, qualified=owner + other))
        return self._found

    def _add(self, found: Definition) -> None:
        """Overloads and what implements them are one definition, with the signature that they begin with."""
        before = self._found[-1] if self._found else None
        if before is not None and before.kind in OVERLOADS and before.qualified == found.qualified:
            between = self._lines.text[before.span.end : found.span.start]
            if not between.strip(" \t\r\n;"):
                whole = Span(before.span.start, found.span.end)
                self._found[-1] = before._replace(kind=found.kind, span=whole, doc=before.doc or found.doc)
                return
        self._found.append(found)

    def _definition(self, node: Node, outer: Node, name: str, parent: int) -> Definition:
        body = _body(node)
        start, comment = self._with_comments(outer)
        doc = self._text(start, outer.start_byte) if comment else ""
        if body is not None and not doc:
            doc = self._docstring(body)
        owner = self._found[parent].qualified if parent >= 0 else self._receiver(node)
        if written := self._written_owner(node):
            owner = f"{owner}.{written}" if owner else written
        return Definition(
            name=name,
            qualified=f"{owner}.{name}" if owner else name,
            kind=node.type,
            span=self._lines.span_of_bytes(start, outer.end_byte),
            head=self._lines.code_point(node.start_byte),
            signature=self._signature(node, body),
            doc=doc.strip()[:_LONGEST_DOC],
            parent=parent,
            container=node.type in self._language.containers,
        )

    def _signature(self, node: Node, body: Node | None) -> str:
        head_end = body.start_byte if body is not None else node.end_byte
        head = self._text(node.start_byte, min(head_end, node.start_byte + 4 * _LONGEST_SIGNATURE))
        if body is None:
            head = head.partition("\n")[0]
        comment_mark = self._language.line_comment
        head = " ".join(line.partition(f" {comment_mark}")[0] if comment_mark else line for line in head.split("\n"))
        return " ".join(head.split())[:_LONGEST_SIGNATURE].rstrip(" {:")

    def _name(self, node: Node) -> str:
        """The name without what qualifies it; "" for what has none, such as the pattern of `const {a, b} = ...`."""
        field = self._language.name_field
        named = node.child_by_field_name(field) or node.child_by_field_name("declarator")
        if node.type in VALUES:
            named = node.child_by_field_name("left") or node.child_by_field_name("property") or named
        if named is None and node.type == "impl_item":
            named = node.child_by_field_name("type")
        if named is None:
            named = next((child for child in node.named_children if child.type.endswith("identifier")), None)
        while named is not None and (inner := named.child_by_field_name("declarator")) is not None:
            named = inner
        if named is None or named.type.endswith("pattern"):
            return ""
        text = _TYPE_ARGUMENTS.sub(b"", self._data[named.start_byte : named.end_byte])
        match = last_name(text, self._language.name)
        return match[1].decode(errors="replace") if match else ""

    def _other_names(self, node: Node) -> list[str]:
        """The names after the first one of `const a, b = 1, 2`."""
        if node.type not in CONSTANTS:
            return []
        return [self._text_of(name) for name in node.children_by_field_name("name")[1:] if name.is_named]

    def _receiver(self, node: Node) -> str:
        """The type that a Go method belongs to."""
        receiver = node.child_by_field_name("receiver")
        if receiver is None:
            return ""
        names = _NAME.findall(self._text(receiver.start_byte, receiver.end_byte).partition("[")[0])
        return names[-1] if names else ""

    def _written_owner(self, node: Node) -> str:
        """The class that a definition outside it names: of `int n::C::k() {}` and of `C.prototype.k = ...`."""
        if node.type == "assignment_expression":
            names = self._text_of(node.child_by_field_name("left")).split(".")
            return ".".join(name for name in names[:-1] if name not in _NO_OWNERS)
        if node.type == "function_definition":
            declarator = node.child_by_field_name("declarator")
            while declarator is not None and declarator.type != "qualified_identifier":
                declarator = declarator.child_by_field_name("declarator")
            return ".".join(_NAME.findall(self._text_of(declarator).partition("(")[0])[:-1])
        return ""

    def _is_function(self, node: Node, outer: Node) -> bool:
        value = _value(node)
        if value is None or value.type not in _FUNCTIONS:
            return False
        left = node.child_by_field_name("left")
        if left is None:
            return True
        # `module.exports = function` has no name but that of its file.
        named = left.type in ("member_expression", "identifier") and _EXPORTED.fullmatch(self._text_of(left))
        return bool(named) and self._at_top(outer.parent if outer.parent is not None else outer)

    def _text_of(self, node: Node | None) -> str:
        return self._text(node.start_byte, node.end_byte) if node is not None else ""

    def _outer(self, node: Node) -> Node:
        """The node with its decorators, `export` and the like; not when that holds other definitions too."""
        while (parent := node.parent) is not None and parent.type in self._wrappers:
            if sum(child.type == node.type for child in parent.named_children) > 1:
                break
            node = parent
        return node

    def _at_top(self, outer: Node) -> bool:
        parent = outer.parent
        while parent is not None and parent.type in self._wrappers:
            parent = parent.parent
        if outer.type in _MEMBERS:
            return parent is None or parent.type in _BODIES
        return parent is None or parent.parent is None

    def _with_comments(self, outer: Node) -> tuple[int, bool]:
        """Where the comments right above a node start, in bytes, and whether there are any."""
        start, row = outer.start_byte, outer.start_point[0] - 1
        found = False
        while (comment := self._comments.get(row)) is not None:
            before = self._data[self._data.rfind(b"\n", 0, comment.start_byte) + 1 : comment.start_byte]
            if before.strip() or self._data[comment.end_byte : start].strip():
                break
            start, row = comment.start_byte, comment.start_point[0] - 1
            found = True
        return start, found

    def _docstring(self, body: Node) -> str:
        first = body.named_child(0) if body.named_child_count else None
        if first is not None and first.type == "expression_statement" and first.named_child_count:
            first = first.named_child(0)
        if first is None or first.type != "string":
            return ""
        return _QUOTES.sub("", self._text(first.start_byte, first.end_byte)).strip()

    def _text(self, start: int, end: int) -> str:
        return self._data[start:end].decode(errors="replace")


def _body(node: Node) -> Node | None:
    body = node.child_by_field_name("body")
    if body is None:
        body = next((child for child in node.named_children if child.type.endswith("_body")), None)
    if body is None and (value := _value(node)) is not None:
        body = value.child_by_field_name("body")
    return body


def _value(node: Node) -> Node | None:
    """The value that a definition gives its name, in `f = () => 1`."""
    return node.child_by_field_name("value") or (node.child_by_field_name("right") if node.type in VALUES else None)
