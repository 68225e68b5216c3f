"""The row type of the tables of carriers."""

from __future__ import annotations

from typing import NamedTuple


class Carrier(NamedTuple):
    """A pattern with a group `secret`, looked for in lines that have one of the words of `near` (in lower case).

    One that `is_sure` takes any value, the others one that has the look of a secret.
    """

    near: str
    pattern: str
    is_sure: bool = True
