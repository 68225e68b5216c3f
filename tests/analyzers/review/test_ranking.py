"""Which of many findings are shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.review.answer.ranking import Drop, Shortlist, weighed
from reread.analyzers.review.answer.schema import Refutation
from reread.analyzers.text import Span


def finding(place: int = 0, confidence: float = 0.9, severity: Severity = Severity.WARNING) -> Finding:
    return Finding("model/x", "m", Span(place, place + 1), severity, confidence=confidence)


FINDINGS = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "c"]),
        st.builds(
            finding,
            st.integers(0, 5),
            st.sampled_from([0.6, 0.8, 1.0]),
            st.sampled_from([Severity.WARNING, Severity.INFO, Severity.HINT]),
        ),
    ),
    max_size=20,
)


def listed(entries, per_file: int, per_review: int) -> Shortlist:
    shortlist = Shortlist(per_file, per_review)
    for uri, entry in entries:
        shortlist.add(uri, entry)
    return shortlist


@given(FINDINGS, st.randoms(), st.integers(0, 3), st.integers(0, 4))
def test_the_order_in_which_findings_come_does_not_matter(entries, random, per_file, per_review):
    shuffled = random.sample(entries, len(entries))
    first, second = listed(entries, per_file, per_review), listed(shuffled, per_file, per_review)
    shown = {uri: found for uri, found in first.best().items() if found}
    assert shown == {uri: found for uri, found in second.best().items() if found}
    assert first.left_out == second.left_out


@given(FINDINGS, st.integers(1, 3), st.integers(1, 4))
def test_no_more_are_shown_than_allowed(entries, per_file, per_review):
    best = listed(entries, per_file, per_review).best()
    assert all(len(found) <= per_file for found in best.values())
    assert min(1, len(entries)) <= sum(map(len, best.values())) <= per_review


@given(FINDINGS)
def test_without_limits_each_place_is_shown_once(entries):
    best = listed(entries, 0, 0).best()
    shown = {(uri, entry.span) for uri, found in best.items() for entry in found}
    assert shown == {(uri, entry.span) for uri, entry in entries}
    assert sum(map(len, best.values())) == len(shown)


def test_the_limit_of_a_review_keeps_what_matters_most():
    hint, sure, unsure = finding(1, 1.0, Severity.HINT), finding(2, 0.9), finding(3, 0.7)
    assert listed([("a", hint), ("b", unsure), ("c", sure)], 0, 1).best()["c"] == [sure]


def test_a_finding_that_makes_no_list_is_not_shown():
    shortlist = Shortlist(1, 0)
    assert shortlist.add("a", finding(1, 0.9))
    assert not shortlist.add("a", finding(2, 0.7))
    assert shortlist.left_out == 1


def test_a_refuted_finding_is_dropped_however_sure_the_verdict_is():
    assert weighed(finding(), Refutation(verdict="wrong", confidence=1.0), 0.0) is Drop.REFUTED


def test_the_threshold_itself_is_enough():
    assert weighed(finding(), Refutation(verdict="real", confidence=0.6), 0.6) == finding(confidence=0.6)
    assert weighed(finding(), Refutation(verdict="real", confidence=0.59), 0.6) is Drop.LOW_CONFIDENCE
