"""Attributes that stand before what they are of, as statements of the same block: Rust's `#[test]`."""

from __future__ import annotations

from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.syntax import Node

_MOST = 100
"""How many attributes of one item are looked at."""


def begins_at(node: Node, context: MatchContext) -> int:
    """Where a statement begins (bytes), which in some blocks is where its attributes do."""
    statements = context.language.statements
    around = node.parent
    writing = context.language.imports.writing
    if not statements.attributes or around is None or around.type not in statements.with_attributes:
        return node.start_byte
    if writing is not None and node.type in writing.statements:
        return node.start_byte  # Of which each name has a place.
    start, before = node.start_byte, node.prev_sibling
    while before is not None and (before.is_extra or before.type in statements.attributes):
        if before.type in statements.attributes:
            start = before.start_byte
        before = before.prev_sibling
    context.touch_range(around.start_byte if before is None else before.end_byte, node.start_byte)
    return start


def first_of_run(nodes: list[Node], place: int, language: Matching) -> int:
    """The place of the first of the attributes that stand in a row with that at a place, or the place itself."""
    attributes = language.statements.attributes
    if nodes[place].type in attributes:
        first = max(0, place - _MOST)
        while place > first and nodes[place - 1].type in attributes:
            place -= 1
    return place


def without_more(nodes: list[Node], place: int, kinds: frozenset[str] | None, language: Matching) -> list[Node]:
    """The statements after the one at a place; after an attribute without the further ones of the same item, unless
    the next one is to be of kinds that attributes are of.
    """
    attributes = language.statements.attributes
    following = place + 1
    if nodes[place].type in attributes and kinds is not None and kinds.isdisjoint(attributes):
        last = min(len(nodes), following + _MOST)
        while following < last and nodes[following].type in attributes:
            following += 1
    return nodes[following:]
