"""What is offered for findings, and what it does to the text."""

from __future__ import annotations

import asyncio
import copy
import subprocess
import sys
import threading
from typing import Any

import pytest

from reread.analyzers import suppressions
from reread.analyzers.findings import Applicability, Edit, Finding, Fix, Related, Severity, Source
from reread.analyzers.review import availability
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.suppression_edits import ignore_edit
from reread.analyzers.text import Span
from reread.server.lsp.features import code_actions
from tests.server.lsp.conftest import WordEngine
from tests.server.lsp.editor import CAPABILITIES, Editor, range_

URI = "file:///work/a.py"
START = ((0, 0), (0, 0))


async def opened(editor: Editor, text: str, **client: Any) -> None:
    capabilities = {**CAPABILITIES, **client}
    await editor.start("file:///work", capabilities=capabilities)
    editor.open(URI, text, version=5)
    await editor.diagnostics(URI, 5)


def titles(actions: list[dict[str, Any]]) -> list[str]:
    return [action["title"] for action in actions]


def without(*names: str) -> dict[str, Any]:
    """The capabilities of a client whose code actions lack these."""
    action = {key: value for key, value in CAPABILITIES["textDocument"]["codeAction"].items() if key not in names}
    return {"textDocument": {**CAPABILITIES["textDocument"], "codeAction": action}}


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> None:
    """A provider of models is set up."""
    monkeypatch.setenv("OLLAMA_HOST", "127.0.0.1:11434")


@pytest.mark.usefixtures("provider")
async def test_a_verified_safe_fix_is_preferred_and_comes_first(editor: Editor) -> None:
    await opened(editor, "bad\n")
    actions = await editor.actions(URI, *START)
    assert titles(actions) == [
        "Replace `bad` (Reread: bad-word)",
        "Fix this with the model (Reread: bad-word)",
        "Ignore for this line (Reread: bad-word)",
        "Ignore in this file (Reread: bad-word)",
        "Dismiss this finding for everyone here (Reread: bad-word)",
        "Explain this finding (Reread: bad-word)",
        "Suggest a test for this (Reread: bad-word)",
    ]
    assert actions[0]["isPreferred"] is True
    assert {action["kind"] for action in actions} == {"quickfix"}
    assert "edit" not in actions[0], "it is made when it is wanted"


