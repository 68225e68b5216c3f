from __future__ import annotations

import subprocess
import sys

import pytest

from reread.analyzers.review.provider import BudgetError, Usage
from reread.analyzers.review.spend.ledger import Call, Ledger, LedgerError, NoRoomYetError, SpendingLimits, Spent

CALL = Call("run-1", "review", "openai", "gpt", "review-1")


@pytest.fixture
def ledger(tmp_path):
    return Ledger(str(tmp_path / "deep" / "ledger.sqlite"))


def ended(ledger, call, usage, cost, limits=SpendingLimits()):  # noqa: B008 - frozen
    """Enter a call that took all that it could."""
    ledger.settle(ledger.reserve(call, usage, cost, limits), "done", usage, cost, 1.0)


def run(command):
    subprocess.run(command, check=True, timeout=300)


ONE = """
import os, sys
from reread.analyzers.review.spend.ledger import Call, Ledger, SpendingLimits
from reread.analyzers.review.provider import Usage
Ledger(sys.argv[1]).reserve(Call("other", "review", "p", "m", "v"), Usage(500, 500), 0.4, SpendingLimits())
"""


def test_what_a_call_took_replaces_what_was_reserved(ledger):
    number = ledger.reserve(CALL, Usage(100, 1_000), 0.5, SpendingLimits())
    assert ledger.spent() == Spent(0, 0.0, 0, open_tokens=1_100, open_cost=0.5)
    ledger.settle(number, "done", Usage(90, 20), 0.1, 1.5)
    assert ledger.spent() == Spent(110, 0.1, 0)


def test_a_call_whose_price_is_not_known_counts_in_tokens_only(ledger):
    ledger.reserve(CALL, Usage(1, 2), None, SpendingLimits(cost_per_day=0.01))
    assert ledger.spent().open_tokens == 3


def test_a_glance_sees_what_was_spent_while_another_process_writes(ledger, tmp_path):
    assert ledger.glance(0.0) == Spent(0, 0.0, 0), "there is none yet"
    ended(ledger, CALL, Usage(90, 20), 0.1)
    with ledger._transaction() as database:
        database.execute("DELETE FROM calls")
        assert ledger.glance(0.0) == Spent(110, 0.1, 0)


@pytest.mark.parametrize("content", [b"", b"no database"])
def test_a_glance_at_a_ledger_that_is_just_being_made_is_nothing(tmp_path, content):
    place = tmp_path / "ledger.sqlite"
    place.write_bytes(content)
    assert Ledger(str(place)).glance(0.0) == Spent(0, 0.0, 0)


def test_a_cached_answer_is_entered_and_costs_nothing(ledger):
    ledger.record_cached(CALL)
    assert ledger.spent() == Spent(0, 0.0, 0)


@pytest.mark.parametrize(
    ("limits", "name"),
    [
        (SpendingLimits(tokens_per_run=1_500), "tokens-per-run"),
        (SpendingLimits(tokens_per_day=1_500), "tokens-per-day"),
        (SpendingLimits(cost_per_run=0.15), "cost-per-run"),
        (SpendingLimits(cost_per_day=0.15), "cost-per-day"),
    ],
)
def test_a_limit_stops_before_spending(ledger, limits, name):
    ended(ledger, CALL, Usage(500, 500), 0.1)
    with pytest.raises(BudgetError, match=f"review.{name}"):
        ledger.reserve(CALL, Usage(500, 500), 0.1, limits)
    assert ledger.spent() == Spent(1_000, 0.1, 0)


def test_there_may_be_room_once_an_open_call_has_ended(ledger):
    limits = SpendingLimits(cost_per_run=0.45)
    number = ledger.reserve(CALL, Usage(500, 500), 0.4, limits)
    with pytest.raises(NoRoomYetError, match=r"review\.cost-per-run is"):
        ledger.reserve(CALL, Usage(500, 500), 0.4, limits)
    ledger.settle(number, "done", Usage(500, 20), 0.02, 1.0)
    ledger.reserve(CALL, Usage(500, 500), 0.4, limits)


