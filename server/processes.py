"""Waits for child processes on an event loop."""

from __future__ import annotations

import asyncio


async def until_ended(process: asyncio.subprocess.Process) -> None:
    """Wait for a process that was killed, however often this is cancelled meanwhile.

    Who ends the loop next must not leave a process that nobody has waited for.
    """
    cancelled = False
    while process.returncode is None:
        try:
            await process.wait()
        except asyncio.CancelledError:
            cancelled = True
    if cancelled:
        raise asyncio.CancelledError
