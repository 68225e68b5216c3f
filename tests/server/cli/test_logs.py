"""`reread logs`: from a command to the call of the model, by one job."""

from __future__ import annotations

import json

import pytest

from reread.server.cli import parser
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
    assert {each["message"] for each in about} == {"command", "worker plan", "worker review", "model call"}
    assert [each["message"] for each in lines].count("worker review") == 1
    assert "items[" not in str(lines)


def test_nothing_logged_is_said(folder, reread):
    result = reread("logs")
    assert (result.code, result.out) == (0, "")
    assert "no log entries in" in result.err


def test_a_bug_of_a_command_is_logged_with_where_it_was(folder, reread, monkeypatch, tmp_path):
    monkeypatch.setattr(parser, "find", lambda name: 1 / 0)
    assert reread("check").code == 2
    monkeypatch.setattr(parser, "find", FIND)
    out = reread("logs", "-n", "1").out
    assert "a command failed" in out
    assert out.rstrip().endswith("ZeroDivisionError")


FIND = parser.find
