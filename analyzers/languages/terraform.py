"""Terraform and other files in HCL."""

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
        forms=(("", ""), ("r = ", ""), ("r {\n", "\n}")),
        ellipses=("{0} = {0}", "{}", "{0} = {0},", ", {0} = {0}"),
    ),
    names=NameKinds(
        leaves=frozenset({"identifier"}),
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
)
