"""The data that Reread needs about a language: the type that every file in this folder fills in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from reread.analyzers.languages.import_kinds import ImportKinds
from reread.analyzers.languages.sequence_kinds import SequenceKinds
from reread.analyzers.languages.shell_kinds import ShellKinds
from reread.analyzers.languages.value_kinds import TextKinds, ValueKinds


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

MOST_INSERTIONS = 2_000
"""In one file; each takes time that grows with the file."""


UNTYPED_PARAMETER = (
    r"((?<![\w$.])(?<!\bnew )(?!(?:if|while|for|foreach|switch|catch|synchronized|using|lock|try)\b)[\w$]+\s*"
    r"\((?:[^(){}]*,\s*)?)(\$[A-Z]\w*)(?=\s*(?:,[^(){}]*)?\)\s*(?:throws\b[^{;]*)?\{)",
    r"\1$_ \2",
)
"""For `rewrites` of languages with types before names: a pattern may name a parameter without its type. What `new`
makes has arguments, though braces may follow: `new A($X) { ... }`.
"""


HEADERS = (
    (r"^(if|while|for|switch|foreach)\s*(\((?:[^(){};]|\([^(){};]*\))*\))$", r"no_function_\1\2"),
    (r"\bfor\s*\(\s*\.\.\.\s*\)", "for (...;;)"),
)
"""For `rewrites`: Semgrep reads the head of a statement without a body as a call of a function of that name, which no
code has, and so finds nothing. Rules with such a pattern beside others are to run. With a body the head may be `...`.
"""


ON_ONE_LINE = (
    (r"(\{|\bin)[ \t]+\.\.\.[ \t]+(?=[$\w@])(?!in\b)", r"\1 ...\n"),
    (r"(?<=[\w)}\]\"])(?<!\bin)[ \t]+\.\.\.[ \t]*(?=\})", "\n...\n"),
    (r"(?<=[)}])[ \t]+\.\.\.[ \t]+(?=[$\w@])", "\n...\n"),
)
"""For `rewrites` of languages whose statements end with their lines: `{ ... f() ... }` on one line."""


class Typing(NamedTuple):
    """How declarations give types, for patterns such as `($X: T)`, or `(T $X)` where `type_first`."""

    form: tuple[str, str]
    """The texts before and after a type with which it parses."""
    declarations: Mapping[str, tuple[str, str, str]]
    """Kinds, with the fields of the name ("@all": all children), the type and the value ("" where there is none).

    The type may also be the last child, "@last", or a child of a kind, "@type_annotation".
    """
    literals: Mapping[str, tuple[str, ...]] = {}
    """The kinds of literals, with the names of their types."""
    suffixes: Mapping[str, str] = {}
    """The types of numbers by the letter that they end with: `1L` is a long; by "." that of numbers with a fraction."""
    instances: Mapping[str, str] = {}
    """The kinds of what constructs an object, with the field of its type ("": its last child)."""
    branches: Mapping[str, str] = {}
    """The kinds of expressions that have the type of what is in the field."""
    casts: Mapping[str, str] = {}
    """The kinds of casts of C, with the field of what names the type."""
    choices: Mapping[str, tuple[str, str]] = {}
    """The kinds of `c ? a : b`, with the fields of both."""
    annotations: frozenset[str] = frozenset()
    """The kinds around a type."""
    functions: frozenset[str] = frozenset()
    """The kinds of functions. A declaration is visible in the innermost of these and of `scopes` around it."""
    scopes: frozenset[str] = frozenset()
    wrappers: frozenset[str] = frozenset()
    """The kinds around declarations in a class or file."""
    constructors: frozenset[str] = frozenset()
    """The kinds of functions in which assignments to the receiver declare members."""
    promotions: frozenset[str] = frozenset()
    """The kinds in a parameter that make it a member, too."""
    receivers: frozenset[bytes] = frozenset()
    """The names of the object itself."""
    records: frozenset[str] = frozenset()
    """The kinds that declare members of a named type."""
    arithmetic: str = ""
    """The type of sums of whole numbers."""
    type_first: bool = False
    pointers: bool = False
    """Whether there are any."""
    declarators: bool = False
    """Whether they stand at the names that are declared, `T *x`."""
    calls: Mapping[str, tuple[str, str]] = {}
    """The kinds of calls that may be of methods of the class around them, with the fields of object and name."""
    results: Mapping[str, tuple[str, str]] = {}
    """The kinds of methods, with the fields of their name and of the type that they give."""
    factories: frozenset[bytes] = frozenset()
    """The names of methods that a class has to make one of its own: `Cipher.getInstance(...)`."""
    nominal: bool = False
    """Whether the name of each type is declared in the package or imported."""
    qualified: bool = False
    """Whether those of other packages stand behind the package's name."""
    only_around: frozenset[str] = frozenset()
    """Modules whose types only say more of the types in their brackets."""
    no_modules: frozenset[str] = frozenset()
    """The names of types of no value, and of collections of others."""