async def test_actions_do_not_wait_for_ever_behind_the_analyses_of_other_documents(
    editor: Editor, engine: WordEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    await opened(editor, "bad\n")
    with monkeypatch.context() as quickly:
        quickly.setattr(code_actions, "PATIENCE", 0.01)
        engine.gate.clear()
        for name in ("b", "c"):  # As many as there are threads
            editor.open(f"file:///work/{name}.py", "good\n")
        for _ in (URI, "b", "c"):
            assert await asyncio.to_thread(engine.entered.acquire, timeout=120)
        unverified = await editor.actions(URI, *START)
    engine.gate.set()
    assert "Replace `bad`" in titles(unverified)[0]
    assert "isPreferred" not in unverified[0] and "disabled" not in unverified[0]
    assert (await editor.request("codeAction/resolve", unverified[0]))["edit"]
    assert (await editor.actions(URI, *START))[0]["isPreferred"] is True


@pytest.mark.usefixtures("provider")
async def test_an_unsafe_fix_says_so_and_comes_after_the_sure_ones(editor: Editor) -> None:
    await opened(editor, "odd bad maybe\n")
    fix = Fix("Rewrite it", (Edit(Span(8, 13), "surely"),), Applicability.UNSAFE, generated=True)
    finding = Finding("model-logic", "Unsure", Span(8, 13), Severity.WARNING, Source.MODEL, (fix,), fingerprint="m")
    editor.server.session.document(URI).slower["model:file"] = (finding,)
    actions = await editor.actions(URI, (0, 0), (0, 13), only=["quickfix"])
    assert titles(actions)[:4] == [
        "Replace `bad` (Reread: bad-word)",
        "Rewrite it (Reread: model-logic)",
        "Replace `odd` (Reread: bad-word, unsafe: may change behaviour)",
        "Fix this with the model (Reread: bad-word)",
    ]
    assert [action["title"] for action in actions if action.get("isPreferred")] == ["Replace `bad` (Reread: bad-word)"]


async def test_nothing_of_a_model_is_offered_where_no_provider_is_set_up(editor: Editor) -> None:
    await opened(editor, "bad\n")
    assert titles(await editor.actions(URI, *START)) == [
        "Replace `bad` (Reread: bad-word)",
        "Ignore for this line (Reread: bad-word)",
        "Ignore in this file (Reread: bad-word)",
        "Dismiss this finding for everyone here (Reread: bad-word)",
        "Explain this finding (Reread: bad-word)",
    ]


async def test_whether_a_provider_is_set_up_is_looked_at_beside_the_event_loop(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []

    def choose(settings: ReviewSettings) -> None:
        threads.append(threading.current_thread())

    await opened(editor, "bad\n")
    monkeypatch.setattr(availability, "choose", choose)
    await editor.actions(URI, *START)
    assert threads and threading.main_thread() not in threads


def test_whether_a_provider_is_set_up_is_known_without_its_library() -> None:
    script = (
        "import os, sys; os.environ['OPENAI_API_KEY'] = 'key'\n"
        "from reread.analyzers.review.availability import choose\n"
        "from reread.analyzers.review.settings import ReviewSettings\n"
        "assert choose(ReviewSettings()).provider == 'openai'\n"
        "sys.exit(' '.join({'openai', 'anthropic', 'httpx', 'pydantic'} & sys.modules.keys()) or 0)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


async def test_resolving_gives_the_edit_with_the_version_of_the_document(editor: Editor) -> None:
    await opened(editor, "bad\n")
    action, *_ = await editor.actions(URI, *START)
    resolved = await editor.request("codeAction/resolve", action)
    assert resolved["edit"]["documentChanges"] == [
        {
            "textDocument": {"uri": URI, "version": 5},
            "edits": [{"range": range_((0, 0), (0, 3)), "newText": "good"}],
        }
    ]


async def test_an_action_that_is_resolved_after_an_edit_fits_the_new_text(editor: Editor) -> None:
    await opened(editor, "bad\n")
    action, *_ = await editor.actions(URI, *START)
    editor.change(URI, 6, (0, 0), (0, 0), "# one\n")
    resolved = await editor.request("codeAction/resolve", action)
    (change,) = resolved["edit"]["documentChanges"]
    assert change["textDocument"]["version"] == 6
    assert change["edits"][0]["range"] == range_((1, 0), (1, 3))


async def test_an_action_whose_finding_is_gone_says_so(editor: Editor) -> None:
    await opened(editor, "bad\n")
    action, *_ = await editor.actions(URI, *START)
    editor.change(URI, 6, (0, 0), (0, 3), "fine")
    resolved = await editor.request("codeAction/resolve", action)
    assert "edit" not in resolved and "no longer exists" in resolved["disabled"]["reason"]
    editor.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
    assert "closed" in (await editor.request("codeAction/resolve", action))["disabled"]["reason"]


async def test_a_fix_that_would_break_the_code_is_disabled_with_the_reason(editor: Editor) -> None:
    await opened(editor, "x = worse\n")
    (action,) = [found for found in await editor.actions(URI, (0, 5), (0, 5)) if "Replace" in found["title"]]
    assert "parse" in action["disabled"]["reason"]
    assert "isPreferred" not in action


async def test_a_client_without_disabled_actions_is_not_offered_a_fix_that_fails(editor: Editor) -> None:
    await opened(editor, "x = worse\n", **without("disabledSupport"))
    assert not [title for title in titles(await editor.actions(URI, (0, 5), (0, 5))) if "Replace" in title]


@pytest.mark.parametrize("missing", ["resolveSupport", "dataSupport"])
async def test_a_client_that_cannot_resolve_gets_the_edit_at_once(editor: Editor, missing: str) -> None:
    await opened(editor, "bad\n", **without(missing))
    action, *_ = await editor.actions(URI, *START)
    assert action["edit"]["documentChanges"][0]["edits"][0]["newText"] == "good"


async def test_a_client_without_document_changes_gets_plain_changes(editor: Editor) -> None:
    await opened(editor, "bad\n", workspace={"configuration": True})
    action, *_ = await editor.actions(URI, *START)
    resolved = await editor.request("codeAction/resolve", action)
    assert resolved["edit"] == {"changes": {URI: [{"range": range_((0, 0), (0, 3)), "newText": "good"}]}}


async def test_only_findings_in_the_range_count(editor: Editor) -> None:
    await opened(editor, "x = 1\nbad\nbad\n")
    assert await editor.actions(URI, *START) == []
    both = await editor.actions(URI, (1, 1), (2, 1))
    assert titles(both).count("Replace `bad` (Reread: bad-word)") == 2


async def test_actions_carry_the_diagnostics_that_they_are_about(editor: Editor) -> None:
    await opened(editor, "bad bad\n")
    first, second = editor.published[URI][-1]["diagnostics"]
    foreign = {**first, "source": "Other"}
    actions = await editor.actions(URI, (0, 0), (0, 7), diagnostics=[first, second, foreign])
    fixes = [action for action in actions if "Replace" in action["title"]]
    assert [action["diagnostics"] for action in fixes] == [[first], [second]]
    bare = {key: value for key, value in second.items() if key != "data"}
    (fix,) = [
        action
        for action in await editor.actions(URI, (0, 5), (0, 5), diagnostics=[bare])
        if "Replace" in action["title"]
    ]
    assert fix["diagnostics"] == [bare]


@pytest.mark.parametrize(
    ("only", "kinds"),
    [
        (["quickfix"], {"quickfix"}),
        (["source.fixAll.reread"], {"source.fixAll.reread"}),
        (["source.fixAll"], {"source.fixAll.reread"}),
        (["source"], {"source.fixAll.reread", "source.reread"}),
        (["source.organizeImports"], set()),
        (["source.fix"], set()),
        (["refactor"], set()),
        ([""], {"quickfix", "source.fixAll.reread", "source.reread"}),
    ],
)
async def test_only_filters_by_the_parts_of_the_kind(editor: Editor, only: list[str], kinds: set[str]) -> None:
    await opened(editor, "bad\n")
    assert {action["kind"] for action in await editor.actions(URI, *START, only=only)} == kinds


async def test_fix_all_applies_every_safe_fix_and_no_other(editor: Editor) -> None:
    await opened(editor, "bad\nx = worse\nbad\n")
    (action,) = await editor.actions(URI, *START, only=["source.fixAll"])
    resolved = await editor.request("codeAction/resolve", action)
    edits = resolved["edit"]["documentChanges"][0]["edits"]
    assert [edit["newText"] for edit in edits] == ["good\n", "good\n"]
    assert [edit["range"]["start"]["line"] for edit in edits] == [0, 2]


async def test_there_is_no_fix_all_without_a_safe_fix(editor: Editor) -> None:
    await opened(editor, "x = worse\n")
    assert await editor.actions(URI, *START, only=["source.fixAll"]) == []


async def test_ignoring_inserts_the_comment(editor: Editor) -> None:
    await opened(editor, "bad\n")
    finding = editor.server.session.document(URI).findings()[0]
    document = editor.server.session.document(URI).document
    tree = editor.server.session.document(URI).analysis.tree
    actions = {action["title"]: action for action in await editor.actions(URI, *START)}
    for words, scope in (("for this line", suppressions.Scope.LINE), ("in this file", suppressions.Scope.FILE)):
        resolved = await editor.request("codeAction/resolve", actions[f"Ignore {words} (Reread: bad-word)"])
        (edit,) = resolved["edit"]["documentChanges"][0]["edits"]
        assert edit["newText"] == ignore_edit(document, tree, finding, scope, "reason").text


async def test_the_work_of_a_model_is_marked_and_never_preferred_or_part_of_fix_all(editor: Editor) -> None:
    await opened(editor, "maybe = 1\n")
    fix = Fix("Rewrite it", (Edit(Span(0, 5), "surely"),), generated=True)
    finding = Finding("model-logic", "Unsure", Span(0, 5), Severity.WARNING, Source.MODEL, (fix,), fingerprint="m")
    editor.server.session.document(URI).slower["model:file"] = (finding,)
    action, *_ = await editor.actions(URI, *START)
    assert action["tags"] == [1] and "isPreferred" not in action
    assert await editor.actions(URI, *START, only=["source.fixAll"]) == []
    assert action["command"]["command"] == "reread.previewFix", "nobody applies it unseen"
    assert "edit" not in await editor.request("codeAction/resolve", action)


async def test_actions_wait_for_the_analysis_of_the_last_edit(editor: Editor) -> None:
    await opened(editor, "x\n")
    editor.change(URI, 6, (0, 0), (0, 1), "bad")
    assert "Replace `bad` (Reread: bad-word)" in titles(await editor.actions(URI, *START))


async def test_many_fixes_are_verified_only_when_chosen(editor: Editor, engine: WordEngine) -> None:
    await opened(editor, "bad\n" * 9)
    before = engine.rechecks
    actions = await editor.actions(URI, (0, 0), (9, 0))
    assert engine.rechecks == before
    assert not [action for action in actions if action.get("isPreferred")]
    resolved = await editor.request("codeAction/resolve", actions[0])
    assert "edit" in resolved and engine.rechecks > before


async def test_nothing_is_offered_for_documents_that_are_not_open_or_switched_off(editor: Editor) -> None:
    await opened(editor, "bad\n")
    assert await editor.actions("file:///work/other.py", *START) is None
    editor.settings["enable"] = False
    editor.notify("workspace/didChangeConfiguration", {"settings": None})
    await editor.until(lambda message: message.get("params", {}).get("diagnostics") == [])
    assert await editor.actions(URI, *START) is None


async def test_the_model_is_not_offered_when_it_is_switched_off(editor: Editor) -> None:
    editor.settings["review"] = {"enable": False}
    await opened(editor, "bad\n")
    assert not [title for title in titles(await editor.actions(URI, *START)) if "model" in title]


async def test_a_selection_can_be_reviewed(editor: Editor) -> None:
    await opened(editor, "x = 1\ny = 2\n")
    actions = await editor.actions(URI, (0, 0), (1, 0), only=["source.reread"])
    assert titles(actions) == [
        "Review the selection (Reread)",
        "Review this file (Reread)",
        "Review changes (Reread)",
    ]
    assert actions[0]["command"]["arguments"] == [URI, range_((0, 0), (1, 0))]


async def test_hover_explains_the_finding(editor: Editor) -> None:
    await opened(editor, "x = bad\n")
    position = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 5}}
    hover = await editor.request("textDocument/hover", position)
    assert hover["contents"]["kind"] == "markdown"
    for part in ("bad-word", "A bad word makes *everything* worse.", "https://example.invalid/bad-word"):
        assert part in hover["contents"]["value"]
    assert hover["range"] == range_((0, 4), (0, 7))


async def test_hover_is_plain_text_for_a_client_without_markdown(editor: Editor) -> None:
    text = {**CAPABILITIES["textDocument"], "hover": {"contentFormat": ["plaintext"]}}
    await opened(editor, "x = bad\n", textDocument=text)
    position = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 5}}
    contents = (await editor.request("textDocument/hover", position))["contents"]
    assert contents["kind"] == "plaintext"
    first, message, explanation, *_ = contents["value"].split("\n\n")
    assert (first, message) == ("bad-word (warning, from a rule)", "Bad word: bad")
    assert explanation == "A bad word makes everything worse."
    assert not {"*", "`", "\\", "<"} & set(contents["value"])
    assert "https://example.invalid/bad-word" in contents["value"]


