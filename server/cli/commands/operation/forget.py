"""Remove all that Reread keeps about a workspace folder: index, caches, history, verdicts of models, consent, comments.

Shows first what there is and asks. Vectors at a Chroma server go too, unless machines share them. Files in the folder
itself, such as `.reread/` with the baseline and the feedback of your team, are not touched. The ledger stays: it has
amounts of tokens and money, but no names.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers.shown.terminal import printable
from reread.server.cli import writing
from reread.server.exits import CLEAN, UsageError

if TYPE_CHECKING:
    from reread.server.retention.forgetting import RemoteVectors, StoredPart

SUMMARY = "remove all that is kept about a workspace"


class Options(NamedTuple):
    workspace: str | None
    yes: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "workspace",
        nargs="?",
        metavar="WORKSPACE",
        help="the folder; it may be gone (default: this one)",
    )
    parser.add_argument("--yes", action="store_true", help="do not ask")


def run(arguments: Options) -> int:
    from reread.server.cli.workspace import root_of
    from reread.server.retention import forgetting

    folder = os.path.abspath(arguments.workspace) if arguments.workspace else root_of([])
    if forgetting.is_used(folder):
        raise UsageError(f"{folder}: a server or worker uses its index; close the editor or wait for the command")
    try:
        parts = forgetting.parts_of(folder)
        stays = _what_stays(folder, forgetting.remote_vectors(folder))
        _show(folder, parts)
        if parts and not (arguments.yes or _agrees(folder)):
            writing.say("nothing was removed")
            return CLEAN
    except forgetting.PROBLEMS as error:
        raise UsageError(f"{folder}: nothing was removed: {forgetting.problem(error)}") from error
    if problems := forgetting.remove_all(parts):
        raise UsageError(f"{folder}: not all could be removed: {'; '.join(problems)}")
    if parts:
        writing.say("removed")
    for line in stays:
        writing.say(line)
    return CLEAN


def _show(folder: str, parts: list[StoredPart]) -> None:
    from reread.analyzers.retention import readable
    from reread.server.retention.forgetting import UNKNOWN

    lines = [f"kept about {folder}:" if parts else f"nothing is kept about {folder}"]
    for part in parts:
        size = f", {readable(part.size)}" if part.size else ""
        number = "not counted" if part.number == UNKNOWN else writing.plural(part.number, part.unit)
        lines.append(f"  {part.name}: {number}{size}")
    sys.stdout.write("".join(f"{printable(line)}\n" for line in lines))
    sys.stdout.flush()


def _what_stays(folder: str, remote: RemoteVectors | None) -> list[str]:
    lines = ["the ledger stays: it has amounts, no names"]
    if os.path.isdir(os.path.join(folder, ".reread")):
        lines.append(f"{os.path.join(folder, '.reread')} stays: it belongs to the repository and your team")
    if remote is not None and remote.shared:
        lines.append(f"vectors in {remote.collections}* at {remote.url} stay: several machines share them")
    elif remote is not None and remote.problem:
        name = f"{remote.collections}* at {remote.url}"
        lines.append(f"vectors in {name} stay ({remote.problem}): they have keys, no text; delete the collection there")
    return lines


def _agrees(folder: str) -> bool:
    """A person's answer; a script has to say --yes."""
    if not sys.stdin.isatty():
        raise UsageError("confirmation needs a terminal; use --yes to remove without asking")
    sys.stderr.write("Remove all of it? [y]es; anything else: no: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")
