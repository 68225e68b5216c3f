"""A workspace, and a client of the SDK that is connected to the server of it."""

from __future__ import annotations

import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, Literal

import pytest
from mcp import Client
from mcp.client.session import SamplingFnT
from mcp.types import CallToolResult, ElicitResult

from reread.server.mcp.application import application
from reread.server.mcp.session import Session
from tests.server.cli.conftest import HOUSE_RULES, Folder, isolate

Connect = Callable[..., AbstractAsyncContextManager[Client]]


@pytest.fixture
def folder(tmp_path: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """A repository with house rules, which is the current folder."""
    isolate(tmp_path, monkeypatch)
    monkeypatch.setenv("REREAD_CACHE_DIR", str(own_cache))
    place = Folder(tmp_path / "work")
    place.write(".reread/rules/house.yaml", HOUSE_RULES)
    place.write("reread.toml", '[rules]\nignore = ["undefined-name"]\n')
    subprocess.run(["git", "init", "--quiet", str(place.path)], check=True)
    place.git("config", "user.name", "somebody")
    place.git("config", "user.email", "somebody@localhost")
    monkeypatch.chdir(place.path)
    return place


@pytest.fixture
def connect(folder: Folder) -> Connect:
    """Connects a client; `says` answers what a person is asked (None: the client cannot ask).

    In the mode "legacy" it speaks the protocol before 2026, in which servers send requests of their own. `samples`
    answers questions to its models.
    """

    @asynccontextmanager
    async def connected(
        says: bool | None = None,
        asked: list[str] | None = None,
        mode: Literal["auto", "legacy"] = "auto",
        samples: SamplingFnT | None = None,
    ) -> AsyncIterator[Client]:
        async def answer(context: Any, params: Any) -> ElicitResult:
            if asked is not None:
                asked.append(params.message)
            return ElicitResult(action="accept", content={"confirmed": bool(says)})

        server = application(Session(str(folder.path)))
        asking = answer if says is not None else None
        async with Client(server, mode=mode, elicitation_callback=asking, sampling_callback=samples) as client:
            yield client

    return connected


async def call(client: Client, tool: str, **arguments: Any) -> dict[str, Any]:
    """The structured answer of a tool; AssertionError with its words for an error."""
    result: CallToolResult = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    assert result.structured_content is not None
    return result.structured_content


async def refused(client: Client, tool: str, **arguments: Any) -> str:
    """The words of an error of a tool."""
    result: CallToolResult = await client.call_tool(tool, arguments)
    assert result.is_error
    [said] = result.content
    return str(getattr(said, "text", ""))
