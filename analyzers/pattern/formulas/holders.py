"""The nodes around another one at which part of a formula holds, each looked at once for all that it is around."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import NamedTuple, Protocol, TypeAlias

from reread.analyzers.pattern.bindings import Bindings
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.surroundings import Around, nearest
from reread.analyzers.pattern.patterns.definition_headers import HEADERS
from reread.analyzers.syntax import Node

Found: TypeAlias = list[tuple[int, Bindings]]

_MOST = 500
_NOTHING: Found = []
_NO_WORDS: frozenset[bytes] = frozenset()


class Part(Protocol):
    """What is looked for around a node."""

    def is_head(self, context: MatchContext) -> bool: ...

    def all_at(self, node: Node, context: MatchContext) -> Iterator[tuple[int, Bindings]]: ...


class Holder(NamedTuple):
    """Where a part holds at the innermost node from one on outwards at which it does; `found` is empty for none.

    That depends on the nodes up to `last`, which is this node or the outermost one, and on `words`. `outer` is around
    `last`: with that node itself in it, what is kept there would keep itself, and so the tree until a collection.
    """

    found: Found
    last: Node
    outer: Around | None
    words: frozenset[bytes]


def depend_on(node: Node, context: MatchContext, *, heads: bool) -> None:
    """Notes that an answer depends on a node around it, or on no more of it than the heads of definitions."""
    if heads:
        context.words |= {HEADERS}
    else:
        context.touch(node)


def holding(
    part: Part, kinds: frozenset[str] | None, node: Node, context: MatchContext
) -> Iterator[tuple[Node, Found]]:
    """Those of a node and of the nodes of these kinds around it at which a part holds, innermost first."""
    return islice(_holding(part, kinds, node, context), _MOST)


def _holding(
    part: Part, kinds: frozenset[str] | None, node: Node, context: MatchContext
) -> Iterator[tuple[Node, Found]]:
    heads = part.is_head(context)
    if kinds is None or node.type in kinds:
        depend_on(node, context, heads=heads)
        if found := _at(part, node, context):
            yield node, found
    around = nearest(context.outside.innermost(node), kinds)
    while around is not None:
        holder = _holder(part, kinds, around, context)
        context.words |= holder.words
        depend_on(holder.last, context, heads=heads)
        if not holder.found:
            return
        yield holder.last, holder.found
        around = nearest(holder.outer, kinds)


def _at(part: Part, node: Node, context: MatchContext) -> Found:
    return context.remember((id(part), node.id), partial(part.all_at, node, context))


def _holder(part: Part, kinds: frozenset[str] | None, around: Around, context: MatchContext) -> Holder:
    """The first at which the part holds, kept at each node on the way to it."""
    key = id(part)
    known: Holder | None = None
    passed = []
    each: Around | None = around
    while each is not None and known is None:
        known = each.known.get(key)
        if known is None:
            before, context.words = context.words, _NO_WORDS
            found = _at(part, each.node, context)
            words, context.words = context.words, before
            passed.append((each, words))
            if found:
                known = Holder(found, each.node, each.outer, _NO_WORDS)
            each = nearest(each.outer, kinds)
    if known is None:
        known = Holder(_NOTHING, passed[-1][0].node, None, _NO_WORDS)
    for each, words in reversed(passed):
        if words:
            known = known._replace(words=known.words | words)
        each.known[key] = known
    return known
