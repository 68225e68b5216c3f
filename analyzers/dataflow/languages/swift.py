"""Swift: which nodes of its grammar play which part."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.language import TABLED
from reread.analyzers.dataflow.ir.syntax_table import CallForm, FunctionForm, SyntaxTable

TABLE = SyntaxTable(
    names=frozenset({"simple_identifier", "type_identifier", "self_expression"}),
    transparent=frozenset({"user_type", "directly_assignable_expression", "pattern", "try_expression"}),
    members={"navigation_expression": ("target", "suffix")},
    calls={"call_expression": CallForm(0, 1)},
    argument_lists=frozenset({"value_arguments"}),
    arguments={"value_argument": "name"},
    strings=frozenset({"line_string_literal", "multi_line_string_literal"}),
    literal_parts=frozenset({"line_str_text", "multi_line_str_text", "str_escaped_char"}),
    substitutions=frozenset({"interpolated_expression"}),
    numbers=frozenset({"integer_literal", "real_literal"}),
    operations=frozenset(
        {
            "additive_expression",
            "multiplicative_expression",
            "comparison_expression",
            "equality_expression",
            "conjunction_expression",
            "disjunction_expression",
        }
    ),
    choices={"ternary_expression": ("condition", "if_true", "if_false")},
    collections=frozenset({"array_literal", "tuple_expression"}),
    closures={"lambda_literal": FunctionForm("", "type", "@statements")},
    assignments={"assignment": ("target", "result")},
    declarations={"property_declaration": ("name", "value", "@type_annotation")},
    blocks=frozenset({"source_file", "statements", "function_body", "class_body"}),
    loops={
        "while_statement": ("condition", "@statements"),
        "repeat_while_statement": ("condition", "@statements"),
    },
    bindings=dict.fromkeys(("if_statement", "guard_statement", "while_statement"), ("condition", "bound_identifier")),
    walks={"for_statement": ("item", "collection", "@statements")},
    switches={"switch_statement": "expr"},
    cases={"switch_entry": ("@switch_pattern",)},
    tries={"do_statement": 0},
    handlers={"catch_block": ("", "@statements")},
    leaves={"control_transfer_statement": ""},
    ignored=frozenset({"import_declaration", "value_binding_pattern"}),
    functions={
        "function_declaration": FunctionForm("name", "", "body"),
        "init_declaration": FunctionForm("", "", "body"),
    },
    classes={"class_declaration": ("name", "body"), "protocol_declaration": ("name", "body")},
    parameters={"parameter": ("name", "", "")},
    receivers=frozenset({"self"}),
)

SEMANTICS = TABLED._replace(names_may_be_fields=True, functions_are_values=True)
