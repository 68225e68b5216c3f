"""`dismiss` and `baseline_status`: people's verdicts on findings, and known findings."""

from __future__ import annotations

import asyncio
import os
from typing import Annotated

from mcp.server.mcpserver import Context, Elicit, ElicitationResult, MCPServer, Resolve
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from reread.analyzers.shown.lines import line
from reread.server.known import BASELINE, baseline, in_force, recording
from reread.server.mcp.confirming import Answer, confirmation, refusal, session_of
from reread.server.mcp.session import Session, UnknownIdError
from reread.server.mcp.tools.checking import READS
from reread.server.mcp.values import BaselineStatus, Done

_WRITES = ToolAnnotations(read_only_hint=False, destructive_hint=False, idempotent_hint=True, open_world_hint=False)


def add(server: MCPServer, session: Session) -> None:
    """Give the tools to a server."""

    @server.tool(title="Dismiss a finding", annotations=_WRITES)
    async def dismiss(
        id: Annotated[str, Field(description="the id of a finding that was reported")],
        reason: Annotated[str, Field(min_length=3, description="why it is no problem; it is kept and shown")],
        context: Context,
        outcome: Annotated[ElicitationResult[Answer], Resolve(_question)],
    ) -> Done:
        """Ask a person to dismiss a finding for good, everywhere. Nothing happens unless they agree."""
        refused = refusal(context, outcome)
        if refused:
            return Done(done=False, reason=refused)
        reported = session.reported(id)
        who = await asyncio.to_thread(recording.author, session.root)
        reports = [reported.report]
        await asyncio.to_thread(
            recording.record_by_fingerprint, session.root, id, "dismissed", reason=reason, who=who, reports=reports
        )
        return Done(done=True)

    @server.tool(title="What is known from before", annotations=READS)
    async def baseline_status() -> BaselineStatus:
        """How many findings the baseline of this workspace knows, and how many were dismissed."""
        return await asyncio.to_thread(_status, session.root)


def _question(id: str, reason: str, context: Context) -> Answer | Elicit[Answer]:
    try:
        reported = session_of(context).reported(id)
    except UnknownIdError as error:
        raise ToolError(str(error)) from error
    finding, place = reported.located.finding, f"{reported.report.relative}:{reported.located.place.line + 1}"
    return confirmation(
        context, f"Dismiss {finding.rule} at {place}? {line(finding.message)} The reason given: {line(reason)}"
    )


def _status(root: str) -> BaselineStatus:
    known = baseline.load(root).known
    dismissed = sum(each.verdict == "dismissed" for each in in_force.verdicts(root))
    return BaselineStatus(
        exists=os.path.isfile(os.path.join(root, BASELINE)),
        findings=sum(map(len, known.values())),
        files=len(known),
        dismissed=dismissed,
    )
