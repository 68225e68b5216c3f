"""Solidity."""

from __future__ import annotations

from reread.analyzers.languages.solidity_operands import operands
from reread.analyzers.languages.table import (
    Language,
    Leeway,
    Matching,
    NameKinds,
    PatternReading,
    StatementKinds,
    TextKinds,
)

_DECLARATIONS = frozenset({"variable_declaration_statement", "state_variable_declaration"})

MATCHING = Matching(
    reading=PatternReading(
        forms=(
            ("", ""),
            ("contract R { function r() public {", "} }"),
            ("contract R { function r() public {", ";} }"),
            ("contract R {", "}"),
        ),
        special_forms=((r"[^;{}()]*\b(?:constant|immutable)\b", "contract R {", "}"),),
        rewrites=((r"\bfor\s*\(\s*\.\.\.\s*\)", "for (...;;)"),),
        ellipses=("{};", "{}", "{0} {0};", "{0} {0}"),
    ),
    names=NameKinds(
        leaves=frozenset({"identifier", "primitive_type"}),
        members={"member_expression": ("object", "property")},
        callees={"call_expression": "function"},
        operators={"binary_expression": "operator", "unary_expression": "operator", "update_expression": "operator"},
        parameters={"parameter": "name"},
    ),
    statements=StatementKinds(
        blocks=frozenset({"source_file", "contract_body", "function_body", "block_statement"}),
        definitions=frozenset(
            {"function_definition", "modifier_definition", "constructor_definition", "contract_declaration"}
        ),
    ),
    leeway=Leeway(
        transparent=frozenset(
            {
                "expression",
                "statement",
                "expression_statement",
                "call_argument",
                "parenthesized_expression",
                "user_defined_type",
            }
        ),
        subsets=frozenset({"inheritance_specifier", "invoked"}),
        optional=frozenset(
            {
                *(
                    "visibility",
                    "state_mutability",
                    "invoked",
                    "return_type",
                    "virtual",
                    "override_specifier",
                ),
                *("inheritance_specifier", "location", "else", "immutable", "declared_type"),
            }
        ),
        optional_tokens=frozenset(
            {
                "memory",
                "storage",
                "calldata",
                "constant",
                "public",
                "private",
                "internal",
                "external",
                "payable",
                "abstract",
                "else",
                "is",
            }
        ),
        spliced=frozenset({"variable_declaration"}),
        fields={
            **{(kind, "type"): "declared_type" for kind in _DECLARATIONS},
            **{(kind, "name"): "left" for kind in _DECLARATIONS},
            **{(kind, "value"): "right" for kind in _DECLARATIONS},
            ("variable_declaration_statement", "variable_declaration_tuple"): "left",
            # A function may have more modifiers than the pattern says.
            ("function_definition", "modifier_invocation"): "invoked",
            ("constructor_definition", "modifier_invocation"): "invoked",
            # The length of an array: a `...` stands for one.
            ("type_name", "expression"): "value",
            ("type_name", "type_name"): "element",
        },
        equivalents={
            "assignment_expression": _DECLARATIONS,
            "variable_declaration_statement": frozenset({"state_variable_declaration"}),
            "state_variable_declaration": frozenset({"variable_declaration_statement"}),
        },
    ),
    texts=TextKinds(
        parts=frozenset(),
    ),
)

LANGUAGE = Language(
    name="solidity",
    grammar="solidity",
    dataflow="solidity",
    line_comment="//",
    comments=frozenset({"comment"}),
    strings=frozenset({"string_literal", "string"}),
    definitions=frozenset(
        {"contract_declaration", "function_definition", "modifier_definition", "struct_declaration", "event_definition"}
    ),
    containers=frozenset({"contract_declaration"}),
    imports=frozenset({"import_directive"}),
    calls=frozenset({"call_expression"}),
    matching=MATCHING,
    insertions=operands,
)
