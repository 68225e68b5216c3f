"""Rejects candidates by the kinds of their children.

This rejects nearly all candidates of a rule (`nodes.may_fit`) in a microsecond each, where an attempt would take ten.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.matching.nodes import Shape
from reread.analyzers.pattern.patterns.pattern import Alternatives, Branch, Ellipsis, Group, ManyMetavariable, Pattern
from reread.analyzers.pattern.patterns.sequences import OneItem, Ordered, Subset
from reread.analyzers.pattern.patterns.statement_position import Placed
from reread.analyzers.syntax import has_field, has_kind


def shape_of(pattern: Pattern, language: str, matching: Matching) -> Shape:
    """The shape of every node that a pattern matches, provided that its own kind is one of the pattern's."""
    if isinstance(pattern, Placed):
        return shape_of(pattern.items[0], language, matching)
    if isinstance(pattern, Alternatives) and pattern.imported:
        # The name alone has no object.
        return tuple(row for row in _rows(pattern.patterns[0], language, matching) if row[0] not in ("", "object"))
    return tuple(_rows(pattern, language, matching))


def _rows(pattern: Pattern, language: str, matching: Matching) -> Iterator[tuple[str, Any, bool]]:
    if not isinstance(pattern, Branch):
        return
    for group in pattern.groups:
        if group.field:
            if group.field == "alternative" and not pattern.kinds.isdisjoint(matching.statements.else_ifs.values()):
                continue  # The next branch is beside this one, not in it.
            needed = _is_needed(group) and _is_plain(group.field, language, matching)
            if needed or group.kinds is not None:
                yield group.field, group.kinds, needed
        elif len(pattern.groups) == 1 and isinstance(group.match, Ordered) and group.match.fixed:
            partial = matching.leeway.subsets | matching.leeway.unordered | matching.leeway.arguments
            partial |= {kind for kind, _ in matching.leeway.token_fields}  # Tokens are among their children.
            if not matching.leeway.spliced and pattern.kinds.isdisjoint(partial):
                yield "", tuple(item.kinds for item in group.match.items), True


def _is_needed(group: Group) -> bool:
    """True when a node without that field cannot match."""
    match = group.match
    if isinstance(match, OneItem):
        return not match.optional
    if isinstance(match, (Ordered, Subset)):
        return any(not isinstance(item, (Ellipsis, ManyMetavariable)) for item in match.items)
    return False


def _is_plain(field: str, language: str, matching: Matching) -> bool:
    """True for a field of the grammar that goes by no other name, and that no kind of node has."""
    others = (*matching.leeway.fields.values(), *matching.leeway.token_fields.values())
    return has_field(language, field) and field not in others and not has_kind(language, field)
