"""The declarations of a file, for typed metavariables: resolves names, and lists the members of classes."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.languages.table import Language, Typing
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.syntax import Node, Query, captures, has_kind, language, query

_MOST_MEMBERS = 2_000
_AROUND_NAMES = frozenset({"pointer_declarator", "reference_declarator", "init_declarator", "parenthesized_declarator"})


class Declared(NamedTuple):
    """A name that a declaration brings in, with the nodes of its type and value where there are any."""

    start: int
    scope: int
    type: Node | None
    value: Node | None
    stars: int = 0
    """The pointers that stand at the name."""


def declaration(node: Node, typing: Typing, context: MatchContext) -> Declared | None:
    """The declaration that a name means: the innermost one before it, else one of the class or of the file."""
    name = context.data[node.start_byte : node.end_byte]
    around = context.ancestors(node)
    outermost = next((each for each in around if each.type in typing.functions), None)
    if outermost is not None:
        context.touch(outermost)
        visible = {each.id for each in around}
        places = [each for each in _inside(outermost, typing, context).get(name, ()) if each.scope in visible]
        before = [each for each in places if each.start <= node.start_byte]
        if before or places:
            return (before or places)[-1]
    for container in reversed(around):
        if container.type in context.table.containers or container == context.root:
            context.touch(container)
            found = members(container, typing, context).get(name, ())
            for declared in found:
                return declared
    return None


def _inside(function: Node, typing: Typing, context: MatchContext) -> dict[bytes, list[Declared]]:
    """The names declared in a function, with the node in which each is visible."""
    known = context.declared.get(function.id)
    if known is not None:
        return known
    found: dict[bytes, list[Declared]] = {}
    nodes = captures(_declarations(context.table.name), function).get("declaration", [])
    for node in sorted(nodes, key=lambda each: each.start_byte):
        # A loop or a lambda declares what is visible in itself, all else what is visible around it.
        scope = node if node.type in typing.scopes or node.type in typing.functions else node.parent
        while scope is not None and scope != function and scope.type not in (typing.scopes | typing.functions):
            scope = scope.parent
        _note(node, function.id if scope is None else scope.id, typing, context, found)
    context.declared[function.id] = found
    return found


def members(container: Node, typing: Typing, context: MatchContext) -> dict[bytes, list[Declared]]:
    """The names declared right in a class, a record or a file."""
    known = context.declared.get(container.id)
    if known is not None:
        return known
    found: dict[bytes, list[Declared]] = {}
    stack = list(reversed(container.named_children))
    count = 0
    while stack and count < _MOST_MEMBERS:
        node = stack.pop()
        count += 1
        if node.type in typing.declarations:
            _note(node, container.id, typing, context, found)
        elif typing.promotions and (given := node.child_by_field_name("parameters")) is not None:
            stack.extend(each for each in given.named_children if _is_promoted(each, typing))
        elif node.type in typing.constructors:
            _note_assigned(node, typing, context, found)
        elif node.type not in typing.functions and node.type not in context.table.containers:
            stack.extend(reversed(node.named_children) if node.type in typing.wrappers else ())
    context.declared[container.id] = found
    return found


def _is_promoted(parameter: Node, typing: Typing) -> bool:
    """Whether a parameter is a member as well: `constructor(private client: Client)`."""
    return any(child.type in typing.promotions for child in parameter.children)


def results(container: Node, typing: Typing, context: MatchContext) -> dict[bytes, list[Node]]:
    """The types that the methods right in a class give, by their names."""
    known = context.results.get(container.id)
    if known is not None:
        return known
    found: dict[bytes, list[Node]] = {}
    bodies = [child for child in container.named_children if child.type in typing.wrappers]
    for node in [child for body in bodies for child in body.named_children][:_MOST_MEMBERS]:
        fields = typing.results.get(node.type)
        name = node.child_by_field_name(fields[0]) if fields else None
        kind = node.child_by_field_name(fields[1]) if fields else None
        if name is not None and kind is not None:
            found.setdefault(context.data[name.start_byte : name.end_byte], []).append(kind)
    context.results[container.id] = found
    return found


def _note(node: Node, scope: int, typing: Typing, context: MatchContext, found: dict[bytes, list[Declared]]) -> None:
    name_field, type_field, value_field = typing.declarations[node.type]
    if name_field == "@all":
        names = node.named_children
    else:
        names = node.children_by_field_name(name_field) if name_field else node.named_children[:1]
    kind = _type(node, type_field)
    if kind is None and node.type == "variable_declarator" and node.parent is not None:
        kind = node.parent.child_by_field_name("type")
    values = _values(node, value_field)
    names = [each for name in names for each in (name.named_children if name.type == "expression_list" else (name,))]
    values = [
        each for value in values for each in (value.named_children if value.type == "expression_list" else (value,))
    ]
    for place, name in enumerate(names):
        name, stars = _declared_name(name) if typing.declarators else (strip(name, context.language), 0)
        if name.type in context.language.names.leaves or name.type in ("property_identifier", "field_identifier"):
            value = values[place] if len(values) == len(names) else None
            text = context.data[name.start_byte : name.end_byte]
            found.setdefault(text, []).append(Declared(name.start_byte, scope, kind, value, stars))


def _declared_name(declarator: Node) -> tuple[Node, int]:
    """The name in a declarator of C, and the pointers around it; the declarator itself if that is of a function."""
    inner: Node | None = declarator
    stars = 0
    while inner is not None and inner.type in _AROUND_NAMES:
        stars += inner.type == "pointer_declarator"
        inner = inner.child_by_field_name("declarator") or inner.named_child(0)
    return (declarator if inner is None else inner), stars


def _type(node: Node, field: str) -> Node | None:
    """The type in a declaration: in a field, after `@` in a child of that kind, or with `@last` in the last child."""
    if field == "@last":
        return node.named_child(node.named_child_count - 1)
    if field[:1] == "@":
        return next((child for child in node.named_children if child.type == field[1:]), None)
    return node.child_by_field_name(field) if field else None


def _values(node: Node, field: str) -> list[Node]:
    """The values that a declaration gives; `@last` is its last child, beside the name, where there is no field."""
    if field == "@last":
        return node.named_children[-1:] if node.named_child_count > 1 else []
    return node.children_by_field_name(field) if field else []


def _note_assigned(node: Node, typing: Typing, context: MatchContext, found: dict[bytes, list[Declared]]) -> None:
    """What a method assigns to `self.x` declares a member of the class, too."""
    for each in captures(_declarations(context.table.name), node).get("declaration", []):
        target = each.child_by_field_name("left")
        fields = None if target is None else context.language.names.members.get(target.type)
        if target is None or not fields:
            continue
        owner, member = target.child_by_field_name(fields[0]), target.child_by_field_name(fields[1])
        if owner is None or member is None or context.data[owner.start_byte : owner.end_byte] not in typing.receivers:
            continue
        text = context.data[member.start_byte : member.end_byte]
        kind, value = each.child_by_field_name("type"), each.child_by_field_name("right")
        found.setdefault(text, []).append(Declared(member.start_byte, 0, kind, value))


@lru_cache(maxsize=50)
def _declarations(language_name: str) -> Query:
    table = language(language_name)
    typing = _typing(table)
    known = [kind for kind in sorted(typing.declarations) if has_kind(language_name, kind)]
    return query(language_name, f"[{' '.join(f'({kind})' for kind in known)}] @declaration")


def _typing(table: Language | None) -> Typing:
    assert table is not None and table.matching is not None and table.matching.typing is not None
    return table.matching.typing
