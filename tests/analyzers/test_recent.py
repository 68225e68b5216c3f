"""Answers that are kept: the last few."""

from __future__ import annotations

from reread.analyzers.recent import Recent


def test_an_answer_is_worked_out_once_while_it_is_kept():
    worked: list[str] = []
    recent: Recent[str, int] = Recent(2)

    def ask(key: str) -> int:
        return recent.get(key, lambda: worked.append(key) or len(key))

    assert [ask(key) for key in ("a", "bb", "a", "ccc", "a")] == [1, 2, 1, 3, 1]
    assert worked == ["a", "bb", "ccc"]
    assert ask("bb") == 2  # It was asked for least lately, and went.
    assert worked[-1] == "bb"


def test_nothing_is_an_answer_too():
    worked: list[None] = []
    recent: Recent[str, None] = Recent(1)
    for _ in range(2):
        assert recent.get("a", lambda: worked.append(None)) is None
    assert worked == [None]
