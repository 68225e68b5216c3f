"""Bringing the index up to date before a model is asked, without waiting for ever."""

from __future__ import annotations

import asyncio

from reread.server.cli import writing
from reread.server.rpc.errors import RequestFailedError
from reread.server.worker.client import Worker

_PATIENCE = 30.0
"""Seconds that a question to a model waits for the index."""


async def bring_up_to_date(worker: Worker, folder: str) -> bool:
    """Brings the index up to date, unless that takes too long: then one goes on with what is in it. False for that."""
    try:
        await asyncio.wait_for(worker.index(folder), _PATIENCE)
    except TimeoutError:
        writing.say("the index is not complete yet; `reread index` completes it")
    except RequestFailedError as error:
        writing.say(f"the index is not up to date: {error}")
    else:
        return True
    return False
