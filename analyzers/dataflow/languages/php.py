"""PHP: which nodes of its grammar play which part."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.language import TABLED
from reread.analyzers.dataflow.ir.syntax_table import CallForm, FunctionForm, SyntaxTable

TABLE = SyntaxTable(
    names=frozenset({"variable_name", "name", "qualified_name", "relative_scope"}),
    transparent=frozenset(
        {"parenthesized_expression", "expression_statement", "else_clause", "error_suppression_expression"}
    ),
    members={
        "member_access_expression": ("object", "name"),
        "nullsafe_member_access_expression": ("object", "name"),
        "scoped_property_access_expression": ("scope", "name"),
        "class_constant_access_expression": (0, 1),
    },
    indexes={"subscript_expression": (0, 1)},
    calls={
        "function_call_expression": CallForm("function", "arguments"),
        "member_call_expression": CallForm("name", "arguments", "object"),
        "nullsafe_member_call_expression": CallForm("name", "arguments", "object"),
        "scoped_call_expression": CallForm("name", "arguments", "scope"),
        "object_creation_expression": CallForm(0, "@arguments", new=True),
    },
    argument_lists=frozenset({"arguments"}),
    arguments={"argument": "name"},
    strings=frozenset({"string", "encapsed_string", "heredoc", "heredoc_body", "nowdoc", "shell_command_expression"}),
    literal_parts=frozenset({"string_content", "escape_sequence", "nowdoc_string"}),
    constants={"boolean": None, "null": None},
    numbers=frozenset({"integer", "float"}),
    operations=frozenset({"binary_expression", "unary_op_expression"}),
    choices={"conditional_expression": ("condition", "body", "alternative")},
    collections=frozenset({"array_creation_expression", "list_literal"}),
    pairs={"array_element_initializer": (0, -1), "pair": (0, 1)},
    closures={
        "anonymous_function": FunctionForm("", "parameters", "body"),
        "anonymous_function_creation_expression": FunctionForm("", "parameters", "body"),
        "arrow_function": FunctionForm("", "parameters", "body"),
    },
    assignments={
        "assignment_expression": ("left", "right"),
        "augmented_assignment_expression": ("left", "right"),
        "reference_assignment_expression": ("left", "right"),
    },
    spreads=frozenset({"variadic_unpacking"}),
    declarations={
        "static_variable_declaration": ("name", "value", ""),
        "property_element": ("name", "default_value", ""),
    },
    blocks=frozenset({"program", "compound_statement", "declaration_list", "colon_block"}),
    ifs={
        "if_statement": ("condition", "body", "alternative"),
        "else_if_clause": ("condition", "body", "alternative"),
    },
    loops={"while_statement": ("condition", "body"), "do_statement": ("condition", "body")},
    walks={"foreach_statement": (1, 0, "body")},
    counted={"for_statement": ("initialize", "condition", "update", "body")},
    switches={"switch_statement": "condition"},
    cases={"case_statement": ("value",), "default_statement": ()},
    tries={"try_statement": "body"},
    handlers={"catch_clause": ("name", "body")},
    finals=frozenset({"finally_clause"}),
    leaves={
        "return_statement": "return",
        "break_statement": "break",
        "continue_statement": "continue",
        "throw_expression": "raise",
    },
    ignored=frozenset({"php_tag", "namespace_use_declaration", "global_declaration", "text"}),
    functions={
        "function_definition": FunctionForm("name", "parameters", "body"),
        "method_declaration": FunctionForm("name", "parameters", "body"),
    },
    classes={
        "class_declaration": ("name", "body"),
        "trait_declaration": ("name", "body"),
        "interface_declaration": ("name", "body"),
        "enum_declaration": ("name", "body"),
    },
    parameters={
        "simple_parameter": ("name", "type", "default_value"),
        "variadic_parameter": ("name", "type", ""),
        "property_promotion_parameter": ("name", "type", "default_value"),
    },
    shares=frozenset({"global_declaration", "by_ref"}),
    receivers=frozenset({"$this"}),
)

SEMANTICS = TABLED._replace(
    folds_receiver=False,
    assignments_declare=True,
    false_has_no_text=True,
    empty_list_is_false=True,
    parsers_raise=True,
)
