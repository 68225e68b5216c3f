"""String literals in patterns: `"..."`, `"$X"`, `f"...{$X}..."`, and text that matches in any quotes."""

from __future__ import annotations

import re
from collections.abc import Callable

from reread.analyzers.constants.string_content import content, is_constant, is_template, text_of
from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.bindings import AllBindings, Binding, Bindings
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.unification import bind
from reread.analyzers.pattern.patterns import metavariable_encoding
from reread.analyzers.pattern.patterns.adjacent_strings import AdjacentStrings
from reread.analyzers.pattern.patterns.pattern import Ellipsis, Leaf, Metavariable, Pattern
from reread.analyzers.pattern.patterns.sequences import OneItem
from reread.analyzers.pattern.patterns.string_parts import (
    StringParts,
    compile_parts,
    expansions,
    parts_of,
    text_variable,
)
from reread.analyzers.pattern.regex.search import matches_somewhere
from reread.analyzers.syntax import Node, SyntaxTree

_WRITTEN = re.compile(r"=~/(?P<regex>.*)/(?P<flags>[ims]*)", re.DOTALL)


class AnyString(Pattern):
    """`"..."`: any string without substitutions in it."""

    __slots__ = ("kinds",)
    kinds: frozenset[str]

    def __init__(self, kinds: frozenset[str]) -> None:
        self.kinds = kinds

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        node = strip(node, context.language)
        if node.type in self.kinds and (_is_literal(node, context) or _is_known_text(node, context)):
            yield bindings


class AnyTemplate(Pattern):
    """`f"..."`: any string of the kind that may have substitutions in it."""

    __slots__ = ("kinds",)
    kinds: frozenset[str]

    def __init__(self, kinds: frozenset[str]) -> None:
        self.kinds = kinds

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        node = strip(node, context.language)
        if node.type in self.kinds and (is_template(node, context.data) or not is_constant(node, context.language)):
            yield bindings


class AnyOfKind(Pattern):
    """`...` in the quotes of one kind of texts: with any content."""

    __slots__ = ("kinds",)
    kinds: frozenset[str]

    def __init__(self, kinds: frozenset[str]) -> None:
        self.kinds = kinds

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if strip(node, context.language).type in self.kinds:
            yield bindings


class StringText(Pattern):
    """A string with exactly this text between its quotes."""

    __slots__ = ("folds", "kinds", "text")
    kinds: frozenset[str]

    def __init__(self, kinds: frozenset[str], text: bytes, *, folds: bool = False) -> None:
        self.kinds = kinds
        self.text = text
        self.folds = folds

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        node = strip(node, context.language)
        if node.type not in self.kinds:
            return
        if _is_literal(node, context):
            same = _text(node, context) == self.text
        else:
            known = known_text(node, context)
            same = known is not None and known in (self.text.decode(), _unescaped(self.text))
        if same:
            yield bindings


class StringRegex(Pattern):
    """`"=~/expression/"`: a string in whose text the regular expression matches somewhere."""

    __slots__ = ("expression", "kinds")
    kinds: frozenset[str]

    def __init__(self, kinds: frozenset[str], expression: re.Pattern[str]) -> None:
        self.kinds = kinds
        self.expression = expression

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        node = strip(node, context.language)
        if node.type not in self.kinds:
            return
        known: str | None
        if _is_literal(node, context):
            known = _text(node, context).decode(errors="replace")
        else:
            known = known_text(node, context)
        if known is not None and matches_somewhere(self.expression, known):
            yield bindings


class StringMetavariable(Pattern):
    """`"$X"`: any string; the variable is bound to the text between its quotes."""

    __slots__ = ("kinds", "variable")
    kinds: frozenset[str]

    def __init__(self, kinds: frozenset[str], variable: str) -> None:
        self.kinds = kinds
        self.variable = variable

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        node = strip(node, context.language)
        if node.type not in self.kinds:
            return
        if _is_literal(node, context):
            is_part = node.type in context.language.texts.between
            place = (node.start_byte, node.end_byte) if is_part else content(node, context.data)[:2]
            found = Binding(*place, _text(node, context), None)
        else:
            known = known_text(node, context)
            if known is None:
                return
            found = Binding(*_written_at(node, context), known.encode(errors="surrogatepass"), None)
        bound = bind(self.variable, found, bindings, context)
        if bound is not None:
            yield bound


def _text(node: Node, context: MatchContext) -> bytes:
    """The text that a string literal, or the text between two substitutions of a string, is compared by."""
    if node.type in context.language.texts.between:
        return context.data[node.start_byte : node.end_byte]
    return text_of(node, context.data, context.language)


def _written_at(node: Node, context: MatchContext) -> tuple[int, int]:
    """Where the text is that an expression always is: between the quotes of the literal that gave a name its value."""
    value = context.symbol(node) if node.type in context.language.names.leaves else None
    if value is None or not _is_literal(value, context):
        return node.start_byte, node.end_byte
    context.touch(value)
    return content(value, context.data)[:2]


def _is_literal(node: Node, context: MatchContext) -> bool:
    language = context.language
    if node.type in language.texts.between:
        around = node.parent
        return around is not None and not is_constant(around, language)
    return (node.type in context.table.strings and is_constant(node, language)) or node.type in language.texts.words


def _is_known_text(node: Node, context: MatchContext) -> bool:
    """True for an expression that is always a constant string, be it one of several."""
    known = context.constant(node)
    return known is not None and known.is_text


