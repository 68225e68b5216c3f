"""Try Reread on a small sample project in four languages with planted mistakes.

Creates the project in FOLDER, or in a temporary folder that is deleted at the end, and runs the usual commands on it,
with settings, caches and state of their own. Needs no network and no key: a canned model, which runs on this machine
and knows the sample only, stands in for a model. With --own-model, the model that you have set up reviews the staged
change, after you consent.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from textwrap import fill
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers import owned_files, parts
from reread.server.cli import parser as command_line
from reread.server.cli import writing
from reread.server.demo import project
from reread.server.exits import CLEAN, INCOMPLETE, WRONG, UsageError
from reread.server.git import GitError

if TYPE_CHECKING:
    from reread.server.demo.canned_model import Answered, CannedModel

SUMMARY = "try Reread on a sample project"

_WIDTH = 80
_FOR_PEOPLE = 0.02
"""Seconds between the pieces of an answer, where somebody watches."""

_KINDS = {
    "review": "with the changed code and its context",
    "whole change": "about the change as a whole",
    "refutation": "to refute a finding",
    "fix": "for another fix after one that failed",
}

_WHAT_NEXT = """
What next:
  {try_it}
  reread check     in a project of yours; --fix applies the safe fixes
  reread review    with a model of yours: set ANTHROPIC_API_KEY, OPENAI_API_KEY
                   or OLLAMA_HOST; it asks before it sends anything
  reread server    is started by your editor; see editors/
  reread doctor    checks the installation"""

_CHECK = ["check", "--hints"]
_REVIEW = ["review", "--staged"]


class Options(NamedTuple):
    folder: str | None
    no_model: bool
    own_model: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", metavar="FOLDER", help="keep the project in this new or empty folder")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--no-model", "--offline", action="store_true", help="use no model")
    which.add_argument(
        "--own-model", action="store_true", help="use your settings and the model that you have set up, and your money"
    )


def run(arguments: Options) -> int:
    kept = arguments.folder
    if kept and os.path.isdir(kept) and os.listdir(kept):
        raise UsageError(f"{kept}: is not empty; the demo needs an empty folder")
    before = os.getcwd()
    with tempfile.TemporaryDirectory(prefix="reread-demo-", ignore_cleanup_errors=True) as temporary:
        folder = os.path.abspath(kept) if kept else os.path.join(temporary, "parcel-desk")
        try:
            has_git = _create(folder)
            os.chdir(folder)
            if arguments.own_model:
                codes = _with_own_model(folder, has_git, kept=bool(kept))
            else:
                codes = _by_itself(temporary, folder, has_git, with_model=not arguments.no_model)
        finally:
            os.chdir(before)
    _say(_next_steps(kept or ""))
    return WRONG if WRONG in codes else CLEAN


def _create(folder: str) -> bool:
    try:
        os.makedirs(folder, exist_ok=True)
        return project.create(folder)
    except OSError as error:
        raise UsageError(owned_files.unwritten(folder, error)) from error


def _with_own_model(folder: str, has_git: bool, *, kept: bool) -> list[int]:
    """The tour with the settings and the model of the user, who is asked as before any review."""
    from reread.server.retention import forgetting

    try:
        codes = _without_model(has_git)
        if has_git:
            title = "4. The same change, read by your model together with the code around it:"
            codes.append(_step(title, _REVIEW))
        return codes
    finally:
        if not kept:
            with suppress(*forgetting.PROBLEMS):
                for part in forgetting.parts_of(folder):
                    part.remove()


def _by_itself(temporary: str, folder: str, has_git: bool, *, with_model: bool) -> list[int]:
    """The tour with nothing of the user, and with the canned model if there is to be one."""
    from reread.server.demo.private_place import private

    with ExitStack() as stack:
        model = _canned(stack) if with_model and has_git and _is_complete() else None
        stack.enter_context(private(temporary, folder, model.url if model else ""))
        codes = _without_model(has_git)
        return [*codes, *_review(model)] if model is not None and _is_complete() else codes


def _canned(stack: ExitStack) -> CannedModel | None:
    """The canned model, until the stack ends; None where it cannot listen."""
    from reread.server.demo.canned_model import CannedModel

    try:
        return stack.enter_context(CannedModel(_FOR_PEOPLE if sys.stderr.isatty() else 0.0))
    except OSError as error:
        writing.say(f"no model is shown: it cannot listen on this machine ({error.strerror or error})")
        return None


def _is_complete() -> bool:
    return parts.is_installed("index") and parts.is_installed("model")


def _without_model(has_git: bool) -> list[int]:
    """The part of index and rules."""
    _say("A sample project: the back office of a parcel service, in Python, TypeScript,\nGo and Java.")
    codes = []
    if _is_complete():
        codes.append(_step("1. The index: calls and similar code. It stays on this machine.", ["index"]))
    else:
        _say("\n1. Index and model review are not available; `reread setup` installs them.")
    title = "2. The rules, over the whole project, with the hints that a run only counts\notherwise:"
    codes.append(_step(title, [*_CHECK, "--quiet"]))
    if has_git:
        title = "3. A change is staged. Before the commit, only findings that it adds count:"
        codes.append(_step(title, [*_CHECK, "--staged"]))
    else:
        _say("\n3. Without git there is no staged change to review; install git to see this step.")
    return codes


def _review(model: CannedModel) -> list[int]:
    """The model's part: what it would be sent, its review, how that came about, and the same again."""
    from reread.server.demo.canned_model import LABEL

    codes = [
        _step("4. Retrieval: the code that a model needs to judge the change, and why.", ["context", "--staged"]),
        _step("5. The plan: what a review would send, and its cost. Nothing is sent yet.", [*_REVIEW, "--plan"]),
        _step(f"6. The review ({LABEL}).\n{_ON_REVIEW}", [*_REVIEW, "--yes"]),
    ]
    first = list(model.answered)
    _say("\n".join(_behind(first, LABEL)))
    title = f"8. The same review again ({LABEL}):"
    codes.append(_step(title, [*_REVIEW, "--yes", "--quiet"]))
    again = len(model.answered) - len(first)
    _say(f"\n{writing.plural(again, 'request')}{'' if again else ': all answers are from the cache'}.")
    return [CLEAN if code == INCOMPLETE else code for code in codes]


_ON_REVIEW = """\
Findings show while the answer streams. Each is placed by the code that it
quotes, and its fix is tried: the rules may find nothing new, and the project's
tests have to pass. Two fixes below hold, and one does not."""


def _behind(answered: Sequence[Answered], label: str) -> Iterator[str]:
    """What the canned model was asked in a review, and what it took back."""
    tokens = sum(each.tokens for each in answered)
    counted = Counter(each.answer.kind for each in answered)
    yield f"\n7. Behind it ({label}):"
    yield f"{writing.plural(len(answered), 'request')}, {tokens:,} tokens, all on this machine"
    yield from (f"   {counted[kind]} {words}" for kind, words in _KINDS.items() if counted[kind])
    for each in answered:
        if each.answer.kind == "refutation" and each.answer.content["verdict"] == "wrong":
            title, reason = each.answer.about, each.answer.content["reason"]
            yield fill(f'Refuted and dropped: "{title}". The reason: {reason}', _WIDTH)


def _next_steps(kept: str) -> str:
    try_it = f"cd {kept} and open it in your editor" if kept else "reread demo FOLDER keeps this project for you to try"
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
