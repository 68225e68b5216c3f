"""Collects the data of a report: the state of the workspace, the feedback, the ledger, Git and the code."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from reread.analyzers import retention
from reread.analyzers.measures import Measures, measure
from reread.analyzers.review.privacy import audit
from reread.analyzers.review.privacy.audit import AuditLog
from reread.analyzers.review.spend.ledger import Ledger, LedgerEntry
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Document
from reread.rag.index.standing import standing
from reread.rag.source.walk import FoundFile, read_text, walk
from reread.server import git
from reread.server.git.churn import Churn, churn
from reread.server.known import in_force
from reread.server.known.state import ModelReviewRun, RecordedFinding, RecordedRun, opened
from reread.server.overview import coverage, findings, health, index, periods, precision, savings, spending, trend
from reread.server.overview.values import Overview, Plot, Section
from reread.server.review.spending import ledger_path

_MOST_FILES = 5_000
_MOST_REVIEWS = 1_000
_DATA = frozenset({"", "dockerfile", "html", "json", "terraform", "xml", "yaml"})
"""Languages of files that have no health of code."""


class Scope(NamedTuple):
    """The folder that a report covers, and what is left out of it."""

    folder: str
    exclude: Sequence[str] = ()
    maximum_file_size: int = 1_000_000


def collected(scope: Scope, coverage_file: str | None = None, *, with_trend: bool = False) -> Overview:
    """The report of now, `with_trend` with the health of past months. Raises StateError, FeedbackError, LedgerError and
    CoverageError.
    """
    now = datetime.now(UTC)
    today, folder = now.date(), scope.folder
    kept, runs, reviews = _history(folder)
    verdicts = in_force.verdicts(folder)
    files = _files(scope)
    measured = dict(_measured(scope, files))
    changes = _churn(folder)
    if coverage_file is None:
        covered = coverage.found(folder)
    else:
        covered = coverage_file, coverage.read(os.path.dirname(os.path.abspath(coverage_file)), coverage_file)
    healths = health.health(measured, kept)
    calls, audited = _calls(), audit.about(AuditLog(retention.AUDIT.place), folder)
    sections = [
        findings.section(kept, verdicts, runs, today),
        health.section(healths, measured, changes, covered),
        *(_trend(scope, today) if with_trend else ()),
        *_activity(changes, now),
        index.section(standing(folder, files)),
        precision.section(verdicts),
        spending.section(calls, audit.runs_of(audited), reviews, today, savings.advice(audited or (), calls, kept)),
    ]
    scores = tuple((each.folder, each.score) for each in healths)
    name = os.path.basename(folder) or folder
    return Overview(f"Reread: {name}", f"{now:%Y-%m-%d %H:%M} UTC", tuple(sections), scores)


def scores(scope: Scope) -> dict[str, float]:
    """The score of each folder now. Raises StateError."""
    with opened(scope.folder) as state:
        kept = state.findings()
    return {each.folder: each.score for each in health.health(dict(_measured(scope, _files(scope))), kept)}


def _history(folder: str) -> tuple[list[RecordedFinding], list[RecordedRun], list[ModelReviewRun]]:
    with opened(folder) as state:
        kept = [*state.findings(), *state.findings(gone=True)]
        return kept, state.runs(1), state.reviews(_MOST_REVIEWS)


def _calls() -> list[LedgerEntry]:
    return Ledger(ledger_path()).entries()


def _files(scope: Scope) -> tuple[FoundFile, ...]:
    return walk(scope.folder, exclude=scope.exclude, max_file_size=scope.maximum_file_size).files


def _measured(scope: Scope, files: Sequence[FoundFile]) -> Iterator[tuple[str, Measures]]:
    """The sizes of the code files, by path; of the first 5,000 of them."""
    names = [file.path for file in files if language_of(file.path) not in _DATA]
    for name in names[:_MOST_FILES]:
        text = read_text(scope.folder, name)
        if text is not None:
            yield name, measure(Document(name, text, language=language_of(name)))


def _trend(scope: Scope, today: date) -> Iterator[Section]:
    """The health of past months, or why there is none."""
    try:
        root = git.root_of(scope.folder)
        past = trend.months(trend.Code(root, _prefix(scope.folder, root), _DATA, scope.maximum_file_size), today)
        yield trend.section(past)
    except git.GitError as error:
        yield Section("Trend", (f"There is no past month to show: {error}.",))


def _prefix(folder: str, root: str) -> str:
    """What paths from the root of the repository have before those from the folder: "src/", or ""."""
    below = os.path.relpath(os.path.realpath(folder), root).replace(os.sep, "/")
    return "" if below == "." else f"{below}/"


def _churn(folder: str) -> Churn:
    """The commits of the last year, with paths from the folder; none without git."""
    try:
        root = git.root_of(folder)
        found = churn(root)
    except git.GitError:
        return Churn(Counter(), {}, ())
    prefix = _prefix(folder, root)
    changes = Counter({path.removeprefix(prefix): n for path, n in found.changes.items() if path.startswith(prefix)})
    authors = {path.removeprefix(prefix): who for path, who in found.authors.items() if path.startswith(prefix)}
    return Churn(changes, authors, found.times)


def _activity(changes: Churn, now: datetime) -> Iterator[Section]:
    """Commits by week, where there are any."""
    if not changes.times:
        return
    mondays = periods.weeks(now.date())
    counts = [0.0] * len(mondays)
    for moment in changes.times:
        week = periods.index_of(mondays, datetime.fromtimestamp(moment, UTC).date())
        if 0 <= week < len(mondays):
            counts[week] += 1
    plot = Plot("Commits a week", periods.labels(mondays), (("commits", tuple(counts)),), stacked=True)
    yield Section("Activity", (f"{len(changes.times):,} commits in the last year.",), plots=(plot,))
