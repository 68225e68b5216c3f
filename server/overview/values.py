"""The content of a report, independent of its format: sections with tables and plots."""

from __future__ import annotations

from typing import NamedTuple

Cell = str | int | float | None


class Table(NamedTuple):
    """`columns` are the headings; a None in a row is shown as nothing. So many rows more were `left_out`."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    left_out: int = 0

    @property
    def remainder(self) -> str:
        """What says that rows were left out, or ""."""
        more = self.left_out
        return f"{more:,} more row{'s' * (more != 1)} left out" if more else ""


class Plot(NamedTuple):
    """`labels` are those of the horizontal axis; each of `series` is a name with a value for each label."""

    name: str
    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[float, ...]], ...]
    stacked: bool = False


class Section(NamedTuple):
    """`notes` are plain text: the meaning of the figures, how they were computed, and what follows from them."""

    title: str
    notes: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    plots: tuple[Plot, ...] = ()


class Overview(NamedTuple):
    """All sections of one workspace. `made` is the moment, as ISO 8601 in UTC; `scores` are those of folders."""

    title: str
    made: str
    sections: tuple[Section, ...]
    scores: tuple[tuple[str, float], ...] = ()
