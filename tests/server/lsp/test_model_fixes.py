"""Fixes by the model in the editor: over several files, confirmed there or shown as a diff, applied whole or not at all."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

import pytest

from reread.analyzers.findings import Applicability, Edit, Finding, Fix, OtherFile, Severity, Source
from reread.analyzers.text import Document, Span
from reread.server.known import feedback
from reread.server.report.review import FixOutcome
from tests.server.lsp.editor import CAPABILITIES, Editor, range_
from tests.server.lsp.test_review import Worker, run, worker

__all__ = ["worker"]

OWN = "maybe = 1\n"
OTHER = "def use():\n    return maybe\n"
WORD = Span(OTHER.index("maybe"), OTHER.index("maybe") + 5)
CONFIRMING = {"documentChanges": True, "changeAnnotationSupport": {}}
START = ((0, 0), (0, 0))


def fix_of(folder: Path, text: str = "surely", other: str = OTHER, **more: Any) -> Fix:
    """Renames `maybe` in both files."""
    path = folder / "lib" / "b.py"
    file = OtherFile(path.as_uri(), str(path), "lib/b.py", Document(path.as_uri(), other).sha256)
    edits = (Edit(Span(0, 5), "surely"), Edit(WORD, text, path.as_uri()))
    return Fix("Rename it", edits, generated=True, files=(file,), **more)


async def start(editor: Editor, folder: Path, workspace_edit: dict[str, Any], *, open_other: bool = True) -> str:
    """Both files, with the first of them open and perhaps the second."""
    (folder / "lib").mkdir()
    (folder / "a.py").write_text(OWN)
    (folder / "lib" / "b.py").write_text(OTHER)
    workspace = {**CAPABILITIES["workspace"], "workspaceEdit": workspace_edit}
    await editor.start(folder.as_uri(), capabilities={**CAPABILITIES, "workspace": workspace})
    uri = (folder / "a.py").as_uri()
    editor.open(uri, OWN, version=3)
    await editor.diagnostics(uri, 3)
    if open_other:
        editor.open(other_uri(folder), OTHER, version=7)
        await editor.diagnostics(other_uri(folder), 7)
    return uri


def other_uri(folder: Path) -> str:
    return (folder / "lib" / "b.py").as_uri()


def offered(editor: Editor, uri: str, fix: Fix) -> None:
    """The review has found something, with a fix."""
    finding = Finding("model-logic", "Unsure", Span(0, 5), Severity.WARNING, Source.MODEL, (fix,), fingerprint="m")
    editor.server.session.document(uri).slower["model:file"] = (finding,)


async def proposed(editor: Editor, uri: str) -> dict[str, Any]:
    """The action for the fix, wherever it stands among the others."""
    return next(action for action in await editor.actions(uri, *START) if "Rename it" in action["title"])


async def action_of(editor: Editor, uri: str) -> dict[str, Any]:
    action = await proposed(editor, uri)
    return action if "disabled" in action else await editor.request("codeAction/resolve", action)


def applied(editor: Editor) -> list[Any]:
    return [sent["params"]["edit"] for sent in editor.sent if sent.get("method") == "workspace/applyEdit"]


async def preview(editor: Editor, uri: str) -> None:
    """Choose the action, and wait until all that follows is done."""
    action = await proposed(editor, uri)
    command = action["command"]
    await editor.request("workspace/executeCommand", {"command": command["command"], "arguments": command["arguments"]})
    await asyncio.gather(*editor.server.session.tasks._tasks)


def page(editor: Editor) -> str:
    """The document that was opened last."""
    shown = [sent["params"]["uri"] for sent in editor.sent if sent.get("method") == "window/showDocument"][-1]
    assert shown.endswith(".diff")
    return Path(unquote(urlparse(shown).path)).read_text()


@pytest.mark.parametrize(("open_other", "version"), [(True, 7), (False, None)])
async def test_an_action_edits_all_files_at_their_versions_after_confirmation(
    editor: Editor, tmp_path: Path, open_other: bool, version: int | None
) -> None:
    uri = await start(editor, tmp_path, CONFIRMING, open_other=open_other)
    offered(editor, uri, fix_of(tmp_path))
    edit = (await action_of(editor, uri))["edit"]
    own, other = edit["documentChanges"]
    assert own["textDocument"] == {"uri": uri, "version": 3}
    assert other["textDocument"] == {"uri": other_uri(tmp_path), "version": version}
    assert other["edits"] == [{"range": range_((1, 11), (1, 16)), "newText": "surely", "annotationId": "reread"}]
    assert [change["annotationId"] for change in own["edits"]] == ["reread"]
    assert edit["changeAnnotations"] == {"reread": {"label": "Rename it", "needsConfirmation": True}}


async def test_a_file_that_was_edited_meanwhile_ends_the_whole_fix(editor: Editor, tmp_path: Path) -> None:
    uri = await start(editor, tmp_path, CONFIRMING)
    offered(editor, uri, fix_of(tmp_path))
    editor.change(other_uri(tmp_path), 8, (0, 0), (0, 0), "#\n")
    action = await action_of(editor, uri)
    assert action["disabled"]["reason"] == "lib/b.py has changed since the fix was made"
    assert "edit" not in action


@pytest.mark.parametrize("change", ["rewritten", "gone"])
async def test_so_does_one_that_changed_on_disk(editor: Editor, tmp_path: Path, change: str) -> None:
    uri = await start(editor, tmp_path, CONFIRMING, open_other=False)
    offered(editor, uri, fix_of(tmp_path))
    path = tmp_path / "lib" / "b.py"
    path.unlink() if change == "gone" else path.write_text("#\n" + OTHER)
    assert "has changed" in (await action_of(editor, uri))["disabled"]["reason"]


async def test_what_is_open_counts_and_not_what_is_on_disk(editor: Editor, tmp_path: Path) -> None:
    uri = await start(editor, tmp_path, CONFIRMING)
    (tmp_path / "lib" / "b.py").write_text("saved by somebody else\n")
    offered(editor, uri, fix_of(tmp_path))
    assert len((await action_of(editor, uri))["edit"]["documentChanges"]) == 2


async def test_an_edit_of_the_own_file_moves_its_part_along(editor: Editor, tmp_path: Path) -> None:
    uri = await start(editor, tmp_path, CONFIRMING)
    offered(editor, uri, fix_of(tmp_path))
    editor.change(uri, 4, (0, 0), (0, 0), "#\n")
    action, *_ = await editor.actions(uri, (1, 0), (1, 0))
    own, other = (await editor.request("codeAction/resolve", action))["edit"]["documentChanges"]
    assert own["edits"][0]["range"] == range_((1, 0), (1, 5))
    assert other["edits"][0]["range"] == range_((1, 11), (1, 16))


@pytest.mark.parametrize(
    ("text", "problem"),
    [("(", "lib/b.py: the code would not parse any more"), ("bad", "lib/b.py: it would bring a new finding: bad-word")],
)
async def test_what_breaks_the_other_file_is_not_offered(
    editor: Editor, tmp_path: Path, text: str, problem: str
) -> None:
    uri = await start(editor, tmp_path, CONFIRMING)
    offered(editor, uri, fix_of(tmp_path, text))
    assert (await action_of(editor, uri))["disabled"]["reason"] == problem


@pytest.mark.parametrize("choice", [{"title": "Apply"}, {"title": "Discard"}, None])
async def test_an_editor_without_confirmation_shows_a_diff_of_all_files_and_asks(
    editor: Editor, tmp_path: Path, choice: Any
) -> None:
    editor.answers["window/showMessageRequest"] = lambda _: choice
    uri = await start(editor, tmp_path, {"documentChanges": True})
    offered(editor, uri, fix_of(tmp_path))
    await preview(editor, uri)
    diff = page(editor)
    assert "--- a/a.py\n+++ b/a.py\n@@ -1 +1 @@\n-maybe = 1\n+surely = 1\n" in diff
    assert (
        "--- a/lib/b.py\n+++ b/lib/b.py\n@@ -1,2 +1,2 @@\n def use():\n-    return maybe\n+    return surely\n" in diff
    )
    if choice == {"title": "Apply"}:
        [edit] = applied(editor)
        assert [change["textDocument"]["version"] for change in edit["documentChanges"]] == [3, 7]
        assert "changeAnnotations" not in edit
        assert editor.server.session.document(uri).findings() == [], "the remark goes with its fix"
        assert [each.verdict for each in feedback.read(str(tmp_path))] == ["accepted"]
    else:
        assert applied(editor) == []
        assert [each.fingerprint for each in editor.server.session.document(uri).findings()] == ["m"]
        assert feedback.read(str(tmp_path)) == []


async def test_an_editor_without_document_changes_gets_plain_ones(editor: Editor, tmp_path: Path) -> None:
    editor.answers["window/showMessageRequest"] = lambda _: {"title": "Apply"}
    uri = await start(editor, tmp_path, {"changeAnnotationSupport": {}})
    offered(editor, uri, fix_of(tmp_path))
    await preview(editor, uri)
    assert applied(editor) == [
        {
            "changes": {
                uri: [{"range": range_((0, 0), (0, 5)), "newText": "surely"}],
                other_uri(tmp_path): [{"range": range_((1, 11), (1, 16)), "newText": "surely"}],
            }
        }
    ]


async def test_an_editor_that_opens_no_documents_gets_the_diff_in_the_question(editor: Editor, tmp_path: Path) -> None:
    editor.answers["window/showDocument"] = lambda _: {"success": False}
    asked: list[Any] = []
    editor.answers["window/showMessageRequest"] = asked.append
    uri = await start(editor, tmp_path, {"documentChanges": True})
    offered(editor, uri, fix_of(tmp_path))
    await preview(editor, uri)
    assert "Rename it\n\n--- a/a.py\n" in asked[0]["message"] and "+    return surely" in asked[0]["message"]


async def test_what_changes_while_the_person_decides_is_not_applied(editor: Editor, tmp_path: Path) -> None:
    uri = await start(editor, tmp_path, {"documentChanges": True})

    def decide(_: Any) -> Any:
        editor.change(other_uri(tmp_path), 8, (0, 0), (0, 0), "#\n")
        return {"title": "Apply"}

    editor.answers["window/showMessageRequest"] = decide
    offered(editor, uri, fix_of(tmp_path))
    await preview(editor, uri)
    assert applied(editor) == []
    assert any("not applied: lib/b.py has changed since" in message for message in editor.messages)


async def test_a_proposal_that_does_not_hold_is_shown_and_never_applied(editor: Editor, tmp_path: Path) -> None:
    uri = await start(editor, tmp_path, CONFIRMING)
    offered(editor, uri, fix_of(tmp_path, applicability=Applicability.DISPLAY_ONLY, reason="`mypy` fails with it"))
    *_, action = await editor.actions(uri, *START, only=["quickfix"])
    assert action["title"] == "Show the fix that failed verification: Rename it (Reread: model-logic)"
    await preview(editor, uri)
    assert page(editor).startswith("Rename it\n\nFailed verification: `mypy` fails with it\n\n--- a/a.py\n")
    assert applied(editor) == []


async def test_a_proposal_for_other_texts_than_there_are_cannot_be_shown(editor: Editor, tmp_path: Path) -> None:
    uri = await start(editor, tmp_path, CONFIRMING)
    offered(editor, uri, fix_of(tmp_path, other="x", applicability=Applicability.DISPLAY_ONLY, reason="no"))
    await preview(editor, uri)
    assert any("cannot be shown: lib/b.py has changed" in message for message in editor.messages)


async def test_the_command_without_a_fix_says_so(editor: Editor, tmp_path: Path) -> None:
    uri = await start(editor, tmp_path, CONFIRMING)
    offered(editor, uri, fix_of(tmp_path))
    for arguments in ([], [{"uri": uri, "fingerprint": "m", "fix": 1}], [{"uri": uri, "fingerprint": "gone"}]):
        await editor.request("workspace/executeCommand", {"command": "reread.previewFix", "arguments": arguments})
    assert editor.messages == ["Reread: no fix here, or its text has changed"] * 3


async def test_a_fix_that_was_asked_for_may_edit_open_files(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    (tmp_path / ".rereadignore").write_text("private.py\n")
    uri = await start(editor, tmp_path, CONFIRMING)
    editor.open((tmp_path / "private.py").as_uri(), "nobody's business\n")
    offered(editor, uri, fix_of(tmp_path))
    request = await run(editor, worker, "reread.fixWithModel", {"uri": uri, "fingerprint": "m"})
    assert [(document.relative, document.text) for document in request.opened] == [("lib/b.py", OTHER)]
    worker.answer.set_result(FixOutcome(fix_of(tmp_path), notes=("`ruff` is not installed",)))
    await editor.until(lambda message: message.get("method") == "workspace/applyEdit")
    [edit] = applied(editor)
    assert [change["textDocument"]["version"] for change in edit["documentChanges"]] == [3, 7]
    assert any("`ruff` is not installed" in message for message in editor.messages)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (
            {"applied": False, "failureReason": "the file is\nread-only"},
            "the editor did not apply the edit: the file is",
        ),
        (None, "the editor did not apply the edit"),
    ],
)
async def test_a_fix_that_the_editor_did_not_apply_is_told(
    editor: Editor, worker: Worker, tmp_path: Path, answer: Any, said: str
) -> None:
    editor.answers["workspace/applyEdit"] = lambda _: answer
    editor.answers["window/showMessageRequest"] = lambda _: {"title": "Apply"}
    uri = await start(editor, tmp_path, {"documentChanges": True})
    offered(editor, uri, fix_of(tmp_path))
    await run(editor, worker, "reread.fixWithModel", {"uri": uri, "fingerprint": "m"})
    worker.answer.set_result(FixOutcome(fix_of(tmp_path)))
    await editor.until(lambda message: said in str(message))
    assert editor.server.session.document(uri).slower["model:file"]


async def test_of_a_fix_that_does_not_hold_the_reason_is_told_and_the_proposal_shown(
    editor: Editor, worker: Worker, tmp_path: Path
) -> None:
    uri = await start(editor, tmp_path, CONFIRMING)
    offered(editor, uri, fix_of(tmp_path))
    await run(editor, worker, "reread.fixWithModel", {"uri": uri, "fingerprint": "m"})
    shown = fix_of(tmp_path, applicability=Applicability.DISPLAY_ONLY, reason="`mypy` fails with it")
    worker.answer.set_result(FixOutcome(shown, "the model's fix was not offered: `mypy` fails with it"))
    await editor.until(lambda message: message.get("method") == "window/showDocument")
    assert any("no fix for model-logic: the model's fix was not offered" in message for message in editor.messages)
    assert applied(editor) == []


async def test_a_review_is_given_the_open_files_too(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    uri = await start(editor, tmp_path, CONFIRMING)
    request = await run(editor, worker, "reread.reviewFile", uri)
    assert [document.relative for document in request.opened] == ["lib/b.py"]
