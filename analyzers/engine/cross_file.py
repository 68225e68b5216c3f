"""Taint rules across files: analyses a file with the functions of the files that it imports.

Only rules with the option `interfile` take part. A file is interpreted once more, with the summaries of
functions of other files. That adds findings and takes others away: taint reaches sinks in other files or comes from
sources there, and functions of other files sanitize.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers.engine.analysis import Analysis
from reread.analyzers.engine.cross_file_delta import NOTHING, CrossFileDelta
from reread.analyzers.engine.dispatch.context import RuleContext
from reread.analyzers.engine.incremental.state import State, match_context_of, places_of
from reread.analyzers.findings import Finding
from reread.analyzers.recent import Recent
from reread.analyzers.rules.globs import is_included
from reread.analyzers.rules.profiles import looks_at
from reread.analyzers.rules.taint_spec import TaintSpec
from reread.analyzers.taint.analysis import finding_at, layout, packed
from reread.analyzers.taint.labelling import ActiveRule, Labelling
from reread.analyzers.taint.nested_sinks import reported
from reread.analyzers.taint.rules import Group, TaintRule
from reread.analyzers.taint.taint_prefilter import Possible, TaintPrefilter, all_bits
from reread.analyzers.text import Document
from reread.analyzers.tokenize import words_of

if TYPE_CHECKING:
    from reread.analyzers.dataflow.cross_file.modules import Module, Modules
    from reread.analyzers.dataflow.cross_file.workspace import Files, SourceModule
    from reread.analyzers.dataflow.summaries.file_analysis import FileAnalysis
    from reread.analyzers.dataflow.summaries.function_units import Unit

_FAMILIES = {
    "python": ("python",),
    "javascript": ("javascript", "typescript", "tsx"),
    "typescript": ("javascript", "typescript", "tsx"),
    "tsx": ("javascript", "typescript", "tsx"),
    "go": ("go",),
    "java": ("java",),
}
"""The languages of the files that one of a language may import."""
_MOST_MATCHING = 100
_BRINGING = ("source", "sink", "propagator", "summary")
"""The kinds of specs that may bring a finding; the others only take some away."""


class CrossFileAnalysis:
    """Rules over the files of a workspace."""

    def __init__(self, context: RuleContext, files: Files, *, of_run: bool = False) -> None:
        """`of_run` where the files stay as they are and each is looked at once: what was found out about one is kept
        for those who import it.
        """
        self._context = context
        self._files = files
        self._of_run = of_run
        self._groups: dict[tuple[str, ...], _Group | None] = {}

    def delta(self, analysis: Analysis) -> CrossFileDelta:
        """The changes to the findings of an analysed file that other files cause."""
        tree, state = analysis.tree, analysis.state
        group = self._group(analysis.document.language)
        if tree is None or state is None or group is None:
            return NOTHING
        relevant = group.relevant(self._context, analysis)
        if not relevant:
            return NOTHING
        found = group.findings(analysis, relevant)
        if found is None:
            return NOTHING
        # Of a rule that was asked about a part of its sources only, nothing is wrong that it does not find now.
        rules = {self._context.rules.rules[each.rule.number].id: self._is_whole(each) for each in relevant}
        before = {(each.rule, each.span): each for each in state.taint.findings if each.rule in rules}
        after = {(each.rule, each.span): each for each in found}
        changed = {
            key for key, each in after.items() if key in before and _says_more(each, before[key], rules[each.rule])
        }
        refuted = (each for key, each in before.items() if key in changed or (key not in after and rules[each.rule]))
        new = (each for key, each in after.items() if key in changed or key not in before)
        return CrossFileDelta(tuple(new), tuple(refuted))

    def _is_whole(self, active: ActiveRule) -> bool:
        return all(rule.size == active.rule.size for rule in self._context.taint.among((active.rule.number,)))

    def trim(self, most: int, most_text: int) -> None:
        """Keeps no more files than that, nor files with more text (code points) together."""
        for group in self._groups.values():
            if group is not None and (len(group.modules) > most or group.modules.size > most_text):
                group.forget()

    def forget(self) -> None:
        """Files have changed."""
        for group in self._groups.values():
            if group is not None:
                group.modules.forget()

    def _group(self, language: str) -> _Group | None:
        family = _FAMILIES.get(language)
        if family is None:
            return None
        if family not in self._groups:
            self._groups[family] = _group(self._context, family, self._files, self._of_run)
        return self._groups[family]


def _says_more(finding: Finding, before: Finding, is_whole: bool) -> bool:
    """Whether other files make a finding more certain, or, where all of the rule was asked, less."""
    one, other = (finding.severity.rank, finding.confidence), (before.severity.rank, before.confidence)
    return one > other or (is_whole and one < other)


def _group(context: RuleContext, family: tuple[str, ...], files: Files, of_run: bool) -> _Group | None:
    numbers = sorted({number for language in family for number, _ in context.active_rules.for_language(language)})
    active_rules = [
        ActiveRule(inner, 0, 0)
        for rule in context.taint.among(tuple(numbers))
        if rule.options.get("interfile")
        and rule.options.get("taint_intrafile", context.for_taint.interprocedural)
        and (inner := _without_suspicions(rule)).origins
    ]
    return _Group(context, packed(active_rules), files, of_run) if active_rules else None


def _without_suspicions(rule: TaintRule) -> TaintRule:
    """The rule with those of its sources that count across files."""
    sources = rule.group("source")
    if all(spec.interfile for _, spec in sources.specs):
        return rule
    return rule.with_groups({"source": Group(each for each in sources.specs if each[1].interfile)})


class _Group:
    """The rules for languages whose files may import each other, each with bits that are the same in all files."""

    def __init__(self, context: RuleContext, active_rules: list[ActiveRule], files: Files, of_run: bool) -> None:
        from reread.analyzers.dataflow.cross_file.modules import Modules
        from reread.analyzers.dataflow.summaries.table import SummaryOptions

        self._context = context
        self._of_run = of_run
        self._active_rules = active_rules
        self._taint_bits = layout(active_rules, context.rules.rules)
        rules = tuple(each.rule.number for each in active_rules)
        settings = SummaryOptions(self._taint_bits, True, context.for_taint.beyond_semgrep, ("interfile", rules))
        self.modules: Modules = Modules(files, self, settings)
        self.everything = all_bits({each.shift: each.bits for each in active_rules})
        self._prefilter = TaintPrefilter(context.for_taint, active_rules)
        self._known: dict[str, tuple[Document, Possible]] = {}
        # Many files match the same few specs, most none at all.
        self._matching: Recent[tuple[int, ...], list[ActiveRule]] = Recent(_MOST_MATCHING)
        self._at_stake: dict[int, frozenset[int]] = {}
        self._silent = [each.rule.with_specs(()) for each in active_rules]

    def forget(self) -> None:
        self.modules.forget()
        self._known.clear()

    def relevant(self, context: RuleContext, analysis: Analysis) -> list[ActiveRule]:
        """The rules that speak about a file like this one."""
        place, options, language = analysis.place, context.options, analysis.document.language
        found = []
        for each in self._active_rules:
            rule = context.rules.rules[each.rule.number]
            is_heard = rule.id in options.select or looks_at(rule, options.profile, place.role)
            if is_heard and language in rule.languages and is_included(place.path, rule.include, rule.exclude):
                found.append(each)
        return found

    # What `dataflow.cross_file.modules.Rules` asks for.

    def possible_sources(self, document: Document) -> int:
        """The rules that a file may have sources of, by its words."""
        return self._possible_in(document).bits("origin")

    def _possible_in(self, document: Document, words: set[bytes] | None = None) -> Possible:
        found = self._known.get(document.path)
        if found is None or found[0] is not document:
            words = words_of(document.data) if words is None else words
            found = self._known[document.path] = (document, self._prefilter.possible(document.language, words))
        return found[1]

    def possible(self, module: SourceModule, unit: Unit) -> tuple[int, int]:
        """The rules that a function may have sources of and those that it may have sinks of, by its words."""
        by_word = self._possible_in(module.document).by_word
        sources, sinks = by_word[b""]
        for word in by_word.keys() & unit.words:
            more_sources, more_sinks = by_word[word]
            sources |= more_sources
            sinks |= more_sinks
        return sources, sinks

    def sources(self, module: SourceModule) -> dict[int, int]:
        return self._labelling(module).sources if self._find(module, "origin") else {}

    def sinks(self, module: SourceModule) -> dict[int, int]:
        return self._labelling(module).sinks if self._find(module, "sink") else {}

    def labelling(self, module: SourceModule, stake: int = 0) -> Labelling:
        for kind in ("source", "sink", "other"):
            self._find(module, kind, stake)
        return self._labelling(module, stake)

    def findings(self, analysis: Analysis, relevant: list[ActiveRule]) -> list[Finding] | None:
        """The findings of a file, with other files known; None if others make no difference."""
        from reread.analyzers.dataflow.cross_file.modules import Module

        tree, state = analysis.tree, analysis.state
        assert tree is not None and state is not None
        self.modules.begin()
        shared = self.modules.shared(tree) if self._of_run else None
        module = Module(self.modules, tree) if shared is None else shared
        try:
            self._adopt(module, state)
            incoming = self._incoming(module)
            if incoming is None and any(each.related for each in state.taint.findings):
                # Others may show that a value is harmless.
                incoming = _Incoming({}, {}, 0)
            is_other = incoming is not None and (bool(state.taint.findings) or self._may_find(module, incoming))
            return self._interpreted(module, incoming, relevant) if incoming is not None and is_other else None
        finally:
            if shared is None:
                module.release()

    def _incoming(self, module: Module) -> _Incoming | None:
        """What other files bring to a file; None if no rule has both a source and a sink by that.

        A file with neither, which only hands on to one file what comes from another, is not looked at.
        """
        from reread.analyzers.dataflow.cross_file.modules import LEVELS
        from reread.analyzers.dataflow.summaries.relevance import Relevance

        own = all_bits(module.sources)
        possible = module.calls.possible_sources_elsewhere()
        if not own:
            possible &= self._possible_in(module.document).bits("sink")
            if not possible or not possible & all_bits(module.sinks):
                return None
        sources = {id(unit): bits for unit in module.units if (bits := module.calls.source_bits_elsewhere(unit))}
        if not own and not all_bits(sources) & all_bits(module.sinks):
            return None
        reach = Relevance(module.units, _with(module.sources, sources), {}, frozenset(), calls=True)
        sinks = {id(unit): bits for unit in reach.touched() if (bits := module.calls.sink_bits_elsewhere(unit, LEVELS))}
        meets = (own | all_bits(sources)) & all_bits(sinks) or all_bits(sources) & all_bits(module.sinks)
        return _Incoming(sources, sinks, meets) if meets else None

    def _may_find(self, module: Module, incoming: _Incoming) -> bool:
        """Whether taint of the rules at stake reaches a sink when nothing sanitizes: most often it does not, which
        takes a fraction of the time to find out.
        """
        return next(self._followed(module, incoming, incoming.stake).flows(), None) is not None

    def _followed(self, module: Module, incoming: _Incoming, stake: int = 0) -> FileAnalysis:
        """The functions of a file, with those of others; see `Module.summary` for `stake`."""
        from reread.analyzers.dataflow.cross_file.known_libraries import library_names
        from reread.analyzers.dataflow.cross_file.modules import LEVELS, Elsewhere
        from reread.analyzers.dataflow.summaries.file_analysis import FileAnalysis
        from reread.analyzers.dataflow.summaries.relevance import Relevance

        labelling = module.labelling(stake)
        sources, sinks = _with(labelling.sources, incoming.sources), _with(labelling.sinks, incoming.sinks)
        if stake:
            sources, sinks = _only(sources, stake), _only(sinks, stake)
        labelled = labelling.labelled() | incoming.sources.keys() | incoming.sinks.keys()
        reach = Relevance(module.units, sources, sinks, labelled, calls=True)
        options, elsewhere = self.modules.settings, Elsewhere(module, LEVELS, stake)
        return FileAnalysis(module.tree, reach, labelling.of, options, elsewhere, library_names(module.tree))

    def _interpreted(self, module: Module, incoming: _Incoming, relevant: list[ActiveRule]) -> list[Finding]:
        file = self._followed(module, incoming)
        context, bits = self._context, self._taint_bits
        match_context = match_context_of(context, module.tree)
        numbers = {each.rule.number for each in relevant}
        found = (
            (flow, finding_at(context.for_taint, module.tree, active, flow, bits, match_context))
            for flow in file.flows()
            if (active := self._active_rules[flow.sink.rule]).rule.number in numbers
        )
        return reported(found)

    def _adopt(self, module: SourceModule, state: State) -> None:
        """What has been found in the file already, when it was looked at alone."""
        self._possible_in(module.document, state.words)
        dispatch = self._context.plans.dispatch(module.tree.language.name, state.active)
        # The places of entries that start from a regular expression are not among the records.
        fresh = set(state.active) - {plan.number for plan in dispatch.from_text} - module.tried
        module.tried |= fresh
        for record in state.records:
            if record.places and record.attempt.plan.number in fresh:
                module.places.setdefault(record.attempt.plan.number, []).extend(record.places)

    def _find(self, module: SourceModule, kind: str, stake: int = 0) -> bool:
        """Finds where the specs of a kind match, as far as that is not known; False where none does."""
        numbers = self._possible_in(module.document).numbers(kind)
        if stake:
            numbers &= self._numbers_of(stake)
        missing = numbers - module.tried
        if missing:
            module.tried |= missing
            module.places.update(places_of(self._context, module.tree, missing))
        return not numbers.isdisjoint(module.places)

    def _numbers_of(self, stake: int) -> frozenset[int]:
        """The specs that may bring rules a finding, by the bits of the rules."""
        found = self._at_stake.get(stake)
        if found is None:
            at_stake = (each.rule for each in self._active_rules if each.bits & stake)
            specs = (each for rule in at_stake for each in rule.specs)
            found = self._at_stake[stake] = frozenset(number for number, spec in specs if spec.role in _BRINGING)
        return found

    def _labelling(self, module: SourceModule, stake: int = 0) -> Labelling:
        """The labelling of a file, from the specs that match in it: most do not."""
        numbers = tuple(sorted(self._prefilter.by_number.keys() & module.places.keys()))
        if stake:
            numbers = tuple(each for each in numbers if each in self._numbers_of(stake))
        active_rules = self._matching.get(numbers, lambda: self._with_matching(numbers))
        return Labelling(module.units, active_rules, module.places, self._taint_bits.everywhere)

    def _with_matching(self, numbers: tuple[int, ...]) -> list[ActiveRule]:
        """The rules, each with those of its specs that are among some."""
        specs: dict[int, list[tuple[int, TaintSpec]]] = {}
        for number in numbers:
            for index, spec in self._prefilter.by_number[number]:
                specs.setdefault(index, []).append((number, spec))
        return [
            ActiveRule(
                each.rule.with_specs(specs[index]) if index in specs else self._silent[index], each.shift, each.bits
            )
            for index, each in enumerate(self._active_rules)
        ]


class _Incoming(NamedTuple):
    """The rules with sources and with sinks in what functions of a file may call in others, by their ids. At
    `stake` are those that have both by that.
    """

    sources: dict[int, int]
    sinks: dict[int, int]
    stake: int


def _only(bits: dict[int, int], wanted: int) -> dict[int, int]:
    return {key: each & wanted for key, each in bits.items() if each & wanted}


def _with(bits: dict[int, int], more: dict[int, int]) -> dict[int, int]:
    return {key: bits.get(key, 0) | more.get(key, 0) for key in {**bits, **more}}
