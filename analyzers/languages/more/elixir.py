"""Elixir, in which all is a call."""

from __future__ import annotations

from reread.analyzers.languages.table import Language, Matching

MATCHING = Matching(
    forms=(("", ""), ("def r do\n", "\nend")),
    ellipses=("{}", "{0}: {0}"),
    names=frozenset({"identifier", "alias"}),
    members={"dot": ("left", "right")},
    callees={"call": "target"},
    operators={"binary_operator": "operator", "unary_operator": "operator"},
    arguments=frozenset({"arguments"}),
    blocks=frozenset({"source", "do_block", "body"}),
    optional=frozenset({"do_block"}),
    string_parts=frozenset({"quoted_content", "escape_sequence"}),
    substitutions=frozenset({"interpolation"}),
)

LANGUAGE = Language(
    name="elixir",
    grammar="elixir",
    identifiers=("elixir",),
    extensions=(".ex", ".exs"),
    line_comment="#",
    comments=frozenset({"comment"}),
    strings=frozenset({"string"}),
    definitions=frozenset(),
    containers=frozenset(),
    calls=frozenset({"call"}),
    matching=MATCHING,
)
