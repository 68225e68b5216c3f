"""Settings from all the places that editors send them from, and folders that come and go."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from reread.analyzers.findings import Severity
from reread.server.engines import load_engine
from reread.server.lsp.analysis import configuration
from reread.server.lsp.analysis.configuration import section_of
from reread.server.settings import RuleSettings, Settings
from tests.server.lsp.conftest import WordEngine
from tests.server.lsp.editor import CAPABILITIES, Editor

URI = "file:///work/a.py"
SILENT: dict[str, Any] = {**CAPABILITIES, "workspace": {}}
"""A client that cannot be asked for settings."""


async def settled(editor: Editor) -> None:
    """Wait until the settings that were last sent are in force."""
    task = editor.server.configuration._task
    assert task is not None
    await asyncio.wait_for(asyncio.shield(task), 120)


@pytest.mark.parametrize(
    "payload",
    [
        {"hover": False},
        {"reread": {"hover": False}},
        {"settings": {"hover": False}},
        {"settings": {"reread": {"hover": False}}},
    ],
)
def test_the_section_is_found_wherever_a_client_puts_it(payload: Any) -> None:
    assert section_of(payload) == {"hover": False}


@pytest.mark.parametrize("payload", [None, [], "text", {}, {"settings": None}, {"settings": []}])
def test_a_payload_without_settings_is_empty(payload: Any) -> None:
    assert not section_of(payload).get("hover")


async def test_initialization_options_count_when_the_client_cannot_be_asked(editor: Editor) -> None:
    await editor.start("file:///work", capabilities=SILENT, options={"settings": {"maxFileSize": 2}})
    editor.open(URI, "bad\n")
    assert [found["code"] for found in await editor.diagnostics(URI, 1)] == ["file-too-large"]


async def test_what_the_client_answers_wins_over_its_initialization_options(editor: Editor) -> None:
    await editor.start("file:///work", options={"maxFileSize": 2})
    editor.open(URI, "bad\n")
    assert [found["code"] for found in await editor.diagnostics(URI, 1)] == ["bad-word"]


async def test_an_empty_answer_leaves_the_initialization_options(editor: Editor) -> None:
    editor.settings = None
    await editor.start("file:///work", options={"maxFileSize": 2, "index": {"enable": False}})
    editor.open(URI, "bad\n")
    assert [found["code"] for found in await editor.diagnostics(URI, 1)] == ["file-too-large"]


async def test_a_change_with_a_payload_counts_when_the_client_cannot_be_asked(editor: Editor) -> None:
    await editor.start("file:///work", capabilities=SILENT, options={"index": {"enable": False}})
    editor.open(URI, "bad\n")
    await editor.diagnostics(URI, 1)
    editor.notify("workspace/didChangeConfiguration", {"settings": {"reread": {"enable": False}}})
    await settled(editor)
    assert editor.published[URI][-1]["diagnostics"] == []


async def test_a_change_without_a_payload_makes_the_server_ask(editor: Editor) -> None:
    await editor.start("file:///work")
    editor.open(URI, "bad\n")
    await editor.diagnostics(URI, 1)
    editor.settings["enable"] = False
    editor.notify("workspace/didChangeConfiguration", {"settings": {}})
    await settled(editor)
    assert editor.published[URI][-1]["diagnostics"] == []
    editor.settings["enable"] = True
    editor.notify("workspace/didChangeConfiguration", {"settings": None})
    await editor.until(lambda message: len(message.get("params", {}).get("diagnostics", ())) == 1, len(editor.sent))


async def test_every_folder_is_asked_about_by_its_uri(editor: Editor) -> None:
    await editor.start("file:///one", "file:///two")
    asked = await editor.until(lambda message: message.get("method") == "workspace/configuration")
    assert asked["params"]["items"] == [
        {"section": "reread", "scopeUri": "file:///one"},
        {"section": "reread", "scopeUri": "file:///two"},
        {"section": "reread"},
    ]


async def test_folders_have_their_own_settings_and_the_innermost_counts(editor: Editor) -> None:
    def answer(params: Any) -> Any:
        return [{**editor.settings, "enable": item.get("scopeUri") != "file:///work/inner"} for item in params["items"]]

    editor.answers["workspace/configuration"] = answer
    await editor.start("file:///work", "file:///work/inner")
    editor.open("file:///work/a.py", "bad\n")
    editor.open("file:///work/inner/a.py", "bad\n")
    editor.open("file:///work/innermost.py", "bad\n")
    assert len(await editor.diagnostics("file:///work/a.py", 1)) == 1
    assert await editor.diagnostics("file:///work/inner/a.py", 1) == []
    assert len(await editor.diagnostics("file:///work/innermost.py", 1)) == 1


async def test_a_client_that_never_answers_is_not_waited_for_for_long(
    editor: Editor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(configuration, "PATIENCE", 0.01)
    editor.answers["workspace/configuration"] = lambda _: NotImplemented
    await editor.start("file:///work", options={"index": {"enable": False}})
    editor.open(URI, "bad\n")
    assert len(await editor.diagnostics(URI, 1)) == 1
    assert "did not answer" in caplog.text


@pytest.mark.parametrize("answer", ["text", 5, [None], [5], []])
async def test_a_nonsense_answer_is_no_answer(editor: Editor, answer: Any) -> None:
    editor.answers["workspace/configuration"] = lambda _: answer
    await editor.start("file:///work", options={"index": {"enable": False}})
    editor.open(URI, "bad\n")
    assert len(await editor.diagnostics(URI, 1)) == 1


async def test_a_problem_is_shown_once_in_one_line_that_names_it(editor: Editor) -> None:
    editor.settings["run"] = "sometimes"
    await editor.start("file:///work")
    await settled(editor)
    editor.notify("workspace/didChangeConfiguration", {"settings": None})
    await settled(editor)
    (message,) = editor.messages
    assert message.startswith("Reread: editor settings: run: ") and "\n" not in message


async def test_a_folder_that_is_added_has_its_documents_and_one_that_is_removed_loses_them(editor: Editor) -> None:
    await editor.start()
    editor.open(URI, "bad\n")
    await editor.diagnostics(URI, 1)
    document = editor.server.session.document(URI)
    assert document is not None and document.folder is editor.server.session.outside
    added = {"added": [{"uri": "file:///work", "name": "w"}], "removed": []}
    editor.notify("workspace/didChangeWorkspaceFolders", {"event": added})
    await settled(editor)
    assert document.folder.path == "/work"
    removed = {"added": [], "removed": [{"uri": "file:///work/", "name": "w"}]}
    editor.notify("workspace/didChangeWorkspaceFolders", {"event": removed})
    assert document.folder is editor.server.session.outside


async def test_ignored_files_get_nothing_until_they_are_ignored_no_more(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / ".rereadignore").write_text("generated/\n")
    await editor.start(tmp_path.as_uri())
    uri = (tmp_path / "generated" / "a.py").as_uri()
    editor.open(uri, "bad")
    assert await editor.diagnostics(uri, 1) == []
    (tmp_path / ".rereadignore").write_text("")
    change = {"uri": (tmp_path / ".rereadignore").as_uri(), "type": 2}
    editor.notify("workspace/didChangeWatchedFiles", {"changes": [change]})
    await editor.until(lambda message: message.get("params", {}).get("uri") == uri and message["params"]["diagnostics"])


def test_settings_name_rules_by_patterns_too() -> None:
    settings = Settings(rules=RuleSettings(ignore=("go/*",), select=("go/*", "insecure-*-django")))
    engine, problems = load_engine("", settings)
    assert "go/tls-verification-disabled" in engine.options.ignore
    assert {"py/insecure-authentication-setting-django", "go/tls-verification-disabled"} <= engine.options.select
    assert "py/sql-injection" not in engine.options.select
    assert problems == ()


def test_settings_may_leave_out_the_language_of_a_rule() -> None:
    options = {"function-too-long": {"limit": 3}, "index/co-change": {"percent": 50}}
    rules = RuleSettings(severity={"sql-injection": "hint", "py/sql-injection": "off"}, options=options)
    found = load_engine("", Settings(rules=rules))[0].options
    assert (found.severity["go/sql-injection"], "py/sql-injection" in found.ignore) == (Severity.HINT, True)
    assert found.thresholds("any/function-too-long") == {"limit": 3}
    assert found.thresholds("index/co-change") == {"percent": 50}


async def test_excluded_files_get_nothing(editor: Editor) -> None:
    editor.settings["exclude"] = ["vendor/", "*.min.js"]
    await editor.start("file:///work")
    editor.open("file:///work/vendor/a.py", "bad\n")
    assert await editor.diagnostics("file:///work/vendor/a.py", 1) == []
    editor.open(URI, "bad\n")
    assert len(await editor.diagnostics(URI, 1)) == 1


async def test_a_changed_settings_file_is_read_again(editor: Editor, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    uri = (folder / "a.py").as_uri()
    await editor.start(folder.as_uri())
    editor.open(uri, "bad\n")
    assert len(await editor.diagnostics(uri, 1)) == 1
    (folder / "reread.toml").write_text("max-file-size = 2\n")
    change = {"uri": (folder / "reread.toml").as_uri(), "type": 1}
    editor.notify("workspace/didChangeWatchedFiles", {"changes": [change]})
    await editor.until(lambda message: "file-too-large" in str(message))


async def test_without_watched_files_saving_the_settings_file_does_it(editor: Editor, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    uri, settings = (folder / "a.py").as_uri(), (folder / "reread.toml").as_uri()
    await editor.start(folder.as_uri(), capabilities=SILENT, options={"index": {"enable": False}})
    editor.open(uri, "bad\n")
    editor.open(settings, "max-file-size = 2\n", language="toml")
    await editor.diagnostics(uri, 1)
    (folder / "reread.toml").write_text("max-file-size = 2\n")
    editor.notify("textDocument/didSave", {"textDocument": {"uri": settings}})
    await editor.until(lambda message: "file-too-large" in str(message))


async def test_a_repository_cannot_set_what_only_the_user_may(editor: Editor, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "reread.toml").write_text('[review]\nbase-url = "https://evil.invalid"\n')
    await editor.start(folder.as_uri())
    await settled(editor)
    (open_folder,) = editor.server.session.folders.values()
    assert open_folder.settings.review.base_url == ""
    assert [message for message in editor.messages if "base-url" in message]


async def test_changed_rules_are_loaded_anew(
    editor: Editor, engine: WordEngine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    loads: list[str] = []

    def load_engine(folder: str, settings: object) -> tuple[WordEngine, tuple[str, ...]]:
        loads.append(folder)
        return engine, ("/work/.reread/rules/x.yaml: rule x: pattern: cannot be read",)

    monkeypatch.setattr(configuration, "load_engine", load_engine)
    await editor.start("file:///work")
    await settled(editor)
    assert loads == ["/work", ""]
    assert [message for message in editor.messages if "x.yaml" in message]
    change = {"uri": "file:///work/.reread/rules/x.yaml", "type": 2}
    editor.notify("workspace/didChangeWatchedFiles", {"changes": [change]})
    await settled(editor)
    assert loads == ["/work", "", "/work", ""]
    editor.notify("workspace/didChangeConfiguration", {"settings": None})
    await settled(editor)
    assert len(loads) == 4, "unchanged settings load nothing"


async def test_clients_that_can_are_asked_to_watch_files(editor: Editor) -> None:
    await editor.start("file:///work")
    asked = await editor.until(lambda message: message.get("method") == "client/registerCapability")
    (registration,) = asked["params"]["registrations"]
    patterns = " ".join(watcher["globPattern"] for watcher in registration["registerOptions"]["watchers"])
    for name in ("reread.toml", "pyproject.toml", ".reread/rules/**", ".rereadignore", ".py"):
        assert name in patterns


async def test_a_client_that_registers_it_is_asked_to_tell_of_other_settings(editor: Editor) -> None:
    workspace = {**CAPABILITIES["workspace"], "didChangeConfiguration": {"dynamicRegistration": True}}
    await editor.start(capabilities={**CAPABILITIES, "workspace": workspace})
    await editor.until(lambda message: "workspace/didChangeConfiguration" in str(message.get("params")))


async def test_others_are_not(editor: Editor) -> None:
    await editor.start()
    await editor.until(lambda message: message.get("method") == "client/registerCapability")
    assert "didChangeConfiguration" not in str(editor.sent)
