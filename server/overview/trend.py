"""The trend of code health: the score of past months, from their commits, without findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from reread.analyzers.measures import Measures, measure
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Document
from reread.server import git
from reread.server.git import trees
from reread.server.overview import health
from reread.server.overview.values import Plot, Section, Table

MONTHS = 12
NOTE = (
    "The score on the first of each month, of all code of the last commit on the main line before it. Findings of then "
    "are not known, so their part of the score is left out."
)
NONE = "There is no past month to show: no commit on the main line is from before the first of this month."
_MOST_FOLDERS = 8
_MOST_CONTENTS = 10_000
"""Different contents that are measured over all months; what is before the month that goes beyond it is left out."""
_BATCH = 500
"""Contents that one process of git is asked for, which bounds what is held."""

Content = tuple[str, str]
"""The id of a content, and the language that it is in by its name."""


class Code(NamedTuple):
    """Where the code is: the root of the repository, the part of it that counts ("src/", or ""), which languages do
    not, and the largest file in bytes.
    """

    root: str
    prefix: str
    not_code: frozenset[str]
    maximum_file_size: int


class Month(NamedTuple):
    """`scores` are by folder."""

    day: date
    scores: Mapping[str, float]


def months(code: Code, today: date) -> list[Month]:
    """The scores of the last months, oldest first, as far as the history goes. Raises GitError."""
    days = first_days(today)
    moments = [int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) for day in days]
    known: dict[Content, Measures] = {}
    found: list[Month] = []
    # The newest first: where there is too much, the oldest are left out.
    for day, commit in reversed(list(zip(days, trees.commits_before(code.root, moments), strict=True))):
        files = _code_of(code, commit) if commit else {}
        missing = set(files.values()) - known.keys()
        if not commit or len(known) + len(missing) > _MOST_CONTENTS:
            break
        known |= _measured(code.root, sorted(missing))
        scores = health.health({path: known[content] for path, content in files.items()}, ())
        found.append(Month(day, {each.folder: each.score for each in scores}))
    return found[::-1]


def first_days(today: date) -> list[date]:
    """The first days of this month and those before it, oldest first."""
    count = today.year * 12 + today.month - 1
    return [date(each // 12, each % 12 + 1, 1) for each in range(count - MONTHS + 1, count + 1)]


def section(found: Sequence[Month]) -> Section:
    """The section of the report, which says why if there is no history."""
    if not found:
        return Section("Trend", (NONE,))
    latest = found[-1].scores
    folders = sorted({name for month in found for name in month.scores})
    shown = sorted(latest, key=lambda name: (latest[name], name))[:_MOST_FOLDERS]
    labels = tuple(month.day.isoformat() for month in found)
    series = tuple((name, tuple(month.scores.get(name, 0.0) for month in found)) for name in sorted(shown))
    rows = tuple((name, *(month.scores.get(name) for month in found)) for name in folders)
    return Section(
        "Trend", (NOTE,), (Table("Score by month", ("folder", *labels), rows),), (Plot("Score", labels, series),)
    )


def _code_of(code: Code, commit: str) -> dict[str, Content]:
    """The contents of the code files of a commit, by paths from the prefix."""
    found = {}
    for file in trees.files_of(code.root, commit):
        language = language_of(file.path)
        if file.path.startswith(code.prefix) and language not in code.not_code and file.size <= code.maximum_file_size:
            found[file.path.removeprefix(code.prefix)] = (file.object, language)
    return found


def _measured(root: str, contents: Sequence[Content]) -> dict[Content, Measures]:
    found = {}
    for start in range(0, len(contents), _BATCH):
        batch = contents[start : start + _BATCH]
        for content, data in zip(batch, _read(root, batch), strict=True):
            text = data.decode("utf-8", errors="replace")
            found[content] = measure(Document("", text, language=content[1]))
    return found


def _read(root: str, batch: Sequence[Content]) -> Iterable[bytes]:
    return git.contents(root, [name for name, _ in batch])
