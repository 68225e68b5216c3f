"""The intent of a change on the command line: from options, the branch, and the commits since the base."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Sequence
from typing import NamedTuple

from reread.analyzers.review.change.intent import ChangeContext, Intent
from reread.server import git, textfile
from reread.server.cli.scope import ScopedChange
from reread.server.cli.workspace import Workspace
from reread.server.exits import UsageError
from reread.server.report.report import FileReport

_SCISSORS = re.compile(r"^# -+ >8 -+$", re.MULTILINE)
"""What git puts into a draft before the diff that it does not take for part of the message."""

_LARGEST = 1_000_000
"""Bytes of a file with a message or a description."""


class IntentOptions(NamedTuple):
    """`message` is a text, the other two are names of files; None is not given."""

    message: str | None = None
    message_file: str | None = None
    intent: str | None = None


def add_arguments(parser: argparse._ArgumentGroup) -> None:
    message = parser.add_mutually_exclusive_group()
    message.add_argument("--message", metavar="TEXT", help="commit message")
    message.add_argument("--message-file", metavar="FILE", help="file with the commit message, as Git hooks pass it")
    parser.add_argument(
        "--intent", metavar="FILE", help="file that describes the change, such as a pull request or issue"
    )


def change_context(
    options: IntentOptions, change: ScopedChange, workspace: Workspace, reports: Sequence[FileReport]
) -> ChangeContext | None:
    """The context of a change; None if files are reviewed instead of a change. Raises UsageError."""
    if change.compared is None:
        return None
    log = git.subjects(change.root, change.compared) if change.compared else []
    message = options.message if options.message is not None else _draft(options.message_file)
    intent = Intent(message, git.branch(change.root), tuple(log), _text("--intent", options.intent))
    return ChangeContext(intent, tuple(_files(change, workspace)), tuple(_evidence(reports)))


def _files(change: ScopedChange, workspace: Workspace) -> list[tuple[str, str]]:
    """All files of the change, those that are no code too, with what became of them."""

    def relative(path: str) -> str:
        return workspace.relative(os.path.join(change.root, *path.split("/")))

    found = {relative(file.path): "changed" if file.old_object else "new" for file in change.changes.values()}
    removed = git.gone(change.root, change.compared or "", in_index=change.in_index)
    found |= {relative(file.path): "gone" for file in removed}
    return sorted((path, fate) for path, fate in found.items() if not os.path.isabs(path))


def _evidence(reports: Sequence[FileReport]) -> list[tuple[str, str]]:
    """The findings of the index, one line each."""
    return [
        (report.relative, f"{report.relative}:{each.place.line + 1}: {each.finding.message}")
        for report in reports
        for each in report.findings
        if each.finding.rule.startswith("index/")
    ]


def _draft(name: str | None) -> str:
    """The message in a file as git takes it: without comments, and without what is below the scissors."""
    text = _SCISSORS.split(_text("--message-file", name), maxsplit=1)[0]
    return "\n".join(line for line in text.splitlines() if not line.startswith("#")).strip()


def _text(option: str, name: str | None) -> str:
    """The text of the file that an option names; "" for none."""
    if name is None:
        return ""
    try:
        return textfile.read(os.path.abspath(name), _LARGEST).text
    except textfile.UnreadableFileError as error:
        raise UsageError(f"{option} {name}: {error}") from error
