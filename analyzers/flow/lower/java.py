"""Java."""

from __future__ import annotations

from reread.analyzers.flow.lower import Site
from reread.analyzers.flow.lower.branches import Branch, Case, alternatives, cases, goes_on, without_breaks
from reread.analyzers.flow.lower.common import MOST_LEVELS, names_of
from reread.analyzers.flow.lower.java_expressions import METHODS, Expressions
from reread.analyzers.flow.program import (
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
    Parameter,
    Parts,
    Statement,
    Try,
)
from reread.analyzers.syntax import Node, SyntaxTree

_CLASSES = frozenset(
    {
        *("class_declaration", "interface_declaration", "enum_declaration", "record_declaration"),
        "annotation_type_declaration",
    }
)
_BODIES = frozenset({"enum_body_declarations", "ERROR", "enum_constant", "class_body"})
_ANNOTATIONS = frozenset({"annotation", "marker_annotation"})
_LONGEST_CHOICE = 30


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
        elif kind in _CLASSES:
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


class Java(Expressions):
    """One document of Java. `yields` while a `switch` is lowered whose cases give back a value."""

    __slots__ = ("yields",)

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.yields = False

    # Classes and methods

    def top(self, node: Node, block: list[Statement]) -> None:
        """The initialisers of a class and of those inside of it; methods have sites of their own."""
        if node.type in _CLASSES:
            body = node.child_by_field_name("body")
            name = self.text_of(node, "name")
            block.append(Define(*self.place(node), name, (), () if body is None else self.fields(body)))
        elif node.type not in METHODS and not node.is_extra:
            self.statement(node, block)

    def _class(self, node: Node, block: list[Statement]) -> None:
        """A class inside of a method."""
        name, body = self.text_of(node, "name"), node.child_by_field_name("body")
        members = [] if body is None else self.named(body)
        methods = [self.function(each, self.text_of(each, "name"), name) for each in members if each.type in METHODS]
        self.declared.add(name)
        block.append(Define(*self.place(node), name, tuple(methods), () if body is None else self.fields(body)))

    def fields(self, body: Node) -> Block:
        """What the fields, constants and initialisers of a class do, and its inner classes."""
        block: list[Statement] = []
        self.depth += 1
        for member in self.named(body) if self.depth < MOST_LEVELS else ():
            kind = member.type
            if kind in _CLASSES:
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
        self.depth -= 1
        self.yields = yields
        return Function(start, end, name, parameters, tuple(block), owner, self._annotations(node), self.leave(around))

    def _annotations(self, node: Node) -> tuple[str, ...]:
        modifiers = next((child for child in node.children if child.type == "modifiers"), None)
        if modifiers is None:
            return ()
        return tuple([self.text(each) for each in modifiers.named_children if each.type in _ANNOTATIONS])

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

    # Statements

    def statement(self, node: Node, block: list[Statement]) -> None:
        kind = node.type
        if node.is_extra or kind in _NO_STATEMENTS:
            return
        if self.depth >= MOST_LEVELS:
            value = self.flat(node)
            block.append(Evaluate(value.start, value.end, value))
            return
        self.depth += 1
        handler = _STATEMENTS.get(kind)
        if handler is not None:
            handler(self, node, block)
        else:
            self._evaluate(node, block)
        self.depth -= 1

    def _evaluate(self, node: Node, block: list[Statement]) -> None:
        """An expression as a statement; an assignment is one of its own."""
        node = self.strip(node)
        if node.type in ("assignment_expression", "update_expression"):
            target, value, operator = self.assignment(node)
            block.append(Assign(*self.place(node), target, value, operator))
        elif node.type in _STATEMENTS:
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
                handlers.append(self._catch(child))
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

    def _catch(self, node: Node) -> Block:
        parameter = next((child for child in self.named(node) if child.type == "catch_formal_parameter"), None)
        name = None if parameter is None else parameter.child_by_field_name("name")
        caught: Block = ()
        if parameter is not None and name is not None:
            start, end = self.place(parameter)
            target = self.name(name)
            names_of(target, self.declared)
            caught = (Assign(start, end, target, Parts(end, end, ())),)
        return (*caught, *self.block(node.child_by_field_name("body")))

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


Java.expressions = {**Expressions.expressions, "switch_expression": Java._switch_value}

_STATEMENTS = {
    **dict.fromkeys(("block", "constructor_body", "ERROR"), Java._block),
    **dict.fromkeys(_CLASSES, Java._class),
    **dict.fromkeys(("labeled_statement", "synchronized_statement", "assert_statement"), Java._inner),
    **dict.fromkeys(
        ("local_variable_declaration", "field_declaration", "constant_declaration"),
        Java._declaration,
    ),
    "explicit_constructor_invocation": Java._super,
    "if_statement": Java._if,
    "for_statement": Java._for,
    "enhanced_for_statement": Java._for_each,
    **dict.fromkeys(("while_statement", "do_statement"), Java._while),
    **dict.fromkeys(("try_statement", "try_with_resources_statement"), Java._try),
    **dict.fromkeys(("return_statement", "throw_statement"), Java._leave),
    **dict.fromkeys(("break_statement", "continue_statement"), Java._jump),
    "switch_expression": Java._switch,
    "yield_statement": Java._yield,
}

_NO_STATEMENTS = frozenset(
    {
        *("package_declaration", "import_declaration", "module_declaration", "annotation_type_element_declaration"),
        *("line_comment", "block_comment", "modifiers"),
    }
)
