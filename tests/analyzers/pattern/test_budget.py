"""A rule that takes too long over a document says nothing about it, and all others do."""

import pytest

from reread.analyzers.pattern.matching import budget
from reread.analyzers.text import Document, Span, TextChange

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
    monkeypatch.setattr(budget, "thread_time", lambda: now[0])
    return steps


def document(text):
    return Document("", text, language="python")


def reported(checker, analysis):
    return [each.rule for each in analysis.findings], checker.stopped(analysis)


def test_within_the_budget_all_rules_speak(checker):
    assert reported(checker, checker.check(document(CODE))) == (["slow", "quick"], ())


def test_a_rule_beyond_its_budget_is_silent_and_named(checker, clock):
    clock[0] = 3.0
    analysis = checker.check(document("slow(1)\n" * 3 + "quick(2)\n"))
    assert reported(checker, analysis) == (["quick"], ("slow",))


def test_time_that_the_thread_did_not_have_does_not_count(checker, clock, monkeypatch):
    clock[0] = 3.0
    monkeypatch.setattr(budget, "thread_time", lambda: 0.0)
    assert reported(checker, checker.check(document("slow(1)\n" * 3 + "quick(2)\n"))) == (["slow"] * 3 + ["quick"], ())


def test_of_a_busy_machine_only_the_own_share_counts(checker, clock, monkeypatch):
    clock[0] = 3.0
    processor = iter(range(1_000))
    monkeypatch.setattr(budget, "thread_time", lambda: next(processor) * 0.1)
    assert checker.stopped(checker.check(document("slow(1)\n" * 3))) == ()
    assert checker.stopped(checker.check(document("slow(1)\n" * 120))) == ("slow",)


def test_it_stays_silent_after_an_edit(checker, clock):
    clock[0] = 3.0
    before = checker.check(document("slow(1)\n" * 3 + "quick(2)\n"))
    clock[0] = 0.0
    change = TextChange(Span(0, 0), "slow(0)\n")
    after = checker.recheck(before, change, before.document.changed(change))
    assert reported(checker, after) == (["quick"], ("slow",))


def test_a_document_has_a_budget_too(checker, clock, monkeypatch):
    monkeypatch.setattr(budget, "FILE_SECONDS", 0.5)
    assert checker.stopped(checker.check(document(CODE))) == ("quick", "slow")
