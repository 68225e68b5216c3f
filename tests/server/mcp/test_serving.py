"""The server as a process: on standard streams as clients start it, and by HTTP with its token."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from mcp import Client, StdioServerParameters

from tests.server.mcp.conftest import call

TOKEN = "a-token-of-some-length"
PROGRAM = [sys.executable, "-P", "-m", "reread.server", "mcp"]


async def test_a_client_starts_it_on_standard_streams(folder):
    folder.write("a.py", "take_a_nap()\n")
    command, *arguments = PROGRAM
    process = StdioServerParameters(command=command, args=arguments, env=dict(os.environ), cwd=str(folder.path))
    async with Client(process) as client:
        [finding] = (await call(client, "check_files"))["findings"]
    assert finding["rule"] == "no-sleep"


@asynccontextmanager
async def serving(folder, *options: str) -> AsyncIterator[str]:
    """A server by HTTP; its address."""
    process = await asyncio.create_subprocess_exec(
        *PROGRAM, "--http", "0", *options, cwd=folder.path, stderr=asyncio.subprocess.PIPE
    )
    try:
        assert process.stderr is not None
        line = (await process.stderr.readline()).decode()
        yield line.split()[-1]
    finally:
        process.terminate()
        await process.wait()


INITIALIZE = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    },
}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("headers", "status"),
    [({}, 401), ({"authorization": "Bearer wrong"}, 401), ({"authorization": f"Bearer {TOKEN}"}, 200)],
)
async def test_by_http_only_who_has_the_token_is_served(folder, tmp_path, headers, status):
    (tmp_path / "token").write_text(TOKEN)
    accept = {"accept": "application/json, text/event-stream"}
    async with serving(folder, "--token-file", str(tmp_path / "token")) as url, httpx.AsyncClient() as client:
        answer = await client.post(url, json=INITIALIZE, headers={**headers, **accept})
        foreign = await client.post(url, json=INITIALIZE, headers={**headers, **accept, "host": "evil.example"})
    assert answer.status_code == status
    assert foreign.status_code != 200


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--http", "0"], "--http requires --token-file"),
        (["--token-file", "short"], "--token-file requires --http"),
        (["--http", "0", "--token-file", "short"], "fewer than 16 characters"),
        (["--http", "0", "--token-file", "nosuch"], "cannot be read"),
    ],
)
def test_wrong_options_are_usage_errors(folder, options, said):
    (folder.path / "short").write_text("abc")
    done = subprocess.run([*PROGRAM, *options], cwd=folder.path, capture_output=True, text=True, check=False)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr
