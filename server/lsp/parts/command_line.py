"""Runs a command of Reread's in a separate process, for what the command line can do already."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from reread.analyzers.shown.lines import notice
from reread.server.lsp.transport import uris

if TYPE_CHECKING:
    from reread.server.lsp.documents.folders import Folder
    from reread.server.lsp.documents.session import Session


class Ended(NamedTuple):
    """A command that has ended."""

    code: int
    output: bytes
    stderr: str

    @property
    def problem(self) -> str:
        """The last line that it said, as a notice; "" for none."""
        said = [each for each in self.stderr.splitlines() if each.strip()]
        return notice(said[-1]) if said else ""


def folder_of(session: Session, uri: Any) -> Folder | None:
    """The workspace folder that a URI names or is in (default: the first one)."""
    named = isinstance(uri, str) and uri
    found = session.folder_named(uri) or session.folder_of(uris.path_of(uri)) if named else None
    return found if found is not None and found.path else next(iter(session.folders.values()), None)


async def run(folder: str, arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Ended:
    """Run `reread` with these arguments in a folder, and wait for its end."""
    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "reread.server"]
    process = await asyncio.create_subprocess_exec(
        *(*start, *arguments),
        cwd=folder,
        env=environment,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        output, said = await process.communicate()
    except asyncio.CancelledError:
        process.kill()
        await process.wait()
        raise
    return Ended(process.returncode or 0, output, said.decode(errors="replace"))
