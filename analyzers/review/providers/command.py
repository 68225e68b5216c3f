"""A local program that reads the prompt and writes the answer, such as the command line of a coding agent.

Only the user's own settings name it. What the program sends to whom is its own matter, so it needs consent.
"""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

import msgspec

from reread.analyzers import owned_files
from reread.analyzers.review.description import Description, Key, Models
from reread.analyzers.review.provider import (
    Completion,
    CutOffError,
    EndpointError,
    ForbiddenError,
    NonsenseError,
    Request,
    Stop,
    Usage,
)

_NAME = "command"
_UNKNOWN = Usage(known=False)


class ProgramAnswer(NamedTuple):
    """The output of a program: the words of its model, and the tokens if it reports them."""

    text: str
    usage: Usage = _UNKNOWN


class Preset(NamedTuple):
    """How the command line of a well-known agent is started for one answer without tools, and how it is read.

    `model` are the arguments that choose a model, with "{}" for its name; `last` come after all others.
    """

    arguments: tuple[str, ...]
    read: Callable[[str], ProgramAnswer]
    model: tuple[str, ...] = ()
    last: tuple[str, ...] = ()


def connect(base_url: str, key: str, options: Mapping[str, Any]) -> CommandProvider:
    return CommandProvider(base_url, options["command"])


class CommandProvider:
    """Starts the program again for each question. A single name that is a preset's is started as the preset says."""

    name = _NAME

    def __init__(self, base_url: str, command: Sequence[str]) -> None:
        self.base_url = base_url
        self._command = tuple(command)

    async def prepare(self) -> None:
        """Nothing: the program is started for each question."""

    async def close(self) -> None:
        """Nothing: each program has ended with its answer."""

    async def stream(self, request: Request) -> AsyncGenerator[str | Completion, None]:
        from reread.analyzers.review.providers import _child_process

        program = os.path.basename(self._command[0])
        preset = PRESETS.get(program) if len(self._command) == 1 else None
        arguments = (*self._command, *(_arguments(preset, request.model) if preset is not None else ()))
        try:
            ended = await _child_process.answer_of(arguments, f"{request.system}\n\n{request.user}\n")
        except _child_process.NotStartedError as error:
            raise EndpointError(f"{_NAME}: {program} {error} (review.command)") from error
        if ended.cut:
            raise CutOffError(f"{_NAME}: {program} wrote more than an answer can be")
        if ended.code:
            complaint = next((line for line in reversed(ended.complaint.splitlines()) if line.strip()), "")
            said_so = f": {complaint}" if complaint else ""
            raise ForbiddenError(f"{_NAME}: {program} ended with code {ended.code}{said_so}")
        said = _read(preset, ended.output.decode(errors="replace"), program)
        yield said.text
        yield Completion(Stop.END, said.usage)


def _arguments(preset: Preset, model: str) -> tuple[str, ...]:
    chosen = () if model == _OWN_CHOICE else tuple(part.replace("{}", model) for part in preset.model)
    return (*preset.arguments, *chosen, *preset.last)


def _read(preset: Preset | None, output: str, program: str) -> ProgramAnswer:
    if preset is None:
        return ProgramAnswer(output)
    try:
        return preset.read(output)
    except (msgspec.MsgspecError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise NonsenseError(f"{_NAME}: {program} did not answer in the form that it is known for") from error


def _claude(output: str) -> ProgramAnswer:
    """One object with the answer and the tokens of it."""
    found = msgspec.json.decode(output)
    if found.get("is_error"):
        raise ForbiddenError(f"{_NAME}: claude: {found.get('result', '')}")
    usage = found.get("usage") or {}
    cached = usage.get("cache_read_input_tokens", 0) + usage.get("cache_creation_input_tokens", 0)
    return ProgramAnswer(found["result"], _usage(usage.get("input_tokens", 0) + cached, usage.get("output_tokens", 0)))


def _codex(output: str) -> ProgramAnswer:
    """Events, one per line: the last message is the answer, the end of the turn tells the tokens."""
    events = list(_lines(output))
    items = [event["item"] for event in events if event.get("type") == "item.completed"]
    messages = [item["text"] for item in items if item.get("type") == "agent_message"]
    turns = [event.get("usage") or {} for event in events if event.get("type") == "turn.completed"]
    given = sum(turn.get("input_tokens", 0) for turn in turns)
    return ProgramAnswer(messages[-1], _usage(given, sum(turn.get("output_tokens", 0) for turn in turns)))


def _gemini(output: str) -> ProgramAnswer:
    """One object with the answer, and the tokens of each model that took part."""
    found = msgspec.json.decode(output)
    tokens = [each.get("tokens") or {} for each in (found.get("stats") or {}).get("models", {}).values()]
    given = sum(each.get("prompt", 0) for each in tokens)
    return ProgramAnswer(found["response"], _usage(given, sum(each.get("candidates", 0) for each in tokens)))


def _lines(output: str) -> Iterator[dict[str, Any]]:
    for line in output.splitlines():
        if line.startswith("{"):
            yield msgspec.json.decode(line)


def _usage(given: int, taken: int) -> Usage:
    return Usage(given, taken) if given or taken else _UNKNOWN


PRESETS = {
    "claude": Preset(("-p", "--max-turns", "1", "--output-format", "json"), _claude, ("--model", "{}")),
    "codex": Preset(
        ("exec", "--json", "--sandbox", "read-only", "--skip-git-repo-check"), _codex, ("--model", "{}"), last=("-",)
    ),
    "gemini": Preset(("--output-format", "json"), _gemini, ("--model", "{}")),
    "llm": Preset(("--no-stream",), ProgramAnswer, ("--model", "{}")),
}

_OWN_CHOICE = "default model"
"""Stands for the model that the program takes by itself."""


def _url(command: str) -> str:
    """What stands for the program where others have an address: its name, and which one where it has arguments."""
    program, _, arguments = command.partition("\0")
    digest = f"/{owned_files.digest(command.encode()).hex()[:12]}" if arguments else ""
    return f"program://{quote(os.path.basename(program))}{digest}"


PROVIDER = Description(
    name=_NAME,
    title="a program that reads the prompt and writes the answer",
    connect=connect,
    rank=9,
    setup="set review.command in your own settings",
    key=Key.NEVER,
    needs="command",
    url_of=_url,
    models=Models(default=_OWN_CHOICE),
)
