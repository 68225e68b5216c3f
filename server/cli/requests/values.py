"""Options of model requests from the command line."""

from __future__ import annotations

from typing import NamedTuple


class RequestOptions(NamedTuple):
    """How to ask: `once` is a consent for this run, `context` looks up other code, `quiet` shows no progress."""

    once: bool = False
    context: bool = True
    quiet: bool = False
