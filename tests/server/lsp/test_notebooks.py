"""Notebooks in the editor: cells are told of, and know each other."""

from __future__ import annotations

from typing import Any

from reread.server.lsp.features import sync
from reread.server.lsp.transport import cell_edits
from tests.server.lsp.editor import CAPABILITIES, Editor, range_

NOTEBOOK = "file:///work/a.ipynb"
CODE, MARKUP = 2, 1
STANDARD = {"index": {"enable": False}, "rules": {"profile": "standard"}}
WITH_NOTEBOOKS = {**CAPABILITIES, "notebookDocument": {"synchronization": {"dynamicRegistration": False}}}


def cell(number: int) -> str:
    return f"vscode-notebook-cell:/work/a.ipynb#{number}"


def item(number: int, text: str, language: str = "python") -> dict[str, Any]:
    return {"uri": cell(number), "languageId": language, "version": 1, "text": text}


def open_notebook(editor: Editor, *texts: str) -> None:
    cells = [{"kind": CODE, "document": cell(number)} for number in range(len(texts))]
    document = {"uri": NOTEBOOK, "notebookType": "jupyter-notebook", "version": 1, "cells": cells}
    items = [item(number, text) for number, text in enumerate(texts)]
    editor.notify("notebookDocument/didOpen", {"notebookDocument": document, "cellTextDocuments": items})


def change(editor: Editor, version: int, **cells: Any) -> None:
    params = {"notebookDocument": {"uri": NOTEBOOK, "version": version}, "change": {"cells": cells}}
    editor.notify("notebookDocument/didChange", params)


def typed(number: int, version: int, place: dict[str, Any], text: str) -> list[Any]:
    document = {"uri": cell(number), "version": version}
    return [{"document": document, "changes": [{"range": place, "text": text}]}]


async def test_notebooks_are_asked_for_where_the_client_has_them(editor):
    told = await editor.start(capabilities=WITH_NOTEBOOKS)
    assert told["capabilities"]["notebookDocumentSync"]["notebookSelector"] == [{"notebook": "*"}]


async def test_a_client_without_notebooks_is_not_asked(editor):
    assert "notebookDocumentSync" not in (await editor.start())["capabilities"]


async def test_a_notebook_as_text_is_not_passed_over_without_a_word(editor):
    await editor.start()
    for name in ("a.ipynb", "b.ipynb", "c.py"):
        editor.open(f"file:///work/{name}", "{}", "json" if "ipynb" in name else "python")
    await editor.diagnostics("file:///work/c.py", 1)
    assert [message for message in editor.messages if "reread check" in message] == [f"Reread: {sync.NO_CELLS}"]


async def test_nothing_is_said_where_the_editor_sends_cells(editor):
    await editor.start(capabilities=WITH_NOTEBOOKS)
    editor.open(NOTEBOOK, "{}", "json")
    editor.open("file:///work/c.py", "bad")
    await editor.diagnostics("file:///work/c.py", 1)
    assert editor.messages == []


async def test_cells_of_jupytext_are_one_python_text(real_editor):
    real_editor.settings = STANDARD
    await real_editor.start()
    uri = "file:///work/cells.py"
    real_editor.open(uri, "# %% [markdown]\n# # Title\n\n# %%\nimport os\n\n# %% next\nprint(os.name, missing)\n")
    [found] = await real_editor.diagnostics(uri, 1)
    assert "missing" in found["message"]
    assert found["range"] == range_((7, 15), (7, 22))


async def test_each_cell_gets_its_own_findings(editor):
    await editor.start(capabilities=WITH_NOTEBOOKS)
    open_notebook(editor, "a = 1\n", "\nbad", "worse")
    assert await editor.diagnostics(cell(0)) == []
    [first] = await editor.diagnostics(cell(1))
    [second] = await editor.diagnostics(cell(2))
    assert first["range"] == range_((1, 0), (1, 3))
    assert second["range"] == range_((0, 0), (0, 5))


async def test_a_cell_knows_the_imports_of_those_before_it(real_editor):
    real_editor.settings = STANDARD
    await real_editor.start(capabilities=WITH_NOTEBOOKS)
    open_notebook(real_editor, "import os", "def f():\n    return os.name, missing")
    [found] = await real_editor.diagnostics(cell(1))
    assert "missing" in found["message"]


async def test_an_edit_of_a_cell_moves_what_is_in_those_after_it(editor):
    await editor.start(capabilities=WITH_NOTEBOOKS)
    open_notebook(editor, "a", "bad")
    await editor.diagnostics(cell(1))
    change(editor, 2, textContent=typed(0, 2, range_((0, 0), (0, 1)), "bad\nb"))
    [found] = await editor.diagnostics(cell(0), 2)
    assert found["range"] == range_((0, 0), (0, 3))
    assert editor.published[cell(1)][-1]["diagnostics"][0]["range"] == range_((0, 0), (0, 3))


async def test_cells_come_and_go(editor):
    await editor.start(capabilities=WITH_NOTEBOOKS)
    open_notebook(editor, "bad", "worse")
    await editor.diagnostics(cell(1))
    new = {"start": 0, "deleteCount": 1, "cells": [{"kind": CODE, "document": cell(7)}]}
    change(editor, 2, structure={"array": new, "didOpen": [item(7, "odd")], "didClose": [{"uri": cell(0)}]})
    assert len(await editor.diagnostics(cell(7))) == 1
    assert editor.published[cell(0)][-1]["diagnostics"] == []


