"""The context that a reviewer reads besides the change, as plain values."""

from __future__ import annotations

from typing import NamedTuple


class ContextPiece(NamedTuple):
    """A piece of a file that was looked up for a review unit.

    `path` is relative to the workspace folder, with `/`; `start_line` counts from 1; `reason` says in a few words why
    the piece matters ("calls the change"). `identity` is what of it makes a question a new one when it changes, such as
    the signature of what the unit calls; "" is nothing of it. `guidance` is what the team has written about how code is
    to be here; a `verdict` is what people said of a remark on similar code; a `caller` uses the changed code.
    """

    path: str
    start_line: int
    text: str
    reason: str
    identity: str = ""
    guidance: bool = False
    verdict: bool = False
    caller: bool = False
