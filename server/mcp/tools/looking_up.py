"""`search_code` and `context_for`: queries to the index of the workspace, without secrets and excluded files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field

from reread.analyzers import parts
from reread.analyzers.shown.lines import line as one_line
from reread.rag.results import Piece
from reread.server import checking
from reread.server.mcp.session import OutsideWorkspaceError, Session, text_for_agent
from reread.server.mcp.tools.checking import READS
from reread.server.mcp.values import PieceItem, Pieces
from reread.server.rpc.errors import RequestFailedError, WorkerGoneError
from reread.server.textfile import UnreadableFileError

Limit = Annotated[int, Field(ge=1, le=50, description="pieces at most")]


def add(server: MCPServer, session: Session) -> None:
    """Give the tools to a server."""

    @server.tool(title="Search the workspace", annotations=READS)
    async def search_code(
        query: Annotated[str, Field(min_length=1, max_length=1_000, description="names, words, or a description")],
        limit: Limit = 10,
    ) -> Pieces:
        """Code of the workspace that defines, mentions or resembles what is asked for."""
        try:
            note = await _indexed(session)
            worker = await session.worker()
            return _shown(session, await worker.search(session.root, query, limit), note, limit)
        except (RequestFailedError, WorkerGoneError) as error:
            raise ToolError(str(error)) from error

    @server.tool(title="Code related to a place", annotations=READS)
    async def context_for(
        path: Annotated[str, Field(description="a file of the workspace")],
        line: Annotated[int, Field(ge=1, description="a line of it, from 1")],
        limit: Limit = 10,
    ) -> Pieces:
        """The context to read before changing a place: callers, callees, siblings, tests, the team's guidance."""
        try:
            source = session.source(path)
            content = checking.read(source, session.workspace.settings.max_file_size)
            document = checking.document_of(source, content)
            if line > document.lines.count:
                raise ToolError(f"{path} has {document.lines.count} lines")
            start, end = document.lines.line_span(line - 1)
            note = await _indexed(session)
            worker = await session.worker()
            found = await worker.context(
                session.root, source.absolute, content.text, start, end, language=document.language
            )
            return _shown(session, found, note, limit)
        except (OutsideWorkspaceError, UnreadableFileError) as error:
            raise ToolError(f"{path}: {error}") from error
        except (RequestFailedError, WorkerGoneError) as error:
            raise ToolError(str(error)) from error


async def _indexed(session: Session) -> str:
    """Brings the index up to date; a line where it is not, or where something is wrong with it."""
    if not parts.is_installed("index"):
        raise ToolError(parts.request("index"))
    worker = await session.worker()
    report = await worker.index(session.root)
    notes = [one_line(note) for note in report.notes]
    if report.behind:
        why = "indexing is paused" if report.paused else "another process is updating it"
        notes.append(f"the index is {report.behind} changes behind: {why}")
    return "; ".join(notes)


def _shown(session: Session, pieces: Sequence[Piece], note: str, limit: int) -> Pieces:
    readable = session.readable(piece.path for piece in pieces)
    redactor = session.redactor()
    return Pieces(
        pieces=[
            PieceItem(
                path=one_line(piece.path),
                start_line=piece.start_line,
                end_line=piece.end_line,
                name=one_line(redactor.redact(piece.name)),
                kind=piece.kind,
                reason=one_line(redactor.redact(piece.reason)),
                text=text_for_agent(piece.text, piece.path, redactor),
            )
            for piece in pieces
            if piece.path in readable
        ][:limit],
        note=note,
    )