def known_text(node: Node, context: MatchContext) -> str | None:
    """The one string that an expression always is, or None."""
    known = context.constant(node)
    value = known.values[0] if known is not None and known.known else None
    return value if isinstance(value, str) else None


def _unescaped(text: bytes) -> str:
    from reread.analyzers.constants.literals import unescaped

    return unescaped(text.decode())


class OneOrNothing(OneItem):
    """A value that is an empty text where it is left out; the colon before it stands in its place then."""

    __slots__ = ()

    def __init__(self, pattern: Pattern) -> None:
        super().__init__(pattern, optional=True)

    def __call__(self, nodes: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
        for node in nodes:
            if node.is_named:
                yield from self._value(node, bindings, context)
            else:
                yield from self._nothing(node, bindings, context)

    def _value(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if not _is_left_out(self.pattern):
            yield from self.pattern.match(node, bindings, context)
            return
        node = strip(node, context.language)
        if node.type in context.table.strings and not text_of(node, context.data, context.language):
            yield bindings

    def _nothing(self, colon: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if isinstance(self.pattern, (Metavariable, StringMetavariable)):
            place = Binding(colon.end_byte, colon.end_byte, b"", None)
            bound = bind(self.pattern.variable, place, bindings, context)
            if bound is not None:
                yield bound
        else:
            yield bindings


def may_be_nothing(pattern: Pattern) -> bool:
    """True for a pattern that also stands for a value that is left out."""
    if isinstance(pattern, StringText):
        return not pattern.text
    if isinstance(pattern, StringRegex):
        return matches_somewhere(pattern.expression, "")
    return isinstance(pattern, (Ellipsis, Metavariable, StringMetavariable, AnyString)) or _is_left_out(pattern)


def _is_left_out(pattern: Pattern) -> bool:
    return isinstance(pattern, Leaf) and pattern.text == b":"


def compile_string(
    node: Node, tree: SyntaxTree, matching: Matching, kinds: frozenset[str], build: Callable[[Node], Pattern]
) -> Pattern:
    """The pattern for a string literal of a pattern."""
    data = tree.document.data
    whole = kinds - matching.texts.constants - matching.texts.between
    if node.type == "concatenated_string":
        strings = [each for each in node.named_children if not each.is_extra]
        texts = tuple(b"" if is_template(each, data) else content(each, data)[2] for each in strings)
        return AdjacentStrings(whole, tuple(map(build, strings)), texts)
    if node.type in matching.texts.own_strings and content(node, data)[2] == b"...":
        return AnyOfKind(frozenset({node.type}))
    if node.type in matching.texts.expanding and is_constant(node, matching):
        if content(node, data)[2] == b"...":
            return AnyOfKind(kinds - matching.texts.words)
        if items := expansions(content(node, data)[2].decode(errors="replace")):
            return StringParts(matching.texts.expanding, items)
    if is_constant(node, matching):
        text = text_of(node, data, matching)
        if text == b"..." or _is_only_line(text, matching):
            return AnyTemplate(whole - {"concatenated_string"}) if is_template(node, data) else AnyString(kinds)
        if (found := _by_regex(kinds, text.decode(errors="replace"))) is not None:
            return found
        end = "" if matching.texts.text_of is None else "\n"  # A block ends in a line end.
        if variable := metavariable_encoding.metavariable(text.decode().removesuffix(end)):
            return StringMetavariable(kinds, variable)
        return StringText(kinds, text, folds=not kinds.isdisjoint(matching.texts.constants))
    alone = _only_variable(node, tree, matching)
    if alone:
        return StringMetavariable(kinds, alone)
    return compile_parts(node, tree, matching, whole, build)


def _is_only_line(text: bytes, matching: Matching) -> bool:
    """True for `...` on the only line of a here document."""
    written = text.decode(errors="replace").strip()
    return b"\n" in text and metavariable_encoding.is_ellipsis(written, matching.reading.ellipses)


def compile_word(kind: str, text: str, matching: Matching, strings: frozenset[str]) -> Pattern:
    """The pattern for a text without quotes, or one whose quotes are around its node."""
    if text == "...":
        # Nothing between quotes leaves these alone.
        return AnyOfKind(matching.leeway.transparent | {kind})
    kinds = strings | matching.texts.words
    return _by_regex(kinds, text) or StringText(kinds, text.encode())


def _by_regex(kinds: frozenset[str], text: str) -> Pattern | None:
    """The pattern for `=~/expression/`; None for any other text."""
    written = _WRITTEN.fullmatch(text)
    if written is None:
        return None
    flags, expression = written["flags"], metavariable_encoding.with_escapes(written["regex"])
    return StringRegex(kinds, _regex(f"(?{flags}){expression}" if flags else expression))


def _only_variable(node: Node, tree: SyntaxTree, matching: Matching) -> str:
    """The metavariable that is all of a string in which metavariables look like variables of the language, or ""."""
    parts = parts_of(node, tree.document.data, matching)
    if len(parts) != 1 or isinstance(parts[0], tuple) or parts[0].type not in matching.texts.bare:
        return ""
    found = text_variable(parts[0], tree)
    return "" if found is None else found.variable


def _regex(text: str) -> re.Pattern[str]:
    from reread.analyzers.pattern.regex.regex_safety import compile_regex

    try:
        return compile_regex(text)
    except (re.error, ValueError) as error:
        raise metavariable_encoding.PatternError(f"not a regular expression: {error}") from None
