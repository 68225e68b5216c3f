"""The pages about rules in `docs/rules` are those that the rules make, and every rule explains itself in full."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reread.analyzers.rules import pages
from reread.analyzers.rules.ruleset import load
from reread.server.cli.rules_pages import documentation
from reread.server.index_rules import with_index

FOLDER = Path(__file__).parent.parent / "docs" / "rules"
RULES = {rule.id: rule for rule in with_index(load().rules)}
FILES = documentation(tuple(RULES.values()))
_CODE = re.compile(r"```|`[^`]+`")
_LEAST_WORDS = 8


def test_there_is_a_page_for_each_rule_and_no_other():
    assert {path.name for path in FOLDER.iterdir()} == set(FILES), "`make docs` writes them"


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_page_is_what_the_rule_says_now(name):
    assert (FOLDER / name).read_text(encoding="utf-8") == FILES[name], "`make docs` writes it"


@pytest.mark.parametrize("identifier", sorted(RULES))
def test_a_rule_explains_itself_in_full(identifier):
    rule = RULES[identifier]
    page = pages.page(rule)
    for part in ("Bad", "Good"):
        after = re.split(rf"\*?\*?{part}:", page, maxsplit=1)[-1]
        own = re.split(r"\n\n\*?\*?(?:Bad|Good|References):|\n\nTo silence", after, maxsplit=1)[0]
        assert _CODE.search(own), f"{part}: has no code"
    assert len(rule.explanation.split()) >= _LEAST_WORDS, "an explanation says what is wrong, why, and how to fix it"
    assert rule.category != "security" or pages.references(rule), "a weakness has a reference"


@pytest.mark.parametrize("identifier", sorted(RULES))
def test_links_of_rules_are_addresses(identifier):
    for link in pages.references(RULES[identifier]):
        assert re.fullmatch(r"https?://[^\s<>]+", link)
