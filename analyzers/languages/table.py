"""What the rest of Reread needs to know about a language: the type that every file of this folder fills in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

ImportedName = tuple[str, str]
"""A local name and the dotted path that it stands for. The name `*` stands for everything in the path.

A path after a `=` begins with another local name, and counts only where that one is imported.
"""


class ImportItem(NamedTuple):
    """One name that an import brings into a file: `local` stands for `name` of `module`.

    `module` is as the file writes it: `..a.b`, `./a`, `github.com/a/b`. `name` is "" where the module itself is meant;
    it and `local` are `*` where all names are. `item` is the node of its own part in a list of several.
    """

    local: str
    module: str
    name: str
    item: Any = None


IGNORED_TOKENS = frozenset("()[]{},;:.'\"`=") | {"", "\n", '"""', "=>"}
"""Punctuation that says nothing which the kind of the node around it does not say."""


UNTYPED_PARAMETER = (
    r"((?<![\w$])(?!(?:if|while|for|foreach|switch|catch|synchronized|using|lock|try)\b)[\w$]+\s*"
    r"\((?:[^(){}]*,\s*)?)(\$[A-Z]\w*)(?=\s*(?:,[^(){}]*)?\)\s*(?:throws\b[^{;]*)?\{)",
    r"\1$_ \2",
)
"""For `rewrites` of languages with types before names: a pattern may name a parameter without its type."""


class Typing(NamedTuple):
    """What declarations say about types, for patterns such as `($X: T)`, or `(T $X)` where `type_first`.

    `form` are the texts before and after a type with which it parses. `declarations` maps kinds to the fields of the
    name, the type and the value ("" where there is none); a declaration is visible in the innermost of `scopes` or
    `functions` around it. `annotations` are kinds around a type. `literals` gives the names of the types of literals,
    `instances` the field of the type of what constructs one ("": its last child), `branches` the field whose type an
    expression has. `arithmetic` is the type of sums of whole numbers. `receivers` are the names of the object itself,
    `records` the kinds that declare members of a named type, `wrappers` those around declarations in a class or file,
    and in `constructors` assignments to the receiver declare members. `pointers` tells whether there are any. `calls`
    maps the kinds of calls that may be of methods of the class around them to the fields of the object and of the name,
    `results` the kind of a method to the fields of its name and of the type that it gives. Where they are `nominal`,
    the name of each type is declared in the package or imported; `qualified` ones of other packages stand behind the
    package's name.
    """

    form: tuple[str, str]
    declarations: Mapping[str, tuple[str, str, str]]
    literals: Mapping[str, tuple[str, ...]] = {}
    instances: Mapping[str, str] = {}
    branches: Mapping[str, str] = {}
    annotations: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset()
    scopes: frozenset[str] = frozenset()
    wrappers: frozenset[str] = frozenset()
    constructors: frozenset[str] = frozenset()
    receivers: frozenset[bytes] = frozenset()
    records: frozenset[str] = frozenset()
    arithmetic: str = ""
    type_first: bool = False
    pointers: bool = False
    calls: Mapping[str, tuple[str, str]] = {}
    results: Mapping[str, tuple[str, str]] = {}
    nominal: bool = False
    qualified: bool = False


