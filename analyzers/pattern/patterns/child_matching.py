"""Matches the children in one field of a pattern: one, in order, as a set, as arguments, as a block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.patterns.commutativity import with_more_operands
from reread.analyzers.pattern.patterns.pattern import (
    Alternatives,
    Branch,
    Ellipsis,
    Group,
    GroupMatch,
    ManyMetavariable,
    Metavariable,
    Pattern,
)
from reread.analyzers.pattern.patterns.sequences import (
    ArgumentList,
    Arguments,
    NoArguments,
    OneItem,
    OneOfMany,
    Ordered,
    Subset,
    Unordered,
    is_keyword,
)
from reread.analyzers.pattern.patterns.statements import Statements, held_before
from reread.analyzers.pattern.patterns.strings import OneOrNothing, may_be_nothing
from reread.analyzers.syntax import Node

if TYPE_CHECKING:
    from reread.analyzers.pattern.source import Options

_BODIES = frozenset({"body", "consequence", "alternative"})


def group_match(
    kind: str,
    field: str,
    children: list[Node],
    items: tuple[Pattern, ...],
    *,
    subset: bool,
    matching: Matching,
    decorators_in_order: bool,
) -> GroupMatch:
    """How the children of a node in one field are matched.

    `kind` is the node's, `items` are the patterns of its `children`. With `subset` the code may hold more.
    """
    if len(items) == 1:
        items = (_standing_for_more(kind, field, children[0], items[0], matching),)
    if len(items) == 1 and isinstance(items[0], Statements):
        # A method may have no body, and an `if` nothing to do; an `else` in the pattern must be there.
        may_lack = field in ("", "body", "consequence") and kind not in matching.statements.with_bodies
        may_lack = may_lack or (field == "alternative" and kind in matching.statements.conditions)
        return items[0] if may_lack else OneItem(items[0])
    if (
        field in matching.leeway.subsets
        and children[0].type in matching.leeway.arguments
        and _asks_for_nothing(items[0])
    ):
        return OneItem(items[0], optional=True)
    if subset or kind in matching.leeway.subsets or field in matching.leeway.subsets:
        if decorators_in_order and (field == "decorator" or kind == "modifiers"):
            return Ordered((*(part for item in items for part in (Ellipsis(), item)), Ellipsis()))
        return Subset(items)
    if (
        kind == "jsx_element"
        and not field
        and not isinstance(items[-1], Ellipsis)
        and kind not in matching.leeway.unordered
    ):
        return Ordered((*items, Ellipsis()))  # What follows the children of the pattern may be anything.
    if kind in matching.leeway.unordered:
        return Unordered(items)
    if kind in matching.leeway.arguments:
        pairs = zip(items, children, strict=True)
        return Arguments(
            items, [not isinstance(item, Ellipsis) and is_keyword(child, matching) for item, child in pairs]
        )
    if kind == "parameter_declaration" and field == "name" and len(items) == 1:
        return OneOfMany(items[0])
    is_declared = field == "declarator" or children[0].type.endswith("declarator")
    if len(items) == 1 and kind in matching.statements.declarations and is_declared:
        return Subset(items)  # One of several variables that are declared together.
    if kind in matching.leeway.valueless and field == "value" and may_be_nothing(items[0]):
        return OneOrNothing(items[0])
    if len(items) == 1 and field:
        is_list = children[0].type in matching.leeway.arguments or children[0].type.endswith("parameters")
        if field == "arguments" and matching.leeway.argument_alone:
            return ArgumentList(items[0], matching.leeway.argument_alone, optional=_is_anything(items[0]))
        return OneItem(items[0], optional=_is_anything(items[0]) and (is_list or isinstance(items[0], Ellipsis)))
    return Ordered(items)


def _standing_for_more(kind: str, field: str, child: Node, item: Pattern, matching: Matching) -> Pattern:
    """What is alone in a field, where it also stands for something around it."""
    if field in _BODIES and _is_lone_statement(kind, child, item) and held_before(child, matching) is None:
        return Statements((item,), matching.statements.blocks)  # For a block with nothing else in it.
    if field == "left" and kind in matching.names.operators:
        return with_more_operands(item)
    return item


def hardness(group: Group) -> int:
    """How much of what a group asks for can fail: less fails sooner."""
    match = group.match
    if isinstance(match, OneItem):
        return 2 if isinstance(match.pattern, (Metavariable, Ellipsis)) else 0 if match.pattern.kinds else 1
    return 1 if isinstance(match, (Ordered, Subset, Arguments)) else 3


def swapped(branch: Branch, options: Options) -> Pattern:
    """The operation both ways round, where the options say so."""
    from reread.analyzers.pattern.patterns.options import swaps

    first, last = branch.groups[0] if branch.groups else None, branch.groups[-1] if branch.groups else None
    other: tuple[Group, ...] = ()
    if len(branch.groups) == 1 and first is not None and isinstance(first.match, Ordered):
        items = first.match.items
        other = (first._replace(match=Ordered(items[::-1])),) if len(items) == 2 else ()
    elif len(branch.groups) == 2 and first is not None and last is not None:
        other = (last._replace(field=first.field), first._replace(field=last.field))
    if not other or not branch.name or not swaps(branch.name, options):
        return branch
    back = Branch(branch.kinds, branch.name, other, tuple(branch.tokens), open=branch.open)
    return Alternatives((branch, back))


def is_empty(group: Group) -> bool:
    """True for what stands for nothing, such as the empty condition of a loop."""
    item = group.match.pattern if isinstance(group.match, OneItem) else None
    return isinstance(item, Branch) and not item.groups and not item.tokens


def with_implied(kind: str, groups: list[Group], matching: Matching) -> list[Group]:
    """The requirements for a node of a kind; where a list without arguments may be left out, it may be in the pattern
    and in code.
    """
    field = matching.leeway.implied.get(kind)
    own = [group for group in groups if group.field == field]
    if field is None or any(not is_empty(group) for group in own):
        return groups
    return [*(group for group in groups if group.field != field), Group(field, NoArguments())]


def _is_lone_statement(kind: str, node: Node, item: Pattern) -> bool:
    """True for a statement without braces where a block could stand, unless it is `...`."""
    if kind == "if_statement" and node.type in ("statement", "else_clause"):
        node = node.named_child(0) or node  # What some grammars have around each statement, or around the second.
    return node.type.endswith("_statement") and not isinstance(item, (Statements, Ellipsis, Metavariable))


def _asks_for_nothing(pattern: Pattern) -> bool:
    """True for a list that may hold more, of which the pattern says only `...`."""
    groups = pattern.groups if isinstance(pattern, Branch) else ()
    return len(groups) == 1 and isinstance(groups[0].match, Subset) and not groups[0].match.items


def _is_anything(pattern: Pattern) -> bool:
    """True for a list that is only `(...)`, which also stands for no list at all."""
    if not isinstance(pattern, Branch) or len(pattern.groups) != 1:
        return isinstance(pattern, (Ellipsis, ManyMetavariable))
    match = pattern.groups[0].match
    items = (
        match.positional.items + match.keywords if isinstance(match, Arguments) else getattr(match, "items", (match,))
    )
    return bool(items) and all(isinstance(item, Ellipsis) for item in items)