class PatternReading(NamedTuple):
    """How the text of a pattern becomes code of the language."""

    forms: tuple[tuple[str, str], ...] = (("", ""),)
    """The texts to put before and after a pattern, tried in turn until it parses."""
    special_forms: tuple[tuple[str, str, str], ...] = ()
    """Regular expressions, and the form that is tried first where one matches at the start of a pattern."""
    ellipses: tuple[str, ...] = ("{}",)
    """The ways to write `...` that the grammar accepts, `{}` being the name that stands for it."""
    rewrites: tuple[tuple[str, str], ...] = ()
    """Regular expressions and what to put in place of their matches before all that."""
    no_metavariables: frozenset[str] = frozenset()
    """Variables that only look like metavariables."""
    sigils: tuple[tuple[str, str], ...] = ()
    """Regular expressions, and `$` or `R`: where one matches at the end of the text before a metavariable, the name
    that stands for it begins with the text beside it.
    """
    hyphens_after: str = ""
    """A regular expression: a metavariable right behind its match is written with hyphens in place of underscores."""
    variable_quotes: str = ""
    """The quotes of strings with variables after `$`, in which metavariables have their `$`, too."""
    statement_word: str = ""
    """What stands before a metavariable for a statement."""
    spreads: bool = False
    """Whether `...` right before a name is the operator."""
    spreads_after: bool = False
    """Whether it is the operator right behind a name and before a bracket."""
    extended_by: str = ""
    """A language that has all of this one's syntax and more."""


class NameKinds(NamedTuple):
    """Names, and what is made of them: members, calls, operations."""

    leaves: frozenset[str] = frozenset({"identifier"})
    """The kinds of leaves that are names."""
    with_types: frozenset[str] = frozenset()
    """The kinds of names with type arguments; the name is their first child, and all that a pattern must say."""
    members: Mapping[str, tuple[str, str]] = {}
    """The kinds of `a.b`, with the fields of `a` and `b`."""
    accesses: Mapping[str, frozenset[str]] = {}
    """The kinds of a value with accesses to it beside it, and the kinds of those: `.b` and `.c` of `a.b.c`."""
    targets: frozenset[str] = frozenset()
    """The kinds of what is assigned to that hold the parts of `a.b.c` one by one."""
    callees: Mapping[str, str] = {}
    """The kinds of calls, with the field of what is called."""
    methods: Mapping[str, tuple[str, str]] = {}
    """The kinds of calls that have the object of a method beside its name, with the fields of both."""
    operators: Mapping[str, str] = {}
    """The kinds of operations, with the field of the operator."""
    chained: frozenset[str] = frozenset()
    """Operations of which a chain, `a and b and c`, is one: no part of it is one by itself."""
    words: frozenset[str] = frozenset()
    """The kinds of calls of a key word, which hold what it is called with: `print $x`."""
    caseless: frozenset[str] = frozenset()
    """The kinds of leaves whose case means nothing unless they are the names of members."""
    globals: frozenset[str] = frozenset()
    """Objects that code may use without importing them."""
    parameters: Mapping[str, str] = {}
    """Kinds right around the name of a parameter, or around what `in_parameters` has; the field, "" for any child."""
    in_parameters: Mapping[str, str] = {}
    """Kinds between these and the name that are elsewhere, too, such as that of `...rest`."""


class StatementKinds(NamedTuple):
    """Statements, and the nodes that contain them."""

    blocks: frozenset[str] = frozenset()
    """The kinds that hold statements."""
    inlined: frozenset[str] = frozenset()
    """Those of them that do so as part of another block, where they are right in one."""
    holders: Mapping[str, str] = {}
    """Other kinds that hold statements beside something else, such as a condition, with their field ("": without)."""
    definitions: frozenset[str] = frozenset()
    """The kinds whose inner statements are not part of the code around them."""
    whole: bool = False
    """Whether a pattern of several is about all statements of a block, from the first to the last."""
    decorated: str = ""
    """The kind of a definition together with its decorators."""
    decorated_outside: frozenset[str] = frozenset()
    """The kinds of definitions that may have their decorators from the node around them."""
    attributes: frozenset[str] = frozenset()
    """The kinds of attributes that stand before what they are of, as its siblings."""
    with_attributes: frozenset[str] = frozenset()
    """The kinds of blocks in which places of statements begin at their attributes."""
    decorated_before: frozenset[str] = frozenset()
    """The kinds of definitions that have their decorators right before them."""
    declarations: frozenset[str] = frozenset()
    """The kinds around the declarators of variables."""
    declared: Mapping[str, frozenset[str]] = {}
    """The kinds of declarations that may be of several, with the kinds of those, each of which is one to a pattern."""
    loop_declarations: frozenset[tuple[str, str]] = frozenset()
    """The kinds of loops, with those of what they declare, which are no statements to a pattern of one."""
    functions: frozenset[str] = frozenset()
    """All kinds of functions, any of which a pattern with `...` in place of the name stands for."""
    with_bodies: frozenset[str] = frozenset()
    """Those that a pattern with a body stands for only if they have one."""
    lambdas: frozenset[str] = frozenset()
    """Those that have an expression or a block as their body."""
    single_bodies: bool = False
    """Whether the body of a lambda that is an expression is the same as a block with nothing but it."""
    switches: frozenset[str] = frozenset()
    """Statements with cases, which are in their field `body`, else right in them. A pattern may leave cases out."""
    conditions: frozenset[str] = frozenset()
    """The kinds of statements that may have several conditions, for all of which a metavariable alone stands."""
    else_ifs: Mapping[str, str] = {}
    """Kinds of an `if` with its branches beside each other, with those that are an `if` in the `else` before them."""
    results: Mapping[str, str] = {}
    """The kinds of functions that give back what stands last in them without a `return`, with the field of the body
    ("": its last child).
    """
    no_results: frozenset[str] = frozenset()
    """The kinds of what stands last in these and counts for no `return` in Semgrep's rules."""


