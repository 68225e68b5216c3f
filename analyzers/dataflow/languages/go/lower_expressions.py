"""Expressions of Go."""

from __future__ import annotations

from collections.abc import Sequence

from reread.analyzers.constants.literals import unescaped
from reread.analyzers.dataflow.declarations.structs import container_type, named_type
from reread.analyzers.dataflow.ir.common import Lowering, literal, names_of, number_literal
from reread.analyzers.dataflow.ir.nodes import (
    Argument,
    Assign,
    Call,
    Closure,
    Collection,
    Entry,
    Expression,
    Function,
    Index,
    Literal,
    Member,
    Name,
    Operation,
    Parameter,
    Parts,
    Statement,
    Try,
)
from reread.analyzers.syntax import Node

_TYPES = (
    *("array_type", "channel_type", "function_type", "generic_type", "interface_type", "map_type", "pointer_type"),
    *("qualified_type", "slice_type", "struct_type", "implicit_length_array_type", "negated_type"),
)
_CONTAINERS = frozenset({"map_type", "slice_type", "array_type", "implicit_length_array_type"})
_NUMBERS = frozenset(
    {"byte", "rune", "uintptr", *(f"{kind}{size}" for kind in ("int", "uint") for size in ("", 8, 16, 32, 64))}
)


class Expressions(Lowering):
    """The part of the lowering that makes expressions, and functions without their bodies."""

    __slots__ = ("beside", "gives", "here", "results", "visible")
    transparent = frozenset({"parenthesized_expression", "expression_statement", "expression_list", "literal_element"})

    def __init__(self, data: bytes) -> None:
        """`results` are the names of the results of the function, where it has any, and `gives` their types.

        `beside` are the calls that run beside the function, where it sends something to channels. `visible` are the
        variables of the functions and blocks around by the names that the code has for them; `here` are those of the
        innermost block, with what their names stood for before it.
        """
        super().__init__(data)
        self.results: tuple[str, ...] = ()
        self.gives: tuple[str, ...] = ()
        self.beside: list[Statement] | None = None
        self.visible: dict[str, str] = {}
        self.here: dict[str, str] = {}

    # Variables: one of an inner block that has the name of another one gets a name of its own, which no code can have.

    def variable(self, node: Node) -> Expression:
        found = self.name(node)
        known = self.visible.get(found.name) if isinstance(found, Name) else None
        return found if known is None else Name(found.start, found.end, known)

    def declare(self, name: str, alone: bool = False) -> str:
        """The name of a variable that begins here; `alone` for what a function has for itself, such as parameters."""
        if name == "_" or name in self.here:
            return self.visible.get(name, name)
        before = self.visible.get(name, "")
        self.here[name] = before
        self.visible[name] = f"1{before}" if before and not alone else name
        return self.visible[name]

    def declare_all(self, left: Node) -> None:
        """Declares what stands on the left of `:=`, where it is not from this very block."""
        for each in self.named(left) if left.type == "expression_list" else [left]:
            if each.type == "identifier":
                self.declare(self.text(each))

    def open(self) -> dict[str, str]:
        """Begins a block; gives the names of the one around, for `close`."""
        around, self.here = self.here, {}
        return around

    def close(self, around: dict[str, str]) -> None:
        for name, before in self.here.items():
            if before:
                self.visible[name] = before
            else:
                del self.visible[name]
        self.here = around

    # Functions

    def function(self, node: Node, name: str, owner: str = "") -> Function:
        """A function, method or function literal. Results with names are variables, and so is the receiver."""
        start, end = self.place(node)
        around, results, gives, beside = self.scope(), self.results, self.gives, self.beside
        outside = self.open()
        self.depth += 1
        before: list[Statement] = []
        parameters = self._parameters(node.child_by_field_name("parameters"))
        self.declared.update(self.declare(parameter.name, alone=True) for parameter in parameters)
        self._receiver(node.child_by_field_name("receiver"), before)
        body = node.child_by_field_name("body")
        self.results = self._results(node.child_by_field_name("result"), before, body)
        self.gives = self._gives(node.child_by_field_name("result"))
        if body is not None:
            sends = b"<-" in self.data[body.start_byte : body.end_byte]
            self.beside = [] if sends else None
            statements: list[Statement] = []
            self.body(body, statements)
            if self.beside:
                # What is sent after they began comes to them as well.
                statements = [Try(*self.place(body), tuple(statements), (), tuple(self.beside))]
            before += statements
        self.depth -= 1
        self.close(outside)
        self.results, self.gives, self.beside = results, gives, beside
        return Function(start, end, name, parameters, tuple(before), owner, (), self.leave(around))

    def body(self, node: Node, block: list[Statement]) -> None:
        """The statements of a function, whose variables are of one block with its parameters and results."""
        raise NotImplementedError

    def _parameters(self, node: Node | None) -> tuple[Parameter, ...]:
        """Parameters: `a, b string` are two of them, and one without a name has the name `_`."""
        result: list[Parameter] = []
        for group in [] if node is None else self.named(node):
            typed = self.type(group.child_by_field_name("type"))
            spread = group.type == "variadic_parameter_declaration"
            names = [child for child in group.children_by_field_name("name") if child.is_named]
            if not names:
                result.append(Parameter(*self.place(group), "_", typed, None, spread))
            for name in names:
                place = self.place(group) if len(names) == 1 else self.place(name)
                result.append(Parameter(*place, self.text(name), typed, None, spread))
        return tuple(result)

    def _receiver(self, node: Node | None, block: list[Statement]) -> None:
        for parameter in self._parameters(node):
            self.declared.add(self.declare(parameter.name, alone=True))
            start, end = parameter.start, parameter.end
            target = Name(start, start + len(parameter.name.encode()), parameter.name)
            block.append(Assign(start, end, target, Name(end, end, "this"), "", parameter.type))

    def _results(self, node: Node | None, block: list[Statement], body: Node | None) -> tuple[str, ...]:
        """Results with names, which are zero at first; what is deferred finds there what the function gives back."""
        if node is None or node.type != "parameter_list":
            return ()
        results = [result for result in self._parameters(node) if result.name != "_"]
        for result in results:
            self.declared.add(self.declare(result.name, alone=True))
            target = Name(result.start, result.start + len(result.name.encode()), result.name)
            deferred = body is not None and b"defer func" in self.data[body.start_byte : body.end_byte]
            value = Parts(result.end, result.end, ()) if deferred else self.zero(result.end, result.type)
            block.append(Assign(result.start, result.end, target, value, "", result.type))
        return tuple([result.name for result in results])

    def _gives(self, node: Node | None) -> tuple[str, ...]:
        """The types of the results."""
        if node is None:
            return ()
        if node.type != "parameter_list":
            return (self.text(node),)
        return tuple([result.type for result in self._parameters(node)])

    def type(self, node: Node | None) -> str:
        return "" if node is None else self.text(node)

    def zero(self, place: int, type: str) -> Expression:
        """What a variable of a type holds before anything is assigned to it."""
        return Literal(
            place, place, "" if type == "string" else 0 if type in _NUMBERS else False if type == "bool" else None
        )

    def _closure(self, node: Node) -> Expression:
        start, end = self.place(node)
        return Closure(start, end, self.function(node, ""))

    # Expressions

    def _string(self, node: Node) -> Expression:
        return literal(self, node, unescaped(self._inside(node)))

    def _raw_string(self, node: Node) -> Expression:
        return literal(self, node, self._inside(node).replace("\r", ""))

    def _rune(self, node: Node) -> Expression:
        text = unescaped(self._inside(node))
        return literal(self, node, ord(text)) if len(text) == 1 else self.nothing(node)

    def _inside(self, node: Node) -> str:
        start, end = node.start_byte, node.end_byte
        return self.data[start + 1 : max(start + 1, end - 1)].decode(errors="replace")

    def _binary(self, node: Node, left: Expression) -> Expression:
        children = node.children
        if len(children) != 3:
            right, operator = node.child_by_field_name("right"), self.operator(node)
        else:
            right, operator = children[2], children[1].type
        start, end = self.place(node)
        return Operation(start, end, operator, (left, self.expression(right)))

    def _unary(self, node: Node) -> Expression:
        """`&x`, `*x` and `<-x` give what is in x, or where it is; the others compute something."""
        start, end = self.place(node)
        operator = self.operator(node)
        operand = self.expression(node.child_by_field_name("operand"))
        if operator not in ("&", "*", "<-"):
            return Operation(start, end, operator, (operand,))
        return Parts(start, end, (operand,), operator if operator == "&" else "")

    def _member(self, node: Node, object: Expression) -> Expression:
        start, end = self.place(node)
        return Member(start, end, object, self.type(node.child_by_field_name("field")))

    def _index(self, node: Node, object: Expression) -> Expression:
        start, end = self.place(node)
        return Index(start, end, object, self.expression(node.child_by_field_name("index")))

    def _slice(self, node: Node, object: Expression) -> Expression:
        """`x[low:high]`; without them it is from 0, and to a place that is not known here."""
        start, end = self.place(node)
        low, high, most = (node.child_by_field_name(name) for name in ("start", "end", "capacity"))
        first = Literal(object.end, object.end, 0) if low is None else self.expression(low)
        last = self.many([each for each in (high, most) if each is not None])
        return Index(start, end, object, Parts(object.end, end, (first, *last)))

    def _assertion(self, node: Node, object: Expression) -> Expression:
        start, end = self.place(node)
        return Parts(start, end, (object,), self.type(node.child_by_field_name("type")))

    def _call(self, node: Node, callee: Expression) -> Expression:
        start, end = self.place(node)
        listed = node.child_by_field_name("arguments")
        nodes = [] if listed is None else self.named(listed)
        arguments = self._arguments(nodes)
        if nodes and isinstance(callee, Name) and callee.name == "make" and nodes[0].type in _CONTAINERS:
            typed = literal(self, nodes[0], self.text(nodes[0]))
            arguments = (Argument(typed.start, typed.end, typed), *arguments[1:])
        return Call(start, end, callee, arguments)

    def _arguments(self, nodes: Sequence[Node]) -> tuple[Argument, ...]:
        result: list[Argument] = []
        for child in nodes:
            spread = child.type == "variadic_argument"
            value = self.expression(self.named(child)[0] if spread and child.named_child_count else child)
            place = self.place(child) if spread else (value.start, value.end)
            result.append(Argument(*place, value, "", spread))
        return tuple(result)

    def _conversion(self, node: Node) -> Expression:
        """`[]byte(x)` and `f[T](x)`, which look the same to the grammar: a call."""
        start, end = self.place(node)
        typed, operand = node.child_by_field_name("type"), node.child_by_field_name("operand")
        if typed is not None and typed.type == "generic_type":
            typed = typed.child_by_field_name("type")
        callee = self.nothing(node) if typed is None else self._named_type(typed)
        return Call(start, end, callee, () if operand is None else self._arguments([operand]))

    def _named_type(self, node: Node) -> Expression:
        start, end = self.place(node)
        if node.type == "qualified_type":
            package, name = node.child_by_field_name("package"), node.child_by_field_name("name")
            if package is not None and name is not None:
                return Member(start, end, self.name(package), self.text(name))
        return Name(start, end, self.text(node))

    def _composite(self, node: Node) -> Expression:
        typed, body = node.child_by_field_name("type"), node.child_by_field_name("body")
        fields = typed is None or typed.type not in _CONTAINERS
        made = self._elements(node, body, fields)
        written = self.type(typed)
        return made._replace(type=named_type(written) if fields else container_type(written))

    def _inner_composite(self, node: Node) -> Expression:
        return self._elements(node, node, fields=True)

    def _elements(self, node: Node, body: Node | None, fields: bool) -> Collection:
        start, end = self.place(node)
        entries: list[Entry] = []
        for child in [] if body is None else self.named(body):
            if child.type == "keyed_element":
                key, value = child.child_by_field_name("key"), child.child_by_field_name("value")
                entries.append(Entry(*self.place(child), self._key(key, fields), self.expression(value)))
            else:
                entries.append(Entry(*self.place(child), None, self.expression(child)))
        return Collection(start, end, tuple(entries))

    def _key(self, node: Node | None, fields: bool) -> Expression | None:
        """The key of an element; the name of a field where there are fields."""
        if node is None:
            return None
        node = self.strip(node)
        return literal(self, node, self.text(node)) if fields and node.type == "identifier" else self.expression(node)

    # Targets

    def target(self, node: Node, names: set[str]) -> Expression:
        """What is assigned to. `*p` is something in p: what is behind a pointer belongs to it, and to who gave it."""
        parts = self.named(node) if node.type == "expression_list" else [node]
        targets = [self._target(part) for part in parts]
        if len(targets) == 1:
            names_of(targets[0], names)
            return targets[0]
        entries = tuple([Entry(target.start, target.end, None, target) for target in targets])
        target = Collection(*self.place(node), entries)
        names_of(target, names)
        return target

    def _target(self, node: Node) -> Expression:
        return self.expression(self.strip(node))


_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "nil": None}


def _constant(lowering: Expressions, node: Node) -> Expression:
    return literal(lowering, node, _CONSTANTS[node.type])


Expressions.leaves = {
    "identifier": Expressions.variable,
    **dict.fromkeys(("field_identifier", "package_identifier", "type_identifier"), Expressions.name),
    **dict.fromkeys(("true", "false", "nil"), _constant),
    **dict.fromkeys(("int_literal", "float_literal", "imaginary_literal"), number_literal),
    **dict.fromkeys(_TYPES, Expressions.nothing),
    "interpreted_string_literal": Expressions._string,
    "raw_string_literal": Expressions._raw_string,
    "rune_literal": Expressions._rune,
    "iota": Expressions.nothing,
}

Expressions.links = {
    "binary_expression": Expressions._binary,
    "selector_expression": Expressions._member,
    "index_expression": Expressions._index,
    "slice_expression": Expressions._slice,
    "type_assertion_expression": Expressions._assertion,
    "call_expression": Expressions._call,
}

Expressions.expressions = {
    "unary_expression": Expressions._unary,
    "func_literal": Expressions._closure,
    "composite_literal": Expressions._composite,
    "literal_value": Expressions._inner_composite,
    "type_conversion_expression": Expressions._conversion,
}
