"""Expressions of JavaScript and TypeScript, and what is assigned to."""

from __future__ import annotations

from reread.analyzers.constants.literals import unescaped
from reread.analyzers.dataflow.ir.common import MOST_LEVELS, Lowering, literal, names_of, number_literal
from reread.analyzers.dataflow.ir.nodes import (
    Argument,
    Assign,
    Assigned,
    Call,
    Choice,
    Closure,
    Collection,
    Entry,
    Expression,
    Function,
    If,
    Index,
    Literal,
    Member,
    Name,
    Operation,
    Parts,
    Sequence,
    Statement,
    Text,
    Yield,
)
from reread.analyzers.dataflow.languages.javascript.function_sites import FUNCTIONS
from reread.analyzers.syntax import Node

PATTERNS = frozenset({"object_pattern", "array_pattern"})


class Expressions(Lowering):
    """The part of the lowering that makes expressions."""

    __slots__ = ()
    transparent = frozenset({"parenthesized_expression", "expression_statement", "else_clause"})
    names = frozenset({"identifier", "shorthand_property_identifier"})

    def head(self, node: Node) -> Node | None:
        """As everywhere; the parser takes `await f<T>(x)` for `(await f)<T>(x)`, and f is what is called."""
        first = super().head(node)
        if first is not None and first.type == "await_expression":
            following = first.next_named_sibling
            if following is not None and following.type == "type_arguments":
                return first.named_child(0)
        return first

    def function(self, node: Node, name: str, owner: str = "", decorators: tuple[str, ...] = ()) -> Function:
        """A function or method."""
        raise NotImplementedError

    def _type(self, node: Node | None) -> str:
        return "" if node is None else self.text(node).removeprefix(":").strip()

    def _closure(self, node: Node, name: str = "") -> Expression:
        start, end = self.place(node)
        return Closure(start, end, self.function(node, name or self._name_of(node)))

    def _name_of(self, node: Node) -> str:
        name = node.child_by_field_name("name")
        return "" if name is None else self.text(name)

    def _string(self, node: Node) -> Expression:
        start, end = node.start_byte, node.end_byte
        text = self.data[start + 1 : max(start + 1, end - 1)].decode(errors="replace")
        return Literal(start - self.offset, end - self.offset, unescaped(text))

    def _template(self, node: Node) -> Expression:
        start, end = self.place(node)
        parts: list[Expression] = []
        first = last = -1
        for child in node.named_children:
            if child.type == "template_substitution":
                if first >= 0:
                    parts.append(self._piece(first, last))
                    first = -1
                parts += self.many(self.named(child))
            else:
                first = child.start_byte if first < 0 else first
                last = child.end_byte
        if first >= 0:
            parts.append(self._piece(first, last))
        if not parts:
            return Literal(start, end, "")
        if len(parts) == 1 and isinstance(parts[0], Literal):
            return Literal(start, end, parts[0].value)
        return Text(start, end, tuple(parts))

    def _piece(self, start: int, end: int) -> Expression:
        return Literal(start - self.offset, end - self.offset, unescaped(self.data[start:end].decode()))

    def _binary(self, node: Node, left: Expression) -> Expression:
        children = node.children
        if len(children) != 3:
            right = node.child_by_field_name("right")
            operator = self.operator(node)
        else:
            right, operator = children[2], children[1].type
        start, end = self.place(node)
        return Operation(start, end, operator, (left, self.expression(right)))

    def _unary(self, node: Node) -> Expression:
        start, end = self.place(node)
        return Operation(start, end, self.operator(node), (self.expression(node.child_by_field_name("argument")),))

    def _member(self, node: Node, object: Expression) -> Expression:
        name = node.child_by_field_name("property")
        start, end = self.place(node)
        return Member(start, end, object, "" if name is None else self.text(name))

    def _index(self, node: Node, object: Expression) -> Expression:
        start, end = self.place(node)
        return Index(start, end, object, self.expression(node.child_by_field_name("index")))

    def _call(self, node: Node, callee: Expression) -> Expression:
        start, end = self.place(node)
        arguments = self._arguments(node.child_by_field_name("arguments"))
        undone = self._undone(callee, arguments)
        return Call(start, end, callee, arguments) if undone is None else Parts(start, end, (undone,))

    def _undone(self, callee: Expression, arguments: tuple[Argument, ...]) -> Expression | None:
        """What an encoding was made of that is undone at once: `x` for `decodeURIComponent(encodeURIComponent(x))`."""
        encoder = _UNDOES.get(callee.name) if isinstance(callee, (Name, Member)) else None
        inner = arguments[0].value if encoder and arguments else None
        if not isinstance(inner, Call) or not isinstance(inner.callee, (Name, Member)) or not inner.arguments:
            return None
        return inner.arguments[0].value if inner.callee.name == encoder else None

    def _new(self, node: Node) -> Expression:
        start, end = self.place(node)
        callee = self.expression(node.child_by_field_name("constructor"))
        return Call(start, end, callee, self._arguments(node.child_by_field_name("arguments")), True)

    def _arguments(self, node: Node | None) -> tuple[Argument, ...]:
        if node is None:
            return ()
        if node.type == "template_string":
            value = self._template(node)
            return (Argument(value.start, value.end, value),)
        result: list[Argument] = []
        for child in self.named(node):
            if child.type == "spread_element":
                start, end = self.place(child)
                result.append(Argument(start, end, self._inner(child), "", True))
            else:
                value = self.expression(child)
                result.append(Argument(value.start, value.end, value))
        return tuple(result)

    def _inner(self, node: Node) -> Expression:
        """The one expression inside of `...x`, `{x}` and the like."""
        inner = self.named(node)
        return self.expression(inner[0]) if inner else self.nothing(node)

    def _first(self, node: Node, value: Expression) -> Expression:
        """`x!`, `x as T`, `x satisfies T`."""
        start, end = self.place(node)
        return Parts(start, end, (value,))

    def _cast(self, node: Node) -> Expression:
        start, end = self.place(node)
        return Parts(start, end, self.many(self.named(node)[-1:]))

    def _choice(self, node: Node) -> Expression:
        start, end = self.place(node)
        condition, then, other = (
            self.expression(node.child_by_field_name(field)) for field in ("condition", "consequence", "alternative")
        )
        return Choice(start, end, condition, then, other)

    def _assigned(self, node: Node) -> Expression:
        start, end = self.place(node)
        target, value, operator = self._assignment(node, [])
        return Assigned(start, end, target, value, operator)

    def _assignment(self, node: Node, after: list[Statement]) -> tuple[Expression, Expression, str]:
        """The target, value and operator of an assignment or of `i++`."""
        operator = node.child_by_field_name("operator")
        if node.type == "update_expression":
            target = self.expression(node.child_by_field_name("argument"))
            names_of(target, self.assigned)
            one = Literal(target.end, target.end, 1)
            return target, one, "-=" if operator is not None and operator.type == "--" else "+="
        left = node.child_by_field_name("left")
        value = self.expression(node.child_by_field_name("right"))
        target = self.nothing(node) if left is None else self._target(left, after)
        names_of(target, self.assigned)
        return target, value, "" if operator is None or operator.type == "=" else operator.type

    def _object(self, node: Node) -> Expression:
        start, end = self.place(node)
        return Collection(start, end, tuple([self._entry(child) for child in self.named(node)]))

    def _entry(self, node: Node) -> Entry:
        """One property of an object."""
        start, end = self.place(node)
        kind = node.type
        if kind == "pair":
            value = self.expression(node.child_by_field_name("value"))
            return Entry(start, end, self._key(node.child_by_field_name("key")), value)
        if kind == "spread_element":
            return Entry(start, end, None, self._inner(node), True)
        if kind == "method_definition":
            name = node.child_by_field_name("name")
            return Entry(start, end, self._key(name), self._closure(node))
        key = literal(self, node, self.text(node)) if kind == "shorthand_property_identifier" else None
        return Entry(start, end, key, self.expression(node))

    def _key(self, node: Node | None) -> Expression | None:
        if node is None:
            return None
        if node.type == "computed_property_name":
            return self._inner(node)
        if node.type in ("property_identifier", "private_property_identifier"):
            return literal(self, node, self.text(node))
        return self.expression(node)

    def _array(self, node: Node) -> Expression:
        start, end = self.place(node)
        entries: list[Entry] = []
        for child, hole in self._elements(node):
            at = self.place(child)
            if hole:
                entries.append(Entry(at[0], at[0], None, Literal(at[0], at[0], None)))
            elif child.type == "spread_element":
                entries.append(Entry(*at, None, self._inner(child), True))
            else:
                entries.append(Entry(*at, None, self.expression(child)))
        return Collection(start, end, tuple(entries))

    def _elements(self, node: Node) -> list[tuple[Node, bool]]:
        """The elements of an array; for one that is left out, the comma after it and True."""
        result: list[tuple[Node, bool]] = []
        empty = True
        for child in node.children:
            if child.type == ",":
                if empty:
                    result.append((child, True))
                empty = True
            elif child.is_named and not child.is_extra:
                result.append((child, False))
                empty = False
        return result

    def _yield(self, node: Node) -> Expression:
        start, end = self.place(node)
        inner = self.named(node)
        return Yield(start, end, self.expression(inner[0]) if inner else self.nothing(node))

    def _sequence(self, node: Node) -> Expression:
        start, end = self.place(node)
        return Sequence(start, end, self.many(self.named(node)))

    def _element(self, node: Node) -> Expression:
        """A JSX element: the values of its attributes, and its children."""
        start, end = self.place(node)
        parts: list[Expression] = []
        for child in node.named_children:
            kind = child.type
            if kind == "jsx_opening_element":
                opening = self._element(child)
                assert isinstance(opening, Parts)
                parts += opening.parts
            elif kind == "jsx_attribute":
                parts += self.many(self.named(child)[1:])
            elif kind == "jsx_expression":
                parts += self.many(self.named(child))
            elif kind in _ELEMENTS:
                parts.append(self.expression(child))
        return Parts(start, end, tuple(parts))

    def _braces(self, node: Node) -> Expression:
        inner = self.named(node)
        return self.expression(inner[0]) if len(inner) == 1 else self.nothing(node)

    def _target(self, node: Node, after: list[Statement]) -> Expression:
        """What is assigned to; the assignments of defaults are appended to `after`."""
        kind = node.type
        if kind in ("assignment_pattern", "object_assignment_pattern"):
            left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
            if left is None or right is None:
                return self.nothing(node)
            target = self._target(left, after)
            self._default(node, target, right, after)
            return target
        if kind not in PATTERNS or self.depth >= MOST_LEVELS:
            return self.expression(node)
        start, end = self.place(node)
        self.depth += 1
        entries = tuple([self._target_entry(child, hole, after) for child, hole in self._elements(node)])
        self.depth -= 1
        return Collection(start, end, entries)

    def _target_entry(self, node: Node, hole: bool, after: list[Statement]) -> Entry:
        start, end = self.place(node)
        if hole:
            return Entry(start, start, None, Literal(start, start, None))
        kind = node.type
        if kind == "pair_pattern":
            value = node.child_by_field_name("value")
            target = self.nothing(node) if value is None else self._target(value, after)
            return Entry(start, end, self._key(node.child_by_field_name("key")), target)
        if kind == "rest_pattern":
            inner = self.named(node)
            return Entry(start, end, None, self._target(inner[0], after) if inner else self.nothing(node), True)
        target = self._target(node, after)
        named = node.child_by_field_name("left") if kind == "object_assignment_pattern" else node
        key = None
        if named is not None and named.type == "shorthand_property_identifier_pattern":
            key = literal(self, named, self.text(named))
        return Entry(start, end, key, target)

    def _default(self, node: Node, target: Expression, value: Node, after: list[Statement]) -> None:
        """A default of a destructured value: assigned when nothing was there."""
        start, end = self.place(node)
        missing = Operation(start, end, "==", (target, Literal(end, end, None)))
        after.append(If(start, end, missing, (Assign(start, end, target, self.expression(value)),), ()))


