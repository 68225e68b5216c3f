"""Summarise what a range of commits changes, by concern, with what to look at first.

RANGE is `OLD..NEW`, `OLD...NEW` (from where the two parted) or `OLD` (up to HEAD). Without one it is what this branch
has and the branch that changes usually go to has not. The model is shown the diffs without their secrets.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import structs

from reread.analyzers.shown.terminal import printable, printable_lines
from reread.server import git
from reread.server.cli import writing
from reread.server.cli.requests import generation
from reread.server.cli.requests.generation import ModelOptions, NoAnswerError
from reread.server.cli.workspace import open_workspace
from reread.server.exits import CLEAN, UsageError
from reread.server.generation import change_input
from reread.server.generation.values import GeneratedText
from reread.server.git import history
from reread.server.git.history import Range
from reread.server.report.review import Paragraph
from reread.server.worker.client import Worker

SUMMARY = "summarise what a range of commits changes"


class Options(NamedTuple):
    range: str | None
    format: str
    config: str | None
    model: ModelOptions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("range", nargs="?", metavar="RANGE", help="which commits, such as v1.0..HEAD")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to write (default: text)")
    generation.add_arguments(parser)


def run(arguments: Options) -> int:
    workspace = open_workspace([], arguments.config)
    try:
        settings = generation.settings_of(workspace, arguments.model)
        span = _range(git.root_of(workspace.root), arguments.range)
        if span.base == span.new:
            writing.say("there are no commits to summarise: both ends are the same")
            return CLEAN
        request, notes = change_input.for_summary(workspace.root, span, settings.max_file_size)
        for note in notes:
            writing.say(note)
        if not request.documents:
            writing.say("nothing has changed there that is text")
            return CLEAN

        async def ask(worker: Worker) -> GeneratedText:
            return await worker.generate(structs.replace(request, consent=True), lambda text: None)

        written = generation.ask(workspace.root, settings, arguments.model, ask, index=False)
    except NoAnswerError as error:
        writing.say(f"no summary: {error}")
        return error.code
    if arguments.format == "json":
        data = {"version": 1, "title": written.text, **{name: _data(written, name) for name in ("concerns", "risks")}}
        sys.stdout.write(json.dumps(data, indent=2) + "\n")
    else:
        sys.stdout.writelines(_lines(written))
    generation.verdict(written, arguments.model)
    return CLEAN


def _range(root: str, named: str | None) -> Range:
    if named:
        return history.range_of(root, named)
    base = git.default_base(root)
    if not base:
        raise UsageError("which commits? No remote says which branch changes go to; name a range such as v1.0..HEAD")
    return history.range_of(root, f"{base}...HEAD")


def _data(written: GeneratedText, name: str) -> list[dict[str, object]]:
    return [structs.asdict(each) for each in getattr(written, name)]


def _lines(written: GeneratedText) -> Iterator[str]:
    """The summary as Markdown, which reads well in a terminal too."""
    yield f"# {printable(' '.join(written.text.split()))}\n"
    for each in written.concerns:
        yield f"\n## {printable(' '.join(each.title.split()))}\n\n{_paragraph(each)}"
    if written.risks:
        yield "\n## To look at first\n\n"
        yield from (f"- {_paragraph(each, ' ')}" for each in written.risks)


def _paragraph(part: Paragraph, between: str = "\n\n") -> str:
    paths = ", ".join(_code(part.paths))
    text = printable_lines(part.text.strip())
    return f"{text}{between}({paths})\n" if paths else f"{text}\n"


def _code(paths: Iterable[str]) -> Iterator[str]:
    return (f"`{printable(path)}`" for path in paths)
