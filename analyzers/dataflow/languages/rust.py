"""Rust: which nodes of its grammar play which part."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.language import TABLED, FunctionNames
from reread.analyzers.dataflow.ir.syntax_table import CallForm, FunctionForm, SyntaxTable

TABLE = SyntaxTable(
    names=frozenset({"identifier", "self", "type_identifier", "shorthand_field_identifier", "field_identifier"}),
    transparent=frozenset({"parenthesized_expression", "expression_statement", "else_clause", "mut_pattern"}),
    members={"field_expression": ("value", "field"), "scoped_identifier": ("path", "name")},
    indexes={"index_expression": (0, 1)},
    calls={
        "call_expression": CallForm("function", "arguments"),
        "macro_invocation": CallForm("macro", "@token_tree"),
    },
    argument_lists=frozenset({"arguments", "token_tree"}),
    strings=frozenset({"string_literal", "raw_string_literal"}),
    constants={},
    numbers=frozenset({"integer_literal", "float_literal"}),
    operations=frozenset({"binary_expression", "unary_expression"}),
    collections=frozenset({"array_expression", "tuple_expression", "tuple_pattern", "field_initializer_list"}),
    pairs={"field_initializer": ("field", "value"), "shorthand_field_initializer": ("", 0)},
    closures={"closure_expression": FunctionForm("", "parameters", "body")},
    assignments={"assignment_expression": ("left", "right"), "compound_assignment_expr": ("left", "right")},
    declarations={
        "let_declaration": ("pattern", "value", "type"),
        "let_condition": ("pattern", "value", ""),
        "static_item": ("name", "value", "type"),
        "const_item": ("name", "value", "type"),
    },
    blocks=frozenset({"source_file", "block", "declaration_list", "unsafe_block", "async_block"}),
    ifs={"if_expression": ("condition", "consequence", "alternative")},
    loops={"while_expression": ("condition", "body"), "loop_expression": ("", "body")},
    walks={"for_expression": ("pattern", "value", "body")},
    switches={"match_expression": "value"},
    cases={"match_arm": ("pattern",)},
    leaves={"return_expression": "return", "break_expression": "break", "continue_expression": "continue"},
    ignored=frozenset({"use_declaration", "attribute_item", "inner_attribute_item", "empty_statement"}),
    functions={"function_item": FunctionForm("name", "parameters", "body")},
    classes={
        "impl_item": ("type", "body"),
        "trait_item": ("name", "body"),
        "mod_item": ("name", "body"),
    },
    parameters={"parameter": ("pattern", "type", ""), "self_parameter": ("@self", "", "")},
    inner_names=frozenset({"mut_pattern", "ref_pattern", "tuple_struct_pattern"}),
    gives_last=True,
    receivers=frozenset({"self"}),
)

SEMANTICS = TABLED._replace(
    functions_are_fixed=True,
    functions_are_values=True,
    functions=FunctionNames(takes_object=lambda function: function.parameters[0].name == "self"),
)
