"""The model review against the stand-in: what we add to a provider's own time, and whether anything gets lost.

The first two are measured in the editor's server with its worker, the others in the worker alone. The stand-in runs in
this process and takes times with the same clock.
"""

from __future__ import annotations

import asyncio
import json
import os
import queue
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reread.analyzers.review.settings import ReviewSettings
from reread.server.report.review import ReviewDocument, ReviewOutcome, ReviewRequest
from reread.server.settings import Settings
from reread.server.worker.client import Worker
from tests.bench.client import Client
from tests.standin import Fault, Reply, StandIn

_SAMPLES = 30
_WARM_UP = 3
_CHANGES = 100
_PIECE = 24

_FINDING = {
    "title": "Division by zero",
    "message": "It raises ZeroDivisionError for no values.",
    "severity": "warning",
    "category": "division-by-zero",
    "confidence": 0.9,
    "quote": "    return sum(values) / len(values)",
    "why": "len is 0",
    "edits": [
        {
            "search": "    return sum(values) / len(values)",
            "replace": "    return sum(values) / len(values) if values else 0",
        }
    ],
}


def rows(folder: Path, reread: str) -> Iterator[tuple[str, float, float | None, str, float]]:
    """What, ours, theirs, unit, bar (the most)."""
    environment = {
        "REREAD_CACHE_DIR": str(folder / "cache"),
        "REREAD_STATE_DIR": str(folder / "state"),
        "REREAD_CONFIG": str(folder / "config.toml"),
        "REREAD_CONSENT": "1",
        "OPENAI_API_KEY": "sk-nobodys-key",
    }
    workspace = folder / "workspace"
    workspace.mkdir()
    with StandIn() as model:
        overheads, hangups = in_the_editor(workspace, reread, model, environment)
    yield ("first finding shown, over the provider's own time", statistics.median(overheads), None, "ms", 100)
    yield ("cancel to connection closed", statistics.median(hangups), None, "ms", 100)
    os.environ.update(environment)
    with StandIn() as model:
        outcome = asyncio.run(in_the_worker(workspace, model))
    yield (f"{_CHANGES} changes at once: findings lost or doubled", outcome["wrong"], None, "", 0)
    yield ("the same: reviews that failed", outcome["failed"], None, "%", 0.1)
    yield ("the second time, nothing changed: tokens", outcome["tokens"], None, "", 0)
    yield ("the same: time for one change of 20 parts", outcome["again"], None, "ms", 300)


def code(number: int) -> str:
    """A function that nobody asked about before."""
    return f"def mean_{number}(values):\n    return sum(values) / len(values)\n"


def in_the_editor(
    workspace: Path, reread: str, model: StandIn, environment: dict[str, str]
) -> tuple[list[float], list[float]]:
    """Milliseconds from the command to the diagnostic, less what the provider took; and from cancelling to its end."""
    review = {"provider": "openai", "model": "gpt-4o-mini", "baseUrl": model.openai_url, "tokensPerDay": 0}
    client = Client([reread, "server"], workspace, {"review": {**review, "costPerDay": 0}}, environment)
    try:
        client.initialize()
        overheads = [first_finding(client, workspace, model, number) for number in range(_SAMPLES + _WARM_UP)]
        hangups = [hang_up(client, workspace, model, 1_000 + number) for number in range(_SAMPLES)]
        return overheads[_WARM_UP:], hangups
    finally:
        client.stop()


