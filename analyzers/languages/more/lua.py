"""Lua."""

from __future__ import annotations

from reread.analyzers.languages.table import (
    IGNORED_TOKENS,
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
        forms=(("", ""), ("function r()\n", "\nend"), ("r = ", "")),
        special_forms=((r"#\s*[$\w(]", "r = ", ""),),
        ellipses=("{}()", "{}"),
    ),
    names=NameKinds(
        leaves=frozenset({"identifier"}),
        members={"dot_index_expression": ("table", "field"), "method_index_expression": ("table", "method")},
        callees={"function_call": "name"},
        operators={"binary_expression": "", "unary_expression": ""},
        parameters={"parameters": ""},
    ),
    statements=StatementKinds(
        else_ifs={"if_statement": "elseif_statement"},
        blocks=frozenset({"chunk", "block"}),
        definitions=frozenset({"function_declaration"}),
    ),
    leeway=Leeway(
        transparent=frozenset({"parenthesized_expression", "expression_list", "variable_list"}),
        arguments=frozenset({"arguments"}),
        optional=frozenset({"alternative", "attribute"}),
        optional_tokens=frozenset({"local"}),
        # The kind of a statement says what these words say.
        ignored_tokens=IGNORED_TOKENS | {"if", "elseif", "then", "end"},
        equivalents={
            "assignment_statement": frozenset({"variable_declaration", "field"}),
            "if_statement": frozenset({"elseif_statement"}),
            "dot_index_expression": frozenset({"method_index_expression"}),
            "method_index_expression": frozenset({"dot_index_expression"}),
        },
        fields={
            ("method_index_expression", "method"): "field",
            ("field", "name"): "",
            ("field", "value"): "",
        },
    ),
    texts=TextKinds(
        parts=frozenset({"string_content", "escape_sequence"}),
        constants=frozenset({"identifier", "binary_expression"}),
    ),
)

LANGUAGE = Language(
    name="lua",
    grammar="lua",
    dataflow="lua",
    line_comment="--",
    comments=frozenset({"comment"}),
    strings=frozenset({"string"}),
    definitions=frozenset({"function_declaration"}),
    containers=frozenset(),
    calls=frozenset({"function_call"}),
    matching=MATCHING,
)
