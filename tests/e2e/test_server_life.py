"""How the server begins, ends and survives: shutdown with work running, a dead editor, a dead worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.language_client import PATIENCE, SERVER, LanguageClient

Make = Callable[..., LanguageClient]
BAD = "assert (1, 'x')\n"


def wait_until(true: Callable[[], Any], what: str) -> None:
    """Wait for something outside of the conversation."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, what
        time.sleep(0.02)


def is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def workers(process: int) -> list[int]:
    """The worker processes of a server, which may have git for a child as well."""
    found: list[int] = []
    for thread in Path(f"/proc/{process}/task").iterdir():
        try:
            found += map(int, (thread / "children").read_text().split())
        except OSError:
            continue  # the thread has ended since
    return [child for child in found if is_worker(child)]


def is_worker(process: int) -> bool:
    try:
        return b"reread.server.worker" in Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False


def fill(project: Path, count: int = 60) -> None:
    """Enough code to keep the indexer busy."""
    for number in range(count):
        body = "\n\n".join(f"def function_{number}_{each}(value):\n    return value + {each}" for each in range(40))
        (project / f"module_{number}.py").write_text(body + "\n")


def test_exit_without_shutdown_is_exit_code_one(client: Make, project: Path) -> None:
    server = client()
    server.start(project)
    server.notify("exit", None)
    assert server.process.wait(PATIENCE) == 1


def test_exit_before_initialize_ends_the_server(client: Make) -> None:
    server = client()
    server.notify("exit", None)
    assert server.process.wait(PATIENCE) == 1


ENDLESS = """
import sys
if "reread.server" in sys.orig_argv:
    import threading
    from reread.analyzers.engine.engine import Engine
    check = Engine.check
    def endless(self, document, *others, **more):
        if "endless" in document.uri:
            print("it has begun", file=sys.stderr, flush=True)
            threading.Event().wait()
        return check(self, document, *others, **more)
    Engine.check = endless
"""
"""A module that Python imports when it begins: the analysis of some documents never ends."""


def test_shutdown_waits_for_no_analysis_indexing_or_request(client: Make, project: Path, tmp_path: Path) -> None:
    fill(project)
    (tmp_path / "sitecustomize.py").write_text(ENDLESS)
    server = client(settings={"index": {"enable": True}}, PYTHONPATH=str(tmp_path))
    server.start(project)
    uri = (project / "a.py").as_uri()
    server.open(uri, BAD)
    server.diagnostics(uri, 1)
    server.wait(lambda message: message.get("params", {}).get("value", {}).get("kind") == "begin")
    known = workers(server.process.pid)
    for number in range(4):
        server.open((project / f"endless{number}.py").as_uri(), BAD)
        server.send("textDocument/codeAction", code_action((project / f"endless{number}.py").as_uri()))
    wait_until(lambda: "it has begun" in server.log, "no analysis is running")
    assert server.shut_down() == 0
    wait_until(lambda: not any(map(is_alive, known)), "the worker is still there")


def code_action(uri: str) -> dict[str, Any]:
    place = {"line": 1, "character": 0}
    return {"textDocument": {"uri": uri}, "range": {"start": place, "end": place}, "context": {"diagnostics": []}}


def test_the_server_ends_with_its_input(client: Make, project: Path) -> None:
    server = client()
    server.start(project)
    assert server.process.stdin is not None
    server.process.stdin.close()
    assert server.process.wait(PATIENCE) == 1


def test_the_server_ends_with_its_connection(client: Make, project: Path) -> None:
    server = client(tcp=True)
    server.start(project)
    server.hang_up()
    assert server.process.wait(PATIENCE) == 1


