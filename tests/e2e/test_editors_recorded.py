"""A session as real editors hold it: with what each of them, in old and new versions, said that it can do.

The client is that of pytest-lsp, which has those recordings and warns of all that a server sends against them.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from tests.e2e.language_client import SERVER

EDITORS = ["emacs", "neovim@v0.6", "neovim@v0.11", "visual-studio-code"]
BAD = "def stop(value):\n    assert (value, 'is missing')\n"


@pytest.fixture
async def editor(environment: dict[str, str]) -> AsyncIterator[LanguageClient]:
    client = await ClientServerConfig([*SERVER, "--stdio"], server_env=environment).start()
    assert isinstance(client, LanguageClient)
    client.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda parameters: None)
    yield client
    await client.shutdown_session()
    await client.stop()


@pytest.mark.parametrize("name", EDITORS)
async def test_an_editor_is_told_a_finding_and_given_its_fix(editor: LanguageClient, project: Path, name: str) -> None:
    document = types.TextDocumentItem((project / "a.py").as_uri(), "python", 1, BAD)
    await editor.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities(name),
            workspace_folders=[types.WorkspaceFolder(project.as_uri(), "project")],
            initialization_options={"index": {"enable": False}},
        )
    )
    editor.text_document_did_open(types.DidOpenTextDocumentParams(document))
    [found] = await diagnostics(editor, document.uri)
    assert found.code == "py/assert-tuple"
    action = await fix(editor, document.uri, found)
    assert action.edit is not None


async def diagnostics(editor: LanguageClient, uri: str) -> Sequence[types.Diagnostic]:
    while uri not in editor.diagnostics:
        await editor.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return editor.diagnostics[uri]


async def fix(editor: LanguageClient, uri: str, found: types.Diagnostic) -> types.CodeAction:
    """The fix of the finding, whose edit is asked for where the editor said that it does so."""
    context = types.CodeActionContext([found], only=[types.CodeActionKind.QuickFix])
    answer = await editor.text_document_code_action_async(
        types.CodeActionParams(types.TextDocumentIdentifier(uri), found.range, context)
    )
    [action] = [each for each in answer or [] if "Replace with" in each.title]
    assert isinstance(action, types.CodeAction)
    assert editor.capabilities is not None and editor.capabilities.text_document is not None
    offered = editor.capabilities.text_document.code_action
    can_resolve = offered is not None and offered.resolve_support is not None
    return await editor.code_action_resolve_async(action) if can_resolve else action
