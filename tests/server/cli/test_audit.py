"""`reread audit`."""

from __future__ import annotations

import json
import os

import pytest

from reread.analyzers.data_directories import state_folder
from reread.analyzers.review.privacy.audit import AuditedPiece, AuditEntry, AuditLog


def entry(name: str, *, time: str = "2026-03-01T10:00:00Z", run: str = "1", provider: str = "openai") -> AuditEntry:
    return AuditEntry(
        time=time,
        run=run,
        kind="review",
        folder="/work",
        provider=provider,
        endpoint="",
        model="m",
        prompt="review-1",
        code=(AuditedPiece(name, 1, 9),),
        context=(AuditedPiece("lib/other.py", 3, 4),),
        size=1_234,
        placeholders=2,
        intent=("commit message",),
    )


@pytest.fixture
def log(nothing_from_outside) -> AuditLog:
    return AuditLog(os.path.join(state_folder(), "audit.jsonl"))


def test_before_the_first_request_it_says_so(folder, reread):
    assert reread("audit") == (0, "nothing was sent\n", "")


def test_a_line_says_what_went_where(folder, reread, log):
    log.append(entry("a.py"))
    [line] = reread("audit").out.splitlines()
    for part in ("openai m", "the vendor", "a.py:1-9", "+1 of context, intent", "1,234 bytes", "2 kept back"):
        assert part in line
    assert reread("audit", "-v").out.splitlines()[1:] == ["  with commit message", "  with lib/other.py:3-4"]


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (["--provider", "anthropic"], ["b.py"]),
        (["--run", "2"], ["b.py"]),
        (["--path", "a.py"], ["a.py"]),
        (["--path", "lib"], ["a.py", "b.py"]),
        (["--path", "li"], []),
        (["--folder", "/work"], ["a.py", "b.py"]),
        (["--folder", "/elsewhere"], []),
        (["--since", "2026-04-01"], ["b.py"]),
        (["-n", "1"], ["b.py"]),
        (["-n", "0"], []),
    ],
)
def test_filters(folder, reread, log, options, names):
    log.append(entry("a.py"))
    log.append(entry("b.py", time="2026-05-01T10:00:00Z", run="2", provider="anthropic"))
    data = json.loads(reread("audit", "--format", "json", *options).out)
    assert [request["code"][0]["path"] for request in data["requests"]] == names


def test_a_line_that_is_none_is_left_out(folder, reread, log):
    log.append(entry("a.py"))
    with open(log.path, "a") as file:
        file.write("not json\n")
    assert len(reread("audit").out.splitlines()) == 1
