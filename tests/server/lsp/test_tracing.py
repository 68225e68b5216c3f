"""`$/logTrace`: what was analysed, for a client that wants to know."""

from __future__ import annotations

from reread.server.logs import writing
from reread.server.logs.reading import Wanted, lines

URI = "file:///work/a.py"


def traces(editor):
    return [message["params"] for message in editor.sent if message.get("method") == "$/logTrace"]


async def test_nothing_is_traced_at_first(editor):
    await editor.start()
    editor.open(URI, "bad")
    await editor.diagnostics(URI)
    assert traces(editor) == []


async def test_analyses_are_traced_with_what_they_took(editor):
    await editor.start()
    editor.notify("$/setTrace", {"value": "messages"})
    editor.open(URI, "bad")
    await editor.diagnostics(URI)
    [trace] = traces(editor)
    assert trace["message"].startswith("checked a.py in ") and "verbose" not in trace


async def test_a_verbose_trace_says_more(editor):
    await editor.start()
    editor.notify("$/setTrace", {"value": "verbose"})
    editor.open(URI, "bad")
    await editor.diagnostics(URI)
    assert traces(editor)[0]["verbose"] == "version 1, whole, findings: 1"


async def test_nonsense_traces_nothing(editor):
    await editor.start()
    editor.notify("$/setTrace", {"value": 3})
    assert editor.server.session.trace == "off"


async def test_what_is_logged_of_two_requests_has_two_jobs(editor, tmp_path, monkeypatch):
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path))
    monkeypatch.setenv("REREAD_CONFIG", str(tmp_path / "config.toml"))
    log = writing.start("server")
    try:
        await editor.start()
        for uri in (URI, "file:///work/b.py"):
            editor.open(uri, "bad")
            await editor.diagnostics(uri)
    finally:
        log.close()
    checked = [line for line in lines(writing.folder(), Wanted()) if line.message.startswith("checked ")]
    assert len({line.job for line in checked} - {""}) == len(checked) == 2
