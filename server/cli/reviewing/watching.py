"""Watches the pull requests of a repository: each review is a `reread pr post` of its own in a copy of the clone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import NamedTuple

from reread.analyzers import retention
from reread.analyzers.review.keys import token_of
from reread.analyzers.shown.lines import line
from reread.rag.git.repository import repository_of
from reread.rag.git.running import GitError
from reread.server import git
from reread.server.cli import writing
from reread.server.exits import CLEAN, FOUND, INCOMPLETE, UsageError
from reread.server.pull_requests.audited import AuditedHost
from reread.server.pull_requests.connecting import Target
from reread.server.pull_requests.errors import HostError
from reread.server.pull_requests.host import Host
from reread.server.pull_requests.shapes import number, text
from reread.server.pull_requests.values import PullRequest
from reread.server.pull_requests.watching.notices import Notices
from reread.server.pull_requests.watching.pull_copy import PullCopy
from reread.server.pull_requests.watching.rounds import Merging, Reviewed, Watch
from reread.server.retention import forgetting
from reread.server.settings import PullRequestSettings
from reread.server.verification.copies import CopyError

_LONGEST_PAUSE = 900
"""Seconds to the next look after a host has not answered several times."""
_WEBHOOK = "REREAD_PR_WEBHOOK"


class Wanted(NamedTuple):
    """How to watch: seconds between two looks, whether one look is enough, "merge", "squash" or None, and the options
    that each review gets.
    """

    every: int
    once: bool
    merge: str | None
    passed: tuple[str, ...]


def watch(folder: str, target: Target, settings: PullRequestSettings, wanted: Wanted) -> int:
    """Watches until it is interrupted, or looks once. The exit code; raises UsageError for a clone that is shallow or
    has no remote.
    """
    root = git.root_of(folder)
    address = git.remote(root)
    if not address:
        raise UsageError("the clone has no remote `origin` to fetch from")
    if repository_of(root).run("rev-parse", "--is-shallow-repository").strip() == b"true":
        raise UsageError("the clone is shallow: complete it with `git fetch --unshallow`")
    notices = Notices(token_of((_WEBHOOK,), "pull-requests:webhook"), settings.mail)
    merging = Merging(wanted.merge is not None, wanted.merge == "squash")
    try:
        with _copy(root, os.path.abspath(os.path.join(root, address)) if _is_path(address) else address) as copy:
            review = _Reviews(copy, wanted.passed)
            connect = _connections(target, root)
            watched = Watch(target.repository, connect, review, notices.send, writing.say, merging)
            return rounds(watched, wanted)
    except CopyError as error:
        raise UsageError(str(error)) from error


def _is_path(address: str) -> bool:
    """Whether git takes the address of a remote for a path, which is relative to the clone."""
    return "://" not in address and (":" not in address.split("/")[0] or os.path.isdir(address))


def rounds(watched: Watch, wanted: Wanted, wait: Callable[[float], None] = time.sleep) -> int:
    """Looks again and again, less often while the host does not answer. The exit code, if one look is enough."""
    failed = 0
    while True:
        try:
            watched.round()
            failed = 0
        except HostError as error:
            writing.say(str(error))
            failed += 1
        if wanted.once:
            return INCOMPLETE if failed else CLEAN
        wait(min(_LONGEST_PAUSE, wanted.every * 2 ** min(failed, 10)))


@contextmanager
def _copy(root: str, address: str) -> Iterator[PullCopy]:
    copy = PullCopy(root, address)
    try:
        yield copy
    finally:
        kept = (retention.AUDIT.name, retention.LOGS.name)
        for part in forgetting.parts_of(copy.folder):
            # What was sent and done stays on record; the rest is about a folder that is gone.
            if part.name not in kept:
                part.remove()
        copy.remove()


def _connections(target: Target, folder: str) -> Callable[[], AbstractContextManager[Host]]:
    @contextmanager
    def connect() -> Iterator[Host]:
        # Its limits are those of one run, so that each round has a connection of its own.
        with target.open() as rest:
            host = target.description.connect(rest, target.repository)
            yield AuditedHost(host, target.description.name, target.url, target.repository, folder)

    return connect


class _Reviews:
    """Reviews one head after the other in the same copy."""

    def __init__(self, copy: PullCopy, passed: tuple[str, ...]) -> None:
        self._copy = copy
        self._passed = passed

    def __call__(self, pull: PullRequest) -> Reviewed:
        try:
            commit = self._copy.fetch(pull)
        except (GitError, CopyError, OSError) as error:
            return Reviewed(problem=f"it cannot be fetched: {line(str(error))}")
        if not commit.startswith(pull.head):
            return Reviewed(problem="it was pushed to while it was fetched")
        return self._posted(pull)

    def _posted(self, pull: PullRequest) -> Reviewed:
        start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "reread.server"]
        answer = os.path.join(self._copy.temporary, "report.json")
        command = [*start, "pr", "post", str(pull.number), *self._passed, "--format", "json", "-o", answer]
        done = subprocess.run(
            command, cwd=self._copy.folder, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
        said = done.stderr.decode(errors="replace").strip().splitlines()
        if done.returncode not in (CLEAN, FOUND, INCOMPLETE) or not os.path.exists(answer):
            return Reviewed(problem=line(said[-1]).removeprefix("reread: ") if said else "the review ended early")
        try:
            with open(answer, encoding="utf-8") as file:
                report = json.load(file)
        finally:
            os.unlink(answer)
        count = number(report, "summary", "findings") or 0
        return Reviewed(text(report, "conclusion", "verdict"), count, done.returncode != INCOMPLETE)
