"""Asking the model to fix a finding: the answer is verified, and a person applies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from reread.analyzers.findings import Finding, Fix
from reread.server.lsp import fixing
from reread.server.lsp.moving import moved_through
from reread.server.lsp.progress import Progress
from reread.server.lsp.targets import Target

if TYPE_CHECKING:
    from reread.server.lsp.server import Server
    from reread.server.lsp.session import OpenDocument

APPLY = "Apply"
DISCARD = "Discard"


def start(ls: Server, opened: OpenDocument, finding: Finding) -> None:
    """Ask, with progress; the offer comes as a message with buttons."""
    target = Target(ls, opened, "file")
    task = ls.session.tasks.start(_fix(ls, opened, target, finding), "fix by the model")
    task.add_done_callback(lambda _: target.release())


async def _fix(ls: Server, opened: OpenDocument, target: Target, finding: Finding) -> None:
    from reread.server.reviewing import FixRequest
    from reread.server.worker.client import RequestFailedError, WorkerGoneError

    try:
        if not await ls.consents.given(opened.folder, asked=True):
            return
        async with Progress(ls, "Reread: asking for a fix"):
            worker = await ls.background.worker_for(opened.folder)
            request = FixRequest(ls.background.place_of(opened.folder), target.as_request(), finding, consent=True)
            outcome = await worker.fix(request)
        if outcome.fix is None:
            ls.show(f"no fix for {finding.rule}: {outcome.problem or 'the model has none'}", types.MessageType.Info)
        else:
            await _offer(ls, opened, target, finding._replace(fixes=(outcome.fix,)))
    except (WorkerGoneError, RequestFailedError) as error:
        ls.show(f"no fix for {finding.rule}: {error}")


async def _offer(ls: Server, opened: OpenDocument, target: Target, answer: Finding) -> None:
    """Let the person decide. What they edit meanwhile moves the fix along, or ends it."""
    fix = answer.fixes[0]
    if not ls.session.client.confirm_edits:
        request = types.ShowMessageRequestParams(
            types.MessageType.Info,
            f"Reread: the model proposes: {fix.title}",
            [types.MessageActionItem(APPLY), types.MessageActionItem(DISCARD)],
        )
        chosen = await ls.window_show_message_request_async(request)
        if chosen is None or chosen.title != APPLY:
            return
    now = moved_through(answer, target.changes)
    if now is None or not now.fixes:
        ls.show(fixing.GONE, types.MessageType.Info)
        return
    problem = await fixing.problem_of(ls, opened, now, now.fixes[0])
    now = moved_through(answer, target.changes)
    if problem or now is None or not now.fixes:
        ls.show(f"the proposed fix is not applied: {problem or fixing.GONE}", types.MessageType.Info)
        return
    await _apply(ls, opened, now.fixes[0])


async def _apply(ls: Server, opened: OpenDocument, fix: Fix) -> None:
    edit = fixing.workspace_edit(ls.session, opened, fix.edits)
    if ls.session.client.confirm_edits:
        edit = fixing.to_confirm(edit, fix.title)
    result = await ls.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, label=fix.title))
    if not result.applied and result.failure_reason:
        ls.show(f"the editor did not apply the fix: {result.failure_reason}", types.MessageType.Info)
