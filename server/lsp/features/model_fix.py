"""Has the model fix a finding: the answer is verified, and a person applies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from reread.analyzers.findings import Finding, Fix
from reread.server.lsp.client.progress import Progress
from reread.server.lsp.documents.finding_tracking import moved_through
from reread.server.lsp.features import edit_preview
from reread.server.lsp.parts import other_files
from reread.server.lsp.parts.targets import Target

if TYPE_CHECKING:
    from reread.server.lsp.analysis.background import Background
    from reread.server.lsp.documents.session import OpenDocument
    from reread.server.lsp.parts.consent import Consents
    from reread.server.lsp.parts.context import Context


def start(context: Context, background: Background, consents: Consents, opened: OpenDocument, finding: Finding) -> None:
    """Ask, with progress; the offer comes as a message with buttons."""
    target = Target(context, opened, "file")
    task = context.session.tasks.start(_fix(context, background, consents, opened, target, finding), "fix by the model")
    task.add_done_callback(lambda _: target.release())


async def _fix(
    context: Context, background: Background, consents: Consents, opened: OpenDocument, target: Target, finding: Finding
) -> None:
    from reread.server.lsp.client import editor_model
    from reread.server.report.review import FixRequest
    from reread.server.rpc.errors import RequestFailedError, WorkerGoneError

    try:
        if not await consents.given(opened.folder, asked=True):
            return
        async with Progress(context.client, "Reread: requesting a fix"):
            worker = await background.worker_for(opened.folder)
            others = other_files.open_documents(context.session, opened.folder, [opened.document.uri])
            place = background.place_of(opened.folder)
            request = FixRequest(place, target.as_request(), finding, consent=True, opened=others)
            outcome = await worker.fix(request, editor_model.of(context.client))
        for note in outcome.notes:
            context.client.show_once(note)
        if outcome.fix is None or outcome.problem:
            context.client.show(
                f"no fix for {finding.rule}: {outcome.problem or 'the model has none'}", types.MessageType.Info
            )
            if outcome.fix is not None and not target.changes:
                await edit_preview.show(context, opened, outcome.fix)
        else:
            await edit_preview.offer(context, opened, _following(target, finding._replace(fixes=(outcome.fix,))))
    except (WorkerGoneError, RequestFailedError) as error:
        context.client.show(f"no fix for {finding.rule}: {error}")


def _following(target: Target, answer: Finding) -> edit_preview.Current:
    """The answer in the text as it is: what the person edits meanwhile moves it along, or ends it."""

    def current() -> tuple[Finding, Fix] | None:
        now = moved_through(answer, target.changes)
        return (now, now.fixes[0]) if now is not None and now.fixes else None

    return current
