"""Resolves an imported name at a place: functions may import the same name from different modules."""

from __future__ import annotations

from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.syntax import Node

_MOST_AROUND_IMPORTED = 8
"""Nodes between a name and the import that it is in."""


def imported(name: str, place: int, context: MatchContext) -> tuple[str, ...]:
    """The path that a name stands for at a place; empty if nothing above it imports it, or another function does.

    Of several imports of one name the last one before counts, in the innermost function that has one.
    """
    while context.whole is not None:
        context = context.whole
    several = context.imports.several.get(name)
    if several is None:
        return () if place < context.imports.starts.get(name, 0) else context.imports.paths.get(name, ())
    context.words |= {name.encode()}
    found: tuple[tuple[int, int], tuple[str, ...]] = ((-1, -1), ())
    for start, path in several:
        low, high = _function_at(start, context)
        if low <= place < high and start <= place:
            found = max(found, ((low, start), path))
    return found[1]


def _function_at(start: int, context: MatchContext) -> tuple[int, int]:
    """The range of the function around what begins at a place; of the whole text where there is none."""
    node = context.root.descendant_for_byte_range(start, start + 1)
    functions = context.language.statements.definitions - context.table.containers
    while node is not None and node.type not in functions:
        node = node.parent
    return (0, len(context.data) + 1) if node is None else (node.start_byte, node.end_byte)


def means(found: tuple[str, ...], wanted: tuple[str, ...], place: int, context: MatchContext) -> bool:
    """True when the name `found` in the code stands for `wanted`."""
    path = imported(found[0], place, context)
    return path + found[1:] == wanted if path else context.imports.are_all(found, wanted)


def imported_name(node: Node, context: MatchContext) -> tuple[str, ...]:
    """The path that an imported plain name stands for; empty for every other node."""
    if node.type not in context.language.names.leaves:
        return ()
    return imported(context.data[node.start_byte : node.end_byte].decode(), node.start_byte, context)


def is_in_import(node: Node, context: MatchContext) -> bool:
    """True for a part of an import, which is no use of what it brings in."""
    around = node.parent
    for _ in range(_MOST_AROUND_IMPORTED):
        if around is None or around.type in context.table.imports:
            return around is not None
        around = around.parent
    return False
