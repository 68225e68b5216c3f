"""What a rule matches, as a small language of lists that JSON can hold, and the classes that evaluate it.

Source form: `["pattern", text]` (possibly followed by the `facts` of the pattern by language, or else by the `options`
that it is compiled with), `["regex", text]`,
`["all", [...]]`, `["any", [...]]`, and inside of `all` also `["not", f]`, `["inside", f]`, `["not-inside", f]`,
`["not-regex", text]`, `["focus", [variables]]`, `["metavariable-regex", variable, text, constant]`,
`["metavariable-pattern", variable, f, language]`, `["metavariable-comparison", variable, comparison, base, strip]`,
`["metavariable-analysis", variable, analyzer]`, `["metavariable-type", variable, [types]]`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple, TypeAlias

from reread.analyzers.rules.facts import Compiled, Facts, facts_of, first_of, on_demand
from reread.analyzers.rules.nodes import Shape, may_fit, see_through
from reread.analyzers.rules.notation import PatternError
from reread.analyzers.rules.pattern import Ellipsis, Pattern
from reread.analyzers.rules.scan import EMPTY, PLACE, Environment, Scan, merge
from reread.analyzers.rules.sequences import follow, is_statement, match_statement
from reread.analyzers.rules.words import ALWAYS, Requirement, own_words
from reread.analyzers.syntax import Node

_MOST_WALKED = 5_000
_OF_EXPRESSIONS = frozenset({"expression_statement", "return_statement", "return_expression", "let_declaration"})
"""Statements that have nothing but an expression in them, or a variable that gets its value."""


class Match(NamedTuple):
    """A range of bytes where a formula holds, the node it was found at, and what the metavariables stand for."""

    start: int
    end: int
    node: Node
    environment: Environment


Matches: TypeAlias = Iterator[Match]


Around: TypeAlias = tuple[frozenset[str], tuple[bytes, ...]]
"""The kinds that a node is one of, and words that are in its text."""


class Entry(NamedTuple):
    """One way into a formula: try it at nodes of these kinds (None: all), called so (None: whatever the name).

    `shape` is what shows at first sight (see `shape`); `twins` and `variable` are those of the `Pattern`; `names` are
    all that can stand for the variable, where that is known, and `heads` are expressions that what is called, or the
    member, matches, or its last name; `sure` are words in the text of each match; for each of `around` the node, or one
    around it, is of one of these kinds and has these words in its text. A dotted name, given in `alias`, may also be a
    plain name in a file that imports it.
    """

    kinds: frozenset[str] | None
    name: str | None
    at: Callable[[Node, Scan], Matches]
    alias: tuple[str, ...] = ()
    shape: Shape = ()
    twins: bool = False
    variable: str = ""
    names: frozenset[str] = frozenset()
    sure: tuple[bytes, ...] = ()
    heads: tuple[str, ...] = ()
    around: tuple[Around, ...] = ()


class Formula:
    """Part of a rule, ready to run."""

    __slots__ = ()

    def entries(self) -> list[Entry]:
        """The ways in by syntax; none for a formula that starts from a regular expression."""
        raise NotImplementedError

    def at(self, node: Node, environment: Environment, scan: Scan) -> Matches:
        """The matches that are found at one node."""
        raise NotImplementedError

    def around(self, match: Match, scan: Scan) -> Matches:
        """The matches that contain another one, its metavariables being bound."""
        raise NotImplementedError

    def where_around(self) -> Around | None:
        """What the nodes are that `around` finds matches at; None where that is not known."""
        return None

    def local_words(self) -> Requirement:
        """What the text of each match of the part that finds the candidates holds."""
        return ALWAYS

    def in_text(self, scan: Scan) -> Matches:
        """The matches that start from regular expressions, anywhere in the document."""
        return iter(())

    def regexes(self) -> list[re.Pattern[str]]:
        """The regular expressions that `in_text` starts from."""
        return []

    def is_by_lines(self) -> bool:
        """True when `in_text` judges each line by itself, so that an edit asks only for the lines it touched."""
        return False


class TreePattern(Formula):
    """A pattern of one node. `facts` are known before the pattern is compiled, which is when it is first asked for."""

    __slots__ = ("_compiled", "facts")

    def __init__(self, compiled: Compiled, facts: Facts) -> None:
        self._compiled = compiled
        self.facts = facts

    @property
    def pattern(self) -> Pattern:
        return self._compiled().items[0]

    def entries(self) -> list[Entry]:
        facts = self.facts
        return [
            Entry(
                facts.kinds,
                facts.name,
                self._candidate,
                facts.alias,
                facts.shape,
                facts.twins,
                facts.variable,
                sure=facts.sure,
            )
        ]

    def _candidate(self, node: Node, scan: Scan) -> Matches:
        return self.at(node, EMPTY, scan)

    def where_around(self) -> Around | None:
        return None if self.facts.kinds is None else (self.facts.kinds, self.facts.sure)

    def local_words(self) -> Requirement:
        return own_words((self.pattern,))

    def at(self, node: Node, environment: Environment, scan: Scan) -> Matches:
        kinds = self.facts.kinds
        if kinds is None or node.type in kinds:
            for found in self.pattern.match(node, environment, scan):
                if PLACE in found:
                    yield _placed(found)
                elif self.facts.statement:
                    yield from self._statement(node, found, scan)
                else:
                    yield Match(_start(node, scan), node.end_byte, node, found)

    def _statement(self, node: Node, environment: Environment, scan: Scan) -> Matches:
        """The whole statement that the node is in, unless that is a branch, a loop or the like."""
        statement, _ = _statement(node, scan)
        whole = node if statement is None else statement
        scan.touch(whole)
        if whole == node or whole.type in _OF_EXPRESSIONS or whole.type.endswith("declaration"):
            yield Match(whole.start_byte, whole.end_byte, whole, environment)

    def around(self, match: Match, scan: Scan) -> Matches:
        kinds = self.facts.kinds
        for kind, node in scan.surroundings(match.node):
            if kinds is None or kind in kinds:
                scan.touch(node)
                yield from joined(
                    match, node, scan.remember((id(self), node.id), partial(self._all_at, node, scan)), scan
                )

    def _all_at(self, node: Node, scan: Scan) -> Iterator[tuple[int, Environment]]:
        if may_match_at(node, self.facts.shape, self.facts.sure, scan):
            for found in self.at(node, EMPTY, scan):
                yield found.start, found.environment


def may_match_at(node: Node, shape: Shape, sure: tuple[bytes, ...], scan: Scan) -> bool:
    """False when a node of the right kind has not what shows at first sight, or not a word of each match's text."""
    if shape and not may_fit(node, shape, scan.language):
        return False
    return not sure or has_words(node, sure, scan)


