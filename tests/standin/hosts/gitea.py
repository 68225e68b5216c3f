"""Gitea, and Forgejo, which cannot close conversations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.standin.hosts.server import TOKEN, HostStandIn, RefusedError, Reply, Request, Route
from tests.standin.hosts.state import WHEN, Comment, Review

_PULL = r"/repos/acme/shop/pulls/(\d+)"
_ISSUE = r"/repos/acme/shop/issues/(\d+)"
_EVENTS = ("APPROVED", "REQUEST_CHANGES", "COMMENT", "PENDING")
_LABELS = {"docs": 31, "tests": 32}


class GiteaStandIn(HostStandIn):
    prefix = "/api/v1"
    version = "1.26.1"

    def routes(self) -> Sequence[Route]:
        return (
            ("GET", "/version", lambda request: Reply({"version": self.version})),
            ("GET", "/user", lambda request: Reply(self._user(self.account))),
            ("GET", "/repos/acme/shop/pulls", self._list),
            ("GET", _PULL, self._get),
            ("GET", r"/repos/acme/shop/commits/(\w+)/status", self._status),
            ("POST", _PULL + "/merge", self._merge),
            ("GET", r"/repos/acme/shop/collaborators/(\S+)/permission", self._permission),
            ("GET", _PULL + r"\.diff", self._diff),
            ("GET", _PULL + "/reviews", self._reviews),
            ("POST", _PULL + "/reviews", self._review),
            ("GET", _PULL + r"/reviews/(\d+)/comments", self._comments),
            ("POST", _PULL + r"/reviews/(\d+)/dismissals", self._dismiss),
            *self._closing(),
            ("GET", _ISSUE + "/comments", self._notes),
            ("POST", _ISSUE + "/comments", self._note),
            ("PATCH", r"/repos/acme/shop/issues/comments/(\d+)", self._edit),
            ("DELETE", r"/repos/acme/shop/issues/comments/(\d+)", self._delete),
            ("GET", "/repos/acme/shop/labels", self._labels),
            ("POST", _ISSUE + "/labels", self._label),
            ("POST", _PULL + "/requested_reviewers", self._ask),
        )

    def is_authorised(self, headers: Mapping[str, str]) -> bool:
        return headers.get("authorization") == f"token {TOKEN}"

    def _closing(self) -> Sequence[Route]:
        return (
            ("POST", r"/repos/acme/shop/pulls/comments/(\d+)/(resolve)", self._resolve),
            ("POST", r"/repos/acme/shop/pulls/comments/(\d+)/(unresolve)", self._resolve),
        )

    def _get(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        return Reply(self._data())

    def _list(self, request: Request) -> Reply:
        return self.page(request, self.opened(request, "open", self._data), "limit")

    def _data(self) -> dict[str, object]:
        pull = self.pull
        head = {"full_name": "stranger/shop" if pull.fork else "acme/shop"}
        sides = {
            "head": {"sha": pull.head, "repo": head},
            "base": {"sha": pull.base, "ref": "main", "repo": {"full_name": "acme/shop"}},
        }
        state = {"state": "open" if pull.state == "open" else "closed", "merged": pull.state == "merged"}
        named = {"number": pull.number, "title": "A change", "user": {"login": "ada"}, **state}
        return {**named, **sides, "merge_base": pull.base, "draft": pull.draft, "mergeable": True}

    def _status(self, request: Request, commit: str) -> Reply:
        states = {"passed": "success", "failed": "failure", "running": "pending"}
        state = states[self.pull.checks if commit == self.pull.head else "running"]
        return Reply({"state": state, "statuses": [{"status": state}]})

    def _merge(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        if self.pull.checks != "passed":
            raise RefusedError(405, "Not all required status checks successful")
        self.merged(request.data.get("head_commit_id"), request.data["Do"])
        return Reply(None)

    def _diff(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        return Reply(self.pull.unified())

    def _reviews(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        found = [
            {"id": each.id, "state": each.state, "user": self._user(each.author), "dismissed": each.dismissed}
            for each in self.pull.reviews
        ]
        return self.page(request, found, "limit")

    def _review(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        data = request.data
        if data.get("event") not in _EVENTS:
            raise RefusedError(422, "[Event]: unknown review type")
        if data.get("event") == "REQUEST_CHANGES":
            self.require_body(data.get("body"))
        if data.get("commit_id") and data["commit_id"] != self.pull.head:
            raise RefusedError(404, "commit not found")
        for each in data.get("comments", ()):
            self.require_body(each.get("body"))
            if not self.pull.shows(each.get("path", ""), each.get("new_position", 0), each.get("new_position", 0)):
                raise RefusedError(422, "line is not part of the diff")
        review = Review(next(self.pull.ids), self.account, data["event"], data.get("body", ""), self.pull.head)
        self.pull.reviews.append(review)
        for each in data.get("comments", ()):
            self.added(each["body"], each["path"], each["new_position"], review.id)
        return Reply({"id": review.id})

    def _comments(self, request: Request, number: str, review: str) -> Reply:
        self.require_number(number)
        placed = [each for each in self.pull.comments if each.review == int(review)]
        return Reply([self._as_comment(one) for each in placed for one in (each, *self.pull.answers_of(each))])

    def _dismiss(self, request: Request, number: str, review: str) -> Reply:
        self.require_number(number)
        for each in self.pull.reviews:
            if each.id == int(review) and each.state in ("APPROVED", "REQUEST_CHANGES"):
                each.dismissed = True
                return Reply({})
        raise RefusedError(403, "not need to dismiss this review because it's type is not Approve or change request")

    def _resolve(self, request: Request, comment: str, action: str) -> Reply:
        self.comment(comment).resolved = action == "resolve"
        return Reply(None, 204)

    def _notes(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        notes = [{"id": each.id, "body": each.body, "user": self._user(each.author)} for each in self.pull.notes]
        return self.page(request, notes, "limit")

    def _delete(self, request: Request, note: str) -> Reply:
        return self.deleted(note)

    def _note(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        return Reply({"id": self.added(self.require_body(request.data.get("body"))).id}, 201)

    def _edit(self, request: Request, number: str) -> Reply:
        self.own(number).body = self.require_body(request.data.get("body"))
        return Reply({})

    def _labels(self, request: Request) -> Reply:
        return self.page(request, [{"name": name, "id": number} for name, number in _LABELS.items()], "limit")

    def _label(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        names = {number: name for name, number in _LABELS.items()}
        self.pull.labels += [names[each] for each in request.data["labels"]]
        return Reply([])

    def _ask(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        self.pull.reviewers += [*request.data["reviewers"], *request.data.get("team_reviewers", ())]
        return Reply([], 201)

    def _permission(self, request: Request, name: str) -> Reply:
        return Reply({"permission": "write" if name in self.pull.writers else "read"})

    def _user(self, name: str) -> dict[str, object]:
        return {"id": 7 if name == self.account else 8, "login": name}

    def _as_comment(self, comment: Comment) -> dict[str, object]:
        # A comment stays at the line that it was written for, whatever becomes of it.
        return {
            "id": comment.id,
            "path": comment.path,
            "position": comment.original_line,
            "commit_id": comment.commit,
            "body": comment.body,
            "user": self._user(comment.author),
            "resolver": self._user("ada") if comment.resolved else None,
            "created_at": WHEN,
            "html_url": "https://a.example/c",
        }


class ForgejoStandIn(GiteaStandIn):
    version = "15.0.0+gitea-1.22.0"

    def _closing(self) -> Sequence[Route]:
        return ()
