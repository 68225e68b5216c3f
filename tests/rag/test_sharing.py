from __future__ import annotations

import json
import os
import socket
import struct
import tempfile

import pytest

from reread.rag.index import sharing
from reread.rag.workspace_index import WorkspaceIndex


@pytest.fixture(params=[True, False], ids=["socket file", "loopback"])
def shared(request, tmp_path):
    asked = []

    def nearest(vector, count):
        asked.append((vector, count))
        return [("a", 0.5), ("b", 0.25)][:count]

    opened = sharing.SharedVectors(str(tmp_path), "embedder-1", nearest, local=request.param)
    opened.asked = asked
    yield opened
    opened.close()


def test_a_question_is_answered_by_the_process_that_can(shared, tmp_path):
    vector = struct.pack("<3f", 1, 2, 3)
    assert sharing.ask(str(tmp_path), "embedder-1", vector, 2) == [("a", 0.5), ("b", 0.25)]
    assert sharing.ask(str(tmp_path), "embedder-1", vector, 1) == [("a", 0.5)]
    assert shared.asked == [(vector, 2), (vector, 1)]


def test_vectors_of_another_embedder_are_not_compared(shared, tmp_path):
    assert sharing.ask(str(tmp_path), "embedder-2", b"", 1) == []
    assert shared.asked == []


def test_without_the_token_there_is_no_answer(shared, tmp_path):
    path = tmp_path / "vectors.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "token": "0" * 64}))
    assert sharing.ask(str(tmp_path), "embedder-1", b"", 1) == []
    assert shared.asked == []


def test_only_the_user_can_read_where_it_is(shared, tmp_path):
    assert (tmp_path / "vectors.json").stat().st_mode & 0o077 == 0


def test_what_speaks_something_else_does_no_harm(shared, tmp_path):
    address = json.loads((tmp_path / "vectors.json").read_text())
    local = isinstance(address["place"], str)
    for data in (b"GET / HTTP/1.1\r\n\r\n", address["token"].encode() + b"\xff" * 8):
        with socket.socket(socket.AF_UNIX if local else socket.AF_INET) as connection:
            connection.connect(address["place"] if local else ("127.0.0.1", address["place"]))
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            assert connection.recv(10) == b""
    assert sharing.ask(str(tmp_path), "embedder-1", b"", 1) == [("a", 0.5)]


def test_after_closing_nobody_answers_and_nothing_is_left(shared, tmp_path):
    place = json.loads((tmp_path / "vectors.json").read_text())["place"]
    shared.close()
    assert sharing.ask(str(tmp_path), "embedder-1", b"", 1) == []
    assert not (tmp_path / "vectors.json").exists()
    assert not isinstance(place, str) or not os.path.exists(os.path.dirname(place))


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"place": "/no/such/socket", "token": "", "embedder": "e"}'])
def test_a_damaged_address_and_one_of_a_process_that_was_killed(tmp_path, content):
    (tmp_path / "vectors.json").write_text(content)
    assert sharing.ask(str(tmp_path), "e", b"", 1) == []


def test_where_the_temporary_folder_has_a_long_name_it_is_a_port_of_loopback(tmp_path, monkeypatch):
    long = tmp_path / ("temporary" * 12)
    long.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(long))
    opened = sharing.SharedVectors(str(tmp_path), "embedder-1", lambda vector, count: [("a", 0.5)], local=True)
    assert sharing.ask(str(tmp_path), "embedder-1", b"", 1) == [("a", 0.5)]
    opened.close()
    assert list(long.iterdir()) == []


def test_an_index_that_does_not_write_has_vectors_too(sample):
    writer = WorkspaceIndex(str(sample))
    writer.run()
    reader = WorkspaceIndex(str(sample))
    assert not reader.status().writer
    asked = ("read an amount of money", 3, "vectors")
    assert reader.search(*asked) == writer.search(*asked) != []
    writer.close()
    assert reader.search(*asked) == []
    reader.close()
