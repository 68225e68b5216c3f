"""Functions of Python in the form of `program`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from reread.analyzers.dataflow.ir.lowering import Site
from reread.analyzers.dataflow.ir.nodes import (
    THROWN,
    Argument,
    Assign,
    Block,
    Call,
    Define,
    Evaluate,
    Expression,
    Function,
    If,
    Index,
    Leave,
    Literal,
    Loop,
    Member,
    Name,
    Parts,
    Statement,
    Try,
)
from reread.analyzers.dataflow.languages.python import function_sites
from reread.analyzers.dataflow.languages.python.click_options import with_options
from reread.analyzers.dataflow.languages.python.function_sites import definition_of
from reread.analyzers.dataflow.languages.python.lower_match import MatchStatements
from reread.analyzers.syntax import Node, SyntaxTree

_NEVER_RETURN = frozenset(
    {"abort", "flask.abort", "bottle.abort", "quart.abort", "sys.exit", "exit", "quit", "os._exit", "os.abort"}
)
_DEEPEST = 60


def outline(tree: SyntaxTree) -> list[Site]:
    """The module's code, then functions and methods in the order of the text."""
    return function_sites.sites(tree)


def lower(tree: SyntaxTree, site: Site) -> Function:
    """The function at a site."""
    data = tree.document.data
    lowering = _Lowering(data, site.start)
    if site.name == "" and site.node.type == "module":
        return Function(site.start, site.end, "", (), lowering.module(site.node))
    if site.node.type == "lambda":
        return lowering.lambda_function(site.node)._replace(start=site.start, end=site.end, name=site.name)
    function = lowering.function(site.node, site.owner)
    return function._replace(start=site.start, end=site.end)


