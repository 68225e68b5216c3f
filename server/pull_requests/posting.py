"""Posts a review to a pull request: reads its state, plans, and acts; starts again if a response is lost.

No state is kept here: it is read from the host, so a run may end at any point and the next one continues.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from reread.server.pull_requests import wording
from reread.server.pull_requests.errors import HostError, RefusedError, UnsureError
from reread.server.pull_requests.host import Host
from reread.server.pull_requests.markers import known_of, with_summary_marker
from reread.server.pull_requests.matching import WantedComment
from reread.server.pull_requests.plan import Coverage, Plan, PlannedChange, There, plan
from reread.server.pull_requests.values import NO_HEAD, Diff, Draft, Note, PullRequest, Verdict, age

_ATTEMPTS = 8
_TOGETHER = 40
"""How many comments go into one request."""
_SETTLINGS = 6
"""How often a run looks for what another one has done meanwhile."""
_SETTLING = 2.0
"""Seconds after a lost answer before the host is asked what it has done."""


class Review(NamedTuple):
    """The wanted state of the pull request. `summary` is Markdown; `dismissed` are ids of findings with the reasons.

    `verdict` is None if none is to be given; `labels` and `reviewers` are added.
    """

    head: str
    wanted: Sequence[WantedComment]
    coverage: Coverage
    summary: str
    dismissed: Mapping[str, str] = {}
    verdict: Verdict | None = None
    labels: Sequence[str] = ()
    reviewers: Sequence[str] = ()


class PostingResult(NamedTuple):
    """The numbers of comments made, changed and closed, the number of findings that are only in the summary, and the
    failed actions. `stale` says in words why nothing is posted: another head than the reviewed one, or a pull request
    that is over; "" where that is not so.
    """

    posted: int = 0
    changed: int = 0
    closed: int = 0
    elsewhere: int = 0
    problems: tuple[str, ...] = ()
    stale: str = ""


class Preview(NamedTuple):
    """The actions that posting would take."""

    pull: PullRequest
    plan: Plan
    summary: str


class Posting:
    """One review on its way to one pull request."""

    def __init__(self, host: Host, longest: int, number: int, wait: Callable[[float], None] = time.sleep) -> None:
        self._host = host
        self._longest = longest
        self._number = number
        self._wait = wait
        self._unplaced: set[str] = set()
        self._made: set[str] = set()
        self._closed: set[str] = set()
        self._mine: int | None = None
        self._changed = 0

    def preview(self, review: Review) -> Preview | str:
        """The actions that posting would take, or in words why it would take none."""
        pull = self._host.pull_request(self._number)
        if stale := _stale(pull, review):
            return stale
        _, made = self._plan(review, pull)
        return Preview(pull, made, _summary(review, made, self._longest))

    def bring(self, review: Review) -> PostingResult:
        """Does it. Raises HostError."""
        posted = changed = closed = 0
        for attempt in range(_ATTEMPTS):
            try:
                pull = self._host.pull_request(self._number)
                if stale := _stale(pull, review):
                    return PostingResult(posted, changed, closed, stale=stale)
                there, made = self._plan(review, pull)
                # What a lost answer stands for is no longer in the next plan.
                posted, changed = max(posted, len(made.drafts)), max(changed, len(made.changes))
                closed = max(closed, made.closed)
                made = self._settled(review, pull, there, made)
                self._write_summary(pull, _summary(review, made, self._longest))
                problems = self._finish(pull, review)
                missed = len(self._unplaced)
                return PostingResult(posted - missed, changed - closed, closed, len(made.elsewhere), problems)
            except UnsureError as error:
                if attempt == _ATTEMPTS - 1:
                    raise HostError(f"{error}{self._done_before()}") from error
                self._wait(_SETTLING)
            except HostError as error:
                raise HostError(f"{error}{self._done_before()}") from error
        raise AssertionError("every attempt returns or raises")

    def _settled(self, review: Review, pull: PullRequest, there: There, made: Plan) -> Plan:
        """Carries a plan out, and looks again, until nothing is left to do.

        What a plan was made from may have been changed by another run before it is carried out. Since no run ends
        before it has seen, after all that it changed, that the state is the wanted one, the last of several runs leaves
        the wanted state.
        """
        for _ in range(_SETTLINGS):
            if made.is_empty:
                break
            last = made
            self._post(pull, made.drafts, there.diff)
            for change in (*made.changes, *made.doubled):
                self._change(pull, change)
            there, made = self._plan(review, pull)
            if made == last:
                # The host does not do it, or another run that undoes it is the last one.
                break
        return made

    def _done_before(self) -> str:
        """What was done before the host stopped it, for the end of a line; as the host has it, since a request may make
        several comments.
        """
        if self._mine is None:
            return ""
        try:
            posted = sum(each.mine for each in self._host.threads(self._number)) - self._mine
        except HostError:
            return "; comments may have been posted before that, and the next run goes on from there"
        done = [f"{posted} comment{'' if posted == 1 else 's'} posted"] if posted > 0 else []
        done += [f"{self._changed} changed"] if self._changed else []
        return f"; before that: {', '.join(done)}; the next run goes on from there" if done else ""

    def _plan(self, review: Review, pull: PullRequest) -> tuple[There, Plan]:
        note = self._note()
        known = known_of(note.body) if note is not None else None
        there = There(
            self._host.threads(self._number),
            self._host.diff(self._number),
            known or frozenset(),
            self._host.resolves,
            self._longest,
            frozenset(self._closed),
        )
        if self._mine is None:
            self._mine = sum(each.mine for each in there.posted)
        made = plan(
            review.wanted, there, review.coverage, pull.head, review.dismissed, unplaced=frozenset(self._unplaced)
        )
        # Where one that was made is not listed, the host lags behind, or somebody has deleted it at once.
        drafts = {name: draft for name, draft in made.drafts.items() if name not in self._made}
        return there, made._replace(drafts=drafts)

    def _note(self) -> Note | None:
        """Our summary: the oldest, where two runs at once have made more."""
        return next(iter(self._notes()), None)

    def _notes(self) -> list[Note]:
        """Our summaries, the oldest first, in whatever order the host lists them: all runs keep the same one."""
        # An entry may be on two pages of a list that grew while they were read.
        notes = {note.id: note for note in self._host.notes(self._number) if note.mine}
        return sorted((note for note in notes.values() if known_of(note.body) is not None), key=age)

    def _post(self, pull: PullRequest, drafts: Mapping[str, Draft], diff: Diff) -> None:
        names = list(drafts)
        for start in range(0, len(names), _TOGETHER):
            some = names[start : start + _TOGETHER]
            try:
                self._host.review(pull, [drafts[name] for name in some], diff)
                self._made.update(some)
            except RefusedError as error:
                if error.status not in (400, 404, 409, 422):
                    raise
                self._post_singly(pull, {name: drafts[name] for name in some}, diff)

    def _post_singly(self, pull: PullRequest, drafts: Mapping[str, Draft], diff: Diff) -> None:
        """One by one, since the host took them all for one bad place. Those that it took already are left out."""
        there = {posted.body.strip() for posted in self._host.threads(self._number) if posted.mine}
        for name, draft in drafts.items():
            if draft.body.strip() in there:
                continue
            try:
                self._host.review(pull, [draft], diff)
                self._made.add(name)
            except RefusedError as error:
                if error.status not in (400, 404, 409, 422):
                    raise
                self._unplaced.add(name)

    def _change(self, pull: PullRequest, change: PlannedChange) -> None:
        """Changes a comment and its thread. What is half done says that it is closed in an open thread, which no person
        makes it say: a thread that is closed below an open comment means that a person closed it.
        """
        if change.resolve is False:
            self._unless_done(lambda: self._host.resolve(pull, change.posted, False))
        if change.body:
            self._unless_done(lambda: self._host.edit(pull, change.posted, change.body))
        if change.resolve:
            self._closed.add(change.posted.id)
            self._unless_done(lambda: self._host.resolve(pull, change.posted, True))
        self._changed += 1

    def _unless_done(self, step: Callable[[], None]) -> None:
        try:
            step()
        except RefusedError as error:
            # A person has taken the comment away meanwhile or was quicker, or a repeated request had been done.
            if error.status not in (404, 409, 410):
                raise

    def _write_summary(self, pull: PullRequest, body: str) -> None:
        """Writes the summary; of those that a run at the same time has made as well, one stays, with this text."""
        for _ in range(_SETTLINGS):
            note = self._note()
            is_written = note is not None and note.body.replace("\r\n", "\n").strip() == body.strip()
            is_written = is_written or self._write_note(pull, note, body)
            seconds = self._notes()[1:]
            for each in seconds:
                self._remove(pull, each)
            # None at all is a list that lags behind: to write once more would make a second one.
            if is_written and not seconds:
                return

    def _write_note(self, pull: PullRequest, note: Note | None, body: str) -> bool:
        """False if another run has taken it away as the second one meanwhile."""
        try:
            self._host.write_note(pull, note, body)
        except RefusedError:
            if note is None or note.id in {each.id for each in self._notes()}:
                raise
            return False
        return True

    def _remove(self, pull: PullRequest, note: Note) -> None:
        """Takes a second summary away; where the host keeps it, it says what it is and is no summary any more."""
        try:
            self._host.remove_note(pull, note)
        except RefusedError as error:
            if error.status not in (404, 410):
                self._unless_done(lambda: self._host.write_note(pull, note, wording.DOUBLED_SUMMARY))

    def _finish(self, pull: PullRequest, review: Review) -> tuple[str, ...]:
        """Verdict, labels and reviewers: what a host does not allow is said and keeps nothing else from being done."""
        problems = []
        steps: list[Callable[[], None]] = []
        if review.verdict is not None:
            verdict = review.verdict
            steps.append(lambda: self._host.judge(pull, verdict))
        if review.labels:
            steps.append(lambda: self._host.label(pull, review.labels))
        if review.reviewers:
            steps.append(lambda: self._host.ask(pull, review.reviewers))
        for step in steps:
            try:
                step()
            except UnsureError:
                raise
            except HostError as error:
                problems.append(str(error))
        return tuple(problems)


def _stale(pull: PullRequest, review: Review) -> str:
    """Why a review is no longer one of the pull request, in words; "" where it is."""
    if pull.over:
        return f"the pull request is {pull.over}"
    if not pull.head:
        return NO_HEAD
    if not _is_same(pull.head, review.head):
        return f"the pull request is at {pull.head[:12]} and not at {review.head[:12]}"
    return ""


def _is_same(theirs: str, ours: str) -> bool:
    """Whether two names of commits are of the same one; some hosts shorten them."""
    return bool(theirs) and (ours.startswith(theirs) or theirs.startswith(ours))


def _summary(review: Review, made: Plan, longest: int) -> str:
    parts = [review.summary.rstrip()]
    if made.elsewhere:
        lines = [each.summary for each in made.elsewhere]
        parts.append("### Outside of the lines that the diff shows\n\n" + "\n".join(lines))
    if made.withheld:
        count = f"{made.withheld} comment{'' if made.withheld == 1 else 's'}"
        parts.append(f"{count} that somebody deleted {'stays' if made.withheld == 1 else 'stay'} away.")
    body = "\n\n".join(parts)
    room = 200 + sum(len(each) + 1 for each in made.open)
    return with_summary_marker(wording.cut(body, longest, room), made.open, review.head)
