"""The `match` statements of Python."""

from __future__ import annotations

from collections.abc import Iterator

from reread.analyzers.dataflow.ir.nodes import (
    Assign,
    Block,
    Collection,
    Expression,
    If,
    Index,
    Literal,
    Name,
    Operation,
    Parts,
    Statement,
)
from reread.analyzers.dataflow.languages.python.lower_context import PythonLowering
from reread.analyzers.syntax import Node

_NUMBERS = frozenset({"int", "float", "bool", "complex", "Decimal"})
"""Classes whose objects are numbers: what `int(x)` of a case binds is one."""
_LITERALS = frozenset({"string", "concatenated_string", "integer", "float", "true", "false", "none"})
_AROUND = frozenset({"case_pattern", "union_pattern", "tuple_pattern", "list_pattern"})


def lower_match(lowering: PythonLowering, node: Node) -> Iterator[Statement]:
    subjects = node.children_by_field_name("subject")
    subject = lowering.of(subjects[0]) if len(subjects) == 1 else Collection(*lowering.place(node), ())
    body = node.child_by_field_name("body")
    other: Block = ()
    for case in reversed([] if body is None else body.named_children):
        if case.type == "case_clause":
            other = lower_case(lowering, case, subject, other)
    yield from other


def lower_case(lowering: PythonLowering, node: Node, subject: Expression, other: Block) -> Block:
    place = lowering.place(node)
    condition: Expression = Parts(*place, ())
    bound: list[Statement] = []
    for pattern in node.named_children:
        if pattern.type == "case_pattern":
            numbers: set[int] = set()
            literals, names = lower_pattern(lowering, pattern, numbers)
            whole = pattern.named_child_count == 1 and pattern.named_children[0].type == "dotted_name"
            value = (
                subject if whole else Index(subject.start, subject.end, subject, Parts(subject.start, subject.end, ()))
            )
            bound += (
                Assign(name.start, name.end, name, Parts(name.start, name.end, ()) if name.start in numbers else value)
                for name in names
            )
            if literals and (not names or is_fixed(lowering, pattern)):
                equal = tuple(Operation(*place, "==", (subject, literal)) for literal in literals)
                condition = equal[0] if len(equal) == 1 else Operation(*place, "or", equal)
            elif (not literals and names and whole) or lowering.text(pattern) == "_":
                condition = Literal(*place, True)
    guard = node.child_by_field_name("guard")
    if guard is not None:
        tests = lowering.all_of(guard.named_children)
        bindings = tuple(bound)
        body = lowering.block(node.child_by_field_name("consequence"))
        return (*bindings, If(*place, Operation(*place, "and", (condition, *tests)), body, other))
    return (If(*place, condition, (*bound, *lowering.block(node.child_by_field_name("consequence"))), other),)


def lower_pattern(lowering: PythonLowering, node: Node, numbers: set[int]) -> tuple[list[Expression], list[Name]]:
    """The literals that a pattern consists of, if only of them, and the names that it binds.

    Where those begin that `int(x)` and its like bind, is noted in `numbers`.
    """
    literals: list[Expression] = []
    names: list[Name] = []
    only_literals = True
    stack = [node]
    while stack:
        current = stack.pop()
        kind = current.type
        if kind in _LITERALS:
            literals.append(lowering.of(current))
        elif kind == "identifier":
            name = lowering.text(current)
            if name != "_":
                names.append(Name(*lowering.place(current), name))
        elif kind == "dotted_name" and current.named_child_count > 1:
            only_literals = False
        elif kind == "class_pattern":
            only_literals = False
            inner = current.named_children[1:]
            if lowering.text(current.named_children[0]) in _NUMBERS:
                found = [lower_pattern(lowering, each, numbers)[1] for each in inner]
                names += (name for each in found for name in each)
                numbers.update(name.start for each in found for name in each)
            else:
                stack += inner
        elif kind == "as_pattern" and is_fixed(lowering, current):
            only_literals = only_literals and current.parent == node
            names.append(Name(*lowering.place(current.named_children[-1]), lowering.text(current.named_children[-1])))
            numbers.add(names[-1].start)
            stack += current.named_children[:-1]
        elif kind == "keyword_pattern":
            stack += current.named_children[1:]
        else:
            only_literals = only_literals and kind in ("case_pattern", "union_pattern", "dotted_name")
            stack += current.named_children
    return (literals if only_literals else []), names


def is_fixed(lowering: PythonLowering, node: Node) -> bool:
    """True for a pattern that fits nothing but a number and what is written in the code: `"a" | "b"`, `Kind.RED`.

    What it is called says nothing of that: `"a" as kind`.
    """
    kind = node.type
    if kind == "as_pattern":
        return is_fixed(lowering, node.named_children[0])
    if kind == "class_pattern":
        return lowering.text(node.named_children[0]) in _NUMBERS
    if kind == "dotted_name":
        return node.named_child_count > 1
    if kind in _AROUND:
        parts = node.named_children
        has_wildcard = any(each.type == "_" for each in node.children)
        return bool(parts) and not has_wildcard and all(is_fixed(lowering, each) for each in parts)
    return kind in _LITERALS
