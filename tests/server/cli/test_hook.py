"""Hooks of coding agents, with inputs written from the documentation of each agent."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from reread.server import hooks
from reread.server.cli import hooking

from .conftest import Folder, Reread, Result

FIRST = "from desk import old_name, take_a_nap  # noqa: F401\n"
PATCH = "*** Begin Patch\n*** Update File: a.py\n@@\n-x\n+take_a_nap(1)\n*** Delete File: b.py\n*** End Patch\n"

EDITS: dict[str, dict[str, Any]] = {
    "claude-code": {
        "session_id": "s",
        "transcript_path": "/home/x/t.jsonl",
        "cwd": "{cwd}",
        "permission_mode": "default",
        "hook_event_name": "PostToolUse",
        "tool_name": "Write",
        "tool_input": {"file_path": "{cwd}/a.py", "content": "..."},
        "tool_response": {"filePath": "{cwd}/a.py", "success": True},
        "tool_use_id": "toolu_1",
    },
    "codex": {
        "session_id": "s",
        "turn_id": "1",
        "transcript_path": None,
        "cwd": "{cwd}",
        "hook_event_name": "PostToolUse",
        "model": "m",
        "tool_name": "apply_patch",
        "tool_input": {"command": PATCH},
        "tool_response": "Done!",
    },
    "copilot-cli": {
        "sessionId": "s",
        "timestamp": 1704614400000,
        "cwd": "{cwd}",
        "toolName": "edit",
        "toolArgs": '{"path": "a.py", "old_str": "x", "new_str": "y"}',
        "toolResult": {"resultType": "success", "textResultForLlm": "ok"},
    },
    "cursor": {
        "conversation_id": "s",
        "generation_id": "g",
        "model": "m",
        "hook_event_name": "postToolUse",
        "cursor_version": "2.0.77",
        "workspace_roots": ["{cwd}"],
        "tool_name": "Write",
        "tool_input": {"file_path": "{cwd}/a.py"},
        "tool_output": "{}",
    },
    "gemini-cli": {
        "session_id": "s",
        "transcript_path": "/home/x/t.json",
        "cwd": "{cwd}",
        "hook_event_name": "AfterTool",
        "timestamp": "2026-01-01T00:00:00Z",
        "tool_name": "replace",
        "tool_input": {"file_path": "{cwd}/a.py", "old_string": "x", "new_string": "y"},
        "tool_response": {"llmContent": "ok"},
    },
}
STOPS: dict[str, dict[str, Any]] = {
    "claude-code": {"session_id": "s", "cwd": "{cwd}", "hook_event_name": "Stop", "stop_hook_active": False},
    "codex": {"session_id": "s", "cwd": "{cwd}", "hook_event_name": "Stop", "stop_hook_active": False},
    "copilot-cli": {"sessionId": "s", "timestamp": 1, "cwd": "{cwd}", "transcriptPath": "", "stopReason": "end_turn"},
    "cursor": {
        "conversation_id": "s",
        "workspace_roots": ["{cwd}"],
        "hook_event_name": "stop",
        "status": "completed",
        "loop_count": 0,
    },
    "gemini-cli": {"session_id": "s", "cwd": "{cwd}", "hook_event_name": "AfterAgent", "stop_hook_active": False},
}


class Hook:
    """Calls the hook of an agent in a folder, with what the agent would send."""

    def __init__(self, folder: Folder, reread: Reread, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self._reread, self._monkeypatch = folder, reread, monkeypatch

    def __call__(self, name: str, data: object, **changed: object) -> Result:
        given = {**data, **changed} if isinstance(data, dict) else data
        return self.raw(name, json.dumps(given).replace("{cwd}", str(self.folder.path)).encode())

    def raw(self, name: str, content: bytes) -> Result:
        self._monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
        return self._reread("hook", name)


@pytest.fixture
def hook(repository: Folder, reread: Reread, monkeypatch: pytest.MonkeyPatch) -> Hook:
    return Hook(repository, reread, monkeypatch)


def reported(result: Result) -> str:
    """What the model would read of an answer."""
    answer = json.loads(result.out)
    inner = answer.get("hookSpecificOutput", answer)
    fields = ("reason", "additionalContext", "additional_context", "followup_message")
    return next((inner[name] for name in fields if name in inner), "")


def test_each_agent_has_recorded_inputs() -> None:
    assert hooks.names() == tuple(sorted(EDITS)) == tuple(sorted(STOPS))


@pytest.mark.parametrize("name", hooks.names())
def test_after_an_edit_the_agent_is_told_what_it_brought(name: str, hook: Hook) -> None:
    hook.folder.write("a.py", FIRST + "take_a_nap(1)\n")
    result = hook(name, EDITS[name])
    assert result.code == 0
    assert "a.py\n2 W no-sleep " in reported(result)


@pytest.mark.parametrize("name", hooks.names())
def test_an_agent_is_kept_from_stopping_until_it_has_fixed_that(name: str, hook: Hook) -> None:
    hook.folder.write("a.py", FIRST + "old_name(1)\n")
    assert "round 1 of 10" in reported(hook(name, STOPS[name]))


def test_an_agent_that_has_fixed_all_may_stop(hook: Hook) -> None:
    hook.folder.write("a.py", FIRST)
    assert json.loads(hook("claude-code", STOPS["claude-code"]).out) == {}


@pytest.mark.parametrize("name", ["claude-code", "cursor"])
def test_an_agent_that_fixes_nothing_may_stop(name: str, hook: Hook) -> None:
    hook.folder.write("a.py", FIRST + "take_a_nap(1)\n")
    again = {"stop_hook_active": True, "loop_count": 1}
    answers = [reported(hook(name, STOPS[name], **again)) for _ in range(3)]
    assert [bool(answer) for answer in answers] == [True, True, False]


def test_a_stop_that_begins_anew_is_a_new_loop(hook: Hook) -> None:
    hook.folder.write("a.py", FIRST + "take_a_nap(1)\n")
    assert all("round 1 " in reported(hook("claude-code", STOPS["claude-code"])) for _ in range(2))


@pytest.mark.parametrize("name", hooks.names())
def test_malformed_input_is_one_line_and_blocks_no_agent(name: str, hook: Hook) -> None:
    for content in (b"", b"{", b"[]", b"[" * 100_000, b"\xff"):
        result = hook.raw(name, content)
        assert (result.code, result.out, len(result.err.splitlines())) == (1, "", 1)


@pytest.mark.parametrize("name", hooks.names())
@pytest.mark.parametrize("field", [None, 1, [], {}, "", [1], {"file_path": 1}])
def test_fields_of_other_types_ask_nothing(name: str, field: object) -> None:
    for data in (EDITS[name], STOPS[name]):
        for key in data:
            event = hooks.find(name).read({**data, key: field})
            assert event is None or all(isinstance(each, str) for each in (event.folder, event.session, *event.paths))


@pytest.mark.parametrize("name", hooks.names())
def test_other_events_are_answered_with_nothing(name: str, hook: Hook) -> None:
    result = hook(name, {"hook_event_name": "SessionStart", "cwd": "{cwd}", "later": {"unknown": 1}})
    assert (result.code, json.loads(result.out)) == (0, {})


def test_a_bug_of_ours_blocks_no_agent(hook: Hook, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(event: object) -> str:
        raise RuntimeError("no")

    monkeypatch.setattr(hooking, "reported", broken)
    result = hook("claude-code", EDITS["claude-code"])
    assert (result.code, result.out) == (1, "") and "internal error" in result.err


def test_an_unknown_agent_blocks_nobody(hook: Hook) -> None:
    result = hook("claud", {})
    assert result.code == 1 and "claude-code" in result.err


def test_what_was_there_before_is_not_the_agent_s(hook: Hook) -> None:
    hook.folder.write("a.py", FIRST + "take_a_nap(1)\n")
    hook.folder.commit()
    hook.folder.write("a.py", FIRST + "take_a_nap(1)\nx = 1\n")
    assert reported(hook("claude-code", EDITS["claude-code"])) == ""


def test_a_file_that_is_gone_or_of_no_language_says_nothing(hook: Hook) -> None:
    assert reported(hook("claude-code", EDITS["claude-code"])) == ""
    hook.folder.write("a.txt", "take_a_nap(1)\n")
    assert reported(hook("claude-code", EDITS["claude-code"], tool_input={"file_path": "{cwd}/a.txt"})) == ""


def test_a_cursor_turn_that_was_broken_off_is_left_alone(hook: Hook) -> None:
    hook.folder.write("a.py", FIRST + "take_a_nap(1)\n")
    assert reported(hook("cursor", STOPS["cursor"], status="aborted")) == ""


def test_without_git_the_whole_file_counts_and_an_agent_may_stop(
    folder: Folder, reread: Reread, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook = Hook(folder, reread, monkeypatch)
    folder.write("a.py", FIRST + "take_a_nap(1)\n")
    assert "no-sleep" in reported(hook("claude-code", EDITS["claude-code"]))
    assert reported(hook("claude-code", STOPS["claude-code"])) == ""


def test_at_most_twenty_findings_are_told(hook: Hook) -> None:
    hook.folder.write("a.py", FIRST + "take_a_nap(1)\n" * 30)
    answer = reported(hook("claude-code", EDITS["claude-code"]))
    assert answer.count(" W no-sleep ") == 20 and "10 more not shown" in answer


def test_dismissed_findings_are_not_told(hook: Hook) -> None:
    hook.folder.write("a.py", FIRST + "take_a_nap(1)\n")
    path = Path(hook.folder.path) / "a.py"
    assert path.exists()
    hook._reread("feedback", "dismiss", "a.py:2", "--reason", "fine")
    assert reported(hook("claude-code", EDITS["claude-code"])) == ""
