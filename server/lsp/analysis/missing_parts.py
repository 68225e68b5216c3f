"""Offers to install a missing part of Reread: a question with a button, once per session."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lsprotocol import types

from reread.analyzers import parts
from reread.server.lsp.client.progress import Progress

if TYPE_CHECKING:
    from reread.server.lsp.analysis.schedule import Schedule
    from reread.server.lsp.client.client import Client

INSTALL = "Install"
LATER = "Not now"


class MissingParts:
    """The parts that are not installed. `on_installed` is called after one was."""

    def __init__(self, client: Client, schedule: Schedule, on_installed: Callable[[], None]) -> None:
        self._client = client
        self._schedule = schedule
        self._on_installed = on_installed
        self._offered: set[str] = set()
        self._running: set[str] = set()

    def offer(self, name: str) -> None:
        """Ask whether to install a part, unless that was asked before."""
        if name not in self._offered:
            self._offered.add(name)
            self._client.session.tasks.start(self._ask(name), f"offering {name}")

    def install(self, name: str) -> None:
        """Install a part, and say how that went."""
        if name not in self._running:
            self._running.add(name)
            self._client.session.tasks.start(self._install(name), f"installing {name}")

    async def _ask(self, name: str) -> None:
        part = parts.PARTS[name]
        question = f"{part.title} is not installed (about {part.size} MB); rules work without it"
        if await self._client.choose(question, (INSTALL, LATER)) == INSTALL:
            self.install(name)

    async def _install(self, name: str) -> None:
        from reread.server import installing

        title = parts.PARTS[name].title
        try:
            async with Progress(self._client, f"Reread: installing {title}"):
                await self._schedule.in_thread(installing.install, name)
        except (installing.InstallError, OSError) as error:
            self._client.show(f"{title} could not be installed: {error}; run `reread setup {name}` for details")
            return
        finally:
            self._running.discard(name)
        self._client.show(f"{title} is installed", types.MessageType.Info)
        self._on_installed()
