"""C#."""

from __future__ import annotations

from reread.analyzers.languages.table import Language

LANGUAGE = Language(
    name="csharp",
    grammar="csharp",
    identifiers=("csharp",),
    extensions=(".cs",),
    line_comment="//",
    block_comment=("/*", "*/"),
    comments=frozenset({"comment"}),
    strings=frozenset({"string_literal", "verbatim_string_literal", "interpolated_string_expression"}),
    definitions=frozenset(
        {
            "method_declaration",
            "constructor_declaration",
            "class_declaration",
            "interface_declaration",
            "struct_declaration",
            "record_declaration",
            "enum_declaration",
            "namespace_declaration",
        }
    ),
    containers=frozenset(
        {
            "class_declaration",
            "interface_declaration",
            "struct_declaration",
            "record_declaration",
            "namespace_declaration",
        }
    ),
    imports=frozenset({"using_directive"}),
    calls=frozenset({"invocation_expression", "object_creation_expression"}),
)
