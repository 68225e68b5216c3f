"""`semgrep-internal-pattern-anywhere`: a pattern that matches anywhere in the file, tied by metavariables alone."""

from __future__ import annotations

from collections.abc import Iterator

from reread.analyzers.pattern.bindings import EMPTY, Bindings
from reread.analyzers.pattern.formulas.formula import Formula, has_words
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.unification import merge


def joined_anywhere(bindings: Bindings, formulas: tuple[Formula, ...], context: MatchContext) -> Iterator[Bindings]:
    """The ways in which an environment goes together with a match of each formula, wherever that is."""
    if not formulas:
        yield bindings
        return
    context.touch(context.root)
    first, *others = formulas
    for _, found in context.remember((id(first), context.root.id), lambda: _environments(first, context)):
        context.step()
        merged = merge(bindings, found, context)
        if merged is not None:
            yield from joined_anywhere(merged, tuple(others), context)


def _environments(formula: Formula, context: MatchContext) -> Iterator[tuple[int, Bindings]]:
    """What the matches in all of the text bind, each once, with where the first of them begins."""
    seen: list[dict[str, bytes]] = []
    entries = formula.entries()
    stack = [context.root]
    while stack:
        node = stack.pop()
        possible = [each for each in entries if has_words(node, each.sure, context)]
        if not possible:
            continue  # Nor can what is inside of it match.
        stack.extend(reversed(node.children))
        context.steps = 0
        if node.is_named and any(each.kinds is None or node.type in each.kinds for each in possible):
            for match in formula.at(node, EMPTY, context):
                texts = {name: bound.text for name, bound in match.bindings.items()}
                if texts not in seen:
                    seen.append(texts)
                    yield match.start, match.bindings
    for match in formula.in_text(context):
        yield match.start, match.bindings