@pytest.mark.slow
def test_the_server_ends_with_the_editor_that_started_it(environment: dict[str, str], tmp_path: Path) -> None:
    """The pipes stay open here, as they do when another child of the editor has inherited them."""
    editor = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    body = b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":%d,"capabilities":{}}}' % editor.pid
    with subprocess.Popen(SERVER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as server:
        assert server.stdin is not None and server.stdout is not None
        server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        server.stdin.flush()
        assert server.stdout.readline().startswith(b"Content-Length")
        editor.kill()
        editor.wait()
        assert editor.stdin is not None
        editor.stdin.close()
        assert server.wait(PATIENCE) == 1


@pytest.mark.slow
def test_a_signal_ends_the_server_and_its_worker(client: Make, project: Path) -> None:
    server = client(settings={"index": {"enable": True}})
    server.start(project)
    server.open((project / "a.py").as_uri(), BAD)
    server.wait(lambda message: message.get("params", {}).get("value", {}).get("kind") == "end")
    (worker,) = workers(server.process.pid)
    server.process.terminate()
    assert server.process.wait(PATIENCE) != 0
    wait_until(lambda: not is_alive(worker), "the worker is still there")


@pytest.mark.parametrize("parent", [2**22 + 1, 2**70, -1, None, "x"])
def test_an_editor_in_another_container_has_a_process_id_that_is_unknown_here(
    client: Make, project: Path, parent: Any
) -> None:
    server = client()
    server.request("initialize", {"processId": parent, "capabilities": {}})
    assert server.shut_down() == 0


@pytest.mark.parametrize("address", ["nonsense", "127.0.0.1:port", "127.0.0.1:99999"])
def test_a_wrong_address_is_said_in_one_line(environment: dict[str, str], address: str) -> None:
    ended = subprocess.run([*SERVER, "--tcp", address], env=environment, capture_output=True, check=False)
    assert ended.returncode == 2
    assert ended.stderr.decode().startswith("reread: ") and ended.stderr.count(b"\n") == 1


@pytest.mark.slow
def test_a_worker_that_is_killed_is_told_of_once_and_comes_back(client: Make, project: Path) -> None:
    fill(project, 3)
    server = client(settings={"index": {"enable": True}})
    server.start(project)
    uri = (project / "a.py").as_uri()
    server.open(uri, BAD)
    assert len(server.diagnostics(uri, 1)) == 1
    end = server.wait(lambda message: message.get("params", {}).get("value", {}).get("kind") == "end")
    (worker,) = workers(server.process.pid)
    os.kill(worker, signal.SIGKILL)
    server.shown("is being restarted")
    server.change(uri, 2, (0, 0), (0, 0), "\n")
    assert len(server.diagnostics(uri, 2)) == 1
    wait_until(lambda: any(child != worker for child in workers(server.process.pid)), "no new worker")
    after = server.received.index(end) + 1
    server.wait(lambda message: message.get("params", {}).get("value", {}).get("kind") == "end", after)
    (second,) = workers(server.process.pid)
    os.kill(second, signal.SIGKILL)
    wait_until(lambda: any(child != second for child in workers(server.process.pid)), "no third worker")
    assert len([message for message in server.messages if "restarted" in message]) == 1
    assert server.shut_down() == 0


def test_the_worker_is_started_only_when_it_is_needed_and_after_the_first_diagnostics(
    client: Make, project: Path
) -> None:
    server = client()
    server.start(project)
    uri = (project / "a.py").as_uri()
    server.open(uri, BAD)
    server.diagnostics(uri, 1)
    server.command("reread.printDebugInformation")
    assert workers(server.process.pid) == []


def test_indexing_shows_progress_and_can_be_cancelled(client: Make, project: Path) -> None:
    fill(project)
    server = client(settings={"index": {"enable": True}})
    server.start(project)
    uri = (project / "a.py").as_uri()
    server.open(uri, BAD)
    begin = server.wait(lambda message: message.get("params", {}).get("value", {}).get("kind") == "begin")
    assert begin["params"]["value"]["title"] == "Reread: indexing"
    server.notify("window/workDoneProgress/cancel", {"token": begin["params"]["token"]})
    end = server.wait(lambda message: message.get("params", {}).get("value", {}).get("kind") == "end")
    assert end["params"]["token"] == begin["params"]["token"]
    server.change(uri, 2, (0, 0), (0, 0), "\n")
    assert len(server.diagnostics(uri, 2)) == 1


def test_what_is_printed_by_mistake_does_not_reach_the_protocol(environment: dict[str, str], tmp_path: Path) -> None:
    """A library that prints, a child that writes to its standard output: all of it goes to standard error."""
    program = (
        "import os, subprocess, sys\n"
        "from reread.server.lsp import main, server\n"
        "start = server.Server.initialize\n"
        "def initialize(self, params):\n"
        "    print('printed'); os.write(1, b'written')\n"
        "    subprocess.run([sys.executable, '-c', 'print(\"inherited\")'])\n"
        "    return start(self, params)\n"
        "server.Server.initialize = initialize\n"
        "main.run()\n"
    )
    body = b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}'
    exit_body = b'{"jsonrpc":"2.0","method":"exit"}'
    data = b"".join(b"Content-Length: %d\r\n\r\n%b" % (len(each), each) for each in (body, exit_body))
    ended = subprocess.run(
        [sys.executable, "-P", "-c", program], input=data, capture_output=True, env=environment, check=False
    )
    assert ended.stdout.startswith(b"Content-Length: ") and ended.stdout.count(b"\r\n\r\n") == 1
    assert not any(word in ended.stdout for word in (b"printed", b"written", b"inherited"))
    assert all(word in ended.stderr for word in (b"printed", b"written", b"inherited"))
