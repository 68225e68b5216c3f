"""What pygls does by itself and this server must not do: run handlers in its threads, report errors by sending."""

from __future__ import annotations

from typing import Any

import pytest

from tests.server.lsp.editor import Editor

URI = "file:///work/a.py"


async def test_nothing_runs_in_the_threads_of_pygls(editor: Editor) -> None:
    await editor.start("file:///work")
    editor.open(URI, "bad\n")
    await editor.diagnostics(URI, 1)
    [action, *_] = await editor.actions(URI, (0, 1), (0, 1))
    await editor.request("codeAction/resolve", action)
    await editor.request("textDocument/hover", {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 1}})
    await editor.request("workspace/executeCommand", {"command": "reread.printDebugInformation", "arguments": []})
    assert editor.server._thread_pool is None


async def test_a_command_that_fails_is_answered_once_and_no_message_tells_of_it(
    editor: Editor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("broken")

    monkeypatch.setitem(editor.server.handlers.commands, "reread.broken", broken)
    await editor.start()
    sent = len(editor.sent)
    await editor.refused("workspace/executeCommand", {"command": "reread.broken"})
    assert [message for message in editor.sent[sent:] if "error" not in message] == []
    assert "broken" in caplog.text


async def test_an_error_of_the_server_is_logged_and_nothing_is_sent(
    editor: Editor, caplog: pytest.LogCaptureFixture
) -> None:
    await editor.start()
    sent = len(editor.sent)
    editor.server.report_server_error(OSError("cannot send"), "sending")
    assert len(editor.sent) == sent
    assert "sending: cannot send" in caplog.text
