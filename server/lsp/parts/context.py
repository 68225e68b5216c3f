"""The context of every feature, and how a feature identifies the request that it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from reread.server.lsp.analysis.schedule import Schedule
    from reread.server.lsp.client.client import Client
    from reread.server.lsp.documents.session import Session
    from reread.server.lsp.parts.pages import Pages
    from reread.server.lsp.parts.verdicts import Verdicts
    from reread.server.lsp.transport.capabilities import ClientCapabilities


@dataclass(frozen=True, slots=True)
class Context:
    """The session's state, its client, the analysis of its documents, pages to show, and verdicts on findings."""

    session: Session
    client: Client
    schedule: Schedule
    pages: Pages
    verdicts: Verdicts


def _nothing(client: ClientCapabilities) -> dict[str, Any]:
    return {}


class Request(NamedTuple):
    """A request of the client: `handle(context, params)` is given pygls's object.

    `announces` are the `ServerCapabilities`, as JSON, that tell this client that it may be asked.
    """

    method: str
    handle: Callable[..., Any]
    announces: Callable[[ClientCapabilities], dict[str, Any]] = _nothing
