"""Rust."""

from __future__ import annotations

from reread.analyzers.languages.table import Language

LANGUAGE = Language(
    name="rust",
    grammar="rust",
    identifiers=("rust",),
    extensions=(".rs",),
    line_comment="//",
    block_comment=("/*", "*/"),
    comments=frozenset({"line_comment", "block_comment"}),
    strings=frozenset({"string_literal", "raw_string_literal"}),
    definitions=frozenset(
        {
            "function_item",
            "function_signature_item",
            "struct_item",
            "enum_item",
            "trait_item",
            "impl_item",
            "mod_item",
            "type_item",
            "macro_definition",
        }
    ),
    containers=frozenset({"trait_item", "impl_item", "mod_item"}),
    imports=frozenset({"use_declaration"}),
    calls=frozenset({"call_expression", "macro_invocation"}),
)
