"""GitHub: REST, and as much of GraphQL as the named queries ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from tests.standin.hosts.server import HostStandIn, RefusedError, Reply, Request, Route
from tests.standin.hosts.state import WHEN, Comment, Review

_PULL = r"/repos/acme/shop/pulls/(\d+)"
_ISSUE = r"/repos/acme/shop/issues/(\d+)"


class GitHubStandIn(HostStandIn):
    most_lines, most_files, most_listed = 20_000, 300, 3_000
    """Of a diff, and of the list of files: what is beyond is left out of the list without a word."""

    def routes(self) -> Sequence[Route]:
        return (
            ("GET", "/repos/acme/shop/pulls", self._list),
            ("GET", _PULL, self._get),
            ("PUT", _PULL + "/merge", self._merge),
            ("GET", _PULL + "/files", self._files),
            ("POST", _PULL + "/reviews", self._review),
            ("PUT", _PULL + r"/reviews/(\d+)/dismissals", self._dismiss),
            ("PATCH", r"/repos/acme/shop/pulls/comments/(\d+)", self._edit),
            ("POST", _ISSUE + "/comments", self._note),
            ("PATCH", r"/repos/acme/shop/issues/comments/(\d+)", self._edit),
            ("DELETE", r"/repos/acme/shop/issues/comments/(\d+)", self._delete),
            ("POST", _ISSUE + "/labels", self._label),
            ("POST", _PULL + "/requested_reviewers", self._ask),
            ("GET", r"/repos/acme/shop/collaborators/(\S+)/permission", self._permission),
            ("POST", "/graphql", self._graphql),
        )

    def is_question(self, request: Request) -> bool:
        return request.path == "/graphql" and "mutation" not in request.data["query"]

    def _get(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        if request.headers.get("accept") == "application/vnd.github.diff":
            return self._diff()
        states = {"passed": "clean", "failed": "blocked", "running": "unstable"}
        return Reply(
            {**self._data(), "merged": self.pull.state == "merged", "mergeable_state": states[self.pull.checks]}
        )

    def _list(self, request: Request) -> Reply:
        return self.page(request, self.opened(request, "open", self._data))

    def _data(self) -> dict[str, object]:
        """What lists have, too."""
        pull = self.pull
        return {
            "number": pull.number,
            "title": "A change",
            "state": "open" if pull.state == "open" else "closed",
            "draft": pull.draft,
            "user": {"login": "ada"},
            "head": {"sha": pull.head, "repo": {"full_name": "stranger/shop" if pull.fork else "acme/shop"}},
            "base": {"sha": pull.base, "ref": "main", "repo": {"full_name": "acme/shop"}},
        }

    def _merge(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        if self.pull.checks != "passed" or self.pull.state != "open":
            raise RefusedError(405, "Pull Request is not mergeable")
        self.merged(request.data.get("sha"), request.data["merge_method"])
        return Reply({"merged": True})

    def _diff(self) -> Reply:
        text = self.pull.unified()
        for what, most, count in (
            ("lines", self.most_lines, text.count("\n")),
            ("files", self.most_files, len(self.pull.changed)),
        ):
            if count > most:
                raise RefusedError(406, f"Sorry, the diff exceeded the maximum number of {what} ({most}).")
        return Reply(text)

    def _files(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        return self.page(request, [self._file(each) for each in self.pull.changed[: self.most_listed]])

    def _file(self, path: str) -> dict[str, object]:
        pull, old = self.pull, self.pull.old_name(path)
        status = "removed" if path not in pull.after else "modified" if path in pull.before else "added"
        made: dict[str, object] = {"filename": path, "status": "renamed" if old != path else status}
        if old != path:
            made["previous_filename"] = old
        hunks = pull.hunks(path)
        return {**made, "patch": hunks.rstrip("\n")} if hunks and path not in pull.unshown else made

    def _review(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        data = request.data
        event = data.get("event", "")
        if event not in ("APPROVE", "REQUEST_CHANGES", "COMMENT"):
            raise RefusedError(422, "Variable $event of type PullRequestReviewEvent was provided invalid value")
        if event != "APPROVE":
            self.require_body(data.get("body"))
        if data.get("commit_id", self.pull.head) != self.pull.head:
            raise RefusedError(422, "Commit is not part of the pull request")
        for each in data.get("comments", ()):
            self._require_place(each)
        review = Review(next(self.pull.ids), self.account, _STATES[event], data.get("body", ""), self.pull.head)
        self.pull.reviews.append(review)
        for each in data.get("comments", ()):
            self.added(each["body"], each["path"], each["line"], review.id, each.get("start_line", 0))
        return Reply({"id": review.id})

    def _require_place(self, data: Any) -> None:
        self.require_body(data.get("body"))
        last, first = data.get("line"), data.get("start_line", data.get("line"))
        if not isinstance(last, int) or data.get("side") != "RIGHT":
            raise RefusedError(422, "line and side are required")
        if "start_line" in data and (first >= last or data.get("start_side") != "RIGHT"):
            raise RefusedError(422, "start_line must precede the end line")
        if not self.pull.shows(data.get("path", ""), first, last):
            raise RefusedError(422, "Line could not be resolved")

    def _dismiss(self, request: Request, number: str, review: str) -> Reply:
        self.require_number(number)
        self.require_body(request.data.get("message"))
        for each in self.pull.reviews:
            if each.id == int(review) and each.state in ("APPROVED", "CHANGES_REQUESTED"):
                each.state = "DISMISSED"
                return Reply({})
        raise RefusedError(422, "Can not dismiss a commented pull request review")

    def _edit(self, request: Request, number: str) -> Reply:
        self.own(number).body = self.require_body(request.data.get("body"))
        return Reply({})

    def _delete(self, request: Request, note: str) -> Reply:
        return self.deleted(note)

    def _note(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        return Reply({"id": self.added(self.require_body(request.data.get("body"))).id}, 201)

    def _label(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        self.pull.labels += [each for each in request.data["labels"] if each not in self.pull.labels]
        return Reply([])

    def _ask(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        if "ada" in request.data["reviewers"]:
            raise RefusedError(422, "Review cannot be requested from pull request author.")
        self.pull.reviewers += [*request.data["reviewers"], *request.data.get("team_reviewers", ())]
        return Reply({}, 201)

    def _graphql(self, request: Request) -> Reply:
        match = re.search(r"(?:query|mutation) (\w+)", request.data["query"])
        variables = request.data["variables"]
        name = match[1] if match else ""
        if name in ("resolve", "unresolve"):
            for each in self.pull.comments:
                if f"T_{each.id}" == variables["thread"]:
                    each.resolved = name == "resolve"
                    return Reply({"data": {}})
            return Reply({"data": None, "errors": [{"type": "NOT_FOUND", "message": "Could not resolve to a node"}]})
        if (variables["owner"], variables["name"], variables["number"]) != ("acme", "shop", self.pull.number):
            return Reply({"data": {"repository": None}, "errors": [{"message": "Could not resolve to a Repository"}]})
        lists = {
            "threads": ("reviewThreads", [self._thread(each) for each in self.pull.comments]),
            "replies": ("reviewThreads", [self._answered(each) for each in self.pull.comments]),
            "notes": ("comments", [self._node(each) for each in self.pull.notes]),
            "reviews": ("reviews", [self._review_node(each) for each in self.pull.reviews]),
        }
        field, nodes = lists[name]
        return Reply(
            {"data": {"repository": {"pullRequest": {field: _slice(nodes, variables["after"], self.most_per_page)}}}}
        )

    def _thread(self, comment: Comment) -> dict[str, object]:
        node = {**self._node(comment), "originalCommit": {"oid": comment.commit}}
        return {
            "id": f"T_{comment.id}",
            "isResolved": comment.resolved,
            "isOutdated": comment.line is None,
            "path": comment.path,
            "line": comment.line,
            "originalLine": comment.original_line,
            "comments": {"nodes": [node]},
        }

    def _answered(self, comment: Comment) -> dict[str, object]:
        answers = [self._node(each) for each in (comment, *self.pull.answers_of(comment))]
        return {"id": f"T_{comment.id}", "comments": {"nodes": answers}}

    def _permission(self, request: Request, name: str) -> Reply:
        return Reply({"permission": "write" if name in self.pull.writers else "read"})

    def _node(self, comment: Comment) -> dict[str, object]:
        mine = comment.author == self.account
        node = {"databaseId": comment.id, "body": comment.body, "viewerDidAuthor": mine, "url": "https://a.example/c"}
        return {**node, "author": {"login": comment.author}, "createdAt": WHEN}

    def _review_node(self, review: Review) -> dict[str, object]:
        return {"databaseId": review.id, "state": review.state, "viewerDidAuthor": review.author == self.account}


_STATES = {"APPROVE": "APPROVED", "REQUEST_CHANGES": "CHANGES_REQUESTED", "COMMENT": "COMMENTED"}


def _slice(nodes: list[Any], after: str | None, size: int) -> dict[str, object]:
    start = int(after or 0)
    end = start + size
    return {"nodes": nodes[start:end], "pageInfo": {"hasNextPage": end < len(nodes), "endCursor": str(end)}}