_UNDOES = {
    "decodeURIComponent": "encodeURIComponent",
    "decodeURI": "encodeURI",
    "unescape": "escape",
    "decode": "encode",
    "decodeHTML": "encodeHTML",
    "atob": "btoa",
}
_ELEMENTS = frozenset({"jsx_element", "jsx_self_closing_element", "jsx_fragment"})

_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "undefined": None}


def _constant(lowering: Expressions, node: Node) -> Expression:
    return literal(lowering, node, _CONSTANTS[node.type])


Expressions.leaves = {
    **dict.fromkeys(
        ("identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern", "this", "super"),
        Expressions.name,
    ),
    **dict.fromkeys(("import", "meta_property"), Expressions.name),
    **dict.fromkeys(("true", "false", "null", "undefined"), _constant),
    "string": Expressions._string,
    "number": number_literal,
    "regex": lambda lowering, node: literal(lowering, node, lowering.text(node)),
}

Expressions.links = {
    "binary_expression": Expressions._binary,
    "member_expression": Expressions._member,
    "subscript_expression": Expressions._index,
    "call_expression": Expressions._call,
    **dict.fromkeys(("non_null_expression", "as_expression", "satisfies_expression"), Expressions._first),
}

Expressions.expressions = {
    **dict.fromkeys(FUNCTIONS, Expressions._closure),
    **dict.fromkeys(_ELEMENTS, Expressions._element),
    **dict.fromkeys(
        ("assignment_expression", "augmented_assignment_expression", "update_expression"), Expressions._assigned
    ),
    **dict.fromkeys(PATTERNS, lambda lowering, node: lowering._target(node, [])),
    "array": Expressions._array,
    "jsx_expression": Expressions._braces,
    "new_expression": Expressions._new,
    "object": Expressions._object,
    "sequence_expression": Expressions._sequence,
    "spread_element": Expressions._inner,
    "template_string": Expressions._template,
    "ternary_expression": Expressions._choice,
    "type_assertion": Expressions._cast,
    "unary_expression": Expressions._unary,
    "yield_expression": Expressions._yield,
}
