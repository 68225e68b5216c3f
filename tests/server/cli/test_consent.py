"""`reread consent`."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def provider(nothing_from_outside, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "no-real-key")


def test_at_first_nobody_has_said_anything(folder, reread):
    result = reread("consent")
    said = f"{folder.path}: nobody has said whether changed code may be sent to openai (api.openai.com)\n"
    assert (result.code, result.out) == (0, said)


def test_what_is_said_stays_until_it_is_changed(folder, reread):
    assert reread("consent", "allow").out.endswith(": changed code may be sent to openai (api.openai.com)\n")
    assert reread("consent").out.endswith(": changed code may be sent to openai (api.openai.com)\n")
    assert reread("consent", "refuse").out.endswith(": changed code may not be sent to openai (api.openai.com)\n")
    assert "nobody has said" in reread("consent", "forget").out


def test_nothing_is_written_into_the_workspace(folder, reread):
    before = sorted(folder.path.rglob("*"))
    reread("consent", "allow")
    assert sorted(folder.path.rglob("*")) == before


def test_the_variable_is_named_where_it_decides(folder, reread, monkeypatch):
    monkeypatch.setenv("REREAD_CONSENT", "0")
    assert reread("consent").out.endswith("may not be sent to openai (api.openai.com) by REREAD_CONSENT\n")


def test_a_model_on_this_machine_needs_none(folder, reread, monkeypatch):
    monkeypatch.delenv("OPENAI_API_KEY")
    monkeypatch.setenv("OLLAMA_HOST", "127.0.0.1")
    assert reread("consent").out.endswith(": no code leaves this machine\n")
    result = reread("consent", "allow")
    assert (result.code, result.err.count("\n")) == (2, 1)


def test_another_answer_is_one_line(folder, reread):
    result = reread("consent", "maybe")
    assert (result.code, result.err.count("\n")) == (2, 1)
