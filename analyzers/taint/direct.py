"""What needs no following of values: a sink that is given the very expression of a source, as in `eval(input())`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.taint.labelling import ActiveRule, Matched
from reread.analyzers.taint.rules import DEFAULT_LABEL, Entry, TaintRule

Places = Mapping[int, list[Matched]]
_ONLY_BY_SIDE_EFFECT = 2


def direct(
    active: list[ActiveRule], places: Places, low: int, high: int
) -> Iterator[tuple[ActiveRule, Entry, Matched, Matched]]:
    """The sinks between two places (bytes) that are sources themselves, each with its rule, its entry and the source.

    Only what following values is sure to find as well: nothing with conditions on labels, and nothing that a sanitizer,
    a propagator or a guard of the rule has matched at.
    """
    for each in active:
        options = each.rule.options
        if options.get("taint_unify_mvars") or options.get("report_source"):
            continue
        sinks = [
            (entry, place)
            for entry, place in _matched(each.rule, "sink", places)
            if low <= place.start and place.end <= high and entry.requires is None and not entry.needs
        ]
        if not sinks:
            continue
        sources = {
            (place.start, place.end): place
            for entry, place in _matched(each.rule, "source", places)
            if entry.requires is None and entry.label == DEFAULT_LABEL and entry.effect != _ONLY_BY_SIDE_EFFECT
        }
        others = [place for _, place in _matched(each.rule, "other", places)]
        for entry, place in sinks:
            source = sources.get((place.start, place.end))
            touched = any(other.start < place.end and place.start < other.end for other in others)
            if source is not None and not touched:
                yield each, entry, place, source


def _matched(rule: TaintRule, group: str, places: Places) -> Iterator[tuple[Entry, Matched]]:
    """Where the entries of a group matched, without those that depend on what happens around them."""
    for number, entry in rule.group(group).entries:
        if group == "other" or not entry.flag:
            for place in places.get(number, ()):
                yield entry, place
