"""GitLab: merge requests, their discussions and notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.standin.hosts.server import TOKEN, HostStandIn, RefusedError, Reply, Request, Route
from tests.standin.hosts.state import WHEN, Comment

_ID = 7
_MERGE = r"/projects/acme%2Fshop/merge_requests/(\d+)"


class GitLabStandIn(HostStandIn):
    prefix = "/api/v4"
    longest = 1_000_000

    def routes(self) -> Sequence[Route]:
        return (
            ("GET", "/user", lambda request: Reply({"id": _ID, "username": self.account})),
            ("GET", "/users", self._users),
            ("GET", r"/projects/acme%2Fshop/members/all/(\d+)", self._member),
            ("GET", r"/projects/acme%2Fshop/merge_requests", self._list),
            ("GET", _MERGE, self._get),
            ("PUT", _MERGE + "/merge", self._merge),
            ("PUT", _MERGE, self._update),
            ("GET", _MERGE + "/diffs", self._diffs),
            ("GET", _MERGE + "/discussions", self._discussions),
            ("POST", _MERGE + "/discussions", self._discuss),
            ("PUT", _MERGE + r"/discussions/d(\d+)", self._resolve),
            ("PUT", _MERGE + r"/discussions/d(\d+)/notes/(\d+)", self._edit),
            ("GET", _MERGE + "/notes", self._notes),
            ("POST", _MERGE + "/notes", self._note),
            ("PUT", _MERGE + r"/notes/(\d+)", self._edit_note),
            ("DELETE", _MERGE + r"/notes/(\d+)", self._delete),
            ("GET", _MERGE + "/approvals", self._approvals),
            ("POST", _MERGE + "/approve", self._approve),
            ("POST", _MERGE + "/unapprove", self._unapprove),
        )

    def is_authorised(self, headers: Mapping[str, str]) -> bool:
        return headers.get("private-token") == TOKEN

    def _get(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        pull = self.pull
        refs = {"base_sha": pull.base, "start_sha": pull.base, "head_sha": pull.head}
        states = {"passed": "success", "failed": "failed", "running": "running"}
        checks = {"detailed_merge_status": "mergeable", "head_pipeline": {"status": states[pull.checks]}}
        return Reply({**self._data(), **checks, "diff_refs": refs})

    def _list(self, request: Request) -> Reply:
        return self.page(request, self.opened(request, "opened", self._data))

    def _data(self) -> dict[str, object]:
        """What lists have, too: no commits but the head."""
        pull = self.pull
        people = {"author": {"username": "ada"}, "reviewers": [{"id": int(each)} for each in pull.reviewers]}
        state = "opened" if pull.state == "open" else pull.state
        named = {"title": "A change", "state": state, "sha": pull.head, "draft": pull.draft, "target_branch": "main"}
        sides = {"source_project_id": 2 if pull.fork else 1, "target_project_id": 1}
        return {"iid": pull.number, **named, **people, **sides}

    def _merge(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        self.merged(request.data.get("sha"), "squash" if request.data["squash"] else "merge")
        return Reply({})

    def _update(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        self.pull.labels += [each for each in request.data.get("add_labels", "").split(",") if each]
        self.pull.reviewers = [str(each) for each in request.data.get("reviewer_ids", self.pull.reviewers)]
        return Reply({})

    def _users(self, request: Request) -> Reply:
        return Reply([{"id": 40, "username": "grace"}] if request.query.get("username") == "grace" else [])

    def _member(self, request: Request, account: str) -> Reply:
        name = next((name for name in (*self.pull.writers, "mallory") if self._id(name) == int(account)), None)
        if name is None:
            raise RefusedError(404, "404 Not found")
        return Reply({"id": int(account), "access_level": 30 if name in self.pull.writers else 20})

    def _id(self, name: str) -> int:
        return _ID if name == self.account else 100 + len(name)

    def _diffs(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        return self.page(request, [self._diff(each) for each in self.pull.changed])

    def _diff(self, path: str) -> dict[str, object]:
        pull, old = self.pull, self.pull.old_name(path)
        large = path in pull.unshown
        kinds = {
            "new_file": old not in pull.before,
            "renamed_file": old != path,
            "deleted_file": path not in pull.after,
        }
        text = "" if large else pull.hunks(path)
        return {"old_path": old, "new_path": path, "diff": text, **kinds, "too_large": large, "collapsed": False}

    def _discussions(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        found = [
            {"id": f"d{each.id}", "notes": [self._as_note(one) for one in (each, *self.pull.answers_of(each))]}
            for each in self.pull.comments
        ]
        notes = [{"id": f"d{each.id}", "notes": [self._as_note(each)]} for each in self.pull.notes]
        return self.page(request, [*found, *notes])

    def _discuss(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        body = self.require_body(request.data.get("body"), 400)
        place = request.data.get("position") or {}
        needed = ("position_type", "base_sha", "start_sha", "head_sha", "new_path", "old_path")
        if missing := [name for name in needed if not place.get(name)]:
            raise RefusedError(400, f"position[{missing[0]}] is missing")
        if place["head_sha"] != self.pull.head or place["base_sha"] != self.pull.base:
            raise RefusedError(400, "400 Bad request - Note {:position=>['is incomplete']}")
        path, line = place["new_path"], place.get("new_line")
        inside = isinstance(line, int) and self.pull.shows(path, line, line)
        inside = inside and place["old_path"] == self.pull.old_name(path) and path not in self.pull.unshown
        # An unchanged line is named by both sides, a new one by the new side alone.
        if not inside or place.get("old_line") != self.pull.shown[path].lines[line]:
            raise RefusedError(400, '400 Bad request - Note {:line_code=>["can\'t be blank"]}')
        return Reply({"id": f"d{self.added(body, path, line).id}"}, 201)

    def _resolve(self, request: Request, number: str, discussion: str) -> Reply:
        self.require_number(number)
        if not isinstance(request.data.get("resolved"), bool):
            raise RefusedError(400, "resolved is missing")
        self.comment(discussion).resolved = request.data["resolved"]
        return Reply({})

    def _edit(self, request: Request, number: str, discussion: str, note: str) -> Reply:
        self.require_number(number)
        if discussion != note:
            raise RefusedError(404, "404 Not Found")
        self.own(note).body = self.require_body(request.data.get("body"), 400)
        return Reply({})

    def _notes(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        return self.page(request, [self._as_note(each) for each in (*self.pull.notes, *self.pull.comments)])

    def _delete(self, request: Request, number: str, note: str) -> Reply:
        self.require_number(number)
        return self.deleted(note)

    def _note(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        return Reply({"id": self.added(self.require_body(request.data.get("body"), 400)).id}, 201)

    def _edit_note(self, request: Request, number: str, note: str) -> Reply:
        return self._edit(request, number, note, note)

    def _approvals(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        by = [{"user": {"id": _ID}}] if self.pull.verdict == "approve" else []
        return Reply({"approved_by": by})

    def _approve(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        if (request.data or {}).get("sha", self.pull.head) != self.pull.head:
            raise RefusedError(409, "SHA does not match HEAD of source branch")
        if self.pull.verdict == "approve":
            raise RefusedError(401, "401 Unauthorized")
        self.pull.verdict = "approve"
        return Reply({}, 201)

    def _unapprove(self, request: Request, number: str) -> Reply:
        self.require_number(number)
        self.pull.verdict = ""
        return Reply({}, 201)

    def _as_note(self, comment: Comment) -> dict[str, object]:
        author = {"id": self._id(comment.author), "username": comment.author}
        made: dict[str, object] = {"id": comment.id, "body": comment.body, "author": author, "system": False}
        made["created_at"] = WHEN
        if not comment.path:
            return made
        # A note whose line has changed keeps the place that it was written for.
        current = comment.line is not None
        place = {
            "head_sha": self.pull.head if current else comment.commit,
            "new_path": comment.path,
            "new_line": comment.line if current else comment.original_line,
        }
        return {**made, "position": place, "resolvable": True, "resolved": comment.resolved}
