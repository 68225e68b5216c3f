"""C#: which nodes of its grammar play which part."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.language import TABLED
from reread.analyzers.dataflow.ir.syntax_table import CallForm, FunctionForm, SyntaxTable

TABLE = SyntaxTable(
    names=frozenset({"identifier", "implicit_parameter", "generic_name", "predefined_type"}),
    transparent=frozenset(
        {"parenthesized_expression", "expression_statement", "global_statement", "checked_expression"}
    ),
    members={
        "member_access_expression": ("expression", "name"),
        "qualified_name": ("qualifier", "name"),
        "conditional_access_expression": ("condition", -1),
    },
    indexes={"element_access_expression": ("expression", "subscript")},
    calls={
        "invocation_expression": CallForm("function", "arguments"),
        "object_creation_expression": CallForm("type", "arguments", extra="initializer", new=True),
    },
    argument_lists=frozenset({"argument_list", "bracketed_argument_list"}),
    arguments={"argument": "name"},
    strings=frozenset(
        {"string_literal", "verbatim_string_literal", "raw_string_literal", "interpolated_string_expression"}
    ),
    literal_parts=frozenset({"string_literal_content", "string_content", "escape_sequence"}),
    substitutions=frozenset({"interpolation"}),
    constants={"null_literal": None},
    numbers=frozenset({"integer_literal", "real_literal"}),
    operations=frozenset({"binary_expression", "prefix_unary_expression", "postfix_unary_expression"}),
    choices={"conditional_expression": ("condition", "consequence", "alternative")},
    collections=frozenset({"initializer_expression", "tuple_expression", "tuple_pattern"}),
    closures={
        "lambda_expression": FunctionForm("", "parameters", "body"),
        "anonymous_method_expression": FunctionForm("", "parameters", "@block"),
    },
    assignments={"assignment_expression": ("left", "right")},
    declarations={"variable_declarator": (0, 1, "")},
    blocks=frozenset(
        {
            "compilation_unit",
            "block",
            "declaration_list",
            "variable_declaration",
            "local_declaration_statement",
            "field_declaration",
        }
    ),
    ifs={"if_statement": ("condition", "consequence", "alternative")},
    loops={"while_statement": ("condition", "body"), "do_statement": ("condition", "body")},
    walks={"foreach_statement": ("left", "right", "body")},
    counted={"for_statement": ("initializer", "condition", "update", "body")},
    switches={"switch_statement": "value"},
    cases={"switch_section": ("@constant_pattern", "@declaration_pattern", "@recursive_pattern")},
    tries={"try_statement": "body"},
    handlers={"catch_clause": ("@catch_declaration", "body")},
    finals=frozenset({"finally_clause"}),
    leaves={
        "return_statement": "return",
        "throw_statement": "raise",
        "throw_expression": "raise",
        "break_statement": "break",
        "continue_statement": "continue",
    },
    ignored=frozenset({"using_directive", "attribute_list", "modifier", "implicit_type"}),
    functions={
        "method_declaration": FunctionForm("name", "parameters", "body"),
        "constructor_declaration": FunctionForm("name", "parameters", "body"),
        "local_function_statement": FunctionForm("name", "parameters", "body"),
        "accessor_declaration": FunctionForm("name", "", "body"),
    },
    classes={
        "class_declaration": ("name", "body"),
        "struct_declaration": ("name", "body"),
        "record_declaration": ("name", "body"),
        "interface_declaration": ("name", "body"),
    },
    parameters={"parameter": ("name", "type", -1)},
    inner_names=frozenset({"catch_declaration"}),
)

SEMANTICS = TABLED._replace(
    names_may_be_fields=True, parsers_raise=True, methods_may_lack_code=True, capitals_are_public=True
)
