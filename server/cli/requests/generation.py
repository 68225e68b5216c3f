"""Shared by the commands that generate text: consent, the request, and the note on its cost."""

from __future__ import annotations

import argparse
from collections.abc import Awaitable, Callable
from typing import NamedTuple

from reread.analyzers import parts
from reread.analyzers.review.providers import provider_names
from reread.server.cli import options, writing
from reread.server.cli.consenting import may_be_sent
from reread.server.cli.progress import Bar
from reread.server.cli.requests import indexing
from reread.server.cli.worker import WorkerError, with_worker
from reread.server.cli.workspace import Workspace
from reread.server.configuration import load
from reread.server.exits import INCOMPLETE, WRONG
from reread.server.generation.values import GeneratedText
from reread.server.review.reviewing import availability
from reread.server.settings import Settings
from reread.server.worker.client import Worker


class ModelOptions(NamedTuple):
    """The options added by `add_arguments`: the provider to use, and consent for this run."""

    yes: bool
    provider: str | None
    model: str | None
    quiet: bool


class NoAnswerError(Exception):
    """The model cannot or may not be asked, or returned no text. `code` is the exit code, the text one line."""

    def __init__(self, message: str, code: int = INCOMPLETE) -> None:
        super().__init__(message)
        self.code = code


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help="consent, for this run, to sending code to the model")
    parser.add_argument("--provider", choices=("auto", *provider_names()), help="provider to use")
    parser.add_argument("-m", "--model", metavar="NAME", help="model to use")
    options.add_configuration(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help="show no progress and no cost")


def settings_of(workspace: Workspace, asking: ModelOptions) -> Settings:
    """The settings of a workspace with what was asked for. Raises NoAnswerError if they are broken."""
    named = {"provider": asking.provider, "model": asking.model}
    chosen = {key: value for key, value in named.items() if value is not None}
    configuration = load(workspace.root, overrides={"review": chosen})
    for problem in configuration.problems:
        writing.say(str(problem))
    if configuration.broken:
        raise NoAnswerError("the settings are invalid", WRONG)
    return configuration.settings


def ask(
    root: str,
    settings: Settings,
    asking: ModelOptions,
    work: Callable[[Worker], Awaitable[GeneratedText]],
    *,
    index: bool,
) -> GeneratedText:
    """The model's text, after a person has consented to sending code; with `index`, after that is up to date.

    Raises NoAnswerError, also if the model wrote nothing.
    """
    state = availability(settings)
    if not state.available:
        raise NoAnswerError(state.message)
    refused = may_be_sent(root, settings, once=asking.yes)
    if refused:
        raise NoAnswerError(refused)
    bar = Bar("Indexing", quiet=asking.quiet)

    async def run(worker: Worker) -> GeneratedText:
        problem = ""
        with bar:
            if index and settings.index.enable and parts.is_installed("index"):
                _, problem = await indexing.updated(worker, root, settings)
        with indexing.reported_after(problem):
            return await work(worker)

    try:
        words = with_worker(root, settings, run, bar.indexed)
    except WorkerError as error:
        raise NoAnswerError(str(error)) from error
    for note in words.notes:
        writing.say(note)
    if words.problem and not words.text:
        raise NoAnswerError(words.problem)
    if words.problem:
        writing.say(f"check it before you use it: {words.problem}")
    return words


def verdict(words: GeneratedText, asking: ModelOptions) -> None:
    """Reports the cost and the model that wrote the text."""
    if not asking.quiet:
        cost = "unknown cost" if words.cost is None else f"${words.cost:.4f}"
        writing.say(
            f"{words.model}; {words.tokens:,} tokens, {cost}" if words.tokens else f"{words.model}; from the cache"
        )
