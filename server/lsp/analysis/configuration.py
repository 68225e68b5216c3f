"""Settings in an editor: their sources, and their changes.

`initializationOptions`, `workspace/configuration` and the payload of `didChangeConfiguration` are all accepted; what
the client is asked for wins over what it sent by itself. Loading runs as one task at a time: a request that arrives
meanwhile makes it run once more.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from reread.server.engines import load_engine
from reread.server.lsp.analysis import publish
from reread.server.lsp.documents.folders import Folder

if TYPE_CHECKING:
    from reread.server.lsp.analysis.background import Background
    from reread.server.lsp.analysis.schedule import Schedule
    from reread.server.lsp.analysis.tidying import Tidying
    from reread.server.lsp.client.client import Client
    from reread.server.settings import Settings

logger = logging.getLogger(__name__)

SECTION = "reread"

PATIENCE = 2.0
"""Seconds to wait for the client's settings before going on with those that are known."""


class ConfigurationSource:
    """Keeps the settings of all folders up to date."""

    def __init__(
        self,
        client: Client,
        schedule: Schedule,
        tidying: Tidying,
        background: Background,
        on_applied: Callable[[Folder], None],
    ) -> None:
        self._client = client
        self._session = client.session
        self._schedule = schedule
        self._tidying = tidying
        self._background = background
        self._on_applied = on_applied
        self._sent: Mapping[str, Any] = {}
        self._task: asyncio.Task[None] | None = None
        self._again = False
        self._reload_rules = False

    def initialize(self, options: Any) -> None:
        """Take in `initializationOptions`."""
        self._sent = section_of(options)

    def received(self, payload: Any) -> None:
        """Take in what `didChangeConfiguration` carries; many clients send it empty and want to be asked."""
        section = section_of(payload)
        if section:
            self._sent = section
        self.request()

    def ensure_started(self) -> None:
        """Load the settings, unless that has been done or is under way."""
        if self._task is None:
            self.request()

    def request(self, *, reload_rules: bool = False) -> None:
        """Load the settings of all folders again, and with `reload_rules` also rules whose paths are the same."""
        self._reload_rules |= reload_rules
        if self._task is not None and not self._task.done():
            self._again = True
            return
        self._task = self._session.tasks.start(self._run(), "configuration")

    async def _run(self) -> None:
        while True:
            self._again = False
            reload_rules, self._reload_rules = self._reload_rules, False
            await self._pull()
            for folder in self._most_wanted_first():
                await self._load(folder, reload_rules)
                await self._analyse(folder)
            if not self._again:
                return

    def _most_wanted_first(self) -> list[Folder]:
        """All folders, those with open documents in front."""
        used = {id(opened.folder) for opened in self._session.documents.values()}
        return sorted(self._session.all_folders(), key=lambda folder: id(folder) not in used)

    async def _analyse(self, folder: Folder) -> None:
        """Analyse what is open in the folder, before the processor is taken by loading the next one."""
        for opened in self._session.documents.values():
            wanted = opened.wanted or (not opened.current and folder.settings.run != "manual")
            if opened.folder is folder and wanted:
                self._schedule.request(opened)
        await asyncio.sleep(0)
        running = [opened.running for opened in self._session.documents.values() if opened.running is not None]
        if running:
            await asyncio.wait(running)

    async def _pull(self) -> None:
        session = self._session
        folders = list(session.all_folders())
        for folder in folders:
            folder.editor = self._sent
        if not session.client.configuration:
            return
        items = [{"section": SECTION, **({"scopeUri": folder.uri} if folder.uri else {})} for folder in folders]
        try:
            asked = self._client.connection.ask("workspace/configuration", {"items": items})
            answers = await asyncio.wait_for(asked, PATIENCE)
        except TimeoutError:
            logger.warning("the client did not answer workspace/configuration within %s seconds", PATIENCE)
            return
        except Exception as error:
            logger.warning("the client cannot answer workspace/configuration: %s", error)
            return
        for folder, answer in zip(folders, answers if isinstance(answers, list) else (), strict=False):
            if isinstance(answer, dict) and answer:
                folder.editor = answer

    async def _load(self, folder: Folder, reload_rules: bool) -> None:
        loaded = await self._schedule.in_thread(folder.load, folder.editor)
        settings = loaded.settings
        for problem in loaded.problems:
            self._client.show_once(str(problem))
        await self.load_known(folder)
        engine, before = folder.engine, folder.settings
        if engine is None:
            folder.settings = settings
            await self._schedule.earlier.show(folder)
        if engine is None or reload_rules or settings.rules != before.rules:
            ready = await self._schedule.in_thread(load_engine, folder.path, settings)
            engine = ready[0]
            for line in ready[1]:
                self._client.show_once(line)
        elif settings == before:
            return
        replaced = folder.engine is not None and folder.engine is not engine
        if folder.configured:
            self._schedule.earlier.forget(folder)
        folder.apply(settings, engine)
        if replaced:
            self._tidying.replaced()
        self._applied(folder, before)

    async def load_known(self, folder: Folder) -> None:
        """Put into force what is known of findings from before, as it is on disk now."""
        known, problem = await self._schedule.in_thread(folder.load_known)
        if problem:
            self._client.show_once(problem)
        if not known.is_same(folder.known):
            folder.known = known
            for opened in self._session.documents.values():
                if opened.folder is folder and opened.analysis is not None:
                    publish.publish(self._client, opened)

    def _applied(self, folder: Folder, before: Settings) -> None:
        if folder.path and folder.engine is not None:
            logger.info("%s: %d rules, profile %s", *_about(folder))
        for opened in self._session.documents.values():
            if opened.folder is not folder:
                continue
            if not folder.settings.review.enable or not folder.settings.enable:
                opened.slower.clear()
            if before.enable and not folder.settings.enable:
                opened.forget_analysis()
                publish.publish(self._client, opened)
        self._background.settings_changed(folder)
        self._on_applied(folder)


def _about(folder: Folder) -> tuple[str, int, str]:
    rules = folder.engine.rules.rules if folder.engine is not None else ()
    return folder.path, len(rules), folder.settings.rules.profile


def section_of(payload: Any) -> Mapping[str, Any]:
    """The `reread` section in what a client sent, which may be it, or hold it under `reread` and `settings`."""
    for name in ("settings", SECTION):
        if isinstance(payload, dict) and isinstance(payload.get(name), dict):
            payload = payload[name]
    return payload if isinstance(payload, dict) else {}
