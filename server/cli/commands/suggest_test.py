"""Suggest a test that fails because of a finding, and passes once it is fixed.

PLACE is FILE:LINE, narrowed down by --rule, or the fingerprint of a finding from the last review. The model gets the
code, the tests nearby and the finding, with secrets removed. The test goes to standard output, the name of the file for
it to standard error; no file is changed.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from typing import NamedTuple

from reread.analyzers.findings import Finding, Severity, Source
from reread.analyzers.shown.terminal import printable_lines
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Span
from reread.server import textfile
from reread.server.cli import writing
from reread.server.cli.commands.feedback import FindingAt, found_at
from reread.server.cli.requests import generation
from reread.server.cli.requests.generation import ModelOptions, NoAnswerError
from reread.server.cli.workspace import Workspace, open_workspace
from reread.server.exits import CLEAN, UsageError
from reread.server.generation.values import GeneratedText, SuggestedTestRequest
from reread.server.report.review import ReviewDocument
from reread.server.worker.client import Worker

SUMMARY = "suggest a test that fails because of a finding"


class Options(NamedTuple):
    place: str
    rule: str | None
    format: str
    config: str | None
    model: ModelOptions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("place", metavar="PLACE", help="FILE:LINE, or a fingerprint")
    parser.add_argument("--rule", metavar="RULE", help="select one of the findings on the line")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="output format (default: text)")
    generation.add_arguments(parser)


def run(arguments: Options) -> int:
    workspace = open_workspace([], arguments.config)
    found = _found(workspace, arguments.place, arguments.rule)
    request = _request(workspace, found)

    async def ask(worker: Worker) -> GeneratedText:
        return await worker.generate(request, lambda text: None)

    try:
        settings = generation.settings_of(workspace, arguments.model)
        written = generation.ask(workspace.root, settings, arguments.model, ask, index=True)
    except NoAnswerError as error:
        writing.say(f"no test: {error}")
        return error.code
    code = written.text if written.text.endswith("\n") else f"{written.text}\n"
    if arguments.format == "json":
        data = {"version": 1, "file": written.path, "code": code, "explanation": written.explanation}
        sys.stdout.write(json.dumps(data, indent=2) + "\n")
    else:
        is_there = os.path.exists(os.path.join(workspace.root, *written.path.split("/")))
        writing.say(f"{'add to' if is_there else 'new file'} {written.path}: {written.explanation}")
        sys.stdout.write(printable_lines(code))
    generation.verdict(written, arguments.model)
    return CLEAN


def _found(workspace: Workspace, place: str, rule: str | None) -> FindingAt:
    """The finding that is meant: what a rule finds there, else what the last review found. Raises UsageError."""
    if ":" not in place:
        return _from_history(workspace, place)
    found = found_at(workspace, place, rule)
    if len({each.finding.rule for each in found}) > 1:
        names = ", ".join(sorted({each.finding.rule for each in found}))
        raise UsageError(f"{place}: several rules report this line: {names}; select one with --rule")
    return found[0]


def _from_history(workspace: Workspace, fingerprint: str) -> FindingAt:
    """A finding of the history, such as one of a model, where its code still is. Raises UsageError."""
    from reread.server.known.state import StateError, opened

    try:
        with opened(workspace.root) as state:
            kept = state.findings(fingerprint=fingerprint)
    except StateError as error:
        raise UsageError(str(error)) from error
    if not kept:
        raise UsageError(
            f"{fingerprint}: expected FILE:LINE, for example app.py:12, or the fingerprint of an open finding"
        )
    path = os.path.join(workspace.root, *kept[0].path.split("/"))
    try:
        text = textfile.read(path, workspace.settings.max_file_size, workspace.root).text
    except textfile.UnreadableFileError as error:
        raise UsageError(f"{kept[0].path}: {error}") from error
    start = text.find(kept[0].code) if kept[0].code else -1
    if start < 0:
        raise UsageError(f"{kept[0].path}: the code of this finding has changed; review the file again")
    span = Span(start, start + len(kept[0].code))
    severity, source = Severity(kept[0].severity), Source(kept[0].source)
    return FindingAt(Finding(kept[0].rule, kept[0].message, span, severity, source), kept[0].path, text)


def _request(workspace: Workspace, found: FindingAt) -> SuggestedTestRequest:
    path = os.path.join(workspace.root, *found.path.split("/"))
    document = ReviewDocument(path, path, found.path, language_of(found.path), found.text)
    return SuggestedTestRequest(workspace.root, document, found.finding, consent=True)
