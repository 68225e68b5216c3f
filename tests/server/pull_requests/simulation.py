"""Pushes at random to a pull request, with faults on the way, and what must be true after each."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Mapping

from reread.analyzers.findings import Edit, Finding, Fix, Severity, with_fingerprints
from reread.analyzers.text import Document, Span
from reread.server.pull_requests.errors import HostError
from reread.server.pull_requests.host import Description, Host
from reread.server.pull_requests.markers import marker_of
from reread.server.pull_requests.matching import WantedComment
from reread.server.pull_requests.plan import Coverage
from reread.server.pull_requests.posting import Posting, PostingResult, Review
from reread.server.pull_requests.wanted import wanted_of
from reread.server.report.report import FileReport, locate
from tests.standin.hosts import Comment, Fault, HostStandIn, Pull
from tests.standin.hosts.server import Request

BAD = re.compile(r"bad\w*\(.*?\)")
_RUNS = 6
COVERED = Coverage(frozenset({"rule"}))


def found_in(path: str, text: str) -> FileReport:
    """The report of a file in which every call of `bad...` is a finding."""
    document = Document(f"file:///{path}", text, path=f"/{path}", language="python")
    spans = (Span(*match.span()) for match in BAD.finditer(text))
    findings = [
        Finding(
            "py/bad",
            f"`{text[slice(*span)]}` is bad.",
            span,
            Severity.WARNING,
            fixes=(Fix("Use good", (Edit(Span(span.start, span.start + 3), "good"),)),),
        )
        for span in spans
    ]
    return FileReport(path, path, locate(document, with_fingerprints(findings, document, path)), text=text)


def review_of(pull: Pull, description: Description) -> Review:
    """The review of a pull request: findings that the base did not have."""
    old = Counter(match[0] for text in pull.before.values() for match in BAD.finditer(text))
    wanted: list[WantedComment] = []
    for path, text in sorted(pull.after.items()):
        report = found_in(path, text)
        new = []
        for located in report.findings:
            code = text[slice(*located.finding.span)]
            if old[code] > 0:
                old[code] -= 1
            else:
                new.append(located)
        wanted += wanted_of(report._replace(findings=tuple(new)), path, description)
    return Review(pull.head, wanted, COVERED, "A summary.")


class Simulation:
    """One pull request whose author pushes at random, and a review of each push."""

    def __init__(self, seed: int, standin: HostStandIn, connect: Callable[[], Host], description: Description) -> None:
        self.random = random.Random(seed)
        self.standin = standin
        self.connect = connect
        self.description = description
        self.deleted = 0
        self.faults_left = 0

    @property
    def pull(self) -> Pull:
        return self.standin.pull

    def step(self) -> PostingResult:
        """One push, one review with faults, and what must be true afterwards."""
        self._push()
        self._people()
        self.standin.fault = self._fault
        review = review_of(self.pull, self.description)
        outcome = self.bring(review)
        self.standin.fault = lambda request: None
        self.check(review)
        return outcome

    def bring(self, review: Review) -> PostingResult:
        """A run, started again where the host wanted to be left alone for too long."""
        for _ in range(_RUNS):
            self.faults_left = self.random.randint(0, 5)
            posting = Posting(self.connect(), self.description.longest, self.pull.number, wait=lambda seconds: None)
            try:
                return posting.bring(review)
            except HostError as error:
                assert re.search("rate limit|HTTP 502|no answer", str(error))
        raise AssertionError("no run came through")

    def check(self, review: Review) -> None:
        """No comment twice, none lost, none left open that was fixed, none on a wrong line, and one summary."""
        summaries = [each for each in self.pull.notes if each.author == self.standin.account]
        assert len(summaries) == 1
        open_now = [each for each in self.own if self.is_open(each)]
        for each in open_now:
            if each.line is not None:
                assert f"`{self.line_of(each)}` is bad." in each.body, "on a wrong line"
        texts = Counter(self.key(each) for each in open_now)
        wanted = Counter((each.marker.rule, each.marker.text) for each in review.wanted)
        assert not texts - wanted, "open twice, or open and fixed"
        shown = [each for each in review.wanted if self.pull.shows(each.path, each.line, each.line)]
        answered = Counter(self.key(each) for each in self.own if self.is_open(each) or self.is_closed_by_person(each))
        missing = Counter((each.marker.rule, each.marker.text) for each in shown) - answered
        assert sum(missing.values()) <= self.deleted, f"lost: {missing}"

    @property
    def own(self) -> list[Comment]:
        return [each for each in self.pull.comments if each.author == self.standin.account]

    def key(self, comment: Comment) -> tuple[str, str]:
        marker = marker_of(comment.body)
        assert marker is not None
        return marker.rule, marker.text

    def line_of(self, comment: Comment) -> str:
        """The call that the line of a comment has now."""
        match = BAD.search(self.pull.after[comment.path].splitlines()[(comment.line or 0) - 1])
        return match[0] if match else ""

    def is_open(self, comment: Comment) -> bool:
        marker = marker_of(comment.body)
        return marker is not None and not marker.fixed and not comment.resolved

    def is_closed_by_person(self, comment: Comment) -> bool:
        marker = marker_of(comment.body)
        return marker is not None and not marker.fixed and comment.resolved

    def _push(self) -> None:
        after, before = dict(self.pull.after), None
        kind = self.random.random()
        for _ in range(self.random.randint(1, 3)):
            self._edit(after)
        if kind < 0.1:
            # The branch is rebased: the base has moved on below it.
            before = {path: "# moved on\n" + text for path, text in self.pull.before.items()}
            after = {path: ("# moved on\n" + text if path in before else text) for path, text in after.items()}
        self.pull.push(after, before=before, forced=kind < 0.2)

    def _edit(self, files: dict[str, str]) -> None:
        path = self.random.choice(sorted(files))
        lines = files[path].splitlines(True)
        place = self.random.randint(0, len(lines))
        kind = self.random.choice(("add", "add", "again", "remove", "fix", "plain", "rename", "move", "indent"))
        bad = [number for number, line in enumerate(lines) if BAD.search(line)]
        if kind == "add":
            lines.insert(place, f"bad{self.random.randint(0, 30)}({self.random.randint(0, 3)})\n")
        elif kind == "again" and bad:
            lines.insert(place, lines[self.random.choice(bad)])
        elif kind == "plain":
            lines.insert(place, f"x = {self.random.randint(0, 99)}\n")
        elif kind == "remove" and len(lines) > 3:
            del lines[min(place, len(lines) - 1)]
        elif kind == "fix" and bad:
            number = self.random.choice(bad)
            lines[number] = lines[number].replace("bad", "good")
        elif kind == "move" and bad:
            lines.insert(place, lines.pop(self.random.choice(bad)))
        elif kind == "indent" and bad:
            number = self.random.choice(bad)
            lines[number] = f"if y: {lines[number]}"
        elif kind == "rename":
            del files[path]
            path = f"new{self.random.randint(0, 4)}.py"
        files[path] = "".join(lines)

    def _people(self) -> None:
        """Now and then a person closes one of our comments, deletes one, or says something."""
        open_now = [each for each in self.own if self.is_open(each)]
        chance = self.random.random()
        if open_now and chance < 0.08:
            self.random.choice(open_now).resolved = True
        elif open_now and chance < 0.12 and self.pull.notes:
            self.pull.comments.remove(self.random.choice(open_now))
            self.deleted += 1
        elif chance < 0.2:
            self.pull.notes.append(Comment(next(self.pull.ids), "ada", "What is this?"))

    def _fault(self, request: Request) -> Fault | None:
        if not self.faults_left or self.random.random() > 0.2:
            return None
        self.faults_left -= 1
        return self.random.choice(list(Fault))


def files() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """A base and a first head."""
    plain = "".join(f"line_{number} = {number}\n" for number in range(40))
    before = {"a.py": plain, "b.py": "bad0(1)\n" + plain}
    return before, {**before, "a.py": plain.replace("line_5 = 5\n", "bad1(2)\n"), "new0.py": "x = 1\n"}
