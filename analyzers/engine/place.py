"""The path and role of a document, as rules test them."""

from __future__ import annotations

from typing import NamedTuple

from reread.analyzers.roles import Role


class DocumentPlace(NamedTuple):
    """A document's path relative to its workspace folder, which `paths:` of rules test, and its role."""

    path: str
    role: Role
