"""A change of a hundred functions, reviewed at once with index and worker: what asking about them together saves."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import NamedTuple

from reread.analyzers.review.settings import ReviewSettings
from reread.server.report.review import ReviewDocument, ReviewOutcome, ReviewRequest
from reread.server.settings import Settings
from reread.server.worker.client import Worker
from tests.bench import day
from tests.standin import StandIn

MOST_TOKENS = 0.5


class Result(NamedTuple):
    """Tokens and requests for a review of one change, with the units together and one by one."""

    units: int
    together: int
    alone: int
    requests: int


def measure(package: Path, folder: Path) -> Result:
    """Review the change twice, without the answers of the first time. Needs `REREAD_STATE_DIR`."""
    with StandIn() as model:
        os.environ["OLLAMA_HOST"] = model.url
        copy = day.repository(package, folder)
        before = {path: path.read_text("utf-8") for path in copy.rglob("*.py")}
        changed = day.large_change(copy)
        for path, text in changed.items():
            path.write_text(text, "utf-8")
        together = asyncio.run(_reviewed(copy, changed, before, 8))
        requests = len(model.reviews)
        alone = asyncio.run(_reviewed(copy, changed, before, 1))
        return Result(together.units, together.tokens, alone.tokens, requests)


async def _reviewed(folder: Path, changed: dict[Path, str], before: dict[Path, str], parts: int) -> ReviewOutcome:
    options = ReviewSettings(
        provider="ollama", model="stand-in", cache=False, parts_per_request=parts, max_output_tokens=1_024,
        tokens_per_run=0, tokens_per_day=0, tokens_per_month=0,
    )  # fmt: skip
    documents = tuple(
        ReviewDocument(path.as_uri(), str(path), path.relative_to(folder).as_posix(), "python", text, before[path])
        for path, text in changed.items()
    )
    worker = Worker(on_progress=lambda progress: None, on_state=lambda state, message: None)
    await worker.start()
    try:
        await worker.open_folder(str(folder), Settings(review=options))
        await worker.index(str(folder))
        outcome = await worker.review(ReviewRequest(str(folder), documents), lambda *_: None, lambda *_: None)
    finally:
        await worker.stop()
    if not outcome.complete:
        raise RuntimeError("; ".join(outcome.problems))
    return outcome
