"""Messages of the built-in rules: what is wrong comes first, and the quoted code fits the rule."""

from __future__ import annotations

import re

import pytest

from reread.analyzers.rules.reporting.excerpt import LIMIT, called, excerpt, in_general
from reread.analyzers.rules.ruleset import load

VAGUE = {
    "A",
    "An",
    "The",
    "This",
    "These",
    "That",
    "Whoever",
    "What",
    "Whatever",
    "With",
    "Without",
    "Other",
    "Nothing",
}
PLACEHOLDER = re.compile(r"\$[A-Z]")


@pytest.fixture(scope="module")
def rules():
    return load().rules


def test_a_message_begins_with_what_is_wrong(rules):
    assert [rule.id for rule in rules if rule.message.split()[0] in VAGUE] == []


def test_source_and_sink_are_named_by_taint_rules_only(rules):
    assert [rule.id for rule in rules if rule.mode != "taint" and re.search(r"\$(SOURCE|SINK)\b", rule.message)] == []
    assert [rule.id for rule in rules if rule.mode == "taint" and "$MATCH" in rule.message] == []


def test_the_page_of_a_rule_has_no_placeholders(rules):
    assert [rule.id for rule in rules if PLACEHOLDER.search(in_general(rule))] == []


def test_a_summary_begins_with_what_is_wrong_and_stands_where_the_message_would_not_do(rules):
    with_one = [rule for rule in rules if rule.summary]
    assert with_one
    assert [rule.id for rule in with_one if rule.summary.split()[0] in VAGUE or len(rule.summary) > 120] == []
    assert [rule.id for rule in with_one if not PLACEHOLDER.search(rule.message)] == []


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("hashlib.md5(data)", "hashlib.md5(data)"),
        ("a\n   + b", "a + b"),
        ("client.send(" + "x" * 60 + ")", "client.send(…)"),
        ("x" * 60, "x" * (LIMIT - 1) + "…"),
        ("a" * 50 + ".run()", "…" + "a" * (LIMIT - 7) + ".run()"),
    ],
)
def test_code_in_a_message_is_one_short_line(code, shown):
    assert excerpt(code) == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("cursor.execute(query)", "cursor.execute(…)"),
        ("session.query(Item).filter(text)", "session.query(Item).filter(…)"),
        ("close()", "close()"),
        ("page.innerHTML", "page.innerHTML"),
        ("unbalanced)", "unbalanced)"),
    ],
)
def test_of_a_sink_the_arguments_are_left_out(code, shown):
    assert called(code) == shown
