"""Dart."""

from __future__ import annotations

from reread.analyzers.languages.table import Language, Matching

MATCHING = Matching(
    forms=(("", ""), ("void r() {", "}"), ("void r() {", ";}"), ("class R {", "}")),
    ellipses=("{};", "{}", "{0} {0}"),
    transparent=frozenset({"parenthesized_expression", "expression_statement", "argument"}),
    names=frozenset({"identifier", "type_identifier"}),
    arguments=frozenset({"arguments"}),
    blocks=frozenset({"program", "block", "class_body"}),
    definitions=frozenset({"function_signature", "class_definition", "method_signature"}),
    string_parts=frozenset(),
    substitutions=frozenset({"template_substitution"}),
)

LANGUAGE = Language(
    name="dart",
    grammar="dart",
    identifiers=("dart",),
    extensions=(".dart",),
    line_comment="//",
    comments=frozenset({"comment", "documentation_comment"}),
    strings=frozenset({"string_literal"}),
    definitions=frozenset({"class_definition", "function_signature"}),
    containers=frozenset({"class_definition"}),
    matching=MATCHING,
)
