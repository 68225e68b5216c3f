"""Elixir, in which everything is a call."""

from __future__ import annotations

from reread.analyzers.languages.table import (
    Language,
    Leeway,
    Matching,
    NameKinds,
    PatternReading,
    StatementKinds,
)
from reread.analyzers.languages.value_kinds import TextKinds

MATCHING = Matching(
    reading=PatternReading(
        forms=(("", ""), ("def r do\n", "\nend")),
        ellipses=("{}", "{0}: {0}"),
    ),
    names=NameKinds(
        leaves=frozenset({"identifier", "alias"}),
        members={"dot": ("left", "right")},
        callees={"call": "target"},
        operators={"binary_operator": "operator", "unary_operator": "operator"},
    ),
    statements=StatementKinds(
        blocks=frozenset({"source", "do_block", "body"}),
    ),
    leeway=Leeway(
        arguments=frozenset({"arguments"}),
        optional=frozenset({"do_block"}),
    ),
    texts=TextKinds(
        parts=frozenset({"quoted_content", "escape_sequence"}),
        substitutions=frozenset({"interpolation"}),
    ),
)

LANGUAGE = Language(
    name="elixir",
    grammar="elixir",
    line_comment="#",
    comments=frozenset({"comment"}),
    strings=frozenset({"string"}),
    definitions=frozenset(),
    containers=frozenset(),
    calls=frozenset({"call"}),
    matching=MATCHING,
)
