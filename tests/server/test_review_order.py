"""The order in which the definitions of a file are asked about: a limit may end the review at any of them."""

from __future__ import annotations

import pytest

from reread.analyzers.review.settings import ReviewSettings
from reread.server.report.review import ReviewDocument, ReviewRequest
from reread.server.review.reviewing import review
from reread.server.review.units import units_of
from reread.server.settings import Settings
from tests.standin import StandIn

OLD = [f"def old{number}(values):\n    return values[{number}] / len(values)\n" for number in range(30)]
CALLER = "def caller(values):\n    return changed(values)\n"
BIG = "def big(values):\n" + "".join(f"    values[{line}] += 1\n" for line in range(12))
CHANGED = "def changed(values):\n    return sum(values) / len(values)\n"
TEXT = "\n\n".join([*OLD, BIG, CALLER, CHANGED])
BASE = TEXT.replace("sum(values)", "max(values)")


def request(text: str = TEXT, base: str | None = BASE, *, whole: bool = True) -> ReviewRequest:
    return ReviewRequest("/w", (ReviewDocument("file:///w/a.py", "/w/a.py", "a.py", "python", text, base),), whole)


def names(asked: ReviewRequest) -> list[str]:
    return [subject.unit.name for subject in units_of(asked, Settings()).subjects]


def test_what_changed_comes_first_then_what_names_it_then_the_largest():
    found = names(request())
    assert found[:3] == ["changed", "caller", "big"]
    assert sorted(found) == sorted(names(request(base=None))), "all of the file is reviewed all the same"


@pytest.mark.parametrize("base", [None, TEXT])
def test_where_nothing_is_known_to_have_changed_the_order_is_that_of_the_file(base):
    assert names(request(base=base))[:2] == ["old0", "old1"]


def test_a_review_of_changes_keeps_its_order():
    text = TEXT.replace("return values[3]", "return values[4]")
    assert names(request(text, whole=False)) == ["old3", "changed"]


async def test_a_limit_that_stops_the_review_stops_it_after_the_changed_definition(monkeypatch, tmp_path):
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    options = ReviewSettings(
        provider="ollama", parts_per_request=1, concurrency=1, second_pass=False, triage="off", tokens_per_run=7_500
    )
    with StandIn() as model:
        monkeypatch.setenv("OLLAMA_HOST", model.url)
        outcome = await review(request(), Settings(review=options), None, lambda uri, finding: None)
        assert not outcome.complete
        assert "return sum(values) / len(values)" in model.requests[0].prompt
    assert [TEXT[slice(*finding.span)] for _, finding in outcome.findings][-1].startswith("return sum(values)")
