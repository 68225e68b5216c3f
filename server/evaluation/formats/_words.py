"""Figures as text, the same in every human-readable format."""

from __future__ import annotations

from reread.server.evaluation.intervals import Interval
from reread.server.evaluation.results import Difference, Figures, Score

HEADER = ("precision", "recall", "F1", "found", "wrong", "missed", "repeated")


def share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def measured(found: Interval | None) -> str:
    """A figure with its interval: "0.600 (0.52-0.67)"."""
    return "-" if found is None else f"{found.value:.3f} ({found.low:.2f}-{found.high:.2f})"


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
        *([("categories without a class", ", ".join(figures.unknown))] if figures.unknown else []),
    ]


def changed_by(found: Interval) -> str:
    verdict = "clear" if found.is_clear else "may be chance"
    return f"{found.value:+.3f} (95 % interval {found.low:+.3f} to {found.high:+.3f}: {verdict})"


def differences(found: Difference) -> list[tuple[str, str]]:
    return [(name, changed_by(each)) for name, each in found.figures.items()]
