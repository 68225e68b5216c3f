"""Above each changed definition: whether it was reviewed, and how many findings are in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reread.server.report.review import ReviewOutcome
from tests.server.lsp.editor import CAPABILITIES, Editor, range_
from tests.server.lsp.test_review import Worker, run, worker

__all__ = ["worker"]

REFRESH: dict[str, Any] = {
    **CAPABILITIES,
    "workspace": {**CAPABILITIES["workspace"], "codeLens": {"refreshSupport": True}},
}


async def lenses(editor: Editor, uri: str) -> list[tuple[int, str]] | None:
    found = await editor.request("textDocument/codeLens", {"textDocument": {"uri": uri}})
    return found and [(each["range"]["start"]["line"], each["command"]["title"]) for each in found]


@pytest.fixture
async def changed(editor: Editor, repository: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An open document whose second function differs from HEAD."""
    monkeypatch.setenv("REREAD_CONSENT", "1")
    await editor.start(repository.as_uri(), capabilities=REFRESH)
    uri = (repository / "a.py").as_uri()
    editor.open(uri, (repository / "a.py").read_text().replace("surely", "bad"))
    await editor.diagnostics(uri, 1)
    return uri


async def test_only_what_changed_has_a_lens(editor: Editor, changed: str) -> None:
    assert await lenses(editor, changed) == [(4, "Reread: not reviewed, 1 finding")]


async def test_a_review_is_told_and_an_edit_makes_it_stale_but_a_comment_does_not(
    editor: Editor, worker: Worker, changed: str
) -> None:
    worker.answer.set_result(ReviewOutcome())
    await run(editor, worker, "reread.reviewSelection", changed, range_((4, 0), (5, 5)))
    await editor.until(lambda message: message.get("method") == "workspace/codeLens/refresh")
    assert await lenses(editor, changed) == [(4, "Reread: reviewed, 1 finding")]
    editor.change(changed, 2, (4, 10), (4, 10), "  # why")
    assert await lenses(editor, changed) == [(4, "Reread: reviewed, 1 finding")]
    editor.change(changed, 3, (5, 11), (5, 14), "good")
    assert await lenses(editor, changed) == [(4, "Reread: changed since its review, no findings")]


async def test_a_review_that_is_not_complete_reviewed_nothing(editor: Editor, worker: Worker, changed: str) -> None:
    worker.answer.set_result(ReviewOutcome(complete=False, problems=("the budget is spent",)))
    await run(editor, worker, "reread.reviewSelection", changed, range_((4, 0), (5, 5)))
    await editor.until(lambda message: "the budget is spent" in str(message))
    assert await lenses(editor, changed) == [(4, "Reread: not reviewed, 1 finding")]


async def test_without_the_model_a_lens_has_the_findings_alone(editor: Editor, repository: Path) -> None:
    editor.settings["review"] = {"enable": False}
    await editor.start(repository.as_uri())
    uri = (repository / "a.py").as_uri()
    editor.open(uri, (repository / "a.py").read_text().replace("surely", "bad"))
    await editor.diagnostics(uri, 1)
    assert await lenses(editor, uri) == [(4, "Reread: 1 finding")]


@pytest.mark.parametrize("settings", [{"codeLens": False}, {"enable": False}, {}])
async def test_there_are_none_where_they_are_off_or_there_is_no_repository(
    editor: Editor, tmp_path: Path, settings: dict[str, Any]
) -> None:
    editor.settings.update(settings)
    await editor.start(tmp_path.as_uri())
    uri = (tmp_path / "a.py").as_uri()
    editor.open(uri, "def one():\n    pass\n")
    await editor.diagnostics(uri, 1)
    assert await lenses(editor, uri) is None
