"""Declarations in the manner of C, where a part of the type stands at the name: `char *p`, `char a[3]`."""

from __future__ import annotations

from functools import partial

from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.patterns.metavariable_encoding import metavariable
from reread.analyzers.pattern.patterns.pattern import Alternatives, Branch, Ellipsis, Group, Pattern
from reread.analyzers.pattern.patterns.sequences import Subset
from reread.analyzers.pattern.patterns.statement_position import Placed
from reread.analyzers.syntax import Node, SyntaxTree

_DECLARATIONS = frozenset(
    {"declaration", "for_range_loop", "parameter_declaration", "optional_parameter_declaration", "function_definition"}
)
_OF_TYPES = frozenset({"pointer_declarator", "array_declarator", "reference_declarator", "function_declarator"})
_AROUND_NAMES = frozenset({"init_declarator", "parenthesized_declarator"})


def with_types(items: tuple[Pattern, ...], node: Node, children: list[Node], tree: SyntaxTree) -> tuple[Pattern, ...]:
    """The patterns of what is declared, each for names of that type alone: `char $X = 0` is not `char *x = 0`.

    A metavariable for the type also stands for pointers and arrays: in `$T *$X` for the `char *` of `char **x`.
    """
    declared = node.child_by_field_name("type")
    if declared is None or node.type not in _DECLARATIONS or not all(child.is_named for child in children):
        return items
    is_open = bool(metavariable(tree.text(declared)))
    return tuple(
        item if isinstance(item, Ellipsis) else Placed(item, partial(_is_like, child.type, _of_type(child), is_open))
        for item, child in zip(items, children, strict=True)
    )


def _is_like(kind: str, wanted: tuple[str, ...], is_open: bool, node: Node, context: MatchContext) -> bool:
    """True for what is declared as the type that is wanted, with a value or without."""
    if "init_declarator" in (kind, node.type) and kind != node.type:
        return False
    kinds = _of_type(node)
    return kinds[: len(wanted)] == wanted if is_open else kinds == wanted


def _of_type(node: Node | None) -> tuple[str, ...]:
    """What a name is declared as, from the outside: `*a[3]` is an array of pointers."""
    found = []
    while node is not None and node.type in _OF_TYPES | _AROUND_NAMES:
        if node.type in _OF_TYPES:
            found.append(node.type)
        node = node.child_by_field_name("declarator") or node.named_child(0)
    return tuple(reversed(found))


def is_needed(kind: str, field: str) -> bool:
    """True for the braces of `struct $S { ... }`, without which the code only names the structure."""
    return field == "body" and kind.endswith("_specifier")


def is_outside_loop_headers(node: Node, context: MatchContext) -> bool:
    """True for a declaration, or what is in one, that is not the `int i = 0` of a loop."""
    around = node.parent
    if around is not None and node.type == "init_declarator":
        node, around = around, around.parent
    if around is None or node.type != "declaration":
        return True
    context.touch(around)
    return around.type not in ("for_statement", "for_range_loop") or around.child_by_field_name("initializer") != node


def with_fields(pattern: Pattern, node: Node) -> Pattern:
    """A pattern of a declaration with a value, or an assignment, which is also about a member declared with one."""
    if not isinstance(pattern, Branch) or node.type not in ("declaration", "assignment_expression"):
        return pattern
    groups = {group.field: group.match for group in pattern.groups}
    of_type = groups.get("type")
    if isinstance(declared := groups.get("declarator"), Subset) and len(declared.items) == 1:
        item = declared.items[0]
        inner = item.items[0] if isinstance(item, Placed) else item
        groups = {group.field: group.match for group in inner.groups} if isinstance(inner, Branch) else {}
    name, value = groups.get("left"), groups.get("right")
    if name is None or value is None or len(pattern.groups) > 2:
        return pattern
    parts = [Group("declarator", name), Group("default_value", value)]
    if of_type is not None:
        parts.append(Group("type", of_type))
    field = Branch(frozenset({"field_declaration"}), None, tuple(parts), (), open=True)
    return Alternatives((pattern, field))