class BindingKinds(NamedTuple):
    """How loops, and statements that enter an object, bind names."""

    loops: Mapping[str, tuple[str, str]] = {}
    """The kinds that bind a name to each element of a collection, with the fields of both."""
    lists: frozenset[str] = frozenset()
    """The kinds of lists of names there, of which the last one is the element."""
    entries: Mapping[str, tuple[str, str]] = {}
    """The kinds that bind a name to what is entered, with the fields of both ("": the first child)."""
    around: frozenset[str] = frozenset()
    """The kinds of statements and expressions that have such kinds in them, and of what is between them."""
    entering: frozenset[bytes] = frozenset()
    """The names of methods that give what is bound in place of the object that is entered."""
    itself: frozenset[bytes] = frozenset()
    """Their last statements where that is the object."""


class Leeway(NamedTuple):
    """How code may differ from a matching pattern."""

    transparent: frozenset[str] = frozenset()
    """Kinds that are seen through when they hold one thing: brackets, expression statements."""
    marks: frozenset[str] = frozenset()
    """The kinds of what may be before a value in such a one: it has no meaning to a pattern that does not say it."""
    signed: frozenset[str] = frozenset()
    """Such kinds that begin with a sign which is no part of the value: `- a` in a list is found as `a`."""
    alone: frozenset[str] = frozenset()
    """The kinds of collections of which a pattern with one thing in it is about that, where it is in no other one."""
    parentheses: Mapping[str, frozenset[str]] = {}
    """The kinds that findings of Semgrep's rules include, with the kinds of statements whose own they are."""
    beginnings: Mapping[str, str] = {}
    """Kinds of which findings of Semgrep's rules include all of what they begin, by the kind of that."""
    awaits: frozenset[str] = frozenset()
    """Those around what is waited for."""
    before_types: frozenset[str] = frozenset()
    """Where the types of a call follow: parsers take `await f<T>(x)` for `(await f)<T>(x)`."""
    arguments: frozenset[str] = frozenset()
    """The kinds of lists of arguments."""
    implied: Mapping[str, str] = {}
    """The kinds of calls that may leave out an empty list of arguments, with the field of that."""
    applied: frozenset[str] = frozenset()
    """The kinds of calls that are no calls without arguments or a block, but members."""
    macros: frozenset[str] = frozenset()
    """Those of macros, in which the grammar leaves all words single."""
    keywords: frozenset[str] = frozenset()
    """The kinds of arguments that may stand in any order, when they hold two things."""
    closures: frozenset[str] = frozenset()
    """The kinds of functions that may be arguments behind the brackets of a call, `f(x) { ... }`."""
    contents: Mapping[str, tuple[str, frozenset[str]]] = {}
    """Elements with the kind of a value in them, `{x}`, and the kinds of text: `{$X}` is a value there, `$X` a text.
    Objects with the kinds of names that stand for their own values.
    """
    value_words: frozenset[str] = frozenset()
    """The words of the language that are values, where its grammar has no named nodes for them."""
    argument_alone: frozenset[str] = frozenset()
    """The kinds of what is a list of arguments with that one in it."""
    same_as_arguments: Mapping[str, frozenset[str]] = {}
    """Further kinds that a pattern of one kind matches where it is an argument."""
    unordered: frozenset[str] = frozenset()
    """The kinds whose children may stand in any order."""
    valueless: frozenset[str] = frozenset()
    """The kinds of keys with a value, which is an empty text where it is left out."""
    subsets: frozenset[str] = frozenset()
    """Kinds or fields that may hold more than the pattern says: modifiers, base classes, fields of objects."""
    spliced: frozenset[str] = frozenset()
    """The kinds of lists whose elements count as their parent's own."""
    passed_over: frozenset[str] = frozenset()
    """The kinds that mean nothing where a grammar does not mark them as extra: comments."""
    apart: frozenset[str] = frozenset()
    """The kinds of children that are compared apart from the others."""
    opaque: frozenset[str] = frozenset()
    """Kinds that are no values, so that no metavariable stands for them."""
    any_type: frozenset[str] = frozenset()
    """The kinds of words that a pattern has instead of a type, and that stand for every type."""
    optional: frozenset[str] = frozenset()
    """Fields and kinds of children that a pattern may leave out."""
    unnamed: Mapping[str, str] = {}
    """The kinds (`KIND` or `KIND in FIELD`) of what may have a name, with the field that a pattern may leave out."""
    optional_tokens: frozenset[str] = frozenset()
    """Tokens that it may leave out."""
    ignored_tokens: frozenset[str] = IGNORED_TOKENS
    """Tokens that mean nothing to it."""
    argumentless: frozenset[str] = frozenset()
    """The kinds of calls that may have no brackets, which is the same as empty ones."""
    needless: Mapping[str, frozenset[str]] = {}
    """Tokens of a kind of which a pattern may have another one than the code, or none."""
    equivalents: Mapping[str, frozenset[str]] = {}
    """Further kinds that a pattern of one kind matches."""
    comprehensions: Mapping[str, frozenset[str]] = {}
    """The kinds of collections written as a loop, by the kind of one with elements: `[...]` stands for both."""
    fields: Mapping[tuple[str, str], str] = {}
    """Gives fields of such kinds one name, or children of such a kind in a field that they share with others."""
    token_fields: Mapping[tuple[str, str], str] = {}
    """The fields of tokens that are to patterns what names are, by the kind around them and the token."""
    repeated: Mapping[tuple[str, str], str] = {}
    """The kinds and fields of names that stand for their own values where no value follows, with its field."""
    slices: frozenset[str] = frozenset()
    """The kinds in which the colons between say what is what."""


