"""Expressions of Python in the form of `program`."""

from __future__ import annotations

from collections.abc import Callable

from reread.analyzers.dataflow.ir.nodes import (
    Argument,
    Assigned,
    Call,
    Choice,
    Closure,
    Collection,
    Entry,
    Evaluate,
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
    Text,
    Yield,
)
from reread.analyzers.syntax import Node

_DEEPEST = 120
_LONGEST_CHAIN = 40


class Expressions:
    """Lowers expressions of one function, whose places count from `base`."""

    def __init__(self, data: bytes, base: int) -> None:
        self.data = data
        self.base = base
        self.depth = 0
        self.lambdas: dict[int, str] = {}

    def of(self, node: Node | None) -> Expression:
        """The expression that a node is; something without parts where there is none or it is too deep."""
        if node is None:
            return Parts(0, 0, ())
        if self.depth > _DEEPEST:
            return Parts(node.start_byte - self.base, node.end_byte - self.base, ())
        self.depth += 1
        try:
            lower = _LOWER.get(node.type)
            return self.parts(node) if lower is None else lower(self, node)
        finally:
            self.depth -= 1

    def text(self, node: Node) -> str:
        return self.data[node.start_byte : node.end_byte].decode(errors="replace")

    def place(self, node: Node) -> tuple[int, int]:
        return node.start_byte - self.base, node.end_byte - self.base

    def all_of(self, nodes: list[Node]) -> tuple[Expression, ...]:
        return tuple(self.of(node) for node in nodes if not node.is_extra)

    def parts(self, node: Node) -> Expression:
        return Parts(*self.place(node), self.all_of(node.named_children))

    def name(self, node: Node) -> Expression:
        return Name(*self.place(node), self.text(node))

    def member(self, node: Node) -> Expression:
        name = node.child_by_field_name("attribute")
        return Member(
            *self.place(node), self.of(node.child_by_field_name("object")), "" if name is None else self.text(name)
        )

    def index(self, node: Node) -> Expression:
        keys = node.children_by_field_name("subscript")
        key = self.of(keys[0]) if len(keys) == 1 else Parts(*self.place(node), self.all_of(keys))
        return Index(*self.place(node), self.of(node.child_by_field_name("value")), key)

    def inner(self, node: Node) -> Expression:
        """What stands in brackets."""
        inner = [child for child in node.named_children if not child.is_extra]
        return self.of(inner[0]) if len(inner) == 1 else self.parts(node)

    def call(self, node: Node) -> Expression:
        arguments = node.child_by_field_name("arguments")
        found: list[Argument] = []
        if arguments is not None and arguments.type == "generator_expression":
            found.append(Argument(*self.place(arguments), self.of(arguments)))
        elif arguments is not None:
            found = [self.argument(child) for child in arguments.named_children if not child.is_extra]
        return Call(*self.place(node), self.of(node.child_by_field_name("function")), tuple(found))

    def argument(self, node: Node) -> Argument:
        place = self.place(node)
        if node.type == "keyword_argument":
            name = node.child_by_field_name("name")
            return Argument(*place, self.of(node.child_by_field_name("value")), "" if name is None else self.text(name))
        if node.type in ("list_splat", "dictionary_splat"):
            return Argument(*place, self.inner(node), spread=True)
        return Argument(*place, self.of(node))

    def string(self, node: Node) -> Expression:
        place = self.place(node)
        pieces = [child for child in node.named_children if child.type in ("string_content", "interpolation")]
        if not any(piece.type == "interpolation" for piece in pieces):
            return Literal(*place, "".join(self.text(piece) for piece in pieces))
        parts: list[Expression] = []
        for piece in pieces:
            if piece.type == "string_content":
                parts.append(Literal(*self.place(piece), self.text(piece)))
                continue
            parts.append(self.of(piece.child_by_field_name("expression")))
            for child in piece.named_children:
                if child.type == "format_specifier":
                    parts += (
                        self.of(inner.child_by_field_name("expression"))
                        for inner in child.named_children
                        if inner.type == "format_expression"
                    )
        return Text(*place, tuple(parts))

    def strings(self, node: Node) -> Expression:
        parts = self.all_of(node.named_children)
        if all(isinstance(part, Literal) for part in parts):
            return Literal(*self.place(node), "".join(str(part.value) for part in parts if isinstance(part, Literal)))
        return Text(*self.place(node), parts)

    def integer(self, node: Node) -> Expression:
        text = self.text(node).replace("_", "").rstrip("lL")
        try:
            return Literal(*self.place(node), int(text, 0) if len(text) < 1000 else 0)
        except ValueError:
            return Literal(*self.place(node), 0)

    def float(self, node: Node) -> Expression:
        try:
            return Literal(*self.place(node), float(self.text(node)))
        except ValueError:
            return Literal(*self.place(node), 0.0)

    def constant(self, node: Node) -> Expression:
        return Literal(*self.place(node), {"true": True, "false": False}.get(node.type))

    def binary(self, node: Node) -> Expression:
        """An operation with two sides. A long chain of them, `a + b + ...`, has all operands side by side."""
        chain = [node]
        left = node.child_by_field_name("left")
        while left is not None and left.type == node.type:
            chain.append(left)
            left = left.child_by_field_name("left")
        result = self.of(left)
        if len(chain) > _LONGEST_CHAIN:
            rest = (self.of(each.child_by_field_name("right")) for each in reversed(chain))
            return Operation(*self.place(node), self.operator(node), (result, *rest))
        for each in reversed(chain):
            right = self.of(each.child_by_field_name("right"))
            result = Operation(*self.place(each), self.operator(each), (result, right))
        return result

    def operator(self, node: Node) -> str:
        operator = node.child_by_field_name("operator")
        return "" if operator is None else self.text(operator)

    def comparison(self, node: Node) -> Expression:
        operators = [self.text(child) for child in node.children_by_field_name("operators")]
        operands = self.all_of(node.named_children)
        return Operation(*self.place(node), " ".join(" ".join(operators).split()), operands)

    def unary(self, node: Node) -> Expression:
        operator = "not" if node.type == "not_operator" else self.operator(node)
        return Operation(*self.place(node), operator, (self.of(node.child_by_field_name("argument")),))

    def choice(self, node: Node) -> Expression:
        parts = self.all_of(node.named_children)
        if len(parts) != 3:
            return Parts(*self.place(node), parts)
        return Choice(*self.place(node), parts[1], parts[0], parts[2])

    def collection(self, node: Node) -> Expression:
        return Collection(
            *self.place(node), tuple(self.entry(child) for child in node.named_children if not child.is_extra)
        )

    def entry(self, node: Node) -> Entry:
        place = self.place(node)
        if node.type == "pair":
            return Entry(*place, self.of(node.child_by_field_name("key")), self.of(node.child_by_field_name("value")))
        if node.type in ("list_splat", "dictionary_splat", "list_splat_pattern"):
            return Entry(*place, None, self.inner(node), spread=True)
        return Entry(*place, None, self.of(node))

    def named(self, node: Node) -> Expression:
        target = self.of(node.child_by_field_name("name"))
        return Assigned(*self.place(node), target, self.of(node.child_by_field_name("value")))

    def lambda_(self, node: Node) -> Expression:
        place = self.place(node)
        if node.start_byte in self.lambdas:
            # It has a site of its own.
            return Name(*place, self.lambdas[node.start_byte])
        return Closure(*place, self.lambda_function(node))

    def lambda_function(self, node: Node) -> Function:
        place = self.place(node)
        body = node.child_by_field_name("body")
        value = self.of(body)
        parameters = self.parameters(node.child_by_field_name("parameters"))
        leave = Leave(value.start, value.end, "return", value)
        return Function(*place, "", parameters, (leave,))

    def parameters(self, node: Node | None) -> tuple[Parameter, ...]:
        if node is None:
            return ()
        found = (self.parameter(child) for child in node.named_children if not child.is_extra)
        return tuple(parameter for parameter in found if parameter is not None)

    def parameter(self, node: Node) -> Parameter | None:
        type_node, value = node.child_by_field_name("type"), node.child_by_field_name("value")
        name = node if node.type == "identifier" else node.child_by_field_name("name")
        spread = False
        if name is None and node.named_child_count:
            name = node.named_child(0)
        keyed = node.type == "dictionary_splat_pattern"
        while name is not None and name.type in ("list_splat_pattern", "dictionary_splat_pattern"):
            spread, keyed = True, name.type == "dictionary_splat_pattern"
            name = name.named_child(0)
        if node.type in ("list_splat_pattern", "dictionary_splat_pattern"):
            spread = True
        if name is None or name.type != "identifier":
            return None
        return Parameter(
            *self.place(node),
            self.text(name),
            "" if type_node is None else self.text(type_node),
            None if value is None else self.of(value),
            spread,
            keyed=keyed,
        )

    def comprehension(self, node: Node) -> Expression:
        """The loops bind their names, the conditions choose, and the value holds the body."""
        place = self.place(node)
        body = node.child_by_field_name("body")
        bindings: list[Expression] = []
        conditions: list[Expression] = []
        for child in node.named_children:
            if child.type == "for_in_clause":
                iterable = self.of(child.child_by_field_name("right"))
                each = Sequence(iterable.start, iterable.end, ())
                element = Index(iterable.start, iterable.end, iterable, each)
                target = self.of(child.child_by_field_name("left"))
                bindings.append(Assigned(*self.place(child), target, element))
            elif child.type == "if_clause":
                conditions += self.all_of(child.named_children)
        entry = Entry(*place, None, Parts(*place, ())) if body is None else self.entry(body)
        value = entry.value
        nothing = Literal(place[1], place[1], None)
        key = entry.key
        for condition in reversed(conditions):
            value = Choice(entry.start, entry.end, condition, value, nothing)
            key = None if key is None else Choice(key.start, key.end, condition, key, nothing)
        return Sequence(*place, (*bindings, Collection(*place, (entry._replace(value=value, key=key),))))

    def yielded(self, node: Node) -> Expression:
        """`yield from` hands on what another generator gives."""
        value = self.parts(node)
        if any(child.type == "from" for child in node.children):
            value = Parts(*self.place(node), (value,))
        return Yield(*self.place(node), value)

    def nothing(self, node: Node) -> Expression:
        return Parts(*self.place(node), ())

    def effect(self, node: Node) -> Evaluate:
        return Evaluate(*self.place(node), self.of(node))