def first_finding(client: Client, workspace: Path, model: StandIn, number: int) -> float:
    """The model holds its answer after the first finding; so whoever sees one has not waited for the rest."""
    uri = opened(client, workspace, number)
    text = json.dumps({"findings": [_FINDING, {**_FINDING, "category": "other"}]})
    whole = text.index("}]}") + 4
    model.reset()
    model.script(Reply(kind="review", text=text, pieces=_PIECE, fault=Fault.GATE, after=whole // _PIECE + 1))
    began = time.perf_counter()
    review(client, uri)
    shown, _ = client.diagnostics(uri, lambda params: any(map(is_generated, params["diagnostics"])))
    asked, held, tried, answered = (
        next(event.time for event in model.state.events if (event.what, event.kind) == wanted)
        for wanted in (("arrived", "review"), ("held", ""), ("arrived", "refute"), ("ended", "refute"))
    )
    model.release()
    ended(client)
    return 1000 * (shown - began - (held - asked) - (answered - tried))


def hang_up(client: Client, workspace: Path, model: StandIn, number: int) -> float:
    uri = opened(client, workspace, number)
    model.reset()
    model.script(Reply(kind="review", fault=Fault.HANG_MIDWAY, after=3))
    review(client, uri)
    assert model.state.wait(lambda state: any(event.what == "held" for event in state.events), 60)
    began = time.perf_counter()
    client.notify("window/workDoneProgress/cancel", {"token": client.token})
    model.wait_until_abandoned()
    ended(client)
    return 1000 * (next(event.time for event in model.state.events if event.what == "abandoned") - began)


def opened(client: Client, workspace: Path, number: int) -> str:
    path = workspace / f"file_{number}.py"
    path.write_text(code(number))
    document = {"uri": path.as_uri(), "languageId": "python", "version": 1, "text": code(number)}
    client.notify("textDocument/didOpen", {"textDocument": document})
    client.diagnostics(path.as_uri(), lambda _: True)
    return path.as_uri()


def review(client: Client, uri: str) -> None:
    try:
        while True:
            client.progress.get_nowait()
    except queue.Empty:
        client.request("workspace/executeCommand", {"command": "reread.reviewFile", "arguments": [uri]})


def ended(client: Client) -> None:
    while client.progress.get(timeout=60)["kind"] != "end":
        pass


def is_generated(diagnostic: dict[str, Any]) -> bool:
    return bool(diagnostic.get("data", {}).get("generated"))


async def in_the_worker(workspace: Path, model: StandIn) -> dict[str, float]:
    """What `_CHANGES` reviews at once come to, and what a review costs when all of it was answered before."""
    own = ReviewSettings(
        provider="openai", model="gpt-4o-mini", base_url=model.openai_url, concurrency=16,
        tokens_per_run=0, tokens_per_day=0, cost_per_run=0, cost_per_day=0, profile="pedantic",
    )  # fmt: skip
    worker = Worker(on_progress=lambda _: None, on_state=lambda *_: None)
    await worker.start()
    try:
        await worker.open_folder(str(workspace), Settings(review=own))
        found: Counter[str] = Counter()
        requests = [ReviewRequest(str(workspace), (changed(number),)) for number in range(_CHANGES)]
        outcomes = await asyncio.gather(*(ask(worker, request, found) for request in requests))
        right = [f"file:///w/file_{number}.py" for number in range(_CHANGES)]
        wrong = sum(found[uri] != 1 for uri in right)
        wrong += sum([uri for uri, _ in outcome.findings] != [right[number]] for number, outcome in enumerate(outcomes))
        many = ReviewRequest(str(workspace), tuple(changed(number) for number in range(20)))
        again, tokens = [], 0
        for _ in range(_SAMPLES):
            began = time.perf_counter()
            outcome = await ask(worker, many, Counter())
            again.append(1000 * (time.perf_counter() - began))
            tokens += outcome.tokens
            assert len(outcome.findings) == 20
        failed = 100 * sum(not outcome.complete for outcome in outcomes) / _CHANGES
        return {"wrong": wrong, "failed": failed, "tokens": tokens, "again": statistics.median(again)}
    finally:
        await worker.stop()


async def ask(worker: Worker, request: ReviewRequest, found: Counter[str]) -> ReviewOutcome:
    def count(uri: str, finding: object) -> None:
        found[uri] += 1

    return await worker.review(request, count, lambda *_: None)


def changed(number: int) -> ReviewDocument:
    """A file of three functions, of which one was changed."""
    around = "def first():\n    return 1\n\n\n{}\n\ndef last():\n    return 2\n"
    name = f"file_{number}.py"
    text, before = around.format(code(number)), around.format(code(number).replace("sum", "max"))
    return ReviewDocument(f"file:///w/{name}", f"/w/{name}", name, "python", text, before)