def test_what_is_said_as_spent_has_no_reservation_in_it(ledger):
    ended(ledger, CALL, Usage(90, 10), 0.02)
    ledger.reserve(CALL, Usage(400, 0), 0.4, SpendingLimits())
    with pytest.raises(BudgetError, match=r"\$0.02 is spent and up to \$0.5000 is needed"):
        ledger.reserve(CALL, Usage(1, 1), 0.5, SpendingLimits(cost_per_run=0.45))
    with pytest.raises(BudgetError, match="100 tokens are spent and about 500 are needed"):
        ledger.reserve(CALL, Usage(500, 0), 0.0, SpendingLimits(tokens_per_run=450))


def test_a_call_whose_process_was_killed_is_not_waited_for_and_counts_with_the_most(ledger):
    run([sys.executable, "-c", ONE, ledger.path])
    limits = SpendingLimits(cost_per_day=0.5)
    with pytest.raises(BudgetError, match=r"\$0.00 is spent, up to \$0.40 more by calls that were broken off"):
        ledger.reserve(CALL, Usage(1, 1), 0.2, limits)
    assert (ledger.spent().lost_tokens, ledger.spent().tokens) == (1_000, 0)
    assert [entry.state for entry in ledger.entries()] == ["lost"]
    ledger.reserve(CALL, Usage(1, 1), 0.1, limits)


def test_a_call_that_is_open_for_longer_than_any_answer_takes_is_not_waited_for(ledger, monkeypatch):
    ledger.reserve(CALL, Usage(1, 1), 0.4, SpendingLimits())
    monkeypatch.setattr("reread.analyzers.review.spend.ledger.LONGEST", -1.0)
    with pytest.raises(BudgetError):
        ledger.reserve(CALL, Usage(1, 1), 0.2, SpendingLimits(cost_per_day=0.5))


def test_a_ledger_of_an_earlier_version_goes_on(ledger):
    import sqlite3

    ended(ledger, CALL, Usage(1, 1), 0.1)
    database = sqlite3.connect(ledger.path)
    with database:
        database.execute("ALTER TABLE calls DROP COLUMN owner")
    database.close()
    ledger.reserve(CALL, Usage(1, 1), 0.1, SpendingLimits())
    assert ledger.spent() == Spent(2, 0.1, 0, open_tokens=2, open_cost=0.1)


def test_another_run_has_its_own_limit_but_the_same_day(ledger):
    other = CALL._replace(run="run-2")
    ended(ledger, CALL, Usage(900, 0), 0.0)
    ended(ledger, other, Usage(900, 0), 0.0, SpendingLimits(tokens_per_run=1_000))
    with pytest.raises(BudgetError, match="tokens-per-day"):
        ledger.reserve(other, Usage(900, 0), 0.0, SpendingLimits(tokens_per_day=2_000))
    assert ledger.spent(run="run-2").tokens == 900


def test_yesterday_does_not_count_today(ledger):
    import sqlite3

    ledger.reserve(CALL, Usage(900, 0), 0.0, SpendingLimits())
    database = sqlite3.connect(ledger.path)
    with database:
        database.execute("UPDATE calls SET time = time - 86400")
    database.close()
    ledger.reserve(CALL._replace(run="run-2"), Usage(900, 0), 0.0, SpendingLimits(tokens_per_day=1_000))
    assert ledger.spent(run="run-2").open_tokens == 900


def test_a_zero_limit_is_none(ledger):
    ledger.reserve(CALL, Usage(10**9, 0), 10**6, SpendingLimits(0, 0, 0, 0))
    assert ledger.spent().most_tokens == 10**9


RESERVE = """
import sys
from reread.analyzers.review.spend.ledger import Call, Ledger, SpendingLimits
from reread.analyzers.review.spend.ledger import NoRoomYetError
from reread.analyzers.review.provider import BudgetError, Usage
ledger, done = Ledger(sys.argv[1]), 0
for _ in range(40):
    try:
        ledger.reserve(Call("r", "review", "p", "m", "v"), Usage(10, 0), 0.0, SpendingLimits(tokens_per_day=500))
        done += 1
    except (BudgetError, NoRoomYetError):
        pass
print(done)
"""


def test_processes_share_one_budget(ledger):
    ledger.spent()
    command = [sys.executable, "-c", RESERVE, ledger.path]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    taken = [int(process.communicate(timeout=300)[0]) for process in processes]
    assert sum(taken) == 50
    assert ledger.spent().most_tokens == 500


