"""`review_changes`: rules, index and model over a change, as `reread review` does it."""

from __future__ import annotations

import asyncio
from typing import Annotated, Literal, NamedTuple

from mcp.server.mcpserver import Context, Elicit, ElicitationResult, MCPServer, Resolve
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from reread.analyzers.findings import Finding
from reread.analyzers.review.availability import availability, routes
from reread.analyzers.review.privacy import consent
from reread.server import checking
from reread.server.cli import baseline, model, scope, writing
from reread.server.cli.additions import index_look
from reread.server.cli.model import Assignment
from reread.server.cli.reviewing.intent import IntentOptions, change_context
from reread.server.cli.reviewing.running import assignment_of
from reread.server.cli.scope import ScopedChange
from reread.server.exits import UsageError
from reread.server.git import GitError
from reread.server.known import lead_verdicts
from reread.server.mcp import sampling, stopping
from reread.server.mcp.confirming import YES, Answer, confirmation, refusal, session_of
from reread.server.mcp.session import Session
from reread.server.mcp.values import Findings
from reread.server.report.report import FileReport
from reread.server.report.review import ReviewOutcome, ReviewRequest
from reread.server.rpc.errors import RequestFailedError, WorkerGoneError

_ASKS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=True)


class _Rules(NamedTuple):
    """What rules and index find in a change, and what a model would be asked about it."""

    reports: list[FileReport]
    work: Assignment


def add(server: MCPServer, session: Session) -> None:
    """Give the tools to a server."""

    @server.tool(title="Review a change", annotations=_ASKS)
    async def review_changes(
        context: Context,
        outcome: Annotated[ElicitationResult[Answer], Resolve(_consent)],
        scope: Annotated[
            Literal["uncommitted", "staged", "base"] | None,
            Field(
                description="which change; base: since `base`. Default: base where `base` is given, else uncommitted"
            ),
        ] = None,
        base: Annotated[
            str, Field(description="a branch or commit to compare with; empty in the scope base: the default branch")
        ] = "",
        intent: Annotated[str, Field(max_length=8_000, description="why the change was made")] = "",
        use_model: Annotated[bool, Field(description="ask the model too, where one is set up and allowed")] = True,
        limit: Annotated[int, Field(ge=1, le=500, description="findings on a page")] = 50,
    ) -> Findings:
        """The new findings of a change: from rules, the index and, if a person has consented, a model."""
        try:
            async with session.checking:
                await context.report_progress(0, message="checking with rules")
                which = scope or ("base" if base else "uncommitted")
                ruled = await stopping.in_thread(_by_rules, session, which, base, intent, for_model=use_model)
            refused = refusal(context, outcome)
            said, reason = (
                await _by_model(session, context, ruled.work, refused) if use_model else (ReviewOutcome(), "")
            )
        except (UsageError, GitError) as error:
            raise ToolError(str(error)) from error
        except (RequestFailedError, WorkerGoneError) as error:
            said, reason = ReviewOutcome(), str(error)
        await asyncio.to_thread(lead_verdicts.record, ruled.work.request, said.leads)
        reports = session.marked(_merged(ruled, said))
        found = await asyncio.to_thread(session.found, reports, only_new=True)
        notes = [*said.notes, *([reason] if reason else [])]
        missing = [writing.incomplete(reports, strict=False), *([] if said.complete else said.problems)]
        return session.page(found, limit, reports, incomplete="; ".join(filter(None, missing)), notes=notes)


def _change(session: Session, which: str, base: str) -> ScopedChange:
    """The change to review. Raises UsageError and GitError, so that no wrong word makes an empty review."""
    workspace = session.workspace
    if workspace.broken:
        raise UsageError("; ".join(workspace.problems))
    if base and which != "base":
        raise UsageError(f"`base` goes with the scope base, not with {which}")
    if which == "staged":
        return scope.staged(workspace, ())
    if which == "base":
        return scope.since(base, workspace, ())
    return scope.uncommitted(workspace, ())


def _by_rules(session: Session, which: str, base: str, intent: str, *, for_model: bool) -> _Rules:
    workspace = session.workspace
    change, job = _change(session, which, base), session.job(workspace)
    with session.memory(job, workspace.root) as memory:
        reports = checking.check_all(job, change.selection.sources, stopping.if_cancelled, memory)
        reports = baseline.compare(job, change, reports, memory)
    stopping.if_cancelled()
    reports = index_look.added(job, workspace, change, reports, staged=which == "staged")
    if not for_model:
        work = Assignment(change.label, workspace.root, (), (), whole=False, largest_file=job.maximum_file_size)
        return _Rules([*reports, *change.selection.skipped], work)
    known = change_context(IntentOptions(message=intent or None), change, workspace, reports)
    work = assignment_of(job, change, workspace, known, reports)
    return _Rules([*reports, *change.selection.skipped], work)


def _consent(context: Context, use_model: bool = True) -> Answer | Elicit[Answer]:
    """Whether code may be sent for this review; a person is asked where nobody has said it before."""
    session = session_of(context)
    settings = session.settings
    if not use_model or not availability(settings.review, enable=settings.enable).available:
        return YES
    wanted = consent.recipients(routes(settings.review))
    allowed = consent.decision(session.root, wanted)
    return confirmation(context, consent.question(session.root, wanted)) if allowed is None else YES


async def _by_model(session: Session, context: Context, work: Assignment, refused: str) -> tuple[ReviewOutcome, str]:
    """What the model says, and a line where it was not asked."""
    settings = session.settings
    state = availability(settings.review, enable=settings.enable)
    if not work.documents:
        return ReviewOutcome(), ""
    if not state.available:
        return ReviewOutcome(), state.message
    wanted = consent.recipients(routes(settings.review))
    if consent.decision(session.root, wanted) is False:
        return ReviewOutcome(), consent.refusal(wanted)
    if refused:
        return ReviewOutcome(), f"{consent.missing(wanted)}; {refused}"
    worker = await session.worker()
    progress: asyncio.Queue[tuple[str, int, int]] = asyncio.Queue()

    def at(said: str, done: int, total: int) -> None:
        progress.put_nowait((said, done, total))

    request = ReviewRequest(work.folder, work.documents, others=work.others, consent=True, change=work.change)
    reporting = asyncio.create_task(_report(context, progress))
    try:
        return await worker.review(request, _ignore, at, sampling.client_of(context)), ""
    finally:
        reporting.cancel()


async def _report(context: Context, progress: asyncio.Queue[tuple[str, int, int]]) -> None:
    """Each number has to be larger than the one before (MCP); the rules were the first step of all."""
    last = 0
    while True:
        said, done, total = await progress.get()
        if done >= last:
            last = done + 1
            await context.report_progress(last, total + 1, said)


def _ignore(uri: str, finding: Finding) -> None:
    """Findings are given in the end: what is said meanwhile may still be dropped."""


def _merged(ruled: _Rules, outcome: ReviewOutcome) -> list[FileReport]:
    files = {report.path: report for report in ruled.reports}
    for document in ruled.work.documents:
        own = [finding for uri, finding in outcome.findings if uri == document.uri]
        files[document.uri] = model.merged(files[document.uri], document, own, ruled.work)
    return list(files.values())
