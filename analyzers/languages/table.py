"""What the rest of Reread needs to know about a language: the type that every file of this folder fills in."""

from __future__ import annotations

from typing import NamedTuple


class Language(NamedTuple):
    """A language and the node kinds of its tree-sitter grammar.

    `name` is what rules and settings call it; `grammar` the name of its parser; `identifiers` LSP language ids;
    `extensions` with their dot, `filenames` whole names, both lower case. `definitions` are the kinds that define
    something with a name (function, method, class ...); `containers` those of them that hold other definitions;
    `wrappers` the kinds around a definition that belong to it (decorators, `export`). The name of a definition is
    in the field `name_field`.
    """

    name: str
    grammar: str
    identifiers: tuple[str, ...]
    extensions: tuple[str, ...]
    line_comment: str
    comments: frozenset[str]
    strings: frozenset[str]
    definitions: frozenset[str]
    containers: frozenset[str]
    wrappers: frozenset[str] = frozenset()
    imports: frozenset[str] = frozenset()
    calls: frozenset[str] = frozenset()
    filenames: tuple[str, ...] = ()
    name_field: str = "name"
    block_comment: tuple[str, str] | None = None
