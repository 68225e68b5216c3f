"""The provider that is a program: started without a shell and without secrets, and ended with all that it started."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path

import pytest

from reread.analyzers.review.availability import availability, chain
from reread.analyzers.review.privacy.consent import recipients
from reread.analyzers.review.provider import Completion, ProviderError, Request, Usage
from reread.analyzers.review.providers import connect
from reread.analyzers.review.providers.command import PRESETS
from reread.analyzers.review.settings import ReviewSettings
from reread.server.report.review import ReviewDocument, ReviewRequest
from reread.server.review.reviewing import review
from reread.server.settings import Settings

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs here are scripts")

CODE = "def mean(values):\n    return sum(values) / len(values)\n"
FOUND = {
    "title": "Division by zero",
    "message": "It raises for no values.",
    "severity": "warning",
    "category": "division-by-zero",
    "confidence": 0.9,
    "quote": "    return sum(values) / len(values)",
    "edits": [],
}


def program(folder: Path, code: str, name: str = "agent") -> str:
    path = folder / name
    path.write_text(f"#!{sys.executable}\nimport json, os, subprocess, sys, time\nprompt = sys.stdin.read()\n{code}\n")
    path.chmod(0o700)
    return str(path)


async def answer(command: str, *arguments: str, model: str = "default model") -> tuple[str, Completion]:
    provider = connect("command", "program://agent", "", {"command": (command, *arguments)})
    request = Request(model, "Review this.", CODE, {}, "review", 1_000, 10.0)
    pieces = [piece async for piece in provider.stream(request)]
    assert isinstance(pieces[-1], Completion)
    return "".join(piece for piece in pieces if isinstance(piece, str)), pieces[-1]


async def test_it_reads_the_prompt_and_what_it_writes_is_the_answer(tmp_path):
    text, done = await answer(program(tmp_path, "print(prompt)"))
    assert "Review this." in text and CODE in text
    assert not done.usage.known


async def test_no_shell_reads_its_arguments(tmp_path):
    text, _ = await answer(program(tmp_path, "print(json.dumps(sys.argv[1:]))"), "$(id)", "a b; c")
    assert json.loads(text) == ["$(id)", "a b; c"]


async def test_nothing_secret_is_in_its_environment(tmp_path, monkeypatch):
    for name in ("ANTHROPIC_API_KEY", "AWS_SECRET_ACCESS_KEY", "GITHUB_TOKEN", "DATABASE_URL", "SSH_AUTH_SOCK"):
        monkeypatch.setenv(name, "a-value-nobody-may-see")
    text, _ = await answer(program(tmp_path, "print(json.dumps([dict(os.environ), os.listdir('.')]))"))
    variables, files = json.loads(text)
    assert "a-value-nobody-may-see" not in variables.values()
    assert variables["PATH"] == os.environ["PATH"]
    assert files == [], "nor does it work in the workspace"


async def test_it_is_killed_with_its_children_when_nobody_waits_any_more(tmp_path):
    pipe = tmp_path / "alive"
    os.mkfifo(pipe)
    child = f"import time; f = open({str(pipe)!r}, 'w'); f.write('x'); f.flush(); time.sleep(600)"
    code = f"subprocess.Popen([sys.executable, '-c', {child!r}]); time.sleep(600)"
    asked = asyncio.create_task(answer(program(tmp_path, code)))
    with await asyncio.to_thread(open, pipe) as reading:
        assert await asyncio.to_thread(reading.read, 1) == "x"
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked
        assert await asyncio.to_thread(reading.read) == "", "the end comes when its last writer is gone"


async def test_what_it_leaves_behind_is_not_waited_for(tmp_path):
    code = "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']); print('done')"
    text, _ = await answer(program(tmp_path, code))
    assert text == "done\n"


async def test_it_is_ended_when_it_never_stops_writing(tmp_path):
    with pytest.raises(ProviderError, match="wrote more than an answer can be"):
        await answer(program(tmp_path, "while True: sys.stdout.write('x' * 65_536)"))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("print('log in first', file=sys.stderr); sys.exit(3)", "agent ended with code 3: log in first"),
        ("sys.stdout.write('x' * 5_000_000)", "wrote more than an answer can be"),
    ],
)
async def test_a_program_that_fails_is_one_clear_line(tmp_path, code, said):
    with pytest.raises(ProviderError, match=said):
        await answer(program(tmp_path, code))


@pytest.mark.parametrize("command", ["no-such-program-anywhere", "./agent", "/nowhere/agent"])
async def test_a_program_that_is_not_there_is_one_clear_line(command):
    with pytest.raises(ProviderError, match=r"command: .* is .*\(review.command\)"):
        await answer(command)


ANSWERS = {
    "claude": {"result": "hello", "usage": {"input_tokens": 2, "cache_read_input_tokens": 5, "output_tokens": 3}},
    "gemini": {"response": "hello", "stats": {"models": {"m": {"tokens": {"prompt": 7, "candidates": 3}}}}},
}


@pytest.mark.parametrize("name", sorted(ANSWERS))
async def test_a_preset_s_answer_and_tokens_are_read(tmp_path, name):
    text, done = await answer(program(tmp_path, f"print({json.dumps(json.dumps(ANSWERS[name]))})", name))
    assert (text, done.usage) == ("hello", Usage(7, 3))


async def test_codex_writes_events(tmp_path):
    events = [
        {"type": "thread.started"},
        {"type": "item.completed", "item": {"type": "reasoning", "text": "hm"}},
        {"type": "item.completed", "item": {"type": "agent_message", "text": "hello"}},
        {"type": "turn.completed", "usage": {"input_tokens": 7, "output_tokens": 3}},
    ]
    lines = "\n".join(map(json.dumps, events))
    code = f"assert sys.argv[-1] == '-' and 'gpt' in sys.argv; print({lines!r})"
    text, done = await answer(program(tmp_path, code, "codex"), model="gpt")
    assert (text, done.usage) == ("hello", Usage(7, 3))


@pytest.mark.parametrize("name", sorted(set(PRESETS) - {"llm"}))
async def test_a_preset_that_answers_otherwise_is_nonsense(tmp_path, name):
    with pytest.raises(ProviderError, match=f"{name} did not answer in the form"):
        await answer(program(tmp_path, "print('{}')", name))


async def test_a_preset_s_program_with_arguments_is_started_as_it_is_written(tmp_path):
    text, _ = await answer(program(tmp_path, "print(sys.argv[1:])", "claude"), "-p")
    assert text == "['-p']\n"


def test_it_is_asked_only_by_name_and_needs_consent():
    settings = ReviewSettings(provider="command", command=("/opt/agent", "--fast"))
    assert [str(each) for each in recipients(chain(settings))] == ["command (agent)"]
    assert not availability(ReviewSettings(command=("agent",))).available, "auto does not start programs"
    assert "set review.command" in availability(ReviewSettings(provider="command")).message


async def test_a_review_by_a_program(tmp_path):
    code = (
        f"refuted = {json.dumps(json.dumps({'verdict': 'real', 'confidence': 0.9}))}\n"
        f"found = {json.dumps(json.dumps({'findings': [FOUND]}))}\n"
        "print(refuted if '<<<REMARK' in prompt else found)"
    )
    options = ReviewSettings(provider="command", command=(program(tmp_path, code),))
    document = ReviewDocument("file:///w/a.py", "/w/a.py", "a.py", "python", CODE)
    request = ReviewRequest("/w", (document,), consent=True)
    outcome = await review(request, Settings(review=options), None, lambda uri, finding: None)
    assert [finding.rule for _, finding in outcome.findings] == ["model/division-by-zero"]
    assert outcome.tokens > 0 and outcome.cost is None