async def test_a_hover_is_about_its_cell(editor):
    await editor.start(capabilities=WITH_NOTEBOOKS)
    open_notebook(editor, "a\nb", "bad")
    await editor.diagnostics(cell(1))
    place = {"textDocument": {"uri": cell(1)}, "position": {"line": 0, "character": 1}}
    hover = await editor.request("textDocument/hover", place)
    assert hover["range"] == range_((0, 0), (0, 3))


async def test_a_fix_edits_its_cell(editor):
    await editor.start(capabilities=WITH_NOTEBOOKS)
    open_notebook(editor, "a\nb", "c\nbad")
    await editor.diagnostics(cell(1))
    action = (await editor.actions(cell(1), (1, 0), (1, 0)))[0]
    resolved = await editor.request("codeAction/resolve", action)
    [edit] = resolved["edit"]["documentChanges"]
    assert edit["textDocument"] == {"uri": cell(1), "version": 1}
    assert edit["edits"] == [{"range": range_((1, 0), (1, 3)), "newText": "good"}]


async def test_fix_all_edits_every_cell_and_adds_no_line(editor):
    await editor.start(capabilities=WITH_NOTEBOOKS)
    open_notebook(editor, "bad", "bad\nb")
    await editor.diagnostics(cell(1))
    [action] = await editor.actions(cell(0), (0, 0), (0, 0), only=["source.fixAll"])
    resolved = await editor.request("codeAction/resolve", action)
    edits = {each["textDocument"]["uri"]: each["edits"] for each in resolved["edit"]["documentChanges"]}
    assert edits[cell(0)] == [{"range": range_((0, 0), (0, 3)), "newText": "good"}]
    assert edits[cell(1)] == [{"range": range_((0, 0), (1, 0)), "newText": "good\n"}]


async def test_what_is_no_python_is_not_rewritten(editor):
    await editor.start(capabilities=WITH_NOTEBOOKS)
    open_notebook(editor, "bad", "%%time\nbad")
    await editor.diagnostics(cell(1))
    notebooks = editor.server.session.notebooks
    first, second = ({"range": range_((line, 0), (line, 0)), "newText": "import os\n"} for line in (0, 1))
    assert cell_edits.of_workspace({"changes": {NOTEBOOK: [first]}}, notebooks)["changes"] == {cell(0): [first]}
    assert cell_edits.of_workspace({"changes": {NOTEBOOK: [first, second]}}, notebooks)["changes"] == {}


async def test_an_edit_over_the_end_of_a_cell_is_not_made(editor):
    await editor.start(capabilities=WITH_NOTEBOOKS)
    open_notebook(editor, "bad", "bad")
    await editor.diagnostics(cell(1))
    edit = {"range": range_((0, 1), (1, 1)), "newText": ""}
    assert cell_edits.of_workspace({"changes": {NOTEBOOK: [edit]}}, editor.server.session.notebooks) == {"changes": {}}


async def test_an_editor_that_opened_a_cell_by_itself_sees_its_findings_once(editor):
    await editor.start(capabilities=WITH_NOTEBOOKS)
    editor.open(cell(0), "bad")
    await editor.diagnostics(cell(0))
    open_notebook(editor, "bad")
    assert editor.published[cell(0)][-1]["diagnostics"] == []
    assert len(await editor.diagnostics(cell(0), 1)) == 1
    assert list(editor.server.session.documents) == [NOTEBOOK]


async def test_a_command_on_a_cell_is_about_the_notebook(editor):
    await editor.start(capabilities=WITH_NOTEBOOKS)
    open_notebook(editor, "a", "bad")
    await editor.diagnostics(cell(1))
    where = {"uri": cell(1), "range": range_((0, 1), (0, 1))}
    assert "Bad word: bad" in (await editor.request("reread/explain", where))["page"]


async def test_cells_of_other_languages_are_left_alone_and_the_log_says_so(editor):
    await editor.start(capabilities=WITH_NOTEBOOKS)
    open_notebook(editor, "%%bash\nbad", "bad")
    assert len(await editor.diagnostics(cell(1))) == 1
    logged = [each["params"]["message"] for each in editor.sent if each.get("method") == "window/logMessage"]
    assert f"{NOTEBOOK}: not checked: 1 code cell in other languages" in logged


async def test_a_notebook_that_is_closed_leaves_nothing(editor):
    await editor.start(capabilities=WITH_NOTEBOOKS)
    open_notebook(editor, "bad")
    await editor.diagnostics(cell(0))
    editor.notify("notebookDocument/didClose", {"notebookDocument": {"uri": NOTEBOOK}, "cellTextDocuments": []})
    assert editor.published[cell(0)][-1]["diagnostics"] == []
    assert editor.server.session.notebooks == {}
    change(editor, 2, textContent=typed(0, 2, range_((0, 0), (0, 1)), "x"))


async def test_markdown_is_not_code(editor):
    await editor.start(capabilities=WITH_NOTEBOOKS)
    cells = [{"kind": MARKUP, "document": cell(0)}, {"kind": CODE, "document": cell(1)}]
    document = {"uri": NOTEBOOK, "notebookType": "jupyter-notebook", "version": 1, "cells": cells}
    items = [item(0, "bad", "markdown"), item(1, "bad")]
    editor.notify("notebookDocument/didOpen", {"notebookDocument": document, "cellTextDocuments": items})
    assert len(await editor.diagnostics(cell(1))) == 1
    assert cell(0) not in editor.published
