"""`review_changes` and the lookups: consent, what is sent, and what an agent is given of the index."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest

from reread.server import checking
from tests.server.mcp.conftest import call, refused
from tests.standin import StandIn
from tests.standin.replies import Fault, Reply

MEAN = "def mean(values):\n    return sum(values) / len(values)\n"


@pytest.fixture
def model(folder, monkeypatch) -> Iterator[StandIn]:
    with StandIn() as stand_in:
        monkeypatch.setenv("OPENAI_BASE_URL", stand_in.openai_url)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        yield stand_in


@pytest.fixture
def changed(folder):
    folder.write("a.py", "take_a_nap()\n")
    folder.commit()
    folder.write("a.py", f"take_a_nap()\n\n\n{MEAN}")
    return folder


async def test_a_change_is_reviewed_by_rules_and_model_once_a_person_agreed(changed, connect, model):
    asked: list[str] = []
    async with connect(says=True, asked=asked) as client:
        answer = await call(client, "review_changes", intent="Compute the mean")
    assert [each["rule"] for each in answer["findings"]] == ["model/division-by-zero"]
    assert f"127.0.0.1:{model.port}" in asked[0]
    assert all("Compute the mean" in request.prompt for request in model.reviews)


@pytest.mark.parametrize("says", [None, False], ids=["nobody can be asked", "the person says no"])
async def test_nothing_is_sent_without_consent(changed, connect, model, says):
    async with connect(says=says) as client:
        answer = await call(client, "review_changes")
    assert (answer["findings"], model.requests) == ([], [])
    assert answer["notes"]


@pytest.mark.slow
async def test_the_progress_of_a_review_is_told(changed, connect, model, monkeypatch):
    monkeypatch.setenv("REREAD_CONSENT", "1")
    told: list[str] = []

    async def progress(done: float, total: float | None, message: str | None) -> None:
        told.append(message or "")

    async with connect() as client:
        await client.call_tool("review_changes", {}, progress_callback=progress)
    assert told[0] == "checking with rules"
    assert any("a.py" in line for line in told[1:])


async def test_a_base_means_the_change_since_it(folder, connect):
    folder.write("a.py", "x = 1\n")
    folder.commit()
    folder.git("branch", "before")
    folder.write("a.py", "x = 1\ntake_a_nap()\n")
    folder.commit()
    async with connect() as client:
        since = await call(client, "review_changes", base="before", use_model=False)
        uncommitted = await call(client, "review_changes", use_model=False)
        unknown = await refused(client, "review_changes", base="nonsense", use_model=False)
        contradicts = await refused(client, "review_changes", base="before", scope="staged", use_model=False)
    assert [each["line"] for each in since["findings"]] == [2]
    assert (uncommitted["findings"], uncommitted["files"]) == ([], 0)
    assert "nonsense" in unknown
    assert "\n" not in unknown
    assert "not with staged" in contradicts


async def test_both_tools_give_findings_of_every_level(folder, connect):
    folder.write("a.py", "x = 1\n")
    folder.commit()
    folder.write("reread.toml", '[rules]\nignore = ["undefined-name"]\nseverity = {"no-sleep" = "hint"}\n')
    folder.write("a.py", "take_a_nap()\nold_name(1)\n")
    async with connect() as client:
        checked = await call(client, "check_files", paths=["a.py"])
        reviewed = await call(client, "review_changes", use_model=False)
    assert [each["severity"] for each in checked["findings"]] == ["hint", "error"]
    assert reviewed["findings"] == checked["findings"]


async def test_an_agent_is_given_no_secret_and_no_file_that_never_leaves(folder, connect):
    folder.write("settings.py", 'def connect_database():\n    password = "hunter2-Zx81qq"\n    return password\n')
    folder.write(".rereadignore", "private.py\n")
    folder.write("private.py", "def connect_database_privately():\n    return 1\n")
    async with connect() as client:
        found = await call(client, "search_code", query="connect database")
        related = await call(client, "context_for", path="settings.py", line=2)
    assert "settings.py" in {each["path"] for each in found["pieces"]}
    said = str((found, related))
    assert "hunter2-Zx81qq" not in said
    assert "private" not in {each["path"].partition(".")[0] for each in found["pieces"]}


async def test_the_progress_grows_with_each_message_up_to_the_whole(changed, connect, model, monkeypatch):
    monkeypatch.setenv("REREAD_CONSENT", "1")
    for name in "bcd":
        changed.write(f"{name}.py", MEAN.replace("mean", f"mean_{name}"))
    told: list[tuple[float, float | None]] = []

    async def progress(done: float, total: float | None, message: str | None) -> None:
        told.append((done, total))

    async with connect() as client:
        await client.call_tool("review_changes", {}, progress_callback=progress)
    assert [done for done, _ in told] == list(range(len(told)))
    assert told[-1] == (5, 5), "the rules, and four functions"


@pytest.mark.parametrize("mode", ["auto", "legacy"])
async def test_a_review_that_the_client_cancels_hangs_up_on_the_model(changed, connect, model, monkeypatch, mode):
    monkeypatch.setenv("REREAD_CONSENT", "1")
    model.always(Reply(fault=Fault.HANG_MIDWAY))
    async with connect(mode=mode) as client:
        asked = asyncio.create_task(client.call_tool("review_changes", {}))
        await asyncio.to_thread(model.wait_for_requests, 1)
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked
        await asyncio.to_thread(model.wait_until_abandoned)
        await asyncio.to_thread(model.wait_until_idle)
        sent = len(model.requests)
        # The server goes on: the next review asks for what the first one did not get.
        model.reset()
        answer = await call(client, "review_changes")
    assert sent == 1
    assert [each["rule"] for each in answer["findings"]] == ["model/division-by-zero"]


@pytest.mark.parametrize("tool", ["check_files", "review_changes"])
async def test_work_by_rules_stops_when_the_client_cancels(folder, connect, model, monkeypatch, tool):
    monkeypatch.setenv("REREAD_CONSENT", "1")
    for number in range(5):
        folder.write(f"{number}.py", MEAN)
    began, goes_on, looked = threading.Event(), threading.Event(), []

    def slow(job, source):
        looked.append(source.path)
        began.set()
        assert goes_on.wait(60)
        return checked(job, source)

    checked = checking._checked
    monkeypatch.setattr(checking, "_checked", slow)
    # In this mode the client of the SDK sends messages in memory, too, as it does to a process; else it only calls.
    async with connect(mode="legacy") as client:
        asked = asyncio.create_task(client.call_tool(tool, {}))
        await asyncio.to_thread(began.wait, 60)
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked
        # Other requests are answered meanwhile; the next check waits for the end of the one before.
        await call(client, "baseline_status")
        after = asyncio.create_task(call(client, "check_files", paths=["0.py"]))
        await call(client, "baseline_status")
        assert len(looked) == 1
        goes_on.set()
        await after
    assert (looked[1:], model.requests) == (["0.py"], [])
