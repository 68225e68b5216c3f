"""JavaScript, with JSX."""

from __future__ import annotations

from reread.analyzers.languages.table import Language

LANGUAGE = Language(
    name="javascript",
    grammar="javascript",
    identifiers=("javascript", "javascriptreact"),
    extensions=(".js", ".jsx", ".mjs", ".cjs"),
    line_comment="//",
    block_comment=("/*", "*/"),
    comments=frozenset({"comment"}),
    strings=frozenset({"string", "template_string"}),
    definitions=frozenset(
        {
            "function_declaration",
            "generator_function_declaration",
            "class_declaration",
            "method_definition",
            "variable_declarator",
        }
    ),
    containers=frozenset({"class_declaration"}),
    wrappers=frozenset({"export_statement", "lexical_declaration", "variable_declaration"}),
    imports=frozenset({"import_statement"}),
    calls=frozenset({"call_expression", "new_expression"}),
)