FLOW = Finding(
    "py/flow",
    "It arrives",
    Span(0, 1),
    Severity.WARNING,
    related=(Related("/work/lib/b c.py", 2, "from here"), Related("/work/lib/b c.py", 2, "from here")),
)


@pytest.mark.parametrize(
    ("client", "steps"),
    [
        ({}, "[`lib/b c.py:3`](<file:///work/lib/b%20c.py#L3>): from here"),
        ({"experimental": {"reread": ["confirmFix"]}}, "`lib/b c.py:3`: from here"),
        ({"textDocument": {"hover": {"contentFormat": ["plaintext"]}}}, "lib/b c.py:3: from here"),
    ],
)
async def test_hover_tells_each_step_once_with_a_link_to_its_place(
    editor: Editor, client: dict[str, Any], steps: str
) -> None:
    """A client with views of its own shows the steps in them, by how they are written."""
    await opened(editor, "x = 1\n", **client)
    editor.server.session.document(URI).slower["cross-file"] = (FLOW,)
    position = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 0}}
    shown = (await editor.request("textDocument/hover", position))["contents"]["value"]
    assert [part for part in shown.split("\n\n") if "from here" in part] == [steps]


async def test_hover_elsewhere_or_switched_off_is_nothing(editor: Editor) -> None:
    await opened(editor, "x = bad\n")
    here = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 5}}
    elsewhere = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 0}}
    assert await editor.request("textDocument/hover", elsewhere) is None
    assert await editor.request("textDocument/hover", {**here, "textDocument": {"uri": "file:///closed.py"}}) is None
    editor.settings["hover"] = False
    editor.notify("workspace/didChangeConfiguration", {"settings": None})
    await editor.server.configuration._task
    assert await editor.request("textDocument/hover", here) is None


