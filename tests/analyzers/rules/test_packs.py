"""Every built-in rule against its own examples: one test a rule."""

from __future__ import annotations

import os
import re

import pytest

import reread.analyzers.packs
from reread.analyzers.rules import testing
from reread.analyzers.rules.ruleset import load

PACKS = os.path.dirname(reread.analyzers.packs.__file__)
RULES = load([PACKS], builtin=False)
BY_ID = {rule.id: rule for rule in RULES.rules}


def test_all_rules_load():
    assert [str(problem) for problem in RULES.problems] == []


def test_the_built_in_rules_are_these():
    from_packs = {rule.id for rule in load().rules if not rule.path.startswith("builtin:checks/")}
    assert from_packs == set(BY_ID)


@pytest.mark.parametrize("identifier", sorted(BY_ID))
def test_a_rule_holds_for_its_examples(identifier):
    results = [testing.run_example(BY_ID[identifier], path) for path in testing.examples_of(BY_ID[identifier])]

    assert [failure for result in results for failure in result.failures] == []
    assert any(result.expected for result in results)
    assert any(result.silent for result in results)


@pytest.mark.parametrize("identifier", sorted(BY_ID))
def test_a_rule_says_what_it_is(identifier):
    rule = BY_ID[identifier]

    assert os.path.splitext(os.path.basename(rule.path))[0] == identifier
    assert rule.metadata["category"] in ("security", "correctness", "maintainability", "performance")
    assert rule.metadata["confidence"] in ("HIGH", "MEDIUM", "LOW")
    assert rule.explanation
    assert rule.metadata["category"] != "security" or re.fullmatch(r"CWE-\d+", str(rule.metadata["cwe"]))
