"""Decides which records of a run are still valid after an edit.

What the edit touched is tried again at once. The rest of what it may concern, which can be all of a long file, is tried
for as long as typing can wait for it; what is left is stale until the data-flow analysis, which comes after a pause.
"""

from __future__ import annotations

from time import thread_time

from reread.analyzers.engine.dispatch.candidates import Record, try_at
from reread.analyzers.engine.dispatch.context import RuleContext
from reread.analyzers.pattern.edit_region import Region, lines_around, looked_for
from reread.analyzers.pattern.matching.match_context import MatchContext, given_word
from reread.analyzers.pattern.patterns.definition_headers import HEADERS, touches_head
from reread.analyzers.syntax import Node, SyntaxTree

_FAR = 30_000
"""Bytes of code. Even one place that depends on more takes longer than typing can wait."""


def revalidated(
    context: RuleContext,
    records: list[Record],
    region: Region,
    match_context: MatchContext,
    tree: SyntaxTree,
    old: SyntaxTree,
    seconds: float,
) -> list[Record]:
    """The records of nodes that the edit did not touch, moved. Those of which it touched what they looked at are tried
    again for so many seconds, those first that looked at least; the rest is stale.
    """
    still: list[Record] = []
    concerned: list[Record] = []
    looked_at = {record.words for record in records}
    changed = _changed_words(old, tree, region) if any(looked_at) else set()
    changed |= _changed_answers(changed, frozenset().union(*looked_at), match_context, old, region)
    old_start, old_end = region.old_start, region.old_end
    for record in records:
        if record.start <= old_end and record.end >= old_start:
            continue
        low, high, words = record.low, record.high, record.words
        if record.is_stale or (low <= old_end and high >= old_start) or (words and not changed.isdisjoint(words)):
            concerned.append(record)
        else:
            still.append(record if high < old_start else _moved(record, region))
    concerned.sort(key=_outlook)
    until = thread_time() + seconds
    for done, record in enumerate(concerned):
        if thread_time() >= until or (seconds and _outlook(record) > _FAR):
            still += [_stale(each, region, old) for each in concerned[done:]]
            break
        still += _tried_again(context, _moved(record, region), match_context, tree)
    return still


def _outlook(record: Record) -> int:
    return record.high - record.low


def made_valid(
    context: RuleContext, records: list[Record], match_context: MatchContext, tree: SyntaxTree
) -> list[Record]:
    """The records with stale ones tried again."""
    if not any(each.is_stale for each in records):
        return records
    return [
        found
        for each in records
        for found in (_tried_again(context, each, match_context, tree) if each.is_stale else (each,))
    ]


def _tried_again(context: RuleContext, record: Record, match_context: MatchContext, tree: SyntaxTree) -> list[Record]:
    """What comes of a record of the same text when it is tried again."""
    found = (try_at(context, record.attempt, node, match_context, tree) for node in _nodes_at(record, match_context))
    return [each for each in found if each is not None]


def _stale(record: Record, region: Region, old: SyntaxTree) -> Record:
    """The record, moved, with those of its matches that are on its side of the edit."""
    findings, places = record.findings, record.places
    after = record.start > region.old_end
    if findings:
        edge = old.document.lines.code_point(region.old_end if after else max(0, region.old_start))
        findings = tuple(each for each in findings if (each.span.start > edge if after else each.span.end < edge))
    if places:
        edge = region.old_end if after else region.old_start
        places = tuple(each for each in places if (each.start > edge if after else each.end < edge))
    return _moved(record._replace(findings=findings, places=places, is_stale=True), region)


def _changed_words(old: SyntaxTree, tree: SyntaxTree, region: Region) -> set[bytes]:
    """The words that answers depend on of the lines that an edit changed, and whether it changed a head."""
    words = looked_for(old.document.data, region, tree.document.data)
    matching = tree.language.matching
    if matching is not None and (
        touches_head(old.root, *region.old_bytes, matching) or touches_head(tree.root, *region.new_bytes, matching)
    ):
        words.add(HEADERS)
    return words


def _changed_answers(
    changed: set[bytes], words: frozenset[bytes], context: MatchContext, old: SyntaxTree, region: Region
) -> set[bytes]:
    """What was found out of the changed words, whether the file gives each a value, and is different now."""
    given = {word for word in changed if given_word(word, is_given=True) in words}
    not_given = {word for word in changed if given_word(word, is_given=False) in words}
    if not given and not not_given:
        return set()
    from reread.analyzers.constants.propagation import constants

    before = constants(old.document.data, old.root, old.language)
    if before is None or (after := context.known_constants()) is None:
        return set()
    lines = lines_around(old.document.data, region.old_start, region.old_end)
    lines_now = lines_around(context.data, region.new_start, region.new_end)
    places = {
        word: (before.given_between(word, *lines), after.given_between(word, *lines_now)) for word in given | not_given
    }
    # What is given a value elsewhere stays so: the whole file is looked at only where less of it is on these lines.
    lost = {word for word in given if _is_less(*places[word]) and not after.is_given(word)}
    found = {word for word in not_given if places[word][0] != places[word][1] and after.is_given(word)}
    return {given_word(word, is_given=True) for word in lost} | {given_word(word, is_given=False) for word in found}


def _is_less(before: tuple[int, int], after: tuple[int, int]) -> bool:
    return after[0] < before[0] or after[1] < before[1]


def _moved(record: Record, region: Region) -> Record:
    start, end, low, high, kind, attempt, findings, places, words, is_lost, is_stale = record
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
        *(start + shift, end + shift, low + shift, high + shift, kind, attempt, findings, places, words, is_lost),
        is_stale,
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