async def test_the_place_for_the_reason_is_selected(editor: Editor) -> None:
    await opened(editor, "bad\n")
    actions = {action["title"]: action for action in await editor.actions(URI, *START)}
    action = actions["Ignore for this line (Reread: bad-word)"]
    editor.change(URI, 6, (0, 3), (0, 3), "  # reread: ignore[bad-word] -- reason")
    shown: list[Any] = []
    editor.answers["window/showDocument"] = lambda params: shown.append(params) or {"success": True}
    await editor.request("workspace/executeCommand", {k: action["command"][k] for k in ("command", "arguments")})
    await asyncio.gather(*editor.server.session.tasks._tasks)
    assert shown[0]["selection"] == range_((0, 35), (0, 41))


async def test_an_editor_with_snippets_gets_the_cursor_where_the_reason_goes(editor: Editor) -> None:
    workspace = {**CAPABILITIES["workspace"], "workspaceEdit": {"documentChanges": True, "snippetEditSupport": True}}
    await opened(editor, "bad\n", workspace=workspace)
    actions = {action["title"]: action for action in await editor.actions(URI, *START)}
    action = actions["Ignore for this line (Reread: bad-word)"]
    assert "command" not in action
    resolved = await editor.request("codeAction/resolve", action)
    (edit,) = resolved["edit"]["documentChanges"][0]["edits"]
    assert edit["snippet"]["value"] == "  # reread: ignore[bad-word] -- ${1:reason}"


