"""Every built-in rule against its own examples."""

from __future__ import annotations

import argparse
import inspect
import re
from pathlib import Path

import pytest

from reread.analyzers.engine import testing
from reread.analyzers.engine.engine import Engine
from reread.analyzers.findings import Severity
from reread.analyzers.identifiers import NAMESPACES, stem_of
from reread.analyzers.rules.confidence import LESS_THAN_HIGH
from reread.analyzers.rules.examples import examples_of
from reread.analyzers.rules.locations import PACKS
from reread.analyzers.rules.pages import file_of
from reread.analyzers.rules.ruleset import load
from reread.analyzers.text import Document

RULES = load()
BY_ID = {rule.id: rule._replace(path=file_of(rule)) for rule in RULES.rules if "checks/" not in rule.path}


def test_all_rules_load():
    assert [str(problem) for problem in RULES.problems] == []


def test_every_file_is_a_rule():
    files = [file for file in Path(PACKS).glob("*/*.yaml") if file.parent.name != "shared"]
    assert {f"{NAMESPACES[file.parent.name]}/{file.stem}" for file in files} == set(BY_ID)


@pytest.mark.parametrize("identifier", sorted(BY_ID))
def test_a_rule_holds_for_its_examples(identifier):
    rule = BY_ID[identifier]
    results = [testing.run_example(rule, path, each_fix=False) for path in examples_of(rule)]

    assert [failure for result in results for failure in result.failures] == []
    assert any(result.expected for result in results)
    assert any(result.silent for result in results)


@pytest.mark.slow
@pytest.mark.parametrize("identifier", sorted(identifier for identifier, rule in BY_ID.items() if rule.has_fix))
def test_each_fix_of_a_rule_holds_by_itself(identifier):
    rule = BY_ID[identifier]
    results = [testing.run_example(rule, path) for path in examples_of(rule)]
    assert [failure for result in results for failure in result.failures] == []


def test_a_rule_leads_to_a_page_about_it_or_its_weakness():
    without = [rule.id for rule in RULES.rules if not rule.documentation and rule.metadata.get("cwe")]
    assert without == []
    rule = BY_ID["go/nil-error-returned"]
    assert rule.documentation == "https://cwe.mitre.org/data/definitions/394.html"


def test_every_rule_says_what_it_is():
    for identifier, rule in BY_ID.items():
        assert Path(rule.path).stem == stem_of(identifier)
        assert rule.metadata["category"] in ("security", "correctness", "maintainability", "performance"), identifier
        assert rule.metadata["confidence"] in ("HIGH", "MEDIUM", "LOW"), identifier
        reasons = ("",) if rule.metadata["confidence"] == "HIGH" else tuple(LESS_THAN_HIGH)
        assert rule.metadata.get("confidence-reason", "") in reasons, identifier
        assert rule.metadata["confidence"] == "HIGH" or rule.severity is not Severity.ERROR, identifier
        assert rule.explanation, identifier
        is_weakness = rule.metadata["category"] == "security"
        assert not is_weakness or re.fullmatch(r"CWE-\d+", str(rule.metadata["cwe"])), identifier


@pytest.mark.parametrize("module", [argparse, inspect])
def test_an_edit_has_little_to_ask_again(module):
    text = Path(module.__file__).read_text(encoding="utf-8")
    analysis = Engine(RULES).check(Document("file:///a.py", text, language="python"), "a.py", follow=False)
    wide = [each for each in analysis.state.records if each.high - each.low > len(text) // 2]
    # Each of these is tried again wherever the text changes.
    assert len(wide) < 20
