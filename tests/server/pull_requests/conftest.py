"""Hosts on loopback, and a connection to each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import NamedTuple

import pytest

from reread.server.pull_requests.host import Description, Host
from reread.server.pull_requests.hosts import descriptions
from reread.server.pull_requests.rest import Rest
from tests.standin.hosts import STAND_INS, HostStandIn, Pull
from tests.standin.hosts.server import TOKEN


class Connected(NamedTuple):
    """A stand-in, a connection to it, and how long, in seconds, it was waited for it."""

    standin: HostStandIn
    host: Host
    description: Description
    waits: list[float]
    rest: Rest


Connect = Callable[..., Connected]


@pytest.fixture
def connect() -> Iterator[Connect]:
    """Starts a stand-in of a kind and connects to it; with `standin` connects to one that runs, as another run does."""
    with ExitStack() as stack:

        def connected(
            name: str, pull: Pull, kind: type[HostStandIn] | None = None, standin: HostStandIn | None = None
        ) -> Connected:
            running = standin or stack.enter_context((kind or STAND_INS[name])(pull))
            description = descriptions()[name]
            waits: list[float] = []
            rest = stack.enter_context(Rest(running.url, description.headers(TOKEN), wait=waits.append))
            return Connected(running, description.connect(rest, "acme/shop"), description, waits, rest)

        yield connected
