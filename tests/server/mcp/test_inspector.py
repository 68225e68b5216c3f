"""The server as the official MCP Inspector sees it, another client than the SDK that the server is made with."""

from __future__ import annotations

import json
import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

_PACKAGE = "@modelcontextprotocol/inspector@0.15.0"
"""The latest one that runs with Node 20."""

Inspect = Callable[..., Any]


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> str:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed")
    place = tmp_path_factory.mktemp("inspector")
    cache = Path(pwd.getpwuid(os.getuid()).pw_dir, ".npm")
    quietly = ("--ignore-scripts", "--no-audit", "--no-fund", "--cache", str(cache), "--prefix", str(place))
    done = subprocess.run([npm, "install", *quietly, _PACKAGE], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"npm has no {_PACKAGE}: {done.stderr.strip()[-300:]}")
    return str(place / "node_modules" / ".bin" / "mcp-inspector")


@pytest.fixture
def inspect(program, folder) -> Inspect:
    def run(*arguments: str) -> Any:
        server = (sys.executable, "-P", "-m", "reread.server", "mcp")
        command = [program, "--cli", *server, "--method", *arguments]
        done = subprocess.run(command, cwd=folder.path, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.mark.slow
def test_the_inspector_lists_and_calls_the_tools(folder, inspect):
    folder.write("a.py", "take_a_nap()\n")
    tools = {each["name"]: each for each in inspect("tools/list")["tools"]}
    assert {"check_files", "review_changes", "dismiss"} <= set(tools)
    assert tools["check_files"]["annotations"]["readOnlyHint"]
    called = inspect("tools/call", "--tool-name", "check_files", "--tool-arg", 'paths=["a.py"]')
    assert [each["rule"] for each in called["structuredContent"]["findings"]] == ["no-sleep"]
    wrong = inspect("tools/call", "--tool-name", "check_files", "--tool-arg", "limit=0")
    assert (wrong["isError"], wrong["content"][0]["text"]) == (True, "check_files: limit must be at least 1")
    assert [each["name"] for each in inspect("prompts/list")["prompts"]] == ["review", "fix_all"]
    assert "reread://report" in [each["uri"] for each in inspect("resources/list")["resources"]]
