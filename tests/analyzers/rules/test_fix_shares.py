"""How many of the built-in rules have a fix, and that each of these is shown by an example."""

from __future__ import annotations

import os
from collections import defaultdict

import pytest

from reread.analyzers.rules.examples import examples_of
from reread.analyzers.rules.pages import file_of
from reread.analyzers.rules.ruleset import load

RULES = load().rules
CHECKS = "checks"


def pack_of(rule):
    return rule.path.removeprefix("builtin:").split("/")[0]


PACKS = defaultdict(list)
for each in RULES:
    PACKS[pack_of(each)].append(each)
WITH_FIX = {each.id: each for each in RULES if each.has_fix and pack_of(each) != CHECKS}


@pytest.mark.parametrize("pack", [CHECKS, "python", "javascript", "typescript", "go", "java"])
def test_half_of_the_rules_have_a_fix(pack):
    with_fix = sum(rule.has_fix for rule in PACKS[pack])
    assert 2 * with_fix >= len(PACKS[pack]), (
        f"{with_fix} of {len(PACKS[pack])}: give new rules a fix where one is certain"
    )


def test_every_fix_says_why_it_is_safe_or_not():
    for identifier, rule in WITH_FIX.items():
        assert str(rule.metadata["fix-reason"]).endswith("."), identifier


def is_shown(rule):
    """Whether a `.fixed` file beside an example differs from it."""
    for path in examples_of(rule._replace(path=file_of(rule))):
        stem, ending = os.path.splitext(path)
        if os.path.exists(f"{stem}.fixed{ending}"):
            with open(path, "rb") as before, open(f"{stem}.fixed{ending}", "rb") as after:
                if before.read() != after.read():
                    return True
    return False


def test_an_example_shows_what_each_fix_makes_of_it():
    assert [identifier for identifier, rule in WITH_FIX.items() if not is_shown(rule)] == []
