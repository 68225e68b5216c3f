"""Set up Reread in a repository: settings, a Git hook, a CI file and editor recommendations.

Detects languages, base branch, contributor guidelines, CI system, hook managers, editors, API keys in the environment
and a local Ollama. Asks before it writes each file; --yes writes all of them, --dry-run only shows them. Existing files
are not changed, existing settings stay in force, and keys are never written. The CI file installs the version of Reread
that you run, from the same source; if that is a local folder, no CI file is proposed.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import NamedTuple

from reread.analyzers import inside, owned_files
from reread.analyzers.shown.terminal import printable, printable_lines
from reread.server import textfile
from reread.server.cli import writing
from reread.server.cli.workspace import root_of
from reread.server.exits import CLEAN, WRONG, UsageError, no_such

SUMMARY = "set up Reread in a repository"


class Options(NamedTuple):
    path: str | None
    dry_run: bool
    yes: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", nargs="?", metavar="PATH", help="the folder (default: the repository that you are in)")
    parser.add_argument("--dry-run", action="store_true", help="show the files without writing them")
    parser.add_argument("-y", "--yes", action="store_true", help="write all files without asking")


def run(arguments: Options) -> int:
    from reread.server.setup.detection import detect
    from reread.server.setup.files import advice, proposals

    if arguments.path and not os.path.isdir(arguments.path):
        raise UsageError(no_such("folder", arguments.path))
    if not (arguments.dry_run or arguments.yes or sys.stdin.isatty()):
        raise UsageError(
            "init asks before it writes and needs a terminal; use --yes to write without asking, --dry-run to preview"
        )
    detected = detect(os.path.abspath(arguments.path) if arguments.path else root_of([]), os.environ)
    sys.stdout.writelines(f"{printable(line)}\n" for line in _detected(detected._asdict()))
    wanted = list(proposals(detected))
    code = CLEAN
    if not wanted:
        sys.stdout.write("nothing to write: this repository is already set up\n")
    for proposal in wanted:
        place = os.path.join(detected.root, *proposal.path.split("/"))
        if arguments.dry_run:
            sys.stdout.write(printable_lines(f"\n--- {proposal.path} ({proposal.reason})\n{_shortened(proposal.text)}"))
            continue
        agreed = arguments.yes or _agreed(f"write {proposal.path} ({proposal.reason})?")
        try:
            if agreed and _write(detected.root, place, proposal.text, executable=proposal.executable):
                sys.stdout.write(f"wrote {printable(proposal.path)}\n")
        except OSError as error:
            writing.say(owned_files.unwritten(place, error))
            code = WRONG
    for line in advice(detected):
        sys.stdout.write(f"\n{printable_lines(line.rstrip())}\n")
    return code


def _detected(found: dict[str, object]) -> list[str]:
    """What was detected, one per line."""
    lines = []
    for topic, value in found.items():
        if topic == "hooks_folder":
            continue
        if topic == "languages" and isinstance(value, tuple):
            value = [f"{name} ({count:,})" for name, count in value]
        if isinstance(value, tuple | list):
            value = ", ".join(value)
        if value and not isinstance(value, bool):
            lines.append(f"{topic}: {value}")
    return lines


def _shortened(text: str, most: int = 40) -> str:
    lines = text.splitlines(keepends=True)
    if lines[:1] == ["{\n"] and len(lines) > most:
        return f"{len(lines)} lines of JSON\n"
    return text if len(lines) <= most else "".join(lines[:most]) + f"... {len(lines) - most} more lines\n"


def _agreed(question: str) -> bool:
    sys.stdout.write(f"{printable(question)} [Y/n] ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().lower() in ("", "y", "yes")


def _write(root: str, place: str, text: str, *, executable: bool) -> bool:
    """False where it is not to be written, or another process has just made it. Raises OSError."""
    if not inside.is_inside(root, place):
        writing.say(f"{place}: is outside the repository; not written")
        return False
    try:
        os.makedirs(os.path.dirname(place), exist_ok=True)
        textfile.create(place, text)
        if executable:
            os.chmod(place, 0o755)
    except FileExistsError:
        # Another process has just made it, and nothing that is there is changed.
        return False
    return True
