"""Bitbucket Data Center, formerly Server. Each comment has a version, which an update must name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from reread.server.pull_requests import diff
from reread.server.pull_requests.errors import HostError, RefusedError, UnsureError
from reread.server.pull_requests.host import Description
from reread.server.pull_requests.rest import Rest
from reread.server.pull_requests.shapes import at, entries, number, over, text
from reread.server.pull_requests.values import Diff, Draft, Note, Posted, PullRequest, Reply, Verdict

_JSON = "application/json"
_CONFLICT = 409
_MAY_WRITE = ("REPO_WRITE", "REPO_ADMIN")
_STATUS = {"approve": "APPROVED", "comment": "UNAPPROVED", "request changes": "NEEDS_WORK"}


class BitbucketServer:
    resolves = True

    def __init__(self, rest: Rest, repository: str) -> None:
        self._rest = rest
        project, _, slug = repository.partition("/")
        self._path = f"/projects/{project}/repos/{slug}/pull-requests"

    def pull_request(self, number: int) -> PullRequest:
        return _pull(self._rest.get(f"{self._path}/{number}").data)

    def open_pull_requests(self) -> list[PullRequest]:
        return [_pull(each) for each in self._values(self._path, state="OPEN", limit=100)]

    def diff(self, number: int) -> Diff:
        return diff.read(str(self._rest.get(f"{self._path}/{number}.diff", accept="text/plain").data))

    def threads(self, number: int) -> list[Posted]:
        placed = ((each, at(each, "commentAnchor")) for each in self._comments(number))
        return [
            self._posted(at(each, "comment"), anchor) for each, anchor in placed if isinstance(at(anchor, "line"), int)
        ]

    def replies(self, number: int) -> list[Reply]:
        placed = (each for each in self._comments(number) if at(each, "commentAnchor") is not None)
        return [
            _reply(answer, text(each, "comment", "id")) for each in placed for answer in _answers(at(each, "comment"))
        ]

    def may_write(self, account: str) -> bool:
        path = f"{self._path.removesuffix('/pull-requests')}/permissions/users"
        found = entries(self._rest.get(path, filter=account).data, "values")
        return any(text(each, "user", "name") == account and text(each, "permission") in _MAY_WRITE for each in found)

    def notes(self, number: int) -> list[Note]:
        comments = (at(each, "comment") for each in self._comments(number) if at(each, "commentAnchor") is None)
        return [Note(text(each, "id"), text(each, "text"), self._is_mine(each)) for each in comments]

    def review(self, pull: PullRequest, drafts: Sequence[Draft], diff: Diff) -> None:
        for draft in drafts:
            file = diff.get(draft.path)
            added = file is None or file.lines.get(draft.last) is None
            anchor = {
                "path": draft.path,
                "srcPath": file.old_path if file is not None else draft.path,
                "line": draft.last,
                "lineType": "ADDED" if added else "CONTEXT",
                "fileType": "TO",
                "diffType": "EFFECTIVE",
            }
            self._rest.send("POST", f"{self._path}/{pull.number}/comments", {"text": draft.body, "anchor": anchor})

    def edit(self, pull: PullRequest, posted: Posted, body: str) -> None:
        self._change(pull, posted.id, {"text": body})

    def resolve(self, pull: PullRequest, posted: Posted, resolved: bool) -> None:
        self._change(pull, posted.id, {"threadResolved": resolved})

    def write_note(self, pull: PullRequest, note: Note | None, body: str) -> None:
        if note is None:
            self._rest.send("POST", f"{self._path}/{pull.number}/comments", {"text": body})
        else:
            self._change(pull, note.id, {"text": body})

    def remove_note(self, pull: PullRequest, note: Note) -> None:
        path = f"{self._path}/{pull.number}/comments/{note.id}"
        version = number(self._rest.get(path).data, "version") or 0
        self._send_version("DELETE", f"{path}?version={version}")

    def judge(self, pull: PullRequest, verdict: Verdict) -> None:
        data = self._rest.get(f"{self._path}/{pull.number}").data
        people = [*entries(data, "participants"), *entries(data, "reviewers")]
        status = next((text(each, "status") for each in people if text(each, "user", "name") == self._me), "UNAPPROVED")
        if status != _STATUS[verdict]:
            body = {"status": _STATUS[verdict]}
            self._rest.send("PUT", f"{self._path}/{pull.number}/participants/{self._me}", body)

    def label(self, pull: PullRequest, labels: Sequence[str]) -> None:
        raise HostError("Bitbucket has no labels")

    def ask(self, pull: PullRequest, reviewers: Sequence[str]) -> None:
        data = self._rest.get(f"{self._path}/{pull.number}").data
        there = [text(each, "user", "name") for each in entries(data, "reviewers")]
        new = [name for name in reviewers if "/" not in name and name not in (*there, pull.author)]
        if new:
            people = [{"user": {"name": name}} for name in (*there, *new)]
            body = {"id": pull.number, "version": number(data, "version"), "reviewers": people}
            self._rest.send("PUT", f"{self._path}/{pull.number}", body)

    def _change(self, pull: PullRequest, comment: str, fields: Mapping[str, object]) -> None:
        path = f"{self._path}/{pull.number}/comments/{comment}"
        version = number(self._rest.get(path).data, "version")
        self._send_version("PUT", path, {**fields, "version": version})

    def _send_version(self, method: str, path: str, data: object = None) -> None:
        try:
            self._rest.send(method, path, data)
        except RefusedError as error:
            if error.status != _CONFLICT:
                raise
            # Another run was quicker, or this change was done the first time and its answer lost.
            raise UnsureError(str(error)) from error

    @cached_property
    def _me(self) -> str:
        """The account of the token, which the host names beside each answer."""
        return self._rest.get("/application-properties").headers.get("x-ausername", "")

    def _is_mine(self, data: Any) -> bool:
        return text(data, "author", "name") == self._me != ""

    def unmergeable(self, pull: PullRequest) -> str:
        return "Bitbucket cannot merge one exact commit"

    def merge(self, pull: PullRequest, *, squash: bool) -> None:
        raise HostError(self.unmergeable(pull))

    def _comments(self, number: int) -> Iterator[Any]:
        found = self._values(f"{self._path}/{number}/activities", limit=100)
        return (each for each in found if text(each, "commentAction") == "ADDED")

    def _values(self, path: str, **query: str | int) -> Iterator[Any]:
        """The entries of all pages of a list."""
        start: str = "0"
        while True:
            data = self._rest.get(path, accept=_JSON, start=start, **query).data
            yield from entries(data, "values")
            following = text(data, "nextPageStart")
            if at(data, "isLastPage") is not False or following == start:
                return
            start = following

    def _posted(self, data: Any, anchor: Any) -> Posted:
        line = number(anchor, "line")
        return Posted(
            text(data, "id"),
            text(data, "id"),
            text(anchor, "path"),
            None if at(anchor, "orphaned") is True else line,
            text(data, "text"),
            text(data, "author", "name"),
            self._is_mine(data),
            at(data, "threadResolved") is True,
            text(anchor, "toHash"),
            line or 0,
        )


def _pull(data: Any) -> PullRequest:
    source, target = (text(data, side, "repository", "id") for side in ("fromRef", "toRef"))
    count = number(data, "id") or 0
    return PullRequest(
        count,
        text(data, "title"),
        text(data, "fromRef", "latestCommit"),
        text(data, "toRef", "latestCommit"),
        author=text(data, "author", "user", "name"),
        from_fork=not source or source != target,
        over=over(data, "state"),
        reference=f"refs/pull-requests/{count}/from",
        target=text(data, "toRef", "displayId"),
        draft=at(data, "draft") is True,
    )


def _answers(comment: Any) -> Iterator[Any]:
    """The comments below a comment, at any depth."""
    waiting = entries(comment, "comments")[::-1]
    while waiting:
        each = waiting.pop()
        yield each
        waiting += entries(each, "comments")[::-1]


def _reply(data: Any, thread: str) -> Reply:
    account = text(data, "author", "name")
    return Reply(text(data, "id"), thread, account, account, text(data, "text"), _time(number(data, "createdDate")))


def _time(milliseconds: int | None) -> str:
    """A time since 1970 in ISO 8601; "" for none, and for what no calendar has."""
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat() if milliseconds else ""
    except (ValueError, OverflowError, OSError):
        return ""


DESCRIPTION = Description(
    "bitbucket-server",
    "Bitbucket Data Center",
    ("REREAD_PR_TOKEN", "BITBUCKET_TOKEN"),
    "",
    32_768,
    BitbucketServer,
    lambda token: {"authorization": f"Bearer {token}"},
    needs="the permission to write to the repository",
)
