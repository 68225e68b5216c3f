"""A model's fixes over several files, tried with a tool of the project, end to end in real processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.language_client import LanguageClient, apply_edits
from tests.e2e.test_server_index import indexed
from tests.standin import Reply, StandIn

pytestmark = pytest.mark.slow

OWN = "def mean(values):\n    return sum(values) / len(values)\n"
OTHER = "from a import mean\n\n\ndef use():\n    return mean([])\n"
QUOTE = "    return sum(values) / len(values)"
CLEVER = {"file": "a.py", "search": QUOTE, "replace": f"{QUOTE} if values else 0"}
STRICT = {"file": "", "search": QUOTE, "replace": "    return sum(values) / max(1, len(values))"}
USE = {"file": "b.py", "search": "    return mean([])", "replace": "    return mean([0])"}
LINT = (
    "import sys; open('a.py', 'a').write('#'); sys.exit(any('else 0' in open(n).read() for n in sys.argv[1:]) and 'E1')"
)


def finding(*edits: dict[str, str]) -> Reply:
    found = {"title": "Division by zero", "message": "No values.", "severity": "warning", "confidence": 0.9}
    return Reply(kind="review", findings=[{**found, "quote": QUOTE, "edits": edits}])


@pytest.fixture
def workspace(repository: Path) -> Path:
    """A changed function and a file that calls it."""
    (repository / "b.py").write_text(OTHER)
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.invalid"]
    for arguments in (["add", "."], [*identity, "commit", "-q", "-m", "use"]):
        subprocess.run(["git", *arguments], cwd=repository, check=True)
    (repository / "a.py").write_text(OWN)
    return repository


@pytest.fixture
def configured(environment: dict[str, str], model: StandIn) -> Callable[..., dict[str, str]]:
    """The environment of a user with the stand-in for a model and a tool in their own settings."""

    def configure(code: str, folder: Path) -> dict[str, str]:
        command = json.dumps([sys.executable, "-c", code, "{files}"])
        Path(environment["REREAD_CONFIG"]).write_text(
            "[rules]\nenable = false\n"
            '[review]\nprovider = "openai"\nmodel = "gpt-4o-mini"\nsecond-pass = false\n'
            f'base-url = "{model.openai_url}"\n[[review.verify]]\ncommand = {command}\nfolders = ["{folder}"]\n'
        )
        return {**environment, "OPENAI_API_KEY": "sk-nobodys-key"}

    return configure


def reread(environment: dict[str, str], folder: Path, *arguments: str) -> Any:
    command = [sys.executable, "-P", "-m", "reread.server", "review", "--format", "json", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    return json.loads(done.stdout)


def copies(environment: dict[str, str]) -> list[Path]:
    folder = Path(environment["HOME"]) / ".cache" / "reread" / "verify"
    return list(folder.iterdir()) if folder.exists() else []


def test_the_editor_applies_a_fix_to_all_its_files(client: Any, model: StandIn, workspace: Path) -> None:
    review = {"provider": "openai", "model": "gpt-4o-mini", "baseUrl": model.openai_url, "secondPass": False}
    settings = {"review": review, "index": {"enable": True}, "rules": {"enable": False}}
    server: LanguageClient = client(settings=settings, OPENAI_API_KEY="sk-nobodys-key")
    server.answers["window/showMessageRequest"] = {"title": "Apply"}
    server.answers["workspace/applyEdit"] = {"applied": True}
    server.start(workspace)
    own, other = ((workspace / name).as_uri() for name in ("a.py", "b.py"))
    unsaved = f"# not saved\n{OTHER}"
    for uri, text in ((own, OWN), (other, unsaved)):
        server.open(uri, text)
    server.diagnostics(own, 1)
    indexed(server)
    model.always(finding(STRICT, USE))
    server.command("reread.reviewFile", own)
    server.until(own, lambda found: found)
    server.shown("reviewed: 1 finding")
    action = next(one for one in server.actions(own, (1, 4), (1, 4)) if "Apply the model's fix" in one["title"])
    server.command(action["command"]["command"], *action["command"]["arguments"])
    asked = server.wait(lambda message: message.get("method") == "workspace/applyEdit")
    edits = {change["textDocument"]["uri"]: change["edits"] for change in asked["params"]["edit"]["documentChanges"]}
    assert apply_edits(OWN, edits[own]) == OWN.replace("len(values)", "max(1, len(values))", 1)
    assert apply_edits(unsaved, edits[other]) == unsaved.replace("[]", "[0]")


def test_the_command_line_tries_a_fix_with_a_tool_and_leaves_nothing(
    configured: Any, model: StandIn, workspace: Path
) -> None:
    environment = configured(LINT, workspace)
    model.always(finding(CLEVER, USE))
    model.always(Reply(kind="fix", edits=[STRICT, USE]))
    (found,) = reread(environment, workspace)["findings"]
    (fix,) = found["fixes"]
    assert (fix["applicability"], [edit["path"] for edit in fix["edits"]]) == ("unsafe", ["a.py", "b.py"])
    assert "max(1" in fix["edits"][0]["text"]
    asked = [request.prompt for request in model.requests if request.kind == "fix"]
    assert len(asked) == 1 and "E1" in asked[0]
    assert ((workspace / "a.py").read_text(), (workspace / "b.py").read_text()) == (OWN, OTHER)
    assert copies(environment) == []


def test_what_a_tool_refuses_twice_is_only_displayed(configured: Any, model: StandIn, workspace: Path) -> None:
    model.always(finding(CLEVER))
    model.always(Reply(kind="fix", edits=[CLEVER]))
    (found,) = reread(configured(LINT, workspace), workspace, "--no-context")["findings"]
    (fix,) = found["fixes"]
    assert fix["applicability"] == "display-only" and fix["reason"].endswith("fails with it")


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_ends_the_tool(configured: Any, model: StandIn, workspace: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    environment = configured(f"import time; f = open({str(pipe)!r}, 'w'); time.sleep(600)", workspace)
    model.always(finding(STRICT))
    command = [sys.executable, "-P", "-m", "reread.server", "review", "--no-context"]
    process = subprocess.Popen(command, cwd=workspace, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with pipe.open("rb") as reading:
        process.send_signal(signal.SIGINT)
        assert reading.read() == b"", "its last writer is gone"
    process.communicate()
    assert process.returncode == 130
