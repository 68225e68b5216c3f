"""What the rest of Reread needs to know about a language: the type that every file of this folder fills in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

ImportedName = tuple[str, str]
"""A local name and the dotted path that it stands for. The name `*` stands for everything in the path."""


IGNORED_TOKENS = frozenset("()[]{},;:.'\"`=") | {"", "\n", '"""', "=>"}
"""Punctuation that says nothing which the kind of the node around it does not say."""


class Matching(NamedTuple):
    """How patterns of rules are compared with code of a language.

    `forms` are the texts to put before and after a pattern, tried in turn until it parses; `ellipses` the ways to
    write `...` that the grammar accepts, `{}` being the name that stands for it; `rewrites` are regular expressions and what
    to put in place of their matches before all that.

    `transparent` kinds are seen through: brackets, expression statements and the like, when they hold one thing.
    `names` are the kinds of leaves that are names. `members` maps `a.b` kinds to the fields of `a` and `b`, `callees`
    the kinds of calls to the field of what is called, `operators` the kinds of operations to the field of their operator, `arguments` are the kinds of lists in which the keyword
    arguments, of the kinds `keywords`, may stand in any order.

    `blocks` are the kinds that hold statements (those in `inlined` only as part of another block), `spliced` the lists whose elements count as their parent's own,
    `definitions` the
    statements whose inner statements are not part of the code around them, `subsets` the lists that may hold more than the pattern says (modifiers, base classes, object fields),
    `apart` the child kinds that are compared apart from the others, `optional` the fields and child kinds that a pattern may leave out, `optional_tokens` the same for key words, and
    `ignored_tokens` mean nothing to a pattern.

    `decorated` is the kind of a definition together with its decorators. Strings consist of `string_parts`, `substitution` being the kind of `{x}` in them. `import_names` gives the names
    that a node of `import_kinds` (by default `Language.imports`) brings in. A pattern at whose start the
    regular expression of one of `special_forms` matches is tried between the two texts of that form first.

    `equivalents` names further kinds that a pattern of one kind matches, `fields` gives fields of such kinds one name.
    """

    forms: tuple[tuple[str, str], ...] = (("", ""),)
    ellipses: tuple[str, ...] = ("{}",)
    rewrites: tuple[tuple[str, str], ...] = ()
    transparent: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset({"identifier"})
    members: Mapping[str, tuple[str, str]] = {}
    callees: Mapping[str, str] = {}
    operators: Mapping[str, str] = {}
    arguments: frozenset[str] = frozenset()
    keywords: frozenset[str] = frozenset()
    blocks: frozenset[str] = frozenset()
    inlined: frozenset[str] = frozenset()
    spliced: frozenset[str] = frozenset()
    definitions: frozenset[str] = frozenset()
    subsets: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    optional_tokens: frozenset[str] = frozenset()
    ignored_tokens: frozenset[str] = IGNORED_TOKENS
    equivalents: Mapping[str, frozenset[str]] = {}
    fields: Mapping[tuple[str, str], str] = {}
    string_parts: frozenset[str] = frozenset()
    substitution: str = ""
    decorated: str = ""
    special_forms: tuple[tuple[str, str, str], ...] = ()
    import_kinds: frozenset[str] = frozenset()
    import_names: Callable[[Any, Callable[[Any], str]], Iterable[ImportedName]] | None = None


class Language(NamedTuple):
    """A language and the node kinds of its tree-sitter grammar.

    `name` is what rules and settings call it; `grammar` the name of its parser; `identifiers` LSP language ids;
    `extensions` with their dot, `filenames` whole names, both lower case. `definitions` are the kinds that define
    something with a name (function, method, class ...); `containers` those of them that hold other definitions;
    `wrappers` the kinds around a definition that belong to it (decorators, `export`). The name of a definition is
    in the field `name_field`. `matching` is for the rule engine; None where it does not know the language.
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
    matching: Matching | None = None
