"""Where a function stands in a file."""

from __future__ import annotations

from typing import NamedTuple

from reread.analyzers.syntax import Node


class Site(NamedTuple):
    """A function that stands in no other function, found but not lowered. Finding it does not look inside of bodies.

    `start` and `end` are bytes of the document and include decorators and annotations; `owner` is the class (Go: the
    receiver's type) or "". The code of a module is the site with the name "" and the root as its node.
    """

    start: int
    end: int
    name: str
    owner: str
    node: Node
