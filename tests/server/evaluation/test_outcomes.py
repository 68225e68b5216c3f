"""What became of each finding, and what two settings differ in."""

from __future__ import annotations

import json
import re
import time

import pytest

from reread.server.evaluation import formats, outcomes, results
from reread.server.evaluation.metrics import Counts
from reread.server.evaluation.outcomes import CaseChange
from reread.server.evaluation.values import AnnotatedLines, Judged
from tests.server.evaluation.test_metrics import NOISY, answer, case


def at(line):
    return AnnotatedLines("a.py", line, line)


def figures(*cases, label=""):
    return results.figures(label, "a/b", ("review-1",), cases, {})


def compared(first, other):
    one, another = figures(first, label="one"), figures(other, label="other")
    return results.Results("set", one, another, results.compared(one, another))


def test_each_finding_and_each_missed_defect_of_a_run_is_listed_wrong_ones_first():
    found = outcomes.case_outcome(NOISY[0])
    assert found.counts == Counts(found=3, wrong=1, missed=1)
    assert [(each.fate, each.run, each.place.first, each.defect) for each in found.outcomes] == [
        ("wrong", 1, 50, None),
        ("missed", 1, 30, 1),
        ("found", 1, 10, 0),
        ("found", 2, 10, 0),
        ("found", 2, 30, 1),
    ]


def test_settings_that_find_the_same_differ_in_nothing():
    assert compared(NOISY[0], NOISY[0]).difference.changes == ()


def test_a_defect_that_only_one_finds_and_a_finding_that_only_one_invents_are_what_differs():
    first = Judged(case("one", 10, 30), (answer((10, 0.9), (50, 0.8)),))
    other = Judged(case("one", 10, 30), (answer((10, 0.7), (30, 0.8)),))
    assert compared(first, other).difference.changes == (
        CaseChange("one", "found", at(30), "race", "", 0, 1),
        CaseChange("one", "wrong", at(50), "race", "", 1, 0),
    )


def test_runs_are_compared_by_their_share():
    once = Judged(case("one", 10), (answer((10, 0.9)),))
    twice = Judged(case("one", 10), (answer((10, 0.9)), answer((10, 0.9))))
    half = Judged(case("one", 10), (answer((10, 0.9)), answer()))
    assert compared(once, twice).difference.changes == ()
    [change] = compared(once, half).difference.changes
    assert (change.first, change.other) == (1, 1)


def test_every_format_but_text_lists_findings_and_all_say_what_differs():
    first = Judged(case("one", 10, 30), (answer((10, 0.9), (50, 0.8)),))
    whole = compared(first, Judged(first.case, (answer((10, 0.7)),)))
    for name in ("html", "md", "text"):
        text = formats.find(name).write(whole)
        assert "Cases that differ (in how many runs): 1" in text, name
        assert "a.py:50" in text.replace("\\", ""), name
    read = json.loads(formats.find("json").write(whole))
    assert read["first"]["per_case"]["one"]["outcomes"][0] == {
        "fate": "wrong",
        "run": 1,
        "place": {"path": "a.py", "first": 50, "last": 50},
        "kind": "race",
        "message": "",
        "confidence": 0.8,
        "defect": None,
        "by_judge": False,
    }
    assert read["difference"]["changes"][0]["case"] == "one"


def test_a_long_list_ends_with_how_many_are_left_out():
    many = figures(Judged(case("one"), (answer(*((line, 0.5) for line in range(1, 251))),)))
    for name in ("html", "md"):
        text = formats.find(name).write(results.Results("set", many))
        assert "Wrong findings: 250" in text
        assert "50 more are in the JSON output" in text


def test_what_a_model_says_stays_text_in_markdown():
    said = Judged(case("one"), (answer((3, 0.5)),))
    said = Judged(said.case, (said.answers[0].__class__((_with(said.answers[0].findings[0], "a | b [c](http://d)"),)),))
    text = formats.find("md").write(results.Results("set", figures(said)))
    assert "a \\| b" in text
    assert "](http" not in text


def _with(finding, message):
    return finding.__class__(finding.place, finding.category, finding.confidence, message)


def test_the_page_is_for_light_and_dark_screens_and_loads_nothing():
    text = formats.find("html").write(results.Results("set", figures(*NOISY)))
    assert "color-scheme: light dark" in text
    assert "prefers-color-scheme: dark" in text
    assert "<script" not in text
    assert set(re.findall(r"https?://[^\s\"'<>]+", text)) <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }


@pytest.mark.slow
def test_a_page_over_fifty_thousand_findings_is_quick_and_small():
    languages = ("go", "java", "python")
    cases = [
        Judged(
            case(str(number), 10, 30, language=languages[number % 3]),
            (answer(*((line, line / 60) for line in range(1, 41, 2)), category=("race", "bug", "typo")[number % 3]),),
        )
        for number in range(2_500)
    ]
    started = time.process_time()
    text = formats.find("html").write(results.Results("set", figures(*cases)))
    assert time.process_time() - started < 5
    assert len(text) < 5_000_000
