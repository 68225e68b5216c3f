"""An editor and an agent at work in one workspace at the same time: `reread server` and `reread mcp`."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters

from tests.e2e.language_client import LanguageClient
from tests.server.cli.conftest import HOUSE_RULES
from tests.server.mcp.conftest import call

TEXT = "def work(old_name, new_name, take_a_nap):\n    old_name(1)\n    take_a_nap(2)\n"


def rules(diagnostics: list[dict[str, Any]]) -> set[str]:
    return {each["code"] for each in diagnostics} & {"old-name", "no-sleep"}


def dismiss(editor: LanguageClient, uri: str) -> None:
    """What a person does who picks the first reason for what is on the third line."""
    editor.answers["window/showMessageRequest"] = lambda params: params["actions"][0]
    [action] = [each for each in editor.actions(uri, (2, 4), (2, 5)) if "Dismiss" in each["title"]]
    editor.command(action["command"]["command"], *action["command"]["arguments"])
    editor.until(uri, lambda found: rules(found) == {"old-name"})


@pytest.mark.slow
async def test_what_the_agent_fixes_goes_in_the_editor_and_what_a_person_dismissed_is_gone_for_it(
    client, environment: dict[str, str], repository: Path
) -> None:
    (repository / ".reread" / "rules").mkdir(parents=True)
    (repository / ".reread" / "rules" / "house.yaml").write_text(HOUSE_RULES)
    path = repository / "b.py"
    path.write_text(TEXT)
    uri = path.as_uri()
    editor: LanguageClient = client()
    arguments = ["-P", "-m", "reread.server", "mcp"]
    agent = StdioServerParameters(command=sys.executable, args=arguments, env=environment, cwd=str(repository))
    async with Client(agent) as tools:
        await asyncio.to_thread(editor.start, repository)
        editor.open(uri, TEXT)
        await asyncio.to_thread(editor.until, uri, lambda found: rules(found) == {"old-name", "no-sleep"})
        both = (await call(tools, "check_files", paths=["b.py"]))["findings"]
        assert {each["rule"] for each in both} == {"old-name", "no-sleep"}

        await asyncio.to_thread(dismiss, editor, uri)
        [left] = (await call(tools, "check_files", paths=["b.py"]))["findings"]
        assert left["rule"] == "old-name"

        assert (await call(tools, "apply_fix", id=left["id"]))["done"]
        # The editor sees that the file has changed, and takes over its text.
        fixed = path.read_text()
        editor.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": uri, "type": 2}]})
        editor.change(uri, 2, (0, 0), (3, 0), fixed)
        shown = await asyncio.to_thread(editor.settled, uri, 2)
        reviewed = await call(tools, "review_changes", use_model=False)
    assert "new_name(1)" in fixed
    assert rules(shown) == set(), "the fix, and the dismissal still"
    assert [each for each in reviewed["findings"] if each["path"] == "b.py"] == []
    assert await asyncio.to_thread(editor.shut_down) == 0
