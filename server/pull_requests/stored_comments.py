"""Comments of a pull request, stored for the editor.

They are in the user's state folder, a file for each workspace, never in the repository, whose authors could then write
comments in the name of others.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from typing import NamedTuple

from reread.analyzers import owned_files, retention
from reread.server.pull_requests.errors import HostError


class StoredComment(NamedTuple):
    """A comment. `path` is below the workspace folder, with `/`; `line` is from 0, in the text of the file at `commit`
    ("": as it is now). `text` is that of the line then, so that it is found again.
    """

    path: str
    line: int
    author: str
    body: str
    host: str
    url: str = ""
    commit: str = ""
    text: str = ""


def file_of(folder: str) -> str:
    """Where the comments for a workspace folder are kept."""
    return os.path.join(retention.COMMENTS.place, f"{owned_files.name_of(folder)}.json")


def write(folder: str, comments: Sequence[StoredComment]) -> None:
    """Replaces what is kept. Raises HostError."""
    data = json.dumps({"version": 1, "comments": [each._asdict() for each in comments]}).encode()
    try:
        owned_files.write(file_of(folder), [data])
    except OSError as error:
        raise HostError(owned_files.unwritten(file_of(folder), error)) from error
    retention.COMMENTS.prune()


def read(folder: str) -> list[StoredComment]:
    """The stored comments of a workspace folder; none if the file cannot be used."""
    try:
        with open(file_of(folder), "rb") as file:
            kept = json.loads(file.read()) if owned_files.is_own(file) else {}
        return [StoredComment(**each) for each in kept.get("comments", ())]
    except (OSError, ValueError, TypeError, AttributeError):
        return []
