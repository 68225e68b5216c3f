"""The recall of the fused ranking on each task, beside what it should be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from reread.server.evaluation.retrieval.measures import FUSED, Query, score
from reread.server.evaluation.retrieval.tasks import TASKS, tasks

_AIMS = {
    "comment": (0.75, 10),
    "uses": (0.95, 10),
    "callers": (0.95, 10),
    "same commit, code": (0.75, 10),
    "message, code": (0.70, 10),
    "message files, code": (0.92, 5),
    "same commit": (0.0, 10),
    "message": (0.0, 10),
    "message files": (0.0, 5),
    "held back": (0.0, 10),
}
"""The recall to reach, and at how many places. It was set where there were no tests and no prose."""
_FEW = 5


def rows(folders: Sequence[Path]) -> Iterator[tuple[str, float, float | None, str, float, bool]]:
    """For each task that these trees have: the recall in percent, and what it should be."""
    total: dict[str, list[Query]] = {}
    for folder in folders:
        for name, queries in tasks(folder, 200, 1).items():
            total.setdefault(name, []).extend(queries)
    for name, (aim, at) in _AIMS.items():
        if total[name]:
            found = score(total[name], FUSED)[0 if at == _FEW else 1]
            yield f"{TASKS[name]}, recall@{at}", 100 * found, None, "%", 100 * aim, True
