"""GitLab, on gitlab.com or self-managed: merge requests and their discussions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any
from urllib.parse import quote

from reread.server.pull_requests import diff
from reread.server.pull_requests.errors import RefusedError
from reread.server.pull_requests.host import Description
from reread.server.pull_requests.rest import Rest
from reread.server.pull_requests.shapes import at, entries, number, over, text
from reread.server.pull_requests.values import Diff, Draft, Note, Posted, PullRequest, Reply, Verdict

_DEVELOPER = 30
"""The access level from which on an account may push."""


class GitLab:
    resolves = True

    def __init__(self, rest: Rest, repository: str) -> None:
        self._rest = rest
        self._path = f"/projects/{quote(repository, safe='')}"

    def pull_request(self, number: int) -> PullRequest:
        return _pull(self._rest.get(f"{self._path}/merge_requests/{number}").data)

    def open_pull_requests(self) -> list[PullRequest]:
        return [_pull(each) for each in self._rest.pages(f"{self._path}/merge_requests", state="opened", per_page=100)]

    def diff(self, number: int) -> Diff:
        files = self._rest.pages(f"{self._path}/merge_requests/{number}/diffs", per_page=100)
        return {
            text(each, "new_path"): diff.lines_of(text(each, "diff").split("\n"), text(each, "old_path"))
            for each in files
            if at(each, "deleted_file") is not True
        }

    def threads(self, number: int) -> list[Posted]:
        head = self.pull_request(number).head
        return [self._posted(each, head) for each in self._discussions(number)]

    def replies(self, number: int) -> list[Reply]:
        return [
            _reply(each, text(discussion, "id"))
            for discussion in self._discussions(number)
            for each in entries(discussion, "notes")
            if at(each, "system") is not True
        ]

    def may_write(self, account: str) -> bool:
        data = self._rest.get_if_there(f"{self._path}/members/all/{quote(account, safe='')}")
        return (number(data, "access_level") or 0) >= _DEVELOPER

    def notes(self, number: int) -> list[Note]:
        notes = self._rest.pages(f"{self._path}/merge_requests/{number}/notes", per_page=100)
        return [
            Note(text(each, "id"), text(each, "body"), self._is_mine(each))
            for each in notes
            if at(each, "system") is not True and at(each, "position") is None
        ]

    def review(self, pull: PullRequest, drafts: Sequence[Draft], diff: Diff) -> None:
        for draft in drafts:
            body = {"body": draft.body, "position": _position(pull, draft, diff)}
            self._rest.send("POST", f"{self._path}/merge_requests/{pull.number}/discussions", body)

    def edit(self, pull: PullRequest, posted: Posted, body: str) -> None:
        path = f"{self._path}/merge_requests/{pull.number}/discussions/{posted.thread}/notes/{posted.id}"
        self._rest.send("PUT", path, {"body": body})

    def resolve(self, pull: PullRequest, posted: Posted, resolved: bool) -> None:
        path = f"{self._path}/merge_requests/{pull.number}/discussions/{posted.thread}"
        self._rest.send("PUT", path, {"resolved": resolved})

    def write_note(self, pull: PullRequest, note: Note | None, body: str) -> None:
        path = f"{self._path}/merge_requests/{pull.number}/notes"
        if note is None:
            self._rest.send("POST", path, {"body": body})
        else:
            self._rest.send("PUT", f"{path}/{note.id}", {"body": body})

    def remove_note(self, pull: PullRequest, note: Note) -> None:
        self._rest.send("DELETE", f"{self._path}/merge_requests/{pull.number}/notes/{note.id}")

    def judge(self, pull: PullRequest, verdict: Verdict) -> None:
        path = f"{self._path}/merge_requests/{pull.number}"
        approved = entries(self._rest.get(f"{path}/approvals").data, "approved_by")
        given = any(text(each, "user", "id") == self._me for each in approved)
        if (verdict == "approve") != given:
            # There is no request for changes in the REST API: to take an approval back is the nearest.
            data = {"sha": pull.head} if verdict == "approve" else None
            self._rest.send("POST", f"{path}/{'approve' if verdict == 'approve' else 'unapprove'}", data)

    def label(self, pull: PullRequest, labels: Sequence[str]) -> None:
        self._rest.send("PUT", f"{self._path}/merge_requests/{pull.number}", {"add_labels": ",".join(labels)})

    def ask(self, pull: PullRequest, reviewers: Sequence[str]) -> None:
        path = f"{self._path}/merge_requests/{pull.number}"
        wanted = [name for name in reviewers if "/" not in name and name != pull.author]
        known = (self._rest.get("/users", username=name).data for name in wanted)
        found = [found for users in known if (found := number(users, 0, "id")) is not None]
        there = [number(each, "id") for each in entries(self._rest.get(path).data, "reviewers")]
        if set(found) - set(there):
            self._rest.send("PUT", path, {"reviewer_ids": [*there, *(each for each in found if each not in there)]})

    def unmergeable(self, pull: PullRequest) -> str:
        data = self._rest.get(f"{self._path}/merge_requests/{pull.number}").data
        state, checks = text(data, "detailed_merge_status"), text(data, "head_pipeline", "status")
        if state != "mergeable":
            return f"the host says: {state.replace('_', ' ') or 'unknown'}"
        return "" if checks in ("", "success", "skipped") else f"its pipeline is {checks}"

    def merge(self, pull: PullRequest, *, squash: bool) -> None:
        body = {"sha": pull.head, "squash": squash}
        self._rest.send("PUT", f"{self._path}/merge_requests/{pull.number}/merge", body)

    def _discussions(self, number: int) -> list[Any]:
        """Those on lines."""
        pages = self._rest.pages(f"{self._path}/merge_requests/{number}/discussions", per_page=100)
        return [each for each in pages if isinstance(at(each, "notes", 0, "position"), dict)]

    @cached_property
    def _me(self) -> str:
        return text(self._rest.get("/user").data, "id")

    def _is_mine(self, note: Any) -> bool:
        return text(note, "author", "id") == self._me != ""

    def _posted(self, discussion: Any, head: str) -> Posted:
        first = at(discussion, "notes", 0)
        position = at(first, "position")
        # Of lines that have changed since, the position stays that of the version that it was written for.
        current = text(position, "head_sha") == head
        return Posted(
            text(first, "id"),
            text(discussion, "id"),
            text(position, "new_path"),
            number(position, "new_line") if current else None,
            text(first, "body"),
            text(first, "author", "username"),
            self._is_mine(first),
            at(first, "resolved") is True,
            text(position, "head_sha"),
            number(position, "new_line") or 0,
        )


def _pull(data: Any) -> PullRequest:
    count = number(data, "iid") or 0
    return PullRequest(
        count,
        text(data, "title"),
        text(data, "diff_refs", "head_sha") or text(data, "sha"),
        text(data, "diff_refs", "base_sha"),
        text(data, "diff_refs", "start_sha"),
        text(data, "author", "username"),
        text(data, "source_project_id") != text(data, "target_project_id"),
        over(data, "state"),
        reference=f"refs/merge-requests/{count}/head",
        target=text(data, "target_branch"),
        draft=at(data, "draft") is True,
    )


def _reply(note: Any, thread: str) -> Reply:
    account, author = text(note, "author", "id"), text(note, "author", "username")
    return Reply(text(note, "id"), thread, account, author, text(note, "body"), text(note, "created_at"))


def _position(pull: PullRequest, draft: Draft, diff: Diff) -> dict[str, object]:
    """The place of a comment. A line that is not new is named by its number on both sides."""
    file = diff.get(draft.path)
    if file is None:
        raise RefusedError(f"{draft.path} is not in the diff", 400)
    place: dict[str, object] = {
        "position_type": "text",
        "base_sha": pull.base,
        "start_sha": pull.start or pull.base,
        "head_sha": pull.head,
        "new_path": draft.path,
        "old_path": file.old_path,
        "new_line": draft.last,
    }
    old = file.lines.get(draft.last)
    return place if old is None else {**place, "old_line": old}


def _suggestion(first: int, last: int) -> str:
    return f"suggestion:-{last - first}+0"


DESCRIPTION = Description(
    "gitlab",
    "GitLab",
    ("REREAD_PR_TOKEN", "GITLAB_TOKEN"),
    "https://gitlab.com/api/v4",
    1_000_000,
    GitLab,
    lambda token: {"private-token": token},
    suggestion=_suggestion,
    needs="the scope `api` and the role Developer",
)
