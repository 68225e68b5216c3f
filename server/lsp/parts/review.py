"""Reviews by the model: of a file, a selection, the changes since HEAD, or what was just saved.

A review is about the texts as they were when it began. What it finds follows all edits made since, and is dropped when
its own text was touched, so that nothing is ever shown at a wrong place.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types

from reread.analyzers import syntax
from reread.analyzers.review.change.intent import ChangeContext, Intent
from reread.analyzers.text import Span
from reread.server.lsp.client.progress import Progress
from reread.server.lsp.documents import git_base
from reread.server.lsp.parts import other_files
from reread.server.lsp.parts.targets import Target
from reread.server.lsp.transport import uris

if TYPE_CHECKING:
    from reread.analyzers.findings import Finding
    from reread.server.lsp.analysis.background import Background
    from reread.server.lsp.documents.folders import Folder
    from reread.server.lsp.documents.session import OpenDocument
    from reread.server.lsp.parts.consent import Consents
    from reread.server.lsp.parts.context import Context
    from reread.server.report.review import ReviewDocument, ReviewOutcome, ReviewRequest

logger = logging.getLogger(__name__)


class _Collected(NamedTuple):
    """What is to be reviewed, and other files of the same change that something may have moved from.

    `change` is what is known of the change that the targets are all of; None if they are not one.
    """

    targets: list[Target]
    others: tuple[ReviewDocument, ...] = ()
    change: ChangeContext | None = None


class Reviews:
    """The reviews that are running; a newer one of the same kind and place cancels the older."""

    def __init__(
        self,
        context: Context,
        background: Background,
        consents: Consents,
        reload: Callable[[Folder], Awaitable[None]],
    ) -> None:
        """`reload` reads the known findings of a folder again."""
        self._context = context
        self._reload = reload
        self._background = background
        self._consents = consents
        self._running: dict[str, asyncio.Task[None]] = {}

    def file(self, opened: OpenDocument) -> None:
        """Review all definitions of a document."""
        if self._is_on(opened.folder, asked=True):
            target = Target(self._context, opened, "file")
            gather = partial(self._whole, target, opened.folder.settings.max_file_size)
            self._start(f"file {opened.key}", opened.folder, gather, whole=True, target=target)

    def selection(self, opened: OpenDocument, selected: Span) -> None:
        """Review the definitions that the selection touches."""
        if self._is_on(opened.folder, asked=True):
            target = Target(self._context, opened, "selection", selection=selected)
            self._start(f"selection {opened.key}", opened.folder, _this(target), whole=True, target=target)

    def saved(self, opened: OpenDocument) -> None:
        """Review the definitions that differ from HEAD, if the settings ask for that on save."""
        folder, document = opened.folder, opened.document
        wanted = folder.settings.review.run == "on-save" and folder.path and document.language
        if wanted and self._is_on(folder, asked=False) and not folder.excludes(document.path):
            target = Target(self._context, opened, "changes")
            gather = partial(self._compared, target, folder.settings.max_file_size)
            self._start(f"saved {opened.key}", folder, gather, target=target, asked=False)

    def changes(self, folder: Folder) -> None:
        """Review all that differs from HEAD in a folder."""
        if self._is_on(folder, asked=True):
            self._start(f"changes {folder.path}", folder, partial(self._changed_targets, folder))

    def cancel(self, key: str) -> None:
        """The document is closed: cancel reviews of it alone."""
        for kind in ("file", "selection", "saved"):
            task = self._running.get(f"{kind} {key}")
            if task is not None:
                task.cancel()

    def _is_on(self, folder: Folder, *, asked: bool) -> bool:
        on = folder.settings.enable and folder.settings.review.enable
        if not on and asked:
            self._tell("the model review is disabled (setting `reread.review.enable`)", asked)
        return on

    def _start(
        self,
        name: str,
        folder: Folder,
        gather: Callable[[], Awaitable[_Collected]],
        *,
        target: Target | None = None,
        whole: bool = False,
        asked: bool = True,
    ) -> None:
        before = self._running.get(name)
        if before is not None:
            before.cancel()
        task = self._context.session.tasks.start(self._run(folder, gather, whole, asked), f"review of {name}")
        self._running[name] = task

        def ended(task: asyncio.Task[None]) -> None:
            # A task that is cancelled before its first step never gets to its own `finally`.
            if target is not None:
                target.release()
            if self._running.get(name) is task:
                del self._running[name]

        task.add_done_callback(ended)

    async def _run(self, folder: Folder, gather: Callable[[], Awaitable[_Collected]], whole: bool, asked: bool) -> None:
        from reread.server.lsp.client import editor_model
        from reread.server.report.review import ReviewRequest
        from reread.server.review import price
        from reread.server.rpc.errors import RequestFailedError, WorkerGoneError

        targets: dict[str, Target] = {}
        try:
            async with Progress(self._context.client, "Reread: reviewing") as progress:
                gathered = await gather()
                targets = {target.uri: target for target in gathered.targets}
                if not targets:
                    if asked:
                        self._tell("nothing to review", asked, types.MessageType.Info)
                    return
                if not await self._consents.given(folder, asked=asked):
                    return
                worker = await self._background.worker_for(folder)
                place = self._background.place_of(folder)
                documents = tuple(map(Target.as_request, targets.values()))
                others = other_files.open_documents(self._context.session, folder, targets)
                request = ReviewRequest(
                    place, documents, whole, gathered.others, consent=True, opened=others, change=gathered.change
                )

                if warning := price.warning(await worker.plan(request), folder.settings.review):
                    self._context.client.show(warning, types.MessageType.Info)

                def found(uri: str, finding: Finding) -> None:
                    if uri in targets:
                        targets[uri].add(finding)

                outcome = await worker.review(
                    request, found, _reporter(progress), editor_model.of(self._context.client)
                )
            self._finish(outcome, targets, asked)
            await self._record(folder, request, outcome)
            if outcome.complete:
                await self._remember(request, folder)
        except (WorkerGoneError, RequestFailedError, git_base.NoBaseError) as error:
            self._tell(f"not reviewed: {error}", asked)
        finally:
            for target in targets.values():
                target.release()

    async def _remember(self, request: ReviewRequest, folder: Folder) -> None:
        """What was reviewed is known as such until it changes."""
        from reread.server.review.units import units_of

        units = await self._context.schedule.in_thread(units_of, request, folder.settings)
        for subject in units.subjects:
            self._context.session.reviewed.add(uris.key(subject.document.uri), [subject.unit])
        self._context.client.refresh_lenses()

    async def _record(self, folder: Folder, request: ReviewRequest, outcome: ReviewOutcome) -> None:
        """Keep what it came to in the history, as the command line does."""
        from reread.server.known import editor_reviews, lead_verdicts

        if outcome.leads:
            await self._context.schedule.in_thread(lead_verdicts.record, request, outcome.leads)
            await self._reload(folder)
        if not folder.path:
            return
        if unkept := await self._context.schedule.in_thread(editor_reviews.record, request, outcome):
            logger.warning("the review was not stored: %s", unkept)

    def _finish(self, outcome: ReviewOutcome, targets: dict[str, Target], asked: bool) -> None:
        from reread.server.report.review import decided_in_words

        by_uri: dict[str, list[Finding]] = {}
        for uri, finding in outcome.findings:
            by_uri.setdefault(uri, []).append(finding)
        for uri, target in targets.items():
            target.replace(by_uri.get(uri, []), complete=outcome.complete)
        for problem in outcome.problems:
            # What was found is shown all the same; nobody may take it for all there is.
            self._tell(problem if outcome.complete else f"the review is incomplete: {problem}", asked)
        for note in outcome.notes:
            logger.warning("%s", note)
        logger.info(
            "reviewed %d units (%d cached, %d passed, %d skipped): %d findings, %d dropped, %d tokens",
            *(outcome.units, outcome.cached, outcome.passed, outcome.skipped),
            *(len(outcome.findings), outcome.dropped, outcome.tokens),
        )
        if asked and outcome.complete and not outcome.problems:
            count = len(outcome.findings)
            words = "no findings" if not count else f"{count} finding{'s' if count > 1 else ''}"
            decided = decided_in_words(outcome.leads)
            said = ", ".join(part for part in (words, decided) if part)
            self._context.client.show(f"reviewed: {said}", types.MessageType.Info)

    def _tell(self, line: str, asked: bool, kind: types.MessageType = types.MessageType.Warning) -> None:
        """What was asked for is answered each time; what runs by itself complains once."""
        (self._context.client.show if asked else self._context.client.show_once)(line, kind)

    async def _whole(self, target: Target, limit: int) -> _Collected:
        """The target with its text at HEAD, where there is one: what changed is asked about first."""
        document = target.document
        if document.path and target.folder.path:
            with suppress(git_base.NoBaseError):
                in_thread = self._context.schedule.in_thread
                target.base_text = await in_thread(git_base.of_file, document.path, document.text, limit)
        return _Collected([target])

    async def _compared(self, target: Target, limit: int) -> _Collected:
        """The target with its text at HEAD; none when that is what it still is."""
        document = target.document
        in_thread = self._context.schedule.in_thread
        target.base_text = await in_thread(git_base.of_file, document.path, document.text, limit)
        if target.base_text == document.text:
            return _Collected([])
        folder = target.folder
        others = await in_thread(git_base.of_others, folder.path, limit, document.path)
        return _Collected([target], _as_documents(folder, others))

    async def _changed_targets(self, folder: Folder) -> _Collected:
        limit = folder.settings.max_file_size
        changed = await self._context.schedule.in_thread(git_base.of_changes, folder.path, limit)
        targets = []
        for path, base in changed:
            if self._context.session.folder_of(path) is folder and not folder.excludes(path):
                targets += Target.of_path(self._context, folder, path, base)
        in_thread = self._context.schedule.in_thread
        gone = await in_thread(git_base.of_others, folder.path, limit)
        files = [(folder.relative(path), "new" if base is None else "changed") for path, base in changed]
        files += ((folder.relative(path), "gone") for path, _, _ in gone)
        branch = await in_thread(git_base.branch_of, folder.path)
        change = ChangeContext(Intent(branch=branch), tuple(sorted(files)))
        return _Collected(targets, _as_documents(folder, gone), change)


def _this(target: Target) -> Callable[[], Awaitable[_Collected]]:
    """A target that is there already: its text is the one that the command was given for."""

    async def gather() -> _Collected:
        return _Collected([target])

    return gather


def _as_documents(folder: Folder, files: list[tuple[str, str, str]]) -> tuple[ReviewDocument, ...]:
    from reread.server.report.review import ReviewDocument

    return tuple(
        ReviewDocument(uris.uri_of(path), path, folder.relative(path), syntax.language_of(path), text, base)
        for path, base, text in files
    )


def _reporter(progress: Progress) -> Callable[[str, int, int], None]:
    def report(line: str, done: int, total: int) -> None:
        progress.report(line, 100 * done // total if total else None)

    return report
