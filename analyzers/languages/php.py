"""PHP."""

from __future__ import annotations

from reread.analyzers.languages.table import Language

LANGUAGE = Language(
    name="php",
    grammar="php",
    identifiers=("php",),
    extensions=(".php",),
    line_comment="//",
    block_comment=("/*", "*/"),
    comments=frozenset({"comment"}),
    strings=frozenset({"string", "encapsed_string", "heredoc"}),
    definitions=frozenset(
        {
            "function_definition",
            "method_declaration",
            "class_declaration",
            "interface_declaration",
            "trait_declaration",
            "enum_declaration",
        }
    ),
    containers=frozenset({"class_declaration", "interface_declaration", "trait_declaration", "enum_declaration"}),
    imports=frozenset({"namespace_use_declaration"}),
    calls=frozenset(
        {
            "function_call_expression",
            "member_call_expression",
            "scoped_call_expression",
            "object_creation_expression",
        }
    ),
)
