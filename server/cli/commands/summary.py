"""Summarise the changes in a range of commits by topic, with the parts to review first, or as release notes.

RANGE is `OLD..NEW`, `OLD...NEW` (from their merge base) or `OLD` (up to HEAD). The default is this branch's commits
since it left the default branch. The model gets the diffs, with secrets removed.
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

SUMMARY = "summarise the changes in a range of commits"

_RISKS = {"reviewer": "Review first", "release-notes": "Before you update"}
"""The heading of the risks, by who reads the summary."""


class Options(NamedTuple):
    range: str | None
    reader: str
    format: str
    config: str | None
    model: ModelOptions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("range", nargs="?", metavar="RANGE", help="a range of commits, for example v1.0..HEAD")
    parser.add_argument(
        "--for",
        dest="reader",
        choices=tuple(_RISKS),
        default="reviewer",
        help="who reads it: a reviewer, or users, as release notes (default: reviewer)",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="output format (default: text)")
    generation.add_arguments(parser)


def run(arguments: Options) -> int:
    workspace = open_workspace([], arguments.config)
    try:
        settings = generation.settings_of(workspace, arguments.model)
        span = _range(git.root_of(workspace.root), arguments.range)
        if span.base == span.new:
            writing.say("no commits to summarise: the range is empty")
            return CLEAN
        request, notes = change_input.for_summary(workspace.root, span, settings.max_file_size)
        for note in notes:
            writing.say(note)
        if not request.documents:
            writing.say("no text files changed in this range")
            return CLEAN

        release = arguments.reader == "release-notes"

        async def ask(worker: Worker) -> GeneratedText:
            return await worker.generate(structs.replace(request, consent=True, release=release), lambda text: None)

        written = generation.ask(workspace.root, settings, arguments.model, ask, index=False)
    except NoAnswerError as error:
        writing.say(f"no summary: {error}")
        return error.code
    if arguments.format == "json":
        data = {"version": 1, "title": written.text, **{name: _data(written, name) for name in ("concerns", "risks")}}
        sys.stdout.write(json.dumps(data, indent=2) + "\n")
    else:
        sys.stdout.writelines(_lines(written, _RISKS[arguments.reader]))
    generation.verdict(written, arguments.model)
    return CLEAN


def _range(root: str, named: str | None) -> Range:
    if named:
        return history.range_of(root, named)
    base = git.default_base(root)
    if not base:
        raise UsageError(
            "expected a range such as v1.0..HEAD: no remote names a default branch, nor is there another main"
        )
    return history.range_of(root, f"{base}...HEAD")


def _data(written: GeneratedText, name: str) -> list[dict[str, object]]:
    return [structs.asdict(each) for each in getattr(written, name)]


def _lines(written: GeneratedText, risks: str) -> Iterator[str]:
    """The summary as Markdown, which reads well in a terminal too."""
    yield f"# {printable(' '.join(written.text.split()))}\n"
    for each in written.concerns:
        yield f"\n## {printable(' '.join(each.title.split()))}\n\n{_paragraph(each)}"
    if written.risks:
        yield f"\n## {risks}\n\n"
        yield from (f"- {_paragraph(each, ' ')}" for each in written.risks)


def _paragraph(part: Paragraph, between: str = "\n\n") -> str:
    paths = ", ".join(_code(part.paths))
    text = printable_lines(part.text.strip())
    return f"{text}{between}({paths})\n" if paths else f"{text}\n"


def _code(paths: Iterable[str]) -> Iterator[str]:
    return (f"`{printable(path)}`" for path in paths)
