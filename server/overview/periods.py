"""The weeks by which a report groups its figures."""

from __future__ import annotations

from datetime import date, timedelta

WEEKS = 26


def weeks(today: date, count: int = WEEKS) -> tuple[date, ...]:
    """The Mondays of the last weeks, the latest last."""
    monday = today - timedelta(days=today.weekday())
    return tuple(monday - timedelta(weeks=back) for back in reversed(range(count)))


def labels(mondays: tuple[date, ...]) -> tuple[str, ...]:
    return tuple(each.isoformat() for each in mondays)


def index_of(mondays: tuple[date, ...], day: date) -> int:
    """Which of the weeks a day is in; below 0 for an earlier one."""
    return (day - mondays[0]).days // 7


def day_of(moment: str) -> date:
    """The day of a moment as ISO 8601. Raises ValueError."""
    return date.fromisoformat(moment[:10])
