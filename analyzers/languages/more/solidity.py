"""Solidity."""

from __future__ import annotations

from reread.analyzers.languages.import_kinds import ImportKinds
from reread.analyzers.languages.solidity_operands import operands
from reread.analyzers.languages.table import (
    IGNORED_TOKENS,
    Language,
    Leeway,
    Matching,
    NameKinds,
    PatternReading,
    StatementKinds,
)
from reread.analyzers.languages.value_kinds import TextKinds

_DECLARATIONS = frozenset(
    {
        *("variable_declaration_statement", "state_variable_declaration", "constant_variable_declaration"),
        "struct_member",
    }
)
_FUNCTION = "function_definition"
_CONSTRUCTOR = "constructor_definition"
_MODIFIER = "modifier_definition"
_UNNAMED = "fallback_receive_definition"
_OTHER_FUNCTIONS = frozenset({_CONSTRUCTOR, _MODIFIER, _UNNAMED})
_NAMES = frozenset({"constructor", "receive", "fallback", "function"})
"""What stands in place of the name in functions that have none."""
_MARKS = frozenset({"public", "internal", "payable", "modifier"})
_ASSEMBLY_CALL = "yul_function_call"

MATCHING = Matching(
    reading=PatternReading(
        forms=(
            ("", ""),
            ("contract R { function r() public {", "} }"),
            ("contract R { function r() public {", ";} }"),
            ("contract R {", "}"),
            ("", ";"),
            ("contract R {", ";}"),
        ),
        special_forms=((r"[^;{}()]*\b(?:constant|immutable)\b", "contract R {", "}"),),
        rewrites=(
            (r"\bfor\s*\(\s*\.\.\.\s*\)", "for (...;;)"),
            # Behind `solidity` the grammar knows only versions.
            (r"^\s*pragma\s+solidity\s+(?=[\^~<>=]*\s*\$)", "pragma solidity_ "),
        ),
        ellipses=("{};", "{}", "{0} {0};", "{0} {0}"),
    ),
    names=NameKinds(
        leaves=frozenset({"identifier", "primitive_type", "visibility", "state_mutability", "yul_evm_builtin"})
        | _NAMES
        | _MARKS,
        members={"member_expression": ("object", "property")},
        callees={"call_expression": "function", _ASSEMBLY_CALL: "function"},
        operators={"binary_expression": "operator", "unary_expression": "operator", "update_expression": "operator"},
        parameters={"parameter": "name"},
    ),
    imports=ImportKinds(directives=frozenset({"pragma_directive"})),
    statements=StatementKinds(
        blocks=frozenset({"source_file", "contract_body", "function_body", "block_statement", "yul_block"}),
        definitions=_OTHER_FUNCTIONS | {_FUNCTION, "contract_declaration"},
        with_bodies=frozenset({_FUNCTION}),
        loop_declarations=frozenset({("for_statement", "variable_declaration_statement")}),
    ),
    leeway=Leeway(
        transparent=frozenset(
            {
                "expression",
                "statement",
                "expression_statement",
                "call_argument",
                "parenthesized_expression",
                "user_defined_type",
                "modifier_invocation",
                *("yul_path", "yul_identifier"),
            }
        ),
        subsets=frozenset({"inheritance_specifier", "invoked", "import_directive"}),
        optional=frozenset(
            {
                *("visibility", "invoked", "virtual", "override_specifier", "import_name", "alias"),
                *("inheritance_specifier", "location", "else", "immutable", "declared_type"),
                *("key_identifier", "value_identifier"),
            }
        ),
        optional_tokens=frozenset(
            {
                "memory",
                "storage",
                "calldata",
                "constant",
                "public",
                "private",
                "internal",
                "external",
                "payable",
                "abstract",
                "else",
                "indexed",
                "anonymous",
            }
        ),
        # Semgrep's patterns say nothing of what a function returns.
        passed_over=frozenset({"return_type_definition"}),
        # Only `$M(...)` stands for a modifier with arguments.
        opaque=frozenset({"modifier_invocation"}),
        ignored_tokens=IGNORED_TOKENS | {"function", "returns", "is"},
        spliced=frozenset({"variable_declaration"}),
        fields={
            **{(kind, "type"): "declared_type" for kind in _DECLARATIONS},
            **{(kind, "name"): "left" for kind in _DECLARATIONS},
            **{(kind, "value"): "right" for kind in _DECLARATIONS},
            ("variable_declaration_statement", "variable_declaration_tuple"): "left",
            ("yul_if_statement", ""): "condition",
            ("yul_if_statement", "yul_block"): "body",
            # A function may have more modifiers than the pattern says.
            **{
                (kind, mark): "invoked"
                for kind in (_FUNCTION, _CONSTRUCTOR, _UNNAMED)
                for mark in ("modifier_invocation", "state_mutability")
            },
            # The length of an array: a `...` stands for one.
            ("type_name", "expression"): "value",
            ("type_name", "type_name"): "element",
        },
        token_fields={
            **{(kind, name): "name" for kind in (_CONSTRUCTOR, _UNNAMED) for name in _NAMES},
            (_CONSTRUCTOR, "public"): "visibility",
            (_CONSTRUCTOR, "internal"): "visibility",
            (_CONSTRUCTOR, "payable"): "invoked",
            (_MODIFIER, "modifier"): "invoked",
        },
        equivalents={
            _FUNCTION: _OTHER_FUNCTIONS,
            "call_expression": frozenset({_ASSEMBLY_CALL}),
            "assignment_expression": _DECLARATIONS,
            **{kind: _DECLARATIONS - {kind} for kind in _DECLARATIONS},
            "if_statement": frozenset({"yul_if_statement"}),
        },
    ),
    texts=TextKinds(
        parts=frozenset(),
        constants=frozenset({"identifier", "type_cast_expression"}),
    ),
)

LANGUAGE = Language(
    name="solidity",
    grammar="solidity",
    dataflow="solidity",
    line_comment="//",
    comments=frozenset({"comment"}),
    strings=frozenset({"string_literal", "string"}),
    definitions=frozenset(
        {"contract_declaration", "function_definition", "modifier_definition", "struct_declaration", "event_definition"}
    ),
    containers=frozenset({"contract_declaration"}),
    imports=frozenset({"import_directive"}),
    calls=frozenset({"call_expression"}),
    matching=MATCHING,
    insertions=operands,
)