class Matching(NamedTuple):
    """How patterns of rules are compared with code of a language."""

    reading: PatternReading = PatternReading()
    names: NameKinds = NameKinds()
    imports: ImportKinds = ImportKinds()
    statements: StatementKinds = StatementKinds()
    bindings: BindingKinds = BindingKinds()
    leeway: Leeway = Leeway()
    texts: TextKinds = TextKinds()
    shell: ShellKinds = ShellKinds()
    values: ValueKinds = ValueKinds()
    sequences: SequenceKinds = SequenceKinds()
    typing: Typing | None = None
    """What is known of types."""

    @property
    def functions(self) -> frozenset[str]:
        """All kinds of functions."""
        return self.statements.functions | (frozenset() if self.typing is None else self.typing.functions)


class Language(NamedTuple):
    """A language and the node kinds of its tree-sitter grammar.

    `name` is what rules and settings call it; `grammar` the name of its parser. Its files are in `files.py`.
    `definitions` are the kinds that define something with a name (function, method, class ...); `containers` those of
    them that hold other definitions; `wrappers` the kinds around a definition that belong to it (decorators, `export`).
    The name of a definition is in the field `name_field`. `matching` is for the rule engine; None if it does not know
    the language.

    Files in which code stands among other text have the language that they are `read_as`, and `code` gives their text
    with everything else blank: as long, with the same line ends. Where a grammar misreads some code it gives what that
    reads well.

    `literal_texts` are truth values and nothing (None) as they are written into a text; with `joins_all_with_texts`
    the operator `+` makes a text of all that is joined with one. `text_methods` are those of texts that constants are
    followed through; None where those of all languages may be meant.

    `insertions` finds in a tree and its text what the grammar misreads: bytes with which it reads that rightly, and
    where they go: a `;` where a statement ends that it has as one with the next line, or brackets around an operand.
    `dataflow` names the folder of `analyzers/dataflow/languages` that knows the language; "" where there is none.
    """

    name: str
    grammar: str
    line_comment: str
    comments: frozenset[str]
    strings: frozenset[str]
    definitions: frozenset[str]
    containers: frozenset[str]
    wrappers: frozenset[str] = frozenset()
    imports: frozenset[str] = frozenset()
    calls: frozenset[str] = frozenset()
    name_field: str = "name"
    matching: Matching | None = None
    read_as: str = ""
    code: Callable[[bytes], bytes] | None = None
    insertions: Callable[[Any, bytes], frozenset[tuple[int, bytes]]] | None = None
    dataflow: str = ""
    literal_texts: Mapping[bool | None, str] = {True: "true", False: "false", None: "null"}
    joins_all_with_texts: bool = True
    text_methods: frozenset[str] | None = None
