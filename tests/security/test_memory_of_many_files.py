"""A dozen files of five languages, each edited many times in turn, in the real server."""

from __future__ import annotations

import argparse
import ast
import inspect
from pathlib import Path

import pytest

from tests.e2e.conftest import client, environment, project
from tests.e2e.language_client import LanguageClient
from tests.e2e.test_server_life import wait_until
from tests.security.test_memory import MEGABYTE, linux

__all__ = ["client", "environment", "project"]  # fixtures

MOST = 175.0
"""Megabytes that all of the server may take: libraries, the rules of five languages and two documents awake."""

MOST_MORE = 10.0
"""Megabytes that further edits may add: the two documents awake may be the largest ones then."""

CORPUS = Path(__file__).parents[1] / "corpus"
LANGUAGES = {".py": "python", ".java": "java", ".go": "go", ".ts": "typescript", ".js": "javascript"}


def files() -> list[Path]:
    """Three long ones, and the longest of our own, in which a flow is in every few lines."""
    found = [Path(module.__file__) for module in (argparse, inspect, ast)]
    for language, ending, count in (
        ("java", ".java", 3),
        ("go", ".go", 2),
        ("typescript", ".ts", 2),
        ("javascript", ".js", 2),
    ):
        known = sorted(
            (CORPUS / language / "mixed").glob(f"*{ending}"), key=lambda file: (-file.stat().st_size, file.name)
        )
        found += known[:count]
    return found


def opened(client: LanguageClient, folder: Path) -> dict[str, int]:
    """The documents, by URI, with the number of a line in the middle."""
    lines = {}
    for file in files():
        text = file.read_text(encoding="utf-8")
        (folder / file.name).write_text(text, encoding="utf-8")
        uri = (folder / file.name).as_uri()
        client.open(uri, text, LANGUAGES[file.suffix])
        client.settled(uri, 1)
        lines[uri] = text.count("\n") // 2
    return lines


def edit(client: LanguageClient, uri: str, version: int, line: int, times: int) -> int:
    """Type a line into a document and take it away again; the version after that."""
    for _ in range(times):
        client.change(uri, version + 1, (line, 0), (line, 0), "x = 1")
        client.change(uri, version + 2, (line, 0), (line, 5), "")
        version += 2
    client.settled(uri, version)
    with client._changed:
        client.received.clear()
    return version


def taken(client: LanguageClient) -> float:
    status = Path(f"/proc/{client.process.pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) * 1024 / MEGABYTE


@linux
@pytest.mark.slow
def test_a_thousand_edits_in_twelve_files_of_five_languages(client, project):
    first = client()  # With an empty cache the rules are read once, which takes more.
    first.start(project)
    opened(first, project)
    first.kill()
    server = client()
    server.start(project)
    lines = opened(server, project)
    assert len(lines) == 12
    versions = dict.fromkeys(lines, 1)
    taken_after = []
    for _ in range(4):
        for uri, line in lines.items():
            versions[uri] = edit(server, uri, versions[uri], line, 10)
        taken_after.append(taken(server))
    assert sum(versions.values()) > 960
    assert max(taken_after) < MOST
    # The first edit of a document loads what opening it did not need, so growth is counted from the first round on.
    # What the edits needed is given back while nobody types, which may still be going on.
    wait_until(lambda: taken(server) - taken_after[0] < MOST_MORE, "what the edits needed was given back")
