"""Terraform and other files in HCL."""

from __future__ import annotations

import re
from typing import Any

from reread.analyzers.languages.table import (
    MOST_INSERTIONS,
    Language,
    Leeway,
    Matching,
    NameKinds,
    PatternReading,
    StatementKinds,
)
from reread.analyzers.languages.value_kinds import TextKinds

_OPERATOR = re.compile(rb"&&|\|\||[!=<>]=|[!<>]|(?<![\w\"])[-+*/%](?=[ (\w])")
_OPERATIONS = frozenset({"unary_operation", "binary_operation"})
_ACCESSES = frozenset({"get_attr", "index", "splat"})
_MOST_OPERANDS = MOST_INSERTIONS // 2


def operands(root: Any, data: bytes) -> frozenset[tuple[int, bytes]]:
    """Brackets, and their places (bytes), around each operand with accesses to it: of `!var.a` the grammar makes an
    operation with `var` and, beside it, `.a`.
    """
    found: set[tuple[int, bytes]] = set()
    for match in _OPERATOR.finditer(data):
        operation = root.descendant_for_byte_range(match.start(), match.end()).parent
        if operation is None or operation.type not in _OPERATIONS:
            continue
        for start, end in _accessed(operation):
            found |= {(start, b"("), (end, b")")}
        if len(found) >= 2 * _MOST_OPERANDS:
            break
    return frozenset(found)


def _accessed(operation: Any) -> list[tuple[int, int]]:
    """Where the operands with accesses right in an operation are."""
    ranges: list[tuple[int, int]] = []
    start = None
    for child in operation.named_children:
        if child.type not in _ACCESSES:
            start = child.start_byte
        elif start is not None and ranges and ranges[-1][0] == start:
            ranges[-1] = (start, child.end_byte)
        elif start is not None:
            ranges.append((start, child.end_byte))
    return ranges


MATCHING = Matching(
    reading=PatternReading(
        forms=(("", ""), ("r = ", ""), ("r {\n", "\n}")),
        ellipses=("{0} = {0}", "{}", "{0} = {0},", ", {0} = {0}"),
    ),
    names=NameKinds(
        leaves=frozenset({"identifier"}),
        accesses={"expression": _ACCESSES},
    ),
    statements=StatementKinds(
        blocks=frozenset({"config_file", "body"}),
    ),
    leeway=Leeway(
        transparent=frozenset({"expression", "literal_value", "variable_expr", "collection_value", "template_expr"}),
        arguments=frozenset({"function_arguments"}),
        # What a block or an object holds is in any order, and may be more.
        subsets=frozenset({"body", "object"}),
        equivalents={"attribute": frozenset({"object_elem"}), "object_elem": frozenset({"attribute"})},
        fields={("object_elem", "key"): "", ("object_elem", "val"): ""},
        apart=frozenset({"body"}),
        optional=frozenset({"body"}),
    ),
    texts=TextKinds(
        parts=frozenset({"template_literal", "quoted_template_start", "quoted_template_end"}),
        substitutions=frozenset({"template_interpolation"}),
        named=frozenset({"block"}),
    ),
)

LANGUAGE = Language(
    name="terraform",
    grammar="terraform",
    line_comment="#",
    comments=frozenset({"comment"}),
    strings=frozenset({"string_lit", "quoted_template", "heredoc_template"}),
    definitions=frozenset(),
    containers=frozenset(),
    matching=MATCHING,
    insertions=operands,
)
