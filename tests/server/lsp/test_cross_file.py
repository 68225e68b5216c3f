"""Data-flow analysis goes on into the files that a document imports, some time after its own diagnostics."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest

from reread.analyzers.engine.analysis import Analysis
from reread.analyzers.text import Document
from reread.server.lsp.analysis import cross_file
from reread.server.lsp.analysis.cross_file import InterruptedLookError, Others
from tests.server.lsp.editor import Editor

APP = "from flask import request\nfrom shell import run\n\n\ndef view():\n    run(request.args['name'])\n"
STANDARD = '[rules]\nprofile = "standard"\n'
SHELL = "import os\n\n\ndef run(command):\n    os.system('ls ' + command)\n"


def _found(message: object) -> bool:
    return (
        isinstance(message, dict)
        and message.get("method") == "textDocument/publishDiagnostics"
        and message["params"]["uri"].endswith("app.py")
        and bool(message["params"]["diagnostics"])
    )


async def test_a_value_that_another_file_uses_badly_is_told_with_the_way_there(
    real_editor: Editor, tmp_path: Path
) -> None:
    (tmp_path / "reread.toml").write_text(STANDARD)
    (tmp_path / "shell.py").write_text(SHELL)
    (tmp_path / "app.py").write_text(APP)
    await real_editor.start(tmp_path.as_uri())
    real_editor.open((tmp_path / "app.py").as_uri(), APP)
    told = (await real_editor.until(_found))["params"]["diagnostics"]
    assert [each["range"]["start"]["line"] for each in told] == [5]
    related = [each["location"]["uri"] for each in told[0]["relatedInformation"]]
    assert (tmp_path / "shell.py").as_uri() in related


async def test_what_is_typed_in_the_other_file_counts(real_editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "reread.toml").write_text(STANDARD)
    (tmp_path / "shell.py").write_text("")
    await real_editor.start(tmp_path.as_uri())
    real_editor.open((tmp_path / "shell.py").as_uri(), SHELL)
    real_editor.open((tmp_path / "app.py").as_uri(), APP)
    assert (await real_editor.until(_found))["params"]["diagnostics"][0]["range"]["start"]["line"] == 5


async def found(editor: Editor, path: Path, count: int, after: int = 0) -> None:
    """Wait until so many findings of a file are published."""
    await editor.until(
        lambda message: (
            message.get("method") == "textDocument/publishDiagnostics"
            and message["params"]["uri"] == path.as_uri()
            and len(message["params"]["diagnostics"]) == count
        ),
        after,
    )


class Project:
    """`app.py` hands what it is sent to `shell.py`, by `between.py`; all are on disk, `app.py` and `shell.py` open."""

    def __init__(self, editor: Editor, root: Path) -> None:
        self.editor = editor
        self.root = root
        self.app, self.shell = root / "app.py", root / "shell.py"

    async def start(self) -> Project:
        (self.root / "reread.toml").write_text(STANDARD)
        (self.root / "between.py").write_text("from shell import run\n\n\ndef hand_on(name):\n    run(name)\n")
        self.shell.write_text(SHELL)
        self.app.write_text(APP.replace("shell", "between").replace("run", "hand_on"))
        await self.editor.start(self.root.as_uri())
        for path in (self.shell, self.app):
            self.editor.open(path.as_uri(), path.read_text())
        await self.told(1)
        return self

    async def told(self, count: int, after: int = 0) -> None:
        """Wait until so many findings of `app.py` are published."""
        await found(self.editor, self.app, count, after)

    def type(self, version: int, *, harmless: bool) -> int:
        """Replace the sink in the editor, or put it back; the number of messages before."""
        line = "    print('ls ' + command)" if harmless else "    os.system('ls ' + command)"
        self.editor.change(self.shell.as_uri(), version, (4, 0), (5, 0), f"{line}\n")
        return len(self.editor.sent)

    def changed(self, path: Path) -> int:
        """The editor tells of a file that is another on disk; the number of messages before."""
        change = {"uri": path.as_uri(), "type": 2 if path.exists() else 3}
        self.editor.notify("workspace/didChangeWatchedFiles", {"changes": [change]})
        return len(self.editor.sent)


@pytest.fixture
async def project(real_editor: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setattr(cross_file, "PAUSE", 0.05)
    return await Project(real_editor, tmp_path).start()


async def test_a_sink_that_goes_and_comes_unsaved_takes_the_findings_elsewhere_along(project: Project) -> None:
    await project.told(0, project.type(2, harmless=True))
    await project.told(1, project.type(3, harmless=False))
    await project.told(0, project.type(4, harmless=True))
    project.editor.notify("textDocument/didClose", {"textDocument": {"uri": project.shell.as_uri()}})
    await project.told(1, len(project.editor.sent))


async def test_so_does_one_that_was_there_unsaved_when_the_file_was_opened(project: Project) -> None:
    project.editor.notify("textDocument/didClose", {"textDocument": {"uri": project.shell.as_uri()}})
    project.editor.open(project.shell.as_uri(), SHELL.replace("os.system", "print"))
    await project.told(0, len(project.editor.sent))


async def test_findings_of_a_document_at_rest_follow_too(project: Project) -> None:
    app = project.editor.server.session.document(project.app.as_uri())
    assert app is not None
    app.rest()
    await project.told(0, project.type(2, harmless=True))
    assert app.at_rest


@pytest.mark.parametrize("name", ["between.py", "shell.py"])
async def test_files_that_go_and_come_on_disk_matter_to_what_imports_them(project: Project, name: str) -> None:
    project.editor.notify("textDocument/didClose", {"textDocument": {"uri": project.shell.as_uri()}})
    path = project.root / name
    text = path.read_text()
    path.unlink()
    await project.told(0, project.changed(path))
    path.write_text(text)
    await project.told(1, project.changed(path))


async def test_a_text_that_the_editor_reads_again_from_disk_counts(project: Project) -> None:
    """As after `git stash` and `git checkout`: the editor reads what is open again, and tells of the file."""
    uri, harmless = project.shell.as_uri(), SHELL.replace("os.system", "print")
    for version, text, count in ((2, harmless, 0), (3, SHELL, 1)):
        project.shell.write_text(text)
        before = project.changed(project.shell)
        project.editor.edit(uri, version, [{"text": text}])
        await project.told(count, before)
    project.type(4, harmless=True)
    await project.told(0, before)
    before = len(project.editor.sent)
    project.editor.edit(uri, 5, [{"text": SHELL}])
    await project.told(1, before)


OTHER_LANGUAGES = {
    "javascript": {
        "app.js": "import express from 'express';\nimport {run} from './shell';\nconst app = express();\n"
        "app.get('/', (req, res) => {\n  run(req.query.name);\n});\n",
        "shell.js": "import {exec} from 'child_process';\nexport function run(v) {\n  exec('ls ' + v);\n}\n",
    },
    "go": {
        "main.go": 'package main\n\nimport "net/http"\n\nfunc handle(w http.ResponseWriter, r *http.Request) {\n'
        '\trun(r.URL.Query().Get("name"))\n}\n',
        "shell.go": 'package main\n\nimport "os/exec"\n\nfunc run(v string) {\n\texec.Command("sh", "-c", v).Run()\n}\n',
    },
    "java": {
        "App.java": "import javax.servlet.http.*;\n\nclass App extends HttpServlet {\n"
        "  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n"
        '    Shell.run(request.getParameter("name"));\n  }\n}\n',
        "Shell.java": "class Shell {\n  static void run(String v) throws Exception {\n"
        '    Runtime.getRuntime().exec("sh -c " + v);\n  }\n}\n',
    },
}


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
async def test_what_is_typed_counts_elsewhere_in_every_language(
    real_editor: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(cross_file, "PAUSE", 0.05)
    (tmp_path / "reread.toml").write_text(STANDARD)
    for name, text in OTHER_LANGUAGES[language].items():
        (tmp_path / name).write_text(text)
    await real_editor.start(tmp_path.as_uri())
    app, shell = (tmp_path / name for name in OTHER_LANGUAGES[language])
    for path in (shell, app):
        real_editor.open(path.as_uri(), path.read_text(), language)
    await found(real_editor, app, 1)
    text = shell.read_text()
    [line] = [line for line in text.splitlines() if "exec" in line and "v)" in line]
    before = len(real_editor.sent)
    real_editor.edit(shell.as_uri(), 2, [{"text": text.replace(line, "")}])
    await found(real_editor, app, 0, before)


@pytest.mark.slow
async def test_each_folder_has_files_of_its_own(real_editor: Editor, tmp_path: Path) -> None:
    roots = [tmp_path / name for name in ("one", "two")]
    for root in roots:
        root.mkdir()
        (root / "reread.toml").write_text(STANDARD)
        (root / "shell.py").write_text(SHELL)
        (root / "app.py").write_text(APP)
    await real_editor.start(*(root.as_uri() for root in roots))
    one, two = (Project(real_editor, root) for root in roots)
    for project in (one, two):
        for path in (project.shell, project.app):
            real_editor.open(path.as_uri(), path.read_text())
        await project.told(1)
    await two.told(0, two.type(2, harmless=True))
    assert real_editor.published[one.app.as_uri()][-1]["diagnostics"]


async def test_whoever_goes_on_typing_comes_before_the_other_documents(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The look at the importers ends with the one that is being looked at, and goes on at the next pause."""
    second = project.root / "second.py"
    second.write_text(project.app.read_text())
    project.editor.open(second.as_uri(), second.read_text())
    await project.editor.until(lambda message: "second.py" in str(message.get("params")) and _any_finding(message))
    linked, looks, entered, gate = Others.linked, [], threading.Semaphore(0), threading.Semaphore(0)

    def look(self: Others, analysis: Analysis, path: str, open_: dict[str, Document], *more: Any) -> object:
        looks.append((path, open_[str(project.shell)].version))
        entered.release()
        assert gate.acquire(timeout=120)
        return linked(self, analysis, path, open_, *more)

    monkeypatch.setattr(Others, "linked", look)
    before = project.type(2, harmless=True)
    while True:
        assert await asyncio.to_thread(entered.acquire, timeout=120)
        if looks[-1][0] != "shell.py":
            break
        gate.release()
    project.type(3, harmless=True)
    gate.release(100)
    await project.told(0, before)
    await project.editor.until(
        lambda message: message.get("params", {}).get("uri") == second.as_uri() and not _any_finding(message), before
    )
    importers = [version for path, version in looks if path != "shell.py"]
    assert importers[0] == 2
    assert set(importers[1:]) == {3}


async def test_a_look_ends_when_somebody_types_and_the_next_one_starts_over(project: Project) -> None:
    across, session = project.editor.server.schedule.across, project.editor.server.session
    [others], app = across._others.values(), session.document(project.app.as_uri())
    assert app is not None and app.analysis is not None
    path = str(project.shell)
    texts = across._texts() | {path: Document("", SHELL.replace("os.system", "print"), path=path, language="python")}
    async with across._lock:  # The server itself may look again at this moment.
        with pytest.raises(InterruptedLookError):
            others.linked(app.analysis, "app.py", texts, lambda: True)
        linked = others.linked(app.analysis, "app.py", texts)
    assert linked is not None
    assert linked.findings == ()


def _any_finding(message: dict[str, Any]) -> bool:
    return bool((message.get("params") or {}).get("diagnostics"))
