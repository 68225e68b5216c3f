"""How pieces that the index found become context of a review."""

from __future__ import annotations

import pytest

from reread.rag.results import Piece
from reread.server.worker.requests import as_context


def piece(kind: str, reason: str) -> Piece:
    return Piece(path="b.py", start_line=3, end_line=4, text="def g():\n    f()\n", kind=kind, reason=reason, score=1.0)


@pytest.mark.parametrize(
    ("kind", "reason", "expected"),
    [
        ("code", "calls the change", (False, False, True)),
        ("guidance", "guidance", (True, False, False)),
        ("code", "called by the change", (False, False, False)),
    ],
)
def test_a_caller_is_a_caller_and_no_verdict(kind, reason, expected):
    made = as_context(piece(kind, reason))
    assert (made.guidance, made.verdict, made.caller) == expected
