"""Gitea and Forgejo. Gitea's API can resolve conversations since 1.26; Forgejo's cannot yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any
from urllib.parse import quote

from reread.server.pull_requests import diff
from reread.server.pull_requests.host import Description
from reread.server.pull_requests.markers import marker_of
from reread.server.pull_requests.rest import Rest
from reread.server.pull_requests.shapes import at, entries, number, pull_like_github, text
from reread.server.pull_requests.values import Diff, Draft, Note, Posted, PullRequest, Reply, Verdict

_EVENTS = {"approve": "APPROVED", "comment": "COMMENT", "request changes": "REQUEST_CHANGES"}
_STANDING = {"APPROVED": "approve", "REQUEST_CHANGES": "request changes"}
_MAY_WRITE = ("owner", "admin", "write")
_RESOLVES_SINCE = (1, 26)


class Gitea:
    def __init__(self, rest: Rest, repository: str) -> None:
        self._rest = rest
        self._path = f"/repos/{repository}"

    @cached_property
    def resolves(self) -> bool:
        said = text(self._rest.get("/version").data, "version")
        version = re.match(r"(\d+)\.(\d+)", said)
        # Forgejo has version numbers of its own, and names the Gitea that it is like.
        return version is not None and "+gitea" not in said and (int(version[1]), int(version[2])) >= _RESOLVES_SINCE

    def pull_request(self, number: int) -> PullRequest:
        return _pull(self._rest.get(f"{self._path}/pulls/{number}").data)

    def open_pull_requests(self) -> list[PullRequest]:
        return [_pull(each) for each in self._rest.pages(f"{self._path}/pulls", state="open", limit=50)]

    def diff(self, number: int) -> Diff:
        return diff.read(str(self._rest.get(f"{self._path}/pulls/{number}.diff", accept="text/plain").data))

    def threads(self, number: int) -> list[Posted]:
        return [self._posted(each) for each in self._comments(number)]

    def replies(self, number: int) -> list[Reply]:
        """A reply has no link to what it answers: it is a comment on the same line, later than the one before it."""
        found: list[Reply] = []
        latest: dict[tuple[str, str], str] = {}
        for each in sorted(self._comments(number), key=lambda each: text(each, "id").zfill(20)):
            place = text(each, "path"), text(each, "position")
            if self._is_mine(each) and marker_of(text(each, "body")) is not None:
                latest[place] = text(each, "id")
            elif place in latest:
                found.append(_reply(each, latest[place]))
        return found

    def may_write(self, account: str) -> bool:
        data = self._rest.get_if_there(f"{self._path}/collaborators/{quote(account, safe='')}/permission")
        return text(data, "permission") in _MAY_WRITE

    def notes(self, number: int) -> list[Note]:
        notes = self._rest.pages(f"{self._path}/issues/{number}/comments", limit=50)
        return [Note(text(each, "id"), text(each, "body"), self._is_mine(each)) for each in notes]

    def review(self, pull: PullRequest, drafts: Sequence[Draft], diff: Diff) -> None:
        comments = [{"path": each.path, "new_position": each.last, "body": each.body} for each in drafts]
        count = f"{len(drafts)} finding{'' if len(drafts) == 1 else 's'}"
        body = {"commit_id": pull.head, "event": "COMMENT", "body": f"Reread: {count}.", "comments": comments}
        self._rest.send("POST", f"{self._path}/pulls/{pull.number}/reviews", body)

    def edit(self, pull: PullRequest, posted: Posted, body: str) -> None:
        self._rest.send("PATCH", f"{self._path}/issues/comments/{posted.id}", {"body": body})

    def resolve(self, pull: PullRequest, posted: Posted, resolved: bool) -> None:
        action = "resolve" if resolved else "unresolve"
        self._rest.send("POST", f"{self._path}/pulls/comments/{posted.id}/{action}")

    def write_note(self, pull: PullRequest, note: Note | None, body: str) -> None:
        if note is None:
            self._rest.send("POST", f"{self._path}/issues/{pull.number}/comments", {"body": body})
        else:
            self._rest.send("PATCH", f"{self._path}/issues/comments/{note.id}", {"body": body})

    def remove_note(self, pull: PullRequest, note: Note) -> None:
        self._rest.send("DELETE", f"{self._path}/issues/comments/{note.id}")

    def judge(self, pull: PullRequest, verdict: Verdict) -> None:
        path = f"{self._path}/pulls/{pull.number}/reviews"
        standing = [
            each
            for each in self._reviews(pull.number)
            if self._is_mine(each) and text(each, "state") in _STANDING and at(each, "dismissed") is not True
        ]
        if standing and _STANDING[text(standing[-1], "state")] == verdict:
            return
        for each in standing:
            self._rest.send("POST", f"{path}/{text(each, 'id')}/dismissals", {"message": "This no longer holds."})
        if verdict != "comment":
            body = {"commit_id": pull.head, "event": _EVENTS[verdict], "body": f"Reread: {verdict}."}
            self._rest.send("POST", path, body)

    def label(self, pull: PullRequest, labels: Sequence[str]) -> None:
        known = {text(each, "name"): number(each, "id") for each in self._rest.pages(f"{self._path}/labels", limit=50)}
        chosen = [known[label] for label in labels if label in known]
        if chosen:
            self._rest.send("POST", f"{self._path}/issues/{pull.number}/labels", {"labels": chosen})

    def ask(self, pull: PullRequest, reviewers: Sequence[str]) -> None:
        names = [name for name in reviewers if name.lower() != pull.author.lower()]
        people = [name for name in names if "/" not in name]
        teams = [name.partition("/")[2] for name in names if "/" in name]
        if names:
            body = {"reviewers": people, "team_reviewers": teams}
            self._rest.send("POST", f"{self._path}/pulls/{pull.number}/requested_reviewers", body)

    def unmergeable(self, pull: PullRequest) -> str:
        if at(self._rest.get(f"{self._path}/pulls/{pull.number}").data, "mergeable") is not True:
            return "it has conflicts, or the host does not know yet"
        checks = self._rest.get(f"{self._path}/commits/{pull.head}/status").data
        passed = text(checks, "state") == "success" or not entries(checks, "statuses")
        return "" if passed else "a check has failed or is still running"

    def merge(self, pull: PullRequest, *, squash: bool) -> None:
        body = {"Do": "squash" if squash else "merge", "head_commit_id": pull.head}
        self._rest.send("POST", f"{self._path}/pulls/{pull.number}/merge", body)

    @cached_property
    def _me(self) -> str:
        return text(self._rest.get("/user").data, "id")

    def _is_mine(self, data: Any) -> bool:
        return text(data, "user", "id") == self._me != ""

    def _reviews(self, number: int) -> Iterator[Any]:
        return self._rest.pages(f"{self._path}/pulls/{number}/reviews", limit=50)

    def _comments(self, number: int) -> list[Any]:
        """Those on lines, of all reviews."""
        path = f"{self._path}/pulls/{number}/reviews"
        found = (self._rest.get(f"{path}/{text(each, 'id')}/comments").data for each in self._reviews(number))
        return [each for comments in found for each in entries(comments)]

    def _posted(self, data: Any) -> Posted:
        line = number(data, "position") or None
        return Posted(
            text(data, "id"),
            text(data, "id"),
            text(data, "path"),
            line,
            text(data, "body"),
            text(data, "user", "login"),
            self._is_mine(data),
            at(data, "resolver") is not None,
            text(data, "commit_id"),
            line or 0,
            text(data, "html_url"),
        )


def _pull(data: Any) -> PullRequest:
    return pull_like_github(data)._replace(base=text(data, "merge_base") or text(data, "base", "sha"))


def _reply(data: Any, thread: str) -> Reply:
    account = text(data, "user", "login")
    return Reply(text(data, "id"), thread, account, account, text(data, "body"), text(data, "created_at"))


DESCRIPTION = Description(
    "gitea",
    "Gitea or Forgejo",
    ("REREAD_PR_TOKEN", "GITEA_TOKEN", "FORGEJO_TOKEN", "GITHUB_TOKEN"),
    "",
    65_000,
    Gitea,
    lambda token: {"authorization": f"token {token}"},
    needs="the scopes `write:repository` and `write:issue`",
)
