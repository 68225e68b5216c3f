"""The server of the stand-in: an event loop in a thread of its own."""

from __future__ import annotations

import asyncio
import contextlib
import json
import ssl
import threading
import zlib
from collections.abc import Callable, Iterable
from functools import cache, partial

from tests.standin import control, embeddings
from tests.standin.http import Incoming, Outgoing, read_request
from tests.standin.protocols import WIRES, Wire
from tests.standin.replies import Fault, Recorded, Reply
from tests.standin.state import State

MODEL = "stand-in"
PATIENCE = 120.0


class StandIn:
    """Start it with `with`. Every method may be called from any thread. With `tls` it is asked by https."""

    def __init__(self, port: int = 0, host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> None:
        self.state = State()
        self.port = port
        self._host = host
        self._tls = tls
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="stand-in", daemon=True)
        self._ready = threading.Event()
        self._released = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = False

    def __enter__(self) -> StandIn:
        self._thread.start()
        assert self._ready.wait(PATIENCE)
        return self

    def __exit__(self, *exception: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Close all connections and stop listening; for tests that want it gone before the end."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(PATIENCE)

    @property
    def url(self) -> str:
        """The address for ANTHROPIC_BASE_URL and OLLAMA_HOST."""
        return f"http{'s' if self._tls else ''}://{self._host}:{self.port}"

    @property
    def openai_url(self) -> str:
        """The address for OPENAI_BASE_URL."""
        return self.url + "/v1"

    @property
    def requests(self) -> list[Recorded]:
        """All requests for the model so far, oldest first."""
        with self.state.changed:
            return list(self.state.requests)

    @property
    def reviews(self) -> list[Recorded]:
        """Those of the requests that ask for a review, not for a short answer about one."""
        return [request for request in self.requests if request.kind == "review"]

    def script(self, *replies: Reply) -> None:
        """Answer the next requests for the model with these, one each, then by default."""
        with self.state.changed:
            self.state.queue.extend(replies)

    def always(self, reply: Reply) -> None:
        """The default from now on, of all requests or of those of the reply's kind."""
        with self.state.changed:
            if reply.kind:
                self.state.defaults[reply.kind] = reply
            else:
                self.state.default = reply

    def answers(self, answer: Callable[[str], str | Reply]) -> None:
        """What it says by itself from now on, given a prompt: another reviewer than the modest one."""
        with self.state.changed:
            self.state.answer = answer

    def release(self) -> None:
        """Let the answers to all requests that have arrived go on, those that will hang or wait at a gate too."""
        self.state.released()
        self._loop.call_soon_threadsafe(self._release)

    def reset(self) -> None:
        self.state.reset()

    def wait_for_requests(self, count: int, seconds: float = PATIENCE) -> None:
        """Until so many requests for the model have arrived."""
        assert self.state.wait(lambda state: len(state.requests) >= count, seconds), f"{len(self.requests)} requests"

    def wait_until_abandoned(self, count: int = 1, seconds: float = PATIENCE) -> None:
        """Until clients have gone away from so many requests before their answer was complete."""
        assert self.state.wait(lambda state: state.abandoned >= count, seconds), f"{self.state.abandoned} abandoned"

    def wait_until_idle(self, seconds: float = PATIENCE) -> None:
        """Until no request is being answered and no connection is open."""
        idle = self.state.wait(lambda state: state.active == 0 and state.connections == 0, seconds)
        assert idle, f"{self.state.active} active, {self.state.connections} connections"

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        starting = asyncio.start_server(self._connection, self._host, self.port, ssl=self._tls)
        server = self._loop.run_until_complete(starting)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        self._loop.run_until_complete(self._close(server))
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()

    async def _close(self, server: asyncio.Server) -> None:
        """Close all connections, also those that have come in at the last moment and whose tasks have not begun."""
        self._stopping = True
        server.close()
        for task in self._tasks:
            task.cancel()
        while others := asyncio.all_tasks() - {asyncio.current_task()}:
            await asyncio.wait(others)

    def _release(self) -> None:
        self._released.set()
        self._released = asyncio.Event()

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        if self._stopping:
            task.cancel()
        self.state.connected(+1)
        try:
            while (incoming := await read_request(reader)) is not None and await self._answer(incoming, reader, writer):
                pass
        except (ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()
            if not self._stopping:
                with contextlib.suppress(ConnectionError, asyncio.CancelledError):
                    await writer.wait_closed()
            # Whoever does not read what is still to be sent must not keep this from stopping.
            writer.transport.abort()
            self.state.connected(-1)

    async def _answer(self, incoming: Incoming, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answer one request; False when the connection is not to be used again."""
        path = incoming.path.partition("?")[0]
        outgoing = Outgoing(writer)
        wire = WIRES.get(path) or embeddings.WIRES.get(path)
        recorded = Recorded(
            protocol=wire.name if wire else "",
            method=incoming.method,
            path=path,
            headers=incoming.headers,
            body=incoming.body.decode(errors="replace"),
        )
        if path == control.PATH:
            status, body = await asyncio.to_thread(control.handle, self, recorded)
            await outgoing.whole(status, body, "application/json", {})
            return True
        if wire is None or incoming.method != "POST":
            self.state.noticed(recorded)
            status, found = _about_models(path)
            await outgoing.whole(status, json.dumps(found).encode(), "application/json", {})
            return True
        outgoing = Outgoing(writer, partial(self.state.closing, recorded))
        return await self._model(wire, recorded, reader, outgoing)

    async def _model(self, wire: Wire, request: Recorded, reader: asyncio.StreamReader, outgoing: Outgoing) -> bool:
        """Answer a request for the model, and give up at once when the client goes away."""
        reply, releases = self.state.took(request)
        released = partial(self._wait, releases)
        answering = asyncio.ensure_future(_answered(wire, request, reply, outgoing, released, self.state.answer))
        leaving = asyncio.ensure_future(reader.read(1))
        try:
            await asyncio.wait({answering, leaving}, return_when=asyncio.FIRST_COMPLETED)
            gone = not answering.done()
            answering.cancel()
            keep = False
            try:
                keep = await answering
            except (asyncio.CancelledError, ConnectionError):
                # Writing may be what notices first that the client is not there any more.
                gone = True
            self.state.ended(request, abandoned=gone)
            return keep and not gone
        finally:
            answering.cancel()
            leaving.cancel()
            with contextlib.suppress(asyncio.CancelledError, ConnectionError):
                await leaving

    async def _wait(self, releases: int) -> None:
        """Until there was another release than those before the request arrived."""
        self.state.held()
        while self.state.releases == releases:
            await self._released.wait()


async def _answered(wire: Wire, request: Recorded, reply: Reply, outgoing: Outgoing, released, answer) -> bool:
    """Write the whole answer; True when the connection can be used again."""
    if reply.fault is Fault.DROP:
        return False
    if reply.fault is Fault.HANG:
        await released()
    if reply.bomb:
        headers = {"content-encoding": "gzip", **reply.headers}
        await outgoing.whole(reply.status, _bomb(reply.bomb), reply.content_type or wire.content_type, headers)
        return True
    if reply.status >= 300:
        body = wire.error(reply.status, reply.error)
        await outgoing.whole(reply.status, body, "application/json", reply.headers)
        return True
    if reply.raw is not None:
        body = reply.raw.encode("latin-1", "replace")
        await outgoing.whole(200, body, reply.content_type or wire.content_type, reply.headers)
        return True
    own = answer(request.prompt)
    if isinstance(own, Reply):
        reply, own = own, ""
    text = reply.words(own)
    usage = reply.usage or (request.tokens, max(1, len(text) // 4))
    if reply.whole or not request.json.get("stream", wire.name == "ollama"):
        await outgoing.whole(200, wire.whole(request, text, reply, usage), "application/json", reply.headers)
        return True
    await outgoing.begin(reply.content_type or wire.content_type, reply.headers)
    return await _stream(wire, request, reply, text, usage, outgoing, released)


async def _stream(
    wire: Wire, request: Recorded, reply: Reply, text: str, usage: tuple[int, int], outgoing: Outgoing, released
) -> bool:
    await _all(outgoing, wire.opening(request, usage))
    if reply.refusal:
        outgoing.closing()
        await _all(outgoing, wire.refusal())
        if wire.name == "openai":
            await _all(outgoing, wire.ending(request, reply, usage))
        await outgoing.end()
        return True
    pieces = [text[start : start + reply.pieces] for start in range(0, len(text), reply.pieces)]
    while reply.fault is Fault.ENDLESS:
        for piece in pieces:
            await outgoing.chunk(wire.piece(piece))
            await asyncio.sleep(reply.delay)
    for place in range(len(pieces) + 1):
        if place == min(reply.after, len(pieces)):
            while reply.fault is Fault.PINGS:
                await outgoing.chunk(wire.piece(""))
                await asyncio.sleep(reply.delay)
            if reply.fault in (Fault.HANG_MIDWAY, Fault.GATE):
                await released()
            elif reply.fault is Fault.CUT:
                return False
            elif reply.fault is Fault.END_EARLY:
                await outgoing.end()
                return True
            elif reply.fault in (Fault.BROKEN_FRAME, Fault.ERROR_MIDWAY):
                await outgoing.chunk(wire.broken() if reply.fault is Fault.BROKEN_FRAME else wire.failing())
        if place < len(pieces):
            await outgoing.chunk(wire.piece(pieces[place]))
            if reply.delay:
                await asyncio.sleep(reply.delay)
    await _all(outgoing, wire.calling(reply))
    outgoing.closing()
    await _all(outgoing, wire.ending(request, reply, usage))
    await outgoing.end()
    return True


@cache
def _bomb(size: int) -> bytes:
    """So many bytes of blanks, compressed: about a thousandth of that."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    block = b" " * (1 << 20)
    return b"".join([*(packer.compress(block) for _ in range(size >> 20)), packer.flush()])


async def _all(outgoing: Outgoing, frames: Iterable[bytes]) -> None:
    for frame in frames:
        await outgoing.chunk(frame)


def _about_models(path: str) -> tuple[int, object]:
    """What the vendors answer besides: lists of models and what is known about one."""
    if path == "/api/tags":
        return 200, {"models": [{"name": MODEL, "model": MODEL, "size": 1, "details": {"family": "stand-in"}}]}
    if path == "/api/show":
        return 200, {"details": {"family": "stand-in"}, "model_info": {"stand-in.context_length": 32_768}}
    if path == "/api/version":
        return 200, {"version": "0.12.0"}
    if path in ("/v1/models", "/models"):
        return 200, {"object": "list", "data": [{"id": MODEL, "object": "model", "type": "model"}]}
    if path == "/":
        return 200, "Ollama is running"
    return 404, {"error": {"message": f"no such path: {path}", "type": "not_found_error"}}
