"""Documents that are not on disk, and files whose text is not saved."""

from __future__ import annotations

from tests.server.lsp.editor import range_

URI = "untitled:Untitled-1"


async def test_a_document_that_was_never_saved_is_checked_and_fixed(editor):
    await editor.start("file:///work")
    editor.open(URI, "x = bad\n")
    [found] = await editor.diagnostics(URI)
    assert found["range"] == range_((0, 4), (0, 7))
    resolved = await editor.request("codeAction/resolve", (await editor.actions(URI, (0, 4), (0, 4)))[0])
    [change] = resolved["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": URI, "version": 1}


async def test_two_of_them_are_kept_apart(editor):
    await editor.start()
    editor.open(URI, "bad\n")
    editor.open("untitled:Untitled-2", "good\n")
    assert len(await editor.diagnostics(URI)) == 1
    assert await editor.diagnostics("untitled:Untitled-2") == []


async def test_its_language_is_the_one_that_the_editor_names(real_editor):
    await real_editor.start()
    real_editor.open(URI, "function f(a) {\n  debugger;\n  return a == a;\n}\n", "javascript")
    await real_editor.diagnostics(URI)
    assert real_editor.server.session.document(URI).document.language == "javascript"
