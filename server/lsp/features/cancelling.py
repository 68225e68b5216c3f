"""`window/workDoneProgress/cancel`: the cancel button of a progress."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reread.server.lsp.parts.parts import Parts


def did_cancel(parts: Parts, params: Any) -> None:
    """End the task that shows this progress, if it still runs."""
    task = parts.session.cancellable.get(params["token"])
    if task is not None:
        task.cancel()


NOTIFICATIONS = {"window/workDoneProgress/cancel": did_cancel}
