"""Bitbucket Cloud. It has neither reviews with several comments nor labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any
from urllib.parse import quote

from reread.server.pull_requests import diff
from reread.server.pull_requests.errors import HostError
from reread.server.pull_requests.host import Description
from reread.server.pull_requests.rest import Rest
from reread.server.pull_requests.shapes import at, entries, number, over, text
from reread.server.pull_requests.values import Diff, Draft, Note, Posted, PullRequest, Reply, Verdict

_JSON = "application/json"
_STATES = {"approve": "approved", "request changes": "changes_requested"}
_ACTIONS = {"approve": "approve", "request changes": "request-changes"}


class Bitbucket:
    resolves = True

    def __init__(self, rest: Rest, repository: str) -> None:
        self._rest = rest
        self._path = f"/repositories/{repository}"

    def pull_request(self, number: int) -> PullRequest:
        return _pull(self._rest.get(f"{self._path}/pullrequests/{number}").data)

    def open_pull_requests(self) -> list[PullRequest]:
        return [_pull(each) for each in self._values("pullrequests", state="OPEN", pagelen=50)]

    def diff(self, number: int) -> Diff:
        pull = self.pull_request(number)
        # The address below the pull request only leads to this one, and no redirect is followed.
        path = f"{self._path}/diff/{pull.head}..{pull.base}"
        return diff.read(str(self._rest.get(path, accept="text/plain", topic="true").data))

    def threads(self, number: int) -> list[Posted]:
        return [
            self._posted(each)
            for each in self._comments(number)
            if isinstance(at(each, "inline"), dict) and at(each, "parent") is None
        ]

    def replies(self, number: int) -> list[Reply]:
        comments = {text(each, "id"): each for each in self._comments(number)}
        found = []
        for each in comments.values():
            first = _first_of(each, comments)
            if first is not each and isinstance(at(first, "inline"), dict):
                found.append(_reply(each, text(first, "id")))
        return found

    def may_write(self, account: str) -> bool:
        data = self._rest.get_if_there(f"{self._path}/permissions-config/users/{quote(account, safe='')}")
        return text(data, "permission") in ("write", "admin")

    def notes(self, number: int) -> list[Note]:
        return [
            Note(text(each, "id"), text(each, "content", "raw"), self._is_mine(each))
            for each in self._comments(number)
            if at(each, "inline") is None and at(each, "parent") is None
        ]

    def review(self, pull: PullRequest, drafts: Sequence[Draft], diff: Diff) -> None:
        for draft in drafts:
            inline: dict[str, object] = {"path": draft.path, "to": draft.last}
            if draft.first != draft.last:
                inline["start_to"] = draft.first
            body = {"content": {"raw": draft.body}, "inline": inline}
            self._rest.send("POST", f"{self._path}/pullrequests/{pull.number}/comments", body)

    def edit(self, pull: PullRequest, posted: Posted, body: str) -> None:
        path = f"{self._path}/pullrequests/{pull.number}/comments/{posted.id}"
        self._rest.send("PUT", path, {"content": {"raw": body}})

    def resolve(self, pull: PullRequest, posted: Posted, resolved: bool) -> None:
        path = f"{self._path}/pullrequests/{pull.number}/comments/{posted.id}/resolve"
        self._rest.send("POST" if resolved else "DELETE", path)

    def write_note(self, pull: PullRequest, note: Note | None, body: str) -> None:
        path = f"{self._path}/pullrequests/{pull.number}/comments"
        data = {"content": {"raw": body}}
        if note is None:
            self._rest.send("POST", path, data)
        else:
            self._rest.send("PUT", f"{path}/{note.id}", data)

    def remove_note(self, pull: PullRequest, note: Note) -> None:
        self._rest.send("DELETE", f"{self._path}/pullrequests/{pull.number}/comments/{note.id}")

    def judge(self, pull: PullRequest, verdict: Verdict) -> None:
        path = f"{self._path}/pullrequests/{pull.number}"
        people = entries(self._rest.get(path).data, "participants")
        state = next((text(each, "state") for each in people if text(each, "user", "uuid") == self._me), "")
        for each, name in _STATES.items():
            if state == name and each != verdict:
                self._rest.send("DELETE", f"{path}/{_ACTIONS[each]}")
            elif state != name and each == verdict:
                self._rest.send("POST", f"{path}/{_ACTIONS[each]}")

    def label(self, pull: PullRequest, labels: Sequence[str]) -> None:
        raise HostError("Bitbucket has no labels")

    def ask(self, pull: PullRequest, reviewers: Sequence[str]) -> None:
        raise HostError("Bitbucket knows reviewers by their account ids only, which CODEOWNERS does not have")

    def unmergeable(self, pull: PullRequest) -> str:
        return "Bitbucket cannot merge one exact commit"

    def merge(self, pull: PullRequest, *, squash: bool) -> None:
        raise HostError(self.unmergeable(pull))

    @cached_property
    def _me(self) -> str:
        return text(self._rest.get("/user").data, "uuid")

    def _is_mine(self, data: Any) -> bool:
        return text(data, "user", "uuid") == self._me != ""

    def _comments(self, number: int) -> Iterator[Any]:
        found = self._values(f"pullrequests/{number}/comments", pagelen=100)
        return (each for each in found if at(each, "deleted") is not True)

    def _values(self, path: str, **query: str | int) -> Iterator[Any]:
        """The entries of all pages of a list."""
        answer = self._rest.get(f"{self._path}/{path}", accept=_JSON, **query)
        while True:
            yield from entries(answer.data, "values")
            following = text(answer.data, "next")
            if not following:
                return
            answer = self._rest.get(self._rest.own(following))

    def _posted(self, data: Any) -> Posted:
        line = number(data, "inline", "to")
        return Posted(
            text(data, "id"),
            text(data, "id"),
            text(data, "inline", "path"),
            None if at(data, "inline", "outdated") is True else line,
            text(data, "content", "raw"),
            text(data, "user", "display_name"),
            self._is_mine(data),
            at(data, "resolution") is not None,
            "",
            line or 0,
            text(data, "links", "html", "href"),
        )


def _pull(data: Any) -> PullRequest:
    source, target = (text(data, side, "repository", "full_name") for side in ("source", "destination"))
    return PullRequest(
        number(data, "id") or 0,
        text(data, "title"),
        text(data, "source", "commit", "hash"),
        text(data, "destination", "commit", "hash"),
        author=text(data, "author", "uuid"),
        from_fork=not source or source != target,
        over=over(data, "state"),
        reference=f"refs/heads/{text(data, 'source', 'branch', 'name')}",
        target=text(data, "destination", "branch", "name"),
        draft=at(data, "draft") is True,
    )


def _first_of(comment: Any, comments: Mapping[str, Any]) -> Any:
    """The comment that a thread begins with. Each is newer than its parent, so that this ends."""
    parent = comments.get(text(comment, "parent", "id"))
    while parent is not None and (number(parent, "id") or 0) < (number(comment, "id") or 0):
        comment, parent = parent, comments.get(text(parent, "parent", "id"))
    return comment


def _reply(data: Any, thread: str) -> Reply:
    account, author = text(data, "user", "uuid"), text(data, "user", "display_name")
    return Reply(text(data, "id"), thread, account, author, text(data, "content", "raw"), text(data, "created_on"))


def _suggestion(first: int, last: int) -> str:
    return "suggestion"


DESCRIPTION = Description(
    "bitbucket",
    "Bitbucket Cloud",
    ("REREAD_PR_TOKEN", "BITBUCKET_TOKEN"),
    "https://api.bitbucket.org/2.0",
    32_768,
    Bitbucket,
    lambda token: {"authorization": f"Bearer {token}"},
    suggestion=_suggestion,
    needs="the scope `pullrequest:write`",
)
