"""`reread index`: in the worker process, with the real store."""

from __future__ import annotations

import json
import socket

import pytest

from tests.server.cli.conftest import OWN_SETTINGS
from tests.standin import StandIn


@pytest.fixture
def shop(repository):
    repository.write("shop/cart.py", "def total(items):\n    return sum(items)\n")
    repository.write(
        "shop/page.py", "from shop.cart import total\n\n\ndef show(items):\n    return str(total(items))\n"
    )
    return repository


def test_it_says_what_it_did_and_the_second_time_does_nothing(shop, reread):
    first = reread("index")
    assert (first.code, first.err) == (0, "")
    assert first.out.startswith(f"{shop.path}: ")
    assert " 0 unchanged, 0 removed, " in first.out
    assert ": 0 files indexed, " in reread("index").out


def test_status_says_how_it_stands_and_changes_nothing(shop, reread):
    assert "0 files, 0 chunks" in reread("index", "--status").out
    assert "0 files, 0 chunks" in reread("index", "--status").out
    reread("index")
    assert "complete\n" in reread("index", "--status").out


def test_json(shop, reread):
    report = json.loads(reread("index", "--format", "json").out)
    assert (report["version"], report["folder"]) == (1, str(shop.path))
    assert report["indexed"] >= 2
    status = json.loads(reread("index", "--status", "--format", "json").out)
    assert status["definitions"] >= 2


def test_a_folder_can_be_named(shop, reread):
    assert reread("index", "shop").out.startswith(f"{shop.path / 'shop'}: 2 files indexed")
    assert reread("index", "none") == (2, "", "reread: no such folder: none\n")


def test_a_worker_that_cannot_start_is_one_line(shop, reread, monkeypatch):
    from reread.server.worker import client

    monkeypatch.setattr(client, "worker_command", lambda: ["/no/such/python"])
    result = reread("index")
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert "worker" in result.err


def test_paused_it_does_nothing_until_it_is_resumed(shop, reread):
    said = "indexing is paused; resume it with `reread index --resume`"
    assert reread("index", "--pause").out == f"{shop.path}: {said}\n"
    assert reread("index").out == f"{shop.path}: {said}\n"
    assert said in reread("index", "--status").out
    assert json.loads(reread("index", "--status", "--format", "json").out)["paused"]
    resumed = reread("index", "--resume").out
    assert said not in resumed
    assert ": 0 files indexed" not in resumed
    assert "complete\n" in reread("index", "--status").out


def test_only_one_of_status_pause_and_resume(shop, reread):
    assert reread("index", "--pause", "--resume").code == 2


def test_a_pause_that_cannot_be_noted_is_one_line(shop, reread, monkeypatch):
    (shop.path / "file").touch()
    monkeypatch.setenv("REREAD_CACHE_DIR", str(shop.path / "file" / "below"))
    result = reread("index", "--pause")
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert "not a directory" in result.err


@pytest.fixture(scope="module")
def provider():
    with StandIn() as running:
        yield running


@pytest.fixture
def vectors_nowhere(shop):
    """Settings with a server of vectors at a port that nobody listens at, and that nobody else can take meanwhile."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        shop.write(OWN_SETTINGS, f'[index]\nstore-url = "{url}"\n[review]\ncache = false\n')
        yield url


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        ("index",),
        ("index", "--status"),
        ("doctor",),
        ("search", "total"),
        ("search", "--source", "vectors", "total"),
        ("context", "shop/cart.py:2"),
        ("context", "-q", "shop/cart.py:2"),
        ("review", "--plan"),
        ("review", "--yes"),
        ("review", "--yes", "-q"),
        ("ask", "--yes", "what is the total of?"),
        ("ask", "who calls total?"),
    ],
)
def test_a_server_of_vectors_that_is_not_there_is_one_line(
    shop, vectors_nowhere, provider, reread, monkeypatch, command
):
    monkeypatch.setenv("OLLAMA_HOST", provider.url)
    result = reread(*command)
    said = [line for line in (result.out + result.err).splitlines() if f"Chroma at {vectors_nowhere} failed" in line]
    assert len(said) == 1
    assert said[0].endswith("; symbols and keywords still work")


def test_a_run_that_could_make_no_vectors_is_incomplete(shop, vectors_nowhere, reread):
    result = reread("index")
    assert result.code == 3
    assert " chunks without vectors; the next run tries again\n" in result.out
    chunks = json.loads(reread("index", "--status", "--format", "json").out)["chunks"]
    assert json.loads(reread("index", "--format", "json").out)["without_vectors"] == chunks > 0
    status = reread("index", "--status")
    assert status.code == 0
    assert f": incomplete: {chunks} chunks without vectors; update it with `reread index`\n" in status.out


def test_nothing_is_said_of_a_server_that_nobody_set_up(shop, reread):
    assert "Chroma" not in "".join(map(str, reread("index", "--status")))
    assert reread("search", "total").err == ""
