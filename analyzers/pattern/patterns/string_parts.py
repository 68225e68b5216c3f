"""Strings with substitutions in patterns, part by part: `f"...{$X}..."`, `` `$A${...}b` ``, `"#{$X} b"`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from reread.analyzers.constants.string_content import content
from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.bindings import AllBindings, Binding, Bindings
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.unification import bind
from reread.analyzers.pattern.patterns import metavariable_encoding
from reread.analyzers.pattern.patterns.pattern import Ellipsis, Metavariable, Pattern
from reread.analyzers.syntax import Node, SyntaxTree

Run: TypeAlias = tuple[int, int]
"""Where the text between two substitutions is (bytes)."""

Parts: TypeAlias = "list[Node | Run]"


class StringParts(Pattern):
    """A string with substitutions: each of the `items` stands for one of them or for the text between two of them, and
    `...` for any number of both.
    """

    __slots__ = ("items", "kinds")
    kinds: frozenset[str]

    def __init__(self, kinds: frozenset[str], items: tuple[Pattern, ...]) -> None:
        self.kinds = kinds
        self.items = items

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        node = strip(node, context.language)
        parts = parts_of(node, context.data, context.language) if node.type in self.kinds and node.child_count else []
        if not all(isinstance(part, tuple) for part in parts):
            yield from self._from(0, parts, 0, bindings, context)

    def _from(self, index: int, parts: Parts, at: int, bindings: Bindings, context: MatchContext) -> AllBindings:
        if index == len(self.items):
            if at == len(parts):
                yield bindings
            return
        item = self.items[index]
        if isinstance(item, Ellipsis):
            if index + 1 == len(self.items):
                yield bindings
                return
            for following in range(at, len(parts) + 1):
                context.step()
                yield from self._from(index + 1, parts, following, bindings, context)
            return
        if at < len(parts):
            part = parts[at]
            context.step()
            if isinstance(part, tuple):
                found = item.at(part, bindings, context) if isinstance(item, Text) else iter(())
            else:
                found = iter(()) if isinstance(item, Text) else item.match(part, bindings, context)
            for each in found:
                yield from self._from(index + 1, parts, at + 1, each, context)


class Text(Pattern):
    """The text between two substitutions: this one, or any for a metavariable."""

    __slots__ = ("text", "variable")

    def __init__(self, text: bytes) -> None:
        self.text = text
        self.variable = metavariable_encoding.metavariable(text.decode())

    def at(self, run: Run, bindings: Bindings, context: MatchContext) -> AllBindings:
        """The ways in which it stands for a range of text."""
        text = context.data[run[0] : run[1]]
        if self.variable:
            bound = bind(self.variable, Binding(*run, text, None), bindings, context)
            if bound is not None:
                yield bound
        elif text == self.text:
            yield bindings


class Substitution(Pattern):
    """`{x}` or `${x}` in a string."""

    __slots__ = ("kinds", "pattern")
    kinds: frozenset[str]

    def __init__(self, kinds: frozenset[str], pattern: Pattern) -> None:
        self.kinds = kinds
        self.pattern = pattern

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if node.type not in self.kinds:
            return
        inner = node.named_child(0) if node.named_child_count else None
        if inner is not None:
            yield from self.pattern.match(inner, bindings, context)


def expansions(text: str) -> tuple[Pattern, ...]:
    """The items for the text of a string in which a metavariable stands for one substitution; none without one."""
    items: list[Pattern] = []
    found = False
    for piece in metavariable_encoding.pieces_of(text):
        variable = metavariable_encoding.metavariable(metavariable_encoding.bare(piece))
        found = found or bool(variable)
        is_dots = piece in ("...", metavariable_encoding.ELLIPSIS_NAME)
        items.append(Metavariable(variable) if variable else Ellipsis() if is_dots else Text(piece.encode()))
    return tuple(items) if found else ()


def text_variable(part: Node, tree: SyntaxTree) -> Text | None:
    """`$X` without braces in a string with variables of this form, which stands for text; None for anything else."""
    name = metavariable_encoding.bare(tree.text(part))
    is_braced = tree.document.data[part.start_byte - 1 : part.start_byte] == b"{"
    return Text(name.encode()) if metavariable_encoding.metavariable(name) and not is_braced else None


def parts_of(node: Node, data: bytes, language: Matching) -> Parts:
    """The substitutions of a string, and the texts between them that are not empty."""
    start, end, _ = content(node, data)
    found: Parts = []
    for child in node.named_children:
        inner = [child] if child.type in language.texts.substitutions else _nested(child, language)
        for each in inner:
            before, after = _with_tokens(each, start, end)
            if start < before:
                found.append((start, before))
            found.append(each)
            start = after
    if start < end:
        found.append((start, end))
    return found


def _with_tokens(part: Node, start: int, end: int) -> Run:
    """Where a substitution is with the tokens of the string around it that some grammars have: `\\(` and `)`, `$`."""
    first, last = part.prev_sibling, part.next_sibling
    before = part.start_byte if first is None or first.is_named or first.start_byte < start else first.start_byte
    after = part.end_byte if last is None or last.is_named or last.end_byte > end else last.end_byte
    return before, after


def _nested(child: Node, language: Matching) -> list[Node]:
    """The substitutions that a grammar has below the text of a string."""
    return [each for each in child.named_children if each.type in language.texts.substitutions]


def compile_parts(
    node: Node, tree: SyntaxTree, matching: Matching, kinds: frozenset[str], build: Callable[[Node], Pattern]
) -> Pattern:
    """The pattern for a string with substitutions."""
    data = tree.document.data
    items: list[Pattern] = []
    for part in parts_of(node, data, matching):
        if isinstance(part, tuple):
            for number, piece in enumerate(data[part[0] : part[1]].split(b"...")):
                items += [Ellipsis()] if number else []
                items += [Text(piece)] if piece else []
        elif part.type in matching.texts.bare:
            items.append(text_variable(part, tree) or build(part))
        else:
            inner = part.named_child(0) if part.named_child_count else None
            same = matching.leeway.equivalents.get(part.type, frozenset()) | {part.type}
            items.append(Substitution(same, Ellipsis() if inner is None else build(inner)))
    return StringParts(kinds, tuple(items))
