"""Controls a stand-in from another process: GET /__control__ reads, POST /__control__ tells.

A POST carries any of `script` (a list of replies), `default` (a reply), `release` and `reset` (true), and `wait`
({"requests": 2, "abandoned": 1, "idle": true, "seconds": 20}; idle is who answers nothing and has no connection but
that of the control). Both answer with what has been seen (`Seen`).
"""

from __future__ import annotations

import urllib.request
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from tests.standin.replies import Recorded, Reply

if TYPE_CHECKING:
    from tests.standin.server import StandIn

PATH = "/__control__"


class Wait(Struct):
    requests: int = 0
    abandoned: int = 0
    idle: bool = False
    seconds: float = 120.0


class Command(Struct):
    script: list[Reply] = []
    default: Reply | None = None
    release: bool = False
    reset: bool = False
    wait: Wait | None = None


class Seen(Struct):
    """`waited` is False when what was waited for did not come."""

    requests: list[Recorded]
    others: list[Recorded]
    active: int
    connections: int
    abandoned: int
    queued: int
    waited: bool = True

    @property
    def reviews(self) -> list[Recorded]:
        """Those of the requests that ask for a review, not for a short answer about one."""
        return [request for request in self.requests if request.kind == "review"]


def handle(model: StandIn, request: Recorded) -> tuple[int, bytes]:
    """Do what is asked; the status and body of the answer. Runs in a thread of its own, since it may wait."""
    command = Command()
    if request.method == "POST":
        try:
            command = msgspec.json.decode(request.body or "{}", type=Command)
        except msgspec.MsgspecError as error:
            return 400, msgspec.json.encode({"error": str(error)})
    if command.reset:
        model.reset()
    if command.default is not None:
        model.always(command.default)
    model.script(*command.script)
    if command.release:
        model.release()
    waited = command.wait is None or _wait(model, command.wait)
    state = model.state
    with state.changed:
        # The control request itself is a connection too.
        others = state.connections - 1
        seen = Seen(state.requests, state.others, state.active, others, state.abandoned, len(state.queue), waited)
        return 200, msgspec.json.encode(seen)


def _wait(model: StandIn, wait: Wait) -> bool:
    return model.state.wait(
        lambda state: (
            len(state.requests) >= wait.requests
            and state.abandoned >= wait.abandoned
            # The last byte of an answer is out before it is counted as ended, and a connection closes after that.
            and not (wait.idle and (state.active or state.connections > 1))
        ),
        wait.seconds,
    )


class RemoteStandIn:
    """A stand-in that runs in another process, by its address."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self.openai_url = self.url + "/v1"

    def script(self, *replies: Reply) -> Seen:
        return self.tell(script=list(replies))

    def always(self, reply: Reply) -> Seen:
        return self.tell(default=reply)

    def release(self) -> Seen:
        return self.tell(release=True)

    def reset(self) -> Seen:
        return self.tell(reset=True)

    def seen(self) -> Seen:
        return self.tell()

    def wait(self, *, requests: int = 0, abandoned: int = 0, idle: bool = False, seconds: float = 120.0) -> Seen:
        seen = self.tell(wait=Wait(requests, abandoned, idle, seconds))
        assert seen.waited, f"{len(seen.requests)} requests, {seen.abandoned} abandoned, {seen.active} active"
        return seen

    def tell(self, **command: Any) -> Seen:
        """Send a command; what the stand-in has seen by then."""
        request = urllib.request.Request(self.url + PATH, data=msgspec.json.encode(command), method="POST")
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=60) as response:
            return msgspec.json.decode(response.read(), type=Seen)
