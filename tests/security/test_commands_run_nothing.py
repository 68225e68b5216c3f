"""Every command of the command line, and what the editor does, in a repository full of traps: none springs."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from reread.server.report.review import ReviewOutcome, ReviewPlan, ReviewRequest
from reread.server.rpc.errors import WorkerGoneError
from tests.security import hostile_git
from tests.security.hostile_git import Traps
from tests.server.lsp.editor import Editor
from tests.standin import StandIn

COMMANDS = {
    "ask": [["ask", "--yes", "what does maybe do"]],
    "audit": [["audit"]],
    "baseline": [["baseline", "create"], ["baseline", "update"], ["baseline", "prune"], ["baseline", "show"]],
    "check": [
        ["check"],
        ["check", "--staged"],
        ["check", "--staged", "--diff"],
        ["check", "a.py", "vendor/x.py"],
        ["check", "--shard", "1/2"],
    ],
    "completions": [["completions", "bash"]],
    "config": [["config", "show"], ["config", "validate"], ["config", "schema"]],
    "consent": [["consent"]],
    "context": [["context", "a.py:1"], ["context", "--staged"]],
    "demo": [["demo", "--keep", "shown"]],
    "doctor": [["doctor"]],
    "eval": [["eval", "--plan", "golden"], ["eval", "--yes", "--parallel", "1", "--only", "python/a*", "golden"]],
    "feedback": [["feedback", "dismiss", "a.py:1"], ["feedback", "list"], ["feedback", "export"]],
    "forget": [["forget", "--yes"]],
    "hook": [],
    "history": [["history"], ["history", "gone"], ["history", "runs"]],
    "index": [["index"], ["index", "--status"]],
    "init": [["init", "--dry-run"], ["init", "--yes"]],
    "logs": [["logs"]],
    "mcp": [],
    "merge": [["merge", "a.py"]],
    "message": [["message"], ["message", "--yes"]],
    "pr": [["pr", "post", "1", "--dry-run", "--base", "base"], ["pr", "fetch", "1"]],
    "report": [["report"]],
    "review": [
        ["review", "--yes"],
        ["review", "--yes", "--staged"],
        ["review", "--yes", "--uncommitted"],
        ["review", "--yes", "--base", "base"],
        ["review", "--yes", "--whole", "vendor/x.py"],
        ["review", "--plan"],
        ["review", "--yes", "--staged", "--message-file", "sub/a.py", "--intent", "a.py"],
    ],
    "rules": [["rules", "list"]],
    "search": [["search", "maybe"]],
    "setup": [["setup", "--remove", "onnx"]],
    "stats": [["stats"]],
    "suggest_test": [["suggest-test", "--yes", "a.py:1"]],
    "summary": [["summary", "--yes"], ["summary", "--yes", "base..HEAD"]],
    "server": [],
}
"""The server is tried below, by an editor. Hooks, agents and pull requests are given what `check` and `review` find."""
FIXES = ["check", "--staged", "--fix"]


def test_every_command_is_tried() -> None:
    folder = Path(__file__).parent.parent.parent / "server/cli/commands"
    assert {path.stem for path in folder.rglob("*.py")} - {"__init__"} == COMMANDS.keys()


@pytest.mark.parametrize("arguments", [["check", "--staged"], FIXES, ["check", "vendor/x.py"], ["check"]])
def test_checks_run_nothing(hostile, traps: Traps, reread, arguments: list[str]) -> None:
    hostile()
    result = reread(*arguments)
    assert result.code in (0, 1), result
    assert traps.ran == set()


@pytest.mark.slow
@pytest.mark.parametrize("promise", [False, True])
def test_no_command_runs_anything(hostile, reread, traps: Traps, promise: bool, tmp_path: Path, monkeypatch) -> None:
    root = hostile(promise=promise)
    (tmp_path / "settings.toml").write_text("[index]\nenable = true\n")
    monkeypatch.setenv("REREAD_CONFIG", str(tmp_path / "settings.toml"))
    with StandIn() as model:
        monkeypatch.setenv("OLLAMA_HOST", model.url)
        for arguments in (*(each for some in COMMANDS.values() for each in some), FIXES):
            command = [sys.executable, "-P", "-m", "reread.server", *arguments]
            done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=300, check=False)
            assert "Traceback" not in done.stderr
            assert traps.ran == set(), arguments
        assert promise or model.requests
    hostile_git.git(root, "status", check=False)
    assert traps.ran


class Worker:
    """Stands for the worker, whose part is tried by the commands; `reviewed` is set when a review arrives."""

    def __init__(self) -> None:
        self.requests: list[ReviewRequest] = []
        self.reviewed = asyncio.Event()

    async def plan(self, request: ReviewRequest) -> ReviewPlan:
        return ReviewPlan()

    async def review(
        self, request: ReviewRequest, on_finding: object, on_progress: object, ask_client: object
    ) -> ReviewOutcome:
        self.requests.append(request)
        self.reviewed.set()
        raise WorkerGoneError("no worker here")

    async def findings(self, request: object) -> list[object]:
        return []

    async def index(self, folder: str, paths: object = None) -> None:
        return None


@pytest.fixture
async def editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AsyncIterator[Editor]:
    monkeypatch.setenv("REREAD_CONFIG", str(tmp_path / "config.toml"))
    client = Editor({"index": {"enable": False}, "review": {"run": "on-save"}})
    yield client
    client.server.session.tasks.cancel_all()
    client.server.schedule.close()
    await asyncio.to_thread(client.server.schedule._threads.shutdown)
    await client.server.background.close()
    client.server.pages.close()


@pytest.mark.parametrize("name", ["a.py", "vendor/x.py", "sub/a.py"])
async def test_opening_and_saving_runs_nothing(hostile, traps: Traps, editor: Editor, monkeypatch, name: str) -> None:
    root = hostile()
    worker = Worker()

    async def worker_for(folder: object) -> Worker:
        return worker

    monkeypatch.setattr(editor.server.background, "worker_for", worker_for)
    uri = (root / name).as_uri()
    await editor.start(root.as_uri())
    editor.open(uri, (root / name).read_text() + "\n\ndef more():\n    return maybe\n")
    await editor.diagnostics(uri)
    editor.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    async with asyncio.timeout(120):
        await worker.reviewed.wait()
    for command in ("reread.reviewFile", "reread.reviewChanges"):
        worker.reviewed.clear()
        await editor.request("workspace/executeCommand", {"command": command, "arguments": [uri]})
        async with asyncio.timeout(120):
            await worker.reviewed.wait()
    assert traps.ran == set()
    hostile_git.git((root / name).parent, "diff", "--", ".", check=False)
    assert traps.ran
