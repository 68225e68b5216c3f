"""Schedules rules: the latest text wins, and nothing stale is ever published.

A small edit is checked right on the event loop, which is cheaper than any hand-over; it is checked after all messages
that have arrived by then, so a burst of edits costs one analysis. First analyses, large changes and documents that
turned out slow go to a thread, as does all where rules are in force that did not come with the program: what their
expressions take is bounded, but not by what a letter may take. The data-flow analysis goes to one too,
after the first findings are out and then whenever the typing pauses: until then what it found before moves with the
edits. Documents that take long, or that are so long that they might, have a thread of their own and wait for each
other; those of a usual length never wait for them.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from reread.analyzers import correlation
from reread.analyzers.findings import Finding, Severity, Source, with_fingerprints
from reread.analyzers.text import Document, Span, TextChange
from reread.server.lsp.analysis import publish
from reread.server.lsp.analysis.cross_file import AcrossFiles
from reread.server.lsp.analysis.earlier_findings import EarlierFindings
from reread.server.lsp.analysis.resting import Resting
from reread.server.lsp.documents.finding_tracking import covering
from reread.server.lsp.transport import uris

if TYPE_CHECKING:
    from reread.analyzers.engine.analysis import Analysis
    from reread.analyzers.engine.engine import Engine
    from reread.server.lsp.client.client import Client
    from reread.server.lsp.documents.session import OpenDocument

logger = logging.getLogger(__name__)

Value = TypeVar("Value")
_MOST_NAMED = 5

SMALL = 2_000
"""Code points that a change may replace or bring and still be checked on the event loop."""

TOO_SLOW = 0.02
"""Seconds. A document whose last analysis took longer is analysed in a thread the next time."""

LONG = 200_000
"""Code points of a text from which on it is analysed in the thread of long ones."""

LONG_SECONDS = 1.0
"""What the last analysis of a document took, from which on it is analysed there too."""

PAUSE = 0.1
"""Seconds without an edit after which the data-flow analysis runs."""


class Job(NamedTuple):
    """One analysis to make: from scratch without `previous`, else after the one change since then."""

    engine: Engine
    generation: int
    document: Document
    path: str
    previous: Analysis | None
    change: TextChange | None


class AnalysisResult(NamedTuple):
    """The result of a job. `analysis` is None when the engine failed; `seconds` is what it took."""

    analysis: Analysis | None
    findings: tuple[Finding, ...]
    seconds: float


class Schedule:
    """Decides what to analyse when. All of it belongs to the event loop; threads see only a `Job`.

    `on_shown` is called after findings of an analysis were sent.
    """

    def __init__(self, client: Client, on_shown: Callable[[], None]) -> None:
        self._client = client
        self._session = client.session
        self._on_shown = on_shown
        self._threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="reread-analysis")
        self._long_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reread-long-analysis")
        self._slow: set[str] = set()
        self._long: set[str] = set()
        self._pauses: dict[str, asyncio.TimerHandle] = {}
        self._following: dict[str, asyncio.Task[None]] = {}
        self._reported: set[tuple[str, str]] = set()
        self._closed = False
        self._resting = Resting(client.session, self._is_idle)
        self.across = AcrossFiles(client, self.in_thread, self._resting.look)
        self.earlier = EarlierFindings(client, self.in_thread)

    def request(self, opened: OpenDocument) -> None:
        """Analyse the document soon, as it is then."""
        opened.wanted = True
        self._resting.used(opened)
        self.request_publish(opened)

    def wake(self, opened: OpenDocument) -> None:
        """Somebody looks at the document: what the next edit needs is made ready in a thread if it is at rest."""
        self._resting.used(opened)
        if opened.at_rest and opened.current and opened.running is None:
            self._run(opened)

    def request_publish(self, opened: OpenDocument) -> None:
        """Send what is known soon: the findings moved with the edits, unless an analysis is wanted by then."""
        if not opened.scheduled:
            opened.scheduled = True
            asyncio.get_running_loop().call_soon(self._wake, opened)

    async def ready(self, opened: OpenDocument) -> None:
        """Wait until the rules of the document's folder are loaded; findings may be shown before that."""
        if opened.recalled and self._session.documents.get(opened.key) is opened:
            await opened.folder.loaded.wait()

    async def settled(self, opened: OpenDocument, *, awake: bool = False) -> None:
        """Wait until the analysis is of the text and the rules as they are now, or there is none to wait for; where it
        is to be `awake`, also until it is not at rest.
        """
        await self.ready(opened)
        if awake:
            self._resting.used(opened)
        while self._live(opened) and analysable(opened) and not _is_whole(opened, awake=awake):
            is_pending = opened.current and _is_pending(opened)
            if is_pending:
                self._follow(opened)
            elif opened.running is None:
                self._run(opened)
            work = self._following.get(opened.key) if is_pending else opened.running
            if work is not None:
                await asyncio.wait([work])

    async def in_thread(self, work: Callable[..., Value], *arguments: object) -> Value:
        """The result of slow work that touches frozen values only."""
        if self._closed:
            raise asyncio.CancelledError
        return await asyncio.get_running_loop().run_in_executor(self._threads, correlation.carried(work), *arguments)

    async def _analysed(self, work: Callable[..., Value], job: Job, *arguments: object) -> Value:
        """The result of work on a document in a thread: that of long ones where it is such."""
        is_long = job.document.uri in self._long or len(job.document.text) > LONG
        if self._closed:
            raise asyncio.CancelledError
        threads = self._long_thread if is_long else self._threads
        return await asyncio.get_running_loop().run_in_executor(threads, correlation.carried(work), *arguments)

    def _note_length(self, job: Job, outcome: AnalysisResult) -> None:
        (self._long.add if outcome.seconds > LONG_SECONDS else self._long.discard)(job.document.uri)

    def close(self) -> None:
        """Start nothing more; what runs is not waited for."""
        self._closed = True
        for timer in self._pauses.values():
            timer.cancel()
        self.across.close()
        self._resting.close()
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._long_thread.shutdown(wait=False, cancel_futures=True)

    def _live(self, opened: OpenDocument) -> bool:
        return opened.folder.configured and self._session.documents.get(opened.key) is opened

    def _wake(self, opened: OpenDocument) -> None:
        opened.scheduled = False
        if opened.wanted:
            self._run(opened)
        elif self._live(opened) and (opened.published is not None or opened.findings()):
            publish.publish(self._client, opened)

    def _run(self, opened: OpenDocument) -> None:
        # What is wanted before there are settings stays wanted until there are.
        opened.wanted = not opened.folder.configured
        if not self._live(opened):
            return
        if opened.running is not None:
            opened.wanted = True
            return
        if not analysable(opened):
            opened.forget_analysis(note(opened))
            self._show(opened)
            return
        job = _job(opened)
        goes_on = job.previous is not None and not job.previous.at_rest
        is_quick = goes_on and opened.key not in self._slow and _is_small(job.change)
        if is_quick and not job.engine.has_foreign_rules:
            self._accept(opened, job, len(opened.pending), _analyse(job))
        else:
            opened.running = self._session.tasks.start(self._run_in_thread(opened, job), "analysis")

    async def _run_in_thread(self, opened: OpenDocument, job: Job) -> None:
        taken = len(opened.pending)
        try:
            outcome = await self._analysed(_analyse, job, job)
        finally:
            opened.running = None
        self._note_length(job, outcome)
        if self._live(opened):
            self._accept(opened, job, taken, outcome)
        if (job.previous is None or job.previous.at_rest) and outcome.analysis is not None:
            await self._analysed(job.engine.prepare_edits, job, outcome.analysis)

    def _follow(self, opened: OpenDocument) -> None:
        """Run the data-flow analysis in a thread that no edit waits for. An edit makes it void, and the next pause asks
        again.
        """
        self._pauses.pop(opened.key, None)
        if self._live(opened) and opened.current and _is_pending(opened) and opened.key not in self._following:
            work = self._session.tasks.start(self._settle_in_thread(opened), "data-flow analysis")
            self._following[opened.key] = work

    async def _settle_in_thread(self, opened: OpenDocument) -> None:
        job, analysis = _job(opened), opened.analysis
        assert analysis is not None
        try:
            outcome = await self._analysed(_settled, job, job, analysis)
        finally:
            self._following.pop(opened.key, None)
        if not self._live(opened):
            return
        self._tell_stopped(job, outcome.analysis)
        if opened.analysis is analysis and not opened.pending and opened.folder.generation == job.generation:
            opened.take_analysis(outcome.analysis, outcome.findings, 0, job.generation)
            self._show(opened)
            self.earlier.keep(opened)
            self.across.request(opened)
            self._resting.look()
        else:
            self._pause(opened)

    def _pause(self, opened: OpenDocument) -> None:
        """Run the data-flow analysis once nothing has been typed for a moment."""
        waiting = self._pauses.pop(opened.key, None)
        if waiting is not None:
            waiting.cancel()
        if _is_pending(opened) and not self._closed:
            self._pauses[opened.key] = asyncio.get_running_loop().call_later(PAUSE, self._follow, opened)

    def _accept(self, opened: OpenDocument, job: Job, taken: int, outcome: AnalysisResult) -> None:
        if job.previous is not None and not job.previous.at_rest:
            (self._slow.add if outcome.seconds > TOO_SLOW else self._slow.discard)(opened.key)
        opened.take_analysis(outcome.analysis, outcome.findings, taken, job.generation)
        if self._session.trace != "off":
            self._trace(job, outcome)
        self._tell_stopped(job, outcome.analysis)
        is_behind = opened.wanted or (bool(opened.pending) and opened.folder.settings.run == "on-type")
        if is_behind or opened.folder.generation != job.generation:
            self._run(opened)
        else:
            self._show(opened)
            if job.previous is None:
                found = len(outcome.findings)
                logger.info("checked %s in %.0f ms, findings: %d", job.path, 1_000 * outcome.seconds, found)
            self._pause(opened)
            self.earlier.keep(opened)
            self.across.request(opened)
            self._resting.look()

    def _is_idle(self, opened: OpenDocument) -> bool:
        """True for a document with which nothing is being done."""
        waits = opened.wanted or opened.scheduled or opened.running is not None
        follows = opened.key in self._pauses or opened.key in self._following or _is_pending(opened)
        return not waits and not follows and opened.current and not self.across.is_pending(opened)

    def _trace(self, job: Job, outcome: AnalysisResult) -> None:
        name, seconds = job.path or job.document.uri, outcome.seconds
        how = "whole" if job.previous is None else "after an edit"
        more = f"version {job.document.version}, {how}, findings: {len(outcome.findings)}"
        self._client.trace(f"checked {name} in {1_000 * seconds:.1f} ms", more)

    def _tell_stopped(self, job: Job, analysis: Analysis | None) -> None:
        """Tell the user, once for each document and rule, what took too long: rules, or the parser."""
        if analysis is None:
            return
        name = job.path or job.document.uri
        if analysis.unparsed:
            self._client.show_once(f"{name} takes too long to parse; only text rules check it")
        if functions := [each or "the module" for each in job.engine.given_up(analysis)]:
            self._client.show_once(
                f"{name}: no data-flow analysis of {', '.join(functions)}, which takes too many steps"
            )
        lost = [rule for rule in job.engine.lost(analysis) if (job.document.uri, rule) not in self._reported]
        self._reported.update((job.document.uri, rule) for rule in lost)
        if lost:
            self._client.show_once(f"parts of {name} take too long and are not read by {_some(lost)}")

    def _show(self, opened: OpenDocument) -> None:
        publish.publish(self._client, opened)
        self._on_shown()


