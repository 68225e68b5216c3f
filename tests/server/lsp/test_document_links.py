"""Names of rules lead to the pages about them."""

from __future__ import annotations

from pathlib import Path

from tests.server.lsp.editor import range_

URI = "file:///work/a.py"


def text_at(uri):
    return Path(uri.removeprefix("file://")).read_text()


async def links(editor, uri=URI):
    return await editor.request("textDocument/documentLink", {"textDocument": {"uri": uri}})


async def test_a_name_in_an_ignore_comment_leads_to_the_page_of_its_rule(editor):
    await editor.start()
    editor.open(URI, "bad  # reread: ignore[bad-word, no-rule] -- said in bad-word\n")
    await editor.diagnostics(URI)
    [link] = await links(editor)
    assert link["range"] == range_((0, 22), (0, 30))
    resolved = await editor.request("documentLink/resolve", link)
    assert "A bad word makes" in text_at(resolved["target"])


async def test_names_in_settings_are_links(editor, tmp_path):
    await editor.start(tmp_path.as_uri())
    uri = (tmp_path / "reread.toml").as_uri()
    editor.open(uri, "[rules]\nignore = ['bad-word', 'no-rule']\n", "toml")
    await editor.diagnostics(uri)
    [link] = await links(editor, uri)
    assert link["range"] == range_((1, 11), (1, 19))


async def test_prose_has_no_links(editor):
    await editor.start()
    editor.open(URI, "x = 'bad-word'  # bad-word\n")
    await editor.diagnostics(URI)
    assert await links(editor) == []


async def test_a_document_that_is_not_open_has_no_links(editor):
    await editor.start()
    assert await links(editor) is None