def has_words(node: Node, sure: tuple[bytes, ...], scan: Scan) -> bool:
    """True when all the words are in the text of a node, or may be by the names of what the file imports."""
    data, start, end = scan.data, node.start_byte, node.end_byte
    return all(data.find(word, start, end) >= 0 or word in scan.imports.renamed for word in sure)


def _placed(environment: Environment) -> Match:
    """The match of a pattern that says itself where it is."""
    rest = dict(environment)
    place = rest.pop(PLACE)
    assert place.node is not None
    return Match(place.start, place.end, place.node, rest)


def joined(match: Match, node: Node, around: list[tuple[int, Environment]], scan: Scan) -> Matches:
    """The matches at a node, given by start and environment, that go together with a match inside of it."""
    for start, environment in around:
        merged = merge(match.environment, environment, scan)
        if merged is not None:
            scan.low = min(scan.low, start)
            yield Match(start, node.end_byte, node, merged)


class SequencePattern(Formula):
    """A pattern of several statements in a row. `facts` are those of the first that is not `...`."""

    __slots__ = ("_compiled", "facts")

    def __init__(self, compiled: Compiled, facts: Facts) -> None:
        self._compiled = compiled
        self.facts = facts

    @property
    def items(self) -> tuple[Pattern, ...]:
        return self._compiled().items

    def entries(self) -> list[Entry]:
        return [Entry(self.facts.kinds, self.facts.name, self._candidate, shape=self.facts.shape)]

    def _candidate(self, node: Node, scan: Scan) -> Matches:
        return self.at(node, EMPTY, scan)

    def local_words(self) -> Requirement:
        return own_words((first_of(self.items),))

    def at(self, node: Node, environment: Environment, scan: Scan) -> Matches:
        statement, block = _statement(node, scan)
        if statement is None or block is None:
            return
        if self.facts.followed and statement.next_named_sibling is None:
            scan.touch(block)
            return
        lead = 1 if isinstance(self.items[0], Ellipsis) else 0
        if not is_statement(self.items[lead], node, statement, scan):
            return
        for found in self.items[lead].match(node, environment, scan):
            scan.touch(block)
            nodes = scan.statements(block)
            place = nodes.index(statement) if statement in nodes else -1
            if place < 0:
                continue
            for last, bound in follow(self.items[lead + 1 :], nodes[place + 1 :], found, scan, whole=False):
                end = statement if last is None else last
                yield Match(statement.start_byte, max(statement.end_byte, end.end_byte), statement, bound)

    def around(self, match: Match, scan: Scan) -> Matches:
        lead = 1 if isinstance(self.items[0], Ellipsis) else 0
        inner = match.node
        for block in reversed(scan.ancestors(match.node)):
            if block.type in scan.language.blocks and block.type not in scan.language.inlined:
                scan.touch(block)
                yield from self._in_block(block, inner, lead, match, scan)

    def _in_block(self, block: Node, inner: Node, lead: int, match: Match, scan: Scan) -> Matches:
        nodes = scan.statements(block)
        for place, environment in scan.remember((id(self), block.id), lambda: self._starts(nodes, lead, scan)):
            statement = nodes[place]
            if statement.start_byte > match.start:
                return
            merged = merge(match.environment, environment, scan)
            if merged is None:
                continue
            for last, bound in follow(self.items[lead + 1 :], nodes[place + 1 :], merged, scan, whole=False):
                end = max(statement.end_byte, (last or statement).end_byte)
                start = block.start_byte if lead else statement.start_byte
                if start <= match.start and match.end <= end:
                    yield Match(start, end, statement, bound)

    def _starts(self, nodes: list[Node], lead: int, scan: Scan) -> Iterator[tuple[int, Environment]]:
        """The statements, by place, that the first item matches."""
        item = self.items[lead]
        defined = frozenset() if item.kinds is None else item.kinds & scan.language.definitions
        only = bool(defined) and defined == item.kinds
        for place, statement in enumerate(nodes):
            # Most blocks hold no definition at all, and each block around each candidate is looked at.
            if only and see_through(statement, defined, scan.language).type not in defined:
                continue
            scan.steps = 0
            for found in match_statement(item, statement, EMPTY, scan):
                yield place, found


