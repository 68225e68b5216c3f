"""Incremental analysis: the results for a document, so that an edit reruns rules only in its surroundings.

A `Record` is one node at which a rule was tried with a result that matters: it was found to match, or the answer took
a look outside the node (`low` to `high`). After an edit, the records whose node or outlook the edit touched run
again; all other ones are moved. Where nothing is recorded, a rule was tried in vain and only on the node's own text.

In a long file one line can concern thousands of places. What is far from it waits, as the data-flow analysis does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reread.analyzers.engine.dispatch.candidates import Record, try_all, try_names
from reread.analyzers.engine.dispatch.context import RuleContext
from reread.analyzers.engine.dispatch.dispatch import Dispatch
from reread.analyzers.engine.incremental.revalidation import made_valid, revalidated
from reread.analyzers.engine.place import DocumentPlace
from reread.analyzers.findings import Finding
from reread.analyzers.languages.import_kinds import ImportedName
from reread.analyzers.pattern.bindings import TooManySteps
from reread.analyzers.pattern.edit_region import Region, in_region, region_of, touches, words_on_lines
from reread.analyzers.pattern.matching.budget import NOTHING as NONE_GIVEN_UP
from reread.analyzers.pattern.matching.budget import Budget
from reread.analyzers.pattern.matching.match_context import GIVEN_UP, MatchContext
from reread.analyzers.pattern.matching.names import Imports
from reread.analyzers.pattern.prefilter.requirement import is_met
from reread.analyzers.pattern.regex.allowance import granted
from reread.analyzers.pattern.regex.regex_cache import NOTHING, Searched, Searches
from reread.analyzers.rules.reporting.report import finding_of
from reread.analyzers.syntax import Node, SyntaxTree
from reread.analyzers.taint.analysis import EMPTY, Matched, TaintState, analysed, place_of
from reread.analyzers.text import Span, TextChange
from reread.analyzers.tokenize import words_of

_SECONDS = 0.03
"""Processor time that an edit takes for what it does not touch itself."""

_LONG = 30_000
"""Bytes of a file that is not gone through while somebody types."""


class ImportRecord(NamedTuple):
    """An import, in bytes, and the names it brings in."""

    start: int
    end: int
    names: tuple[ImportedName, ...]


class Entries(NamedTuple):
    """The numbers of all entries tried, and the results of those not tried before."""

    numbers: tuple[int, ...]
    records: list[Record]


class State(NamedTuple):
    """`words` may hold more than the text does, and less only of words that no rule asks for.

    `from_text` are the findings of regular expressions, `given_up` the numbers of rules with expressions that took too
    long somewhere, with those, `slow` those of rules that have taken long, `lost` those that are tried in vain at some
    place, `searched` what regular expressions found. `untried` are those of rules and entries that were tried only
    where edits were since they became active, if at all. One that is `outdated` has to be made anew.
    """

    words: set[bytes]
    active: tuple[int, ...]
    imports: tuple[ImportRecord, ...]
    records: list[Record]
    from_text: tuple[Finding, ...]
    taint: TaintState = EMPTY
    given_up: Mapping[int, str] = NONE_GIVEN_UP
    searched: Searched = NOTHING
    slow: frozenset[int] = frozenset()
    lost: frozenset[int] = frozenset()
    untried: frozenset[int] = frozenset()
    outdated: bool = False

    def with_entries(self, entries: Entries) -> State:
        """The state with entries of taint rules that were tried in the whole document."""
        return self._replace(active=entries.numbers, records=self.records + entries.records)

    def rested(self) -> State:
        """The results, without the data that only another run needs."""
        records = [each for each in self.records if each.findings or each.places]
        return self._replace(records=records, taint=self.taint.rested(), searched=NOTHING)

    def findings(self) -> list[Finding]:
        """All findings, each once, in no particular order."""
        found = [finding for record in self.records for finding in record.findings]
        found += self.from_text
        found += self.taint.findings
        return list({(each.rule, each.span, each.message): each for each in found}.values())


def run(context: RuleContext, tree: SyntaxTree, place: DocumentPlace, *, follow: bool = True) -> State:
    """All rules over the whole document; without `follow` its taint may be pending."""
    data = tree.document.data
    words = words_of(data)
    active = context.active_rules.active(tree.language.name, place, words, data)
    dispatch = context.plans.dispatch(tree.language.name, active)
    nodes, import_nodes = dispatch.candidates(tree.root, None)
    imports = _import_records(import_nodes, tree)
    match_context = _new_context(tree, imports)
    records = try_all(context, dispatch, nodes, match_context, tree)
    records += try_names(context, dispatch, None, match_context, tree)
    state = State(words, active, imports, records, ())
    if follow:
        return _settled(context, dispatch, state, match_context, tree)
    unfinished = not context.taint.needed(active, _matched(dispatch, records), words).issubset(active)
    return _found(
        context, state, match_context, tree, TextChange(Span(0, 0), tree.document.text), unfinished=unfinished
    )


def rerun(
    context: RuleContext,
    old: SyntaxTree,
    state: State,
    change: TextChange,
    tree: SyntaxTree,
    place: DocumentPlace,
    *,
    follow: bool = True,
) -> State:
    """The state after an edit, from the state before; without `follow` its taint may stay pending."""
    region = region_of(old, change, tree)
    # A quotation mark that is not closed yet makes something else of all that follows.
    if outdated := state.outdated or region.new_end - region.new_start > _LONG:
        if follow:
            return run(context, tree, place)
        region = region_of(old, change, tree, of_text=True)
    data, language, words, active = tree.document.data, tree.language.name, state.words, state.active
    fresh = words_on_lines(data, region.new_start, region.new_end) - words
    if context.active_rules.asks_for(language, active, fresh, words) or _brings_text(
        context, language, active, region, data
    ):
        words = words | words_of(data)
        active = context.active_rules.active(language, place, words, data)
        active = tuple(sorted({*active, *state.active}))
    dispatch = context.plans.dispatch(language, active)
    nodes, import_nodes = dispatch.candidates(tree.root, region.around)
    untouched = tuple(
        _moved_import(each, region) for each in state.imports if not touches(each.start, each.end, region)
    )
    touched = _import_records([node for node in import_nodes if in_region(node, region)], tree)
    imports = tuple(sorted((*untouched, *touched)))
    match_context = _new_context(tree, imports)
    match_context.budget = Budget(state.given_up, state.slow)
    match_context.searches = Searches(data, state.searched, region)
    same_names = [each.names for each in imports] == [each.names for each in state.imports]
    if not same_names and not match_context.imports.same_as(_names(state.imports)):
        if follow or len(data) < _LONG:
            return run(context, tree, place, follow=follow)
        outdated = True
    untried = state.untried | _newly_active(context, state, active, language)
    seconds = 0.0 if follow else _SECONDS
    records = revalidated(context, state.records, region, match_context, tree, old, seconds)
    records += try_all(context, dispatch, [node for node in nodes if in_region(node, region)], match_context, tree)
    records += try_names(context, dispatch, region, match_context, tree)
    state = state._replace(
        words=words, active=active, imports=imports, records=records, untried=untried, outdated=outdated
    )
    if follow:
        return _settled(context, dispatch, state, match_context, tree)
    if untried and len(data) < _LONG:
        state = _caught_up(context, state, match_context, tree)
    # What else taint rules need now is tried in all of the text with the data-flow analysis.
    entries = _entries(context, dispatch, state, match_context, tree, region)
    unfinished = outdated or bool(state.untried) or any(each.is_stale for each in state.records)
    return _found(context, state, match_context, tree, change, entries, unfinished=unfinished)


def followed(context: RuleContext, tree: SyntaxTree, state: State, place: DocumentPlace) -> State:
    """The state of the same text with its data-flow analysis done, where that is pending. No rule is tried twice,
    unless the state is outdated.
    """
    if state.outdated:
        return run(context, tree, place)
    match_context = _new_context(tree, state.imports)
    match_context.budget = Budget(state.given_up, state.slow)
    match_context.searches = Searches.of_same_text(tree.document.data, state.searched)
    dispatch = context.plans.dispatch(tree.language.name, state.active)
    return _settled(context, dispatch, state, match_context, tree)


def _settled(
    context: RuleContext, dispatch: Dispatch, state: State, match_context: MatchContext, tree: SyntaxTree
) -> State:
    """The state with all tried that waited, and its data-flow analysis done."""
    state = _caught_up(context, state, match_context, tree)
    entries = _entries(context, dispatch, state, match_context, tree)
    return _found(context, state.with_entries(entries), match_context, tree)


def _caught_up(context: RuleContext, state: State, match_context: MatchContext, tree: SyntaxTree) -> State:
    """The state with all tried that edits left for later."""
    records, untried = state.records, state.untried
    if untried:
        records = [each for each in records if each.attempt.plan.number not in untried]
    records = made_valid(context, records, match_context, tree)
    if untried:
        dispatch = context.plans.dispatch(tree.language.name, tuple(sorted(untried)))
        nodes, _ = dispatch.candidates(tree.root, None)
        records = records + try_all(context, dispatch, nodes, match_context, tree)
        records += try_names(context, dispatch, None, match_context, tree)
    return state._replace(records=records, untried=frozenset())


def places_of(context: RuleContext, tree: SyntaxTree, numbers: Iterable[int]) -> dict[int, list[Matched]]:
    """Where entries of taint rules match in a document, by their numbers."""
    dispatch = context.plans.dispatch(tree.language.name, tuple(sorted(numbers)))
    nodes, import_nodes = dispatch.candidates(tree.root, None)
    match_context = _new_context(tree, _import_records(import_nodes, tree))
    records = try_all(context, dispatch, nodes, match_context, tree)
    records += try_names(context, dispatch, None, match_context, tree)
    _, places = _from_text(context, dispatch, match_context, tree)
    for record in records:
        if record.places:
            places.setdefault(record.attempt.plan.number, []).extend(record.places)
    return places


def match_context_of(context: RuleContext, tree: SyntaxTree) -> MatchContext:
    """A document to look at, with the names that it imports."""
    _, import_nodes = context.plans.dispatch(tree.language.name, ()).candidates(tree.root, None)
    return _new_context(tree, _import_records(import_nodes, tree))


def _matched(dispatch: Dispatch, records: list[Record]) -> set[int]:
    """The numbers of the entries of taint rules that matched, or may since they are about text."""
    found = {plan.number for plan in dispatch.from_text if plan.rule is None}
    found.update(record.attempt.plan.number for record in records if record.places)
    return found


def _entries(
    context: RuleContext,
    dispatch: Dispatch,
    state: State,
    match_context: MatchContext,
    tree: SyntaxTree,
    region: Region | None = None,
) -> Entries:
    """Tries what else taint rules need now that sinks were found, in the whole document or in a region of it."""
    active, words = state.active, state.words
    matched = _matched(dispatch, state.records)
    tried = set(active)
    byte_range = None if region is None else region.around
    added: list[Record] = []
    while missing := context.taint.needed(active, matched, words) - tried:
        tried |= missing
        more = context.plans.dispatch(tree.language.name, tuple(sorted(missing)))
        nodes, _ = more.candidates(tree.root, byte_range)
        found = try_all(
            context, more, [node for node in nodes if region is None or in_region(node, region)], match_context, tree
        )
        found += try_names(context, more, region, match_context, tree)
        matched.update(record.attempt.plan.number for record in found if record.places)
        matched.update(plan.number for plan in more.from_text)
        added += found
    return Entries(active if len(tried) == len(active) else tuple(sorted(tried)), added)


def _found(
    context: RuleContext,
    state: State,
    match_context: MatchContext,
    tree: SyntaxTree,
    later: TextChange | None = None,
    here: Entries | None = None,
    *,
    unfinished: bool = False,
) -> State:
    """What comes of the records: texts are searched, and taint is followed from the places of sources.

    With `later` only where the edit has all of it itself, by what it found `here`, which is not kept. While it is
    `unfinished`, more is to be tried before the data-flow analysis.
    """
    numbers, more = (state.active, []) if here is None else here
    from_text, places = _from_text(context, context.plans.dispatch(tree.language.name, numbers), match_context, tree)
    budget = match_context.budget
    lost: dict[int, list[Matched]] = {number: [] for number in budget.lost}
    for record in (*state.records, *more):
        if record.places:
            places.setdefault(record.attempt.plan.number, []).extend(record.places)
        if record.is_lost:
            lost.setdefault(record.attempt.plan.number, []).append(Matched(record.start, record.end, (), True))
    unfinished = unfinished or len(numbers) > len(state.active)
    taint = analysed(
        context.for_taint, tree, state.active, places, state.taint, match_context, later, lost, unfinished=unfinished
    )
    searched = match_context.searches.retained()
    return state._replace(
        from_text=from_text,
        taint=taint,
        given_up=budget.given_up,
        searched=searched,
        slow=frozenset(budget.slow),
        lost=frozenset(lost),
    )


def _new_context(tree: SyntaxTree, imports: tuple[ImportRecord, ...]) -> MatchContext:
    return MatchContext(tree.document.data, tree.root, tree.language, _names(imports))


def _names(imports: tuple[ImportRecord, ...]) -> Imports:
    places = ((name, path, each.start) for each in imports for name, path in each.names)
    return Imports((name for each in imports for name in each.names), places)


def _import_records(nodes: list[Node], tree: SyntaxTree) -> tuple[ImportRecord, ...]:
    matching = tree.language.matching
    if matching is None or matching.imports.names is None:
        return ()
    found = []
    for node in nodes:
        if not node.has_error:
            names = tuple(matching.imports.names(node, tree.text))
            if names:
                found.append(ImportRecord(node.start_byte, node.end_byte, names))
    return tuple(sorted(found))


def _from_text(
    context: RuleContext, dispatch: Dispatch, match_context: MatchContext, tree: SyntaxTree
) -> tuple[tuple[Finding, ...], dict[int, list[Matched]]]:
    """The findings of rules that start from a regular expression, and the places of such entries of taint rules."""
    findings: list[Finding] = []
    places: dict[int, list[Matched]] = {}
    for plan in dispatch.from_text:
        match_context.begin(match_context.root, folds=plan.folds, compares_values=plan.compares_values)
        with granted(None if plan.is_builtin else match_context.budget.allowance(plan.number)):
            try:
                matches = list(plan.formula.most_in_text(match_context))
                if plan.rule is None:
                    places[plan.number] = [place_of(match, match_context) for match in matches]
                else:
                    severity = context.severity(plan.rule)
                    findings += [
                        finding_of(plan.rule, each, tree.document, severity, match_context) for each in matches
                    ]
            except TooManySteps:
                match_context.words |= {GIVEN_UP}
        if GIVEN_UP in match_context.words:
            match_context.budget.lost.add(plan.number)
    return tuple(findings), places


def _brings_text(context: RuleContext, language: str, active: tuple[int, ...], region: Region, data: bytes) -> bool:
    """Whether the edit made a text that a rule asks for which was not active: `a-b` of `a b` has no new word."""
    return any(
        not numbers.issubset(active)
        for text, numbers in context.active_rules.textual(language).items()
        if data.find(text, max(0, region.new_start - len(text)), region.new_end + len(text)) >= 0
    )


def _moved_import(record: ImportRecord, region: Region) -> ImportRecord:
    if record.start <= region.old_end:
        return record
    return record._replace(start=record.start + region.moved_bytes, end=record.end + region.moved_bytes)


def _newly_active(context: RuleContext, state: State, active: tuple[int, ...], language: str) -> frozenset[int]:
    """Rules for which the file has only now all that they require, and which may match in the rest of the file.

    Not one whose candidates themselves must hold a word that is new: they are all in the region.
    """
    local = {number: context.plans.local_words(number, language) for number in set(active).difference(state.active)}
    return frozenset(number for number, words in local.items() if words is not None and is_met(words, state.words, b""))