class _Lowering(MatchStatements):
    """Lowers statements. In the code of a module, functions and methods are left out: they have sites of their own."""

    def __init__(self, data: bytes, base: int) -> None:
        super().__init__(data, base)
        self.in_module = self.in_class = False
        self.blocks = 0
        self.shared: list[str] = []

    def module(self, node: Node) -> Block:
        self.in_module = True
        return self.block(node)

    def function(self, node: Node, owner: str) -> Function:
        definition = definition_of(node)
        decorators = tuple(self.text(child) for child in node.named_children if child.type == "decorator")
        name = definition.child_by_field_name("name")
        around, self.shared = self.shared, []
        body = self.block(definition.child_by_field_name("body"))
        function = Function(
            *self.place(node),
            "" if name is None else self.text(name),
            with_options(self.parameters(definition.child_by_field_name("parameters")), decorators),
            body,
            owner,
            decorators,
            tuple(self.shared),
        )
        self.shared = around
        return function

    def block(self, node: Node | None) -> Block:
        """The statements of a block; none of one that is nested too deep."""
        if node is None or self.blocks > _DEEPEST:
            return ()
        self.blocks += 1
        found = tuple(
            statement for child in node.named_children if not child.is_extra for statement in self.statement(child)
        )
        self.blocks -= 1
        return found

    def statement(self, node: Node) -> Iterator[Statement]:
        lower = _STATEMENTS.get(node.type)
        if lower is not None:
            yield from lower(self, node)
        elif node.named_child_count:
            yield from self.evaluated(node)

    def expression(self, node: Node) -> Iterator[Statement]:
        for child in node.named_children:
            if not child.is_extra:
                yield from self.assignments(child)

    def evaluated(self, node: Node) -> Iterator[Statement]:
        """An expression for its effect. Well-known functions never return: `abort(404)`, `sys.exit()`."""
        yield self.effect(node)
        function = node.child_by_field_name("function") if node.type == "call" else None
        if function is not None and self.text(function) in _NEVER_RETURN:
            yield Leave(*self.place(node), "raise")

    def assignments(self, node: Node) -> Iterator[Statement]:
        """`a = b = c` gives one assignment for each target, the innermost first."""
        if node.type == "augmented_assignment":
            target = self.of(node.child_by_field_name("left"))
            value = self.of(node.child_by_field_name("right"))
            yield Assign(*self.place(node), target, value, self.operator(node))
            return
        if node.type != "assignment":
            yield from self.evaluated(node)
            return
        if self.in_module and not self.in_class:
            self.lambdas = {each.start_byte: name for name, each in function_sites.lambdas(node, self.text)}
        chain = [node]
        right = node.child_by_field_name("right")
        while right is not None and right.type == "assignment":
            chain.append(right)
            right = right.child_by_field_name("right")
        declared = node.child_by_field_name("type")
        if right is None:
            return
        value = self.of(right)
        for each in reversed(chain):
            target = self.of(each.child_by_field_name("left"))
            yield Assign(*self.place(each), target, value, type="" if declared is None else self.text(declared))

    def condition(self, node: Node) -> Iterator[Statement]:
        """`elif`s become branches of the `else` before them."""
        branches = [node, *node.children_by_field_name("alternative")]
        other: Block = ()
        for branch in reversed(branches):
            if branch.type == "else_clause":
                other = self.block(branch.child_by_field_name("body"))
            else:
                condition = self.of(branch.child_by_field_name("condition"))
                other = (
                    If(*self.place(branch), condition, self.block(branch.child_by_field_name("consequence")), other),
                )
        yield from other

    def loop(self, node: Node) -> Iterator[Statement]:
        is_for = node.type == "for_statement"
        alternative = node.child_by_field_name("alternative")
        yield Loop(
            *self.place(node),
            None if is_for else self.of(node.child_by_field_name("condition")),
            self.of(node.child_by_field_name("left")) if is_for else None,
            self.of(node.child_by_field_name("right")) if is_for else None,
            self.block(node.child_by_field_name("body")),
            () if alternative is None else self.block(alternative.child_by_field_name("body")),
        )

    def leave(self, node: Node) -> Iterator[Statement]:
        kind = node.type.removesuffix("_statement")
        values = [child for child in node.named_children if not child.is_extra]
        value: Expression | None = self.of(values[0]) if len(values) == 1 else None
        if len(values) > 1:
            value = Parts(*self.place(node), self.all_of(values))
        yield Leave(*self.place(node), kind, value)

    def attempt(self, node: Node) -> Iterator[Statement]:
        body = self.block(node.child_by_field_name("body"))
        handlers: list[Block] = []
        last: Block = ()
        for clause in node.named_children:
            if clause.type in ("except_clause", "except_group_clause"):
                handlers.append(self.handler(clause))
            elif clause.type == "else_clause":
                body += self.block(clause.child_by_field_name("body"))
            elif clause.type == "finally_clause":
                last = tuple(s for child in clause.named_children if child.type == "block" for s in self.block(child))
        yield Try(*self.place(node), body, tuple(handlers), last)

    def handler(self, node: Node) -> Block:
        start: list[Statement] = []
        value = node.child_by_field_name("value")
        if value is not None and value.type == "as_pattern":
            alias = self.of(value.child_by_field_name("alias"))
            # A source that is about the error is at its name.
            thrown = Name(alias.end, alias.end, THROWN)
            start.append(Assign(*self.place(value), alias, Parts(alias.start, alias.end, (thrown,))))
        return (*start, *(s for child in node.named_children if child.type == "block" for s in self.block(child)))

    def context(self, node: Node) -> Iterator[Statement]:
        for clause in node.named_children:
            if clause.type != "with_clause":
                continue
            for item in self.items(clause):
                value = item.child_by_field_name("value")
                if value is not None and value.type == "as_pattern":
                    target = self.of(value.child_by_field_name("alias"))
                    yield Assign(*self.place(item), target, self.of(value.named_child(0)))
                elif value is not None:
                    yield self.effect(value)
        yield from self.block(node.child_by_field_name("body"))

    def items(self, clause: Node) -> list[Node]:
        return [child for child in clause.named_children if child.type == "with_item"]

    def delete(self, node: Node) -> Iterator[Statement]:
        for child in node.named_children:
            for target in child.named_children if child.type == "expression_list" else [child]:
                lowered = self.of(target)
                place = (lowered.start, lowered.end)
                if isinstance(lowered, Index):
                    # What comes after an element of a list moves up.
                    callee = Member(*place, lowered.object, "pop")
                    key = Argument(lowered.key.start, lowered.key.end, lowered.key)
                    yield Evaluate(*place, Call(*place, callee, (key,)))
                else:
                    yield Assign(*place, lowered, Literal(*self.place(target), None))

    def asserted(self, node: Node) -> Iterator[Statement]:
        """`assert c, m`: where `c` does not hold, the rest is not reached."""
        parts = self.all_of(node.named_children)
        if parts:
            message = parts[1] if len(parts) > 1 else None
            yield If(*self.place(node), parts[0], (), (Leave(*self.place(node), "raise", message),))

    def names(self, node: Node) -> Iterator[Statement]:
        self.shared += (self.text(child) for child in node.named_children if child.type == "identifier")
        yield from ()

    def define(self, node: Node) -> Iterator[Statement]:
        definition = definition_of(node)
        place = self.place(node)
        name = definition.child_by_field_name("name")
        text = "" if name is None else self.text(name)
        decorators = [child for child in node.named_children if child.type == "decorator"] if node != definition else []
        for decorator in decorators:
            yield from (self.effect(child) for child in decorator.named_children if not child.is_extra)
        if definition.type == "class_definition":
            yield self.class_(definition, place, text)
        elif definition.type == "function_definition" and not self.in_module:
            yield Define(*place, text, (self.function(node, ""),))

    def class_(self, node: Node, place: tuple[int, int], name: str) -> Define:
        body = node.child_by_field_name("body")
        around, self.in_class = self.in_class, True
        functions: list[Function] = []
        rest: list[Statement] = []
        for child in [] if body is None else body.named_children:
            definition = definition_of(child)
            if definition.type == "function_definition" and not self.in_module:
                functions.append(self.function(child, name))
            elif definition.type != "function_definition" and not child.is_extra:
                rest += self.statement(child)
        self.in_class = around
        return Define(*place, name, tuple(functions), tuple(rest))

    def nothing_to_do(self, node: Node) -> Iterator[Statement]:
        yield from ()


class _Lower(Protocol):
    def __call__(self, lowering: _Lowering, node: Node, /) -> Iterator[Statement]: ...


_STATEMENTS: dict[str, _Lower] = {
    "expression_statement": _Lowering.expression,
    "assignment": _Lowering.assignments,
    "augmented_assignment": _Lowering.assignments,
    "if_statement": _Lowering.condition,
    "for_statement": _Lowering.loop,
    "while_statement": _Lowering.loop,
    "return_statement": _Lowering.leave,
    "raise_statement": _Lowering.leave,
    "break_statement": _Lowering.leave,
    "continue_statement": _Lowering.leave,
    "try_statement": _Lowering.attempt,
    "with_statement": _Lowering.context,
    "match_statement": _Lowering.match,
    "delete_statement": _Lowering.delete,
    "assert_statement": _Lowering.asserted,
    "global_statement": _Lowering.names,
    "nonlocal_statement": _Lowering.names,
    **dict.fromkeys(("function_definition", "class_definition", "decorated_definition"), _Lowering.define),
    **dict.fromkeys(
        (
            *("import_statement", "import_from_statement", "future_import_statement", "pass_statement"),
            *("type_alias_statement", "comment"),
        ),
        _Lowering.nothing_to_do,
    ),
}
