"""Diagnostics that a client pulls: complete, known by result ids, and never pushed as well."""

from __future__ import annotations

from typing import Any

from reread.analyzers.findings import Finding, Severity, Source
from reread.analyzers.text import Document, Span
from reread.server.lsp.analysis import publish
from tests.server.lsp.editor import CAPABILITIES, Editor, range_
from tests.server.lsp.test_notebooks import cell, open_notebook

URI, OTHER = "file:///work/a.py", "file:///work/b.py"
REFRESH = "workspace/diagnostic/refresh"


def able(**reread: Any) -> dict[str, Any]:
    """The capabilities of a client that can pull."""
    document = {**CAPABILITIES["textDocument"], "diagnostic": {"dynamicRegistration": False}}
    workspace = {**CAPABILITIES["workspace"], "diagnostics": {"refreshSupport": True}}
    return {**CAPABILITIES, "textDocument": document, "workspace": workspace, "experimental": reread}


PULLING = able(reread=["pullDiagnostics"])


async def pull(editor: Editor, uri: str = URI, **known: str) -> Any:
    return await editor.request("textDocument/diagnostic", {"textDocument": {"uri": uri}, **known})


async def open_and_pull(editor: Editor, text: str) -> Any:
    """The first report that has findings: before the rules are read it has none, and the client is asked again."""
    editor.open(URI, text)
    report = await pull(editor)
    if not report["items"]:
        await editor.until(lambda message: message.get("method") == REFRESH)
        report = await pull(editor)
    editor.sent.clear()
    return report


async def pull_workspace(editor: Editor, *known: tuple[str, str], **more: Any) -> Any:
    ids = [{"uri": uri, "value": value} for uri, value in known]
    return await editor.request("workspace/diagnostic", {"previousResultIds": ids, **more})


def said_about_other(editor: Editor, text: str = "bad") -> None:
    """A review says something about a file that is not open."""
    document = Document(OTHER, text, path="/work/b.py", language="python")
    findings = [Finding("model", "Wrong.", Span(0, 3), Severity.WARNING, Source.MODEL)] if text else []
    editor.server.session.unopened[OTHER] = (document.sha256, tuple(findings))
    publish.publish_unopened(editor.server.client, document)


async def test_a_client_that_can_be_pushed_to_is_pushed_to(editor):
    told = await editor.start(capabilities=able())
    assert "diagnosticProvider" not in told["capabilities"]
    editor.open(URI, "bad")
    assert len(await editor.diagnostics(URI)) == 1


async def test_a_client_that_only_pulls_is_let_pull(editor):
    only = able()
    del only["textDocument"]["publishDiagnostics"]
    assert "diagnosticProvider" in (await editor.start(capabilities=only))["capabilities"]


async def test_a_client_that_cannot_be_told_to_pull_again_is_pushed_to(editor):
    deaf = {**PULLING, "workspace": CAPABILITIES["workspace"]}
    assert "diagnosticProvider" not in (await editor.start(capabilities=deaf))["capabilities"]


async def test_what_is_pulled_is_never_pushed(editor):
    await editor.start(capabilities=PULLING)
    report = await open_and_pull(editor, "x = bad\n")
    assert [each["range"] for each in report["items"]] == [range_((0, 4), (0, 7))]
    editor.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
    assert editor.published == {}


async def test_a_report_that_is_known_is_not_sent_again(editor):
    await editor.start(capabilities=PULLING)
    first = await open_and_pull(editor, "bad")
    assert await pull(editor, previousResultId=first["resultId"]) == {
        "kind": "unchanged",
        "resultId": first["resultId"],
    }
    editor.change(URI, 2, (0, 0), (0, 0), "bad ")
    second = await pull(editor, previousResultId=first["resultId"])
    assert len(second["items"]) == 2


async def test_an_edit_alone_asks_for_no_further_pull(editor):
    await editor.start(capabilities=PULLING)
    await open_and_pull(editor, "bad")
    editor.change(URI, 2, (0, 0), (0, 0), "bad ")
    await pull(editor)
    assert not any(message.get("method") == REFRESH for message in editor.sent)


async def test_findings_that_come_later_ask_for_one_pull(editor):
    await editor.start(capabilities=PULLING)
    await open_and_pull(editor, "bad\nfine\n")
    opened = editor.server.session.document(URI)
    opened.slower["model:file"] = (Finding("model", "Wrong.", Span(4, 8), Severity.WARNING, Source.MODEL),)
    for _ in range(3):
        publish.publish(editor.server.client, opened)
    await editor.until(lambda message: message.get("method") == REFRESH)
    assert len((await pull(editor))["items"]) == 2
    assert sum(message.get("method") == REFRESH for message in editor.sent) == 1


async def test_a_document_that_is_not_open_has_an_empty_report(editor):
    await editor.start(capabilities=PULLING)
    assert await pull(editor) == {"kind": "full", "items": []}


async def test_the_workspace_has_the_files_that_are_not_open(editor):
    await editor.start(capabilities=PULLING)
    editor.open(URI, "bad")
    said_about_other(editor)
    [report] = (await pull_workspace(editor))["items"]
    assert (report["uri"], report["kind"], len(report["items"])) == (OTHER, "full", 1)
    [again] = (await pull_workspace(editor, (OTHER, report["resultId"])))["items"]
    assert again["kind"] == "unchanged"
    said_about_other(editor, "")
    [gone] = (await pull_workspace(editor, (OTHER, report["resultId"])))["items"]
    assert gone["items"] == []
    assert await pull_workspace(editor) == {"items": []}
    assert editor.published == {}


async def test_partial_results_come_as_progress(editor):
    await editor.start(capabilities=PULLING)
    said_about_other(editor)
    assert await pull_workspace(editor, partialResultToken="t") == {"items": []}
    [part] = [message["params"] for message in editor.sent if message.get("method") == "$/progress"]
    assert (part["token"], part["value"]["items"][0]["uri"]) == ("t", OTHER)


async def test_a_pull_can_be_cancelled(editor, engine):
    engine.gate.clear()
    await editor.start(capabilities=PULLING)
    editor.open(URI, "bad")
    editor.receive(
        {"jsonrpc": "2.0", "id": "p", "method": "textDocument/diagnostic", "params": {"textDocument": {"uri": URI}}}
    )
    editor.notify("$/cancelRequest", {"id": "p"})
    answer = await editor.until(lambda message: message.get("id") == "p")
    assert answer["error"]["code"] == -32800


async def test_cells_of_a_notebook_are_pulled_one_by_one(editor):
    await editor.start(capabilities={**PULLING, "notebookDocument": {"synchronization": {}}})
    open_notebook(editor, "bad\n", "a\nworse")
    if not (await pull(editor, cell(0)))["items"]:
        await editor.until(lambda message: message.get("method") == REFRESH)
    [found] = (await pull(editor, cell(1)))["items"]
    assert found["range"] == range_((1, 0), (1, 5))
    [found] = (await pull(editor, cell(0)))["items"]
    assert found["range"] == range_((0, 0), (0, 3))
    assert editor.published == {}
