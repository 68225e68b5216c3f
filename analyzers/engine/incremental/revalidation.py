"""Decides which records of a run are still valid after an edit."""

from __future__ import annotations

from reread.analyzers.engine.dispatch.candidates import Record, try_at
from reread.analyzers.engine.dispatch.context import RuleContext
from reread.analyzers.pattern.edit_region import Region, looked_for
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.patterns.definition_headers import HEADERS, touches_head
from reread.analyzers.syntax import Node, SyntaxTree


def revalidated(
    context: RuleContext,
    records: list[Record],
    region: Region,
    match_context: MatchContext,
    tree: SyntaxTree,
    old: SyntaxTree,
) -> list[Record]:
    """The records of nodes that the edit did not touch, moved, and tried again where it touched what they looked at."""
    still: list[Record] = []
    changed = _changed_words(old, tree, region) if any(record.words for record in records) else set()
    old_start, old_end = region.old_start, region.old_end
    for record in records:
        start, end, low, high, _, attempt, _, _, words, _ = record
        if start <= old_end and end >= old_start:
            continue
        if (low <= old_end and high >= old_start) or (words and not changed.isdisjoint(words)):
            for node in _nodes_at(_moved(record, region), match_context):
                again = try_at(context, attempt, node, match_context, tree)
                if again is not None:
                    still.append(again)
        else:
            still.append(record if high < old_start else _moved(record, region))
    return still


def _changed_words(old: SyntaxTree, tree: SyntaxTree, region: Region) -> set[bytes]:
    """The words that answers depend on of the lines that an edit changed, and whether it changed a head."""
    words = looked_for(old.document.data, region, tree.document.data)
    matching = tree.language.matching
    if matching is not None and (
        touches_head(old.root, *region.old_bytes, matching) or touches_head(tree.root, *region.new_bytes, matching)
    ):
        words.add(HEADERS)
    return words


def _moved(record: Record, region: Region) -> Record:
    start, end, low, high, kind, attempt, findings, places, words, is_lost = record
    after = start > region.old_end
    if not after and high <= region.old_end:
        return record
    distance = region.moved_bytes
    shift = distance if after else 0
    if after and region.moved and findings:
        findings = tuple(finding.moved(region.moved) for finding in findings)
    if shift and places:
        places = tuple(place.moved(shift) for place in places)
    return Record(
        start + shift, end + shift, low + shift, high + shift, kind, attempt, findings, places, words, is_lost
    )


def _nodes_at(record: Record, context: MatchContext) -> list[Node]:
    """The node that a record is about, in the new tree."""
    node = context.root.descendant_for_byte_range(record.start, record.end)
    if node is None:
        return []
    around = [
        each for each in context.ancestors(node) if each.start_byte == record.start and each.end_byte == record.end
    ]
    return [each for each in (*around, node) if each.type == record.kind]
