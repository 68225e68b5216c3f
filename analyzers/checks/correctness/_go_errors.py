"""Tells the `err` variables of a Go function apart, for the checks of error handling."""

from __future__ import annotations

from reread.analyzers.syntax import Node

NAME = b"err"
_SCOPES = frozenset(
    {"block", "if_statement", "for_statement", "func_literal", "expression_switch_statement", "type_switch_statement"}
    | {"select_statement", "communication_case", "expression_case", "type_case", "default_case"}
)
_LISTS = frozenset({"statement_list", "block"})


class Variable:
    """One `err`: where it is declared, read and given a value (nodes of the name), in the order of the text.

    `statement` is the `:=` that declares it, where that stands by itself and not before a condition. `starts_empty` is
    true of one declared without a value; `shared` of one that a function inside, or somebody with its address, may set.
    """

    def __init__(self, declared: Node, scope: Node, function: Node) -> None:
        self.declared = declared
        self.scope = scope
        self.function = function
        self.statement: Node | None = None
        self.starts_empty = False
        self.shared = False
        self.read: list[Node] = []
        self.assigned: list[Node] = []


def variables(function: Node, data: bytes) -> list[Variable]:
    """All variables declared in a function, and in the functions inside it."""
    reader = _Reader(data)
    reader.function(function)
    return reader.found


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.found: list[Variable] = []
        self.scopes: list[tuple[Node, list[Variable]]] = []
        self.functions: list[Node] = []

    def function(self, node: Node) -> None:
        self.functions.append(node)
        self.scopes.append((node, []))
        for field in ("parameters", "result"):
            declarations = node.child_by_field_name(field)
            for each in declarations.named_children if declarations is not None else ():
                for name in each.children_by_field_name("name"):
                    if self._is_error(name):
                        self._declare(name).starts_empty = field == "result"
        body = node.child_by_field_name("body")
        if body is not None:
            self.visit(body)
        self.scopes.pop()
        self.functions.pop()

    def visit(self, node: Node) -> None:
        kind = node.type
        if kind == "func_literal":
            self.function(node)
        elif kind == "identifier":
            self._use(node)
        elif kind in ("short_var_declaration", "assignment_statement", "range_clause", "receive_statement"):
            self._assignment(node)
        elif kind == "var_spec":
            self._declaration(node)
        elif kind == "keyed_element":
            self.visit(node.named_children[-1])
        elif kind in _SCOPES:
            self.scopes.append((node, []))
            self._visit_all(node.named_children)
            self.scopes.pop()
        else:
            self._visit_all(node.named_children)

    def _visit_all(self, nodes: list[Node]) -> None:
        for node in nodes:
            self.visit(node)

    def _is_error(self, node: Node) -> bool:
        return node.type == "identifier" and self.data[node.start_byte : node.end_byte] == NAME

    def _declare(self, name: Node) -> Variable:
        scope, declared = self.scopes[-1]
        variable = Variable(name, scope, self.functions[-1])
        declared.append(variable)
        self.found.append(variable)
        return variable

    def _known(self) -> Variable | None:
        return next((declared[-1] for _, declared in reversed(self.scopes) if declared), None)

    def _use(self, node: Node) -> None:
        variable = self._known() if self._is_error(node) else None
        if variable is None:
            return
        around = node.parent
        taken = around is not None and self.data[around.start_byte : node.start_byte] == b"&"
        variable.shared |= taken or variable.function != self.functions[-1]
        variable.read.append(node)

    def _declaration(self, node: Node) -> None:
        value = node.child_by_field_name("value")
        if value is not None:
            self.visit(value)
        for name in node.children_by_field_name("name"):
            if self._is_error(name):
                self._declare(name).starts_empty = value is None

    def _assignment(self, node: Node) -> None:
        """What is on the right is looked at first, since it does not know the names on the left yet."""
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if right is not None:
            self.visit(right)
        if left is None:
            return
        between = self.data[left.end_byte : left.end_byte if right is None else right.start_byte]
        for name in left.named_children if left.type == "expression_list" else [left]:
            if not self._is_error(name):
                self.visit(name)
            elif b":=" in between and not self.scopes[-1][1]:
                variable = self._declare(name)
                is_alone = node.parent is not None and node.parent.type in _LISTS
                variable.statement = node if is_alone and node.type == "short_var_declaration" else None
            else:
                self._give(name)

    def _give(self, name: Node) -> None:
        variable = self._known()
        if variable is not None:
            variable.shared |= variable.function != self.functions[-1]
            variable.assigned.append(name)
