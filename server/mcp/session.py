"""State shared by the tools of a server: the workspace, the reported findings, the worker.

All methods belong to one event loop; slow work runs in threads.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from reread.analyzers import inside
from reread.analyzers.review.privacy.redact import Redactor
from reread.analyzers.shown.lines import line
from reread.analyzers.syntax import language_of
from reread.server import checking
from reread.server.checking import Job, SourceFile
from reread.server.cli.commands.check import job_of
from reread.server.cli.options import RuleOptions
from reread.server.cli.sources import Selection, from_paths
from reread.server.cli.workspace import Workspace, open_workspace
from reread.server.configuration import load
from reread.server.known import marking
from reread.server.mcp.pages import Pages
from reread.server.mcp.values import FindingItem, Findings, FixItem
from reread.server.personal import personal_of
from reread.server.report.report import FileReport, LocatedFinding
from reread.server.result_cache import ResultCache
from reread.server.review.units import excluded_of
from reread.server.settings import Settings
from reread.server.worker.client import Worker

_MOST_KNOWN = 20_000
"""Findings that can be named by their ids; the oldest are forgotten first."""


class Reported:
    """A finding that was reported, with the file that it is in."""

    def __init__(self, report: FileReport, located: LocatedFinding) -> None:
        self.report = report
        self.located = located

    @property
    def identifier(self) -> str:
        return self.located.finding.fingerprint


class UnknownIdError(LookupError):
    """No finding with this id was reported. The text is one line."""


class OutsideWorkspaceError(ValueError):
    """A path leads out of the workspace. The text is one line."""


class Session:
    """The state of a server. `root` is the workspace folder, which is the current folder of the process."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.pages: Pages[FindingItem] = Pages()
        self.checking = asyncio.Lock()
        self.reports: dict[str, FileReport] = {}
        self._known: dict[str, Reported] = {}
        self._worker: Worker | None = None
        self._starting = asyncio.Lock()

    @property
    def workspace(self) -> Workspace:
        """The workspace with its settings as they are now."""
        return open_workspace([], None, start=self.root, may_be_broken=True)

    @property
    def settings(self) -> Settings:
        return load(self.root).settings

    def job(self, workspace: Workspace) -> Job:
        """How files are checked: each alone, with fingerprints. Raises UsageError for settings that select nothing."""
        return job_of(RuleOptions(), workspace)._replace(fingerprints=True)

    def absolute(self, path: str) -> str:
        """The absolute path of a file of the workspace; raises OutsideError for all others, also by links."""
        absolute = os.path.abspath(os.path.join(self.root, path))
        if not inside.is_inside(self.root, absolute):
            raise OutsideWorkspaceError(f"{path}: not in the workspace")
        return absolute

    def selection(self, paths: Sequence[str], workspace: Workspace) -> Selection:
        """The files of the paths, without those that the settings exclude. Raises OutsideError and UsageError."""
        named = [os.path.relpath(self.absolute(path), self.root) for path in paths]
        return from_paths(named, workspace, named_by_person=False)

    @contextmanager
    def memory(self, job: Job, root: str) -> Iterator[ResultCache | None]:
        """What is known of files from earlier runs, and is kept for later ones."""
        memory = checking.memory_of(job, root)
        yield memory
        if memory is not None:
            memory.save(sound=memory.is_sound)

    def source(self, path: str) -> SourceFile:
        """A single file; raises OutsideError."""
        absolute = self.absolute(path)
        relative = os.path.relpath(absolute, self.root).replace(os.sep, "/")
        return SourceFile(relative, relative, absolute)

    def marked(self, reports: Sequence[FileReport]) -> list[FileReport]:
        """The reports with what is known from before marked; raises BaselineError and FeedbackError."""
        return marking.marked(reports, self.root)[0]

    def found(self, reports: Sequence[FileReport], *, only_new: bool) -> list[FindingItem]:
        """The findings of reports, which can be named by their ids from now on."""
        self.reports.update({report.relative: report for report in reports})
        items = []
        redactor = self.redactor()
        for report in reports:
            for located in report.findings:
                if located.new or not only_new:
                    self._remember(Reported(report, located))
                    items.append(item(report, located, redactor))
        return items

    def page(self, items: Sequence[FindingItem], limit: int, reports: Sequence[FileReport], **more: object) -> Findings:
        """The first page of findings, with what the run came to."""
        page = self.pages.first(items, limit)
        checked = sum(not report.skipped for report in reports)
        return Findings.model_validate(
            {"findings": page.items, "total": page.total, "next_cursor": page.next_cursor, "files": checked, **more}
        )

    def reported(self, identifier: str) -> Reported:
        """The finding with an id; raises UnknownFindingError."""
        if identifier not in self._known:
            raise UnknownIdError(f"{identifier}: no finding with this id was reported here; check its file first")
        return self._known[identifier]

    def redactor(self) -> Redactor:
        """Takes secrets out of what an agent is given, as out of what a model is sent."""
        return Redactor(personal_of(self.settings.review, self.root))

    def readable(self, paths: Iterable[str]) -> set[str]:
        """Those of the paths (relative) whose code may leave: `.rereadignore` and the settings exclude none of them."""
        named = set(paths)
        return named - excluded_of(self.settings, self.root, named)

    async def worker(self) -> Worker:
        """The worker with the folder open and its index up to date; raises RequestFailedError, WorkerGoneError."""
        async with self._starting:
            if self._worker is None:
                worker = Worker(on_progress=lambda progress: None, on_state=lambda state, message: None)
                await worker.start()
                self._worker = worker
            await self._worker.open_folder(self.root, self.settings)
            return self._worker

    async def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            await self._worker.stop()

    def _remember(self, reported: Reported) -> None:
        self._known.pop(reported.identifier, None)
        self._known[reported.identifier] = reported
        while len(self._known) > _MOST_KNOWN:
            del self._known[next(iter(self._known))]


def item(report: FileReport, located: LocatedFinding, redactor: Redactor) -> FindingItem:
    """A finding as an agent is given it: what others wrote in one harmless line, without secrets."""
    finding, place = located.finding, located.place
    return FindingItem(
        id=finding.fingerprint,
        path=line(report.relative),
        line=place.line + 1,
        column=place.column + 1,
        end_line=place.end_line + 1,
        end_column=place.end_column + 1,
        rule=line(finding.rule),
        severity=finding.severity.value,
        message=line(redactor.redact(finding.message)),
        source=finding.source.value,
        new=located.new,
        confidence=finding.confidence,
        fixes=[
            FixItem(
                number=number,
                title=line(redactor.redact(fix.title)),
                applicability=fix.applicability.value,
                by_model=fix.generated,
            )
            for number, fix in enumerate(finding.fixes, 1)
        ],
    )


def text_for_agent(text: str, path: str, redactor: Redactor) -> str:
    """Code of a file without its secrets."""
    language = language_of(path)
    return redactor.redact(text, is_code=bool(language), language=language)


def check(job: Job, selection: Selection) -> list[FileReport]:
    """The reports of files, in one thread; those that were left out too."""
    return [*checking.check_all(job, selection.sources, lambda done: None, None), *selection.skipped]
