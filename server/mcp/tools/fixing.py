"""`verify_fix` and `apply_fix`: the effect of a new text, and fixes of findings written to disk."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Annotated

from mcp.server.mcpserver import Context, Elicit, ElicitationResult, MCPServer, Resolve
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from reread.analyzers import fixes
from reread.analyzers.findings import Applicability, Edit, Fix
from reread.analyzers.text import Document, Span
from reread.server import checking, textfile
from reread.server.mcp.confirming import YES, Answer, confirmation, refusal, session_of
from reread.server.mcp.session import OutsideWorkspaceError, Reported, Session, UnknownIdError
from reread.server.mcp.tools.checking import READS
from reread.server.mcp.values import Done, FindingItem, Verification
from reread.server.report.report import FileReport
from reread.server.textfile import UnreadableFileError

_WRITES = ToolAnnotations(read_only_hint=False, destructive_hint=True, idempotent_hint=False, open_world_hint=False)


def add(server: MCPServer, session: Session) -> None:
    """Give the tools to a server."""

    @server.tool(title="Verify a new text of a file", annotations=READS)
    async def verify_fix(
        path: Annotated[str, Field(description="a file of the workspace")],
        text: Annotated[str, Field(description="all of its new text")],
    ) -> Verification:
        """The findings of rules in a file with another text. Nothing is written."""
        try:
            async with session.checking:
                return await asyncio.to_thread(_verification, session, path, text)
        except (OutsideWorkspaceError, UnreadableFileError) as error:
            raise ToolError(f"{path}: {error}") from error

    @server.tool(title="Apply a fix of a finding", annotations=_WRITES)
    async def apply_fix(
        id: Annotated[str, Field(description="the id of a finding that was reported")],
        context: Context,
        outcome: Annotated[ElicitationResult[Answer], Resolve(_question)],
        number: Annotated[int, Field(ge=1, description="the number of the fix")] = 1,
    ) -> Done:
        """Write a fix of a finding to its file, if it still holds. A fix by a model is written when a person agrees."""
        refused = refusal(context, outcome)
        if refused:
            return Done(done=False, reason=refused)
        reported = session.reported(id)
        chosen = _chosen(reported, number)
        async with session.checking:
            return await asyncio.to_thread(_apply, session, reported, chosen)


def _question(id: str, number: int, context: Context) -> Answer | Elicit[Answer]:
    """A person decides about what a model made; other fixes were verified."""
    try:
        reported = session_of(context).reported(id)
        chosen = _chosen(reported, number)
    except UnknownIdError as error:
        raise ToolError(str(error)) from error
    if not chosen.generated:
        return YES
    return confirmation(context, f"Apply a model's fix to {reported.report.relative}? {chosen.title}")


def _chosen(reported: Reported, number: int) -> Fix:
    offered = reported.located.finding.fixes
    if number > len(offered):
        raise UnknownIdError(f"{reported.identifier}: the finding has no fix number {number}")
    return offered[number - 1]


def _verification(session: Session, path: str, text: str) -> Verification:
    job, source = session.job(session.workspace), session.source(path)
    content = checking.read(source, job.maximum_file_size)
    before = checking.document_of(source, content)
    after = Document(before.uri, text, path=before.path, language=before.language)
    old, new = (checking.check_document(job, source, each) for each in (before, after))
    whole = Fix("the new text", (Edit(Span(0, len(before.text)), text),), Applicability.UNSAFE)
    tried = fixes.verify(before, whole)
    gone, brought = _without(session, old, new), _without(session, new, old)
    reason = tried.reason if isinstance(tried, fixes.Rejected) else "it brings new findings" if brought else ""
    return Verification(holds=not reason, reason=reason, removed=gone, added=brought)


def _without(session: Session, one: FileReport, other: FileReport) -> list[FindingItem]:
    """The findings of a report that another one does not have, each as often as it has it more."""
    known = Counter(each.finding.fingerprint for each in other.findings)
    left = []
    for each in one.findings:
        if known[each.finding.fingerprint]:
            known[each.finding.fingerprint] -= 1
        else:
            left.append(each)
    return session.found([one._replace(findings=tuple(left))], only_new=False)


def _apply(session: Session, reported: Reported, fix: Fix) -> Done:
    """Apply a fix to the text that its finding was reported for; another text by now is an error."""
    if fix.applicability is Applicability.DISPLAY_ONLY or fix.files:
        return Done(done=False, reason="this fix is only to be looked at; edit the file and use verify_fix")
    job = session.job(session.workspace)
    try:
        source = session.source(reported.report.relative)
        content = checking.read(source, job.maximum_file_size)
    except (OutsideWorkspaceError, UnreadableFileError) as error:
        return Done(done=False, reason=str(error))
    if content.text != reported.report.text:
        return Done(done=False, reason="the file has changed since; check it again")
    document = checking.document_of(source, content)
    tried = fixes.verify(document, fix, check=checking.checker(job, source, document))
    if isinstance(tried, fixes.Rejected):
        return Done(done=False, reason=tried.reason)
    try:
        textfile.write(source.absolute, content, tried.document.text, source.folder)
    except UnreadableFileError as error:
        return Done(done=False, reason=str(error))
    return Done(done=True)