class TextRegex(Formula):
    """A regular expression over the text of the file."""

    __slots__ = ("expression",)

    def __init__(self, expression: re.Pattern[str]) -> None:
        self.expression = expression

    def entries(self) -> list[Entry]:
        return []

    def at(self, node: Node, environment: Environment, scan: Scan) -> Matches:
        return iter(())

    def around(self, match: Match, scan: Scan) -> Matches:
        scan.touch(scan.root)
        for found in self.in_text(scan):
            if found.start <= match.start and match.end <= found.end:
                yield found._replace(environment={**match.environment, **found.environment})

    def in_text(self, scan: Scan) -> Matches:
        from reread.analyzers.rules.regexes import find_all

        for start, end, groups in find_all(self.expression, scan.data, *scan.text_range()):
            node = scan.root.descendant_for_byte_range(start, end)
            yield Match(start, end, scan.root if node is None else node, {**scan.outer, **groups})

    def regexes(self) -> list[re.Pattern[str]]:
        return [self.expression]

    def is_by_lines(self) -> bool:
        from reread.analyzers.rules.regexes import is_line_bound

        return is_line_bound(self.expression)


class AnyOf(Formula):
    """`pattern-either`. `kinds` are those of its parts when all of them are patterns of one node of known kinds."""

    __slots__ = ("kinds", "parts")

    def __init__(self, parts: tuple[Formula, ...]) -> None:
        self.parts = parts
        kinds = [part.facts.kinds for part in parts if isinstance(part, TreePattern) and part.facts.kinds]
        self.kinds: frozenset[str] = frozenset().union(*kinds) if len(kinds) == len(parts) else frozenset()

    def entries(self) -> list[Entry]:
        return [entry for part in self.parts for entry in part.entries()]

    def local_words(self) -> Requirement:
        return ["or", [part.local_words() for part in self.parts]]

    def where_around(self) -> Around | None:
        return (self.kinds, ()) if self.kinds else None

    def at(self, node: Node, environment: Environment, scan: Scan) -> Matches:
        for part in self.parts:
            yield from part.at(node, environment, scan)

    def around(self, match: Match, scan: Scan) -> Matches:
        if not self.kinds:
            for part in self.parts:
                yield from part.around(match, scan)
            return
        for kind, node in scan.surroundings(match.node):
            if kind in self.kinds:
                scan.touch(node)
                yield from joined(
                    match, node, scan.remember((id(self), node.id), partial(self._all_at, node, scan)), scan
                )

    def _all_at(self, node: Node, scan: Scan) -> Iterator[tuple[int, Environment]]:
        return ((found.start, found.environment) for part in self.parts for found in part.at(node, EMPTY, scan))

    def in_text(self, scan: Scan) -> Matches:
        for part in self.parts:
            yield from part.in_text(scan)

    def regexes(self) -> list[re.Pattern[str]]:
        return [expression for part in self.parts for expression in part.regexes()]

    def is_by_lines(self) -> bool:
        return all(part.is_by_lines() for part in self.parts)


