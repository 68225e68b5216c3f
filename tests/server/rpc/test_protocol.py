from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.findings import Edit, Finding, Fix, Severity, Source
from reread.analyzers.text import Span
from reread.rag.results import IndexReport, SkippedFile
from reread.server.rpc import protocol
from reread.server.settings import Settings


@given(st.integers(), st.text(), st.dictionaries(st.text(), st.text() | st.integers(-(2**53), 2**53) | st.none()))
def test_a_framed_message_can_be_read_back(identifier, method, params):
    data = protocol.frame(protocol.request(identifier, method, params))
    header, _, body = data.partition(b"\r\n\r\n")
    assert protocol.length_of(header) == len(body)
    message = protocol.parse(body)
    assert (message.id, message.method) == (identifier, method)
    assert protocol.decode(message.params, dict) == params


@pytest.mark.parametrize(
    "value",
    [
        Settings(exclude=("a/",), max_file_size=5),
        IndexReport(folder="/f", indexed=1, skipped=(SkippedFile(path="a", reason="b"),)),
        Finding("rule", "text 🙂", Span(1, 2), Severity.ERROR, Source.MODEL, (Fix("t", (Edit(Span(0, 1), "x"),)),)),
        protocol.IndexFiles("/f", None),
        protocol.IndexFiles("/f", ("/f/a",)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_cross_the_pipe_unchanged(value):
    assert protocol.decode(protocol.encode(value), type(value)) == value


def test_the_parts_that_a_message_lacks_are_not_written():
    assert protocol.frame(protocol.response(1, None)).endswith(b'{"jsonrpc":"2.0","id":1,"result":null}')
    assert b'"error":{"code":-32603,"message":"m"}' in protocol.frame(protocol.failure(1, protocol.INTERNAL_ERROR, "m"))


@pytest.mark.parametrize(
    "header", [b"", b"Traceback (most recent call last):", b"Content-Length: -1", b"Content-Length: x"]
)
def test_what_is_no_header_is_refused(header):
    with pytest.raises(ValueError, match=r"header|message|literal"):
        protocol.length_of(header)


def test_a_length_that_cannot_be_meant_is_refused():
    with pytest.raises(ValueError, match="bytes"):
        protocol.length_of(b"Content-Length: 99999999999")


@pytest.mark.parametrize("body", [b"", b"nonsense", b"[]", b'{"id": "x"}'])
def test_what_is_no_message_is_refused(body):
    with pytest.raises(msgspec.MsgspecError):
        protocol.parse(body)
