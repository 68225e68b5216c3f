"""`"a" "..."`: strings side by side, which the language joins, and templates, which are texts and values joined."""

from __future__ import annotations

from reread.analyzers.constants.string_content import is_template
from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.pattern.bindings import AllBindings, Binding, Bindings
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.unification import bind
from reread.analyzers.pattern.patterns import metavariable_encoding
from reread.analyzers.pattern.patterns.pattern import Pattern
from reread.analyzers.pattern.patterns.string_parts import Parts, Run, parts_of
from reread.analyzers.syntax import Node

_JOINED = "concatenated_string"


class AdjacentStrings(Pattern):
    """Adjacent strings, one by one. `"..."` stands for any number of them.

    `texts` are what is written in each, and `items` the pattern for each.
    """

    __slots__ = ("items", "kinds", "texts")
    kinds: frozenset[str]

    def __init__(self, kinds: frozenset[str], items: tuple[Pattern, ...], texts: tuple[bytes, ...]) -> None:
        self.kinds = kinds | {_JOINED}
        self.items = items
        self.texts = texts

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        node = strip(node, context.language)
        if node.type not in self.kinds:
            return
        if node.type == _JOINED:
            yield from self._from(0, [each for each in node.named_children if not each.is_extra], 0, bindings, context)
        elif is_template(node, context.data):
            yield from self._from(0, parts_of(node, context.data, context.language), 0, bindings, context)

    def _from(self, index: int, parts: Parts, at: int, bindings: Bindings, context: MatchContext) -> AllBindings:
        if index == len(self.items):
            if at == len(parts):
                yield bindings
            return
        if self.texts[index] == b"...":
            if index + 1 == len(self.items):
                yield bindings
                return
            for following in range(at, len(parts) + 1):
                context.step()
                yield from self._from(index + 1, parts, following, bindings, context)
        elif at < len(parts):
            context.step()
            for found in self._one(index, parts[at], bindings, context):
                yield from self._from(index + 1, parts, at + 1, found, context)

    def _one(self, index: int, part: Node | Run, bindings: Bindings, context: MatchContext) -> AllBindings:
        """The ways in which one string of the pattern stands for a string, a value or a text of the code."""
        if not isinstance(part, tuple):
            inner = part.named_child(0) if part.type in context.language.texts.substitutions else part
            if inner is not None:
                yield from self.items[index].match(inner, bindings, context)
            return
        text = context.data[part[0] : part[1]]
        if variable := metavariable_encoding.metavariable(self.texts[index].decode()):
            bound = bind(variable, Binding(*part, text, None), bindings, context)
            if bound is not None:
                yield bound
        elif text == self.texts[index]:
            yield bindings
