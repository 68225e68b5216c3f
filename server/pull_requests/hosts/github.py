"""GitHub and GitHub Enterprise. Threads are read and resolved by GraphQL, the only way; everything else uses REST."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from reread.server.pull_requests import diff
from reread.server.pull_requests.errors import HostError, RefusedError
from reread.server.pull_requests.host import Description
from reread.server.pull_requests.rest import Rest
from reread.server.pull_requests.shapes import at, entries, number, pull_like_github, text
from reread.server.pull_requests.values import Diff, Draft, Note, Posted, PullRequest, Reply, Verdict

_EVENTS = {"approve": "APPROVE", "comment": "COMMENT", "request changes": "REQUEST_CHANGES"}
_STANDING = {"APPROVED": "approve", "CHANGES_REQUESTED": "request changes"}
_THREADS = """
query threads($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) {
    reviewThreads(first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { id isResolved isOutdated path line originalLine
        comments(first: 1) { nodes { databaseId body viewerDidAuthor url author { login } originalCommit { oid } } } }
    } } } }
"""
_REPLIES = """
query replies($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) {
    reviewThreads(first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { id comments(last: 50) { nodes { databaseId body createdAt author { login } } } }
    } } } }
"""
_NOTES = """
query notes($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) {
    comments(first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { databaseId body viewerDidAuthor }
    } } } }
"""
_REVIEWS = """
query reviews($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) {
    reviews(first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { databaseId state viewerDidAuthor }
    } } } }
