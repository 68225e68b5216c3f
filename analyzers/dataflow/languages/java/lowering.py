"""Java."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.common import MOST_LEVELS
from reread.analyzers.dataflow.ir.lowering import Site
from reread.analyzers.dataflow.ir.nodes import (
    FIXED,
    Assign,
    Block,
    Call,
    Define,
    Function,
    Leave,
    Member,
    Name,
    Parameter,
    Statement,
)
from reread.analyzers.dataflow.languages.java.lower_expressions import METHODS
from reread.analyzers.dataflow.languages.java.lower_statements import CLASSES, Statements
from reread.analyzers.syntax import Node, SyntaxTree

_BODIES = frozenset({"enum_body_declarations", "ERROR", "enum_constant", "class_body"})
_ANNOTATIONS = frozenset({"annotation", "marker_annotation"})
_FIXING = frozenset({"private", "static", "final"})


def outline(tree: SyntaxTree) -> list[Site]:
    """The fields of all classes, then the methods and constructors in the order of the text."""
    root = tree.root
    result = [Site(0, len(tree.document.data), "", "", root)]
    stack = [(child, "") for child in reversed(root.named_children)]
    while stack:
        node, owner = stack.pop()
        kind = node.type
        if kind in METHODS:
            name = node.child_by_field_name("name")
            result.append(Site(node.start_byte, node.end_byte, tree.text(name) if name else "_", owner, node))
        elif kind in CLASSES:
            name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
            inner = owner if name is None else tree.text(name)
            stack += [(child, inner) for child in reversed(body.named_children)] if body is not None else []
        elif kind in _BODIES:
            stack += [(child, owner) for child in reversed(node.named_children)]
    return result


def lower(tree: SyntaxTree, site: Site) -> Function:
    """The function at a site."""
    lowering = Java(tree.document.data)
    lowering.offset = site.start
    if site.node.type not in METHODS:
        block: list[Statement] = []
        for node in site.node.named_children:
            lowering.top(node, block)
        return Function(site.start, site.end, "", (), tuple(block))
    return lowering.function(site.node, site.name, site.owner)._replace(start=site.start, end=site.end)


class Java(Statements):
    """One document of Java: its classes and methods."""

    __slots__ = ()

    def top(self, node: Node, block: list[Statement]) -> None:
        """The initialisers of a class and of those inside of it; methods have sites of their own."""
        if node.type in CLASSES:
            body = node.child_by_field_name("body")
            name = self.text_of(node, "name")
            block.append(Define(*self.place(node), name, (), () if body is None else self.fields(body)))
        elif node.type not in METHODS and not node.is_extra:
            self.statement(node, block)

    def fields(self, body: Node) -> Block:
        """What the fields, constants and initialisers of a class do, and its inner classes."""
        block: list[Statement] = []
        self.depth += 1
        for member in self.named(body) if self.depth < MOST_LEVELS else ():
            kind = member.type
            if kind in CLASSES:
                self.top(member, block)
            elif kind == "enum_constant":
                self._constant(member, block)
            elif kind == "enum_body_declarations":
                block += self.fields(member)
            elif kind == "static_initializer":
                for inner in self.named(member):
                    self.statement(inner, block)
            elif kind not in METHODS:
                self.statement(member, block)
        self.depth -= 1
        return tuple(block)

    def _constant(self, node: Node, block: list[Statement]) -> None:
        name = node.child_by_field_name("name")
        if name is None:
            return
        start, end = self.place(node)
        target = self.name(name)
        callee = Name(target.start, target.start, "enum")
        block.append(Assign(start, end, target, Call(start, end, callee, self.arguments(node), True)))

    def function(self, node: Node, name: str, owner: str = "") -> Function:
        """A method, constructor or lambda."""
        start, end = self.place(node)
        around, yields = self.scope(), self.yields
        self.yields = False
        self.depth += 1
        parameters = self._parameters(node)
        self.declared.update(parameter.name for parameter in parameters)
        body = node.child_by_field_name("body")
        block: list[Statement] = []
        if body is not None and body.type in ("block", "constructor_body"):
            self.statement(body, block)
        elif body is not None:
            value = self.expression(body)
            block.append(Leave(value.start, value.end, "return", value))
        if node.type == "compact_constructor_declaration":
            block += [self._component(each) for each in parameters]
        self.depth -= 1
        self.yields = yields
        return Function(start, end, name, parameters, tuple(block), owner, self._annotations(node), self.leave(around))

    def _component(self, parameter: Parameter) -> Assign:
        """What the short constructor of a record does last: each component is what its parameter is now."""
        start, end = parameter.start, parameter.end
        target = Member(start, end, Name(start, end, "this"), parameter.name)
        return Assign(start, end, target, Name(start, end, parameter.name))

    def _annotations(self, node: Node) -> tuple[str, ...]:
        modifiers = next((child for child in node.children if child.type == "modifiers"), None)
        if modifiers is None:
            return ()
        found = [self.text(each) for each in modifiers.named_children if each.type in _ANNOTATIONS]
        if node.type == "method_declaration" and any(child.type in _FIXING for child in modifiers.children):
            found.append(FIXED)
        return tuple(found)

    def _parameters(self, node: Node) -> tuple[Parameter, ...]:
        """Parameters; those of a record's short constructor stand at the record."""
        listed = node.child_by_field_name("parameters")
        if node.type == "compact_constructor_declaration":
            record = node.parent.parent if node.parent is not None else None
            listed = None if record is None else record.child_by_field_name("parameters")
            start = node.start_byte - self.offset
            found = [] if listed is None else [self._parameter(each) for each in self.named(listed)]
            return tuple([each._replace(start=start, end=start) for each in found])
        if listed is None:
            return ()
        if listed.type == "identifier":
            return (Parameter(*self.place(listed), self.text(listed)),)
        kinds = ("formal_parameter", "spread_parameter", "identifier")
        return tuple([self._parameter(each) for each in self.named(listed) if each.type in kinds])

    def _parameter(self, node: Node) -> Parameter:
        place = self.place(node)
        if node.type == "identifier":
            return Parameter(*place, self.text(node))
        if node.type == "spread_parameter":
            parts = [child for child in self.named(node) if child.type != "modifiers"]
            declarator = parts[-1].child_by_field_name("name") if parts else None
            name = "_" if declarator is None else self.text(declarator)
            typed = self.text(parts[0]) if parts else ""
            return Parameter(*place, name, typed, None, True, None, self._annotations(node))
        name, typed = self.text_of(node, "name"), self.text_of(node, "type")
        return Parameter(*place, name, typed, None, False, None, self._annotations(node))