def test_a_ledger_that_is_no_database_is_put_aside(ledger, tmp_path):
    ledger.spent()
    (tmp_path / "deep" / "ledger.sqlite-wal").unlink(missing_ok=True)
    (tmp_path / "deep" / "ledger.sqlite-shm").unlink(missing_ok=True)
    (tmp_path / "deep" / "ledger.sqlite").write_bytes(b"not a database" * 500)
    ledger.reserve(CALL, Usage(1, 1), 0.0, SpendingLimits())
    assert ledger.spent().most_tokens == 2
    assert (tmp_path / "deep" / "ledger.sqlite.damaged").exists()


def test_a_ledger_that_cannot_be_written_is_one_clear_line(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(LedgerError, match="nothing is sent"):
        Ledger(str(tmp_path / "file" / "ledger.sqlite")).reserve(CALL, Usage(1, 1), 0.0, SpendingLimits())


@pytest.mark.parametrize(("unit", "size"), [("tokens", 1_500), ("cost", 0.15)])
def test_the_month_has_limits_of_its_own(ledger, unit, size):
    import sqlite3

    limits = SpendingLimits(**{f"{unit}_per_month": size})
    ended(ledger, CALL, Usage(500, 500), 0.1, limits)
    database = sqlite3.connect(ledger.path)
    with database:
        database.execute("UPDATE calls SET time = strftime('%s', 'now', 'localtime', 'start of month', 'utc')")
    database.close()
    with pytest.raises(BudgetError, match=f"review.{unit}-per-month"):
        ledger.reserve(CALL._replace(run="run-2"), Usage(500, 500), 0.1, limits)


def test_a_model_that_costs_nothing_is_not_stopped_by_what_others_cost(ledger):
    ledger.reserve(CALL, Usage(1, 1), 5.0, SpendingLimits())
    ledger.reserve(CALL, Usage(1, 1), 0.0, SpendingLimits(cost_per_day=1.0))


def test_the_room_that_is_left_names_the_tightest_limit(ledger):
    ledger.reserve(CALL, Usage(900, 0), 0.4, SpendingLimits())
    limits = SpendingLimits(tokens_per_run=5_000, tokens_per_day=1_000, cost_per_run=0.5, cost_per_month=10.0)
    room = ledger.room(limits, CALL.run)
    assert (room.tokens, room.tokens_by) == (100, "review.tokens-per-day")
    assert (round(room.cost, 6), room.cost_by) == (0.1, "review.cost-per-run")


def test_nothing_is_left_of_a_limit_that_was_passed_and_everything_without_one(ledger):
    ledger.reserve(CALL, Usage(900, 0), 0.4, SpendingLimits())
    assert ledger.room(SpendingLimits(tokens_per_day=100)) == (0, "review.tokens-per-day", None, "")


def test_entries_come_in_order_since_a_moment(ledger):
    ledger.record_cached(CALL)
    number = ledger.reserve(CALL, Usage(5, 6), None, SpendingLimits())
    ledger.settle(number, "done", Usage(5, 1), None, 2.5)
    assert [(entry.state, entry.output_tokens, entry.cost) for entry in ledger.entries()] == [
        ("cached", 0, 0.0),
        ("done", 1, None),
    ]
    assert ledger.entries(ledger.entries()[1].time + 1) == []


def test_a_ledger_that_is_not_there_has_no_entries_and_is_not_made(ledger):
    import os

    assert ledger.entries() == []
    assert not os.path.exists(ledger.path)


SPEND = """
import sys
from reread.analyzers.review.spend.ledger import Call, Ledger, SpendingLimits
from reread.analyzers.review.spend.ledger import NoRoomYetError
from reread.analyzers.review.provider import BudgetError, Usage
ledger, done = Ledger(sys.argv[1]), 0
turn = 0
while turn < 30:
    try:
        number = ledger.reserve(Call("r", "review", "p", "m", "v"), Usage(10, 0), 0.25, SpendingLimits(cost_per_month=5.0))
    except NoRoomYetError:
        continue  # The other process has a question open, for a moment.
    except BudgetError:
        turn += 1
        continue
    ledger.settle(number, "done", Usage(5, 0), 0.125, 0.1)
    done += 1
    turn += 1
print(done)
"""


def test_two_processes_at_once_never_spend_more_than_a_limit_in_money(ledger):
    ledger.spent()
    command = [sys.executable, "-c", SPEND, ledger.path]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    done = sum(int(process.communicate(timeout=300)[0]) for process in processes)
    assert ledger.spent().cost == done * 0.125 <= 5.0
    assert done >= 39
