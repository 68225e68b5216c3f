"""Kotlin. Its grammar has no field for names: they are the first identifiers of their definitions."""

from __future__ import annotations

from reread.analyzers.languages.table import Language

LANGUAGE = Language(
    name="kotlin",
    grammar="kotlin",
    identifiers=("kotlin",),
    extensions=(".kt", ".kts"),
    line_comment="//",
    block_comment=("/*", "*/"),
    comments=frozenset({"line_comment", "multiline_comment"}),
    strings=frozenset({"string_literal"}),
    definitions=frozenset({"class_declaration", "object_declaration", "function_declaration"}),
    containers=frozenset({"class_declaration", "object_declaration"}),
    imports=frozenset({"import_header"}),
    calls=frozenset({"call_expression"}),
)
