"""Brings the index up to date before a request, within a time limit, and says what is wrong with it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from reread.rag.results import IndexReport
from reread.server.cli import writing
from reread.server.rpc.errors import RequestFailedError
from reread.server.settings import Settings
from reread.server.worker.client import Worker

_PATIENCE = 30.0
"""Seconds that a question to a model waits for the index."""


async def bring_up_to_date(worker: Worker, folder: str, settings: Settings) -> bool:
    """Brings the index up to date, unless that takes too long: then one goes on with what is in it. False for that."""
    current, problem = await updated(worker, folder, settings)
    with reported_after(problem):
        return current


async def updated(worker: Worker, folder: str, settings: Settings) -> tuple[bool, str]:
    """The same, and what prevented it in a line, for `reported_after`; "" if nothing did, or if it is said already."""
    try:
        report = await asyncio.wait_for(worker.index(folder), _PATIENCE)
    except TimeoutError:
        writing.say("the index is incomplete; complete it with `reread index`")
        return False, ""
    except RequestFailedError as error:
        return False, str(error)
    await say_notes(worker, folder, settings, report)
    return True, ""


@contextmanager
def reported_after(problem: str) -> Iterator[None]:
    """Says after some work why the index is not up to date, unless the work fails for the same reason."""
    failure = ""
    try:
        yield
    except RequestFailedError as error:
        failure = str(error)
        raise
    finally:
        if problem and failure != problem:
            writing.say(f"the index is not up to date: {problem}")


async def say_notes(worker: Worker, folder: str, settings: Settings, report: IndexReport) -> None:
    """Says what is wrong with the index. Where another process writes it, or the server of vectors went away after the
    run, the report does not know.
    """
    notes = report.notes
    if settings.index.store_url and not notes:
        notes = (await worker.status(folder)).notes
    for note in notes:
        writing.say(note)
