"""The open comments of others on a pull request, stored for the editor."""

from __future__ import annotations

import os

from reread.analyzers.shown.lines import line as on_one_line
from reread.analyzers.shown.lines import message
from reread.analyzers.shown.links import address_on
from reread.server import git
from reread.server.pull_requests.connecting import Target
from reread.server.pull_requests.host import Host
from reread.server.pull_requests.markers import marker_of
from reread.server.pull_requests.stored_comments import StoredComment, write

_MOST = 500


def fetch(folder: str, host: Host, target: Target) -> int:
    """Keeps the open comments of others that are on lines; how many there are. Raises HostError, GitError."""
    pull = host.pull_request(target.number)
    root = git.root_of(folder)
    found: list[StoredComment] = []
    for posted in host.threads(target.number):
        if posted.resolved or (posted.mine and marker_of(posted.body) is not None):
            continue
        # The line is that of the head; of one that the host no longer shows, that of the commit it was written for.
        commit, line = (pull.head, posted.line) if posted.line is not None else (posted.commit, posted.original_line)
        path = os.path.relpath(os.path.join(root, posted.path), os.path.realpath(folder)).replace(os.sep, "/")
        if line < 1 or path.startswith("../"):
            continue
        text = _line(root, commit, posted.path, line)
        said = StoredComment(path, line - 1, on_one_line(posted.author), message(posted.body), target.description.title)
        # It becomes a link in the editor, so it has to lead where the comment is.
        found.append(said._replace(url=address_on(posted.url, target.url), commit=commit, text=text))
    write(folder, found[:_MOST])
    return len(found)


def _line(root: str, commit: str, path: str, line: int) -> str:
    data = git.file_at(root, commit, path) if git.commit(root, commit) else None
    lines = data.decode(errors="replace").splitlines() if data is not None else []
    return lines[line - 1] if line <= len(lines) else ""
