"""What needs no data-flow analysis: a sink that is given the very expression of a source, as in `eval(input())`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.rules.taint_spec import DEFAULT_LABEL, TaintSpec
from reread.analyzers.syntax import SyntaxTree
from reread.analyzers.taint.labelling import ActiveRule, Matched
from reread.analyzers.taint.rules import TaintRule

Places = Mapping[int, list[Matched]]
_ONLY_BY_SIDE_EFFECT = 2


def direct(
    active: list[ActiveRule], places: Places, low: int, high: int
) -> Iterator[tuple[ActiveRule, TaintSpec, Matched, Matched]]:
    """The sinks between two places (bytes) that are sources themselves, each with its rule, its spec and the source.

    Only what data-flow analysis is sure to find as well: nothing with conditions on labels, and nothing that a
    sanitizer, a propagator or a guard of the rule has matched at.
    """
    for each in active:
        options = each.rule.options
        if options.get("taint_unify_mvars") or options.get("report_source"):
            continue
        sinks = [
            (spec, place)
            for spec, place in _matched(each.rule, "sink", places)
            if low <= place.start and place.end <= high and spec.requires is None and not spec.needs
        ]
        if not sinks:
            continue
        sources = {
            (place.start, place.end): place
            for spec, place in _matched(each.rule, "source", places)
            if spec.requires is None and spec.label == DEFAULT_LABEL and spec.effect != _ONLY_BY_SIDE_EFFECT
        }
        others = [place for _, place in _matched(each.rule, "other", places)]
        for spec, place in sinks:
            source = sources.get((place.start, place.end))
            touched = any(other.start < place.end and place.start < other.end for other in others)
            if source is not None and not touched:
                yield each, spec, place, source


def is_in_doubt(tree: SyntaxTree, source: Matched) -> bool:
    """Whether the definition around a source has its expression before it as well, perhaps in a check of it.

    Doubts all that data-flow analysis may find only possible.
    """
    node = tree.root.descendant_for_byte_range(source.start, source.end)
    while node is not None and node.parent is not None and node.parent.parent is not None:
        node = node.parent
    data = tree.document.data
    return node is not None and data[source.start : source.end] in data[node.start_byte : source.start]


def _matched(rule: TaintRule, group: str, places: Places) -> Iterator[tuple[TaintSpec, Matched]]:
    """Where the specs of a group matched, without those that depend on what happens around them."""
    for number, spec in rule.group(group).specs:
        if not (spec.control or spec.at_exit):
            for place in places.get(number, ()):
                yield spec, place
