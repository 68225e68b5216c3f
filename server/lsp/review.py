"""Reviews by the model: of a file, a selection, the changes since HEAD, or what was just saved.

A review is about the texts as they were when it began. What it finds follows all edits made since, and is dropped when
its own text was touched, so that nothing is ever shown at a wrong place.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from lsprotocol import types

from reread.analyzers.text import Span
from reread.server.lsp import base_text
from reread.server.lsp.progress import Progress
from reread.server.lsp.targets import Target

if TYPE_CHECKING:
    from reread.analyzers.findings import Finding
    from reread.server.lsp.folders import Folder
    from reread.server.lsp.server import Server
    from reread.server.lsp.session import OpenDocument
    from reread.server.reviewing import ReviewOutcome

logger = logging.getLogger(__name__)


class Reviews:
    """The reviews that are running; a newer one of the same kind and place cancels the older."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._running: dict[str, asyncio.Task[None]] = {}

    def file(self, opened: OpenDocument) -> None:
        """Review all definitions of a document."""
        self._start("file", opened.folder, opened.key, self._now([Target(self._server, opened, "file")]), whole=True)

    def selection(self, opened: OpenDocument, selected: Span) -> None:
        """Review the definitions that the selection touches."""
        target = Target(self._server, opened, "selection", selection=selected)
        self._start("selection", opened.folder, opened.key, self._now([target]), whole=True)

    def saved(self, opened: OpenDocument) -> None:
        """Review the definitions that differ from HEAD, if the settings ask for that on save."""
        folder, document = opened.folder, opened.document
        review = folder.settings.review
        wanted = folder.settings.enable and review.enable and review.run == "on-save"
        if wanted and folder.path and document.language and not folder.excludes(document.path):
            self._start("saved", folder, opened.key, self._saved_targets(opened), asked=False)

    def changes(self, folder: Folder) -> None:
        """Review all that differs from HEAD in a folder."""
        self._start("changes", folder, folder.path, self._changed_targets(folder))

    def cancel(self, key: str) -> None:
        """The document is closed: nobody waits for reviews of it alone."""
        for kind in ("file", "selection", "saved"):
            task = self._running.get(f"{kind} {key}")
            if task is not None:
                task.cancel()

    def _start(
        self,
        kind: str,
        folder: Folder,
        place: str,
        targets: Awaitable[list[Target]],
        *,
        whole: bool = False,
        asked: bool = True,
    ) -> None:
        name = f"{kind} {place}"
        before = self._running.get(name)
        if before is not None:
            before.cancel()
        tasks = self._server.session.tasks
        task = self._running[name] = tasks.start(self._run(folder, targets, whole, asked), f"review of {name}")
        task.add_done_callback(lambda done: self._running.pop(name, None) if self._running.get(name) is done else None)

    async def _run(self, folder: Folder, gather: Awaitable[list[Target]], whole: bool, asked: bool) -> None:
        from reread.server.reviewing import ReviewRequest
        from reread.server.worker.client import RequestFailedError, WorkerGoneError

        targets: dict[str, Target] = {}
        try:
            async with Progress(self._server, "Reread: reviewing") as progress:
                targets = {target.uri: target for target in await gather}
                if not targets:
                    self._tell("there is nothing to review", asked, types.MessageType.Info)
                    return
                worker = await self._server.background.worker_for(folder)
                request = ReviewRequest(folder.path, tuple(map(Target.as_request, targets.values())), whole)

                def found(uri: str, finding: Finding) -> None:
                    if uri in targets:
                        targets[uri].add(finding)

                outcome = await worker.review(request, found, _reporter(progress))
            self._finish(outcome, targets, asked)
        except (WorkerGoneError, RequestFailedError, base_text.NoBaseError) as error:
            self._tell(f"not reviewed: {error}", asked)
        finally:
            for target in targets.values():
                target.release()

    def _finish(self, outcome: ReviewOutcome, targets: dict[str, Target], asked: bool) -> None:
        by_uri: dict[str, list[Finding]] = {}
        for uri, finding in outcome.findings:
            by_uri.setdefault(uri, []).append(finding)
        for uri, target in targets.items():
            target.replace(by_uri.get(uri, []), complete=outcome.complete)
        for problem in outcome.problems:
            self._tell(problem, asked)
        for note in outcome.notes:
            logger.warning("%s", note)
        logger.info(
            "reviewed %d units (%d cached, %d skipped): %d findings, %d dropped, %d tokens",
            *(outcome.units, outcome.cached, outcome.skipped, len(outcome.findings), outcome.dropped, outcome.tokens),
        )
        if asked and outcome.complete and not outcome.problems:
            count = len(outcome.findings)
            words = "no findings" if not count else f"{count} finding{'s' if count > 1 else ''}"
            self._server.show(f"reviewed: {words}", types.MessageType.Info)

    def _tell(self, line: str, asked: bool, kind: types.MessageType = types.MessageType.Warning) -> None:
        """What was asked for is answered each time; what runs by itself complains once."""
        (self._server.show if asked else self._server.show_once)(line, kind)

    async def _now(self, targets: list[Target]) -> list[Target]:
        return targets

    async def _saved_targets(self, opened: OpenDocument) -> list[Target]:
        target = Target(self._server, opened, "changes")
        try:
            target.base_text = await self._server.schedule.in_thread(
                base_text.of_file, opened.document.path, opened.document.text, opened.folder.settings.max_file_size
            )
        except BaseException:
            target.release()
            raise
        return [target] if target.base_text != target.document.text else []

    async def _changed_targets(self, folder: Folder) -> list[Target]:
        limit = folder.settings.max_file_size
        changed = await self._server.schedule.in_thread(base_text.of_changes, folder.path, limit)
        targets = []
        for path, base in changed:
            if self._server.session.folder_of(path) is folder and not folder.excludes(path):
                targets += Target.of_path(self._server, folder, path, base)
        return targets


def _reporter(progress: Progress) -> Callable[[str, int, int], None]:
    def report(line: str, done: int, total: int) -> None:
        progress.report(line, 100 * done // total if total else None)

    return report
