"""Expressions of Java."""

from __future__ import annotations

from reread.analyzers.constants.literals import unescaped
from reread.analyzers.dataflow.ir.common import Lowering, literal, names_of, number_literal
from reread.analyzers.dataflow.ir.nodes import (
    Argument,
    Assigned,
    Call,
    Choice,
    Closure,
    Collection,
    Entry,
    Expression,
    Function,
    Index,
    Leave,
    Literal,
    Member,
    Name,
    Operation,
    Parameter,
    Parts,
    Sequence,
    Statement,
    handed_over,
)
from reread.analyzers.syntax import Node

_TYPES = (
    *("array_type", "boolean_type", "class_literal", "floating_point_type", "generic_type", "integral_type"),
    *("scoped_type_identifier", "type_arguments", "type_identifier", "void_type", "annotation", "marker_annotation"),
)
_MOST_GIVEN = 2
"""Arguments of a method that is passed on by its name."""

METHODS = frozenset({"method_declaration", "constructor_declaration", "compact_constructor_declaration"})


class Expressions(Lowering):
    """The part of the lowering that makes expressions."""

    __slots__ = ()
    transparent = frozenset({"parenthesized_expression", "expression_statement"})

    def function(self, node: Node, name: str, owner: str = "") -> Function:
        """A method, constructor or lambda."""
        raise NotImplementedError

    def fields(self, body: Node) -> tuple[Statement, ...]:
        """What the fields and initialisers of a class do."""
        raise NotImplementedError

    def _closure(self, node: Node) -> Expression:
        start, end = self.place(node)
        return Closure(start, end, self.function(node, ""))

    def head(self, node: Node) -> Node | None:
        """The object of a call, if it has one."""
        return node.child_by_field_name("object") if node.type == "method_invocation" else super().head(node)

    # Literals

    def _string(self, node: Node) -> Expression:
        text = self.text(node)
        if text.startswith('"""'):
            return literal(self, node, unescaped(_block_text(text)))
        return literal(self, node, unescaped(text[1:-1] if len(text) > 1 else ""))

    # Chains

    def _binary(self, node: Node, left: Expression) -> Expression:
        children = node.children
        if len(children) != 3:
            right, operator = node.child_by_field_name("right"), self.operator(node)
        else:
            right, operator = children[2], children[1].type
        start, end = self.place(node)
        return Operation(start, end, operator, (left, self.expression(right)))

    def _member(self, node: Node, object: Expression) -> Expression:
        """`a.b`; `A.this` is this."""
        start, end = self.place(node)
        field = node.child_by_field_name("field")
        name = "" if field is None else self.text(field)
        return Name(start, end, name) if name in ("this", "super") else Member(start, end, object, name)

    def _index(self, node: Node, object: Expression) -> Expression:
        start, end = self.place(node)
        return Index(start, end, object, self.expression(node.child_by_field_name("index")))

    def _call(self, node: Node, object: Expression) -> Expression:
        start, end = self.place(node)
        name = node.child_by_field_name("name")
        callee = self.nothing(node) if name is None else self.name(name)
        if isinstance(callee, Name) and node.child_by_field_name("object") is not None:
            callee = Member(start, callee.end, object, callee.name)
        return Call(start, end, callee, self.arguments(node))

    def arguments(self, node: Node) -> tuple[Argument, ...]:
        """The arguments of a call, of the construction of an object or of an enum's constant."""
        listed = node.child_by_field_name("arguments")
        values = () if listed is None else self.many(self.named(listed))
        return tuple([Argument(value.start, value.end, value) for value in values])

    # Other expressions

    def _new(self, node: Node) -> Expression:
        """The construction of an object; with a body, the methods of its anonymous class are visible beside it."""
        start, end = self.place(node)
        typed = node.child_by_field_name("type")
        callee = self.nothing(node) if typed is None else Name(*self.place(typed), self.type(typed))
        call = Call(start, end, callee, self.arguments(node), True)
        body = next((child for child in self.named(node) if child.type == "class_body"), None)
        if body is None:
            return call
        parts: list[Expression] = [call]
        for method in self.named(body):
            if method.type in METHODS:
                place = self.place(method)
                parts.append(Closure(*place, self.function(method, self.text_of(method, "name"))))
        fields = self.fields(body)
        if fields:
            place = self.place(body)
            parts.append(Closure(*place, Function(*place, "", (), fields)))
        return Parts(start, end, tuple(parts))

    def text_of(self, node: Node, field: str) -> str:
        """The text of a field of a node, or ""."""
        found = node.child_by_field_name(field)
        return "" if found is None else self.text(found)

    def type(self, node: Node | None) -> str:
        """A type as it is written, without its arguments."""
        if node is None:
            return ""
        if node.type == "generic_type":
            node = node.named_children[0]
        return "".join(self.text(node).split())

    def _array(self, node: Node) -> Expression:
        start, end = self.place(node)
        value = node.child_by_field_name("value")
        if value is not None:
            return self._elements(value)._replace(start=start, end=end)
        sizes = [child for child in self.named(node) if child.type == "dimensions_expr"]
        return Parts(start, end, self.many([inner for size in sizes for inner in self.named(size)]))

    def _elements(self, node: Node) -> Collection:
        start, end = self.place(node)
        values = self.many(self.named(node))
        return Collection(start, end, tuple([Entry(value.start, value.end, None, value) for value in values]))

    def _unary(self, node: Node) -> Expression:
        start, end = self.place(node)
        operand = self.expression(node.child_by_field_name("operand"))
        return Operation(start, end, self.operator(node), (operand,))

    def _choice(self, node: Node) -> Expression:
        start, end = self.place(node)
        condition, then, other = (
            self.expression(node.child_by_field_name(field)) for field in ("condition", "consequence", "alternative")
        )
        return Choice(start, end, condition, then, other)

    def _cast(self, node: Node) -> Expression:
        start, end = self.place(node)
        return Parts(start, end, (self.expression(node.child_by_field_name("value")),))

    def _reference(self, node: Node) -> Expression:
        """`A::b` is a function that calls the method with what it is given."""
        start, end = self.place(node)
        inner = self.named(node)
        last = node.children[-1]
        object = self.expression(inner[0]) if inner else self.nothing(node)
        if inner and inner[0].type in _TYPES:
            object = Name(*self.place(inner[0]), self.type(inner[0]))
        names = [handed_over(start, end, number) for number in range(_MOST_GIVEN)]
        arguments = tuple([Argument(start, end, name) for name in names])
        is_new = self.text(last) == "new"
        call = Call(start, end, object if is_new else Member(start, end, object, self.text(last)), arguments, is_new)
        parameters = tuple([Parameter(start, start, name.name) for name in names])
        return Closure(start, end, Function(start, end, "", parameters, (Leave(start, end, "return", call),)))

    def _assigned(self, node: Node) -> Expression:
        start, end = self.place(node)
        return Assigned(start, end, *self.assignment(node))

    def assignment(self, node: Node) -> tuple[Expression, Expression, str]:
        """The target, value and operator of an assignment or of `i++`."""
        if node.type == "update_expression":
            target = self.expression(next(iter(self.named(node)), None))
            names_of(target, self.assigned)
            downwards = any(child.type == "--" for child in node.children)
            return target, Literal(target.end, target.end, 1), "-=" if downwards else "+="
        target = self.expression(node.child_by_field_name("left"))
        names_of(target, self.assigned)
        operator = self.operator(node)
        return target, self.expression(node.child_by_field_name("right")), "" if operator == "=" else operator

    # Patterns

    def _instance(self, node: Node) -> Expression:
        """`x instanceof T y` also assigns y."""
        left = self.expression(node.child_by_field_name("left"))
        start, end = self.place(node)
        pattern = node.child_by_field_name("pattern")
        if pattern is not None:
            return self.matched(pattern, left, start, end)
        typed = node.child_by_field_name("right")
        wanted = self.nothing(node) if typed is None else Name(*self.place(typed), self.type(typed))
        name = node.child_by_field_name("name")
        found = Operation(start, end, "instanceof", (left, wanted))
        return found if name is None else self._bound(start, end, (self.name(name),), left, found)

    def matched(self, pattern: Node, subject: Expression, start: int, end: int) -> Expression:
        """The test of a pattern, with the assignments of its names."""
        while pattern.type == "pattern" and pattern.named_child_count:
            pattern = pattern.named_children[0]
        children = self.named(pattern)
        typed = children[0] if children else pattern
        if pattern.type == "record_pattern":
            wanted = Name(*self.place(typed), self.type(typed))
            test = Operation(start, end, "instanceof", (subject, wanted))
            assigned = self._components(pattern, subject, start, end)
            return Sequence(start, end, (*assigned, test)) if assigned else test
        names: list[Expression] = []
        stack = list(reversed(children[1:]))
        while stack:
            current = stack.pop()
            if current.type == "identifier" and self.text(current) != "_":
                names.append(self.name(current))
            elif current.type not in _TYPES:
                stack += reversed(self.named(current))
        wanted = Name(*self.place(typed), self.type(typed))
        return self._bound(start, end, tuple(names), subject, Operation(start, end, "instanceof", (subject, wanted)))

    def _components(self, pattern: Node, subject: Expression, start: int, end: int) -> list[Expression]:
        """`T(String a, U(var b))`: the names for the components of a record, by their positions in it."""
        body = next((child for child in self.named(pattern) if child.type == "record_pattern_body"), None)
        found: list[Expression] = []
        for at, each in enumerate(self.named(body) if body is not None else ()):
            part = Index(start, end, subject, Literal(start, end, at))
            if each.type == "record_pattern":
                found += self._components(each, part, start, end)
                continue
            last = self.named(each)[-1:]
            if last and last[0].type == "identifier" and self.text(last[0]) != "_":
                name = self.name(last[0])
                names_of(name, self.declared)
                found.append(Assigned(start, end, name, part))
        return found

    def _bound(
        self, start: int, end: int, names: tuple[Expression, ...], subject: Expression, test: Expression
    ) -> Expression:
        if not names:
            return test
        for name in names:
            names_of(name, self.declared)
        assigned = [Assigned(start, end, name, Parts(start, end, (subject,))) for name in names]
        if len(names) == 1:
            assigned = [Assigned(start, end, names[0], subject)]
        return Sequence(start, end, (*assigned, test))


