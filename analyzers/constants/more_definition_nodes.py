"""The same as `definition_nodes.py` for languages without built-in rules."""

from __future__ import annotations

from reread.analyzers.constants.definition_kinds import LAST, Writes, none

LUA = Writes(
    names=frozenset({"identifier"}),
    declares=none(
        *(("variable_declaration", ""), ("parameters", "name"), ("for_numeric_clause", "name")),
        *(("for_generic_clause", ""), ("function_declaration", "name")),
    ),
    assigns={("assignment_statement", ""): LAST},
    named=frozenset({"function_declaration"}),
    wrappers=frozenset({"variable_list"}),
    functions=frozenset({"function_declaration", "function_definition"}),
    scopes=frozenset({"chunk", "block", "function_declaration", "function_definition", "for_statement"}),
    classes=frozenset(),
    loops=frozenset({"for_statement", "while_statement", "repeat_statement"}),
    branches=frozenset({"if_statement"}),
    members={},
    fields={},
    operators=frozenset({"binary_expression"}),
    implicit_globals=True,
    joins="..",
    declaring=frozenset({"variable_declaration"}),
    shared_globals=True,
)

SWIFT = Writes(
    names=frozenset({"simple_identifier"}),
    declares={
        ("property_declaration", "name"): "value",
        **none(
            *(("parameter", "name"), ("lambda_parameter", "name"), ("lambda_parameter", ""), ("for_statement", "item")),
            *(("if_statement", "bound_identifier"), ("guard_statement", "bound_identifier")),
            *(("while_statement", "bound_identifier"), ("switch_pattern", ""), ("catch_block", "error")),
            ("function_declaration", "name"),
        ),
    },
    # `f(&x)` lets the function write to x, and `x.append(y)` changes it.
    assigns={
        ("assignment", "target"): "result",
        **none(("prefix_expression", "target"), ("navigation_expression", "target")),
    },
    named=frozenset({"function_declaration"}),
    wrappers=frozenset({"pattern", "directly_assignable_expression"}),
    functions=frozenset({"function_declaration", "init_declaration", "lambda_literal"}),
    scopes=frozenset(
        {
            *("source_file", "statements", "class_body", "enum_class_body", "protocol_body", "function_declaration"),
            *("init_declaration", "lambda_literal", "if_statement", "while_statement", "for_statement"),
            *("switch_entry", "catch_block"),
        }
    ),
    classes=frozenset({"class_declaration", "protocol_declaration"}),
    loops=frozenset({"for_statement", "while_statement", "repeat_while_statement"}),
    branches=frozenset({"if_statement", "switch_statement", "ternary_expression"}),
    members={},
    fields={},
    operators=frozenset({"additive_expression", "multiplicative_expression", "ternary_expression"}),
    modifiers=frozenset({"let"}),
    changing=r"(?:append|insert|remove\w*|replaceSubrange|write|popLast|makeContiguousUTF8)\b",
    unwrapped=frozenset({"pattern", "directly_assignable_expression"}),
)

_SOLIDITY_FUNCTIONS = frozenset(
    {"function_definition", "constructor_definition", "modifier_definition", "fallback_receive_definition"}
)

SOLIDITY = Writes(
    names=frozenset({"identifier"}),
    declares={
        ("variable_declaration_statement", ""): "value",
        ("constant_variable_declaration", "name"): "value",
        ("state_variable_declaration", "name"): "value",
        **none(("parameter", "name"), ("function_definition", "name"), ("yul_variable_declaration", "left")),
    },
    assigns={
        ("assignment_expression", "left"): "right",
        **none(
            *(("augmented_assignment_expression", "left"), ("update_expression", "argument")),
            *(("unary_expression", "argument"), ("yul_assignment", "")),
        ),
    },
    named=frozenset({"function_definition"}),
    wrappers=frozenset(
        {
            *("variable_declaration", "variable_declaration_tuple", "tuple_expression", "expression"),
            *("yul_path", "yul_identifier"),
        }
    ),
    functions=_SOLIDITY_FUNCTIONS,
    scopes=_SOLIDITY_FUNCTIONS
    | {"source_file", "contract_body", "function_body", "block_statement", "for_statement", "try_statement"}
    | {"catch_clause", "assembly_statement"},
    classes=frozenset(),
    loops=frozenset({"for_statement", "while_statement", "do_while_statement"}),
    branches=frozenset({"if_statement"}),
    members={},
    fields={},
    operators=frozenset({"binary_expression"}),
    # As in Semgrep, nothing is known of what belongs to a contract; a library has constants only.
    open_fields=frozenset({"state_variable_declaration"}),
    unwrapped=frozenset({"variable_declaration", "expression"}),
)
