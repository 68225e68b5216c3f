"""Go."""

from __future__ import annotations

from reread.analyzers.dataflow.declarations.scalar_types import NUMBERS
from reread.analyzers.dataflow.ir.branches import Branch, Case, alternatives, cases, goes_on, without_breaks
from reread.analyzers.dataflow.ir.lowering import Site
from reread.analyzers.dataflow.ir.nodes import (
    Assign,
    Block,
    Call,
    Collection,
    Define,
    Entry,
    Evaluate,
    Expression,
    Function,
    Index,
    Leave,
    Literal,
    Loop,
    Name,
    Operation,
    Parts,
    Statement,
    Try,
)
from reread.analyzers.dataflow.languages.go.lower_expressions import Expressions
from reread.analyzers.syntax import Node, SyntaxTree

_FUNCTIONS = frozenset({"function_declaration", "method_declaration"})


def outline(tree: SyntaxTree) -> list[Site]:
    """The package's variables, then its functions and methods."""
    root = tree.root
    result = [Site(0, len(tree.document.data), "", "", root)]
    for node in root.named_children:
        if node.type in _FUNCTIONS:
            name = node.child_by_field_name("name")
            receiver = node.child_by_field_name("receiver")
            owner = "" if receiver is None else _owner(tree.text(receiver))
            result.append(Site(node.start_byte, node.end_byte, tree.text(name) if name else "_", owner, node))
    return result


def _owner(receiver: str) -> str:
    """`T` of `(t *T)`, `(T)` and `(t *T[K])`."""
    return receiver.strip("() ").split("[")[0].rpartition(" ")[2].lstrip("*").strip()


def lower(tree: SyntaxTree, site: Site) -> Function:
    """The function at a site."""
    lowering = Go(tree.document.data)
    lowering.offset = site.start
    if site.node.type not in _FUNCTIONS:
        block: list[Statement] = []
        lowering.package(site.node, block)
        return Function(site.start, site.end, "", (), tuple(block))
    return lowering.function(site.node, site.name, site.owner)._replace(start=site.start, end=site.end)


