"""The statements of JavaScript and TypeScript."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.branches import Branch, Case, alternatives, cases, goes_on, without_breaks
from reread.analyzers.dataflow.ir.common import names_of
from reread.analyzers.dataflow.ir.nodes import (
    THROWN,
    Assign,
    Block,
    Call,
    Collection,
    Define,
    Entry,
    Evaluate,
    Expression,
    Function,
    If,
    Leave,
    Literal,
    Loop,
    Name,
    Operation,
    Statement,
    Try,
)
from reread.analyzers.dataflow.languages.javascript.function_sites import FUNCTIONS
from reread.analyzers.dataflow.languages.javascript.lower_expressions import Expressions
from reread.analyzers.syntax import Node


class Statements(Expressions):
    """The part of the lowering that makes statements."""

    __slots__ = ()

    def fields(self, node: Node) -> Block:
        """What the fields and static blocks of a class do."""
        raise NotImplementedError

    def methods(self, node: Node, name: str) -> tuple[Function, ...]:
        """The methods of a class, by its name."""
        raise NotImplementedError

    def evaluate(self, node: Node, block: list[Statement]) -> None:
        """An expression as a statement; an assignment among them is one of its own."""
        node = self.strip(node)
        kind = node.type
        if kind in ("assignment_expression", "augmented_assignment_expression", "update_expression"):
            after: list[Statement] = []
            target, value, operator = self._assignment(node, after)
            start, end = self.place(node)
            block.append(Assign(start, end, target, value, operator))
            block += after
        elif kind == "sequence_expression":
            for child in self.named(node):
                self.statement(child, block)
        elif kind in self.statements or kind in self.no_statements:
            self.statement(node, block)
        else:
            value = self.expression(node)
            block.append(Evaluate(value.start, value.end, value))
            if isinstance(value, Call):
                self._refusal(node, value, block)

    def _refusal(self, node: Node, call: Call, block: list[Statement]) -> None:
        """Well-known functions never return, or not where their first argument does not hold."""
        function = node.child_by_field_name("function")
        name = "" if function is None else self.text(function)
        if name in _NEVER_RETURN:
            block.append(Leave(call.start, call.end, "raise"))
        elif name in _ASSERTIONS and call.arguments:
            otherwise = (Leave(call.start, call.end, "raise"),)
            block.append(If(call.start, call.end, call.arguments[0].value, (), otherwise))

    def _block(self, node: Node, block: list[Statement]) -> None:
        for child in node.named_children:
            self.statement(child, block)

    def _declaration(self, node: Node, block: list[Statement]) -> None:
        for child in node.named_children:
            if child.type == "variable_declarator":
                self._declarator(child, block)

    def _declarator(self, node: Node, block: list[Statement]) -> None:
        name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
        if name is None:
            return
        after: list[Statement] = []
        target = self._target(name, after)
        names_of(target, self.declared)
        start, end = self.place(node)
        found: Expression = Literal(end, end, None)
        if value is not None:
            stripped = self.strip(value)
            named = stripped.type in FUNCTIONS and isinstance(target, Name)
            found = self._closure(stripped, self.text(name)) if named else self.expression(value)
        block.append(Assign(start, end, target, found, "", self._type(node.child_by_field_name("type"))))
        block += after

    def _define(self, node: Node, block: list[Statement]) -> None:
        start, end = self.place(node)
        name = self._name_of(node)
        self.declared.add(name)
        block.append(Define(start, end, name, (self.function(node, name),)))

    def _enumeration(self, node: Node, block: list[Statement]) -> None:
        name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
        if name is None or body is None:
            return
        entries: list[Entry] = []
        for member in self.named(body):
            start, end = self.place(member)
            value = member.child_by_field_name("value")
            key = self._key(member.child_by_field_name("name") or member)
            entries.append(Entry(start, end, key, self.nothing(member) if value is None else self.expression(value)))
        start, end = self.place(node)
        block.append(Assign(start, end, self.name(name), Collection(*self.place(body), tuple(entries))))

    def _if(self, node: Node, block: list[Statement]) -> None:
        branches: list[Branch] = []
        start, end = self.place(node)
        current: Node | None = node
        while current is not None and current.type == "if_statement":
            condition = self.expression(current.child_by_field_name("condition"))
            branches.append(Branch(condition, self.block(current.child_by_field_name("consequence"))))
            following = current.child_by_field_name("alternative")
            current = None if following is None else next(iter(self.named(following)), None)
        block += alternatives(start, end, branches, self.block(current))

    def _switch(self, node: Node, block: list[Statement]) -> None:
        start, end = self.place(node)
        subject = self.expression(node.child_by_field_name("value"))
        body = node.child_by_field_name("body")
        found: list[Case] = []
        for case in [] if body is None else self.named(body):
            statements: list[Statement] = []
            for child in case.children_by_field_name("body"):
                self.statement(child, statements)
            value = case.child_by_field_name("value")
            conditions: tuple[Expression, ...] = ()
            if value is not None:
                wanted = self.expression(value)
                conditions = (Operation(subject.start, wanted.end, "==", (subject, wanted)),)
            inner = without_breaks(tuple(statements))
            found.append(Case(conditions, inner, value is None, goes_on(tuple(statements))))
        block += cases(start, end, found)

    def _for(self, node: Node, block: list[Statement]) -> None:
        initializer, condition = node.child_by_field_name("initializer"), node.child_by_field_name("condition")
        if initializer is not None:
            self.statement(initializer, block)
        test = None
        if condition is not None and condition.is_named and condition.type != "empty_statement":
            test = self.expression(condition)
        body: list[Statement] = list(self.block(node.child_by_field_name("body")))
        increment = node.child_by_field_name("increment")
        if increment is not None:
            self.evaluate(increment, body)
        block.append(Loop(*self.place(node), test, None, None, tuple(body)))

    def _for_in(self, node: Node, block: list[Statement]) -> None:
        left = node.child_by_field_name("left")
        body: list[Statement] = []
        target = self.nothing(node) if left is None else self._target(left, body)
        names_of(target, self.assigned if node.child_by_field_name("kind") is None else self.declared)
        iterable = self.expression(node.child_by_field_name("right"))
        body += self.block(node.child_by_field_name("body"))
        block.append(Loop(*self.place(node), None, target, iterable, tuple(body)))

    def _while(self, node: Node, block: list[Statement]) -> None:
        condition = self.expression(node.child_by_field_name("condition"))
        body = self.block(node.child_by_field_name("body"))
        block.append(Loop(*self.place(node), condition, None, None, body, (), node.type == "do_statement"))

    def _try(self, node: Node, block: list[Statement]) -> None:
        body = self.block(node.child_by_field_name("body"))
        handlers: tuple[Block, ...] = ()
        catch = node.child_by_field_name("handler")
        if catch is not None:
            inner: list[Statement] = []
            parameter = catch.child_by_field_name("parameter")
            if parameter is not None:
                after: list[Statement] = []
                start, end = self.place(parameter)
                target = self._target(parameter, after)
                names_of(target, self.declared)
                inner += [Assign(start, end, target, Name(end, end, THROWN)), *after]
            handlers = ((*inner, *self.block(catch.child_by_field_name("body"))),)
        finalizer = node.child_by_field_name("finalizer")
        last = () if finalizer is None else self.block(finalizer.child_by_field_name("body"))
        block.append(Try(*self.place(node), body, handlers, last))

    def _leave(self, node: Node, block: list[Statement]) -> None:
        kind = {"return_statement": "return", "throw_statement": "raise"}[node.type]
        inner = self.named(node)
        block.append(Leave(*self.place(node), kind, self.expression(inner[0]) if inner else None))

    def _jump(self, node: Node, block: list[Statement]) -> None:
        label = node.child_by_field_name("label")
        value = None if label is None else Name(*self.place(label), self.text(label))
        block.append(Leave(*self.place(node), node.type.removesuffix("_statement"), value))

    def _body(self, node: Node, block: list[Statement]) -> None:
        """A label, or `with (object)`."""
        object = node.child_by_field_name("object")
        if object is not None:
            self.evaluate(object, block)
        body = node.child_by_field_name("body")
        if body is not None:
            self.statement(body, block)

    def _export(self, node: Node, block: list[Statement]) -> None:
        exported = node.child_by_field_name("declaration") or node.child_by_field_name("value")
        if exported is not None:
            self.statement(exported, block)

    def _namespace(self, node: Node, block: list[Statement]) -> None:
        body = node.child_by_field_name("body")
        if body is not None:
            self.statement(body, block)

    def _class(self, node: Node, block: list[Statement]) -> None:
        start, end = self.place(node)
        name = self._name_of(node)
        self.declared.add(name)
        block.append(Define(start, end, name, self.methods(node, name), self.fields(node)))


Statements.statements = {
    **dict.fromkeys(("statement_block", "program", "ERROR"), Statements._block),
    **dict.fromkeys(("lexical_declaration", "variable_declaration"), Statements._declaration),
    "variable_declarator": Statements._declarator,
    **dict.fromkeys(("function_declaration", "generator_function_declaration"), Statements._define),
    **dict.fromkeys(("class_declaration", "abstract_class_declaration"), Statements._class),
    "enum_declaration": Statements._enumeration,
    "if_statement": Statements._if,
    "switch_statement": Statements._switch,
    "for_statement": Statements._for,
    "for_in_statement": Statements._for_in,
    **dict.fromkeys(("while_statement", "do_statement"), Statements._while),
    "try_statement": Statements._try,
    **dict.fromkeys(("return_statement", "throw_statement"), Statements._leave),
    **dict.fromkeys(("break_statement", "continue_statement"), Statements._jump),
    **dict.fromkeys(("labeled_statement", "with_statement"), Statements._body),
    "export_statement": Statements._export,
    **dict.fromkeys(("internal_module", "module"), Statements._namespace),
}

_NEVER_RETURN = frozenset({"process.exit", "ctx.throw", "this.ctx.throw", "context.throw", "notFound"})
_ASSERTIONS = frozenset({"assert", "assert.ok", "ctx.assert", "this.ctx.assert", "invariant"})
Statements.no_statements = frozenset(
    {
        "import_statement",
        "import_alias",
        "empty_statement",
        "debugger_statement",
        "interface_declaration",
        "type_alias_declaration",
        "ambient_declaration",
        "function_signature",
        "comment",
        "hash_bang_line",
        "decorator",
    }
)
