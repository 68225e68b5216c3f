"""Framing: messages are found whatever stands between them."""

from __future__ import annotations

import asyncio
import io
import os

import pytest

from reread.server.lsp.transport.transport import Transport, read_message


def messages(data: bytes) -> list[bytes]:
    reader, found = io.BytesIO(data), []
    while (body := read_message(reader)) is not None:
        found.append(body)
    return found


def framed(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


@pytest.mark.parametrize(
    "header",
    [
        b"Content-Length: 2\r\n\r\n",
        b"content-length:2\r\n\r\n",
        b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n\r\n",
        b"Content-Length: 2\r\nContent-Type: x\r\n\r\n",
        b"Content-Length: 2\n\n",
        b"\r\n\r\nContent-Length: 2\r\n\r\n",
    ],
)
def test_headers(header: bytes) -> None:
    assert messages(header + b"{}" + framed(b"[]")) == [b"{}", b"[]"]


def test_after_garbage_the_next_message_is_found() -> None:
    assert messages(b"Content-Length: abc\r\n\r\n{}" + framed(b"[1]") + framed(b"[2]")) == [b"[1]", b"[2]"]
    assert messages(b"hello\r\n" + framed(b"{}")) == [b"{}"]


def test_a_length_that_no_editor_sends_is_not_believed() -> None:
    assert messages(b"Content-Length: 99999999999\r\n\r\n" + framed(b"{}")) == [b"{}"]
    assert messages(b"Content-Length: -1\r\n\r\n" + framed(b"{}")) == [b"{}"]


def test_a_message_that_is_cut_off_is_the_end() -> None:
    assert messages(framed(b"{}") + b"Content-Length: 10\r\n\r\n{}") == [b"{}"]


async def test_messages_arrive_on_the_loop_in_order_and_then_the_end() -> None:
    readable, writable = os.pipe()
    arrived: list[bytes] = []
    ended = asyncio.Event()
    with os.fdopen(readable, "rb") as reader, io.BytesIO() as output:
        Transport(reader, output).start(arrived.append, ended.set)
        with os.fdopen(writable, "wb") as writer:
            writer.write(framed(b"1") + framed(b"2"))
        await asyncio.wait_for(ended.wait(), 120)
    assert arrived == [b"1", b"2"]


def test_a_client_that_is_gone_is_written_to_once(caplog: pytest.LogCaptureFixture) -> None:
    class Gone(io.BytesIO):
        def write(self, data: object, /) -> int:
            raise BrokenPipeError("gone")

    transport = Transport(io.BytesIO(), Gone())
    transport.write(b"{}")
    transport.write(b"{}")
    assert caplog.text.count("no longer reads") == 1


def test_nothing_is_written_after_closing() -> None:
    output = io.BytesIO()
    transport = Transport(io.BytesIO(), output)
    transport.write(b"{}")
    transport.close()
    transport.write(b"[]")
    assert output.getvalue() == framed(b"{}")
