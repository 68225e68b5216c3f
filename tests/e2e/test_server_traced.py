"""A review in an editor has one identifier from its command to the call of the model, in the log and at a collector."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.language_client import LanguageClient
from tests.server.telemetry.test_telemetry import attributes, traced
from tests.standin import StandIn
from tests.standin.collector import collector


def logged(environment: dict[str, str], *more: str) -> list[dict[str, str]]:
    command = [sys.executable, "-P", "-m", "reread.server", "logs", "--format", "json", "--lines", "500", *more]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.slow
def test_a_review_is_one_job_and_one_trace(
    client: Callable[..., LanguageClient], repository: Path, model: StandIn, environment: dict[str, str]
) -> None:
    review = {"provider": "openai", "model": "gpt-4o-mini", "baseUrl": model.openai_url, "leads": False}
    path = repository / "a.py"
    with collector() as taken:
        Path(environment["REREAD_CONFIG"]).write_text(f'[telemetry]\nendpoint = "{taken.url}"\n')
        server = client(settings={"review": review}, OPENAI_API_KEY="sk-nobodys-key")
        server.start(repository)
        path.write_text("def total(items):\n    return sum(items) + 1\n")
        server.open(path.as_uri(), path.read_text())
        server.settled(path.as_uri(), 1)
        with taken.came:
            # A server begins to export a while after it started.
            while not any(process == "server" for process, _ in traced(taken)):
                server.request("reread/status", {})
                taken.came.wait(0.1)
        after = len(server.received)
        server.command("reread.reviewFile", path.as_uri())
        server.wait(
            lambda message: (
                message.get("method") == "window/showMessage" and "reviewed: " in message["params"]["message"]
            ),
            after,
        )
        assert server.shut_down() == 0
        spans = [(process, span.name, attributes(span)["reread.job"], span.trace_id) for process, span in traced(taken)]
    [job] = {line["job"] for line in logged(environment) if line["message"] == "model call"}
    about = {(line["process"], line["message"]) for line in logged(environment, "--job", job)}
    assert {("worker", "model call"), ("worker", "worker review")} < about
    assert {process for process, _ in about} == {"server", "worker"}
    assert {span[:2] for span in spans if span[2] == job} >= {
        ("server", "answered reread.reviewFile"),
        ("server", "asked worker plan"),
        ("worker", "worker plan"),
        ("server", "asked worker review"),
        ("worker", "worker review"),
        ("worker", "model call"),
    }
    assert len({trace for *_, of, trace in spans if of == job}) == 1
