"""C and C++: which nodes of its grammar play which part."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.language import TABLED
from reread.analyzers.dataflow.ir.syntax_table import CallForm, FunctionForm, SyntaxTable

TABLE = SyntaxTable(
    names=frozenset({"identifier", "field_identifier", "namespace_identifier", "type_identifier", "this"}),
    transparent=frozenset({"parenthesized_expression", "expression_statement", "else_clause", "condition_clause"}),
    members={"field_expression": ("argument", "field"), "qualified_identifier": ("scope", "name")},
    indexes={"subscript_expression": ("argument", -1)},
    calls={
        "call_expression": CallForm("function", "arguments"),
        "new_expression": CallForm("type", "arguments", new=True),
    },
    argument_lists=frozenset({"argument_list", "subscript_argument_list"}),
    strings=frozenset({"string_literal", "raw_string_literal", "concatenated_string"}),
    literal_parts=frozenset({"string_content", "escape_sequence", "raw_string_content"}),
    constants={"true": True, "false": False, "null": None},
    numbers=frozenset({"number_literal"}),
    operations=frozenset({"binary_expression", "unary_expression"}),
    choices={"conditional_expression": ("condition", "consequence", "alternative")},
    collections=frozenset({"initializer_list"}),
    closures={"lambda_expression": FunctionForm("", "declarator", "body")},
    assignments={"assignment_expression": ("left", "right")},
    declarations={"init_declarator": ("declarator", "value", "")},
    blocks=frozenset(
        {"translation_unit", "compound_statement", "declaration", "field_declaration_list", "declaration_list"}
    ),
    ifs={"if_statement": ("condition", "consequence", "alternative")},
    loops={"while_statement": ("condition", "body"), "do_statement": ("condition", "body")},
    walks={"for_range_loop": ("declarator", "right", "body")},
    counted={"for_statement": ("initializer", "condition", "update", "body")},
    switches={"switch_statement": "condition"},
    cases={"case_statement": ("value",)},
    tries={"try_statement": "body"},
    handlers={"catch_clause": ("", "body")},
    leaves={
        "return_statement": "return",
        "throw_statement": "raise",
        "break_statement": "break",
        "continue_statement": "continue",
    },
    ignored=frozenset({"preproc_include", "preproc_def", "using_declaration", "access_specifier"}),
    functions={"function_definition": FunctionForm("declarator", "declarator", "body")},
    classes={"class_specifier": ("name", "body"), "struct_specifier": ("name", "body")},
    parameters={
        "parameter_declaration": ("declarator", "type", ""),
        "optional_parameter_declaration": ("declarator", "type", "default_value"),
    },
    inner_names=frozenset(
        {
            "pointer_declarator",
            "array_declarator",
            "reference_declarator",
            "function_declarator",
            "abstract_function_declarator",
            "parenthesized_declarator",
            "init_declarator",
        }
    ),
)

SEMANTICS = TABLED._replace(
    functions_are_fixed=True,
    names_may_be_fields=True,
    false_has_no_text=True,
    objects_may_be_false=True,
)