def _some(rules: Sequence[str]) -> str:
    """Rules as a message names them: a few, and how many more there are."""
    more = f" and {len(rules) - _MOST_NAMED} more rules" if len(rules) > _MOST_NAMED else ""
    return f"{', '.join(rules[:_MOST_NAMED])}{more}"


def analysable(opened: OpenDocument) -> bool:
    """True when rules can say something about the document."""
    settings = opened.folder.settings
    return (
        settings.enable
        and settings.rules.enable
        and opened.folder.engine is not None
        and (bool(opened.document.language) or opened.folder.engine.reads_any_text)
        and uris.scheme(opened.document.uri) not in uris.READ_ONLY_VIEWS
        and not is_too_large(opened.document, settings.max_file_size)
        and not opened.folder.excludes(opened.document.path)
    )


def is_behind(opened: OpenDocument) -> bool:
    """True while the rules in force have still to look at the text as it is."""
    return (
        opened.folder.settings.run == "on-type" and analysable(opened) and (not opened.current or _is_pending(opened))
    )


def is_too_large(document: Document, limit: int) -> bool:
    """True when the text is longer than the limit, in bytes."""
    length = len(document.text)
    return length > limit or (length * 4 > limit and len(document.data) > limit)


def note(opened: OpenDocument) -> tuple[Finding, ...]:
    """The note on a document that is unexpectedly not analysed."""
    document, settings = opened.document, opened.folder.settings
    if not document.language or not is_too_large(document, settings.max_file_size):
        return ()
    if uris.scheme(document.uri) in uris.READ_ONLY_VIEWS or opened.folder.excludes(document.path):
        return ()
    message = (
        f"Not checked: the file is larger than {settings.max_file_size:,} bytes. "
        "The setting `reread.maxFileSize` changes the limit."
    )
    end = min(document.lines.line_span(0).end, 200)
    return (Finding("file-too-large", message, Span(0, end), Severity.INFO, Source.RULE),)


