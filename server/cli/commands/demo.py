"""Try Reread on a small sample project in four languages with planted mistakes.

Creates the project in FOLDER, or in a temporary folder that is deleted at the end, and runs the usual commands on it.
Needs no network and no key; if a provider is set up, the model also reviews the staged change.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from typing import NamedTuple

from reread.server.cli import parser as command_line
from reread.server.cli import writing
from reread.server.demo import project
from reread.server.exits import CLEAN, INCOMPLETE, WRONG, UsageError
from reread.server.git import GitError

SUMMARY = "try Reread on a sample project"

_WHAT_A_MODEL_ADDS = """
4. What no rule can see, a model can. `reread review --staged` would have it read the functions that the
   change touches, with their callers and AGENTS.md. It should find that
   - a parcel of exactly 20 kg is no longer heavy (`>` instead of `>=`),
   - the discount now applies to the surcharge too, against the comment above,
   - prices abroad become floats, while AGENTS.md wants whole cents,
   - desk/importer.py still passes the discount where the country is now,
   - a refund can exceed what was paid.
   Now: {state}.
   Secrets are taken out before anything is sent, and each run has a limit of tokens and money."""

_WHAT_NEXT = """
What next:
  {try_it}
  reread check            in a project of yours; --fix applies the safe fixes
  reread server           is started by your editor; see editors/ for VS Code, Neovim, Emacs ...
  reread doctor           checks the installation"""


class Options(NamedTuple):
    folder: str | None
    no_model: bool


_CHECK = ["check", "--hints"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", metavar="FOLDER", help="keep the project in this new or empty folder")
    parser.add_argument("--no-model", "--offline", action="store_true", help="use no model")


def run(arguments: Options) -> int:
    kept = arguments.folder
    if kept and os.path.isdir(kept) and os.listdir(kept):
        raise UsageError(f"{kept}: is not empty; the demo needs an empty folder")
    folder = os.path.abspath(kept) if kept else tempfile.mkdtemp(prefix="reread-demo-")
    before = os.getcwd()
    try:
        has_git = _create(folder)
        os.chdir(folder)
        return _tour(has_git, kept or "", arguments.no_model)
    finally:
        os.chdir(before)
        if not kept:
            _remove(folder)


def _create(folder: str) -> bool:
    try:
        os.makedirs(folder, exist_ok=True)
        return project.create(folder)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written: {error.strerror or error}") from error


def _remove(folder: str) -> None:
    """The project and its index."""
    from reread.rag.index.location import index_folder

    shutil.rmtree(os.path.dirname(index_folder(folder)), ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


def _tour(has_git: bool, kept: str, no_model: bool) -> int:
    _say("A sample project: the back office of a parcel service, in Python, TypeScript, Go and Java.")
    codes = [
        _step("1. The index: calls and similar code. It stays on this machine.", ["index"]),
        _step("2. The rules, over the whole project, with the hints that a run only counts otherwise:", _CHECK),
    ]
    if has_git:
        title = "3. A change is staged. Before the commit, only findings that it adds count:"
        codes.append(_step(title, [*_CHECK, "--staged"]))
        codes.append(_model(no_model))
    else:
        _say("\n3. Without git there is no staged change to review; install git to see this step.")
    _say(_next_steps(kept))
    return WRONG if WRONG in codes else CLEAN


def _model(no_model: bool) -> int:
    """The model's part: run where there is one, else described."""
    from reread.server.configuration import load
    from reread.server.review.reviewing import availability

    state = availability(load(os.getcwd()).settings)
    if state.available and not no_model:
        code = _step(
            "4. The same change, read by a model together with the code around it:", ["review", "--staged", "--yes"]
        )
        return CLEAN if code == INCOMPLETE else code
    _say(_WHAT_A_MODEL_ADDS.format(state=state.message))
    return CLEAN


def _next_steps(kept: str) -> str:
    try_it = (
        f"cd {kept} and open it in your editor" if kept else "`reread demo FOLDER` keeps this project for you to try"
    )
    return _WHAT_NEXT.format(try_it=try_it)


def _step(title: str, command: list[str]) -> int:
    _say(f"\n{title}\n\n$ reread {' '.join(command)}")
    return _quietly(lambda: command_line.run(command))


def _quietly(action: Callable[[], int]) -> int:
    """The exit code; what the user can act on is said and the tour goes on."""
    try:
        return action()
    except (UsageError, GitError) as error:
        writing.say(str(error))
        return WRONG
    finally:
        sys.stderr.flush()


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
