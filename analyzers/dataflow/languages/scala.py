"""Scala: which nodes of its grammar play which part."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.language import TABLED, Queues
from reread.analyzers.dataflow.ir.syntax_table import CallForm, FunctionForm, SyntaxTable

TABLE = SyntaxTable(
    names=frozenset({"identifier", "type_identifier"}),
    transparent=frozenset({"parenthesized_expression"}),
    members={"field_expression": ("value", "field")},
    calls={
        "call_expression": CallForm("function", "arguments"),
        "instance_expression": CallForm(0, "arguments", new=True),
        "generic_function": CallForm("function", ""),
    },
    argument_lists=frozenset({"arguments"}),
    strings=frozenset({"string", "interpolated_string"}),
    substitutions=frozenset({"interpolation"}),
    numbers=frozenset({"integer_literal", "floating_point_literal"}),
    constants={"null_literal": None},
    operations=frozenset({"prefix_expression"}),
    collections=frozenset({"tuple_expression", "tuple_pattern"}),
    closures={"lambda_expression": FunctionForm("", "parameters", -1)},
    assignments={"assignment_expression": ("left", "right")},
    declarations={"val_definition": ("pattern", "value", "type"), "var_definition": ("pattern", "value", "type")},
    blocks=frozenset({"compilation_unit", "block", "template_body", "indented_block"}),
    ifs={"if_expression": ("condition", "consequence", "alternative")},
    loops={"while_expression": ("condition", "body")},
    switches={"match_expression": "value"},
    cases={"case_clause": ("pattern",)},
    tries={"try_expression": "body"},
    finals=frozenset({"finally_clause"}),
    leaves={"return_expression": "return", "throw_expression": "raise"},
    ignored=frozenset({"import_declaration", "package_clause"}),
    functions={"function_definition": FunctionForm("name", "parameters", "body")},
    classes={
        "class_definition": ("name", "body"),
        "object_definition": ("name", "body"),
        "trait_definition": ("name", "body"),
    },
    parameters={"parameter": ("name", "type", "default_value")},
    gives_last=True,
)

SEMANTICS = TABLED._replace(names_may_be_fields=True, library="java", queues=Queues.NEWEST_FIRST, parsers_raise=True)