class Go(Expressions):
    """One document of Go."""

    __slots__ = ()

    def package(self, root: Node, block: list[Statement]) -> None:
        """The variables and constants of a package; functions are only named."""
        for node in root.named_children:
            if node.type in _FUNCTIONS:
                name = node.child_by_field_name("name")
                block.append(Define(*self.place(node), "_" if name is None else self.text(name), ()))
            elif not node.is_extra:
                self.statement(node, block)

    def body(self, node: Node, block: list[Statement]) -> None:
        self._block(node, block)

    def _scope(self, node: Node, block: list[Statement]) -> None:
        """`{ ... }`, which has variables of its own."""
        around = self.open()
        self._block(node, block)
        self.close(around)

    def _block(self, node: Node, block: list[Statement]) -> None:
        """Statements in order. What follows a deferred function literal is tried, and the literal called at last."""
        first = start = -1
        deferred: list[Statement] = []
        for child in node.named_children:
            if child.type == "defer_statement" and self._deferred(child, deferred):
                if first < 0:
                    first, start = len(block), child.start_byte - self.offset
            else:
                self.statement(child, block)
        if deferred:
            end = node.end_byte - self.offset
            block[first:] = [Try(start, end, tuple(block[first:]), (), tuple(reversed(deferred)))]

    def _deferred(self, node: Node, deferred: list[Statement]) -> bool:
        """Keeps the call of a function literal for later. Of other calls the arguments are evaluated at once."""
        inner = self.named(node)
        call = inner[0] if inner else None
        function = call.child_by_field_name("function") if call is not None else None
        if call is None or function is None or self.strip(function).type != "func_literal":
            return False
        value = self.expression(call)
        deferred.append(Evaluate(value.start, value.end, value))
        return True

    def _inner(self, node: Node, block: list[Statement]) -> None:
        """`go f()`, `defer f()`, a label, a list of declarations."""
        for child in self.named(node):
            if child.type != "label_name":
                self.statement(child, block)

    def _go(self, node: Node, block: list[Statement]) -> None:
        """`go f()` runs at once, and until the end of the function."""
        first = len(block)
        self._inner(node, block)
        if self.beside is not None:
            self.beside += block[first:]

    def _assign(self, node: Node, block: list[Statement]) -> None:
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        declares = node.type == "short_var_declaration" or any(child.type == ":=" for child in node.children)
        if left is None or right is None:
            self._inner(node, block)
            return
        operator = node.child_by_field_name("operator")
        written = "" if operator is None or operator.type == "=" else operator.type
        value = self._values(right)
        if declares:
            self.declare_all(left)
        target = self.target(left, self.declared if declares else self.assigned)
        self._set(node, target, value, written, "", block)

    def _set(
        self, node: Node, target: Expression, value: Expression, operator: str, type: str, block: list[Statement]
    ) -> None:
        """`v, ok = m[k]` and the like give the value to the first, while `a, b = f()` has two of them."""
        start, end = self.place(node)
        two = isinstance(target, Collection) and len(target.entries) == 2
        if two and isinstance(value, Index | Parts):
            assert isinstance(target, Collection)
            second = target.entries[1].value
            target = target.entries[0].value
            block.append(Assign(start, end, target, value, operator, type))
            if isinstance(value, Index):
                there = Operation(value.start, value.end, "in", (value.key, value.object))
                block.append(Assign(start, end, second, there))
            else:
                block.append(Assign(second.start, second.end, second, Parts(second.end, second.end, ())))
        else:
            block.append(Assign(start, end, target, value, operator, type))

    def _values(self, node: Node) -> Expression:
        """One value, or several as a collection."""
        parts = self.named(node) if node.type == "expression_list" else [node]
        if len(parts) == 1:
            return self.expression(parts[0])
        values = self.many(parts)
        return Collection(*self.place(node), tuple([Entry(value.start, value.end, None, value) for value in values]))

    def _variables(self, node: Node, block: list[Statement]) -> None:
        """`var a, b T = x, y`; without values they are zero, and constants continue a list that is not known here."""
        names = [child for child in node.children_by_field_name("name") if child.is_named]
        value, typed = node.child_by_field_name("value"), self.type(node.child_by_field_name("type"))
        given = None if value is None else self._values(value)
        self.declared.update(self.declare(self.text(name)) for name in names)
        targets = [self.variable(name) for name in names]
        if not targets:
            return
        if given is None:
            end = node.end_byte - self.offset
            nothing = Parts(end, end, ()) if node.type == "const_spec" else self.zero(end, typed)
            block += [Assign(target.start, end, target, nothing, "", typed) for target in targets]
            return
        target = targets[0]
        if len(targets) > 1:
            entries = tuple([Entry(each.start, each.end, None, each) for each in targets])
            target = Collection(targets[0].start, targets[-1].end, entries)
        self._set(node, target, given, "", typed, block)

    def _increment(self, node: Node, block: list[Statement]) -> None:
        inner = self.named(node)
        if inner:
            target = self.target(inner[0], self.assigned)
            one = Literal(target.end, target.end, 1)
            block.append(Assign(*self.place(node), target, one, "+=" if node.type == "inc_statement" else "-="))

    def _send(self, node: Node, block: list[Statement]) -> None:
        channel, value = node.child_by_field_name("channel"), node.child_by_field_name("value")
        block.append(Assign(*self.place(node), self.expression(channel), self.expression(value), "<-"))

    def _if(self, node: Node, block: list[Statement]) -> None:
        around = self.open()
        branches: list[Branch] = []
        current: Node | None = node
        while current is not None and current.type == "if_statement":
            before = self.block(current.child_by_field_name("initializer"))
            condition = self.expression(current.child_by_field_name("condition"))
            branches.append(Branch(condition, self.block(current.child_by_field_name("consequence")), before))
            current = current.child_by_field_name("alternative")
        block += alternatives(*self.place(node), branches, self.block(current))
        self.close(around)

    def _for(self, node: Node, block: list[Statement]) -> None:
        around = self.open()
        self._loop(node, block)
        self.close(around)

    def _loop(self, node: Node, block: list[Statement]) -> None:
        start, end = self.place(node)
        body = node.child_by_field_name("body")
        clause = next((child for child in self.named(node) if child != body), None)
        if clause is None:
            block.append(Loop(start, end, None, None, None, self.block(body)))
        elif clause.type == "range_clause":
            left = clause.child_by_field_name("left")
            declares = any(child.type == ":=" for child in clause.children)
            iterable = self.expression(clause.child_by_field_name("right"))
            if declares and left is not None:
                self.declare_all(left)
            target = None if left is None else self.target(left, self.declared if declares else self.assigned)
            block.append(Loop(start, end, None, target, iterable, self.block(body)))
        elif clause.type == "for_clause":
            block += self.block(clause.child_by_field_name("initializer"))
            test = clause.child_by_field_name("condition")
            condition = None if test is None else self.expression(test)
            inner = (*self.block(body), *self.block(clause.child_by_field_name("update")))
            block.append(Loop(start, end, condition, None, None, inner))
        else:
            block.append(Loop(start, end, self.expression(clause), None, None, self.block(body)))

    def _switch(self, node: Node, block: list[Statement]) -> None:
        around = self.open()
        block += self.block(node.child_by_field_name("initializer"))
        value = node.child_by_field_name("value")
        subject = None if value is None else self.expression(value)
        found: list[Case] = []
        for case in self.named(node):
            if case.type in ("expression_case", "default_case"):
                tests = case.child_by_field_name("value")
                wanted = () if tests is None else self.many(self.named(tests))
                conditions = wanted
                if subject is not None:
                    conditions = tuple([Operation(subject.start, each.end, "==", (subject, each)) for each in wanted])
                found.append(self._case(case, conditions))
        block += cases(*self.place(node), found)
        self.close(around)

    def _type_switch(self, node: Node, block: list[Statement]) -> None:
        """The variable has the same value in all cases, as what each asks for with `instanceof`."""
        start, end = self.place(node)
        around = self.open()
        block += self.block(node.child_by_field_name("initializer"))
        alias = node.child_by_field_name("alias")
        subject = self.expression(node.child_by_field_name("value"))
        target = None
        if alias is not None:
            self.declare_all(alias)
            target = self.target(alias, self.declared)
            block.append(Assign(target.start, subject.end, target, subject))
        found: list[Case] = []
        for case in self.named(node):
            if case.type in ("type_case", "default_case"):
                types = [child for child in case.children_by_field_name("type") if child.is_named]
                names = [Name(*self.place(each), self.text(each)) for each in types]
                conditions = [Operation(subject.start, each.end, "instanceof", (subject, each)) for each in names]
                made = self._case(case, tuple(conditions))
                typed = _one_type([each.name for each in names])
                if target is not None and typed:
                    narrowed = Assign(target.start, target.end, target, target, "", typed)
                    made = made._replace(block=(narrowed, *made.block))
                found.append(made)
        block += cases(start, end, found)
        self.close(around)

    def _case(self, node: Node, conditions: tuple[Expression, ...]) -> Case:
        statements: list[Statement] = []
        through = False
        around = self.open()
        for child in self.named(node):
            if child.type == "statement_list":
                self._block(child, statements)
                through = any(each.type == "fallthrough_statement" for each in child.named_children[-2:])
        self.close(around)
        block = tuple(statements)
        return Case(conditions, without_breaks(block), node.type == "default_case", through and goes_on(block))

    def _select(self, node: Node, block: list[Statement]) -> None:
        """Any of the cases, as one cannot know."""
        start, end = self.place(node)
        blocks: list[Block] = []
        for case in self.named(node):
            statements: list[Statement] = []
            around = self.open()
            for child in self.named(case):
                self.statement(child, statements)
            self.close(around)
            blocks.append(without_breaks(tuple(statements)))
        branches = [Branch(Parts(start, start, ()), each) for each in blocks[:-1]]
        block += alternatives(start, end, branches, blocks[-1] if blocks else ())

    def _return(self, node: Node, block: list[Statement]) -> None:
        start, end = self.place(node)
        inner = self.named(node)
        value = self._values(inner[0]) if inner else None
        if value is None and self.results:
            names = [Name(end, end, name) for name in self.results]
            value = names[0]
            if len(names) > 1:
                value = Collection(end, end, tuple([Entry(end, end, None, name) for name in names]))
        gives = self.gives if any(each in NUMBERS for each in self.gives) else ()
        block.append(Leave(start, end, "return", value, gives))

    def _jump(self, node: Node, block: list[Statement]) -> None:
        labels = self.named(node)
        label = Name(*self.place(labels[0]), self.text(labels[0])) if labels else None
        block.append(Leave(*self.place(node), node.type.removesuffix("_statement"), label))

    def _evaluate(self, node: Node, block: list[Statement]) -> None:
        """A call of `panic` leaves the function."""
        value = self.expression(node)
        if isinstance(value, Call) and isinstance(value.callee, Name) and value.callee.name == "panic":
            block.append(Leave(value.start, value.end, "raise", value))
        else:
            block.append(Evaluate(value.start, value.end, value))


