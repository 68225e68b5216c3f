"""Finds the syntax that gives a variable or field its value, from the nodes around an occurrence of its name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reread.analyzers.constants.definition_kinds import LAST, Writes
from reread.analyzers.syntax import Node

_COMPARISONS = frozenset({b"!=", b"<=", b">="})
_DECLARATIONS = frozenset(
    {
        *("variable_declarator", "assignment", "var_spec", "declaration", "variable_declaration"),
        *("property_declaration", "variable_declaration_statement"),
    }
)
_PARAMETERS = frozenset({"method_parameters", "block_parameters", "lambda_parameters"})
_CHANGING = {
    "unary_expression": frozenset({"&", "delete"}),
    "pointer_expression": frozenset({"&"}),
    "prefix_expression": frozenset({"&"}),
    "binary": frozenset({"<<"}),
}
_POINTERS = frozenset({"pointer_declarator"})
_LISTS = frozenset({"expression_list", "pattern_list", "left_assignment_list", "variable_list"})
_ALSO_MARKED = frozenset({"program", "class_definition"})


class Step(NamedTuple):
    """A node on the way from the root, with its kind and the field of its parent that it is in ("" for none).

    `function` is the innermost function that it is or is in, None for the code of a module; `mark` the index of the
    innermost function, class or scope, 0 for none. Nobody walks through the thousands of calls of a chain for them.
    """

    node: Node
    kind: str
    field: str
    function: int | None = None
    mark: int = 0


def step_to(path: list[Step], node: Node, field: str, table: Writes) -> Step:
    """The step to a node from the last one of a path."""
    kind = node.type
    function = node.id if kind in table.functions else path[-1].function if path else None
    if kind in table.functions or kind in table.scopes or kind in table.classes or kind in _ALSO_MARKED:
        return Step(node, kind, field, function, len(path))
    return Step(node, kind, field, function, path[-1].mark if path else 0)


def outwards(path: list[Step]) -> Iterator[Step]:
    """The functions, classes and scopes of a path, innermost first, and its first step."""
    index = path[-1].mark
    while index > 0:
        yield path[index]
        index = path[index - 1].mark
    yield path[0]


class Write(NamedTuple):
    """A place where a variable is given a value.

    `place` is the index in `path` of the node that does it, `scope` that of the node in which the variable is known by
    it, or -1 when it is an assignment to a variable known anyway. `value` is None when it is not in the text.
    """

    path: list[Step]
    place: int
    scope: int
    value: Node | None

    @property
    def node(self) -> Node:
        return self.path[self.place].node


def write_at(path: list[Step], table: Writes) -> Write | None:
    """The place that a name is given a value by, when it is."""
    if path[-1].kind not in table.names:
        return None
    place = len(path) - 1
    while place > 0 and path[place - 1].kind in table.wrappers and path[place].field not in ("right", "key"):
        place -= 1
    if place == 0:
        return None
    above, key = path[place - 1], (path[place - 1].kind, path[place].field)
    declares = key in table.assigns and place > 1 and path[place - 2].kind in table.declaring
    if key in table.declares or declares:
        outside = place - 2 if above.kind in table.named else place - 1
        if len(path) > place - 2 >= 0 and path[place - 2].kind in table.hoisting:
            scopes = table.functions | {"program"}
        elif any(step.kind in _PARAMETERS for step in path[max(0, place - 2) : place]):
            scopes = table.functions
        else:
            scopes = table.scopes
        scope = next((index for index in range(outside, -1, -1) if path[index].kind in scopes), 0)
        value = _value(path, place, table.assigns[key] if declares else table.declares[key], table)
        if value is not None and value == path[-1].node:
            return None
        return Write(path, place - 1, scope, value)
    if key in table.assigns and _assigns(above.node, key):
        declared = key[0] in ("range_clause", "for_in_statement", "receive_statement") and _declares(above.node)
        scope = (
            next(index for index in range(place - 1, -1, -1) if path[index].kind in table.scopes) if declared else -1
        )
        return Write(path, place - 1, scope, _value(path, place, table.assigns[key], table))
    return None


def _assigns(node: Node, key: tuple[str, str]) -> bool:
    """False for operators that change nothing: only `&x` lets others write to x, only `delete x` resets it, only
    `x << y` adds to it, and of those
    between two values only `x += y` and the like change x.
    """
    if key[0] == "infix_expression":
        found = node.child_by_field_name("operator")
        return found is not None and _is_change(found.text or b"")
    operators = _CHANGING.get(key[0])
    return operators is None or any(child.type in operators for child in node.children)


def _is_change(operator: bytes) -> bool:
    """True for the operators that end in an equals sign and do not compare."""
    return operator.endswith(b"=") and operator not in _COMPARISONS and not operator.startswith(b"=")


def _declares(node: Node) -> bool:
    return node.child_by_field_name("kind") is not None or any(child.type == ":=" for child in node.children)


def _value(path: list[Step], place: int, field: str, table: Writes) -> Node | None:
    """What is assigned; of `a, b = x, y` the one that belongs to the name."""
    above = path[place - 1].node
    operator = above.child_by_field_name("operator")
    alone = place == len(path) - 1 or path[place].node.named_child_count == 1
    if operator is not None and operator.type in ("+=", ".=") and alone:
        return above
    value = above.named_child(above.named_child_count - 1) if field == LAST else None
    value = above.child_by_field_name(field) if field and field != LAST else value
    if value is None or (operator is not None and operator.type != "="):
        return None
    while value.type == "assignment":
        value = value.child_by_field_name("right") or value
        if value.child_by_field_name("right") is None:
            break
    while place < len(path) - 1 and path[place].kind in table.unwrapped and _is_of(path[place + 1], path[place]):
        place += 1
    targets = [path[place].node]
    if place < len(path) - 1 and path[place].kind in _LISTS:
        targets = [child for child in path[place].node.named_children if child.type != "attribute"]
    elif path[place].field == "name" and value.type == "expression_list":
        targets = [child for child in above.children_by_field_name("name") if child.is_named]
    elif place < len(path) - 1:
        return value if all(step.kind in _POINTERS for step in path[place:-1]) else None
    values = value.named_children if value.type in ("expression_list", "right_assignment_list") else [value]
    mine = next((index for index, each in enumerate(targets) if each == path[-1].node), -1)
    return values[mine] if len(targets) == len(values) and mine >= 0 else None


def _is_of(name: Step, wrapper: Step) -> bool:
    """Whether a wrapper holds nothing but a name, or a name and its type."""
    return name.field == "name" or wrapper.node.named_child_count == 1


def field_write_at(path: list[Step], table: Writes) -> Write | None:
    """The assignment that gives a field its value: in the body of a class, or as the member of an object."""
    place = len(path) - 1
    if place < 2:
        return None
    member = table.members.get(path[place - 1].kind)
    if member is not None and path[place].field == member[1]:
        place -= 1
    elif not any(step.kind in table.classes for step in path[: place - 1]) or (
        path[-1].function is not None and _is_in_method(path, table)
    ):
        return None
    key = (path[place - 1].kind, path[place].field)
    if key not in table.fields or not _assigns(path[place - 1].node, key):
        return None
    return Write(path, place - 1, -1, _value(path[: place + 1], place, table.fields[key], table))


def _is_in_method(path: list[Step], table: Writes) -> bool:
    """True when the name is a local variable of a method rather than a field."""
    for step in outwards(path[:-1]):
        if step.kind in table.functions:
            return True
        if step.kind in table.classes:
            return False
    return False


def is_unset(write: Write) -> bool:
    """True for a declaration without a value."""
    step = write.path[write.place]
    if write.value is not None or step.kind not in _DECLARATIONS:
        return False
    around = write.path[write.place - 1].kind
    value = step.node.child_by_field_name("right" if step.kind == "assignment" else "value")
    return value is None and around not in ("spread_parameter", "for_in_statement")
