"""Accesses nodes the way patterns do: through parentheses, by fields, ignoring trivia."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from reread.analyzers.constants.unwrapping import inner_of, is_before_types
from reread.analyzers.languages.table import Matching
from reread.analyzers.syntax import Node

Split: TypeAlias = tuple[dict[str, list[Node]], list[str]]

_ENDS = frozenset({",", "{", "else"})
"""What follows a condition."""
Shape: TypeAlias = tuple[tuple[str, Any, bool], ...]
"""For a field: the kinds that its child must have (None: any), and whether there must be one. For "", which stands for
all children: the kinds of each."""


def see_through(node: Node, kinds: frozenset[str], language: Matching) -> Node:
    """Like `strip`, but stops at one of the kinds, and sees through the wrappers of definitions too."""
    while node.type not in kinds:
        inner = node.child_by_field_name("definition") if node.type == language.statements.decorated else None
        if inner is None and (node.type in language.leeway.transparent or is_before_types(node, language)):
            inner = inner_of(node, language)
        if node.type in language.names.with_types:
            inner = node.named_child(0)
        if inner is None and node.type in language.statements.declarations:
            declared = [child for child in node.named_children if child.type in kinds]
            inner = declared[0] if len(declared) == 1 else None
        if inner is None:
            break
        node = inner
    return node


def statements(block: Node, language: Matching) -> list[Node]:
    """The statements right in a block."""
    if block.type in language.statements.holders:
        return _held(block, language.statements.holders)
    passed_over = language.leeway.passed_over
    nodes = [child for child in block.named_children if not child.is_extra and child.type not in passed_over]
    if len(nodes) == 1 and nodes[0].type in language.statements.inlined:
        return [child for child in nodes[0].named_children if not child.is_extra]
    return nodes


def _held(holder: Node, holders: Mapping[str, str]) -> list[Node]:
    """The statements of a node that holds them beside something else."""
    field = holders[holder.type]
    if field:
        return [child for child in holder.children_by_field_name(field) if child.is_named]
    found: list[Node] = []
    cursor = holder.walk()
    more = cursor.goto_first_child()
    while more:
        child = cursor.node
        assert child is not None
        if child.is_named and not child.is_extra and cursor.field_name is None and child.type not in holders:
            found.append(child)
        more = cursor.goto_next_sibling()
    return found


def split(node: Node, language: Matching) -> Split:
    """The named children by field ("" or an optional kind where there is none), and the tokens that mean something."""
    fields: dict[str, list[Node]] = {}
    tokens: list[str] = []
    kind = node.type
    names, passed_over = language.leeway.fields, language.leeway.passed_over
    token_fields = language.leeway.token_fields
    part = 0
    if kind in language.statements.decorated_outside and node.parent is not None:
        decorators = node.parent.children_by_field_name("decorator")
        if decorators:
            fields["decorator"] = decorators
    cursor = node.walk()
    if not cursor.goto_first_child():
        return fields, tokens
    while True:
        child = cursor.node
        assert child is not None
        field = cursor.field_name
        if not child.is_named and child.type not in language.leeway.value_words:
            if field == "default_value" and field in language.leeway.optional:
                if not cursor.goto_next_sibling():
                    break
                continue  # The value is a word of the language, such as `nil`.
            part += kind in language.leeway.slices and child.type == ":"
            # `<` and `>` mean nothing around types, and everything between values.
            if token_fields and (kind, child.type) in token_fields:
                fields.setdefault(token_fields[kind, child.type], []).append(child)
            elif child.type not in language.leeway.ignored_tokens or (
                child.type in "<>" and kind in language.names.operators
            ):
                is_before = kind == "update_expression" and not tokens and not fields
                tokens.append(f"{child.type} before" if is_before else child.type)
        elif not child.is_extra and child.type not in passed_over and not _is_empty(child, kind, language):
            if (kind, child.type) in names:
                field = names[kind, child.type]
            elif field is None and kind in language.statements.conditions and "else" in fields:
                field = "alternative"
            elif field is None:
                known = child.type in language.leeway.optional or child.type in language.leeway.apart
                field = child.type if known else names.get((kind, ""), "")
            elif field == "body" and tokens and tokens[-1] == "else":
                field = "else"  # Some grammars name both branches alike.
            elif (kind, field) in names:
                field = names[kind, field]
            if kind in language.leeway.slices:
                field = f"part {part}"
            if child.type in language.leeway.spliced:
                _splice(child, field, kind, (fields, tokens), language)
            else:
                fields.setdefault(field, []).append(child)
                if (kind, field) in language.leeway.repeated and _is_its_value(child):
                    fields.setdefault(language.leeway.repeated[kind, field], []).append(child)
        if not cursor.goto_next_sibling():
            break
    if kind in language.leeway.valueless and "value" not in fields and not child.is_named:
        fields["value"] = [child]  # The colon, behind which there is nothing.
    if language.statements.else_ifs:
        _nest(node, fields, language.statements.else_ifs)
    return fields, tokens


def _is_its_value(name: Node) -> bool:
    """True for the name in `if let x { }`, which is short for `if let x = x { }`."""
    following = name.next_sibling
    return following is not None and following.type in _ENDS


def _is_empty(child: Node, kind: str, language: Matching) -> bool:
    """Whether brackets with nothing in them may be left out of a node of a kind."""
    leeway = language.leeway
    return kind in leeway.argumentless and child.type in leeway.arguments and not child.named_child_count


def _nest(node: Node, fields: dict[str, list[Node]], else_ifs: Mapping[str, str]) -> None:
    """Leaves an `if` its next branch alone, and gives a branch the one behind it."""
    if node.type in else_ifs:
        if "alternative" in fields:
            fields["alternative"] = fields["alternative"][:1]
        return
    behind = node.next_named_sibling if node.type in else_ifs.values() else None
    while behind is not None and behind.is_extra:
        behind = behind.next_named_sibling
    if behind is not None:
        fields["alternative"] = [behind]


def _splice(part: Node, field: str, kind: str, around: Split, language: Matching) -> None:
    """Adds what is in a part of a node of a kind to the fields and tokens of that."""
    fields, tokens = around
    for number, inner in enumerate(part.children):
        if not inner.is_named and inner.type not in language.leeway.ignored_tokens:
            tokens.append(inner.type)
        if inner.is_named and not inner.is_extra:
            own = field or part.field_name_for_child(number) or ""
            if not own and inner.type in language.leeway.optional:
                own = inner.type
            fields.setdefault(language.leeway.fields.get((kind, own), own), []).append(inner)


def may_fit(node: Node, shape: Shape, language: Matching) -> bool:
    """False when a child is missing or has the wrong kind."""
    for field, kinds, needed in shape:
        if not field:
            if not _may_stand(node, kinds, language):
                return False
            continue
        child = node.child_by_field_name(field)
        if child is None:
            if needed:
                return False
        elif kinds is not None and child.type not in kinds and not may_hold(child.type, language):
            return False
    return True


def may_hold(kind: str, language: Matching) -> bool:
    """True for kinds that may be around what is looked for."""
    leeway = language.leeway
    return kind in leeway.transparent or kind in leeway.before_types or kind in language.names.with_types


def _may_stand(node: Node, kinds: tuple[frozenset[str] | None, ...], language: Matching) -> bool:
    """False when the children of a node are fewer than these, or one has the wrong kind."""
    count = node.named_child_count
    if count != len(kinds):
        # More there may be: comments, and what patterns need not mention.
        return count > len(kinds)
    for index, wanted in enumerate(kinds):
        if wanted is not None:
            child = node.named_child(index)
            assert child is not None
            kind = child.type
            if kind not in wanted and not may_hold(kind, language) and kind != language.statements.decorated:
                return False
    return True


def with_parentheses(start: int, end: int, root: Node, language: Matching) -> tuple[int, int]:
    """A range of bytes with the parentheses right around it, where the language has them as part of an expression.

    An opening tag becomes all of its element.
    """
    node = root.descendant_for_byte_range(start, end) if language.leeway.parentheses else None
    if node is None or (node.start_byte, node.end_byte) != (start, end):
        return start, end
    while (around := node.parent) is not None:
        own_of = language.leeway.parentheses.get(around.type)
        is_same = (around.start_byte, around.end_byte) == (node.start_byte, node.end_byte)
        is_same = is_same or language.leeway.beginnings.get(node.type) == around.type
        if not is_same and (own_of is None or (around.parent is not None and around.parent.type in own_of)):
            break
        node = around
    return node.start_byte, node.end_byte
