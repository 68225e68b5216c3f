"""Turns a review into the content to post."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from reread.analyzers.findings import Finding, Fix
from reread.analyzers.fixes import Check, Verified, verify
from reread.analyzers.text import Document
from reread.server import checking, git
from reread.server.cli import writing
from reread.server.cli.reviewing.running import ReviewedChange, ReviewTask
from reread.server.conclusion import rendering
from reread.server.exits import UsageError
from reread.server.pull_requests.audited import AuditedHost
from reread.server.pull_requests.connecting import Target
from reread.server.pull_requests.host import Host
from reread.server.pull_requests.matching import WantedComment
from reread.server.pull_requests.plan import Coverage
from reread.server.pull_requests.posting import Posting, Review
from reread.server.pull_requests.wanted import Holds, wanted_of
from reread.server.report.report import Report


class Wants(NamedTuple):
    """Requested actions besides comments: giving the verdict, adding labels, requesting reviewers."""

    verdict: bool = False
    labels: bool = False
    reviewers: bool = False


class Posted(NamedTuple):
    """Lines about the actions taken; `stale` if the review is none of the pull request as it is now."""

    messages: tuple[str, ...]
    stale: bool = False


class Poster:
    """A pull request and the connection to its host."""

    def __init__(self, target: Target, host: Host) -> None:
        self.target = target
        self._host = host
        audited = AuditedHost(host, target.description.name, target.url, target.repository, os.getcwd())
        self._posting = Posting(audited, target.description.longest, target.number)
        self.pull = host.pull_request(target.number)

    @property
    def base(self) -> str:
        """The commit that the change is compared with. Raises UsageError if the clone does not have it."""
        if not git.commit(os.getcwd(), self.pull.base):
            raise UsageError(f"the clone has no commit {self.pull.base[:12]}: fetch the full history or pass --base")
        return self.pull.base

    def review_of(self, work: ReviewTask, found: ReviewedChange, report: Report, wants: Wants) -> Review:
        """The wanted state of the pull request."""
        root = work.change.root
        wanted: list[WantedComment] = []
        dismissed: dict[str, str] = {}
        unread = []
        for file in report.files:
            path = os.path.relpath(os.path.realpath(file.path), root).replace(os.sep, "/")
            if file.skipped:
                unread.append(path)
                continue
            wanted += wanted_of(file, path, self.target.description, _checked(work, file.path))
            dismissed |= {
                each.finding.fingerprint: each.dismissed for each in file.findings if each.dismissed is not None
            }
        conclusion = report.conclusion
        summary = rendering.as_markdown(conclusion) if conclusion is not None else ""
        return Review(
            git.commit(root),
            wanted,
            Coverage(frozenset(each.value for each in found.complete_origins), frozenset(unread)),
            f"## Reread: {_counted(len(wanted))}\n\n{summary}",
            dismissed,
            verdict=conclusion.verdict.verdict if conclusion is not None and wants.verdict else None,
            labels=conclusion.labels if conclusion is not None and wants.labels else (),
            reviewers=[each.account for each in conclusion.reviewers if each.account]
            if conclusion is not None and wants.reviewers
            else (),
        )

    def preview(self, review: Review) -> Iterator[str]:
        """The content to post, in lines for a terminal."""
        made = self._posting.preview(review)
        where = f"{self.target.description.title}: {self.target.repository} {self.target.number}"
        if isinstance(made, str):
            yield f"{where}: {made}: would post nothing\n"
            return
        yield f"{where}: {self.pull.title}\n"
        for draft in made.plan.drafts.values():
            lines = str(draft.last) if draft.first == draft.last else f"{draft.first}-{draft.last}"
            yield f"\n--- new comment on {draft.path}:{lines}\n{draft.body}\n"
        for change in made.plan.changes:
            state = {True: ", closed", False: ", reopened", None: ""}[change.resolve]
            text = change.body or "(text as it is)"
            yield f"\n--- comment {change.posted.id} on {change.posted.path}{state}\n{text}\n"
        yield f"\n--- summary\n{made.summary}\n"
        if review.verdict is not None:
            yield f"\n--- verdict: {review.verdict}\n"
        if review.labels:
            yield f"\n--- labels: {', '.join(review.labels)}\n"
        if review.reviewers:
            yield f"\n--- reviewers: {', '.join(review.reviewers)}\n"

    def post(self, review: Review) -> Posted:
        """Posts it. Raises HostError."""
        done = self._posting.bring(review)
        if done.stale:
            return Posted((f"{done.stale}: nothing was posted",), stale=True)
        parts = [
            f"{writing.plural(done.posted, 'comment')} posted",
            f"{done.changed} changed",
            f"{done.closed} closed",
        ]
        if done.elsewhere:
            parts.append(f"{done.elsewhere} only in the summary")
        return Posted((f"{self.target.repository} {self.target.number}: {', '.join(parts)}", *done.problems))


def _counted(count: int) -> str:
    return "no new findings" if not count else f"{count} new finding{'' if count == 1 else 's'}"


def _checked(work: ReviewTask, path: str) -> Holds:
    """Whether a fix holds by the rules that found it: the finding is gone with it, and no other comes."""
    source = next((each for each in work.change.selection.sources if each.path == path), None)
    checkers: dict[Document, Check] = {}

    def holds(document: Document, finding: Finding, fix: Fix) -> bool:
        if source is None:
            return isinstance(verify(document, fix), Verified)
        if document not in checkers:
            checkers[document] = checking.checker(work.job, source, document)
        return isinstance(verify(document, fix, check=checkers[document], finding=finding), Verified)

    return holds
