"""Writes into the audit log what is posted where, before it is: sizes and lines, no text."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from reread.analyzers import correlation
from reread.analyzers.data_directories import state_folder
from reread.analyzers.network.proxies import without_credentials
from reread.analyzers.review.privacy.audit import AuditedPiece, AuditEntry, AuditError, AuditLog, now
from reread.analyzers.review.privacy.redact import Redactor
from reread.server.pull_requests.errors import HostError
from reread.server.pull_requests.host import Host
from reread.server.pull_requests.values import Diff, Draft, Note, Posted, PullRequest, Reply, Verdict


class AuditedHost:
    """A host whose changes are logged. `kind` is that of the host, `url` its API; the rest says what it is about."""

    def __init__(self, host: Host, kind: str, url: str, repository: str, folder: str) -> None:
        self._host = host
        self._kind = kind
        self._url = without_credentials(url)
        self._repository = repository
        self._folder = folder
        self._redactor = Redactor()
        self._log = AuditLog(os.path.join(state_folder(), "audit.jsonl"))

    @property
    def resolves(self) -> bool:
        return self._host.resolves

    def pull_request(self, number: int) -> PullRequest:
        return self._host.pull_request(number)

    def open_pull_requests(self) -> list[PullRequest]:
        return self._host.open_pull_requests()

    def diff(self, number: int) -> Diff:
        return self._host.diff(number)

    def threads(self, number: int) -> list[Posted]:
        return self._host.threads(number)

    def replies(self, number: int) -> list[Reply]:
        return self._host.replies(number)

    def may_write(self, account: str) -> bool:
        return self._host.may_write(account)

    def notes(self, number: int) -> list[Note]:
        return self._host.notes(number)

    def review(self, pull: PullRequest, drafts: Sequence[Draft], diff: Diff) -> None:
        pieces = (self._piece(each.path, each.first, each.last) for each in drafts)
        self._write(pull, "comments", "".join(each.body for each in drafts), pieces)
        self._host.review(pull, drafts, diff)

    def edit(self, pull: PullRequest, posted: Posted, body: str) -> None:
        self._write(pull, "comment changed", body, self._place(posted))
        self._host.edit(pull, posted, body)

    def resolve(self, pull: PullRequest, posted: Posted, resolved: bool) -> None:
        self._write(pull, "comment closed" if resolved else "comment reopened", "", self._place(posted))
        self._host.resolve(pull, posted, resolved)

    def write_note(self, pull: PullRequest, note: Note | None, body: str) -> None:
        self._write(pull, "summary", body)
        self._host.write_note(pull, note, body)

    def remove_note(self, pull: PullRequest, note: Note) -> None:
        self._write(pull, "second summary deleted", note.body)
        self._host.remove_note(pull, note)

    def judge(self, pull: PullRequest, verdict: Verdict) -> None:
        self._write(pull, f"verdict: {verdict}")
        self._host.judge(pull, verdict)

    def label(self, pull: PullRequest, labels: Sequence[str]) -> None:
        self._write(pull, "labels", "".join(labels))
        self._host.label(pull, labels)

    def ask(self, pull: PullRequest, reviewers: Sequence[str]) -> None:
        self._write(pull, "reviewers", "".join(reviewers))
        self._host.ask(pull, reviewers)

    def unmergeable(self, pull: PullRequest) -> str:
        return self._host.unmergeable(pull)

    def merge(self, pull: PullRequest, *, squash: bool) -> None:
        self._write(pull, "merge")
        self._host.merge(pull, squash=squash)

    def _write(self, pull: PullRequest, kind: str, text: str = "", code: Iterable[AuditedPiece] = ()) -> None:
        entry = AuditEntry(
            time=now(),
            run=correlation.current(),
            kind=kind,
            folder=self._folder,
            provider=self._kind,
            endpoint=self._url,
            model="",
            prompt="",
            code=tuple(code),
            context=(),
            size=len(text.encode(errors="replace")),
            placeholders=0,
            repository=self._repository,
            number=pull.number,
        )
        try:
            self._log.append(entry)
        except AuditError as error:
            raise HostError(str(error)) from error

    def _place(self, posted: Posted) -> Iterable[AuditedPiece]:
        line = posted.line or posted.original_line
        return [self._piece(posted.path, line, line)]

    def _piece(self, path: str, first: int, last: int) -> AuditedPiece:
        return AuditedPiece(self._redactor.redact(path), first, last)
