"""`reread rules bench`: measures the time that each rule takes over files, slowest first."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from time import perf_counter
from typing import Any, NamedTuple, TypeVar

from reread.analyzers.engine.dispatch.active_rules import ActiveRules
from reread.analyzers.engine.dispatch.context import RuleContext
from reread.analyzers.engine.dispatch.plans import Plans
from reread.analyzers.engine.engine import Engine
from reread.analyzers.engine.place import DocumentPlace
from reread.analyzers.findings import Finding
from reread.analyzers.pattern.bindings import Bindings
from reread.analyzers.pattern.formulas.formula import EntryPoint, Formula, Match, Matches
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import Requirement
from reread.analyzers.roles import Role
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.profiles import Profile
from reread.analyzers.rules.rule import Rule
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.shown.terminal import printable
from reread.analyzers.syntax import Node, parse
from reread.analyzers.taint.rules import TaintRule, TaintRules
from reread.analyzers.text import Document
from reread.server import checking
from reread.server.cli import sources, writing
from reread.server.cli.options import RulesOptions
from reread.server.cli.workspace import open_workspace, rule_paths
from reread.server.exits import CLEAN, UsageError
from reread.server.textfile import UnreadableFileError

_SHARED = "(entries of taint rules)"
_PARSING = "(parsing)"
_DATA_FLOW = "(data-flow analysis)"
_REST = "(candidates, prefilter)"
_Item = TypeVar("_Item")


class Usage:
    """The cost of one rule: `files` in which it was active, seconds in all, and the file that took longest."""

    __slots__ = ("files", "findings", "seconds", "worst", "worst_seconds")

    def __init__(self) -> None:
        self.files = 0
        self.findings = 0
        self.seconds = 0.0
        self.worst = ""
        self.worst_seconds = 0.0


class Clock:
    """Measures the seconds of rules, by id, in the current file, and records which rules were active there."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Begin with another file."""
        self.now: dict[str, float] = {}
        self.active: set[str] = set()
        self.follows_from = 0.0

    def timed(self, name: str, items: Iterable[_Item]) -> Iterator[_Item]:
        """The same items; the time that it takes to find them counts for `name`."""
        started = perf_counter()
        try:
            found = list(items)
        finally:
            self.now[name] = self.now.get(name, 0.0) + perf_counter() - started
        return iter(found)


class TimedFormula(Formula):
    """Another formula, with the time that it takes."""

    __slots__ = ("clock", "inner", "name")

    def __init__(self, name: str, inner: Formula, clock: Clock) -> None:
        self.name = name
        self.inner = inner
        self.clock = clock

    def entries(self) -> list[EntryPoint]:
        return [entry._replace(at=self._timed(entry.at)) for entry in self.inner.entries()]

    def _timed(self, at: Callable[[Node, MatchContext], Matches]) -> Callable[[Node, MatchContext], Matches]:
        return lambda node, context: self.clock.timed(self.name, at(node, context))

    def at(self, node: Node, environment: Bindings, context: MatchContext) -> Matches:
        return self.inner.at(node, environment, context)

    def around(self, match: Match, context: MatchContext) -> Matches:
        return self.inner.around(match, context)

    def local_words(self) -> Requirement:
        return self.inner.local_words()

    def in_text(self, context: MatchContext) -> Matches:
        return self.clock.timed(self.name, self.inner.in_text(context))

    def regexes(self) -> list[Any]:
        return self.inner.regexes()


class TimedPlans(Plans):
    """The plans of rules whose formulas count their time."""

    def __init__(self, rules: Sequence[Rule], options: CheckOptions, taint: TaintRules, clock: Clock) -> None:
        super().__init__(rules, options, taint)
        self._clock = clock

    def formula(self, number: int, language: str) -> Formula:
        inner = super().formula(number, language)
        rule = self._rules[number] if number < len(self._rules) else None
        return TimedFormula(_SHARED if rule is None else rule.id, inner, self._clock)


class CountedRules(ActiveRules):
    """The rules in force, which record which of them were active in a file."""

    def __init__(self, rules: Sequence[Rule], options: CheckOptions, taint: TaintRules, clock: Clock) -> None:
        super().__init__(rules, options, taint)
        self._clock = clock

    def active(self, language: str, place: DocumentPlace, words: set[bytes], data: bytes) -> tuple[int, ...]:
        numbers = super().active(language, place, words, data)
        self._clock.active.update(self._rules[number].id for number in numbers if number < len(self._rules))
        return numbers


