"""Java."""

from __future__ import annotations

from reread.analyzers.languages.table import Language

LANGUAGE = Language(
    name="java",
    grammar="java",
    identifiers=("java",),
    extensions=(".java",),
    line_comment="//",
    block_comment=("/*", "*/"),
    comments=frozenset({"line_comment", "block_comment"}),
    strings=frozenset({"string_literal"}),
    definitions=frozenset(
        {
            "class_declaration",
            "interface_declaration",
            "enum_declaration",
            "record_declaration",
            "annotation_type_declaration",
            "method_declaration",
            "constructor_declaration",
        }
    ),
    containers=frozenset({"class_declaration", "interface_declaration", "enum_declaration", "record_declaration"}),
    imports=frozenset({"import_declaration"}),
    calls=frozenset({"method_invocation", "object_creation_expression"}),
)