"""
_MAY_WRITE = ("admin", "write")
_UNMERGEABLE = {
    "clean": "",
    "has_hooks": "",
    "behind": "its branch is behind the target",
    "blocked": "a required check or review is missing",
    "dirty": "it has conflicts",
    "draft": "it is a draft",
    "unstable": "a check has failed or is still running",
}
"""By `mergeable_state`: only the first two mean that all checks have passed."""
_RESOLVE = """
mutation resolve($thread: ID!) { resolveReviewThread(input: {threadId: $thread}) { thread { isResolved } } }
"""
_UNRESOLVE = """
mutation unresolve($thread: ID!) { unresolveReviewThread(input: {threadId: $thread}) { thread { isResolved } } }
"""


class GitHub:
    resolves = True

    def __init__(self, rest: Rest, repository: str) -> None:
        self._rest = rest
        self._owner, _, self._name = repository.partition("/")
        self._path = f"/repos/{repository}"
        self._graphql = rest.url.removesuffix("/v3") + "/graphql"

    def pull_request(self, number: int) -> PullRequest:
        return pull_like_github(self._rest.get(f"{self._path}/pulls/{number}").data)

    def open_pull_requests(self) -> list[PullRequest]:
        return [pull_like_github(each) for each in self._rest.pages(f"{self._path}/pulls", state="open", per_page=100)]

    def diff(self, number: int) -> Diff:
        try:
            path = f"{self._path}/pulls/{number}"
            return diff.read(str(self._rest.get(path, accept="application/vnd.github.diff").data))
        except RefusedError as error:
            if error.status not in (406, 422):
                raise
        # It is too large as a whole. Of the files of the list some have no patch then, and take no comments.
        files = self._rest.pages(f"{self._path}/pulls/{number}/files", per_page=100)
        return {
            text(each, "filename"): diff.lines_of(
                text(each, "patch").split("\n"), text(each, "previous_filename") or text(each, "filename")
            )
            for each in files
        }

    def threads(self, number: int) -> list[Posted]:
        return [_posted(node) for node in self._nodes(_THREADS, number, "reviewThreads")]

    def replies(self, number: int) -> list[Reply]:
        return [
            _reply(each, text(thread, "id"))
            for thread in self._nodes(_REPLIES, number, "reviewThreads")
            for each in entries(thread, "comments", "nodes")
        ]

    def may_write(self, account: str) -> bool:
        data = self._rest.get_if_there(f"{self._path}/collaborators/{quote(account, safe='')}/permission")
        return text(data, "permission") in _MAY_WRITE

    def notes(self, number: int) -> list[Note]:
        nodes = self._nodes(_NOTES, number, "comments")
        return [Note(text(each, "databaseId"), text(each, "body"), _is_mine(each)) for each in nodes]

    def review(self, pull: PullRequest, drafts: Sequence[Draft], diff: Diff) -> None:
        comments = [_comment(draft) for draft in drafts]
        count = f"{len(drafts)} finding{'' if len(drafts) == 1 else 's'}"
        body = {"commit_id": pull.head, "event": "COMMENT", "body": f"Reread: {count}.", "comments": comments}
        self._rest.send("POST", f"{self._path}/pulls/{pull.number}/reviews", body)

    def edit(self, pull: PullRequest, posted: Posted, body: str) -> None:
        self._rest.send("PATCH", f"{self._path}/pulls/comments/{posted.id}", {"body": body})

    def resolve(self, pull: PullRequest, posted: Posted, resolved: bool) -> None:
        self._query(_RESOLVE if resolved else _UNRESOLVE, {"thread": posted.thread})

    def write_note(self, pull: PullRequest, note: Note | None, body: str) -> None:
        if note is None:
            self._rest.send("POST", f"{self._path}/issues/{pull.number}/comments", {"body": body})
        else:
            self._rest.send("PATCH", f"{self._path}/issues/comments/{note.id}", {"body": body})

    def remove_note(self, pull: PullRequest, note: Note) -> None:
        self._rest.send("DELETE", f"{self._path}/issues/comments/{note.id}")

    def judge(self, pull: PullRequest, verdict: Verdict) -> None:
        reviews = list(self._nodes(_REVIEWS, pull.number, "reviews"))
        standing = [each for each in reviews if _is_mine(each) and text(each, "state") in _STANDING]
        last = standing[-1] if standing else None
        if last is not None and _STANDING[text(last, "state")] == verdict:
            return
        path = f"{self._path}/pulls/{pull.number}/reviews"
        for each in standing:
            dismissal = {"message": "This no longer holds.", "event": "DISMISS"}
            self._rest.send("PUT", f"{path}/{text(each, 'databaseId')}/dismissals", dismissal)
        if verdict != "comment":
            body = {"commit_id": pull.head, "event": _EVENTS[verdict], "body": f"Reread: {verdict}."}
            self._rest.send("POST", path, body)

    def label(self, pull: PullRequest, labels: Sequence[str]) -> None:
        self._rest.send("POST", f"{self._path}/issues/{pull.number}/labels", {"labels": list(labels)})

    def ask(self, pull: PullRequest, reviewers: Sequence[str]) -> None:
        names = [name for name in reviewers if name.lower() != pull.author.lower()]
        people = [name for name in names if "/" not in name]
        teams = [name.partition("/")[2] for name in names if "/" in name]
        body = {"reviewers": people, "team_reviewers": teams}
        if people or teams:
            self._rest.send("POST", f"{self._path}/pulls/{pull.number}/requested_reviewers", body)

    def unmergeable(self, pull: PullRequest) -> str:
        state = text(self._rest.get(f"{self._path}/pulls/{pull.number}").data, "mergeable_state")
        return _UNMERGEABLE.get(state, f"the host calls it {state or 'unknown'}")

    def merge(self, pull: PullRequest, *, squash: bool) -> None:
        body = {"sha": pull.head, "merge_method": "squash" if squash else "merge"}
        self._rest.send("PUT", f"{self._path}/pulls/{pull.number}/merge", body)

    def _nodes(self, query: str, number: int, field: str) -> Iterator[Any]:
        after: str | None = None
        while True:
            named = {"owner": self._owner, "name": self._name, "number": number, "after": after}
            found = at(self._query(query, named, changes=False), "repository", "pullRequest", field)
            if found is None:
                raise HostError(f"the host has no pull request {number}")
            yield from entries(found, "nodes")
            cursor = text(found, "pageInfo", "endCursor")
            if not at(found, "pageInfo", "hasNextPage") or cursor == after:
                return
            after = cursor

    def _query(self, query: str, variables: Mapping[str, object], *, changes: bool = True) -> Any:
        # Closing a thread a second time changes nothing, so each of these may be asked again.
        data = self._rest.ask_again(self._graphql, {"query": query, "variables": variables}).data
        if problem := text(data, "errors", 0, "message"):
            if changes and text(data, "errors", 0, "type") == "NOT_FOUND":
                raise RefusedError(problem, 404)
            raise HostError(f"the host answers: {problem}")
        return at(data, "data")


def _posted(node: Any) -> Posted:
    first = at(node, "comments", "nodes", 0)
    return Posted(
        text(first, "databaseId"),
        text(node, "id"),
        text(node, "path"),
        None if at(node, "isOutdated") else number(node, "line"),
        text(first, "body"),
        text(first, "author", "login"),
        _is_mine(first),
        at(node, "isResolved") is True,
        text(first, "originalCommit", "oid"),
        number(node, "originalLine") or 0,
        text(first, "url"),
    )


def _reply(node: Any, thread: str) -> Reply:
    author = text(node, "author", "login")
    return Reply(text(node, "databaseId"), thread, author, author, text(node, "body"), text(node, "createdAt"))


def _is_mine(node: Any) -> bool:
    return at(node, "viewerDidAuthor") is True


def _comment(draft: Draft) -> dict[str, object]:
    made: dict[str, object] = {"path": draft.path, "line": draft.last, "side": "RIGHT", "body": draft.body}
    if draft.first != draft.last:
        made |= {"start_line": draft.first, "start_side": "RIGHT"}
    return made


def _suggestion(first: int, last: int) -> str:
    return "suggestion"


DESCRIPTION = Description(
    "github",
    "GitHub",
    ("REREAD_PR_TOKEN", "GITHUB_TOKEN", "GH_TOKEN"),
    "https://api.github.com",
    65_536,
    GitHub,
    lambda token: {"authorization": f"Bearer {token}", "x-github-api-version": "2022-11-28"},
    suggestion=_suggestion,
    pause=1.0,
    needs="`pull-requests: write` and `contents: read` (a classic token: the scope `repo`)",
)
