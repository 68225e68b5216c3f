"""The health of code by folder: a score from complexity, duplication and findings, with hot spots and ownership."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reread.analyzers.measures import Measures
from reread.server.git.churn import Churn
from reread.server.known.state import RecordedFinding
from reread.server.overview.coverage import Covered
from reread.server.overview.folders import folder_of
from reread.server.overview.values import Cell, Section, Table

COMPLEX = 15
"""Complexity above which a function is counted as complex."""
GRADES = (("A", 85.0), ("B", 70.0), ("C", 55.0), ("D", 40.0), ("E", 0.0))
_WEIGHTS = {"error": 5.0, "warning": 2.0, "info": 0.5, "hint": 0.1}
_MOST_HOT = 15
FORMULA = (
    "Score = 100 - 35 x min(1, complex / 20 %) - 25 x min(1, duplicated / 30 %) - 40 x min(1, weight / 20). "
    f"complex: share of functions with a cyclomatic complexity above {COMPLEX}; duplicated: share of runs of six lines "
    "of code that are found more than once; weight: open findings for each 1,000 lines of code, where an error counts "
    "5, a warning 2, info 0.5 and a hint 0.1. A from 85, B from 70, C from 55, D from 40, else E."
)


class Health(NamedTuple):
    """The health of one folder. Shares are from 0 to 1."""

    folder: str
    files: int
    lines: int
    functions: int
    complex: float
    duplicated: float
    weight: float

    @property
    def score(self) -> float:
        """From 0 to 100, by FORMULA."""
        lost = 35 * min(1, self.complex / 0.2) + 25 * min(1, self.duplicated / 0.3) + 40 * min(1, self.weight / 20)
        return round(100 - lost, 1)


def grade(score: float) -> str:
    """The letter of a score."""
    return next(letter for letter, least in GRADES if score >= least)


def health(measured: Mapping[str, Measures], kept: Iterable[RecordedFinding]) -> list[Health]:
    """The health of each folder with code, by name. `measured` is by path."""
    runs = Counter(run for each in measured.values() for run in each.runs)
    weights: defaultdict[str, float] = defaultdict(float)
    for finding in kept:
        if not finding.gone:
            weights[folder_of(finding.path)] += _WEIGHTS.get(finding.severity, 0.0)
    folders: defaultdict[str, list[Measures]] = defaultdict(list)
    for path, each in measured.items():
        folders[folder_of(path)].append(each)
    return [_of(name, files, runs, weights[name]) for name, files in sorted(folders.items())]


def _of(name: str, files: Sequence[Measures], runs: Counter[int], weight: float) -> Health:
    lines = sum(each.lines for each in files)
    complexities = [count for each in files for count in each.complexities]
    own = [run for each in files for run in each.runs]
    return Health(
        name,
        len(files),
        lines,
        len(complexities),
        sum(count > COMPLEX for count in complexities) / len(complexities) if complexities else 0.0,
        sum(runs[run] > 1 for run in own) / len(own) if own else 0.0,
        weight * 1_000 / lines if lines else 0.0,
    )


def section(
    found: Sequence[Health], measured: Mapping[str, Measures], churn: Churn, coverage: tuple[str, Mapping[str, Covered]]
) -> Section:
    """The section on health."""
    place, covered = coverage
    notes = [
        FORMULA,
        "changes: changed files in the commits of the last year; main author: who made the largest share of them.",
    ]
    if place:
        notes.append(f"Coverage of lines by {place}.")
    columns = ("folder", "grade", "score", "files", "lines", "functions", "complex", "duplicated", "weight", "covered")
    rows = tuple((*_cells(each), _covered(each.folder, covered)) for each in found)
    owners = tuple((each.folder, *_owner(each.folder, churn)) for each in found)
    tables = [
        Table("Score by folder", columns, rows),
        Table("Ownership by folder", ("folder", "changes", "authors", "main author", "share"), owners),
    ]
    hot = _hot(measured, churn)
    if hot:
        notes.append("Hot spots are files that are complex and change often: changes x complexity of all functions.")
        headings = ("file", "changes", "complexity", "product")
        tables.append(Table("Hot spots", headings, hot[:_MOST_HOT], len(hot[_MOST_HOT:])))
    return Section("Health of the code", tuple(notes), tuple(tables))


def _cells(each: Health) -> tuple[Cell, ...]:
    sizes = (each.files, each.lines, each.functions)
    return (
        *(each.folder, grade(each.score), each.score, *sizes),
        *(f"{each.complex:.1%}", f"{each.duplicated:.1%}", round(each.weight, 1)),
    )


def _covered(folder: str, covered: Mapping[str, Covered]) -> str | None:
    own = [each for path, each in covered.items() if folder_of(path) == folder]
    lines = sum(each.lines for each in own)
    return f"{sum(each.hit for each in own) / lines:.0%}" if lines else None


def _owner(folder: str, churn: Churn) -> tuple[Cell, ...]:
    authors = Counter[str]()
    for path, counts in churn.authors.items():
        if folder_of(path) == folder:
            authors.update(counts)
    if not authors:
        return 0, 0, None, None
    (name, count), total = authors.most_common(1)[0], sum(authors.values())
    return total, len(authors), name, f"{count / total:.0%}"


def _hot(measured: Mapping[str, Measures], churn: Churn) -> tuple[tuple[Cell, ...], ...]:
    rows = [(path, churn.changes[path], sum(each.complexities)) for path, each in measured.items()]
    products = [(path, changes, complexity, changes * complexity) for path, changes, complexity in rows]
    products.sort(key=lambda row: (-row[3], row[0]))
    return tuple(row for row in products if row[3])
