"""The figures, to the digit."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.server.evaluation import bootstrap, calibration, intervals, metrics, outcomes, results
from reread.server.evaluation.intervals import Interval
from reread.server.evaluation.metrics import Clean, Counts
from reread.server.evaluation.values import AnnotatedLines, Annotation, Answer, Case, Judged, Reported


def case(name: str, *lines: int, language: str = "python") -> Case:
    text = "x\n" * 60
    known = tuple(Annotation("race", (AnnotatedLines("a.py", line, line),)) for line in lines)
    return Case(name, language, {"a.py": ""}, {"a.py": text}, known)


def answer(*found: tuple[int, float], category: str = "race", **values) -> Answer:
    return Answer(tuple(Reported(AnnotatedLines("a.py", line, line), category, sure) for line, sure in found), **values)


NOISY = [
    Judged(case("one", 10, 30), (answer((10, 0.9), (50, 0.8)), answer((10, 0.9), (30, 0.7)))),
    Judged(case("two", 20, language="go"), (answer(), answer((20, 0.8)))),
    Judged(case("clean"), (answer((5, 0.6)), answer())),
]


def test_precision_recall_and_f1_are_over_all_runs():
    counts = metrics.total(map(metrics.counts_of, NOISY))
    assert counts == Counts(found=4, wrong=2, missed=2, repeated=0)
    assert (counts.precision, counts.recall, counts.f1) == (4 / 6, 4 / 6, 8 / 12)


def test_nothing_said_has_no_precision_and_nothing_to_find_no_recall():
    assert (Counts().precision, Counts().recall, Counts().f1) == (None, None, None)
    silent = metrics.counts_of(Judged(case("one", 10), (answer(),)))
    assert (silent.precision, silent.recall, silent.f1) == (None, 0.0, 0.0)


def test_groups_are_those_of_language_and_class():
    found = results.figures("noisy", "a/b", ("review-1",), NOISY, {})
    assert {name: score.counts for name, score in found.groups["language"].items()} == {
        "go": Counts(1, 0, 1, 0),
        "python": Counts(3, 2, 1, 0),
    }
    assert {name: score.counts for name, score in found.groups["class"].items()} == {"race": Counts(4, 2, 2, 0)}
    assert list(found.groups["size"]) == ["medium"]


def test_a_wrong_finding_counts_for_the_class_that_it_names():
    judged = Judged(case("one", 10), (answer((10, 0.9), category="typo"), answer((40, 0.9), category="odd")))
    assert outcomes.by_class([outcomes.case_outcome(judged)]) == {
        "race": [Counts(missed=2)],
        "unknown": [Counts(wrong=1)],
        "wrong-result": [Counts(wrong=1)],
    }
    assert results.figures("", "", (), [judged], {}).unknown == ("odd",)


def test_findings_on_clean_changes_are_counted():
    assert metrics.on_clean_changes(NOISY) == Clean(answers=2, flagged=1, findings=1)


def test_repeatability_is_the_share_of_findings_that_both_runs_have():
    # {10, 50} and {10, 30}: 1 of 3; {} and {20}: 0 of 1; {5} and {}: 0 of 1.
    assert metrics.repeatability(NOISY) == 1 / 5
    assert metrics.repeatability([Judged(case("one"), (answer((1, 0.5)),))]) is None


def test_the_calibration_curve_is_right_to_the_digit():
    # .9 right twice, .8 right once and wrong once, .7 right, .6 wrong.
    bins = calibration.curve(calibration.samples(NOISY))
    assert bins == [(0.6, 1, 0.6, 0.0), (0.7, 1, 0.7, 1.0), (0.8, 2, 0.8, 0.5), (0.9, 2, 0.9, 1.0)]
    assert calibration.expected_error(bins) == pytest.approx((0.6 + 0.3 + 2 * 0.3 + 2 * 0.1) / 6, abs=1e-12)
    assert calibration.expected_error([]) is None


def test_a_confidence_of_1_is_in_the_last_bin_and_of_three_tenths_in_the_fourth():
    assert [each.low for each in calibration.curve([(1.0, True), (0.3, False)])] == [0.3, 0.9]


def test_the_fit_pools_what_falls():
    steps = calibration.fitted([(0.9, True), (0.9, True), (0.8, True), (0.8, False), (0.7, True), (0.6, False)])
    assert [(step.confidence, step.precision, step.count) for step in steps] == [
        (0.6, 0.0, 1),
        (0.7, 2 / 3, 3),
        (0.9, 1.0, 2),
    ]
    assert [calibration.calibrated(steps, at) for at in (0.1, 0.6, 0.75, 0.95)] == [0.0, 0.0, 2 / 3, 1.0]
    assert calibration.calibrated((), 0.5) is None


SAMPLES = st.lists(st.tuples(st.sampled_from([0.1, 0.3, 0.5, 0.7, 0.9]), st.booleans()), min_size=1, max_size=30)


@given(SAMPLES)
def test_a_fit_never_falls_and_keeps_the_sum(samples):
    steps = calibration.fitted(samples)
    shares = [step.precision for step in steps]
    assert all(one < other for one, other in pairwise(shares))
    assert sum(step.precision * step.count for step in steps) == pytest.approx(sum(right for _, right in samples))
    assert sum(step.count for step in steps) == len(samples)


def test_the_interval_of_a_share_is_that_of_wilson_to_the_digit():
    # Wilson's formula for 8 of 10, and for all of 10 and none of 10.
    wanted = {8: (0.490162, 0.943318), 10: (0.722467, 1.0), 0: (0.0, 0.277533)}
    for part, (low, high) in wanted.items():
        found = intervals.share(part, 10)
        assert (found.value, found.low, found.high) == pytest.approx((part / 10, low, high), abs=1e-6)
    assert intervals.share(0, 0) is None


def test_more_runs_over_the_same_cases_make_no_interval_narrower():
    assert intervals.share(24, 30, runs=3) == intervals.share(8, 10)


def test_the_interval_of_f1_holds_it_and_narrows_with_the_cases():
    some = [Counts(1, 0, 0), Counts(0, 1, 1), Counts(1, 1, 0), Counts()] * 5
    few, many = (bootstrap.interval(some * times, lambda each: each.f1) for times in (1, 16))
    assert few.value == many.value == 4 / 7
    assert few.low < many.low < 4 / 7 < many.high < few.high
    assert bootstrap.interval(some, lambda each: each.f1) == few
    assert bootstrap.interval([Counts()], lambda each: each.f1) is None


def test_scores_have_the_intervals_of_their_figures():
    score = results.score([Counts(4, 2, 2)], runs=2)
    assert score.precision == intervals.share(4, 6, 2) == score.recall
    assert score.f1.value == 8 / 12


@given(st.lists(st.tuples(*[st.integers(0, 9)] * 3), min_size=1, max_size=9))
def test_packed_counts_add_up_as_counts_do(numbers):
    counts = [Counts(*each) for each in numbers]
    packed = bootstrap._Packed(counts)
    assert packed.total(packed.values) == metrics.total(counts)


def test_the_same_answers_differ_by_nothing():
    counts = [Counts(1, 0, 0, 0), Counts(0, 1, 1, 0)] * 10
    found = bootstrap.difference(counts, counts, lambda each: each.f1)
    assert found == Interval(0.0, 0.0, 0.0)
    assert not found.is_clear


def test_a_clear_difference_leaves_out_0_and_one_case_of_forty_does_not():
    right, missed = Counts(found=1), Counts(missed=1)
    clear = bootstrap.difference([missed] * 20 + [right] * 20, [right] * 40, lambda each: each.recall)
    assert clear.value == 0.5
    assert 0.3 < clear.low < 0.5 < clear.high < 0.7
    assert clear.is_clear
    chance = bootstrap.difference([missed] + [right] * 39, [right] * 40, lambda each: each.recall)
    assert not chance.is_clear


def test_without_a_figure_there_is_no_difference():
    assert bootstrap.difference([Counts()], [Counts(found=1)], lambda each: each.recall) is None


def test_cases_that_only_one_has_are_not_compared():
    first = results.figures("a", "m", (), NOISY, {})
    other = results.figures("b", "m", (), NOISY[1:], {})
    assert results.compared(first, other).cases == 2


def test_tokens_and_cost_are_summed_and_one_unknown_price_makes_the_cost_unknown():
    cases = [Judged(case("one"), (answer(tokens=3, cost=0.25), answer(tokens=4, cost=0.5)))]
    known = results.figures("", "", (), cases, {})
    assert (known.tokens, known.cost, known.runs) == (7, 0.75, 2)
    assert results.figures("", "", (), [Judged(case("one"), (answer(cost=None),))], {}).cost is None


def test_groups_are_those_of_the_number_of_changed_files():
    def changing(count):
        texts = {f"{number}.py": "x\n" for number in range(count)}
        return Judged(Case(str(count), "python", {}, texts), (answer(),))

    found = results.figures("", "", (), [changing(count) for count in (1, 2, 3, 7)], {})
    assert list(found.groups["changed files"]) == ["1 file", "2 files", "3 or more"]


def test_latency_is_by_the_nearest_rank():
    cases = [Judged(case(str(number)), (answer(seconds=float(number)),)) for number in range(1, 101)]
    assert results.figures("", "", (), cases, {}).latency == {"p50": 50.0, "p90": 90.0, "p99": 99.0}
    assert results.figures("", "", (), cases[:1], {}).latency == {"p50": 1.0, "p90": 1.0, "p99": 1.0}
    assert results.figures("", "", (), [], {}).latency == {}
