"""Of nested sinks only the outer one is reported, if taint reaches it."""

from __future__ import annotations

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.findings import Finding, Related, Severity
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


def test_an_inner_sink_that_another_source_reaches_is_reported():
    inner, outer = hit(4, 6), hit(2, 8)
    one, other = (Related("", line, "", "before") for line in (0, 1))
    pairs = [(inner, finding(inner)._replace(related=(one,))), (outer, finding(outer)._replace(related=(other,)))]
    assert len(reported(pairs)) == 2


def test_a_doubtful_outer_sink_does_not_hide_a_proven_inner_one():
    inner, outer = hit(4, 6), hit(2, 8)
    doubtful = finding(outer)._replace(severity=Severity.WARNING, confidence=0.7)
    assert len(reported([(inner, finding(inner)), (outer, doubtful)])) == 2
    assert reported([(inner, finding(inner)._replace(confidence=0.7)), (outer, finding(outer))]) == [finding(outer)]


SPANS = st.tuples(
    st.integers(0, 9), st.integers(1, 5), st.booleans(), st.integers(0, 1), st.integers(0, 1), st.booleans()
)


@given(st.lists(SPANS, max_size=12))
def test_the_result_equals_comparing_all_pairs(drawn):
    pairs = []
    for start, length, focused, rule, line, doubtful in drawn:
        one = hit(start, start + length, focused=focused, rule=rule)
        said = finding(one)._replace(related=(Related("", line, "", "before"),), confidence=0.7 if doubtful else 1.0)
        pairs.append((one, said))
    expected = [
        said
        for one, said in pairs
        if not any(
            other.sink.focused
            and other.sink.rule == one.sink.rule
            and other_said.related == said.related
            and other_said.confidence >= said.confidence
            and other.sink.start <= one.sink.start
            and one.sink.end <= other.sink.end
            and (other.sink.start, other.sink.end) != (one.sink.start, one.sink.end)
            for other, other_said in pairs
        )
    ]
    assert reported(pairs) == list(dict.fromkeys(expected))
