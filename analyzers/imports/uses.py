"""Where names occur in a file: whether an import is used elsewhere, and whether a name is free."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from reread.analyzers.findings import Need
from reread.analyzers.imports.style import Imported, Style
from reread.analyzers.syntax import Node, SyntaxTree

Range: TypeAlias = tuple[int, int]


def unused(
    found: Sequence[Imported], leaves: Sequence[str], gone: Sequence[Range], style: Style, tree: SyntaxTree
) -> list[Imported]:
    """The imports that are used nowhere but in the code that goes."""
    wanted = [each for each in found if each.name in leaves and style.may_go(each, tree)]
    statements = [(each.statement.start_byte, each.statement.end_byte) for each in found]
    own = [part for part in statements if not any(overlap(part, other) for other in gone)]
    return [
        each
        for each in wanted
        if (each.statement.start_byte, each.statement.end_byte) in own
        and not any(
            _is_outside(node.start_byte, (*gone, *statements)) and node.type not in tree.language.comments
            for node in _standing(each.name, tree)
        )
    ]


def is_free(need: Need, kept: Sequence[Imported], gone: Sequence[Range], tree: SyntaxTree) -> bool:
    """Whether a name can be imported, since nothing else in the file goes by it."""
    same = [each for each in kept if each.name == need.name]
    if same:
        return all(each.path == need.path for each in same)
    matching = tree.language.matching
    names = matching.names.leaves if matching is not None else frozenset()
    # A path in an import is no name in the file.
    parts = (*gone, *((each.statement.start_byte, each.statement.end_byte) for each in kept))
    return not any(node.type in names and _is_outside(node.start_byte, parts) for node in _standing(need.name, tree))


def _standing(name: str, tree: SyntaxTree) -> Iterator[Node]:
    """The leaves in which a name stands, but as a member of something or as the name of an argument."""
    data = tree.document.data
    matching = tree.language.matching
    members = matching.names.members if matching is not None else {}
    keywords = matching.leeway.keywords if matching is not None else frozenset()
    for match in re.finditer(rb"(?<![\w$])%s(?![\w$])" % re.escape(name.encode()), data):
        node = tree.root.descendant_for_byte_range(match.start(), match.end())
        if node is None or node.type in ("property_identifier", "field_identifier"):
            continue
        around = node.parent
        field = members.get(around.type, ("", ""))[1] if around is not None else ""
        if around is not None and field and around.child_by_field_name(field) == node:
            continue
        if around is not None and around.type in keywords and around.named_child(0) == node:
            continue
        yield node


def _is_outside(place: int, parts: Sequence[Range]) -> bool:
    return not any(start <= place < end for start, end in parts)


def overlap(one: Range, other: Range) -> bool:
    """Whether two ranges share a place, or an empty one is within the other."""
    return one[0] < other[1] and other[0] < one[1]
