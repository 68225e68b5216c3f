"""Of nested sinks only the outer one is reported, if taint reaches it."""

from __future__ import annotations

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.taint.nested_sinks import reported
from reread.analyzers.text import Span

UNIT = object()


def hit(start, end, *, focused=True, rule=0, unit=UNIT):
    return SimpleNamespace(placement=unit, sink=SimpleNamespace(start=start, end=end, focused=focused, rule=rule))


def finding(found):
    return Finding(f"r{found.sink.rule}", "m", Span(found.sink.start, found.sink.end), Severity.ERROR)


def spans(*hits, nested=False):
    return [each.span for each in reported([(one, finding(one)) for one in hits], nested=nested)]


def test_the_inner_sink_is_not_reported():
    assert spans(hit(4, 6), hit(2, 8)) == [(2, 8)]
    assert spans(hit(2, 6), hit(2, 8), hit(6, 8)) == [(2, 8)]


def test_all_nested_sinks_are_reported_on_request():
    assert spans(hit(4, 6), hit(2, 8), nested=True) == [(4, 6), (2, 8)]


def test_separate_sinks_are_reported():
    assert spans(hit(1, 3), hit(2, 5), hit(2, 5)) == [(1, 3), (2, 5)]
    assert spans(hit(4, 6), hit(2, 8, focused=False)) == [(4, 6), (2, 8)]
    assert spans(hit(4, 6), hit(2, 8, rule=1)) == [(4, 6), (2, 8)]
    assert spans(hit(4, 6), hit(2, 8, unit=object())) == [(4, 6), (2, 8)]


def test_the_inner_sink_is_reported_if_the_outer_is_not():
    inner, outer = hit(4, 6), hit(2, 8)
    assert reported([(inner, finding(inner)), (outer, None)]) == [finding(inner)]


SPANS = st.tuples(st.integers(0, 9), st.integers(1, 5), st.booleans(), st.integers(0, 1))


@given(st.lists(SPANS, max_size=12))
def test_the_result_equals_comparing_all_pairs(drawn):
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
    assert reported([(one, finding(one)) for one in hits]) == list(dict.fromkeys(expected))
