"""The result type of the searches for secrets."""

from __future__ import annotations

from typing import NamedTuple


class Clue(NamedTuple):
    """A value (`start` to `end`, code points) that is a secret, and `what` it is. `quote` is where its string begins,
    or -1 without quotes. With `default` it stands in for what the environment may have.
    """

    what: str
    start: int
    end: int
    quote: int
    default: bool = False
