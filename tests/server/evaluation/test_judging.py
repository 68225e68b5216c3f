"""What a judge is asked, what its word changes, and how its agreement is counted."""

from __future__ import annotations

import json

import pytest

from reread.server.evaluation import formats, intervals, judging, metrics, results
from reread.server.evaluation.judging import Decision, Doubt, LabelledRemark, sample
from reread.server.evaluation.metrics import Counts
from reread.server.evaluation.values import AnnotatedLines, Annotation, Answer, Case, Judged, Reported


def case(*defects: tuple[str, int, str]) -> Case:
    known = tuple(Annotation("race", (AnnotatedLines(path, line, line),), why) for path, line, why in defects)
    return Case("one", "python", {}, {"a.py": "x\n" * 60, "b.py": "x\n" * 60}, known)


def said(message: str, line: int, path: str = "a.py", category: str = "crash") -> Reported:
    return Reported(AnnotatedLines(path, line, line), category, 0.9, message)


def judged(known: Case, *findings: Reported) -> Judged:
    return Judged(known, (Answer(findings),))


TWO = case(("a.py", 10, "first"), ("a.py", 40, "second"), ("b.py", 5, "other file"))


def test_only_what_matches_nothing_is_asked_about_with_all_defects_of_its_file():
    found = judged(TWO, said("plain", 10, category="race"), said("odd", 41), said("elsewhere", 5, "c.py"), said(" ", 7))
    assert judging.doubts([found]) == [Doubt("odd", ("first", "second"))]


def test_nothing_is_asked_about_a_case_that_misses_nothing_or_is_clean():
    whole = judged(case(("a.py", 10, "first")), said("plain", 10, category="race"), said("odd", 30))
    assert judging.doubts([whole, judged(case(), said("odd", 30))]) == []


def test_the_word_of_the_judge_makes_a_finding_found_or_repeated():
    before = judged(TWO, said("plain", 10, category="race"), said("odd", 20), said("again", 12), said("no", 50))
    assert metrics.counts_of(before) == Counts(found=1, wrong=3, missed=2)
    both = ("first", "second")
    decisions = {
        Doubt("odd", both): Decision(1),
        Doubt("again", both): Decision(0),
        Doubt("no", both): Decision(None),
        **{each.doubt: Decision(0) for each in sample()},
    }
    after = judging.decided(before, decisions)
    assert metrics.counts_of(after) == Counts(found=2, wrong=1, missed=1, repeated=1)
    report = judging.reported("a/b", "judge-1", [before], [after], decisions)
    assert (report.requested, report.undecided, report.found, report.repeated) == (3, 0, 1, 1)
    assert report.without == Counts(found=1, wrong=3, missed=2)
    assert metrics.counts_of(after, lambda finding, annotation: False).found == 0


def test_what_is_undecided_matches_nothing_and_is_counted():
    before = judged(TWO, said("odd", 20))
    decisions = {each.doubt: Decision(problem="cut") for each in sample()}
    decisions[Doubt("odd", ("first", "second"))] = Decision(problem="cut")
    after = judging.decided(before, decisions)
    assert after == before
    report = judging.reported("a/b", "judge-1", [before], [after], decisions)
    assert (report.undecided, report.agreement.undecided) == (1, len(sample()))
    assert (report.agreement.share, report.agreement.kappa) == (None, None)


def labelled(*labels: bool) -> list[LabelledRemark]:
    return [LabelledRemark(f"remark {number}", "defect", same) for number, same in enumerate(labels)]


@pytest.mark.parametrize(
    ("labels", "words", "agreed", "kappa"),
    [
        ((True, True, False, False, False), (True, True, False, False, False), 5, 1.0),
        ((True, True, False, False, False), (True,) * 5, 2, 0.0),
        # By chance .4 * .8 + .6 * .2 = .44 agree, 3 of 5 do.
        ((True, True, False, False, False), (True, True, True, True, False), 3, (0.6 - 0.44) / (1 - 0.44)),
        ((True, True), (True, True), 2, None),
        ((True, False), (False, True), 0, -1.0),
    ],
)
def test_agreement_is_what_arithmetic_says(labels, words, agreed, kappa):
    sampled = labelled(*labels)
    decisions = {each.doubt: Decision(0 if yes else None) for each, yes in zip(sampled, words, strict=True)}
    found = judging.agreement(sampled, decisions)
    assert found.share == intervals.share(agreed, len(labels))
    assert found.kappa == (None if kappa is None else pytest.approx(kappa, abs=1e-12))
    assert (found.pairs, found.undecided) == (len(labels), 0)


def test_the_sample_has_both_labels_for_each_defect_and_no_remark_twice():
    assert len(sample()) == len({each.doubt for each in sample()}) >= 60
    defects = {each.defect for each in sample()}
    for label in (True, False):
        assert {each.defect for each in sample() if each.same is label} == defects
    assert 0.4 <= sum(each.same for each in sample()) / len(sample()) <= 0.6


def test_every_format_names_the_judge_its_agreement_and_what_it_changed():
    before = judged(TWO, said("odd", 20))
    decisions = {each.doubt: Decision(0 if each.same else None) for each in sample()}
    decisions[Doubt("odd", ("first", "second"))] = Decision(1)
    after = judging.decided(before, decisions)
    report = judging.reported("a/b", "judge-1", [before], [after], decisions)
    found = results.figures("", "x/y", (), [after], {}, report)
    for name in formats.names():
        text = formats.find(name).write(results.Results("set", found))
        assert "a/b" in text
        assert "judge-1" in text
        if name == "json":
            first = json.loads(text)["first"]
            assert first["judge"]["agreement"]["kappa"] == 1.0
            assert [each["fate"] for each in first["per_case"]["one"]["outcomes"] if each["by_judge"]] == ["found"]
        else:
            assert f"{len(sample())} of {len(sample())} labelled remarks, kappa 1.000" in text
            assert "1 found, 0 repeated" in text
            assert ("race (by the judge)" in text) == (name in ("html", "md"))
            assert "precision 0.000, recall 0.000" in text
    assert "judge" not in formats.find("text").write(
        results.Results("set", results.figures("", "x/y", (), [before], {}))
    )
