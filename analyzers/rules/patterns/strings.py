"""String literals in patterns: `"..."`, `"$X"`, `f"...{$X}..."`, and text that must be equal whatever its quotes."""

from __future__ import annotations

import re
from collections.abc import Callable

from reread.analyzers.constants.string_content import content, is_constant, is_template
from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.languages.table import Matching
from reread.analyzers.rules.matching.bindings import AllBindings, Binding, Bindings
from reread.analyzers.rules.matching.match_context import MatchContext, bind
from reread.analyzers.rules.patterns import metavariable_encoding
from reread.analyzers.rules.patterns.pattern import Pattern
from reread.analyzers.rules.patterns.string_parts import compile_parts
from reread.analyzers.rules.regex.search import matches_somewhere
from reread.analyzers.syntax import Node, SyntaxTree

_LONGEST_SEARCHED = 2_000
_WRITTEN = re.compile(r"=~/(?P<regex>.*)/(?P<flags>[ims]*)", re.DOTALL)


class AnyString(Pattern):
    """`"..."`: any string without substitutions in it."""

    __slots__ = ("kinds",)
    kinds: frozenset[str]

    def __init__(self, kinds: frozenset[str]) -> None:
        self.kinds = kinds

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        node = strip(node, scan.language)
        if node.type in self.kinds and (_is_literal(node, scan) or _is_known_text(node, scan)):
            yield bindings


class AnyTemplate(Pattern):
    """`f"..."`: any string of the kind that may have substitutions in it."""

    __slots__ = ("kinds",)
    kinds: frozenset[str]

    def __init__(self, kinds: frozenset[str]) -> None:
        self.kinds = kinds

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        node = strip(node, scan.language)
        if node.type in self.kinds and (is_template(node, scan.data) or not is_constant(node, scan.language)):
            yield bindings


class AnyConcatenation(Pattern):
    """`"..." "..."`: strings of any kind that stand one after the other, which are one."""

    __slots__ = ("kinds",)
    kinds: frozenset[str]

    def __init__(self, kind: str) -> None:
        self.kinds = frozenset({kind})

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        if strip(node, scan.language).type in self.kinds:
            yield bindings


class StringText(Pattern):
    """A string with exactly this text between its quotes."""

    __slots__ = ("folds", "kinds", "text")
    kinds: frozenset[str]

    def __init__(self, kinds: frozenset[str], text: bytes, *, folds: bool = False) -> None:
        self.kinds = kinds
        self.text = text
        self.folds = folds

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        node = strip(node, scan.language)
        if node.type not in self.kinds:
            return
        if _is_literal(node, scan):
            same = content(node, scan.data)[2] == self.text
        else:
            known = known_text(node, scan)
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

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        node = strip(node, scan.language)
        if node.type not in self.kinds:
            return
        known: str | None
        if _is_literal(node, scan):
            known = content(node, scan.data)[2][:_LONGEST_SEARCHED].decode(errors="replace")
        else:
            known = known_text(node, scan)
        if known is not None and matches_somewhere(self.expression, known[:_LONGEST_SEARCHED]):
            yield bindings


class StringMetavariable(Pattern):
    """`"$X"`: any string; the variable stands for the text between its quotes."""

    __slots__ = ("kinds", "variable")
    kinds: frozenset[str]

    def __init__(self, kinds: frozenset[str], variable: str) -> None:
        self.kinds = kinds
        self.variable = variable

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        node = strip(node, scan.language)
        if node.type not in self.kinds:
            return
        if _is_literal(node, scan):
            found = Binding(*content(node, scan.data), None)
        else:
            known = known_text(node, scan)
            if known is None:
                return
            found = Binding(node.start_byte, node.end_byte, known.encode(errors="surrogatepass"), None)
        bound = bind(self.variable, found, bindings, scan)
        if bound is not None:
            yield bound


def _is_literal(node: Node, scan: MatchContext) -> bool:
    return node.type in scan.table.strings and is_constant(node, scan.language)


def _is_known_text(node: Node, scan: MatchContext) -> bool:
    """True for an expression that is always a constant string, be it one of several."""
    known = scan.constant(node)
    return known is not None and known.is_text


def known_text(node: Node, scan: MatchContext) -> str | None:
    """The one string that an expression always is, or None."""
    known = scan.constant(node)
    value = known.values[0] if known is not None and known.known else None
    return value if isinstance(value, str) else None


def _unescaped(text: bytes) -> str:
    from reread.analyzers.constants.literals import unescaped

    return unescaped(text.decode())


def compile_string(
    node: Node, tree: SyntaxTree, matching: Matching, kinds: frozenset[str], build: Callable[[Node], Pattern]
) -> Pattern:
    """The pattern for a string literal of a pattern."""
    data = tree.document.data
    if node.type == "concatenated_string" and all(content(each, data)[2] == b"..." for each in node.named_children):
        return AnyConcatenation(node.type)
    if is_constant(node, matching):
        text = content(node, data)[2]
        if text == b"...":
            return AnyTemplate(kinds - matching.constants) if is_template(node, data) else AnyString(kinds)
        if (written := _WRITTEN.fullmatch(text.decode(errors="replace"))) is not None:
            flags = written["flags"]
            return StringRegex(kinds, _regex(f"(?{flags}){written['regex']}" if flags else written["regex"]))
        if variable := metavariable_encoding.metavariable(text.decode()):
            return StringMetavariable(kinds, variable)
        return StringText(kinds, text, folds=not kinds.isdisjoint(matching.constants))
    return compile_parts(node, tree, matching, kinds - matching.constants, build)


def _regex(text: str) -> re.Pattern[str]:
    from reread.analyzers.rules.regex.regex_safety import compile_regex

    try:
        return compile_regex(text)
    except (re.error, ValueError) as error:
        raise metavariable_encoding.PatternError(f"not a regular expression: {error}") from None
