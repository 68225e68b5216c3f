"""The path and role of a document, as rules test them."""

from __future__ import annotations

from typing import NamedTuple

from reread.analyzers.roles import Role, role_after


class DocumentPlace(NamedTuple):
    """Where a document is: its path relative to its workspace folder, which `paths:` of rules look at, and its role.

    That of a version of its text, unless it `is_given` and no edit changes it.
    """

    path: str
    role: Role
    is_given: bool = False

    def after(self, before: bytes, data: bytes) -> DocumentPlace:
        """The place of the next version of a document, given the content of both."""
        return self if self.is_given else self._replace(role=role_after(self.role, self.path, before, data))
