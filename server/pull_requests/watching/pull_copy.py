"""A copy of the repository that shows the head of one pull request after the other, fetched from where they are."""

from __future__ import annotations

from reread.rag.git.running import GitLocation, fetch, run
from reread.server import git
from reread.server.evaluation.states import States
from reread.server.pull_requests.values import PullRequest

_HEAD = "refs/reread/head"


class PullCopy:
    """Nothing is checked out by git, so that no hook and no filter runs; what the clone has already is not fetched.

    `folder` has the files, `temporary` is an empty folder. It is one for all pull requests, so that the index of one is
    that of the next, but for what differs.
    """

    def __init__(self, root: str, address: str) -> None:
        """An empty copy of the clone at `root`, whose remote is `address`. Raises CopyError, GitError."""
        self._states = States(root, fetched=True)
        self._address = address
        self.folder = self._states.folder
        self.temporary = self._states.temporary
        run(GitLocation(self.folder), ["config", "remote.origin.url", address])

    def fetch(self, pull: PullRequest) -> str:
        """Fetch a head and the branch that it is to go to, and show the head. Its commit, which is another than that of
        `pull` if somebody has pushed meanwhile. Raises CopyError, GitError, OSError.
        """
        branch = f"+refs/heads/{pull.target}:refs/remotes/origin/{pull.target}"
        fetch(self.folder, self._address, [f"+{pull.reference}:{_HEAD}", branch])
        commit = git.commit(self.folder, _HEAD)
        self._states.show(commit, committed=True)
        return commit

    def remove(self) -> None:
        """Remove the files."""
        self._states.remove()
