"""Findings from the index in the editor, end to end: server, worker, git, the real store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.e2e.language_client import LanguageClient

CALLER = "from a import mean\n\nprint(mean([1, 2]))\n"


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
    assert "a.py has no `mean` any more" in found["message"]
