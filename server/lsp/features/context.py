"""What every feature works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reread.server.lsp.analysis.schedule import Schedule
    from reread.server.lsp.client import Client
    from reread.server.lsp.features.pages import Pages
    from reread.server.lsp.features.verdicts import Verdicts
    from reread.server.lsp.session import Session


@dataclass(frozen=True, slots=True)
class Context:
    """The session's state, its client, the analysis of its documents, pages to show, and verdicts on findings."""

    session: Session
    client: Client
    schedule: Schedule
    pages: Pages
    verdicts: Verdicts
