"""No command ends well with settings that are broken: what it found would be judged by others than were meant."""

from __future__ import annotations

import io

import pytest

from reread.server.cli import parser

BROKEN = ("x = [\n", "[rules]\nprofile = 7\n", "[review]\nmax-findings = 'many'\n")
ENDING_WITH_2 = {
    "ask": ("what does it do?",),
    "baseline": ("create",),
    "check": (".",),
    "config": ("validate",),
    "context": ("a.py:1",),
    "feedback": (),
    "history": (),
    "index": ("--status",),
    "mcp": (),
    "message": (),
    "pr": ("post", "1"),
    "report": ("--format", "json"),
    "review": (),
    "rules": ("list",),
    "search": ("word",),
    "stats": (),
    "suggest-test": ("a.py:1",),
    "summary": ("HEAD..HEAD",),
}
WITHOUT_SETTINGS = {
    *("audit", "completions", "demo", "init", "logs", "merge", "setup"),
    "consent",  # It has to be possible to take it back.
    "doctor",  # It says what is broken, and ends with 1.
    "eval",  # The settings of a repository have no say in what is measured.
    "forget",  # What is kept is kept whatever the settings are.
    "hook",  # It must not block an agent, and ends with 1.
    "server",  # It says so in the editor and goes on.
}


@pytest.mark.parametrize("command", ENDING_WITH_2)
def test_a_command_ends_with_2(repository, reread, command):
    repository.write("a.py", "x = 1\n")
    repository.write("reread.toml", BROKEN[len(command) % len(BROKEN)])
    result = reread(command, *ENDING_WITH_2[command])
    assert (result.code, result.out) == (2, "")
    assert "reread.toml" in result.err


def test_a_gate_does_not_hold_by_settings_that_are_broken(repository, reread):
    repository.write("a.py", "x = 1\n")
    gate = ("report", "--format", "json", "--gate", "health:*>=0")
    assert reread(*gate).code == 0
    repository.write("reread.toml", BROKEN[0])
    assert reread(*gate).code == 2


def test_a_hook_ends_with_1_and_says_why(repository, reread, monkeypatch):
    repository.write("reread.toml", BROKEN[0])
    repository.write("a.py", "take_a_nap()\n")
    event = '{"hook_event_name": "PostToolUse", "tool_name": "Edit", "session_id": "s", "tool_input": {"file_path": "a.py"}}'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(event.encode())))
    result = reread("hook", "claude-code")
    assert (result.code, result.out) == (1, "")
    assert "reread.toml: not valid TOML" in result.err


@pytest.mark.parametrize("command", ["consent", "doctor"])
def test_what_helps_with_them_still_runs(repository, reread, command):
    repository.write("reread.toml", BROKEN[1])
    assert reread(command).code == (1 if command == "doctor" else 0)


def test_every_command_is_decided_on():
    assert set(ENDING_WITH_2) | WITHOUT_SETTINGS == set(parser.command_names())
