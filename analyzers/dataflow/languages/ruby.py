"""Ruby: which nodes of its grammar play which part."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.language import TABLED, Queues
from reread.analyzers.dataflow.ir.syntax_table import CallForm, FunctionForm, SyntaxTable

TABLE = SyntaxTable(
    names=frozenset({"identifier", "constant", "instance_variable", "class_variable", "global_variable", "self"}),
    transparent=frozenset({"parenthesized_statements", "superclass", "pattern", "in"}),
    members={"scope_resolution": ("scope", "name")},
    indexes={"element_reference": ("object", 1)},
    calls={"call": CallForm("method", "arguments", "receiver", "block"), "yield": CallForm("", 0)},
    argument_lists=frozenset({"argument_list"}),
    strings=frozenset({"string", "heredoc_body", "subshell", "regex", "delimited_symbol", "chained_string"}),
    literal_parts=frozenset({"string_content", "heredoc_content", "escape_sequence"}),
    substitutions=frozenset({"interpolation"}),
    constants={"true": True, "false": False, "nil": None},
    numbers=frozenset({"integer", "float"}),
    operations=frozenset({"binary", "unary"}),
    choices={"conditional": ("condition", "consequence", "alternative")},
    collections=frozenset(
        {"array", "hash", "left_assignment_list", "right_assignment_list", "destructured_left_assignment"}
    ),
    pairs={"pair": ("key", "value")},
    closures={
        "block": FunctionForm("", "parameters", "body"),
        "do_block": FunctionForm("", "parameters", "body"),
        "lambda": FunctionForm("", "parameters", "body"),
    },
    assignments={"assignment": ("left", "right"), "operator_assignment": ("left", "right")},
    spreads=frozenset({"splat_argument", "hash_splat_argument", "block_argument"}),
    blocks=frozenset({"program", "body_statement", "block_body", "then", "else", "do", "begin", "begin_block"}),
    ifs={
        "if": ("condition", "consequence", "alternative"),
        "elsif": ("condition", "consequence", "alternative"),
        "unless": ("condition", "consequence", "alternative"),
        "if_modifier": ("condition", "body", ""),
        "unless_modifier": ("condition", "body", ""),
    },
    loops={
        "while": ("condition", "body"),
        "until": ("condition", "body"),
        "while_modifier": ("condition", "body"),
        "until_modifier": ("condition", "body"),
    },
    negated=frozenset({"unless", "unless_modifier", "until", "until_modifier"}),
    walks={"for": ("pattern", "value", "body")},
    switches={"case": "value"},
    cases={"when": ("pattern",), "else": ()},
    handlers={"rescue": ("variable", "body")},
    finals=frozenset({"ensure"}),
    leaves={"return": "return", "break": "break", "next": "return", "redo": "continue"},
    ignored=frozenset({"heredoc_beginning", "empty_statement", "heredoc_end"}),
    functions={
        "method": FunctionForm("name", "parameters", "body"),
        "singleton_method": FunctionForm("name", "parameters", "body"),
    },
    classes={"class": ("name", "body"), "module": ("name", "body"), "singleton_class": ("value", "body")},
    parameters={
        "optional_parameter": ("name", "", "value"),
        "keyword_parameter": ("name", "", "value"),
        "splat_parameter": ("name", "", ""),
        "hash_splat_parameter": ("name", "", ""),
        "block_parameter": ("name", "", ""),
    },
    inner_names=frozenset({"exception_variable"}),
    gives_last=True,
    receivers=frozenset({"self"}),
)

SEMANTICS = TABLED._replace(
    queues=Queues.LAST, false_has_no_text=True, and_gives_operand=True, parsers_raise=True, operators_are_methods=True
)
