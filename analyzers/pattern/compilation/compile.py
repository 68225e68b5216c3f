"""Compiles the syntax tree of a pattern to a `Pattern`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers.constants.unwrapping import only_child
from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.compilation.builder import Builder
from reread.analyzers.pattern.compilation.declarators import is_outside_loop_headers, with_fields
from reread.analyzers.pattern.compilation.parser import parse_pattern
from reread.analyzers.pattern.matching.nodes import statements
from reread.analyzers.pattern.patterns.implicit_return import RETURNS, Returned
from reread.analyzers.pattern.patterns.pattern import Branch, Deep, Ellipsis, Metavariable, Name, Pattern
from reread.analyzers.pattern.patterns.statement_position import (
    Placed,
    around_alone,
    is_anywhere,
    is_no_argument,
    is_no_loop_declaration,
    is_outside_attributes,
    is_outside_calls,
    is_statement,
    is_statement_or_declared,
    is_without_body,
)
from reread.analyzers.pattern.patterns.value_position import is_name_of_value, is_value
from reread.analyzers.syntax import Node, language

if TYPE_CHECKING:
    from reread.analyzers.pattern.source import Options


class CompiledPattern(NamedTuple):
    """One pattern, or several statements that follow each other; `items` has more than one element then.

    With `statement` the one pattern is an expression that was written as a statement, with a `;`.
    """

    items: tuple[Pattern, ...]
    statement: bool = False


@lru_cache(maxsize=10_000)
def compile_pattern(text: str, language_name: str, options: Options = ()) -> CompiledPattern:
    """Compiles the text of a pattern. Raises PatternError when it is not one.

    Many rules share patterns, above all through the sources that they share.
    """
    parsed = parse_pattern(text, language_name)
    table = language(language_name)
    assert table is not None and table.matching is not None
    matching = _adapted(language_name, options) if options else table.matching
    builder = Builder(parsed.tree, matching, table.strings, options)
    nodes = [node for node in _statements(parsed.nodes, table.matching) if node.type not in table.comments]
    if len(nodes) == 1 and nodes[0].type == "modifiers":
        nodes = [child for child in nodes[0].named_children if not child.is_extra]  # An annotation by itself.
    if len(nodes) == 1 and table.matching.leeway.alone:
        nodes = [_alone(builder.stripped(nodes[0]), table.matching)]
    declared = _declared_alone(nodes, matching)
    items = tuple(builder.build(node, 0) for node in declared or nodes)
    if declared:
        items = (Placed(items[0], is_anywhere, place=around_alone),)
    if len(items) == 1:
        items = (_anywhere(items[0], matching),)
    if len(items) == 1 and matching.names.parameters and not text.rstrip().endswith(";"):
        items = (_among_values(items[0], matching),)
    if len(nodes) == 1 and nodes[0].type == "method_declaration" and text.rstrip().endswith(";"):
        items = (Placed(items[0], is_without_body),)
    if len(items) == 1 and any(kind in (items[0].kinds or ()) for _, kind in matching.statements.loop_declarations):
        items = (Placed(items[0], is_no_loop_declaration),)
    if len(nodes) == 1 and nodes[0].type in matching.shell.assignments:
        items = (Placed(items[0], is_outside_calls),)
    if len(nodes) == 1 and _is_in_collection(nodes[0], table.matching):
        items = (Placed(items[0], is_no_argument),)
    if len(items) == 1 and matching.typing is not None and matching.typing.declarators:
        items = (_declared(items[0], builder.stripped(nodes[0])),)
    if isinstance(items[0], Deep) and len(items) == 1:
        items[0].values = True
    if all(isinstance(item, Ellipsis) for item in items):
        items = (Metavariable("$_"),)  # Anything.
    statement = len(nodes) == 1 and _is_expression_statement(nodes[0]) and text.rstrip().endswith(";")
    if statement and language_name == "go":
        statement = False  # There a `;` says nothing.
    if options:
        items = _placed(items, options, statement=statement)
    return CompiledPattern(items, statement)


def _among_values(item: Pattern, matching: Matching) -> Pattern:
    """A metavariable or a name by itself stands for values alone."""
    if isinstance(item, Name):
        return Placed(item, is_name_of_value)
    if not isinstance(item, Metavariable):
        return item
    kinds = matching.values.kinds | set(matching.values.inside) if matching.values.kinds else None
    return Placed(item, is_value, kinds)


def _declared(item: Pattern, node: Node) -> Pattern:
    """A declaration or an assignment, where members of classes are declared like variables."""
    if node.type not in ("declaration", "assignment_expression"):
        return item
    return Placed(with_fields(item, node), is_outside_loop_headers)


def _declared_alone(nodes: Sequence[Node], matching: Matching) -> Sequence[Node]:
    """What is declared, if a pattern is a declaration of one thing; else nothing."""
    kinds = matching.statements.declared.get(nodes[0].type) if len(nodes) == 1 else None
    if kinds is None:
        return ()
    found = [child for child in _parts(nodes[0], matching) if not child.is_extra]
    is_one = len(found) == 1 and found[0].type in kinds and found[0].named_child_count > 1
    return found if is_one else ()


def _parts(node: Node, matching: Matching) -> Iterator[Node]:
    """The children of a node, and those of the lists in it."""
    for child in node.named_children:
        yield from _parts(child, matching) if child.type in matching.leeway.spliced else (child,)


def _alone(node: Node, matching: Matching) -> Node:
    """What a pattern is about that consists of a collection with one thing in it."""
    inner = only_child(node) if node.type in matching.leeway.alone else None
    return node if inner is None else inner


def _is_expression_statement(node: Node) -> bool:
    """True for the statement, or for what some grammars have around each statement."""
    inner = only_child(node) if node.type == "statement" else node
    return inner is not None and inner.type == "expression_statement"


def _is_in_collection(node: Node, matching: Matching) -> bool:
    """True for a key with its value that was read as part of a collection, where it could be an argument, too."""
    around, leeway = node.parent, matching.leeway
    return node.type in leeway.keywords and around is not None and around.type in leeway.subsets


def _placed(items: tuple[Pattern, ...], options: Options, *, statement: bool) -> tuple[Pattern, ...]:
    """The items of a pattern. One alone the options may want in certain places only."""
    known = dict(options)
    if len(items) != 1:
        return items
    first = items[0] if known.get("attr_expr", True) else Placed(items[0], is_outside_attributes)
    deeper = known.get("go_deeper_expr", True)
    if statement and not (deeper and known.get("implicit_deep_exprstmt", True)):
        first = Placed(first, is_statement_or_declared if deeper else is_statement)
    return (first,)


def _anywhere(item: Pattern, matching: Matching) -> Pattern:
    """A pattern by itself, which also finds a value that is given back without the word `return`."""
    if not isinstance(item, Branch) or item.kinds.isdisjoint(RETURNS) or "throw" in item.tokens:
        return item
    if matching.statements.results and item.groups:
        return Returned(item, frozenset(matching.statements.results), matching.leeway.arguments)
    return item


def _statements(nodes: tuple[Node, ...], matching: Matching) -> Sequence[Node]:
    """What a pattern consists of when the grammar has a node around all the statements that has no text of its own."""
    first = nodes[0].child(0) if len(nodes) == 1 and nodes[0].child_count else None
    if first is None or nodes[0].type not in matching.statements.blocks:
        return nodes
    if not first.is_named:
        return (first,) if first.type in matching.leeway.value_words else nodes
    return statements(nodes[0], matching) if first.start_byte == nodes[0].start_byte else nodes


@lru_cache(maxsize=100)
def _adapted(language_name: str, options: Options) -> Matching:
    from reread.analyzers.pattern.patterns.options import adapted

    table = language(language_name)
    assert table is not None and table.matching is not None
    return adapted(table.matching, options)
