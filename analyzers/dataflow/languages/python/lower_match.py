"""The `match` statements of Python in the form of `program`."""

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
from reread.analyzers.dataflow.languages.python.lower_expressions import Expressions
from reread.analyzers.syntax import Node

_NUMBERS = frozenset({"int", "float", "bool", "complex", "Decimal"})
"""Classes whose objects are numbers: what `int(x)` of a case binds is one."""
_LITERALS = frozenset({"string", "concatenated_string", "integer", "float", "true", "false", "none"})
_AROUND = frozenset({"case_pattern", "union_pattern", "tuple_pattern", "list_pattern"})


class MatchStatements(Expressions):
    """The part of the lowering that makes branches of cases."""

    def block(self, node: Node | None) -> Block:
        """The statements of a block."""
        raise NotImplementedError

    def match(self, node: Node) -> Iterator[Statement]:
        subjects = node.children_by_field_name("subject")
        subject = self.of(subjects[0]) if len(subjects) == 1 else Collection(*self.place(node), ())
        body = node.child_by_field_name("body")
        other: Block = ()
        for case in reversed([] if body is None else body.named_children):
            if case.type == "case_clause":
                other = self.case(case, subject, other)
        yield from other

    def case(self, node: Node, subject: Expression, other: Block) -> Block:
        place = self.place(node)
        condition: Expression = Parts(*place, ())
        bound: list[Statement] = []
        for pattern in node.named_children:
            if pattern.type == "case_pattern":
                numbers: set[int] = set()
                literals, names = self.pattern(pattern, numbers)
                whole = pattern.named_child_count == 1 and pattern.named_children[0].type == "dotted_name"
                value = (
                    subject
                    if whole
                    else Index(subject.start, subject.end, subject, Parts(subject.start, subject.end, ()))
                )
                bound += (
                    Assign(
                        name.start, name.end, name, Parts(name.start, name.end, ()) if name.start in numbers else value
                    )
                    for name in names
                )
                if literals and (not names or self.is_fixed(pattern)):
                    equal = tuple(Operation(*place, "==", (subject, literal)) for literal in literals)
                    condition = equal[0] if len(equal) == 1 else Operation(*place, "or", equal)
                elif (not literals and names and whole) or self.text(pattern) == "_":
                    condition = Literal(*place, True)
        guard = node.child_by_field_name("guard")
        if guard is not None:
            tests = self.all_of(guard.named_children)
            bindings = tuple(bound)
            body = self.block(node.child_by_field_name("consequence"))
            return (*bindings, If(*place, Operation(*place, "and", (condition, *tests)), body, other))
        return (If(*place, condition, (*bound, *self.block(node.child_by_field_name("consequence"))), other),)

    def pattern(self, node: Node, numbers: set[int]) -> tuple[list[Expression], list[Name]]:
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
                literals.append(self.of(current))
            elif kind == "identifier":
                name = self.text(current)
                if name != "_":
                    names.append(Name(*self.place(current), name))
            elif kind == "dotted_name" and current.named_child_count > 1:
                only_literals = False
            elif kind == "class_pattern":
                only_literals = False
                inner = current.named_children[1:]
                if self.text(current.named_children[0]) in _NUMBERS:
                    found = [self.pattern(each, numbers)[1] for each in inner]
                    names += (name for each in found for name in each)
                    numbers.update(name.start for each in found for name in each)
                else:
                    stack += inner
            elif kind == "as_pattern" and self.is_fixed(current):
                only_literals = only_literals and current.parent == node
                names.append(Name(*self.place(current.named_children[-1]), self.text(current.named_children[-1])))
                numbers.add(names[-1].start)
                stack += current.named_children[:-1]
            elif kind == "keyword_pattern":
                stack += current.named_children[1:]
            else:
                only_literals = only_literals and kind in ("case_pattern", "union_pattern", "dotted_name")
                stack += current.named_children
        return (literals if only_literals else []), names

    def is_fixed(self, node: Node) -> bool:
        """True for a pattern that fits nothing but a number and what is written in the code: `"a" | "b"`, `Kind.RED`.

        What it is called says nothing of that: `"a" as kind`.
        """
        kind = node.type
        if kind == "as_pattern":
            return self.is_fixed(node.named_children[0])
        if kind == "class_pattern":
            return self.text(node.named_children[0]) in _NUMBERS
        if kind == "dotted_name":
            return node.named_child_count > 1
        if kind in _AROUND:
            parts = node.named_children
            has_wildcard = any(each.type == "_" for each in node.children)
            return bool(parts) and not has_wildcard and all(map(self.is_fixed, parts))
        return kind in _LITERALS
