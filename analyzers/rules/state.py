"""What a run of the rules over one document found, kept so that after an edit only the neighbourhood runs again.

A `Record` is one node at which a rule was tried with a result that matters: it was found to match, or the answer took
a look outside of the node (`low` to `high`). After an edit, the records whose node or outlook the edit touched run
again; all other ones are moved. Where nothing is recorded, a rule was tried in vain and only on the node's own text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers.findings import Finding
from reread.analyzers.languages.table import ImportedName
from reread.analyzers.rules.budget import Budget
from reread.analyzers.rules.dispatch import Dispatch
from reread.analyzers.rules.heads import HEADS, touches_head
from reread.analyzers.rules.names import Imports
from reread.analyzers.rules.region import Region, in_region, looked_for, region_of, touches, words_on_lines
from reread.analyzers.rules.report import finding_of
from reread.analyzers.rules.scan import Scan, TooManySteps
from reread.analyzers.rules.searches import NOTHING, Searched, Searches
from reread.analyzers.rules.taint import EMPTY, Matched, TaintState, analysed, place_of
from reread.analyzers.rules.trying import Record, try_all, try_at, try_names
from reread.analyzers.rules.words import is_met, words_of
from reread.analyzers.syntax import Node, SyntaxTree
from reread.analyzers.text import Change, Span

if TYPE_CHECKING:
    from reread.analyzers.rules.engine import Engine, Place


class ImportRecord(NamedTuple):
    """An import, in bytes, and the names it brings in."""

    start: int
    end: int
    names: tuple[ImportedName, ...]


class State(NamedTuple):
    """`words` may hold more than the text does, and less only of words that no rule asks for.

    `from_text` are the findings of regular expressions, `stopped` the numbers of rules that took too long,
    `searched` what regular expressions found.
    """

    words: set[bytes]
    active: tuple[int, ...]
    imports: tuple[ImportRecord, ...]
    records: list[Record]
    from_text: tuple[Finding, ...]
    taint: TaintState = EMPTY
    stopped: frozenset[int] = frozenset()
    searched: Searched = NOTHING

    def findings(self) -> list[Finding]:
        """All findings, each once, in no particular order."""
        found = [finding for record in self.records for finding in record.findings]
        found += self.from_text
        found += self.taint.findings
        return list({(each.rule, each.span, each.message): each for each in found}.values())


def run(engine: Engine, tree: SyntaxTree, place: Place, *, follow: bool = True) -> State:
    """All rules over the whole document; without `follow` its taint may be pending."""
    data = tree.document.data
    words = words_of(data)
    active = engine.active(tree.language.name, place, words, data)
    dispatch = engine.dispatch(tree.language.name, active)
    nodes, import_nodes = dispatch.candidates(tree.root, None)
    imports = _import_records(import_nodes, tree)
    scan = _scan(tree, imports)
    records = try_all(engine, dispatch, nodes, scan, tree)
    records += try_names(engine, dispatch, None, scan, tree)
    active = _with_entries(engine, dispatch, active, records, words, scan, tree)
    dispatch = engine.dispatch(tree.language.name, active)
    later = None if follow else Change(Span(0, 0), tree.document.text)
    return _state(engine, dispatch, words, imports, records, scan, tree, active, EMPTY, later)


def rerun(
    engine: Engine,
    old: SyntaxTree,
    state: State,
    change: Change,
    tree: SyntaxTree,
    place: Place,
    *,
    follow: bool = True,
) -> State:
    """The state after an edit, from the state before; without `follow` its taint may stay pending."""
    region = region_of(old, change, tree)
    data = tree.document.data
    language = tree.language.name
    words, active = state.words, state.active
    fresh = words_on_lines(data, region.new_start, region.new_end) - words
    if engine.asks_for(language, active, fresh) or _brings_text(engine, language, active, region, data):
        words = words | words_of(data)
        active = engine.active(language, place, words, data)
        active = tuple(sorted({*active, *state.active}))
    dispatch = engine.dispatch(language, active)
    around = (max(0, region.new_start - 1), region.new_end + 2)
    nodes, import_nodes = dispatch.candidates(tree.root, around)
    kept = tuple(_moved_import(each, region) for each in state.imports if not touches(each.start, each.end, region))
    touched = _import_records([node for node in import_nodes if in_region(node, region)], tree)
    imports = tuple(sorted((*kept, *touched)))
    scan = _scan(tree, imports)
    scan.budget = Budget(state.stopped)
    scan.searches = Searches(data, state.searched, region)
    same_names = [each.names for each in imports] == [each.names for each in state.imports]
    if not same_names and not scan.imports.same_as(_names(state.imports)):
        return run(engine, tree, place, follow=follow)
    records = _kept(engine, state.records, region, scan, tree, old)
    records += try_all(engine, dispatch, [node for node in nodes if in_region(node, region)], scan, tree)
    records += try_names(engine, dispatch, region, scan, tree)
    if active != state.active:
        records += _newly_active(engine, state, active, region, scan, tree)
    tried = active
    active = _with_entries(engine, dispatch, active, records, words, scan, tree)
    if active != tried:
        dispatch = engine.dispatch(language, active)
    later = None if follow else change
    return _state(engine, dispatch, words, imports, records, scan, tree, active, state.taint, later)


def places_of(engine: Engine, tree: SyntaxTree, numbers: Iterable[int]) -> dict[int, list[Matched]]:
    """Where entries of taint rules match in a document, by their numbers."""
    dispatch = engine.dispatch(tree.language.name, tuple(sorted(numbers)))
    nodes, import_nodes = dispatch.candidates(tree.root, None)
    scan = _scan(tree, _import_records(import_nodes, tree))
    records = try_all(engine, dispatch, nodes, scan, tree)
    records += try_names(engine, dispatch, None, scan, tree)
    _, places = _from_text(engine, dispatch, scan, tree)
    for record in records:
        if record.places and record.attempt.plan.number not in scan.budget.stopped:
            places.setdefault(record.attempt.plan.number, []).extend(record.places)
    return places


def scan_of(engine: Engine, tree: SyntaxTree) -> Scan:
    """A document to look at, with the names that it imports."""
    _, import_nodes = engine.dispatch(tree.language.name, ()).candidates(tree.root, None)
    return _scan(tree, _import_records(import_nodes, tree))


def _with_entries(
    engine: Engine,
    dispatch: Dispatch,
    active: tuple[int, ...],
    records: list[Record],
    words: set[bytes],
    scan: Scan,
    tree: SyntaxTree,
) -> tuple[int, ...]:
    """Tries what else taint rules need now that sinks were found, in the whole document, and adds it to the records.

    Gives the numbers of all that has been tried.
    """
    matched = {plan.number for plan in dispatch.from_text if plan.rule is None}
    matched.update(record.attempt.plan.number for record in records if record.places)
    tried = set(active)
    while missing := engine.needed(active, matched, words) - tried:
        tried |= missing
        more = engine.dispatch(tree.language.name, tuple(sorted(missing)))
        nodes, _ = more.candidates(tree.root, None)
        found = try_all(engine, more, nodes, scan, tree)
        found += try_names(engine, more, None, scan, tree)
        matched.update(record.attempt.plan.number for record in found if record.places)
        matched.update(plan.number for plan in more.from_text)
        records += found
    return active if len(tried) == len(active) else tuple(sorted(tried))


def _state(
    engine: Engine,
    dispatch: Dispatch,
    words: set[bytes],
    imports: tuple[ImportRecord, ...],
    records: list[Record],
    scan: Scan,
    tree: SyntaxTree,
    active: tuple[int, ...],
    previous: TaintState,
    later: Change | None = None,
) -> State:
    """What comes of the records: texts are searched, and taint is followed from the places of sources."""
    from_text, places = _from_text(engine, dispatch, scan, tree)
    if scan.budget.stopped:
        records = [record for record in records if record.attempt.plan.number not in scan.budget.stopped]
    for record in records:
        if record.places:
            places.setdefault(record.attempt.plan.number, []).extend(record.places)
    taint = analysed(engine, tree, active, places, previous, scan, later)
    stopped = frozenset(scan.budget.stopped)
    return State(words, active, imports, records, from_text, taint, stopped, scan.searches.kept())


def _scan(tree: SyntaxTree, imports: tuple[ImportRecord, ...]) -> Scan:
    return Scan(tree.document.data, tree.root, tree.language, _names(imports))


def _names(imports: tuple[ImportRecord, ...]) -> Imports:
    return Imports(name for each in imports for name in each.names)


def _import_records(nodes: list[Node], tree: SyntaxTree) -> tuple[ImportRecord, ...]:
    matching = tree.language.matching
    if matching is None or matching.import_names is None:
        return ()
    found = []
    for node in nodes:
        if not node.has_error:
            names = tuple(matching.import_names(node, tree.text))
            if names:
                found.append(ImportRecord(node.start_byte, node.end_byte, names))
    return tuple(sorted(found))


def _from_text(
    engine: Engine, dispatch: Dispatch, scan: Scan, tree: SyntaxTree
) -> tuple[tuple[Finding, ...], dict[int, list[Matched]]]:
    """The findings of rules that start from a regular expression, and the places of such entries of taint rules."""
    findings: list[Finding] = []
    places: dict[int, list[Matched]] = {}
    for plan in dispatch.from_text:
        scan.begin(scan.root, folds=plan.folds)
        try:
            matches = list(plan.formula.in_text(scan))
        except TooManySteps:
            continue
        if plan.rule is None:
            places[plan.number] = [place_of(match, scan) for match in matches]
            continue
        severity = engine.severity(plan.rule)
        findings += (finding_of(plan.rule, match, tree.document, severity, scan) for match in matches)
    return tuple(findings), places


def _brings_text(engine: Engine, language: str, active: tuple[int, ...], region: Region, data: bytes) -> bool:
    """Whether the edit made a text that a rule asks for which was not active: `a-b` of `a b` has no new word."""
    return any(
        text in data[max(0, region.new_start - len(text)) : region.new_end + len(text)]
        for number, texts in engine.textual(language)
        if number not in active
        for text in texts
    )


def _moved_import(record: ImportRecord, region: Region) -> ImportRecord:
    if record.start <= region.old_end:
        return record
    return record._replace(start=record.start + region.moved_bytes, end=record.end + region.moved_bytes)


def _kept(
    engine: Engine, records: list[Record], region: Region, scan: Scan, tree: SyntaxTree, old: SyntaxTree
) -> list[Record]:
    """The records of nodes that the edit did not touch, moved, and tried again where it touched what they looked at."""
    kept: list[Record] = []
    words = _changed_words(old, tree, region) if any(record.words for record in records) else set()
    old_start, old_end = region.old_start, region.old_end
    for record in records:
        if record.start <= old_end and record.end >= old_start:
            continue
        moved = moved_record(record, region)
        if (record.low <= old_end and record.high >= old_start) or not words.isdisjoint(record.words):
            for node in _nodes_at(moved, scan):
                again = try_at(engine, record.attempt, node, scan, tree)
                if again is not None:
                    kept.append(again)
        else:
            kept.append(moved)
    return kept


def _changed_words(old: SyntaxTree, tree: SyntaxTree, region: Region) -> set[bytes]:
    """The words that answers depend on of the lines that an edit changed, and whether it changed a head."""
    words = looked_for(old.document.data, region, tree.document.data)
    matching = tree.language.matching
    if matching is not None and (
        touches_head(old.root, *region.old_bytes, matching) or touches_head(tree.root, *region.new_bytes, matching)
    ):
        words.add(HEADS)
    return words


def moved_record(record: Record, region: Region) -> Record:
    start, end, low, high, kind, attempt, findings, places, words = record
    after = start > region.old_end
    if not after and high <= region.old_end:
        return record
    distance = region.moved_bytes
    shift = distance if after else 0
    if after and region.moved and findings:
        findings = tuple(finding.moved(region.moved) for finding in findings)
    if shift and places:
        places = tuple(place.moved(shift) for place in places)
    return Record(start + shift, end + shift, low + shift, high + shift, kind, attempt, findings, places, words)


def _nodes_at(record: Record, scan: Scan) -> list[Node]:
    """The node that a record is about, in the new tree."""
    node = scan.root.descendant_for_byte_range(record.start, record.end)
    if node is None:
        return []
    around = [each for each in scan.ancestors(node) if each.start_byte == record.start and each.end_byte == record.end]
    return [each for each in (*around, node) if each.type == record.kind]


def _newly_active(
    engine: Engine, state: State, active: tuple[int, ...], region: Region, scan: Scan, tree: SyntaxTree
) -> list[Record]:
    """Rules for which the file has only now all that they require, over the rest of the file.

    Not needed for a rule whose candidates themselves must hold a word that is new: they are all in the region.
    """
    language = tree.language.name
    fresh = []
    for number in set(active).difference(state.active):
        local = engine.local_words(number, language)
        if local is not None and is_met(local, state.words, b""):
            fresh.append(number)
    if not fresh:
        return []
    dispatch = engine.dispatch(language, tuple(sorted(fresh)))
    nodes, _ = dispatch.candidates(tree.root, None)
    records = try_all(engine, dispatch, [node for node in nodes if not in_region(node, region)], scan, tree)
    for node, attempts in dispatch.named(scan, None):
        if not in_region(node, region):
            found = (try_at(engine, attempt, node, scan, tree) for attempt in attempts)
            records += (record for record in found if record is not None)
    return records
