"""A review that is the same in a workspace that is the same is answered as before, without the worker."""

from __future__ import annotations

import json
import subprocess
import sys

import msgspec
import pytest

from reread.analyzers.findings import Finding, Severity, Source
from reread.analyzers.review.spend.ledger import Ledger
from reread.analyzers.review.spend.stats import groups
from reread.analyzers.text import Span
from reread.server.report.review import PlannedUnit, ReviewDocument, ReviewOutcome, ReviewPlan, ReviewRequest
from reread.server.review import stored_reviews
from reread.server.review.spending import ledger_path
from reread.server.settings import Settings
from tests.standin import StandIn

GOOD = "def total(items):\n    result = 0\n    for index in range(len(items)):\n        result += items[index]\n    return result\n"
BAD = GOOD.replace("len(items)", "len(items) + 1")
FOUND = Finding("model/off-by-one", "Too far.", Span(0, 3), Severity.WARNING, source=Source.MODEL, confidence=0.9)
PLAN = ReviewPlan((PlannedUnit("a.py", "total", 1, 5, "ask", 900, 0.1, 1),), tokens=900, cost=0.1, runs=1)
OUTCOME = ReviewOutcome((("a.py", FOUND),), units=1, tokens=900, cost=0.1, provider="ollama", model="m")


@pytest.fixture
def staged(nothing_from_outside, repository):
    repository.write("a.py", GOOD)
    repository.write("b.py", "from a import total\n")
    repository.commit()
    repository.write("a.py", BAD)
    repository.git("add", "a.py")
    return repository


def request(repository, text: str = BAD) -> ReviewRequest:
    path = str(repository.path / "a.py")
    return ReviewRequest(str(repository.path), (ReviewDocument("a.py", path, "a.py", "python", text, GOOD),))


def key(repository, settings: Settings | None = None, *, context: bool = True, text: str = BAD) -> str:
    return stored_reviews.key_of(request(repository, text), settings or Settings(), context=context)


def test_what_is_kept_is_found_again_and_costs_nothing(staged, tmp_path):
    stored_reviews.store(key(staged), request(staged), PLAN, OUTCOME)
    found = stored_reviews.find(key(staged))
    assert found is not None and found.outcome.findings == OUTCOME.findings
    assert (found.outcome.tokens, found.outcome.cost, found.outcome.cached) == (0, 0.0, 1)
    assert (found.plan.tokens, found.plan.runs, found.plan.units[0].fate) == (0, 0, "cached")
    [path] = (tmp_path / "cache" / "reviews").iterdir()
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "change",
    [
        lambda repository: repository.write("b.py", "from a import total\n\ntotal([])\n"),
        lambda repository: repository.write("AGENTS.md", "# Code\nNo loops.\n"),
        lambda repository: repository.git("commit", "-q", "--only", "--allow-empty", "--message", "other"),
    ],
    ids=["another file", "a new file", "another commit"],
)
def test_in_a_workspace_that_changed_it_is_another_review(staged, change):
    before = key(staged)
    assert before == key(staged)
    change(staged)
    assert key(staged) != before


@pytest.mark.slow
def test_another_text_or_setting_makes_another_review(staged):
    review = Settings().review
    others = [
        key(staged, context=False),
        key(staged, text=GOOD + "\n"),
        key(staged, Settings(review=msgspec.structs.replace(review, looks=2))),
        key(staged, Settings(review=msgspec.structs.replace(review, exclude=("c.py",)))),
    ]
    assert len({key(staged), *others}) == 5


def test_a_kept_review_counts_in_the_cache_hit_rate(staged):
    stored_reviews.store(key(staged), request(staged), PLAN, OUTCOME)
    found = stored_reviews.find(key(staged))
    assert found is not None
    stored_reviews.enter(found)
    [group] = groups(Ledger(ledger_path()).entries())
    assert (group.provider, group.model, group.kind, group.statistics.hit_rate) == ("ollama", "m", "review", 1.0)


def test_where_nothing_is_cached_nothing_is_kept(staged, tmp_path):
    none = key(staged, Settings(review=msgspec.structs.replace(Settings().review, cache=False)))
    stored_reviews.store(none, request(staged), PLAN, OUTCOME)
    assert (none, stored_reviews.find(none), (tmp_path / "cache" / "reviews").exists()) == ("", None, False)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (BAD, msgspec.structs.replace(OUTCOME, complete=False)),
        (BAD, msgspec.structs.replace(OUTCOME, problems=("it broke",))),
        (BAD, msgspec.structs.replace(OUTCOME, notes=("asked another",))),
        (f'{BAD}\n\nPASSWORD = "hK8-qvW2-zZ91-Lm4"\n', OUTCOME),
    ],
    ids=["incomplete", "a problem", "a note", "a secret"],
)
def test_what_may_come_to_something_else_or_holds_a_secret_is_not_kept(staged, text, outcome):
    stored_reviews.store(key(staged, text=text), request(staged, text), PLAN, outcome)
    assert stored_reviews.find(key(staged, text=text)) is None


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"plan": {}, "outcome": 1}'])
def test_a_damaged_file_is_none(staged, tmp_path, damage):
    stored_reviews.store(key(staged), request(staged), PLAN, OUTCOME)
    [path] = (tmp_path / "cache" / "reviews").iterdir()
    path.write_bytes(damage)
    assert stored_reviews.find(key(staged)) is None


@pytest.mark.slow
def test_the_same_review_starts_no_worker_and_says_the_same(staged, reread, monkeypatch, tmp_path):
    settings = tmp_path / "settings.toml"
    settings.write_text('[rules]\nignore = ["py/loop-past-end"]\n[index]\nenable = false\n')
    monkeypatch.setenv("REREAD_CONFIG", str(settings))
    options = "review", "--staged", "--format", "json"
    with StandIn() as model:
        monkeypatch.setenv("OLLAMA_HOST", model.url)
        first = reread(*options)
        monkeypatch.setattr("reread.server.cli.requests.reviewing.with_worker", None)
        second = reread(*options)
        monkeypatch.setenv("OLLAMA_HOST", "http://elsewhere.example:11434")
        monkeypatch.setattr("reread.server.cli.requests.reviewing.review", lambda *_: pytest.fail("it was asked"))
        with pytest.raises(pytest.fail.Exception):
            reread(*options)
    assert json.loads(second.out)["findings"] == json.loads(first.out)["findings"] != []
    assert "1 changed part, 1 of them answered from the cache" in second.err
    assert "1 from the cache; 0 tokens, $0.0000" in second.err


@pytest.mark.slow
def test_what_asks_a_model_is_not_imported_for_an_answer_that_was_kept():
    loaded = "import sys; import reread.server.cli.commands.review; print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    for heavy in ("asyncio", "pydantic", "diskcache", "reread.server.worker.client", "reread.analyzers.engine.engine"):
        assert f"'{heavy}'" not in done.stdout
