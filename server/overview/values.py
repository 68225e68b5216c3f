"""The content of a report, independent of its format: sections with tables and plots."""

from __future__ import annotations

from typing import NamedTuple

Cell = str | int | float | None


class Table(NamedTuple):
    """`columns` are the headings; a None in a row is shown as nothing."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


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
