"""Handles changes outside the open documents: files on disk, settings, folders."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from reread.analyzers.data_directories import MODELS_FOLDER, RULES_FOLDER
from reread.analyzers.languages.files import FILES
from reread.server.configuration import REPOSITORY_FILES
from reread.server.known import BASELINE, FEEDBACK
from reread.server.lsp.analysis import publish
from reread.server.lsp.transport import uris

if TYPE_CHECKING:
    from reread.server.lsp.client.client import Client
    from reread.server.lsp.parts.parts import Parts

logger = logging.getLogger(__name__)

KNOWN_FILES = tuple(os.path.basename(path) for path in (BASELINE, FEEDBACK))
IGNORE_FILES = (".gitignore", ".rereadignore")


SETTINGS: dict[str, Any] = {
    "registrations": [
        {
            "id": "reread-settings",
            "method": "workspace/didChangeConfiguration",
            "registerOptions": {"section": "reread"},
        }
    ]
}
"""Asks to be told of other settings, which some clients do only then."""


def registration() -> dict[str, Any]:
    """The files for the client to watch, as `RegistrationParams` in JSON."""
    extensions = sorted({extension for files in FILES.values() for extension in files.extensions})
    patterns = [
        f"**/{{{','.join((*REPOSITORY_FILES, *IGNORE_FILES))}}}",
        # Of a folder that comes or goes as a whole, some editors tell the folder alone.
        "**/.reread",
        "**/.reread/rules",
        "**/.reread/rules/**",
        *(f"**/.reread/{name}" for name in KNOWN_FILES),
        "**/.reread/models",
        "**/.reread/models/**",
        f"**/*{{{','.join(extensions)}}}",
    ]
    options = {"watchers": [{"globPattern": pattern} for pattern in patterns]}
    method = "workspace/didChangeWatchedFiles"
    return {"registrations": [{"id": "reread-files", "method": method, "registerOptions": options}]}


def initialized(parts: Parts, _: Any) -> None:
    """The client is ready to be asked: for settings, and to watch files."""
    parts.configuration.ensure_started()
    client = parts.session.client
    wanted = [*([registration()] if client.watch_files else []), *([SETTINGS] if client.register_configuration else [])]
    for params in wanted:
        parts.session.tasks.start(_register(parts.client, params), "registering")


async def _register(client: Client, params: dict[str, Any]) -> None:
    try:
        await client.connection.ask("client/registerCapability", params)
    except Exception as error:
        logger.warning("the client refused %s: %s", params["registrations"][0]["method"], error)


def did_change_watched_files(parts: Parts, params: Any) -> None:
    changed = [change["uri"] for change in params["changes"]]
    for change in params["changes"]:
        _forget(parts, change["uri"], is_deleted=change.get("type") == types.FileChangeType.Deleted)
    files_changed(parts, [path for uri in changed if (path := uris.path_of(uri))])


def files_changed(parts: Parts, paths: Sequence[str]) -> None:
    """Files (absolute paths) were made, changed or deleted on disk: settings, rules and the index follow."""
    names = {os.path.basename(path) for path in paths}
    rules = any(of_rules(path) for path in paths)
    if ".rereadignore" in names:
        for folder in parts.session.all_folders():
            folder.ignore_files_changed()
    if rules or not names.isdisjoint((*REPOSITORY_FILES, ".rereadignore", *KNOWN_FILES)):
        parts.configuration.request(reload_rules=rules)
    parts.schedule.across.files_changed()
    parts.unopened_files.files_changed(paths)
    parts.background.files_changed(paths, everything=not names.isdisjoint(IGNORE_FILES))


def of_rules(path: str) -> bool:
    """Whether rules or library models of a workspace are at a path, below it, or would be."""
    folders = [f"{os.sep}{folder}{os.sep}" for folder in (RULES_FOLDER, MODELS_FOLDER)]
    name = f"{os.sep}{os.path.basename(path)}{os.sep}"
    return any(folder in f"{path}{os.sep}" or folder.startswith(name) for folder in folders)


def did_change_configuration(parts: Parts, params: Any) -> None:
    parts.configuration.received(params if isinstance(params, dict) else {})


def did_change_workspace_folders(parts: Parts, params: Any) -> None:
    event = params["event"]
    for removed in _folders(event.get("removed")):
        folder = parts.session.remove_folder(removed)
        if folder is not None:
            parts.background.close_folder(folder)
            parts.unopened_files.forget(folder)
    for added in _folders(event.get("added")):
        parts.session.add_folder(added)
    parts.configuration.request()


def _forget(parts: Parts, uri: str, *, is_deleted: bool) -> None:
    """Findings of a review in a file that is not open are about what it was; nothing is left of one that is gone."""
    session, key = parts.session, uris.key(uri)
    outdated = (session.unopened, session.unopened_index, session.unopened_rules) if is_deleted else (session.unopened,)
    kept = [findings.pop(key, None) for findings in outdated]
    if any(kept) and key not in session.documents:
        publish.clear(parts.client, uri)


def _folders(items: Any) -> Iterable[str]:
    return [item["uri"] for item in items or () if isinstance(item.get("uri"), str)]


NOTIFICATIONS = {
    "initialized": initialized,
    "workspace/didChangeWatchedFiles": did_change_watched_files,
    "workspace/didChangeWorkspaceFolders": did_change_workspace_folders,
    "workspace/didChangeConfiguration": did_change_configuration,
}
