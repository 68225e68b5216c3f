"""`reread history`: what runs found, and since when."""

from __future__ import annotations

import json

from reread.server.known import state
from reread.server.report.review import ReviewOutcome

NAP = "import take_a_nap; take_a_nap(1)\n"


def test_findings_have_a_history(repository, reread):
    repository.write("a.py", NAP)
    repository.write("b.py", "x = 1\n")
    reread("check")
    assert reread("history").out.startswith("a.py:1: warning no-sleep since 20")
    repository.write("a.py", "x = 1\n")
    reread("check")
    assert reread("history").out == ""
    assert ", gone 20" in reread("history", "gone").out
    assert [run["findings"] for run in json.loads(reread("history", "runs", "--format", "json").out)["runs"]] == [0, 1]


def test_a_finding_of_the_history_can_be_dismissed(repository, reread):
    repository.write("a.py", NAP)
    repository.git("add", ".")
    reread("check", "--staged", "--format", "json")
    (finding,) = json.loads(reread("history", "--format", "json").out)["findings"]
    assert reread("feedback", "dismiss", finding["fingerprint"]).code == 0
    assert reread("check", "--staged").code == 0


def test_nothing_is_known_before_the_first_run(folder, reread):
    assert reread("history") == (0, "", "")
    assert reread("history", "runs") == (0, "", "")


def test_reviews_are_listed_with_what_they_took(repository, reread):
    outcome = ReviewOutcome(provider="ollama", model="small", units=1, cached=1, tokens=1_200, cost=None)
    assert state.record_review(str(repository.path), outcome) == ""
    assert reread("history", "reviews").out.endswith(
        " ollama small: 0 findings in 1 part, 1 from the cache; 1,200 tokens, cost not known\n"
    )
    (review,) = json.loads(reread("history", "reviews", "--format", "json").out)["reviews"]
    assert (review["tokens"], review["cost"], review["problem"]) == (1_200, None, "")
