"""TypeScript."""

from __future__ import annotations

from reread.analyzers.languages import javascript

assert javascript.MATCHING.typing is not None
MATCHING = javascript.MATCHING._replace(
    reading=javascript.MATCHING.reading._replace(extended_by=""),
    typing=javascript.MATCHING.typing._replace(form=("let x: ", "")),
)

LANGUAGE = javascript.LANGUAGE._replace(
    name="typescript",
    grammar="typescript",
    definitions=javascript.LANGUAGE.definitions
    | {
        "interface_declaration",
        "type_alias_declaration",
        "enum_declaration",
        "abstract_class_declaration",
        "internal_module",
    },
    matching=MATCHING,
    containers=javascript.LANGUAGE.containers
    | {"abstract_class_declaration", "interface_declaration", "internal_module"},
)
