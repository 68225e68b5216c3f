"""A rule that takes too long over a document says nothing about it, and all others do."""

import pytest

from reread.analyzers.rules import budget
from reread.analyzers.text import Change, Document, Span

CODE = "slow(1)\nquick(2)\n"


@pytest.fixture
def checker(engine, rule):
    return engine(rule("python", "slow(...)", id="slow"), rule("python", "quick(...)", id="quick"))


@pytest.fixture
def clock(monkeypatch):
    """Each look at the clock finds it a second later, or whatever is put into the list."""
    steps = [1.0]
    now = [0.0]

    def tick():
        now[0] += steps[0]
        return now[0]

    monkeypatch.setattr(budget, "perf_counter", tick)
    return steps


def document(text):
    return Document("", text, language="python")


def told(checker, analysis):
    return [each.rule for each in analysis.findings], checker.stopped(analysis)


def test_within_the_budget_all_rules_speak(checker):
    assert told(checker, checker.check(document(CODE))) == (["slow", "quick"], ())


def test_a_rule_beyond_its_budget_is_silent_and_named(checker, clock):
    clock[0] = 3.0
    analysis = checker.check(document("slow(1)\n" * 3 + "quick(2)\n"))
    assert told(checker, analysis) == (["quick"], ("slow",))


def test_it_stays_silent_after_an_edit(checker, clock):
    clock[0] = 3.0
    before = checker.check(document("slow(1)\n" * 3 + "quick(2)\n"))
    clock[0] = 0.0
    change = Change(Span(0, 0), "slow(0)\n")
    after = checker.recheck(before, change, before.document.changed(change))
    assert told(checker, after) == (["quick"], ("slow",))


def test_a_document_has_a_budget_too(checker, clock, monkeypatch):
    monkeypatch.setattr(budget, "FILE_SECONDS", 0.5)
    assert checker.stopped(checker.check(document(CODE))) == ("quick", "slow")
