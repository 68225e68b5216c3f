"""The symbols of a file: its definitions, the names it uses, and its imports."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reread.analyzers import syntax
from reread.analyzers.syntax import SyntaxTree
from reread.rag.imports import Import, rules_of
from reread.rag.source import references as uses
from reread.rag.source.definitions import ATTRIBUTES, CONSTANTS, OVERLOADS, VALUES, Definition, Definitions
from reread.rag.source.inheritance import inheritance
from reread.rag.source.receivers import declarations_of
from reread.rag.source.references import CALL, IMPORT, INHERITANCE, Reference

__all__ = ["CALL", "IMPORT", "INHERITANCE", "Definition", "Import", "Reference", "Symbols", "symbols"]


class Symbols(NamedTuple):
    """Definitions in order of their start, containers first; definitions local to a function are not among them.

    `namespace` is the package or namespace that the file declares, or "".
    """

    definitions: tuple[Definition, ...]
    references: tuple[Reference, ...]
    imports: tuple[Import, ...] = ()
    namespace: str = ""


def symbols(tree: SyntaxTree) -> Symbols:
    """The symbols of a parsed file. Code with errors gives those that could be made out."""
    # Sorted, since captures come in no order that a second run would repeat.
    found = {
        name: sorted(nodes, key=lambda node: (node.start_byte, -node.end_byte))
        for name, nodes in syntax.captures(_query(tree.language.name), tree.root).items()
    }
    rules = rules_of(tree.language.name)
    maker = Definitions(tree, found.get("comment", []))
    definitions = maker.all(found.get("definition", []))
    references = uses.references(tree, found, definitions, rules)
    return Symbols(
        tuple(definitions),
        (*references, *inheritance(tree, found, definitions, maker.local, rules)),
        uses.imports(tree, found, rules),
        uses.namespace(tree, found),
    )


@cache
def _query(language: str) -> syntax.Query:
    table = syntax.language(language)
    assert table is not None
    rules = rules_of(language)
    has_functions_as_values = "variable_declarator" in table.definitions
    kinds = {
        "definition": table.definitions | CONSTANTS | OVERLOADS | (VALUES if has_functions_as_values else frozenset()),
        "call": table.calls,
        "import": table.imports,
        "comment": table.comments | (ATTRIBUTES if language == "rust" else frozenset()),
        "source": rules.kinds,
        "mixed": rules.mixing,
        "demand": rules.demands,
        "namespace": rules.namespaces,
        "declared": frozenset(declarations_of(table, rules)),
    }
    known = {name: sorted(kind for kind in wanted if syntax.has_kind(language, kind)) for name, wanted in kinds.items()}
    return syntax.query(
        language,
        "\n".join(f"[{' '.join(f'({kind})' for kind in wanted)}] @{name}" for name, wanted in known.items() if wanted),
    )
