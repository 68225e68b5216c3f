"""Bitbucket Cloud."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.standin.hosts.server import HostStandIn, RefusedError, Reply, Request, Route
from tests.standin.hosts.state import WHEN, Comment

_BASE = "/repositories/acme/shop"
_PULL = _BASE + r"/pullrequests/(\d+)"


class BitbucketStandIn(HostStandIn):
    prefix = "/2.0"
    longest = 32_768

    def routes(self) -> Sequence[Route]:
        return (
            ("GET", "/user", lambda request: Reply(self._user(self.account))),
            ("GET", _BASE + "/pullrequests", self._list),
            ("GET", _PULL, self._get),
            ("GET", _BASE + r"/diff/(\w+)\.\.(\w+)", self._diff),
            ("GET", _PULL + "/diff", self._lead),
            ("GET", _BASE + r"/permissions-config/users/(\S+)", self._permission),
            ("GET", _PULL + "/comments", self._comments),
            ("POST", _PULL + "/comments", self._comment),
            ("PUT", _PULL + r"/comments/(\d+)", self._edit),
            ("DELETE", _PULL + r"/comments/(\d+)", self._delete),
            ("POST", _PULL + r"/comments/(\d+)/resolve", self._resolve),
            ("DELETE", _PULL + r"/comments/(\d+)/resolve", self._reopen),
            *(
                (method, f"{_PULL}/({action})", self._judge)
                for method in ("POST", "DELETE")
                for action in ("approve", "request-changes")
            ),
        )

    def _get(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        states = {"approve": "approved", "request-changes": "changes_requested"}
        people = [{"user": self._user(self.account), "state": states.get(self.pull.verdict)}]
        return Reply({**self._data(), "participants": people})

    def _list(self, request: Request) -> Reply:
        return Reply({"values": self.opened(request, "OPEN", self._data), "pagelen": 50})

    def _data(self) -> dict[str, object]:
        """What lists have, too."""
        pull = self.pull
        source, target = (
            {"commit": {"hash": commit[:12]}, "repository": {"full_name": name}, "branch": {"name": branch}}
            for commit, name, branch in (
                (pull.head, "stranger/shop" if pull.fork else "acme/shop", "topic"),
                (pull.base, "acme/shop", "main"),
            )
        )
        if pull.branch_gone:
            source["commit"] = None
        return {
            "id": pull.number,
            "title": "A change",
            "state": "DECLINED" if pull.state == "closed" else pull.state.upper(),
            "draft": pull.draft,
            "author": self._user("ada"),
            "source": source,
            "destination": target,
        }

    def _lead(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        return Reply(None, 302, {"location": f"{self.url}{_BASE}/diff/{self.pull.head}..{self.pull.base}"})

    def _diff(self, request: Request, head: str, base: str) -> Reply:
        if not self.pull.head.startswith(head) or not self.pull.base.startswith(base):
            raise RefusedError(404, "Commit not found")
        return Reply(self.pull.unified())

    def _comments(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        every = [self._as_comment(each) for each in sorted(self._every(), key=lambda c: c.id)]
        size = min(int(request.query.get("pagelen", 10)), self.most_per_page)
        page = int(request.query.get("page", 1))
        data: dict[str, Any] = {"values": every[(page - 1) * size : page * size], "pagelen": size}
        if page * size < len(every):
            origin = self.url.removesuffix(self.prefix)
            data["next"] = f"{origin}{request.path}?page={page + 1}&pagelen={size}"
        return Reply(data)

    def _every(self) -> list[Comment]:
        return [*self.pull.comments, *self.pull.replies, *self.pull.notes]

    def _permission(self, request: Request, uuid: str) -> Reply:
        writers = {self._user(name)["uuid"] for name in self.pull.writers}
        return Reply({"permission": "write" if uuid in writers else "read"})

    def _comment(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        body = self.require_body((request.data.get("content") or {}).get("raw"), 400)
        inline = request.data.get("inline")
        if inline is None:
            return Reply({"id": self.added(body).id}, 201)
        last = inline.get("to")
        first = inline.get("start_to", last)
        if not isinstance(last, int) or not self.pull.shows(inline.get("path", ""), first, last):
            raise RefusedError(400, "inline: the line is not in the diff")
        return Reply({"id": self.added(body, inline["path"], last, first=first).id}, 201)

    def _edit(self, request: Request, number: str, comment: str) -> Reply:
        self.require_number(number)
        self.own(comment).body = self.require_body((request.data.get("content") or {}).get("raw"), 400)
        return Reply({})

    def _delete(self, request: Request, number: str, note: str) -> Reply:
        self.require_number(number)
        return self.deleted(note)

    def _resolve(self, request: Request, number: str, comment: str) -> Reply:
        self.require_number(number)
        found = self.comment(comment)
        if found.resolved:
            raise RefusedError(409, "The comment is already resolved")
        found.resolved = True
        return Reply({})

    def _reopen(self, request: Request, number: str, comment: str) -> Reply:
        self.require_number(number)
        self.comment(comment).resolved = False
        return Reply(None, 204)

    def _judge(self, request: Request, number: str, action: str) -> Reply:
        self.require_number(number)
        if request.method == "POST":
            self.pull.verdict = action
        elif self.pull.verdict == action:
            self.pull.verdict = ""
        else:
            raise RefusedError(404, "You haven't done that")
        return Reply({})

    def _user(self, name: str) -> dict[str, object]:
        return {"uuid": "{7}" if name == self.account else f"{{{100 + len(name)}}}", "display_name": name}

    def _as_comment(self, comment: Comment) -> dict[str, object]:
        made: dict[str, object] = {
            "id": comment.id,
            "content": {"raw": comment.body},
            "user": self._user(comment.author),
            "deleted": False,
            "created_on": WHEN,
        }
        if comment.answers:
            made["parent"] = {"id": comment.answers}
        if not comment.path:
            return made
        outdated = comment.line is None
        inline = {"path": comment.path, "to": comment.original_line if outdated else comment.line, "outdated": outdated}
        return {**made, "inline": inline, "resolution": {"type": "resolution"} if comment.resolved else None}
