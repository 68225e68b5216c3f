"""Write a commit message for the staged changes, in the style of earlier commits.

The model gets the staged changes, with secrets removed, and earlier commit messages. The message goes to standard
output: `reread message | git commit --edit --file -`.
"""

from __future__ import annotations

import argparse
import sys
from typing import NamedTuple

from msgspec import structs

from reread.analyzers.shown.terminal import printable_lines
from reread.server.cli import writing
from reread.server.cli.requests import generation
from reread.server.cli.requests.generation import ModelOptions, NoAnswerError
from reread.server.cli.workspace import open_workspace
from reread.server.exits import CLEAN, UsageError
from reread.server.generation import change_input
from reread.server.generation.values import GeneratedText
from reread.server.worker.client import Worker

SUMMARY = "write a commit message for the staged changes"


class Options(NamedTuple):
    config: str | None
    model: ModelOptions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    generation.add_arguments(parser)


def run(arguments: Options) -> int:
    workspace = open_workspace([], arguments.config)
    try:
        settings = generation.settings_of(workspace, arguments.model)
        request, notes = change_input.for_message(workspace.root, settings.max_file_size)
        for note in notes:
            writing.say(note)
        if not request.documents:
            raise UsageError("nothing is staged; stage changes with `git add`")
        asked = structs.replace(request, consent=True)

        async def ask(worker: Worker) -> GeneratedText:
            return await worker.generate(asked, lambda text: None)

        written = generation.ask(workspace.root, settings, arguments.model, ask, index=False)
    except NoAnswerError as error:
        writing.say(f"no message: {error}")
        return error.code
    sys.stdout.write(printable_lines(written.text))
    generation.verdict(written, arguments.model)
    return CLEAN
