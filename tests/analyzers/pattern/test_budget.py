"""What takes too long loses one place: its rule goes on, and all others do."""

import pytest

from reread.analyzers.pattern.matching import budget, match_context
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


def reported(analysis):
    return [each.rule for each in analysis.findings]


def test_within_the_budget_all_rules_speak(checker):
    assert reported(checker.check(document(CODE))) == ["slow", "quick"]


def test_a_rule_beyond_its_budget_goes_on_with_few_steps_for_a_place(checker, clock):
    clock[0] = 3.0
    analysis = checker.check(document("slow(1)\n" * 3 + "quick(2)\n"))
    assert reported(analysis) == ["slow"] * 3 + ["quick"]
    assert (len(analysis.state.slow), checker.lost(analysis)) == (1, ())


def test_time_that_the_thread_did_not_have_does_not_count(checker, clock, monkeypatch):
    clock[0] = 3.0
    monkeypatch.setattr(budget, "thread_time", lambda: 0.0)
    assert reported(checker.check(document("slow(1)\n" * 3 + "quick(2)\n"))) == ["slow"] * 3 + ["quick"]


def test_of_a_busy_machine_only_the_own_share_counts(checker, clock, monkeypatch):
    clock[0] = 3.0
    processor = iter(range(1_000))
    monkeypatch.setattr(budget, "thread_time", lambda: next(processor) * 0.1)
    assert checker.check(document("slow(1)\n" * 3)).state.slow == frozenset()
    assert len(checker.check(document("slow(1)\n" * 120)).state.slow) == 1


def test_a_document_has_a_budget_too(checker, clock, monkeypatch):
    monkeypatch.setattr(budget, "FILE_SECONDS", 0.5)
    assert len(checker.check(document(CODE)).state.slow) == 2


MANY_WAYS = "f(" + ", ".join(f"..., $A{number}" for number in range(5)) + ", ..., last)"
FEW = "f(a, b, c, d, e, last)\n"
"""A call that `MANY_WAYS` matches."""
MANY = "f(" + ", ".join(f"a{number}" for number in range(60)) + ", last, z)\n"
"""A call with too many ways in which it may."""


@pytest.fixture
def many(engine, rule):
    return engine(rule("python", MANY_WAYS, id="many"), rule("python", "quick(...)", id="quick"))


def edited(checker, before, text):
    change = TextChange(Span(0, 0), text)
    after = checker.recheck(before, change, before.document.changed(change))
    whole = checker.check(after.document)
    assert (after.findings, checker.lost(after)) == (whole.findings, checker.lost(whole))
    return after


def test_a_place_with_too_many_ways_is_lost_alone_and_its_rule_named(many):
    analysis = many.check(document(FEW + MANY + FEW + "quick(2)\n"))
    assert reported(analysis) == ["many", "many", "quick"]
    assert many.lost(analysis) == ("many",)


def test_an_edit_keeps_what_is_lost_and_finds_what_no_longer_is(many):
    before = many.check(document(MANY + FEW))
    assert many.lost(edited(many, before, "quick(1)\n")) == ("many",)
    less = TextChange(Span(0, len(MANY)), "")
    after = many.recheck(before, less, before.document.changed(less))
    assert (reported(after), many.lost(after)) == (["many"], ())
    assert many.lost(edited(many, many.check(document(FEW)), MANY)) == ("many",)


def test_a_rule_that_has_taken_long_loses_what_takes_more_than_few_steps(many, clock, monkeypatch):
    monkeypatch.setattr(budget, "FEW_STEPS", 3)
    clock[0] = 3.0
    analysis = many.check(document("f(0, last)\n" + FEW * 4 + "quick(2)\n"))
    assert reported(analysis) == ["many", "quick"]
    assert many.lost(analysis) == ("many",)


def test_where_a_sanitizer_was_not_looked_for_nothing_is_reported(engine):
    taint = {
        "mode": "taint",
        "pattern-sources": [{"pattern": "source()"}],
        "pattern-sinks": [{"pattern": "sink(...)"}],
        "pattern-sanitizers": [{"pattern": MANY_WAYS}],
    }
    checker = engine({"id": "t", "languages": ["python"], "severity": "ERROR", "message": "m", **taint})
    unclear = MANY.strip().replace("a0", "x")
    code = f"def g():\n    x = source()\n    sink({unclear})\n    sink(x)\n"
    analysis = checker.check(document(code))
    assert [each.span.start for each in analysis.findings] == [code.rindex("sink")]
    assert checker.lost(analysis) == ("t",)


def test_a_part_that_is_given_up_counts_as_lost(engine, rule, monkeypatch):
    body = {"patterns": [{"pattern-inside": "around(..., end, ...)"}, {"pattern": "slow($X)"}]}
    checker = engine(rule("python", body, id="slow"))
    text = "around(" + "1, " * 40 + "end, slow(1))\n"
    analysis = checker.check(document(text))
    assert (len(analysis.findings), checker.lost(analysis)) == (1, ())

    monkeypatch.setattr(match_context, "MOST_STEPS", 20)
    analysis = checker.check(document(text))
    assert (len(analysis.findings), checker.lost(analysis)) == (0, ("slow",))

    mended = Document("", text.replace("1, ", ""), language="python")
    analysis = checker.recheck(analysis, TextChange(Span(7, 7 + 3 * 40), ""), mended)
    assert (len(analysis.findings), checker.lost(analysis)) == (1, ())
