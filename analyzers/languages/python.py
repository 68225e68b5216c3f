"""Python."""

from __future__ import annotations

from reread.analyzers.languages.table import Language

LANGUAGE = Language(
    name="python",
    grammar="python",
    identifiers=("python",),
    extensions=(".py", ".pyi", ".pyw"),
    line_comment="#",
    comments=frozenset({"comment"}),
    strings=frozenset({"string", "concatenated_string"}),
    definitions=frozenset({"function_definition", "class_definition"}),
    containers=frozenset({"class_definition"}),
    wrappers=frozenset({"decorated_definition"}),
    imports=frozenset({"import_statement", "import_from_statement", "future_import_statement"}),
    calls=frozenset({"call"}),
)
