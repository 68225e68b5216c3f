"""The means of verifying fixes: the texts of the workspace, its rules, and the project's own tools."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from reread.analyzers.fixes import Check
from reread.analyzers.text import Document


class Objection(NamedTuple):
    """Why a fix is rejected, in one line; `output` is the output of a tool about it, for the model to read."""

    reason: str
    output: str = ""


class ProjectTools(Protocol):
    """The project's own tools; false where there are none."""

    def __bool__(self) -> bool: ...

    async def objection(self, fixed: Mapping[str, str], on_wait: Callable[[str], None]) -> Objection | None:
        """The objection of a tool to files with these texts, by their paths in the folder; None when none objects."""
        ...


def _nothing(relative: str) -> None:
    return None


class FixVerifier(NamedTuple):
    """`read` gives files by their paths in the folder as they are now, or None for those that may not be edited.
    `rules` gives what finds what the rules say about versions of a file. What is missing is not tried.
    """

    read: Callable[[str], Document | None] = _nothing
    rules: Callable[[str], Check] | None = None
    tools: ProjectTools | None = None

    def check(self, relative: str) -> Check | None:
        """The rules for versions of a file, if there are any."""
        return self.rules(relative) if self.rules is not None else None


BARE = FixVerifier()
"""Only the syntax is looked at, and only the file of the finding can be edited."""
