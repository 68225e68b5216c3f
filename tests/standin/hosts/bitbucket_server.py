"""Bitbucket Data Center: comments with versions, lists that name where they go on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.standin.hosts.server import HostStandIn, RefusedError, Reply, Request, Route
from tests.standin.hosts.state import Comment

_PULL = r"/projects/acme/repos/shop/pull-requests/(\d+)"


class BitbucketServerStandIn(HostStandIn):
    prefix = "/rest/api/latest"
    longest = 32_768

    def routes(self) -> Sequence[Route]:
        return (
            ("GET", "/application-properties", lambda request: Reply({}, headers={"x-ausername": self.account})),
            ("GET", "/projects/acme/repos/shop/pull-requests", self._list),
            ("GET", _PULL, self._get),
            ("PUT", _PULL, self._update),
            ("GET", "/projects/acme/repos/shop/permissions/users", self._permissions),
            ("GET", _PULL + r"\.diff", self._diff),
            ("GET", _PULL + "/activities", self._activities),
            ("POST", _PULL + "/comments", self._comment),
            ("GET", _PULL + r"/comments/(\d+)", self._one),
            ("PUT", _PULL + r"/comments/(\d+)", self._change),
            ("DELETE", _PULL + r"/comments/(\d+)", self._delete),
            ("PUT", _PULL + r"/participants/(\S+)", self._judge),
        )

    def _get(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        pull = self.pull
        reviewers: list[Any] = [{"user": {"name": each}} for each in pull.reviewers]
        own = {"user": {"name": self.account}, "status": pull.verdict or "UNAPPROVED"}
        return Reply(
            {
                "id": pull.number,
                "version": 1,
                "title": "A change",
                "state": "DECLINED" if pull.state == "closed" else pull.state.upper(),
                "author": {"user": {"name": "ada"}},
                "draft": pull.draft,
                "fromRef": {"latestCommit": pull.head, "repository": {"id": 2 if pull.fork else 1}},
                "toRef": {"latestCommit": pull.base, "displayId": "main", "repository": {"id": 1}},
                "reviewers": reviewers,
                "participants": [own],
            }
        )

    def _list(self, request: Request) -> Reply:
        get = lambda: self._get(request, str(self.pull.number)).data  # noqa: E731
        return Reply({"values": self.opened(request, "OPEN", get), "isLastPage": True})

    def _update(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        if request.data.get("version") != 1:
            raise RefusedError(409, "The version of the pull request is out of date")
        self.pull.reviewers = [each["user"]["name"] for each in request.data["reviewers"]]
        return Reply({})

    def _permissions(self, request: Request) -> Reply:
        found = [name for name in self.pull.writers if request.query["filter"] in name]
        return Reply({"values": [{"user": {"name": each}, "permission": "REPO_WRITE"} for each in found]})

    def _diff(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        return Reply(self.pull.unified())

    def _activities(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        every: list[Any] = [{"action": "OPENED"}]
        for each in (*self.pull.comments, *self.pull.notes):
            made: dict[str, Any] = {"action": "COMMENTED", "commentAction": "ADDED", "comment": self._data(each)}
            if each.path:
                line = each.original_line if each.line is None else each.line
                anchor = {"path": each.path, "line": line, "orphaned": each.line is None, "toHash": each.commit}
                made["commentAnchor"] = anchor
            every.append(made)
        start, size = int(request.query.get("start", 0)), min(int(request.query.get("limit", 25)), self.most_per_page)
        last = start + size >= len(every)
        return Reply(
            {
                "values": every[start : start + size],
                "isLastPage": last,
                "nextPageStart": None if last else start + size,
            }
        )

    def _comment(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        body = self.require_body(request.data.get("text"), 400)
        anchor = request.data.get("anchor")
        if anchor is None:
            return Reply({"id": self.added(body).id}, 201)
        path, line = anchor.get("path", ""), anchor.get("line", 0)
        if not self.pull.shows(path, line, line) or anchor.get("fileType") != "TO":
            raise RefusedError(409, "The line is not part of the diff")
        if (anchor.get("lineType") == "ADDED") != self.pull.is_added(path, line):
            raise RefusedError(400, "The type of the line is wrong")
        if anchor.get("srcPath", path) != self.pull.old_name(path):
            raise RefusedError(409, "The file had another name before")
        return Reply({"id": self.added(body, path, line).id}, 201)

    def _one(self, request: Request, number: str, comment: str) -> Reply:
        self.require_number(number)
        return Reply(self._data(self.comment(comment)))

    def _change(self, request: Request, number: str, comment: str) -> Reply:
        self.require_number(number)
        found = self.comment(comment)
        if request.data.get("version") != found.version:
            raise RefusedError(409, "The comment has been changed since")
        if "text" in request.data:
            self.own(comment).body = self.require_body(request.data["text"], 400)
        if "threadResolved" in request.data:
            found.resolved = request.data["threadResolved"]
        found.version += 1
        return Reply(self._data(found))

    def _delete(self, request: Request, number: str, note: str) -> Reply:
        self.require_number(number)
        if request.query.get("version") != str(self.comment(note).version):
            raise RefusedError(409, "The comment has been changed since")
        return self.deleted(note)

    def _judge(self, request: Request, number: str, name: str) -> Reply:
        self.require_number(number)
        if name != self.account or request.data.get("status") not in ("APPROVED", "UNAPPROVED", "NEEDS_WORK"):
            raise RefusedError(400, "not allowed")
        self.pull.verdict = request.data["status"]
        return Reply({})

    def _data(self, comment: Comment) -> dict[str, object]:
        return {
            "id": comment.id,
            "version": comment.version,
            "text": comment.body,
            "author": {"name": comment.author},
            "threadResolved": comment.resolved,
            "createdDate": 1_772_359_200_000,
            "comments": [self._data(each) for each in self.pull.answers_of(comment)],
        }