def _start(node: Node, scan: Scan) -> int:
    """Where a node begins, which for a definition is where its decorators do."""
    if scan.language.decorated and node.type in scan.language.definitions:
        around = node.parent
        if around is not None and around.type == scan.language.decorated:
            scan.touch(around)
            return around.start_byte
    if node.type in scan.language.decorated_outside:
        around = node.parent
        decorator = None if around is None else around.child_by_field_name("decorator")
        if around is not None and decorator is not None:
            scan.touch(around)
            return around.start_byte
    return node.start_byte


def _statement(node: Node, scan: Scan) -> tuple[Node | None, Node | None]:
    """The innermost statement that a node is or is part of, and the block it is in."""
    path = scan.ancestors(node)
    statement = node
    for block in reversed(path):
        if block.type in scan.language.blocks:
            if block.type not in scan.language.inlined:
                return statement, block
        else:
            statement = block
    return None, None


def tree_formula(compiled: Compiled, facts: Facts) -> Formula:
    """The formula of a pattern."""
    return TreePattern(compiled, facts) if facts.single else SequencePattern(compiled, facts)


def nodes_within(top: Node) -> Iterator[Node]:
    """A node and the named nodes below it, in the order of the text; of very large ones only the first."""
    stack = [top]
    count = 0
    while stack and count < _MOST_WALKED:
        node = stack.pop()
        if node.is_named:
            count += 1
            yield node
        stack.extend(reversed(node.children))


def _alternatives(parts: list[list[Any]], language: str, whole: Formula | None) -> tuple[Formula, ...]:
    """Compiles alternatives. One that only another of the rule's languages can read, such as markup or a type, is left
    out; when none can be read, the first one's PatternError is raised.
    """
    found: list[Formula] = []
    for part in parts:
        try:
            found.append(build(part, language, whole))
        except PatternError:
            continue
    return tuple(found) if found else (build(parts[0], language, whole),)


def build(source: list[Any], language: str, whole: Formula | None = None) -> Formula:
    """Compiles the source form for one language. Raises PatternError or re.error.

    `whole` stands for what the formula is about, where it has nothing but negations.
    """
    from reread.analyzers.rules.conjunction import build_all
    from reread.analyzers.rules.regexes import regex

    kind, argument = source[0], source[1]
    if kind == "pattern":
        more = source[2] if len(source) > 2 else {}
        compiled = on_demand(argument, language, tuple((name, value) for name, value in more.get("options", ())))
        known = more.get(language)
        return tree_formula(compiled, facts_of(compiled(), language) if known is None else Facts(*known))
    if kind == "regex":
        return TextRegex(regex(argument))
    if kind == "any":
        return AnyOf(_alternatives(argument, language, whole))
    return build_all(argument if kind == "all" else [source], language, whole)
