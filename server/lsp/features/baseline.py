"""Accepts all findings of a folder as known, by the same command as in a terminal."""

from __future__ import annotations

import json
import logging
import os
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from reread.server.exits import CLEAN, INCOMPLETE
from reread.server.known import BASELINE
from reread.server.lsp.client.progress import Progress
from reread.server.lsp.parts import command_line
from reread.server.restricted import is_restricted

if TYPE_CHECKING:
    from reread.server.lsp.documents.folders import Folder
    from reread.server.lsp.parts.parts import Parts

logger = logging.getLogger(__name__)

_ACCEPT = "Accept"


async def accept(parts: Parts, params: Any) -> dict[str, Any]:
    """What accepting all findings of the folder of the `uri` (default: the first one) as known changes.

    Written only where `write` is true. The answer has the `folder` (its URI) and the number of `findings` that are
    known then, with those `added` and `removed`; or a `problem`, in one line.
    """
    folder = command_line.folder_of(parts.session, params.get("uri"))
    if folder is None:
        return {"problem": "open a folder to accept its findings"}
    if is_restricted():
        return {"problem": "you do not trust this folder, so its baseline is not used"}
    title = "Reread: recording known findings" if params.get("write") else "Reread: counting findings"
    async with Progress(parts.client, title):
        return await _accepted(parts, folder, write=bool(params.get("write")))


def command(parts: Parts, *arguments: Any) -> None:
    """Accept all findings of a folder as known, after asking. Takes a URI in the folder."""
    uri = arguments[0] if arguments and isinstance(arguments[0], str) else ""
    parts.session.tasks.start(_accept_if_agreed(parts, uri), "accepting findings")


async def _accept_if_agreed(parts: Parts, uri: str) -> None:
    change = await accept(parts, {"uri": uri})
    if "problem" not in change:
        question = f"accept all findings as known: {change['findings']:,} ({change['added']:,} not yet known)?"
        if await parts.client.choose(question, (_ACCEPT,)) != _ACCEPT:
            return
        change = await accept(parts, {"uri": uri, "write": True})
    if "problem" in change:
        parts.client.show(change["problem"])
    else:
        parts.client.show(f"{BASELINE}: known findings: {change['findings']:,}", types.MessageType.Info)


async def _accepted(parts: Parts, folder: Folder, *, write: bool) -> dict[str, Any]:
    is_there = await parts.schedule.in_thread(os.path.lexists, os.path.join(folder.path, BASELINE))
    rules = ("--profile", folder.settings.rules.profile)
    options = ("--format", "json", *rules, *(() if write else ("--dry-run",)))
    ended = await command_line.run(folder.path, ("baseline", "update" if is_there else "create", *options))
    try:
        change = {name: int(json.loads(ended.output)[name]) for name in ("findings", "added", "removed")}
    except (ValueError, KeyError, TypeError):
        return {"problem": ended.problem or "the findings could not be counted"}
    if ended.code not in (CLEAN, INCOMPLETE):
        return {"problem": ended.problem}
    if write:
        logger.info("accepted the findings in %s as known: %d", folder.path, change["findings"])
    return {"folder": folder.uri, **change}


QUESTIONS = {"reread/acceptFindings": accept}
COMMANDS = {"reread.acceptFindings": command}
