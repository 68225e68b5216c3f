"""`$/setTrace`: sends `$/logTrace` with each analysis and its duration to clients that enable it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reread.server.lsp.parts.parts import Parts


def set_trace(parts: Parts, params: Any) -> None:
    parts.client.set_trace(params["value"])


NOTIFICATIONS = {"$/setTrace": set_trace}