def _block_text(text: str) -> str:
    """The text of a text block, without the indentation that all its lines share."""
    lines = text[3:-3].split("\n")[1:]
    widths = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    if lines and not lines[-1].strip():
        widths.append(len(lines[-1]))
    width = min(widths, default=0)
    return "\n".join(line[width:].rstrip() for line in lines)


_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null_literal": None}


def _constant(lowering: Expressions, node: Node) -> Expression:
    return literal(lowering, node, _CONSTANTS[node.type])


_NUMBERS = (
    *(f"{kind}_integer_literal" for kind in ("decimal", "hex", "octal", "binary")),
    *(f"{kind}_floating_point_literal" for kind in ("decimal", "hex")),
)

Expressions.leaves = {
    **dict.fromkeys(("identifier", "this", "super"), Expressions.name),
    **dict.fromkeys(("true", "false", "null_literal"), _constant),
    **dict.fromkeys(_NUMBERS, number_literal),
    **dict.fromkeys(_TYPES, Expressions.nothing),
    **dict.fromkeys(("string_literal", "character_literal"), Expressions._string),
}

Expressions.links = {
    "binary_expression": Expressions._binary,
    "field_access": Expressions._member,
    "array_access": Expressions._index,
    "method_invocation": Expressions._call,
}

Expressions.expressions = {
    **dict.fromkeys(("assignment_expression", "update_expression"), Expressions._assigned),
    "array_creation_expression": Expressions._array,
    "array_initializer": Expressions._elements,
    "cast_expression": Expressions._cast,
    "instanceof_expression": Expressions._instance,
    "lambda_expression": Expressions._closure,
    "method_reference": Expressions._reference,
    "object_creation_expression": Expressions._new,
    "ternary_expression": Expressions._choice,
    "unary_expression": Expressions._unary,
}
