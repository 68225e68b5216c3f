"""Go."""

from __future__ import annotations

from reread.analyzers.languages.table import Language

LANGUAGE = Language(
    name="go",
    grammar="go",
    identifiers=("go",),
    extensions=(".go",),
    line_comment="//",
    block_comment=("/*", "*/"),
    comments=frozenset({"comment"}),
    strings=frozenset({"interpreted_string_literal", "raw_string_literal"}),
    definitions=frozenset({"function_declaration", "method_declaration", "type_spec"}),
    containers=frozenset(),
    wrappers=frozenset({"type_declaration"}),
    imports=frozenset({"import_declaration"}),
    calls=frozenset({"call_expression"}),
)
