"""Figures as text, the same in every human-readable format."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reread.server.evaluation.intervals import Interval
from reread.server.evaluation.judging import JudgeReport
from reread.server.evaluation.outcomes import Fate, Outcome
from reread.server.evaluation.results import Difference, Figures, Results, Score
from reread.server.evaluation.values import AnnotatedLines

HEADER = ("precision", "recall", "F1", "found", "wrong", "missed", "repeated")
MOST = 200
"""Rows of a list of findings."""

NOTE = "In brackets: 95 % confidence intervals."


def share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def measured(found: Interval | None) -> str:
    """A figure with its interval: "0.600 (0.52 to 0.67)"."""
    return "-" if found is None else f"{found.value:.3f} ({found.low:.2f} to {found.high:.2f})"


def cells(score: Score) -> tuple[str, ...]:
    """The cells of a row below HEADER."""
    counts = score.counts
    return (
        *map(measured, (score.precision, score.recall, score.f1)),
        *map(str, (counts.found, counts.wrong, counts.missed, counts.repeated)),
    )


def facts(figures: Figures) -> list[tuple[str, str]]:
    """All that is not a table: what, and how much."""
    clean = figures.clean
    return [
        ("model", figures.model),
        ("prompts", ", ".join(figures.prompts)),
        ("cases", f"{figures.cases}, {figures.runs} {'run' if figures.runs == 1 else 'runs'} each"),
        (
            "by place alone",
            f"precision {measured(figures.by_place.precision)}, recall {measured(figures.by_place.recall)}",
        ),
        ("clean changes", f"{clean.flagged} of {clean.answers} with findings, {clean.findings} findings"),
        ("calibration error", share(figures.calibration_error)),
        ("repeatability", share(figures.repeatability)),
        ("tokens", f"{figures.tokens:,}"),
        ("cost", "not known" if figures.cost is None else f"${figures.cost:.4f}"),
        ("time", f"{figures.seconds:.1f} s in reviews"),
        ("a review takes", ", ".join(f"{name} {each:.1f} s" for name, each in figures.latency.items()) or "-"),
        *([("categories without a class", ", ".join(figures.unknown))] if figures.unknown else []),
        *(_judge(figures.judge) if figures.judge is not None else []),
    ]


def _judge(report: JudgeReport) -> list[tuple[str, str]]:
    known, without = report.agreement, report.without
    decided = f"{known.pairs - known.undecided} of {known.pairs} labelled remarks"
    return [
        ("judge", f"{report.model}, {report.prompt}"),
        ("judge agrees with labels", f"{measured(known.share)} of {decided}, kappa {share(known.kappa)}"),
        ("judge was asked about", f"{report.requested} findings, {report.undecided} undecided"),
        ("only by the judge", f"{report.found} found, {report.repeated} repeated"),
        ("without the judge", f"precision {share(without.precision)}, recall {share(without.recall)}"),
    ]


def changed_by(found: Interval) -> str:
    verdict = "clear" if found.is_clear else "may be chance"
    return f"{found.value:+.3f} (95 % interval {found.low:+.3f} to {found.high:+.3f}: {verdict})"


def differences(found: Difference) -> list[tuple[str, str]]:
    return [(name, changed_by(each)) for name, each in found.figures.items()]


class Listed(NamedTuple):
    """A list of findings as a table of at most MOST rows; `more` says how many are left out, or is ""."""

    title: str
    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    more: str


_LISTS: tuple[tuple[Fate, str], ...] = (
    ("wrong", "Wrong findings"),
    ("missed", "Missed defects"),
    ("found", "Found defects"),
)


def lists(figures: Figures) -> list[Listed]:
    """The findings that are wrong, the defects that were missed, and those that were found."""
    return [
        _listed(
            title,
            ("case", "run", "place", "class", "confidence", "message"),
            [
                (name, str(each.run), _place(each.place), _kind(each), share(each.confidence), each.message)
                for name, case in figures.per_case.items()
                for each in case.outcomes
                if each.fate == fate
            ],
        )
        for fate, title in _LISTS
    ]


def changes(results: Results) -> Listed:
    """What two settings differ in."""
    header = ("case", "place", "class", "what", "first", "other", "message")
    found = results.difference.changes if results.difference is not None else ()
    rows = [
        (
            each.case,
            _place(each.place),
            each.kind,
            "defect found" if each.fate == "found" else "wrong finding",
            str(each.first),
            str(each.other),
            each.message,
        )
        for each in found
    ]
    return _listed("Cases that differ (in how many runs)", header, rows)


def _listed(title: str, header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Listed:
    more = f"{len(rows) - MOST:,} more are in the JSON output" if len(rows) > MOST else ""
    return Listed(f"{title}: {len(rows):,}", header, rows[:MOST], more)


def _kind(outcome: Outcome) -> str:
    return f"{outcome.kind} (by the judge)" if outcome.by_judge else outcome.kind


def _place(place: AnnotatedLines) -> str:
    return f"{place.path}:{place.first}"
