"""Java and Kotlin: files declare their package, and see all of it without imports."""

from __future__ import annotations

from reread.analyzers.languages.java import imports_of
from reread.rag.imports.table import ImportRules, Shared, as_written, same_namespace

LANGUAGES = ("java", "kotlin")


RULES = ImportRules(
    kinds=frozenset({"import_declaration", "import_header"}),
    read=as_written(imports_of),
    reach=same_namespace,
    namespaces=frozenset({"package_declaration", "package_header"}),
    shared=Shared.NAMESPACE,
    own_members=True,
    declarations={
        "class_parameter": ("simple_identifier", "user_type", ""),
        "parameter": ("simple_identifier", "user_type", ""),
        "property_declaration": ("variable_declaration", "user_type", "call_expression"),
    },
)
