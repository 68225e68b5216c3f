"""Makes a data set of a repository: reversed bug fixes of its history, and mutants of its code, that tests notice."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import NamedTuple, TypeVar

from reread.analyzers.shown import lines
from reread.server import git
from reread.server.evaluation.making import mutants, sources
from reread.server.evaluation.making.case_folder import CaseFolder, MakingError
from reread.server.evaluation.making.fixes import BugFix, bug_fixes
from reread.server.evaluation.making.mutants import KINDS, Mutant
from reread.server.evaluation.making.trying import Trials
from reread.server.evaluation.making.writing import Flaw, Versions, write
from reread.server.git import trees
from reread.server.verification.copies import CopyError
from reread.server.verification.running import NotStartedError, Ran

_T = TypeVar("_T")
_SEED = 1
_TRIES = 8
"""What is tried for each case wanted, at most."""
_MOST_PARSED = 600
"""Files of code that mutants are looked for in."""


class Order(NamedTuple):
    """What to make: the command that runs the tests, its time limit in seconds, and how many cases of each sort.

    `key_variables` are the variables with keys that the command is not to see.
    """

    command: tuple[str, ...]
    timeout: float
    most: int
    key_variables: tuple[str, ...] = ()


class Making:
    """Makes the cases of one repository, in a folder of its name. `close` it in the end."""

    def __init__(self, root: str, folder: CaseFolder, order: Order) -> None:
        """Raises GitError, CopyError, MakingError."""
        self._root = git.root_of(root)
        self.name = os.path.basename(self._root)
        self._folder = folder
        self._order = order
        self._head = git.head(self._root)
        if not self._head:
            raise MakingError(f"{root} has no commit yet")
        self._runs = Trials(self._root, order.command, order.timeout, order.key_variables)

    def close(self) -> None:
        self._runs.remove()

    def require_passing_tests(self) -> None:
        """Raises MakingError unless the tests pass as the repository is: otherwise they say nothing of a mistake."""
        try:
            self._runs.show(self._head)
            ran = self._runs.ran()
        except (NotStartedError, CopyError, OSError) as error:
            raise MakingError(f"{self._order.command[0]}: {error}") from error
        if not ran.passed:
            raise MakingError(
                f"the tests do not pass in a copy of the last commit: {_reason(ran, self._order.timeout)}"
            )
        self._folder.keep()

    def fixes(self, on_try: Callable[[int], None]) -> None:
        """Make cases of bug fixes; `on_try` gets their number after each that was tried."""
        self._until_enough("fixes", bug_fixes(self._root), lambda fix: fix.commit, self._fix, on_try)

    def mutants(self, on_try: Callable[[int], None]) -> None:
        """Make cases of mutants of the last commit."""
        files = [
            file
            for file in trees.files_of(self._root, self._head)
            if sources.is_code(file.path) and file.size <= sources.LARGEST
        ]
        texts = sources.read(self._root, sorted(files, key=lambda file: _digest(file.path))[:_MOST_PARSED])

        def make(mutant: Mutant, path: str) -> bool:
            return self._mutant(mutant, texts[mutant.path], path)

        def key(mutant: Mutant) -> str:
            return f"{mutant}{_digest(texts[mutant.path])}"

        self._until_enough("mutants", mutants.mutants(texts, _SEED), key, make, on_try)

    def _until_enough(
        self,
        sort: str,
        some: Iterable[_T],
        key: Callable[[_T], str],
        make: Callable[[_T, str], bool],
        on_try: Callable[[int], None],
    ) -> None:
        for each in islice(some, self._order.most * _TRIES):
            count = self._folder.count(self.name, sort)
            if count >= self._order.most:
                return
            name = _digest(key(each))[:12]
            tried = _digest(f"{self._order.command}{self.name}{name}")[:24]
            if not self._folder.has_tried(tried):
                made = make(each, name)
                self._folder.keep(tried)
                on_try(count + made)

    def _fix(self, fix: BugFix, name: str) -> bool:
        if not self._is_noticed(fix.commit, fix.wrong, fix.right):
            return False
        beside = sources.beside(self._root, fix.commit, fix.right)
        flaw = Flaw(fix.kind, f"It takes back a fix: {fix.subject}")
        made = write(self._path("fixes", name), Versions(fix.right, fix.wrong, beside), flaw)
        if made:
            write(self._path("clean", name), Versions(fix.wrong, fix.right, beside), f"It is a fix: {fix.subject}")
        return made

    def _mutant(self, mutant: Mutant, text: str, name: str) -> bool:
        right, wrong = {mutant.path: text}, {mutant.path: mutant.applied(text)}
        if not mutants.is_well_formed(mutant, text) or not self._is_noticed(self._head, wrong, right):
            return False
        kind, why = KINDS[mutant.kind]
        beside = sources.beside(self._root, self._head, right)
        return write(self._path("mutants", name), Versions(right, wrong, beside), Flaw(kind, f"A test fails: {why}"))

    def _is_noticed(self, commit: str, wrong: Mapping[str, str], right: Mapping[str, str]) -> bool:
        """False also for a commit that no copy can show, and for one without the program that runs the tests."""
        try:
            self._runs.show(commit)
            return self._runs.notice(wrong, right)
        except (NotStartedError, CopyError, OSError, git.GitError):
            return False

    def _path(self, sort: str, name: str) -> str:
        return os.path.join(self._folder.path, self.name, sort, f"{name}.yaml")


def _reason(ran: Ran, timeout: float) -> str:
    if ran.code is None:
        return f"they do not end within {timeout:g} s"
    said = [line for line in ran.output.splitlines() if line.strip()]
    return lines.line(said[-1]) if said else f"they end with the exit code {ran.code}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
