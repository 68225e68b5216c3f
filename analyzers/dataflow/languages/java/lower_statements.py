"""The statements of Java."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reread.analyzers.dataflow.ir.branches import Branch, Case, alternatives, cases, goes_on, without_breaks
from reread.analyzers.dataflow.ir.common import names_of
from reread.analyzers.dataflow.ir.nodes import (
    THROWN,
    Assign,
    Block,
    Call,
    Choice,
    Closure,
    Define,
    Evaluate,
    Expression,
    Function,
    Leave,
    Literal,
    Loop,
    Name,
    Operation,
    Parts,
    Statement,
    Try,
)
from reread.analyzers.dataflow.ir.scopes import statements
from reread.analyzers.dataflow.languages.java.lower_expressions import METHODS, Expressions
from reread.analyzers.syntax import Node

CLASSES = frozenset(
    {
        *("class_declaration", "interface_declaration", "enum_declaration", "record_declaration"),
        "annotation_type_declaration",
    }
)
_LONGEST_CHOICE = 30
_CATCH_ALL = {"Exception", "RuntimeException", "Throwable"}
_WORD = re.compile(r"\w+")


class Statements(Expressions):
    """The part of the lowering that makes statements. `yields` within a `switch` whose cases give back a value."""

    __slots__ = ("yields",)

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.yields = False

    def evaluate(self, node: Node, block: list[Statement]) -> None:
        """An expression as a statement; an assignment is one of its own."""
        node = self.strip(node)
        if node.type in ("assignment_expression", "update_expression"):
            target, value, operator = self.assignment(node)
            block.append(Assign(*self.place(node), target, value, operator))
        elif node.type in self.statements:
            self.statement(node, block)
        else:
            value = self.expression(node)
            block.append(Evaluate(value.start, value.end, value))

    def _block(self, node: Node, block: list[Statement]) -> None:
        for child in node.named_children:
            self.statement(child, block)

    def _inner(self, node: Node, block: list[Statement]) -> None:
        """A label, `synchronized (x)`, `assert x : y`."""
        for child in self.named(node)[1 if node.type == "labeled_statement" else 0 :]:
            self.statement(child, block)

    def _class(self, node: Node, block: list[Statement]) -> None:
        """A class inside of a method."""
        name, body = self.text_of(node, "name"), node.child_by_field_name("body")
        members = [] if body is None else self.named(body)
        methods = [self.function(each, self.text_of(each, "name"), name) for each in members if each.type in METHODS]
        self.declared.add(name)
        block.append(Define(*self.place(node), name, tuple(methods), () if body is None else self.fields(body)))

    def _declaration(self, node: Node, block: list[Statement]) -> None:
        typed = self.text_of(node, "type")
        for child in node.children_by_field_name("declarator"):
            name, value = child.child_by_field_name("name"), child.child_by_field_name("value")
            if name is None:
                continue
            start, end = self.place(child)
            found = Literal(end, end, None) if value is None else self.expression(value)
            target = self.name(name)
            if node.type == "local_variable_declaration":
                names_of(target, self.declared)
            block.append(Assign(start, end, target, found, "", typed))

    def _super(self, node: Node, block: list[Statement]) -> None:
        start, end = self.place(node)
        callee = self.expression(node.child_by_field_name("constructor"))
        block.append(Evaluate(start, end, Call(start, end, callee, self.arguments(node))))

    def _if(self, node: Node, block: list[Statement]) -> None:
        branches: list[Branch] = []
        current: Node | None = node
        while current is not None and current.type == "if_statement":
            condition = self.expression(current.child_by_field_name("condition"))
            branches.append(Branch(condition, self.block(current.child_by_field_name("consequence"))))
            current = current.child_by_field_name("alternative")
        block += alternatives(*self.place(node), branches, self.block(current))

    def _for(self, node: Node, block: list[Statement]) -> None:
        for initializer in node.children_by_field_name("init"):
            self.statement(initializer, block)
        test = node.child_by_field_name("condition")
        condition = None if test is None else self.expression(test)
        body = list(self.block(node.child_by_field_name("body")))
        for update in node.children_by_field_name("update"):
            self.statement(update, body)
        block.append(Loop(*self.place(node), condition, None, None, tuple(body)))

    def _for_each(self, node: Node, block: list[Statement]) -> None:
        target = self.expression(node.child_by_field_name("name"))
        names_of(target, self.declared)
        iterable = self.expression(node.child_by_field_name("value"))
        block.append(Loop(*self.place(node), None, target, iterable, self.block(node.child_by_field_name("body"))))

    def _while(self, node: Node, block: list[Statement]) -> None:
        condition = self.expression(node.child_by_field_name("condition"))
        body = self.block(node.child_by_field_name("body"))
        block.append(Loop(*self.place(node), condition, None, None, body, (), node.type == "do_statement"))

    def _try(self, node: Node, block: list[Statement]) -> None:
        body: list[Statement] = []
        resources = node.child_by_field_name("resources")
        for resource in [] if resources is None else self.named(resources):
            self._resource(resource, body)
        body += self.block(node.child_by_field_name("body"))
        handlers: list[Block] = []
        last: Block = ()
        for child in self.named(node):
            if child.type == "catch_clause":
                handlers.append(self._catch(child, body))
            elif child.type == "finally_clause":
                last = self.block(next(iter(self.named(child)), None))
        block.append(Try(*self.place(node), tuple(body), tuple(handlers), last))

    def _resource(self, node: Node, block: list[Statement]) -> None:
        name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
        if name is None or value is None:
            self._inner(node, block)
            return
        target = self.name(name)
        names_of(target, self.declared)
        block.append(Assign(*self.place(node), target, self.expression(value), "", self.text_of(node, "type")))

    def _catch(self, node: Node, body: Sequence[Statement]) -> Block:
        parameter = next((child for child in self.named(node) if child.type == "catch_formal_parameter"), None)
        name = None if parameter is None else parameter.child_by_field_name("name")
        caught: Block = ()
        if parameter is not None and name is not None:
            start, end = self.place(parameter)
            target = self.name(name)
            names_of(target, self.declared)
            thrown = self._may_catch(parameter, body)
            caught = (Assign(start, end, target, Name(end, end, THROWN) if thrown else Parts(end, end, ())),)
        return (*caught, *self.block(node.child_by_field_name("body")))

    def _may_catch(self, parameter: Node, body: Sequence[Statement]) -> bool:
        """True where what a block throws itself may come to a handler, by the types that stand there."""
        types = {word for child in self.named(parameter) for word in _WORD.findall(self.text(child))}
        thrown = {
            each.value.callee.name
            for each in statements(tuple(body))
            if isinstance(each, Leave)
            and each.kind == "raise"
            and isinstance(each.value, Call)
            and isinstance(each.value.callee, Name)
        }
        return bool(thrown) and not types.isdisjoint(thrown | _CATCH_ALL)

    def _leave(self, node: Node, block: list[Statement]) -> None:
        kind = "raise" if node.type == "throw_statement" else "return"
        inner = self.named(node)
        block.append(Leave(*self.place(node), kind, self.expression(inner[0]) if inner else None))

    def _jump(self, node: Node, block: list[Statement]) -> None:
        labels = self.named(node)
        label = self.name(labels[0]) if labels else None
        block.append(Leave(*self.place(node), node.type.removesuffix("_statement"), label))

    # switch

    def _switch(self, node: Node, block: list[Statement]) -> None:
        yields, self.yields = self.yields, False
        block += cases(*self.place(node), self._cases(node))
        self.yields = yields

    def _cases(self, node: Node) -> list[Case]:
        subject = self.expression(node.child_by_field_name("condition"))
        body = node.child_by_field_name("body")
        result: list[Case] = []
        for group in [] if body is None else self.named(body):
            labels = [child for child in group.children if child.type == "switch_label"]
            statements: list[Statement] = []
            for child in self.named(group)[len(labels) :]:
                self._in_case(child, statements)
            conditions = [condition for label in labels for condition in self._conditions(label, subject)]
            default = any(child.type == "default" for label in labels for child in label.children)
            inner = tuple(statements)
            through = group.type != "switch_rule" and goes_on(inner)
            result.append(Case(tuple(conditions), without_breaks(inner), default, through))
        return result

    def _in_case(self, node: Node, block: list[Statement]) -> None:
        """A statement of a case; `case x -> y` gives back y where the switch has a value."""
        parent = node.parent
        if self.yields and node.type == "expression_statement" and parent is not None and parent.type == "switch_rule":
            value = self.expression(node)
            block.append(Leave(value.start, value.end, "return", value))
        else:
            self.statement(node, block)

    def _conditions(self, label: Node, subject: Expression) -> list[Expression]:
        conditions: list[Expression] = []
        for child in self.named(label):
            end = child.end_byte - self.offset
            if child.type == "guard" and conditions:
                guard = Operation(subject.start, end, "&&", (conditions[-1], *self.many(self.named(child))))
                conditions[-1] = guard
            elif child.type in ("pattern", "type_pattern", "record_pattern"):
                conditions.append(self.matched(child, subject, subject.start, end))
            else:
                wanted = self.expression(child)
                conditions.append(Operation(subject.start, end, "==", (subject, wanted)))
        return conditions

    def _switch_value(self, node: Node) -> Expression:
        """A switch with a value: choices, or where there are statements in it a function called at once."""
        start, end = self.place(node)
        yields, self.yields = self.yields, True
        found = self._cases(node)
        self.yields = yields
        plain = [case for case in found if len(case.block) == 1 and isinstance(case.block[0], Leave)]
        values = [case.block[0].value for case in plain if isinstance(case.block[0], Leave)]
        chosen = [value for value in values if value is not None]
        if len(chosen) != len(found) or len(found) > _LONGEST_CHOICE or any(not _one(case) for case in found):
            function = Function(start, end, "", (), cases(start, end, found))
            return Call(start, end, Closure(start, end, function), ())
        result: Expression = Parts(end, end, ())
        for case, value in zip(reversed(found), reversed(chosen), strict=True):
            if case.default:
                result = value
        for case, value in zip(reversed(found), reversed(chosen), strict=True):
            if not case.default:
                many = len(case.conditions) > 1
                test = Operation(start, end, "||", case.conditions) if many else case.conditions[0]
                result = Choice(start, end, test, value, result)
        return result

    def _yield(self, node: Node, block: list[Statement]) -> None:
        inner = self.named(node)
        block.append(Leave(*self.place(node), "return", self.expression(inner[0]) if inner else None))


def _one(case: Case) -> bool:
    """True for a case that gives back a value and can be asked for."""
    leave = case.block[0]
    return isinstance(leave, Leave) and leave.kind == "return" and (case.default or bool(case.conditions))


Statements.expressions = {**Expressions.expressions, "switch_expression": Statements._switch_value}

Statements.statements = {
    **dict.fromkeys(("block", "constructor_body", "ERROR"), Statements._block),
    **dict.fromkeys(CLASSES, Statements._class),
    **dict.fromkeys(("labeled_statement", "synchronized_statement", "assert_statement"), Statements._inner),
    **dict.fromkeys(
        ("local_variable_declaration", "field_declaration", "constant_declaration"),
        Statements._declaration,
    ),
    "explicit_constructor_invocation": Statements._super,
    "if_statement": Statements._if,
    "for_statement": Statements._for,
    "enhanced_for_statement": Statements._for_each,
    **dict.fromkeys(("while_statement", "do_statement"), Statements._while),
    **dict.fromkeys(("try_statement", "try_with_resources_statement"), Statements._try),
    **dict.fromkeys(("return_statement", "throw_statement"), Statements._leave),
    **dict.fromkeys(("break_statement", "continue_statement"), Statements._jump),
    "switch_expression": Statements._switch,
    "yield_statement": Statements._yield,
}

Statements.no_statements = frozenset(
    {
        *("package_declaration", "import_declaration", "module_declaration", "annotation_type_element_declaration"),
        *("line_comment", "block_comment", "modifiers"),
    }
)
