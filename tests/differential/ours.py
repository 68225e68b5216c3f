"""What our engine finds in the cases."""

from __future__ import annotations

import json

from reread.analyzers.engine.dispatch.context import RuleContext
from reread.analyzers.engine.engine import Engine
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.loading.parse_rules import read_rules
from reread.analyzers.rules.rule import Problem, Rule
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Document
from tests.differential.cases import Case, Key, Match, keys, shown


def rules_of(case: Case) -> tuple[tuple[Rule, ...], list[Problem]]:
    rules, problems = read_rules(f"{case.name}.yaml", json.dumps({"rules": list(case.rules)}, default=str).encode())
    return tuple(rules), problems


def engine_of(case: Case) -> Engine:
    rules, _ = rules_of(case)
    options = CheckOptions(select=frozenset(rule.id for rule in rules), report_unused_suppressions=False)
    return Engine.of(RuleContext(RuleSet(rules), options, interprocedural=False, beyond_semgrep=False))


def document_of(name: str, text: str) -> Document:
    return Document(f"file:///{name}", text, path=f"/{name}", language=language_of(name))


def matches(case: Case) -> dict[Key, set[Match]]:
    """The matches of each rule on each file of the case."""
    found: dict[Key, set[Match]] = {key: set() for key in keys(case)}
    engine = engine_of(case)
    for name, text in case.files:
        document = document_of(name, text)
        for finding in engine.check(document, name).findings:
            lines = document.lines
            start, end = lines.line_of(finding.span.start), lines.line_of(finding.span.end)
            fix = finding.fixes[0].edits[-1].text if finding.fixes else ""
            match = Match(
                start + 1,
                finding.span.start - lines.line_span(start).start + 1,
                end + 1,
                finding.span.end - lines.line_span(end).start + 1,
                shown(finding.message),
                fix,
            )
            key = Key(case.name, finding.rule, name)
            if key in found:
                found[key].add(match)
    return found
