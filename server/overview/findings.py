"""Findings over time, by rule and by folder, from the history of the workspace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

from reread.server.overview import periods
from reread.server.overview.folders import folder_of
from reread.server.overview.values import Plot, Section, Table

if TYPE_CHECKING:
    from reread.server.known.feedback import Event
    from reread.server.known.state import RecordedFinding, RecordedRun

RECENT = timedelta(days=30)
_MOST_ROWS = 25
_SEVERITIES = ("error", "warning", "info", "hint")


def section(
    kept: Sequence[RecordedFinding], verdicts: Sequence[Event], runs: Sequence[RecordedRun], today: date
) -> Section:
    """The section on findings. `kept` are the open ones and those that are gone."""
    mondays = periods.weeks(today)
    sources = sorted({each.source for each in kept})
    counts = Counter(each.severity for each in kept if not each.gone)
    said = ", ".join(f"{counts[name]:,} {name}" for name in _SEVERITIES if counts[name]) or "none"
    last = f" The last run was {runs[0].at[:16].replace('T', ' ')} UTC ({runs[0].command})." if runs else ""
    return Section(
        "Findings",
        (f"Open: {said}.{last} New, fixed and dismissed are counts of the last {RECENT.days} days.",),
        (
            _table("By rule", kept, verdicts, today, lambda path, rule: rule),
            _table("By folder", kept, verdicts, today, lambda path, rule: folder_of(path)),
        ),
        (
            _plot("Open findings by severity", kept, mondays, _SEVERITIES, lambda each: each.severity),
            _plot("Open findings by source", kept, mondays, sources, lambda each: each.source),
        )
        if kept
        else (),
    )


def _plot(
    name: str,
    kept: Iterable[RecordedFinding],
    mondays: tuple[date, ...],
    groups: Sequence[str],
    group_of: Callable[[RecordedFinding], str],
) -> Plot:
    """How many were open at the end of each week."""
    changes = {group: [0] * (len(mondays) + 1) for group in groups}
    for each in kept:
        counts = changes[group_of(each)]
        counts[max(0, periods.index_of(mondays, periods.day_of(each.first_seen)))] += 1
        if each.gone:
            counts[max(0, periods.index_of(mondays, periods.day_of(each.gone)))] -= 1
    series = tuple((group, tuple(map(float, accumulate(values[:-1])))) for group, values in changes.items())
    shown = tuple(each for each in series if any(each[1]))
    return Plot(name, periods.labels(mondays), shown, stacked=True)


def _table(
    name: str, kept: Iterable[RecordedFinding], verdicts: Iterable[Event], today: date, key: Callable[[str, str], str]
) -> Table:
    since = (today - RECENT).isoformat()
    opened, new, fixed, dismissed = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for each in kept:
        group = key(each.path, each.rule)
        opened[group] += not each.gone
        new[group] += each.first_seen >= since
        fixed[group] += bool(each.gone) and each.gone >= since
    for event in verdicts:
        if event.verdict == "dismissed" and event.at >= since:
            dismissed[key(event.path, event.rule)] += 1
    groups = sorted({*opened, *dismissed}, key=lambda group: (-opened[group], -new[group], group))
    rows = tuple((group, opened[group], new[group], fixed[group], dismissed[group]) for group in groups[:_MOST_ROWS])
    columns = (name.removeprefix("By "), "open", "new", "fixed", "dismissed")
    return Table(name, columns, rows, len(groups) - len(rows))