class TimedTaintRules(TaintRules):
    """Taint rules that record when they were last used: data-flow analysis is the last step of a check."""

    def __init__(self, rules: Sequence[Rule], clock: Clock) -> None:
        super().__init__(rules)
        self._clock = clock

    def among(self, active: tuple[int, ...]) -> tuple[TaintRule, ...]:
        self._clock.follows_from = perf_counter()
        return super().among(active)


class TimedContext(RuleContext):
    """Rules that count their time, and in how many files each was active."""

    def __init__(self, rules: RuleSet, options: CheckOptions) -> None:
        super().__init__(rules, options)
        self.clock = Clock()
        self.for_taint.taint = TimedTaintRules(rules.rules, self.clock)
        self.active_rules = CountedRules(rules.rules, options, self.taint, self.clock)
        self.plans = TimedPlans(rules.rules, options, self.taint, self.clock)

    def text_findings(self, rule: Rule, found: Iterator[Finding]) -> Iterator[Finding]:
        self.clock.active.add(rule.id)
        return self.clock.timed(rule.id, found)


class Measured(NamedTuple):
    usage: dict[str, Usage]
    files: int
    lines: int
    seconds: float


def measure(rules: RuleSet, documents: Iterable[tuple[str, Document]], profile: Profile) -> Measured:
    """Checks all documents, given with their paths, and counts; compiling patterns does not count."""
    context = TimedContext(rules, CheckOptions(profile=profile))
    engine = Engine.of(context)
    usage: dict[str, Usage] = {}
    files = lines = 0
    total = 0.0
    for path, document in documents:
        engine.check(document, path, Role.CODE)
        context.clock.reset()
        began = perf_counter()
        parse(document)
        started = perf_counter()
        analysis = engine.check(document, path, Role.CODE)
        ended = perf_counter()
        elapsed = ended - started
        files, lines, total = files + 1, lines + document.lines.count, total + elapsed
        times = {**context.clock.now, _PARSING: started - began}
        if context.clock.follows_from:
            times[_DATA_FLOW] = ended - context.clock.follows_from
        times[_REST] = max(0.0, elapsed - sum(times.values()))
        _count(usage, path, times, context.clock.active)
        for finding in analysis.findings:
            usage.setdefault(finding.rule, Usage()).findings += 1
    return Measured(usage, files, lines, total)


def _count(usage: dict[str, Usage], path: str, times: Mapping[str, float], active: set[str]) -> None:
    for name in active | times.keys():
        entry = usage.setdefault(name, Usage())
        entry.files += 1
        seconds = times.get(name, 0.0)
        entry.seconds += seconds
        if seconds > entry.worst_seconds:
            entry.worst_seconds, entry.worst = seconds, path


def run(arguments: RulesOptions) -> int:
    workspace = open_workspace(arguments.names, arguments.config)
    rules = checking.rules(rule_paths(workspace), workspace.settings.enable)
    chosen = sources.from_paths(arguments.names, workspace).sources
    if not chosen:
        raise UsageError("no files to check")
    result = measure(rules, _documents(chosen), Profile(arguments.profile))
    rows = sorted(result.usage.items(), key=lambda item: (-item[1].seconds, item[0]))
    if arguments.format == "json":
        sys.stdout.write(json.dumps({"version": 1, "rules": [_as_data(*row) for row in rows]}, indent=2) + "\n")
        return CLEAN
    width = max(len(name) for name, _ in rows)
    sys.stdout.write(f"{'rule':<{width}} {'ms in all':>10} {'files':>6} {'worst ms':>9} {'findings':>9}  worst file\n")
    for name, entry in rows:
        sys.stdout.write(
            f"{name:<{width}} {1000 * entry.seconds:10.1f} {entry.files:6} {1000 * entry.worst_seconds:9.2f} "
            f"{entry.findings:9}  {printable(entry.worst)}\n"
        )
    speed = result.lines / result.seconds if result.seconds else 0
    sys.stderr.write(
        f"{writing.plural(result.files, 'file')}, {writing.plural(result.lines, 'line')}, {result.seconds:.2f} s: "
        f"{speed:,.0f} lines a second\n"
    )
    return CLEAN


def _documents(chosen: Iterable[checking.SourceFile]) -> Iterator[tuple[str, Document]]:
    for source in chosen:
        try:
            content = checking.read(source, checking.MAXIMUM_FILE_SIZE)
        except UnreadableFileError:
            continue
        yield source.relative, checking.document_of(source, content)


def _as_data(name: str, entry: Usage) -> dict[str, Any]:
    return {
        "rule": name,
        "milliseconds": round(1000 * entry.seconds, 3),
        "files": entry.files,
        "findings": entry.findings,
        "worst": {"path": entry.worst.replace(os.sep, "/"), "milliseconds": round(1000 * entry.worst_seconds, 3)},
    }
