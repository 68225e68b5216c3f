"""Apex."""

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
        forms=(
            ("", ""),
            ("class R { void r() {", "} }"),
            ("class R { void r() {", ";} }"),
            ("class R {", "}"),
        ),
        ellipses=("{};", "{}", "{0} {0}"),
    ),
    names=NameKinds(
        leaves=frozenset({"identifier", "type_identifier"}),
        members={"field_access": ("object", "field")},
        callees={"method_invocation": "name", "object_creation_expression": "type"},
        methods={"method_invocation": ("object", "name")},
        operators={"binary_expression": "operator", "unary_expression": "operator"},
        parameters={"formal_parameter": "name"},
    ),
    statements=StatementKinds(
        blocks=frozenset({"parser_output", "block", "class_body"}),
        definitions=frozenset({"method_declaration", "constructor_declaration", "class_declaration"}),
        declarations=frozenset({"local_variable_declaration", "field_declaration"}),
    ),
    leeway=Leeway(
        transparent=frozenset({"parenthesized_expression", "expression_statement"}),
        arguments=frozenset({"argument_list"}),
        optional=frozenset({"modifiers", "superclass", "interfaces", "alternative", "type"}),
        optional_tokens=frozenset({"else"}),
        equivalents={"assignment_expression": frozenset({"variable_declarator"})},
        fields={("variable_declarator", "name"): "left", ("variable_declarator", "value"): "right"},
    ),
    texts=TextKinds(
        parts=frozenset(),
    ),
)

LANGUAGE = Language(
    name="apex",
    grammar="apex",
    line_comment="//",
    comments=frozenset({"line_comment", "block_comment"}),
    strings=frozenset({"string_literal"}),
    definitions=frozenset({"class_declaration", "method_declaration"}),
    containers=frozenset({"class_declaration"}),
    calls=frozenset({"method_invocation"}),
    matching=MATCHING,
)
