"""A notebook in a real server, by the client of pytest-lsp, which warns of all that is against its capabilities."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from tests.e2e.language_client import SERVER
from tests.e2e.test_editors_recorded import diagnostics

CELLS = (
    "%matplotlib inline\nimport sqlite3\nfrom flask import request\nname = request.args['name']",
    "files = !ls\ndb = sqlite3.connect('x')\ndb.cursor().execute('select ' + name)",
)


@pytest.fixture
async def editor(environment: dict[str, str]) -> AsyncIterator[LanguageClient]:
    client = await ClientServerConfig([*SERVER, "--stdio"], server_env=environment).start()
    assert isinstance(client, LanguageClient)
    client.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda parameters: None)
    yield client
    await client.shutdown_session()
    await client.stop()


async def test_taint_goes_from_cell_to_cell(editor: LanguageClient, project: Path) -> None:
    capabilities = client_capabilities("visual-studio-code")
    sync = types.NotebookDocumentSyncClientCapabilities()
    capabilities.notebook_document = types.NotebookDocumentClientCapabilities(sync)
    path = (project / "a.ipynb").as_posix()
    items = [
        types.TextDocumentItem(f"vscode-notebook-cell:{path}#{number}", "python", 1, text)
        for number, text in enumerate(CELLS)
    ]
    cells = [types.NotebookCell(types.NotebookCellKind.Code, item.uri) for item in items]
    notebook = types.NotebookDocument((project / "a.ipynb").as_uri(), "jupyter-notebook", 1, cells)
    await editor.initialize_session(
        types.InitializeParams(
            capabilities=capabilities,
            workspace_folders=[types.WorkspaceFolder(project.as_uri(), "project")],
            initialization_options={"index": {"enable": False}},
        )
    )
    editor.notebook_document_did_open(types.DidOpenNotebookDocumentParams(notebook, items))
    found = await diagnostics(editor, items[1].uri)
    while not found:
        await editor.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        found = editor.diagnostics[items[1].uri]
    assert [each.code for each in found] == ["py/sql-injection"]
    assert found[0].range.start.line == 2
    source = (found[0].related_information or [])[0].location
    assert (source.uri, source.range.start.line) == (items[0].uri, 3)