def _one_type(types: list[str]) -> str:
    """The type that the variable of a case has; of several such as `int64, float64`, which are all numbers, any."""
    known = len(types) == 1 or all(each in NUMBERS for each in types)
    return types[0] if types and known and types[0] != "nil" else ""


Go.statements = {
    "block": Go._scope,
    "statement_list": Go._block,
    **dict.fromkeys(
        (
            *("defer_statement", "labeled_statement", "var_declaration", "const_declaration"),
            *("var_spec_list", "ERROR"),
        ),
        Go._inner,
    ),
    **dict.fromkeys(("short_var_declaration", "assignment_statement", "receive_statement"), Go._assign),
    **dict.fromkeys(("var_spec", "const_spec"), Go._variables),
    **dict.fromkeys(("inc_statement", "dec_statement"), Go._increment),
    "send_statement": Go._send,
    "go_statement": Go._go,
    "if_statement": Go._if,
    "for_statement": Go._for,
    "expression_switch_statement": Go._switch,
    "type_switch_statement": Go._type_switch,
    "select_statement": Go._select,
    "return_statement": Go._return,
    **dict.fromkeys(("break_statement", "continue_statement"), Go._jump),
    "expression_statement": Go._evaluate,
}

Go.no_statements = frozenset(
    {
        *("package_clause", "import_declaration", "type_declaration", "empty_statement", "fallthrough_statement"),
        *("goto_statement", "comment"),
    }
)
