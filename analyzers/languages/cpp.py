"""C++."""

from __future__ import annotations

from reread.analyzers.languages.table import Language

LANGUAGE = Language(
    name="cpp",
    grammar="cpp",
    identifiers=("cpp", "cuda-cpp"),
    extensions=(".cpp", ".cc", ".cxx", ".hpp", ".hh", ".hxx", ".cu"),
    line_comment="//",
    block_comment=("/*", "*/"),
    comments=frozenset({"comment"}),
    strings=frozenset({"string_literal", "raw_string_literal"}),
    definitions=frozenset(
        {"function_definition", "class_specifier", "struct_specifier", "enum_specifier", "namespace_definition"}
    ),
    containers=frozenset({"class_specifier", "struct_specifier", "namespace_definition"}),
    wrappers=frozenset({"template_declaration"}),
    imports=frozenset({"preproc_include"}),
    calls=frozenset({"call_expression", "new_expression"}),
)
