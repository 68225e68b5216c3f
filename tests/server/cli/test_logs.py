"""`reread logs`: from a command to the call of the model, by one job."""

from __future__ import annotations

import json

import pytest

from reread.server.cli import parser
from reread.server.logs import reading
from tests.server.cli.conftest import OWN_SETTINGS
from tests.standin import StandIn


@pytest.fixture
def model(nothing_from_outside, monkeypatch, tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text("[index]\nenable = false\n")
    monkeypatch.setenv("REREAD_CONFIG", str(path))
    with StandIn() as standin:
        monkeypatch.setenv("OLLAMA_HOST", standin.url)
        yield standin


def test_a_review_has_one_job_in_command_worker_and_call_of_the_model(repository, reread, model):
    repository.write("a.py", "def total(items):\n    return items[len(items)]\n")
    reread("review")
    lines = [json.loads(each) for each in reread("logs", "--format", "json").out.splitlines()]
    call = next(each for each in lines if each["message"] == "model call")
    assert (call["process"], call["data"]["provider"], call["data"]["outcome"]) == ("worker", "ollama", "ok")
    assert call["data"]["input_tokens"] > 0
    about = [json.loads(each) for each in reread("logs", "--format", "json", "--job", call["job"]).out.splitlines()]
    assert {each["message"] for each in about} == {
        "reread review",
        "command",
        "worker plan",
        "worker review",
        "model call",
    }
    assert [each["message"] for each in lines].count("worker review") == 1
    assert "items[" not in str(lines)


def test_nothing_logged_is_said(folder, reread):
    result = reread("logs")
    assert (result.code, result.out) == (0, "")
    assert "no log entries in" in result.err


def test_commands_without_a_worker_are_logged_too(folder, reread):
    folder.write("a.py", "take_a_nap(1)\n")
    reread("check", "a.py")
    reread("report", "--format", "json")
    reread("stats")
    reread("check", "nowhere.py")
    lines = [json.loads(each) for each in reread("logs", "--format", "json").out.splitlines()]
    assert [(each["message"], each["data"]["outcome"]) for each in lines] == [
        *(("reread check", "1"), ("reread report", "0"), ("reread stats", "0"), ("reread check", "UsageError")),
    ]
    assert len({each["job"] for each in lines}) == 4
    assert all(each["process"] == "command" and each["data"]["milliseconds"] >= 0 for each in lines)
    assert "reread stats" in reread("logs", "--job", lines[2]["job"]).out


def test_what_there_is_no_entry_of_is_said(folder, reread):
    reread("stats")
    assert reread("logs", "--job", "zzzz").err.startswith("reread: no log entries of job zzzz in ")
    assert reread("logs", "--level", "error").err.startswith("reread: no log entries of level error or above in ")


def test_following_says_too_what_there_is_no_entry_of(folder, reread, monkeypatch):
    monkeypatch.setattr(reading, "follow", lambda *_: iter(()))
    reread("stats")
    assert reread("logs", "--follow").err == ""
    said = reread("logs", "--follow", "--job", "zzzz").err
    assert said.startswith("reread: no log entries of job zzzz in ") and said.endswith("; waiting for new ones\n")


@pytest.mark.parametrize("level", ["off", "warning"])
def test_the_users_level_holds_for_commands(folder, reread, tmp_path, level):
    folder.write(OWN_SETTINGS, f'[logs]\nlevel = "{level}"\n')
    reread("check")
    assert not (tmp_path / "state" / "logs").exists()


def test_the_file_of_commands_rotates(folder, reread, tmp_path, monkeypatch):
    from reread.server.logs import commands

    monkeypatch.setattr(commands, "LARGEST", 500)
    for _ in range(12):
        reread("stats")
    place = tmp_path / "state" / "logs"
    assert 0 < (place / "commands.jsonl.1").stat().st_size < 1_000
    assert "reread stats" in reread("logs", "-n", "1").out


def test_a_bug_of_a_command_is_logged_with_where_it_was(folder, reread, monkeypatch, tmp_path):
    monkeypatch.setattr(parser, "find", lambda name: 1 / 0)
    assert reread("check").code == 2
    monkeypatch.setattr(parser, "find", FIND)
    out = reread("logs", "-n", "1").out
    assert "a command failed" in out
    assert out.rstrip().endswith("ZeroDivisionError")


FIND = parser.find
