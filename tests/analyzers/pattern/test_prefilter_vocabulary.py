"""While typing, only words that some rule requires cause rules to be tried again."""

from __future__ import annotations

import pytest

from reread.analyzers.text import Document, Span, TextChange


@pytest.mark.parametrize(("typed", "asked"), [("g()", False), ("eval(x)", True)])
def test_words_that_no_rule_asks_for_are_not_looked_at(engine, rule, typed, asked):
    checker = engine(rule("python", "eval(...)"))
    before = checker.check(Document("file:///a", "y = 1\n", language="python"))
    change = TextChange(Span(6, 6), typed)

    after = checker.recheck(before, change, before.document.changed(change))

    assert (after.state.words is not before.state.words) is asked
    assert bool(after.findings) is asked


def test_a_word_of_a_sanitizer_counts_from_when_its_rule_is_active(engine, rule):
    body = {
        "mode": "taint",
        "pattern-sources": [{"pattern": "source()"}],
        "pattern-sinks": [{"pattern": "sink(...)"}],
        "pattern-sanitizers": [{"pattern": "clean(...)"}],
    }
    checker = engine(rule("python", body))
    current = checker.check(Document("file:///a", "x = 1\n", language="python"))
    for text in ("sink(clean(source()))\n", "sink(source())\n"):
        for start, piece in enumerate(text):
            change = TextChange(Span(start, start), piece)
            current = checker.recheck(current, change, current.document.changed(change))
    assert [current.document.text[each.span.start : each.span.end] for each in current.findings] == ["sink(source())"]
