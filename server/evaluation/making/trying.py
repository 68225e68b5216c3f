"""Runs the tests of a repository in a private copy of it, to see whether they notice a mistake."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping, Sequence

from reread.server.evaluation.states import States
from reread.server.verification.environment import environment
from reread.server.verification.running import Ran, run


class Trials:
    """A copy of a repository that shows a commit, in which one command runs the tests.

    The command gets the environment of this process without secrets. It has ended when a method returns, with all
    that it started. Methods raise CopyError, GitError, OSError, and NotStartedError if the command cannot be started.
    """

    def __init__(self, root: str, command: Sequence[str], timeout: float, key_variables: Sequence[str] = ()) -> None:
        self._copy = States(root)
        self._original = root
        self._command = tuple(command)
        self._timeout = timeout
        self._environment = environment(os.environ, self._copy.place, self._copy.temporary, key_variables)

    def show(self, commit: str) -> None:
        """Have the copy show a commit."""
        self._copy.show(commit)

    def remove(self) -> None:
        """Remove the copy."""
        self._copy.remove()

    def ran(self) -> Ran:
        """Run the tests once."""
        return asyncio.run(run(self._arguments(), self._copy.folder, self._environment, self._timeout))

    def notice(self, wrong: Mapping[str, str], right: Mapping[str, str]) -> bool:
        """Whether the tests fail with the wrong texts of some files of the commit, and pass with the right ones after
        that. Tests that hang say nothing. The right texts stay.
        """
        try:
            self._write(wrong)
            ran = self.ran()
        finally:
            self._write(right)
        return ran.code not in (0, None) and self.ran().passed

    def _write(self, texts: Mapping[str, str]) -> None:
        for path, text in texts.items():
            mode = os.lstat(os.path.join(self._copy.folder, path)).st_mode
            self._copy.put(path, text.encode(), mode & 0o777)

    def _arguments(self) -> list[str]:
        """The command. A program that is no part of commits, as one of a virtual environment, is the user's own."""
        program, *others = self._command
        copied, original = (os.path.join(folder, program) for folder in (self._copy.folder, self._original))
        is_own = os.path.dirname(program) and not os.path.exists(copied) and os.path.exists(original)
        return [original if is_own else program, *others]
