"""Pages that the editor is asked to open: files in a folder that is deleted at the end."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from lsprotocol import types

from reread.analyzers import owned_files
from reread.analyzers.shown.plain import plain
from reread.server.lsp.transport import uris

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from reread.server.lsp.analysis.schedule import Schedule
    from reread.server.lsp.client.client import Client

logger = logging.getLogger(__name__)


class Pages:
    """The pages of one session."""

    def __init__(self, client: Client, schedule: Schedule) -> None:
        self._client = client
        self._schedule = schedule
        self._made: TemporaryDirectory[str] | None = None

    @property
    def directory(self) -> str:
        """Where they are; made when the first one is shown."""
        if self._made is None:
            import tempfile

            self._made = tempfile.TemporaryDirectory(prefix="reread-", ignore_cleanup_errors=True)
        return self._made.name

    def close(self) -> None:
        """Delete them."""
        if self._made is not None:
            self._made.cleanup()

    async def show(self, name: str, page: str) -> None:
        """Show Markdown as a document where the client can, else its words as a message."""
        if not await self.show_text(f"{name}.md", page):
            self._client.show(plain(page).strip(), types.MessageType.Info)

    async def file(self, name: str, page: str) -> str:
        """The URI of a page as a file. Raises OSError if it cannot be written."""
        return uris.uri_of(await self._schedule.in_thread(write, self.directory, name, page))

    async def show_text(self, name: str, text: str) -> bool:
        """Open a text as a document of that name; False if the client cannot."""
        if not self._client.session.client.show_document:
            return False
        try:
            path = await self._schedule.in_thread(write, self.directory, name, text)
        except OSError as error:
            logger.warning("the page cannot be written: %s", error)
            return False
        return await self._client.open_document(uris.uri_of(path))


def write(directory: str, name: str, page: str) -> str:
    """Write a page that only this user may read; returns its path."""
    safe = "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in name)
    path = os.path.join(directory, safe)
    with open(path, "w", encoding="utf-8", opener=owned_files.opener) as file:
        file.write(page)
    return path
