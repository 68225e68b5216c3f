"""Messages that are wrong, early, late or odd: answered, and the server goes on."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest

from tests.server.lsp.editor import Editor

URI = "file:///work/a.py"


async def works(editor: Editor) -> None:
    """The server still does its work."""
    editor.open("file:///work/works.py", "bad\n")
    assert len(await editor.diagnostics("file:///work/works.py", 1)) == 1


@pytest.mark.parametrize("body", [b"{", b"", b"\xff\xfe", b"nonsense", b'{"a":' * 5000])
async def test_what_is_not_json_is_answered_as_such(editor: Editor, body: bytes) -> None:
    await editor.start()
    editor.receive(body)
    answer = await editor.until(lambda message: "error" in message)
    assert (answer["id"], answer["error"]["code"]) == (None, -32700)
    await works(editor)


@pytest.mark.parametrize("message", [[], [{"id": 1}], 1, "text", None])
async def test_what_is_no_message_is_answered_as_such(editor: Editor, message: Any) -> None:
    await editor.start()
    editor.receive(message)
    answer = await editor.until(lambda message: "error" in message)
    assert (answer["id"], answer["error"]["code"]) == (None, -32600)
    await works(editor)


@pytest.mark.parametrize(
    "method",
    [
        "textDocument/didOpen",
        "textDocument/didChange",
        "textDocument/didSave",
        "textDocument/didClose",
        "workspace/didChangeWatchedFiles",
        "workspace/didChangeWorkspaceFolders",
        "workspace/didChangeConfiguration",
        "$/cancelRequest",
        "$/setTrace",
        "window/workDoneProgress/cancel",
        "unknown/method",
    ],
)
@pytest.mark.parametrize(
    "params",
    [
        None,
        [],
        {},
        {"textDocument": {}},
        {"textDocument": {"uri": 5}, "contentChanges": 7},
        {"textDocument": {"uri": URI, "version": 1}, "contentChanges": [{"range": {}, "text": "x"}]},
        {"textDocument": {"uri": URI, "version": 1}, "contentChanges": [{"text": None}]},
        {"event": {"added": [{}], "removed": None}},
        {"changes": [{"uri": "file:///x"}]},
        {"settings": [1]},
        {"token": "nobody's"},
    ],
)
async def test_a_notification_with_wrong_parameters_is_logged_and_forgotten(
    editor: Editor, method: str, params: Any
) -> None:
    await editor.start()
    editor.open(URI, "x\n")
    editor.notify(method, params)
    await works(editor)


@pytest.mark.parametrize("method", ["textDocument/hover", "textDocument/codeAction", "workspace/executeCommand"])
async def test_a_request_with_wrong_parameters_gets_an_error(editor: Editor, method: str) -> None:
    await editor.start()
    assert (await editor.refused(method, {"nonsense": 1}))["code"] == -32602
    await works(editor)


async def test_an_unknown_request_gets_an_error_and_is_none_of_the_servers(
    editor: Editor, caplog: pytest.LogCaptureFixture
) -> None:
    await editor.start()
    assert (await editor.refused("textDocument/unknown", {}))["code"] == -32601
    assert [each.message for each in caplog.records if each.levelno >= logging.ERROR] == []


async def test_a_request_that_fails_is_an_error_of_the_server(editor: Editor, caplog: pytest.LogCaptureFixture) -> None:
    await editor.start()
    await editor.refused("textDocument/hover", {"nonsense": 1})
    assert [each for each in caplog.records if each.levelno >= logging.ERROR]


async def test_an_unknown_command_gets_an_error(editor: Editor) -> None:
    await editor.start()
    error = await editor.refused("workspace/executeCommand", {"command": "reread.unknown"})
    assert "reread.unknown" in error["message"]


async def test_requests_before_initialize_are_refused_and_notifications_dropped(editor: Editor) -> None:
    editor.open(URI, "bad\n")
    assert (await editor.refused("textDocument/hover", {}))["code"] == -32002
    await editor.start()
    assert not editor.server.session.documents


async def test_initialize_works_once(editor: Editor) -> None:
    await editor.start()
    assert (await editor.refused("initialize", {}))["code"] == -32600
    await works(editor)


@pytest.mark.parametrize("params", [None, {}, {"capabilities": None, "workspaceFolders": [None, {}], "processId": "x"}])
async def test_initialize_takes_what_it_gets(editor: Editor, params: Any) -> None:
    result = await editor.request("initialize", params)
    assert result["capabilities"]["positionEncoding"] == "utf-16"


@pytest.mark.parametrize("params", [{"rootUri": "file:///work"}, {"rootPath": "/work"}])
async def test_older_clients_name_one_folder(editor: Editor, params: Any) -> None:
    await editor.request("initialize", {"capabilities": {}, **params})
    assert [folder.path for folder in editor.server.session.folders.values()] == ["/work"]


async def test_requests_after_shutdown_are_refused(editor: Editor) -> None:
    await editor.start()
    assert await editor.request("shutdown", None) is None
    assert (await editor.refused("textDocument/hover", {}))["code"] == -32600


async def test_half_a_surrogate_pair_does_not_stop_anything(editor: Editor) -> None:
    await editor.start()
    item = {"uri": URI, "languageId": "python", "version": 1, "text": "TEXT"}
    message = json.dumps({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": item}})
    editor.receive(message.replace("TEXT", "'\\ud83d' ;bad").encode())
    (found,) = await editor.diagnostics(URI, 1)
    assert found["range"]["start"]["character"] == 5


async def test_a_late_answer_to_nobody_is_ignored(editor: Editor) -> None:
    await editor.start()
    editor.receive({"jsonrpc": "2.0", "id": "nobody's", "result": None})
    editor.receive({"jsonrpc": "2.0", "id": "nobody's", "error": {"code": 1, "message": "no"}})
    await works(editor)


@pytest.mark.parametrize(
    "uri",
    [
        "untitled:Untitled-1",
        "vscode-notebook-cell:/work/a.ipynb#W0sZmlsZQ%3D%3D",
        "file:///c%3A/work/a%20b.py",
        "file://server/share/a.py",
        "file:///outside/every/folder.py",
        "file:///work/%FF%FE.py",
        "inmemory://model/1",
    ],
)
async def test_odd_uris_are_served_and_answered_in_their_own_spelling(editor: Editor, uri: str) -> None:
    await editor.start("file:///work")
    editor.open(uri, "bad\n")
    assert len(await editor.diagnostics(uri, 1)) == 1


async def test_another_spelling_means_the_same_document(editor: Editor) -> None:
    await editor.start()
    editor.open("file:///c%3A/work/a.py", "x\n")
    await editor.diagnostics("file:///c%3A/work/a.py", 1)
    editor.change("file:///C:/work/a.py", 2, (0, 0), (0, 1), "bad")
    assert len(await editor.diagnostics("file:///c%3A/work/a.py", 2)) == 1


async def test_views_of_other_versions_of_a_file_are_left_alone(editor: Editor) -> None:
    await editor.start()
    editor.open("git:/work/a.py?%7B%22ref%22%3A%22~%22%7D", "bad\n")
    assert await editor.diagnostics("git:/work/a.py?%7B%22ref%22%3A%22~%22%7D", 1) == []
