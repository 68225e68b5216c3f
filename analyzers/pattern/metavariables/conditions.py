"""Conditions on metavariables: `metavariable-regex`, `-comparison`, `-analysis`, `-type`, `-name`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from reread.analyzers.constants.string_content import content
from reread.analyzers.pattern.bindings import Binding, Bindings
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.names import dotted
from reread.analyzers.pattern.metavariables.literals import value_of
from reread.analyzers.pattern.regex.regex_safety import regex
from reread.analyzers.pattern.regex.search import matches_value
from reread.analyzers.syntax import Node

_WORDS = re.compile(r"[\w$]+")


class Condition:
    """One condition. `early` is true if it only uses the bindings, so that it can be tested at any time."""

    __slots__ = ()
    early = True

    def may_hold(self, bindings: Bindings, context: MatchContext | None) -> bool:
        """False when the condition fails, whatever is bound later."""
        raise NotImplementedError

    def environments(self, bindings: Bindings, context: MatchContext | None) -> Iterator[Bindings]:
        """The environments in which the condition holds: what was bound, and what the condition binds."""
        raise NotImplementedError


_CAST = re.compile(rb"\(?(?:<[\w.]+>\s*)?([A-Za-z_$][\w$]*)(?:\s+as\s+[\w.]+(?:<[\w.,\s]*>)?)?\)?")
"""A name that TypeScript is to take for something else: `req as any`."""


class RegexCondition(Condition):
    """`metavariable-regex`: the expression matches at the start of the text.

    It is compiled when it is first asked about, since that takes long and few conditions are ever asked.
    """

    __slots__ = ("constant", "text", "variable")

    def __init__(self, variable: str, text: str, *, constant: bool = False) -> None:
        self.variable = variable
        self.text = text
        self.constant = constant

    def may_hold(self, bindings: Bindings, context: MatchContext | None) -> bool:
        bound = bindings.get(self.variable)
        return bound is None or self._holds(bound, context)

    def environments(self, bindings: Bindings, context: MatchContext | None) -> Iterator[Bindings]:
        bound = bindings.get(self.variable)
        if bound is not None and self._holds(bound, context):
            yield bindings

    def _holds(self, bound: Binding, context: MatchContext | None) -> bool:
        expression = regex(self.text)
        text = bound.text if context is None else _name_or_text(bound, context)
        if matches_value(expression, text):
            return True
        if (b" as " in text or text[:1] == b"<") and (inner := _CAST.fullmatch(text)):
            return matches_value(expression, inner[1])
        if not self.constant:
            return False
        value = value_of(bound, context)
        return isinstance(value, str) and matches_value(expression, value.encode(errors="surrogatepass"))


def _name_or_text(bound: Binding, context: MatchContext) -> bytes:
    """What a metavariable stands for, without the quotes where a string is a name, as in the head of a block."""
    node = bound.node
    around = None if node is None or not context.language.texts.named else node.parent
    if node is None or around is None or around.type not in context.language.texts.named:
        return bound.text
    if node.type in context.language.leeway.transparent:
        return b""  # Quotes with nothing between.
    return content(node, context.data)[2] if node.type in context.table.strings else bound.text


class ComparisonCondition(Condition):
    """`metavariable-comparison`. With `base` or `strip` texts are read as numbers first."""

    __slots__ = ("base", "comparison", "strip", "variable", "variables")

    def __init__(self, variable: str, comparison: str, base: int, *, strip: bool) -> None:
        from reread.analyzers.pattern.metavariables.comparison import read_comparison

        self.variable = variable
        self.comparison = read_comparison(comparison)
        self.base = base
        self.strip = strip
        self.variables = frozenset(self.comparison.variables.values())

    def may_hold(self, bindings: Bindings, context: MatchContext | None) -> bool:
        return not all(name in bindings for name in self.variables) or self._holds(bindings, context)

    def environments(self, bindings: Bindings, context: MatchContext | None) -> Iterator[Bindings]:
        if self._holds(bindings, context):
            yield bindings

    def _holds(self, bindings: Bindings, context: MatchContext | None) -> bool:
        from reread.analyzers.pattern.metavariables.comparison import holds

        values = {name: self._value(name, bindings[name], context) for name in self.variables if name in bindings}
        return holds(self.comparison, values)

    def _value(self, name: str, bound: Binding, context: MatchContext | None) -> Any:
        from reread.analyzers.constants.numerals import whole_number

        value = value_of(bound, context)
        if context is None and isinstance(value, str):
            value = _number_or_text(value)
        mine = not self.variable or name == self.variable
        if not mine or not (self.strip or self.base):
            return value
        # Digits are read in the base given, whatever base their prefix says.
        text = value if isinstance(value, str) else bound.text.decode(errors="replace")
        try:
            return whole_number(text.strip("\"'`"), self.base) if self.base or isinstance(value, str) else value
        except ValueError:
            return value


def _number_or_text(text: str) -> int | float | str:
    """A word of plain text, where nothing but its look tells numbers from words."""
    from reread.analyzers.constants.numerals import number_of

    number = number_of(text)
    return text if number is None else number


class AnalysisCondition(Condition):
    """`metavariable-analysis`: a text that looks random, a regular expression that can take very long, a free name."""

    __slots__ = ("analyzer", "variable")

    def __init__(self, variable: str, analyzer: str) -> None:
        self.variable = variable
        self.analyzer = analyzer

    def may_hold(self, bindings: Bindings, context: MatchContext | None) -> bool:
        return self.variable not in bindings or self._holds(bindings, context)

    def environments(self, bindings: Bindings, context: MatchContext | None) -> Iterator[Bindings]:
        if self.variable in bindings and self._holds(bindings, context):
            yield bindings

    def _holds(self, bindings: Bindings, context: MatchContext | None) -> bool:
        if self.analyzer == "unbound":
            from reread.analyzers.pattern.metavariables.unbound import is_unbound

            return context is not None and is_unbound(bindings[self.variable].text, context)
        value = value_of(bindings[self.variable], context)
        text = value if isinstance(value, str) else bindings[self.variable].text.decode(errors="replace")
        if self.analyzer == "redos":
            from reread.analyzers.pattern.regex.redos import is_slow

            return is_slow(_literal_text(bindings[self.variable], context) or text)
        from reread.analyzers.pattern.metavariables.entropy import looks_random

        return looks_random(text)


def _literal_text(bound: Binding, context: MatchContext | None) -> str:
    r"""The text that a metavariable is known to stand for, as the language reads it, `\d` for `"\\d"`; or ""."""
    node = None if context is None else bound.node or _quoted(bound, context)
    known = None if context is None or node is None else context.constant(node)
    value = None if known is None or not known.known else known.values[0]
    return value if isinstance(value, str) else ""


def _quoted(bound: Binding, context: MatchContext) -> Node | None:
    """The text with its quotes of which a metavariable stands for all that is between them."""
    node = context.root.descendant_for_byte_range(bound.start, bound.end)
    if node is not None and node.type not in context.table.strings:
        node = node.parent
    if node is None or node.type not in context.table.strings:
        return None
    return node if content(node, context.data)[:2] == (bound.start, bound.end) else None


class TypeCondition(Condition):
    """`metavariable-type`: the code is known to have one of the types."""

    __slots__ = ("types", "variable")
    early = False

    def __init__(self, variable: str, types: tuple[Any, ...]) -> None:
        self.variable = variable
        self.types = types

    def may_hold(self, bindings: Bindings, context: MatchContext | None) -> bool:
        return True

    def environments(self, bindings: Bindings, context: MatchContext | None) -> Iterator[Bindings]:
        from reread.analyzers.pattern.metavariables.types import environments_of_type

        bound = bindings.get(self.variable)
        if bound is None or bound.node is None or context is None:
            return
        for wanted in self.types:
            for found in environments_of_type(bound.node, wanted, bindings, context):
                yield found
                return


class ModuleCondition(Condition):
    """`metavariable-name`: a name that was imported from one of the modules, or is one of them."""

    __slots__ = ("modules", "variable")

    def __init__(self, variable: str, modules: Iterable[str]) -> None:
        self.variable = variable
        self.modules = tuple((_WORDS.findall(module), f'"{module}"'.encode()) for module in modules)

    def may_hold(self, bindings: Bindings, context: MatchContext | None) -> bool:
        return self.variable not in bindings or self._holds(bindings[self.variable], context)

    def environments(self, bindings: Bindings, context: MatchContext | None) -> Iterator[Bindings]:
        if self.variable in bindings and self._holds(bindings[self.variable], context):
            yield bindings

    def _holds(self, bound: Binding, context: MatchContext | None) -> bool:
        if bound.node is None or context is None:
            return False
        parts = dotted(bound.node, context.data, context.language)
        path = context.imports.paths.get(parts[0]) if parts else None
        if path is None or parts is None:
            return False
        words = _WORDS.findall(".".join((*path, *parts[1:])))
        if any(words[: len(module)] == module for module, _ in self.modules):
            return True
        # Packages of Go are known by the last part of their path, so that the whole path must be looked for.
        context.touch(context.root)
        return any(words[:1] == module[-1:] and quoted in context.data for module, quoted in self.modules)
