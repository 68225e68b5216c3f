"""What needs no model gets none."""

from __future__ import annotations

import pytest

from reread.server.generation.intent import Intent, intent_of

RULES = {"py/sql-injection", "sql-injection", "no-sleep"}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("explain py/sql-injection", Intent("rule", "py/sql-injection")),
        ("What does the rule `no-sleep` mean?", Intent("rule", "no-sleep")),
        ("what is sql-injection", Intent("rule", "sql-injection")),
        ("rule no-sleep", Intent("rule", "no-sleep")),
        ("Where is `parse_money` defined?", Intent("definitions", "parse_money")),
        ("where is the class Money.Amount implemented", Intent("definitions", "Money.Amount")),
        ("definition of money::parse()", Intent("definitions", "money::parse")),
        ("Who calls parse_money()?", Intent("callers", "parse_money")),
        ("which functions use Money", Intent("callers", "Money")),
        ("where is parse_money used?", Intent("callers", "parse_money")),
        ("who imports src/pay.py?", Intent("importers", "src/pay.py")),
        ("which files import the module shop.pay", Intent("importers", "shop.pay")),
        ("importers of parse_money", Intent("importers", "parse_money")),
        ("what changed in src/pay.py?", Intent("changes", "src/pay.py")),
        ("What has changed recently in `parse_money()`", Intent("changes", "parse_money")),
        ("recent changes to the file app.py", Intent("changes", "app.py")),
        ("list all callers of parse_money", Intent("callers", "parse_money")),
    ],
)
def test_a_question_that_rules_or_index_answer_is_known(question, expected):
    assert intent_of(question, RULES.__contains__) == expected


@pytest.mark.parametrize(
    "question",
    [
        "explain the retry policy",
        "explain parse_money",
        "what is the purpose of the cache?",
        "where is the retry policy of the client defined?",
        "who calls parse_money, and why does it fail?",
        "how does the pager work",
        "",
    ],
)
def test_all_else_is_for_the_model(question):
    assert intent_of(question, RULES.__contains__) == Intent("model")
