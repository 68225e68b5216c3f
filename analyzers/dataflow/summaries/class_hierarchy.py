"""Which classes of a file build on which others of the same file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reread.analyzers.dataflow.summaries.function_units import Unit
    from reread.analyzers.syntax import Node

_CLASSES = frozenset({"class_definition", "class_declaration", "abstract_class_declaration", "class"})
_SUPERCLASS_FIELDS = frozenset({"superclasses", "superclass"})
_WORD = re.compile(rb"[\w$]+")
_DEEPEST = 6


def bases_of(units: Sequence[Unit]) -> dict[str, tuple[str, ...]]:
    """All classes of the file that a class builds on, the nearest first; those that build on none are left out."""
    nodes = {unit.site.owner: unit.site.node for unit in units if unit.site.owner}
    if len(nodes) < 2:
        return {}
    direct = {
        name: tuple(word for word in _head(node) if word in nodes and word != name) for name, node in nodes.items()
    }
    return {name: found for name in direct if (found := _all(name, direct))}


def _all(name: str, direct: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    level = [name]
    for _ in range(_DEEPEST):
        level = [base for each in level for base in direct[each] if base not in found and base != name]
        found.update(dict.fromkeys(level))
    return tuple(found)


def _head(method: Node) -> list[str]:
    """The words after the name of the class that a method stands in: what it extends."""
    node = method.parent
    while node is not None and node.type not in _CLASSES:
        node = node.parent
    if node is None:
        return []
    heads = [node.child_by_field_name(each) for each in _SUPERCLASS_FIELDS]
    heads += [child for child in node.named_children if child.type == "class_heritage"]
    return [word.decode() for head in heads if head is not None for word in _WORD.findall(head.text or b"")]