def _job(opened: OpenDocument) -> Job:
    folder, document, previous = opened.folder, opened.document, opened.analysis
    assert folder.engine is not None
    change = None
    if previous is not None and opened.analysis_generation == folder.generation:
        change = covering(opened.pending, document.text) if opened.pending else TextChange(Span(0, 0), "")
    path = folder.relative(document.path)
    return Job(folder.engine, folder.generation, document, path, previous if change is not None else None, change)


def _is_small(change: TextChange | None) -> bool:
    return change is not None and change.span.end - change.span.start + len(change.text) <= SMALL


def _analyse(job: Job) -> AnalysisResult:
    """Run the rules. A failure of the engine is logged: a bug, and not the user's."""
    began = time.perf_counter()
    try:
        if job.previous is not None and job.change is not None:
            analysis = job.engine.recheck(job.previous, job.change, job.document, follow=False)
        else:
            analysis = job.engine.check(job.document, job.path, follow=False)
        findings = tuple(with_fingerprints(analysis.findings, job.document, job.path))
    except Exception:
        logger.exception("the rules failed on %s", job.document.uri)
        return AnalysisResult(None, (), time.perf_counter() - began)
    return AnalysisResult(analysis, findings, time.perf_counter() - began)


def _is_whole(opened: OpenDocument, *, awake: bool) -> bool:
    """True when the current text is fully analysed, and, for `awake`, the state for the next analysis is there."""
    return opened.current and not _is_pending(opened) and not (awake and opened.at_rest)


def _is_pending(opened: OpenDocument) -> bool:
    """True when values have yet to be followed in the text that was analysed."""
    return opened.analysis is not None and opened.analysis.pending


def _settled(job: Job, analysis: Analysis) -> AnalysisResult:
    """Run the data-flow analysis. A failure is logged: a bug, and not the user's."""
    began = time.perf_counter()
    try:
        settled = job.engine.settled(analysis)
        findings = tuple(with_fingerprints(settled.findings, job.document, job.path))
    except Exception:
        logger.exception("data-flow analysis failed on %s", job.document.uri)
        return AnalysisResult(None, (), time.perf_counter() - began)
    return AnalysisResult(settled, findings, time.perf_counter() - began)
