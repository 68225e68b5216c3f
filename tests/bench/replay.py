"""Reviews a day of edits as an editor does at each save, with index, worker and the stand-in for a model."""

from __future__ import annotations

import asyncio
import os
import subprocess
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from reread.analyzers.review import prompts
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.spend.ledger import Ledger
from reread.analyzers.review.spend.stats import Statistics, statistics
from reread.analyzers.review.tokens import estimate
from reread.server.report.review import ReviewDocument, ReviewRequest
from reread.server.settings import Settings
from reread.server.worker.client import Worker
from tests.bench import day
from tests.standin import StandIn

LEAST_HITS = 0.7
MOST_TOKENS = 0.2


class Result(NamedTuple):
    """`statistics` are those of the day; `whole` the tokens of sending each changed file whole at each save, with the
    same instructions and without any answer. `edits` counts the saves by what was edited, `skipped` the parts that
    needed no review.
    """

    statistics: Statistics
    whole: int
    edits: Counter[str]
    skipped: int


def default_package() -> Path:
    """A package that is always there with us, and large enough to be worked on for a day."""
    import rich

    return Path(os.environ.get("BENCH_PACKAGE") or os.path.dirname(rich.__file__))


def replay(package: Path, folder: Path, count: int = day.SAVES) -> Result:
    """Review at each save what differs from the last commit in the saved file. Needs `REREAD_STATE_DIR`."""
    with StandIn() as model:
        os.environ["OLLAMA_HOST"] = model.url
        return asyncio.run(_replayed(day.repository(package, folder), count))


async def _replayed(folder: Path, count: int) -> Result:
    limits = {"tokens_per_run": 0, "tokens_per_day": 0, "tokens_per_month": 0}
    settings = Settings(review=ReviewSettings(provider="ollama", model="stand-in", **limits))
    instructions = estimate(prompts.render(prompts.REVIEW, _FIELDS, ()).system)
    worker = Worker(on_progress=lambda progress: None, on_state=lambda state, message: None)
    await worker.start()
    edits: Counter[str] = Counter()
    whole = skipped = 0
    try:
        await worker.open_folder(str(folder), settings)
        await worker.index(str(folder))
        for save in day.saves(folder, count=count):
            save.path.write_text(save.text, "utf-8")
            relative = save.path.relative_to(folder).as_posix()
            base = _at_head(folder, relative)
            edits[save.what] += 1
            if base != save.text:
                whole += instructions + estimate(save.text)
            await worker.index(str(folder), [str(save.path)])
            document = ReviewDocument(save.path.as_uri(), str(save.path), relative, "python", save.text, base)
            outcome = await worker.review(
                ReviewRequest(str(folder), (document,)), lambda uri, finding: None, lambda line, done, total: None
            )
            if not outcome.complete:
                raise RuntimeError("; ".join(outcome.problems))
            skipped += outcome.skipped
            if save.commits:
                day.commit(folder)
    finally:
        await worker.stop()
    ledger = Ledger(os.path.join(os.environ["REREAD_STATE_DIR"], "ledger.sqlite"))
    return Result(statistics(ledger.entries()), whole, edits, skipped)


_FIELDS = {"path": "", "language": "", "name": "", "secret_prefix": "", "most_findings": "5"}


def _at_head(folder: Path, relative: str) -> str:
    shown = subprocess.run(["git", "show", f"HEAD:{relative}"], cwd=folder, check=True, capture_output=True)
    return shown.stdout.decode()
