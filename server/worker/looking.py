"""Findings from the index about the uncommitted changes of a folder, for the editor."""

from __future__ import annotations

import os

from reread.analyzers.syntax import language_of
from reread.rag.findings.change import FileChange, WorkspaceChange
from reread.rag.findings.look import look
from reread.server import index_rules, textfile
from reread.server.index_findings import by_file
from reread.server.rpc import protocol
from reread.server.settings import Settings


def looked(request: protocol.LookAtChange, settings: Settings) -> list[protocol.FileFindingsMessage]:
    """The findings by file. Slow: belongs into a thread."""
    folder, options = request.folder, request.options
    files = [FileChange(each.path, each.old, each.new, language_of(each.path)) for each in request.files]
    texts = {file.path: file.new for file in files}

    def read(path: str) -> str | None:
        try:
            return textfile.read(os.path.join(folder, *path.split("/")), settings.max_file_size, folder).text
        except textfile.UnreadableFileError:
            return None

    outcome = look(
        folder,
        WorkspaceChange(tuple(files)),
        read,
        index_rules.chosen(options, whole_change=False),
        options.options,
        (*settings.exclude, *settings.index.exclude),
        settings.max_file_size,
    )
    found = by_file(outcome.findings, folder, lambda path: texts[path] if path in texts else read(path), options)
    return [
        protocol.FileFindingsMessage(path, each.document.sha256, each.findings) for path, each in sorted(found.items())
    ]
