"""Two runs for the same push, each request of which may be before or after any of the other's."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest

from reread.server.pull_requests.errors import HostError
from reread.server.pull_requests.hosts import descriptions
from reread.server.pull_requests.posting import Review
from tests.server.pull_requests.interleaving import Turns, Unserved
from tests.server.pull_requests.simulation import Simulation, files, review_of
from tests.standin.hosts import STAND_INS, Fault, ForgejoStandIn, HostStandIn, Pull
from tests.standin.hosts.server import Request

_KINDS: Mapping[str, type[HostStandIn]] = {**STAND_INS, "forgejo": ForgejoStandIn}
_BROKEN = (Fault.LOST, Fault.BAD_GATEWAY, Fault.BAD_GATEWAY_AFTER)
_LINES = "".join(f"line_{number} = {number}\n" for number in range(30))


def twice(text: str) -> str:
    return text.replace("line_9 = 9\n", "bad1(2)\n").replace("line_20 = 20\n", "bad1(2)\n")


SITUATIONS: Mapping[str, tuple[tuple[str, bool], ...]] = {
    "new": ((twice(_LINES), False),),
    "fixed": ((twice(_LINES), False), (_LINES, False)),
    "back": ((twice(_LINES), False), (_LINES, False), (twice(_LINES), False)),
    "moved": ((twice(_LINES), False), (twice(f"x = 1\n{_LINES}"), True)),
    "back and moved": ((twice(_LINES), False), (_LINES, True), (twice(f"x = 1\n{_LINES}"), True)),
    "one more before": ((twice(_LINES), False), (f"bad1(2)\n{twice(_LINES)}", False)),
    "one less before": ((f"bad1(2)\n{twice(_LINES)}", False), (twice(_LINES), False)),
}
"""The texts that are pushed one after the other, and whether comments lose their lines. Two runs review the last one."""


class Scene:
    """A pull request with one host, on which two runs are played."""

    def __init__(self, name: str, pull: Pull, seed: int = 1) -> None:
        description = descriptions()["gitea" if name == "forgejo" else name]
        self.standin = _KINDS[name](pull)
        self.unserved = Unserved(self.standin, description)
        self.simulation = Simulation(seed, self.standin, self.unserved.host, description)

    @property
    def review(self) -> Review:
        return review_of(self.standin.pull, self.unserved.description)

    def play(self, choose: Callable[[Sequence[int]], int]) -> Turns:
        turns, review = Turns(choose), self.review
        turns.play([lambda run=run: self.unserved.run(review, lambda: turns.wait(run)) for run in (0, 1)])
        return turns

    def check(self) -> None:
        """What is true after one run, too: nothing is lost, double, half done, or taken for the act of a person."""
        self.simulation.check(self.review)
        assert not [each for each in self.simulation.own if self.simulation.is_closed_by_person(each)]
        if self.unserved.host().resolves:
            assert all(self.simulation.is_open(each) != each.resolved for each in self.simulation.own)
        assert not [each.body for each in self.standin.pull.notes if "somebody deleted" in each.body]


def scene_of(name: str, situation: str) -> Scene:
    *before, last = SITUATIONS[situation]
    scene = Scene(name, Pull(12, {"a.py": _LINES.replace("0", "zero")}, {"a.py": before[0][0] if before else last[0]}))
    for text, forced in before:
        scene.standin.pull.push({"a.py": text}, forced=forced)
        scene.unserved.run(scene.review)
    scene.standin.pull.push({"a.py": last[0]}, forced=last[1])
    return scene


def switched(*counts: int) -> Callable[[Sequence[int]], int]:
    """The first run sends so many requests, then the other one so many, and so on; at last one goes to its end."""
    left = [place % 2 for place, count in enumerate(counts) for _ in range(count)][::-1]

    def choose(going: Sequence[int]) -> int:
        wanted = left.pop() if left else len(counts) % 2
        return wanted if wanted in going else going[0]

    return choose


def drawn(chance: random.Random) -> Callable[[Sequence[int]], int]:
    """At each request one of the runs, which goes on for a while."""
    stays, last = chance.choice((0.3, 0.6, 0.9)), 0

    def choose(going: Sequence[int]) -> int:
        nonlocal last
        if last not in going or chance.random() > stays:
            last = chance.choice(going)
        return last

    return choose


def interruptions(scene: Scene, step: int) -> Iterator[tuple[int, int]]:
    """After how many requests the first run stops, and after how many of the second it goes on."""
    alone = copy.deepcopy(scene.standin.pull)
    scene.standin.requests.clear()
    scene.unserved.run(scene.review)
    count = len(scene.standin.requests)
    scene.standin.pull = alone
    for first in range(0, count + 1, step):
        for second in (*range(1, count, step), 1_000):
            yield first, second


def require_all(scene: Scene, step: int) -> int:
    """Plays all schedules with two switches, and returns how many."""
    start, played = scene.standin.pull, 0
    for first, second in interruptions(scene, step):
        scene.standin.pull = copy.deepcopy(start)
        scene.play(switched(first, second))
        scene.check()
        played += 1
    return played


@pytest.mark.parametrize("situation", ["moved", "back"])
def test_no_interruption_loses_or_doubles_a_finding(situation):
    assert require_all(scene_of("bitbucket-server", situation), 6) > 8


@pytest.mark.slow
@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("name", _KINDS)
def test_no_interruption_does_on_any_host(name, situation):
    assert require_all(scene_of(name, situation), 2) > 20


@pytest.mark.slow
@pytest.mark.parametrize("name", _KINDS)
def test_nor_does_any_order_of_requests_over_many_pushes_with_answers_lost(name):
    for seed in range(6):
        scene = Scene(name, Pull(12, *files()), seed)
        chance = random.Random(seed)
        for _ in range(15):
            for _ in range(chance.choice((1, 1, 2, 4))):
                scene.simulation._push()
            left = iter(range(chance.randint(0, 3)))

            def fault(request: Request, chance: random.Random = chance, left: Iterator[int] = left) -> Fault | None:
                return chance.choice(_BROKEN) if chance.random() < 0.1 and next(left, None) is not None else None

            scene.standin.fault = fault
            scene.play(drawn(chance))
            scene.standin.fault = lambda request: None
            scene.check()


def test_a_run_alone_leaves_what_the_check_requires_and_the_check_sees_what_is_lost():
    scene = scene_of("github", "new")
    scene.unserved.run(scene.review)
    scene.check()
    scene.standin.pull.comments.pop()
    with pytest.raises(AssertionError, match="lost"):
        scene.check()


def test_a_comment_that_is_half_reopened_is_not_taken_for_one_that_a_person_closed():
    scene = scene_of("github", "new")
    scene.unserved.run(scene.review)
    scene.unserved.run(scene.review._replace(wanted=()))
    assert all(each.resolved for each in scene.simulation.own)
    scene.standin.fault = lambda request: Fault.BAD_GATEWAY if request.method == "PATCH" else None
    with pytest.raises(HostError, match="HTTP 502"):
        scene.unserved.run(scene.review)
    scene.standin.fault = lambda request: None
    scene.unserved.run(scene.review)
    scene.check()
    assert len(scene.simulation.own) == len(scene.review.wanted)


def test_nor_is_one_whose_text_alone_was_brought_before_the_host_broke():
    scene = scene_of("github", "new")
    scene.unserved.run(scene.review)
    scene.unserved.run(scene.review._replace(wanted=()))
    scene.standin.fault = lambda request: Fault.BAD_GATEWAY if "unresolve" in str(request.data) else None
    with pytest.raises(HostError, match="HTTP 502"):
        scene.unserved.run(scene.review)
    scene.standin.fault = lambda request: None
    scene.unserved.run(scene.review)
    scene.check()
