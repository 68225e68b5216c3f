"""Lua: which nodes of its grammar play which part."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.language import TABLED
from reread.analyzers.dataflow.ir.syntax_table import CallForm, FunctionForm, SyntaxTable

TABLE = SyntaxTable(
    transparent=frozenset({"parenthesized_expression", "expression_list", "variable_list"}),
    members={"dot_index_expression": ("table", "field"), "method_index_expression": ("table", "method")},
    indexes={"bracket_index_expression": ("table", "field")},
    calls={"function_call": CallForm("name", "arguments")},
    argument_lists=frozenset({"arguments"}),
    strings=frozenset({"string"}),
    constants={"true": True, "false": False, "nil": None},
    numbers=frozenset({"number"}),
    operations=frozenset({"binary_expression", "unary_expression"}),
    collections=frozenset({"table_constructor", "expression_list", "variable_list"}),
    pairs={"field": ("name", "value")},
    plain_keys=frozenset({"field"}),
    closures={"function_definition": FunctionForm("", "parameters", "body")},
    assignments={"assignment_statement": (0, 1)},
    blocks=frozenset({"chunk", "block"}),
    ifs={
        "if_statement": ("condition", "consequence", "alternative"),
        "elseif_statement": ("condition", "consequence", ""),
    },
    loops={"while_statement": ("condition", "body"), "repeat_statement": ("condition", "body")},
    negated=frozenset({"repeat_statement"}),
    walks={"for_statement": ("clause/0", "clause/1", "body")},
    leaves={"return_statement": "return", "break_statement": "break"},
    ignored=frozenset({"goto_statement", "label_statement", "empty_statement", "attribute"}),
    functions={"function_declaration": FunctionForm("name", "parameters", "body")},
    receivers=frozenset({"self"}),
)

SEMANTICS = TABLED._replace(functions_are_values=True, and_gives_operand=True)
