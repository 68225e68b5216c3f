"""`semgrep-internal-pattern-anywhere`: what must be somewhere in the file, tied to a match by metavariables alone."""

from __future__ import annotations

from collections.abc import Iterator

from reread.analyzers.rules.formulas.formula import Formula, has_words
from reread.analyzers.rules.matching.bindings import EMPTY, Bindings
from reread.analyzers.rules.matching.match_context import MatchContext, merge


def joined_anywhere(bindings: Bindings, formulas: tuple[Formula, ...], scan: MatchContext) -> Iterator[Bindings]:
    """The ways in which an environment goes together with a match of each formula, wherever that is."""
    if not formulas:
        yield bindings
        return
    scan.touch(scan.root)
    first, *others = formulas
    for _, found in scan.remember((id(first), scan.root.id), lambda: _environments(first, scan)):
        merged = merge(bindings, found, scan)
        if merged is not None:
            yield from joined_anywhere(merged, tuple(others), scan)


def _environments(formula: Formula, scan: MatchContext) -> Iterator[tuple[int, Bindings]]:
    """What the matches in all of the text bind, each once, with where the first of them begins."""
    seen: list[dict[str, bytes]] = []
    entries = formula.entries()
    stack = [scan.root]
    while stack:
        node = stack.pop()
        possible = [each for each in entries if has_words(node, each.sure, scan)]
        if not possible:
            continue  # Nor can what is inside of it match.
        stack.extend(reversed(node.children))
        scan.steps = 0
        if node.is_named and any(each.kinds is None or node.type in each.kinds for each in possible):
            for match in formula.at(node, EMPTY, scan):
                texts = {name: bound.text for name, bound in match.bindings.items()}
                if texts not in seen:
                    seen.append(texts)
                    yield match.start, match.bindings
    for match in formula.in_text(scan):
        yield match.start, match.bindings
