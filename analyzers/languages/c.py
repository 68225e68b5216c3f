"""C."""

from __future__ import annotations

from reread.analyzers.languages.table import Language

LANGUAGE = Language(
    name="c",
    grammar="c",
    identifiers=("c",),
    extensions=(".c", ".h"),
    line_comment="//",
    block_comment=("/*", "*/"),
    comments=frozenset({"comment"}),
    strings=frozenset({"string_literal"}),
    definitions=frozenset(
        {
            "function_definition",
            "type_definition",
            "preproc_function_def",
            "struct_specifier",
            "enum_specifier",
            "union_specifier",
        }
    ),
    containers=frozenset(),
    imports=frozenset({"preproc_include"}),
    calls=frozenset({"call_expression"}),
)