_LOWER: dict[str, Callable[[Expressions, Node], Expression]] = {
    "identifier": Expressions.name,
    "attribute": Expressions.member,
    "subscript": Expressions.index,
    "call": Expressions.call,
    "string": Expressions.string,
    "concatenated_string": Expressions.strings,
    "integer": Expressions.integer,
    "float": Expressions.float,
    "true": Expressions.constant,
    "false": Expressions.constant,
    "none": Expressions.constant,
    "binary_operator": Expressions.binary,
    "boolean_operator": Expressions.binary,
    "comparison_operator": Expressions.comparison,
    "unary_operator": Expressions.unary,
    "not_operator": Expressions.unary,
    "conditional_expression": Expressions.choice,
    "named_expression": Expressions.named,
    "lambda": Expressions.lambda_,
    "parenthesized_expression": Expressions.inner,
    "list_comprehension": Expressions.comprehension,
    "set_comprehension": Expressions.comprehension,
    "dictionary_comprehension": Expressions.comprehension,
    "generator_expression": Expressions.comprehension,
    "as_pattern_target": Expressions.inner,
    "yield": Expressions.yielded,
    "list_splat": Expressions.inner,
    "list_splat_pattern": Expressions.inner,
    "dictionary_splat": Expressions.inner,
    "type": Expressions.nothing,
    "ellipsis": Expressions.nothing,
    **dict.fromkeys(
        ("list", "tuple", "set", "dictionary", "expression_list", "pattern_list", "tuple_pattern", "list_pattern"),
        Expressions.collection,
    ),
}
