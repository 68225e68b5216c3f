"""Terraform and other files in HCL."""

from __future__ import annotations

from reread.analyzers.languages.table import Language, Matching

MATCHING = Matching(
    forms=(("", ""), ("r = ", ""), ("r {\n", "\n}")),
    ellipses=("{}", "{0} = {0}"),
    transparent=frozenset({"expression", "literal_value", "variable_expr", "collection_value", "template_expr"}),
    names=frozenset({"identifier"}),
    arguments=frozenset({"function_arguments"}),
    blocks=frozenset({"config_file", "body"}),
    string_parts=frozenset({"template_literal", "quoted_template_start", "quoted_template_end"}),
    substitution="template_interpolation",
)

LANGUAGE = Language(
    name="terraform",
    grammar="terraform",
    identifiers=("terraform", "terraform-vars", "hcl"),
    extensions=(".tf", ".tfvars", ".hcl"),
    line_comment="#",
    comments=frozenset({"comment"}),
    strings=frozenset({"string_lit", "quoted_template"}),
    definitions=frozenset(),
    containers=frozenset(),
    matching=MATCHING,
)
