from __future__ import annotations

import subprocess
import sys

import pytest

from reread.analyzers.review.ledger import Call, Ledger, LedgerError, Limits, Spent
from reread.analyzers.review.provider import BudgetError, Usage

CALL = Call("run-1", "review", "openai", "gpt", "review-1")


@pytest.fixture
def ledger(tmp_path):
    return Ledger(str(tmp_path / "deep" / "ledger.sqlite"))


def test_what_a_call_took_replaces_what_was_reserved(ledger):
    number = ledger.reserve(CALL, Usage(100, 1_000), 0.5, Limits())
    assert ledger.spent() == Spent(1_100, 0.5, 0)
    ledger.settle(number, "done", Usage(90, 20), 0.1, 1.5)
    assert ledger.spent() == Spent(110, 0.1, 0)


def test_a_call_whose_price_is_not_known_counts_in_tokens_only(ledger):
    ledger.reserve(CALL, Usage(1, 2), None, Limits(cost_per_day=0.01))
    assert ledger.spent() == Spent(3, 0.0, 1)


def test_a_cached_answer_is_entered_and_costs_nothing(ledger):
    ledger.record_cached(CALL)
    assert ledger.spent() == Spent(0, 0.0, 0)


@pytest.mark.parametrize(
    ("limits", "name"),
    [
        (Limits(tokens_per_run=1_500), "tokens-per-run"),
        (Limits(tokens_per_day=1_500), "tokens-per-day"),
        (Limits(cost_per_run=0.15), "cost-per-run"),
        (Limits(cost_per_day=0.15), "cost-per-day"),
    ],
)
def test_a_limit_stops_before_spending(ledger, limits, name):
    ledger.reserve(CALL, Usage(500, 500), 0.1, limits)
    with pytest.raises(BudgetError, match=f"review.{name}"):
        ledger.reserve(CALL, Usage(500, 500), 0.1, limits)
    assert ledger.spent().tokens == 1_000


def test_another_run_has_its_own_limit_but_the_same_day(ledger):
    other = CALL._replace(run="run-2")
    ledger.reserve(CALL, Usage(900, 0), 0.0, Limits())
    ledger.reserve(other, Usage(900, 0), 0.0, Limits(tokens_per_run=1_000))
    with pytest.raises(BudgetError, match="tokens-per-day"):
        ledger.reserve(other, Usage(900, 0), 0.0, Limits(tokens_per_day=2_000))
    assert ledger.spent(run="run-2").tokens == 900


def test_yesterday_does_not_count_today(ledger):
    import sqlite3

    ledger.reserve(CALL, Usage(900, 0), 0.0, Limits())
    database = sqlite3.connect(ledger.path)
    with database:
        database.execute("UPDATE calls SET time = time - 86400")
    database.close()
    ledger.reserve(CALL._replace(run="run-2"), Usage(900, 0), 0.0, Limits(tokens_per_day=1_000))


def test_a_zero_limit_is_none(ledger):
    ledger.reserve(CALL, Usage(10**9, 0), 10**6, Limits(0, 0, 0, 0))
    assert ledger.spent().tokens == 10**9


RESERVE = """
import sys
from reread.analyzers.review.ledger import Call, Ledger, Limits
from reread.analyzers.review.provider import BudgetError, Usage
ledger, done = Ledger(sys.argv[1]), 0
for _ in range(40):
    try:
        ledger.reserve(Call("r", "review", "p", "m", "v"), Usage(10, 0), 0.0, Limits(tokens_per_day=500))
        done += 1
    except BudgetError:
        pass
print(done)
"""


def test_processes_share_one_budget(ledger):
    ledger.spent()
    command = [sys.executable, "-c", RESERVE, ledger.path]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    taken = [int(process.communicate(timeout=60)[0]) for process in processes]
    assert sum(taken) == 50
    assert ledger.spent().tokens == 500


def test_a_ledger_that_is_no_database_is_put_aside(ledger, tmp_path):
    ledger.spent()
    (tmp_path / "deep" / "ledger.sqlite-wal").unlink(missing_ok=True)
    (tmp_path / "deep" / "ledger.sqlite-shm").unlink(missing_ok=True)
    (tmp_path / "deep" / "ledger.sqlite").write_bytes(b"not a database" * 500)
    ledger.reserve(CALL, Usage(1, 1), 0.0, Limits())
    assert ledger.spent().tokens == 2
    assert (tmp_path / "deep" / "ledger.sqlite.damaged").exists()


def test_a_ledger_that_cannot_be_written_is_one_clear_line(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(LedgerError, match="nothing is sent"):
        Ledger(str(tmp_path / "file" / "ledger.sqlite")).reserve(CALL, Usage(1, 1), 0.0, Limits())
