"""Kotlin: which nodes of its grammar play which part."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.language import TABLED, Queues
from reread.analyzers.dataflow.ir.syntax_table import CallForm, FunctionForm, SyntaxTable

TABLE = SyntaxTable(
    names=frozenset({"simple_identifier", "type_identifier", "this_expression", "super_expression"}),
    transparent=frozenset(
        {
            "parenthesized_expression",
            "user_type",
            "control_structure_body",
            "directly_assignable_expression",
            "when_subject",
            "annotated_lambda",
        }
    ),
    members={"navigation_expression": (0, 1)},
    indexes={"indexing_expression": (0, 1)},
    calls={"call_expression": CallForm(0, 1), "constructor_invocation": CallForm(0, 1)},
    argument_lists=frozenset({"value_arguments"}),
    arguments={"value_argument": 0},
    strings=frozenset({"string_literal", "line_string_literal", "multi_line_string_literal"}),
    substitutions=frozenset({"interpolated_identifier", "interpolated_expression"}),
    constants={"null": None},
    numbers=frozenset({"integer_literal", "real_literal", "long_literal"}),
    operations=frozenset(
        {
            "additive_expression",
            "multiplicative_expression",
            "comparison_expression",
            "equality_expression",
            "conjunction_expression",
            "disjunction_expression",
            "prefix_expression",
            "infix_expression",
            "check_expression",
        }
    ),
    choices={"if_expression": ("condition", "consequence", "alternative")},
    collections=frozenset({"collection_literal", "multi_variable_declaration"}),
    closures={
        "lambda_literal": FunctionForm("", "@lambda_parameters", "@statements"),
        "anonymous_function": FunctionForm("", "@function_value_parameters", "@function_body"),
    },
    assignments={"assignment": (0, 1)},
    spreads=frozenset({"spread_expression"}),
    declarations={"property_declaration": ("@variable_declaration", -1, "")},
    blocks=frozenset({"source_file", "statements", "function_body", "class_body", "control_structure_body"}),
    ifs={"if_expression": ("condition", "consequence", "alternative")},
    loops={"while_statement": (0, 1), "do_while_statement": (1, 0)},
    walks={"for_statement": (0, 1, 2)},
    switches={"when_expression": "@when_subject"},
    cases={"when_entry": ("@when_condition",)},
    tries={"try_expression": 0},
    handlers={"catch_block": ("@simple_identifier", "@statements")},
    finals=frozenset({"finally_block"}),
    leaves={"jump_expression": ""},
    ignored=frozenset({"import_list", "package_header", "modifiers", "import_header"}),
    functions={
        "function_declaration": FunctionForm("@simple_identifier", "@function_value_parameters", "@function_body"),
        "secondary_constructor": FunctionForm("", "@function_value_parameters", "@statements"),
        "anonymous_initializer": FunctionForm("", "", "@statements"),
    },
    classes={
        "class_declaration": ("@type_identifier", "@class_body"),
        "object_declaration": ("@type_identifier", "@class_body"),
        "companion_object": ("", "@class_body"),
    },
    parameters={"parameter": ("@simple_identifier", "@user_type", ""), "variable_declaration": (0, 1, "")},
    inner_names=frozenset({"variable_declaration"}),
    gives_last=False,
)

SEMANTICS = TABLED._replace(
    library="java",
    queues=Queues.NEWEST_FIRST,
    functions_are_fixed=True,
    names_may_be_fields=True,
    parsers_raise=True,
)
