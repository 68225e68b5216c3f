"""Solidity: which nodes of its grammar play which part."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.language import TABLED
from reread.analyzers.dataflow.ir.syntax_table import CallForm, FunctionForm, SyntaxTable

TABLE = SyntaxTable(
    names=frozenset({"identifier", "primitive_type"}),
    transparent=frozenset(
        {"expression", "statement", "expression_statement", "call_argument", "parenthesized_expression"}
    ),
    members={"member_expression": ("object", "property")},
    indexes={"array_access": ("base", "index")},
    calls={"call_expression": CallForm("function", "")},
    strings=frozenset({"string_literal", "string"}),
    numbers=frozenset({"number_literal"}),
    operations=frozenset({"binary_expression", "unary_expression", "update_expression"}),
    choices={"ternary_expression": (0, 1, 2)},
    collections=frozenset({"variable_declaration_tuple", "tuple_expression"}),
    assignments={"assignment_expression": ("left", "right"), "augmented_assignment_expression": ("left", "right")},
    declarations={
        "variable_declaration_statement": (0, "value", ""),
        "state_variable_declaration": ("name", "value", "type"),
    },
    blocks=frozenset({"source_file", "contract_body", "function_body", "block_statement"}),
    ifs={"if_statement": ("condition", "body", "")},
    loops={"while_statement": ("condition", "body")},
    counted={"for_statement": ("initial", "condition", "update", "body")},
    leaves={"return_statement": "return", "revert_statement": "raise"},
    ignored=frozenset({"pragma_directive", "import_directive", "event_definition"}),
    functions={
        "function_definition": FunctionForm("name", "", "body"),
        "constructor_definition": FunctionForm("", "", "body"),
        "modifier_definition": FunctionForm("name", "", "body"),
        "fallback_receive_definition": FunctionForm("", "", "body"),
    },
    classes={"contract_declaration": ("name", "body"), "library_declaration": ("name", "body")},
    parameters={"parameter": ("name", "type", "")},
    inner_names=frozenset({"variable_declaration"}),
)

SEMANTICS = TABLED._replace(names_may_be_fields=True)
