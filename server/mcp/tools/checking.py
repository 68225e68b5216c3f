"""`check_files` and `explain_finding`: findings of rules in files, and their explanations."""

from __future__ import annotations

import asyncio
from typing import Annotated

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from reread.analyzers.shown.lines import line
from reread.analyzers.shown.markdown import markdown
from reread.server import checking
from reread.server.cli import writing
from reread.server.exits import UsageError
from reread.server.mcp import stopping
from reread.server.mcp.pages import UnknownCursorError
from reread.server.mcp.session import OutsideWorkspaceError, Session, UnknownIdError, item
from reread.server.mcp.values import Explanation, FindingItem, Findings, Step
from reread.server.report.report import FileReport

READS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)

Paths = Annotated[list[str], Field(description="files and folders, relative to the workspace; empty: all of it")]
Limit = Annotated[int, Field(ge=1, le=500, description="findings on a page")]


def add(server: MCPServer, session: Session) -> None:
    """Give the tools to a server."""

    @server.tool(title="Check files with rules", annotations=READS)
    async def check_files(
        paths: Paths = [],  # noqa: B006 - the schema shows it as the default
        only_new: Annotated[bool, Field(description="leave out what the baseline knows or somebody dismissed")] = True,
        limit: Limit = 50,
        cursor: Annotated[str, Field(description="the next_cursor of an earlier answer; all else is ignored")] = "",
    ) -> Findings:
        """Check files as they are on disk now with rules. Sends nothing and changes nothing."""
        try:
            if cursor:
                page = session.pages.at(cursor, limit)
                return Findings(findings=list(page.items), total=page.total, next_cursor=page.next_cursor, files=0)
            async with session.checking:
                reports = await stopping.in_thread(_reports, session, paths)
            found = await asyncio.to_thread(session.found, reports, only_new=only_new)
            return session.page(found, limit, reports, incomplete=writing.incomplete(reports, strict=False))
        except (UsageError, OutsideWorkspaceError, UnknownCursorError) as error:
            raise ToolError(str(error)) from error

    @server.tool(title="Explain a finding", annotations=READS)
    async def explain_finding(
        id: Annotated[str, Field(description="the id of a finding that was reported")],
    ) -> Explanation:
        """Why a finding is one, with the steps of its data flow and a page about its rule."""
        try:
            reported = session.reported(id)
        except UnknownIdError as error:
            raise ToolError(str(error)) from error
        finding, redactor = reported.located.finding, session.redactor()
        return Explanation(
            finding=_item(session, id),
            why=markdown(redactor.redact(finding.explanation or finding.message)),
            steps=[
                Step(
                    path=line(_relative(session, each.path)),
                    line=each.line + 1,
                    message=line(redactor.redact(each.message)),
                )
                for each in finding.related
            ],
            documentation=finding.documentation,
        )


def _reports(session: Session, paths: list[str]) -> list[FileReport]:
    workspace = session.workspace
    if workspace.broken:
        raise UsageError("; ".join(workspace.problems))
    job = session.job(workspace)
    selection = session.selection(paths, workspace)
    with session.memory(job, workspace.root) as memory:
        reports = checking.check_all(job, selection.sources, stopping.if_cancelled, memory)
    return session.marked([*reports, *selection.skipped])


def _item(session: Session, identifier: str) -> FindingItem:
    reported = session.reported(identifier)
    return item(reported.report, reported.located, session.redactor())


def _relative(session: Session, path: str) -> str:
    return session.workspace.relative(path)
