"""Findings from the index in the editor, end to end: server, worker, git, the real store."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.language_client import LanguageClient

CALLER = "from a import mean\n\nprint(mean([1, 2]))\n"


@pytest.mark.slow
def test_a_caller_that_is_not_open_is_told_of_and_forgotten_when_it_fits(
    client: Callable[..., LanguageClient], repository: Path
) -> None:
    (repository / "b.py").write_text(CALLER)
    server = client(settings={"index": {"enable": True}})
    server.start(repository)
    definition, caller = (repository / "a.py").as_uri(), (repository / "b.py").as_uri()
    text = "def mean(values, weights):\n    return 0\n"
    server.open(definition, (repository / "a.py").read_text())
    server.diagnostics(definition, 1)
    (repository / "a.py").write_text(text)
    server.change(definition, 2, (0, 0), (2, 0), text)
    server.notify("textDocument/didSave", {"textDocument": {"uri": definition}})
    published = server.until(caller, lambda found: found)
    (found,) = published["diagnostics"]
    assert found["code"] == "index/call-mismatch"
    assert found["range"]["start"] == {"line": 2, "character": 6}
    (related,) = found["relatedInformation"]
    assert related["location"]["uri"] == definition
    after = len(server.received)
    (repository / "b.py").write_text(CALLER.replace("[1, 2]", "[1, 2], [1, 1]"))
    server.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": caller, "type": 2}]})
    server.wait(
        lambda message: (
            message.get("method") == "textDocument/publishDiagnostics"
            and message["params"]["uri"] == caller
            and message["params"]["diagnostics"] == []
        ),
        after,
    )


@pytest.mark.slow
def test_a_caller_is_told_of_before_the_definition_is_saved_and_forgotten_when_that_is_undone(
    client: Callable[..., LanguageClient], repository: Path
) -> None:
    (repository / "b.py").write_text(CALLER)
    server = client(settings={"index": {"enable": True}})
    server.start(repository)
    definition, caller = (repository / "a.py").as_uri(), (repository / "b.py").as_uri()
    server.open(definition, (repository / "a.py").read_text())
    indexed(server)
    server.change(definition, 2, (0, 15), (0, 15), ", weights")
    (found,) = server.until(caller, lambda found: found)["diagnostics"]
    assert found["code"] == "index/call-mismatch"
    after = len(server.received)
    server.change(definition, 3, (0, 15), (0, 24), "")
    server.wait(
        lambda message: (
            message.get("method") == "textDocument/publishDiagnostics"
            and message["params"]["uri"] == caller
            and message["params"]["diagnostics"] == []
        ),
        after,
    )


@pytest.mark.slow
def test_an_importer_of_a_deleted_file_is_told_of(client: Callable[..., LanguageClient], repository: Path) -> None:
    (repository / "b.py").write_text(CALLER)
    server = client(settings={"index": {"enable": True}})
    server.start(repository)
    caller = (repository / "b.py").as_uri()
    server.open(caller, CALLER)
    server.diagnostics(caller, 1)
    gone = repository / "a.py"
    gone.unlink()
    server.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": gone.as_uri(), "type": 3}]})
    (found,) = server.until(caller, lambda found: found)["diagnostics"]
    assert found["code"] == "index/call-mismatch"
    assert found["range"]["start"]["line"] == 0
    assert "`mean` no longer exists in a.py" in found["message"]


INDEX_ALONE = {"index": {"enable": True}, "rules": {"enable": False}}


def indexed(server: LanguageClient, after: int = 0) -> int:
    """How many messages there are when a run over all of the folder has ended."""

    def ended(message: Mapping[str, Any]) -> bool:
        return message.get("method") == "$/progress" and message["params"]["value"]["kind"] == "end"

    server.wait(ended, after)
    return len(server.received)


def index(environment: dict[str, str], folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-P", "-m", "reread.server", "index", str(folder), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


@pytest.mark.slow
def test_when_an_editor_is_killed_the_other_one_goes_on_with_the_index(
    client: Callable[..., LanguageClient], repository: Path, environment: dict[str, str]
) -> None:
    uri, editors = (repository / "a.py").as_uri(), []
    for _ in range(2):
        server = client(settings=INDEX_ALONE)
        server.start(repository)
        server.open(uri, (repository / "a.py").read_text())
        editors.append((server, indexed(server)))
    (first, _), (second, before) = editors
    assert "another process is updating this index" in index(environment, repository)
    (repository / "new.py").write_text("def quite_new(): ...\n")
    first.process.kill()
    indexed(second, before)
    assert "another process keeps it up to date" in index(environment, repository, "--status")
    command = [sys.executable, "-P", "-m", "reread.server", "search", "quite_new"]
    found = subprocess.run(command, cwd=repository, env=environment, capture_output=True, text=True, check=True)
    assert found.stdout.startswith("new.py:1-1 quite_new: defines it")


@pytest.mark.slow
def test_a_pause_on_the_command_line_holds_in_the_editor(
    client: Callable[..., LanguageClient], repository: Path, environment: dict[str, str]
) -> None:
    server = client(settings=INDEX_ALONE)
    server.start(repository)
    uri = (repository / "a.py").as_uri()
    server.open(uri, (repository / "a.py").read_text())
    before = indexed(server)
    index(environment, repository, "--pause")
    (repository / "new.py").write_text("def quite_new(): ...\n")
    change = {"uri": (repository / "new.py").as_uri(), "type": 1}
    server.notify("workspace/didChangeWatchedFiles", {"changes": [change]})
    server.wait(lambda message: "is paused" in str(message.get("params", {}).get("message", "")), before)
    assert "1 file, " in index(environment, repository, "--status")
    index(environment, repository, "--resume")
    indexed(server, before)
    assert "2 files" in index(environment, repository, "--status")
