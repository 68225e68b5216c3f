"""Of sinks inside of each other the outer one is told, where something is said of it."""

from __future__ import annotations

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.taint.nested_sinks import told
from reread.analyzers.text import Span

UNIT = object()


def hit(start, end, *, focused=True, rule=0, unit=UNIT):
    return SimpleNamespace(unit=unit, sink=SimpleNamespace(start=start, end=end, focused=focused, rule=rule))


def finding(found):
    return Finding(f"r{found.sink.rule}", "m", Span(found.sink.start, found.sink.end), Severity.ERROR)


def spans(*hits, nested=False):
    return [each.span for each in told([(one, finding(one)) for one in hits], nested=nested)]


def test_the_inner_one_is_left_out():
    assert spans(hit(4, 6), hit(2, 8)) == [(2, 8)]
    assert spans(hit(2, 6), hit(2, 8), hit(6, 8)) == [(2, 8)]


def test_all_are_told_where_that_is_asked_for():
    assert spans(hit(4, 6), hit(2, 8), nested=True) == [(4, 6), (2, 8)]


def test_what_stands_apart_is_told():
    assert spans(hit(1, 3), hit(2, 5), hit(2, 5)) == [(1, 3), (2, 5)]
    assert spans(hit(4, 6), hit(2, 8, focused=False)) == [(4, 6), (2, 8)]
    assert spans(hit(4, 6), hit(2, 8, rule=1)) == [(4, 6), (2, 8)]
    assert spans(hit(4, 6), hit(2, 8, unit=object())) == [(4, 6), (2, 8)]


def test_where_nothing_is_said_of_the_outer_one_the_inner_one_is_told():
    inner, outer = hit(4, 6), hit(2, 8)
    assert told([(inner, finding(inner)), (outer, None)]) == [finding(inner)]


SPANS = st.tuples(st.integers(0, 9), st.integers(1, 5), st.booleans(), st.integers(0, 1))


@given(st.lists(SPANS, max_size=12))
def test_as_if_each_were_compared_with_each(drawn):
    hits = [hit(start, start + length, focused=focused, rule=rule) for start, length, focused, rule in drawn]
    around = [one for one in hits if one.sink.focused]
    expected = [
        finding(one)
        for one in hits
        if not any(
            other.sink.rule == one.sink.rule
            and other.sink.start <= one.sink.start
            and one.sink.end <= other.sink.end
            and (other.sink.start, other.sink.end) != (one.sink.start, one.sink.end)
            for other in around
        )
    ]
    assert told([(one, finding(one)) for one in hits]) == list(dict.fromkeys(expected))
