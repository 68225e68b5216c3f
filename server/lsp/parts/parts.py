"""The parts of the server, for handlers of notifications and commands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reread.server.lsp.analysis.background import Background
    from reread.server.lsp.analysis.comments import Comments
    from reread.server.lsp.analysis.configuration import ConfigurationSource
    from reread.server.lsp.analysis.external import ExternalTools
    from reread.server.lsp.analysis.index_findings import IndexFindings
    from reread.server.lsp.analysis.schedule import Schedule
    from reread.server.lsp.analysis.tidying import Tidying
    from reread.server.lsp.analysis.unopened_files import UnopenedFiles
    from reread.server.lsp.client.client import Client
    from reread.server.lsp.documents.session import Session
    from reread.server.lsp.parts.consent import Consents
    from reread.server.lsp.parts.context import Context
    from reread.server.lsp.parts.review import Reviews


@dataclass(frozen=True, slots=True)
class Parts:
    """Each of them knows only those that it is made with; no part knows this."""

    session: Session
    client: Client
    schedule: Schedule
    tidying: Tidying
    background: Background
    configuration: ConfigurationSource
    index_findings: IndexFindings
    unopened_files: UnopenedFiles
    external: ExternalTools
    comments: Comments
    context: Context
    consents: Consents
    reviews: Reviews
