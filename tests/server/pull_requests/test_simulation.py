"""Pull requests that are pushed to again and again, while answers are lost and limits exceeded."""

from __future__ import annotations

import pytest

from tests.server.pull_requests.conftest import Connect
from tests.server.pull_requests.simulation import Simulation, files
from tests.standin.hosts import STAND_INS, ForgejoStandIn, Pull


def simulate(connect: Connect, name: str, pushes: int, seed: int, kind: type | None = None) -> None:
    connected = connect(name, Pull(12, *files()), kind)
    if pushes > 10:
        connected.standin.most_per_page = 100
    simulation = Simulation(
        seed,
        connected.standin,
        lambda: connect(name, connected.standin.pull, standin=connected.standin).host,
        connected.description,
    )
    for _ in range(pushes):
        simulation.step()


@pytest.mark.parametrize("name", STAND_INS)
def test_no_comment_twice_none_lost_none_left_open(connect, name):
    simulate(connect, name, pushes=6, seed=1)


@pytest.mark.slow
def test_nor_over_two_hundred_pushes(connect):
    simulate(connect, "github", pushes=200, seed=2)


@pytest.mark.slow
@pytest.mark.parametrize("name", [each for each in STAND_INS if each != "github"])
def test_nor_over_fifty_on_other_hosts(connect, name):
    simulate(connect, name, pushes=50, seed=2)


@pytest.mark.slow
def test_nor_where_threads_cannot_be_closed(connect):
    simulate(connect, "gitea", pushes=50, seed=3, kind=ForgejoStandIn)