async def test_an_editor_that_cannot_show_a_place_gets_no_placeholder(editor: Editor) -> None:
    await opened(editor, "bad\n", window={})
    actions = {action["title"]: action for action in await editor.actions(URI, *START)}
    resolved = await editor.request("codeAction/resolve", actions["Ignore for this line (Reread: bad-word)"])
    (edit,) = resolved["edit"]["documentChanges"][0]["edits"]
    assert edit["newText"] == "  # reread: ignore[bad-word]"


async def test_all_findings_of_a_rule_are_fixed_at_once(editor: Editor) -> None:
    await editor.start()
    editor.open(URI, "bad\nbad\nodd\n")
    await editor.diagnostics(URI)
    actions = await editor.actions(URI, (0, 0), (0, 0))
    [action] = [each for each in actions if each["title"].startswith("Fix all 2 of these")]
    resolved = await editor.request("codeAction/resolve", action)
    [change] = resolved["edit"]["documentChanges"]
    assert [edit["newText"] for edit in change["edits"]] == ["good\ngood\n"]


async def test_one_finding_is_no_reason_to_fix_all(editor: Editor) -> None:
    await editor.start()
    editor.open(URI, "bad\nodd\n")
    await editor.diagnostics(URI)
    assert {"Fix all" in each["title"] for each in await editor.actions(URI, (0, 0), (0, 0))} == {False}


async def test_an_unsafe_fix_is_confirmed_where_the_editor_asks(editor: Editor) -> None:
    asking = copy.deepcopy(CAPABILITIES)
    asking["workspace"]["workspaceEdit"]["changeAnnotationSupport"] = {}
    await editor.start(capabilities=asking)
    editor.open(URI, "odd\n")
    await editor.diagnostics(URI)
    [action] = [each for each in await editor.actions(URI, (0, 0), (0, 0)) if "unsafe" in each["title"]]
    edit = (await editor.request("codeAction/resolve", action))["edit"]
    assert [each["needsConfirmation"] for each in edit["changeAnnotations"].values()] == [True]
