"""`reread eval make`: a data set of the user's own repositories, made of what their tests notice."""

from __future__ import annotations

import os
import shlex
import sys

from reread.rag.git.running import GitError
from reread.server.cli.options import EvalOptions
from reread.server.cli.progress import Bar
from reread.server.configuration import load
from reread.server.evaluation.making.case_folder import CaseFolder, MakingError
from reread.server.evaluation.making.making import Making, Order
from reread.server.exits import CLEAN, UsageError
from reread.server.verification.copies import CopyError

_MOST = 50


def made(arguments: EvalOptions) -> int:
    """Make the cases and say how many there are. What is interrupted is continued the next time. Raises UsageError."""
    if arguments.output_file is None:
        raise UsageError("eval make writes cases to a folder: -o FOLDER")
    order = Order(_command(arguments.test), arguments.timeout, arguments.most or _MOST, _key_variables())
    roots = [os.path.realpath(each) for each in arguments.repositories or (".",)]
    names = [os.path.basename(root) for root in roots]
    if len(set(names)) < len(names):
        raise UsageError("two of the repositories have the same name, which would be that of their cases")
    try:
        folder = CaseFolder(os.path.abspath(arguments.output_file))
        for root in roots:
            _make(root, folder, order, quiet=arguments.quiet)
    except (MakingError, GitError, CopyError) as error:
        raise UsageError(str(error)) from error
    return CLEAN


def _make(root: str, folder: CaseFolder, order: Order, *, quiet: bool) -> None:
    making = Making(root, folder, order)
    try:
        making.require_passing_tests()
        try:
            for what, make in (("fixes", making.fixes), ("mutants", making.mutants)):
                with Bar(f"Trying {what} of {making.name}", quiet=quiet) as bar:
                    make(lambda count, bar=bar: bar.at(count, order.most))  # type: ignore[misc]
        finally:
            counts = (f"{sort}: {folder.count(making.name, sort)}" for sort in ("fixes", "clean", "mutants"))
            sys.stdout.write(f"{os.path.join(folder.path, making.name)}  {', '.join(counts)}\n")
    finally:
        making.close()


def _command(test: str | None) -> tuple[str, ...]:
    try:
        command = tuple(shlex.split(test or ""))
    except ValueError as error:
        raise UsageError(f"--test: {error}") from error
    if not command:
        raise UsageError(
            'eval make needs the command that runs the tests (--test "pytest -q"): they tell what a defect is'
        )
    return command


def _key_variables() -> tuple[str, ...]:
    return tuple(fallback.key_variable for fallback in load(None).settings.review.fallback)
