"""The interface of pull request hosts. `hosts/` has a file for each, found by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from reread.server.pull_requests.rest import Rest
from reread.server.pull_requests.values import Diff, Draft, Note, Posted, PullRequest, Reply, Verdict


class Host(Protocol):
    """One repository on a host. All methods raise HostError; those that change something also UnsureError."""

    @property
    def resolves(self) -> bool:
        """Whether threads can be closed. Where they cannot, the text of a comment alone says that it is done with."""

    def pull_request(self, number: int) -> PullRequest:
        """The pull request as it is now."""

    def open_pull_requests(self) -> list[PullRequest]:
        """All that are open; of what a list leaves out, the fields are empty."""

    def diff(self, number: int) -> Diff:
        """The lines that a comment may be on."""

    def threads(self, number: int) -> list[Posted]:
        """The first comment of each thread on a line."""

    def replies(self, number: int) -> list[Reply]:
        """The answers in threads on lines, the oldest of a thread first; the first comments may be among them."""

    def may_write(self, account: str) -> bool:
        """Whether an account may change the repository. Raises RefusedError if the token may not ask that."""

    def notes(self, number: int) -> list[Note]:
        """The comments on the whole."""

    def review(self, pull: PullRequest, drafts: Sequence[Draft], diff: Diff) -> None:
        """Makes all comments in one review, where the host has such a thing."""

    def edit(self, pull: PullRequest, posted: Posted, body: str) -> None:
        """Replaces the text of one of Reread's comments."""

    def resolve(self, pull: PullRequest, posted: Posted, resolved: bool) -> None:
        """Closes a thread or opens it again."""

    def write_note(self, pull: PullRequest, note: Note | None, body: str) -> None:
        """Writes a comment on the whole pull request, or replaces the text of one of Reread's."""

    def remove_note(self, pull: PullRequest, note: Note) -> None:
        """Deletes one of Reread's comments on the whole. Raises RefusedError if it is gone or the host keeps it."""

    def judge(self, pull: PullRequest, verdict: Verdict) -> None:
        """Sets the verdict, and removes Reread's other verdicts."""

    def label(self, pull: PullRequest, labels: Sequence[str]) -> None:
        """Adds labels."""

    def ask(self, pull: PullRequest, reviewers: Sequence[str]) -> None:
        """Asks accounts for a review."""

    def unmergeable(self, pull: PullRequest) -> str:
        """Why the host would not have the pull request merged now, in words: checks that it requires are missing, or it
        cannot merge one exact commit. "" if nothing is in the way.
        """

    def merge(self, pull: PullRequest, *, squash: bool) -> None:
        """Merges exactly the head that the pull request has here. Raises RefusedError if the host has another one."""


class Description(NamedTuple):
    """Static facts about a kind of hosts.

    `tokens` are variables of the environment, the first that is set counts; `needs` is what a token has to allow. `url`
    is the API of the public host, "" where there is none. `longest` is how many characters a comment may have;
    `suggestion` is what a block of code is called that offers a change of the lines from first to last, None if the
    host has none; `pause` is how long, in seconds, it wants to be left alone before each change.
    """

    name: str
    title: str
    tokens: tuple[str, ...]
    url: str
    longest: int
    connect: Callable[[Rest, str], Host]
    headers: Callable[[str], Mapping[str, str]]
    suggestion: Callable[[int, int], str] | None = None
    pause: float = 0.0
    needs: str = ""
