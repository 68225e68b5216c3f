"""Patterns of one node, or of several consecutive statements, as parts of a formula."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from reread.analyzers.pattern.bindings import EMPTY, PLACE, Bindings
from reread.analyzers.pattern.formulas.formula import (
    Around,
    EntryPoint,
    Formula,
    Match,
    Matches,
    has_words,
    joined,
    may_match_at,
)
from reread.analyzers.pattern.formulas.holders import depend_on, holding
from reread.analyzers.pattern.formulas.pattern_facts import Compiled, Facts, first_of
from reread.analyzers.pattern.formulas.sequence_starts import Start, Starts
from reread.analyzers.pattern.matching.attributes import begins_at, first_of_run, without_more
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.nodes import see_through
from reread.analyzers.pattern.matching.unification import merge
from reread.analyzers.pattern.patterns.definition_headers import is_head
from reread.analyzers.pattern.patterns.pattern import Ellipsis, ManyMetavariable, Pattern
from reread.analyzers.pattern.patterns.sequences import Items
from reread.analyzers.pattern.patterns.statements import (
    all_within,
    follow,
    goes_deeper,
    is_called,
    is_held,
    is_statement,
    match_statement,
)
from reread.analyzers.pattern.prefilter.required_tokens import own_words
from reread.analyzers.pattern.prefilter.requirement import Requirement
from reread.analyzers.syntax import Node

_OF_EXPRESSIONS = frozenset(
    {
        *("expression_statement", "return_statement", "return_expression", "let_declaration", "echo_statement"),
        *("local_declaration_statement", "resource", "variable_declaration_statement"),
    }
)
"""Statements that have nothing but an expression in them, or a variable that gets its value."""
_WITH_RESOURCES = frozenset({"try_with_resources_statement"})
_RESOURCES = frozenset({"resource"})
_FEW = 8
"""Statements that are looked at one by one."""


class TreePattern(Formula):
    """A pattern of one node, compiled on first use.

    `facts` are known before the pattern is compiled, which is when it is first asked for.
    """

    __slots__ = ("_compiled", "facts")

    def __init__(self, compiled: Compiled, facts: Facts) -> None:
        self._compiled = compiled
        self.facts = facts

    @property
    def pattern(self) -> Pattern:
        return self._compiled().items[0]

    def entries(self) -> list[EntryPoint]:
        facts = self.facts
        return [
            EntryPoint(
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

    def _candidate(self, node: Node, context: MatchContext) -> Matches:
        return self.at(node, EMPTY, context)

    def kinds_at(self) -> frozenset[str] | None:
        return self.facts.kinds

    def where_around(self) -> Around | None:
        return None if self.facts.kinds is None else (self.facts.kinds, self.facts.sure)

    def local_words(self) -> Requirement:
        return own_words((self.pattern,))

    def at(self, node: Node, bindings: Bindings, context: MatchContext) -> Matches:
        kinds = self.facts.kinds
        if node.type not in context.language.leeway.signed if kinds is None else node.type in kinds:
            for found in self.pattern.match(node, bindings, context):
                if PLACE in found:
                    yield _placed(found)
                elif self.facts.statement:
                    yield from self._statement(node, found, context)
                else:
                    yield Match(_start(node, context), node.end_byte, node, found)

    def _statement(self, node: Node, bindings: Bindings, context: MatchContext) -> Matches:
        """The whole statement that the node is in, unless that is a branch, a loop or the like."""
        statement, _ = _statement(node, context)
        whole = node if statement is None else statement
        context.touch(whole)
        if whole.type == "statement":
            whole = whole.named_child(0) or whole  # What some grammars have around each statement.
        if whole != node and whole.type in _WITH_RESOURCES:
            whole = next(context.around(node, _RESOURCES), whole)
        if whole != node and whole.type not in _OF_EXPRESSIONS:
            whole = _body(node, whole, context)
        if whole == node or whole.type in _OF_EXPRESSIONS or whole.type.endswith("declaration"):
            yield Match(begins_at(whole, context), whole.end_byte, whole, bindings, node)

    def around(self, match: Match, context: MatchContext) -> Matches:
        heads = self.is_head(context)
        # Where this is about whole statements, too, it is around what is within its own.
        inner = match.node if match.inner is None or not self.facts.statement else match.inner
        for node, found in holding(self, self.facts.kinds, inner, context):
            yield from joined(match, node, found, context, heads=heads)

    def is_head(self, context: MatchContext) -> bool:
        return self.facts.single and is_head(self.pattern, context.language)

    def is_around(self, node: Node, context: MatchContext) -> bool:
        """False when the pattern matches nowhere around a node, whatever its metavariables stand for."""
        if node.type in context.language.statements.results:
            return True  # What matches may be the value that a function gives back, inside of it.
        return any(True for _ in holding(self, self.facts.kinds or frozenset(), node, context))

    def all_at(self, node: Node, context: MatchContext) -> Iterator[tuple[int, Bindings]]:
        """Where the pattern matches at a node."""
        if may_match_at(node, self.facts.shape, self.facts.sure, context):
            for found in self.at(node, EMPTY, context):
                yield found.start, found.bindings


def _placed(bindings: Bindings) -> Match:
    """The match of a pattern that says itself where it is."""
    rest = dict(bindings)
    place = rest.pop(PLACE)
    assert place.node is not None
    return Match(place.start, place.end, place.node, rest)


class SequencePattern(Formula):
    """A pattern of several statements in a row. `facts` are those of the first that is not `...`."""

    __slots__ = ("_compiled", "facts")

    def __init__(self, compiled: Compiled, facts: Facts) -> None:
        self._compiled = compiled
        self.facts = facts

    @property
    def items(self) -> tuple[Pattern, ...]:
        return self._compiled().items

    def entries(self) -> list[EntryPoint]:
        return [EntryPoint(self.facts.kinds, self.facts.name, self._candidate, shape=self.facts.shape)]

    def _candidate(self, node: Node, context: MatchContext) -> Matches:
        return self.at(node, EMPTY, context)

    def local_words(self) -> Requirement:
        return own_words((first_of(self.items),))

    def at(self, node: Node, bindings: Bindings, context: MatchContext) -> Matches:
        statement, block = _statement(node, context)
        if statement is None:
            return
        if self.facts.followed and (block is None or statement.next_named_sibling is None):
            context.touch(block or statement)
            return
        lead, rest, trail = self._parts()
        if not is_statement(self.items[lead], node, statement, context):
            return
        for found in self.items[lead].match(node, bindings, context):
            context.touch(block or statement)
            nodes = [statement] if block is None else context.statements(block)
            place = nodes.index(statement) if statement in nodes else -1
            if place < 0:
                continue
            first = nodes[0 if lead else first_of_run(nodes, place, context.language)]
            following = without_more(nodes, place, rest[0].kinds if rest else None, context.language)
            after = None if block is None else _after(rest, block, found, context)
            possible = None if block is None or after is None else _ids(after, block, context)
            for last, bound in follow(rest, following, found, context, whole=False, possible=possible):
                end = _holder(statement, last, following)
                core = nodes[first_of_run(nodes, place, context.language)].start_byte, end.end_byte
                end = following[-1] if trail and following else end
                if not _leaves_some(nodes, 0 if lead else place, end, context):
                    yield Match(first.start_byte, end.end_byte, statement, bound, core=core)

    def around(self, match: Match, context: MatchContext) -> Matches:
        if context.lacks(self.facts.sure):
            return
        lead, rest, _ = self._parts()
        heads = is_head(self.items[lead], context.language) and all(isinstance(item, Ellipsis) for item in rest)
        for block in context.blocks_around(match.node):
            depend_on(block, context, heads=heads)
            yield from self._in_block(block, match, context)

    def _parts(self) -> tuple[int, Items, bool]:
        """The place of the first item that is not `...`, those after it, and whether there is a `...` at the end."""
        lead = 1 if isinstance(self.items[0], Ellipsis) else 0
        trail = isinstance(self.items[-1], Ellipsis)
        return lead, self.items[lead + 1 : len(self.items) - trail], trail

    def _in_block(self, block: Node, match: Match, context: MatchContext) -> Matches:
        lead, rest, trail = self._parts()
        nodes = context.statements(block)
        # Where variables of one name cannot be told apart, those of other functions would be taken for one.
        if lead and goes_deeper(self.items[0]) and context.tells_variables_apart:
            nodes = all_within(block, context)
        starts = _starts(self.items[lead], self.facts.sure, block, nodes, context)
        known = [match.bindings]
        possible: set[int] | None = None
        if starts.among(known) and (after := _after(rest, block, match.bindings, context)) is not None:
            possible = _ids(after, block, context)
            if len(after) <= _FEW:
                known = [each for _, more in after if (each := merge(match.bindings, more, context)) is not None]
        for place, bindings in starts.among(known):
            statement = nodes[place]
            if statement.start_byte > match.start and not lead:
                return
            merged = merge(match.bindings, bindings, context)
            if merged is None:
                continue
            following = without_more(nodes, place, rest[0].kinds if rest else None, context.language)
            for last, bound in follow(rest, following, merged, context, whole=False, possible=possible):
                end = _holder(statement, last, following)
                first = nodes[first_of_run(nodes, place, context.language)].start_byte
                core = first, end.end_byte
                end = following[-1] if trail and following else end
                start = block.start_byte if lead else first
                if _leaves_some(nodes, 0 if lead else place, end, context):
                    continue
                if start <= match.start and match.end <= end.end_byte:
                    yield Match(start, end.end_byte, statement, bound, core=core)


def _holder(first: Node, last: Node | None, following: list[Node]) -> Node:
    """The statement, among those that follow the first, that the last one is or is in; the first where there is none.

    All that a `...` stands for belongs to the range, so that it does not end within a branch or a loop.
    """
    if last is None:
        return first
    end = last.end_byte
    return next((node for node in following if node.end_byte >= end), last)


def _leaves_some(nodes: list[Node], first: int, last: Node, context: MatchContext) -> bool:
    """True where sequences are about all statements of a block, and some are before the first or after the last."""
    return context.language.statements.whole and bool(first or last.id != nodes[-1].id)


def _after(rest: tuple[Pattern, ...], block: Node, bindings: Bindings, context: MatchContext) -> list[Start] | None:
    """The statements, in any depth, that what comes after the `...` at the start of the rest of a sequence matches;
    None where nothing does that could be looked up.

    Each statement of a module may begin a sequence, and none is to be compared with all those after it.
    """
    if len(rest) < 2 or not isinstance(rest[0], Ellipsis) or isinstance(rest[1], (Ellipsis, ManyMetavariable)):
        return None
    return _starts(rest[1], (), block, all_within(block, context), context, deep=True).among((bindings,))


def _ids(starts: list[Start], block: Node, context: MatchContext) -> set[int]:
    nodes = all_within(block, context)
    return {nodes[place].id for place, _ in starts}


def _starts(
    item: Pattern, sure: tuple[bytes, ...], block: Node, nodes: list[Node], context: MatchContext, *, deep: bool = False
) -> Starts:
    """The statements of a block, by place, that an item of a sequence matches; `sure` are words that each has."""
    # A block may be a statement as well, which has its own key.
    key = (id(item), -block.id, deep, context.compares_values)
    found = context.remember(key, partial(_all_starts, item, sure, nodes, context))
    known = context.starts.get(key)
    if known is None:
        known = context.starts[key] = Starts(found)
    return known


def _all_starts(item: Pattern, sure: tuple[bytes, ...], nodes: list[Node], context: MatchContext) -> Iterator[Start]:
    kinds = None if is_called(item, context) else item.kinds
    for place, statement in enumerate(nodes):
        if kinds is not None and see_through(statement, kinds, context.language).type not in kinds:
            continue
        if not sure or has_words(statement, sure, context):
            for _, found in context.remember((id(item), statement.id), partial(_first, item, statement, context)):
                yield place, found


def _first(item: Pattern, statement: Node, context: MatchContext) -> Iterator[tuple[int, Bindings]]:
    return ((0, found) for found in match_statement(item, statement, EMPTY, context))


def _start(node: Node, context: MatchContext) -> int:
    """Where a node begins, which for a definition is where its decorators do."""
    if context.language.statements.decorated and node.type in context.language.statements.definitions:
        around = node.parent
        if around is not None and around.type == context.language.statements.decorated:
            context.touch_range(around.start_byte, node.start_byte)
            return around.start_byte
    if node.type in context.language.statements.decorated_outside:
        around = node.parent
        decorator = None if around is None else around.child_by_field_name("decorator")
        if around is not None and decorator is not None:
            context.touch(around)
            return around.start_byte
    if node.type in context.language.statements.decorated_before:
        return _first_decorator(node, context).start_byte
    return begins_at(node, context)


def _first_decorator(node: Node, context: MatchContext) -> Node:
    """The first of the decorators that are right before a definition, or the definition itself."""
    first, before = node, node.prev_named_sibling
    while before is not None and (before.type == "decorator" or before.is_extra):
        first = first if before.is_extra else before
        before = before.prev_named_sibling
    context.touch_range(first.start_byte if before is None else before.end_byte, node.start_byte)
    return first


def _statement(node: Node, context: MatchContext) -> tuple[Node | None, Node | None]:
    """The innermost statement that a node is or is part of, and the block it is in."""
    found = context.outside.statement(node)
    if found is not None:
        return found
    if context.root.parent is not None:
        return context.root, None  # What a metavariable stands for may be one statement.
    return None, None


def _body(node: Node, statement: Node, context: MatchContext) -> Node:
    """The statement without braces that a node is in, in a branch or loop; else the statement around it."""
    inner = next(context.around(node, _OF_EXPRESSIONS), None)
    if inner is None or inner.start_byte < statement.start_byte:
        return statement
    held, holder = inner, context.parent(inner)
    if holder is not None and holder.type == "statement":
        held, holder = holder, context.parent(holder)  # What some grammars have around each statement.
    if holder is None or not is_held(inner, holder, context.language):
        return statement
    bodies = holder.children_by_field_name("body")
    return inner if not bodies or held in bodies else statement  # What a loop begins with is no statement of its own.


def tree_formula(compiled: Compiled, facts: Facts) -> Formula:
    """The formula of a pattern."""
    return TreePattern(compiled, facts) if facts.single else SequencePattern(compiled, facts)