class Matching(NamedTuple):
    """How patterns of rules are compared with code of a language.

    Reading a pattern: `forms` are the texts to put before and after it, tried in turn until it parses; where the
    regular expression of one of `special_forms` matches at its start, that form is tried first. `ellipses` are the
    ways to write `...` that the grammar accepts, `{}` being the name that stands for it; `rewrites` are regular
    expressions and what to put in place of their matches before all that; `no_metavariables` are variables that only
    look like metavariables. Where a regular expression of `sigils` matches at the end of the text before a
    metavariable, the name that stands for it begins with the text beside it, `$` or `R`. `statement_word` is what
    stands before a metavariable for a statement. `extended_by` is a language that has all of this one's syntax and
    more.

    Names and calls: `names` are the kinds of leaves that are names, `members` maps the kinds of `a.b` to the fields
    of `a` and `b`, `callees` the kinds of calls to the field of what is called, `methods` those that have the object
    of a method beside its name to the fields of both, `operators` those of operations to the field of the operator.
    `import_names` gives the names that a node of `import_kinds` (by default `Language.imports`) brings in; a pattern
    that is a statement of `open_imports` stands for any import from its module, and one of `module_fields`, of which
    it has only that field, for any from the module named there or one below it. `import_paths` are those that hold
    the parts of a path, and its last parts in a list of that kind. `around_imported` are kinds around the names in an
    import. `module_of` is the path of a module that is named where it is used, `require("a")`, or "", of a node whose
    text begins with one of `module_starts`. With `packages` a class may be written with the package that it is in,
    and those of its own package need no import.

    Statements: `blocks` are the kinds that hold them (those in `inlined` only as part of another block), `definitions`
    those whose inner statements are not part of the code around them, `decorated` the kind of a definition together
    with its decorators, which those of `decorated_outside` may have from the node around them, `declarations` those
    around the declarators of variables.

    What may differ: `transparent` kinds are seen through when they hold one thing: brackets, expression statements.
    `awaits` are those around what is waited for. Those of `before_types` are where the types of a call follow: parsers
    take `await f<T>(x)` for `(await f)<T>(x)`. In
    `arguments` those of the kinds `keywords` that hold two things may stand in any order, and what the kinds
    `unordered` hold may as well; a node of `argument_alone` is a list with that one argument. `subsets` (kinds or
    fields) may hold more than the pattern says: modifiers, base classes, object fields. The elements of `spliced`
    lists count as their parent's own. Child kinds in `apart` are compared apart from the others. `optional` fields,
    child kinds and `optional_tokens` may be left out of a pattern; `ignored_tokens` mean nothing to it. `opaque` kinds
    are no values, so that no metavariable stands for them. `equivalents` names further kinds that a pattern of one
    kind matches, and `fields` gives fields of such kinds one name.

    Where a pattern has a literal, code may have one of `constants`: names and operations whose value may be known.
    Those of the kinds `named_literals` are no such values, and also found as a name that was given one.

    With `spreads`, `...` right before a name is the operator, with `spreads_after` right behind it before a bracket;
    `chained` are operations of which a chain, `a and b and c`, is one: no part of it is one by itself. `lambdas` have
    an expression or a block as their body. `results` are the kinds of functions that give back what stands last in them
    without a `return`, with the field of the body ("": its last child). What `slices` hold is known by the colons
    between. `functions` are all kinds of functions, any of which a pattern with `...` in place of the name stands for.
    `globals` are objects that code may use without importing them. `typing` is what is known of types. Strings
    consist of `string_parts`, `substitutions` being the kinds of `{x}` in them; `own_strings` are further kinds of
    texts, such as those in backquotes, that no other string is like. `texts` are kinds of leaves whose text a
    pattern may say in part; `words` are texts without quotes.

    Of shells: `pipelines` are kinds of commands whose output goes into the next one. `bodies` maps kinds to the field
    that they are seen through to, whatever else they hold: redirections. `embedded` maps kinds to the language that
    their text is in: the commands of a Dockerfile.
    """

    forms: tuple[tuple[str, str], ...] = (("", ""),)
    ellipses: tuple[str, ...] = ("{}",)
    rewrites: tuple[tuple[str, str], ...] = ()
    no_metavariables: frozenset[str] = frozenset()
    sigils: tuple[tuple[str, str], ...] = ()
    statement_word: str = ""
    extended_by: str = ""
    transparent: frozenset[str] = frozenset()
    awaits: frozenset[str] = frozenset()
    before_types: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset({"identifier"})
    members: Mapping[str, tuple[str, str]] = {}
    callees: Mapping[str, str] = {}
    methods: Mapping[str, tuple[str, str]] = {}
    operators: Mapping[str, str] = {}
    arguments: frozenset[str] = frozenset()
    argument_alone: frozenset[str] = frozenset()
    spreads: bool = False
    unordered: frozenset[str] = frozenset()
    keywords: frozenset[str] = frozenset()
    blocks: frozenset[str] = frozenset()
    inlined: frozenset[str] = frozenset()
    spliced: frozenset[str] = frozenset()
    definitions: frozenset[str] = frozenset()
    subsets: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    opaque: frozenset[str] = frozenset()
    globals: frozenset[str] = frozenset()
    open_imports: frozenset[str] = frozenset()
    module_fields: Mapping[str, str] = {}
    import_paths: Mapping[str, str] = {}
    around_imported: frozenset[str] = frozenset({"dotted_name", "aliased_import"})
    optional: frozenset[str] = frozenset()
    optional_tokens: frozenset[str] = frozenset()
    ignored_tokens: frozenset[str] = IGNORED_TOKENS
    equivalents: Mapping[str, frozenset[str]] = {}
    fields: Mapping[tuple[str, str], str] = {}
    string_parts: frozenset[str] = frozenset()
    own_strings: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    substitutions: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    pipelines: frozenset[str] = frozenset()
    bodies: Mapping[str, str] = {}
    embedded: Mapping[str, str] = {}
    constants: frozenset[str] = frozenset()
    named_literals: frozenset[str] = frozenset()
    decorated: str = ""
    decorated_outside: frozenset[str] = frozenset()
    lambdas: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset()
    results: Mapping[str, str] = {}
    slices: frozenset[str] = frozenset()
    chained: frozenset[str] = frozenset()
    spreads_after: bool = False
    declarations: frozenset[str] = frozenset()
    special_forms: tuple[tuple[str, str, str], ...] = ()
    import_kinds: frozenset[str] = frozenset()
    import_names: Callable[[Any, Callable[[Any], str]], Iterable[ImportedName]] | None = None
    module_starts: tuple[bytes, ...] = ()
    module_of: Callable[[Any, Callable[[Any], str]], str] | None = None
    typing: Typing | None = None
    packages: bool = False


class Language(NamedTuple):
    """A language and the node kinds of its tree-sitter grammar.

    `name` is what rules and settings call it; `grammar` the name of its parser; `identifiers` LSP language ids;
    `extensions` with their dot, `filenames` whole names, both lower case. `definitions` are the kinds that define
    something with a name (function, method, class ...); `containers` those of them that hold other definitions;
    `wrappers` the kinds around a definition that belong to it (decorators, `export`). The name of a definition is
    in the field `name_field`. `matching` is for the rule engine; None where it does not know the language.

    Files in which code stands among other text have the language that they are `read_as`, and `code` gives their text
    with all else blank: as long, with the same line ends.

    `literal_texts` are truth values and nothing (None) as they are written into a text; with `joins_all_with_texts`
    the operator `+` makes a text of all that is joined with one.

    `dataflow` names the folder of `analyzers/dataflow/languages` that knows the language; "" where there is none.
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
    matching: Matching | None = None
    read_as: str = ""
    code: Callable[[bytes], bytes] | None = None
    dataflow: str = ""
    literal_texts: Mapping[bool | None, str] = {True: "true", False: "false", None: "null"}
    joins_all_with_texts: bool = True
