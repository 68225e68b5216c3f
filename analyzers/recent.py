"""A small LRU cache."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Recent(Generic[Key, Value]):
    """Answers by what was asked, of which those asked for least lately go.

    Several threads may ask: one that misses what another has just asked for works it out again.
    """

    __slots__ = ("_answers", "_most")

    def __init__(self, most: int) -> None:
        self._answers: dict[Key, Value] = {}
        self._most = most

    def get(self, key: Key, work: Callable[[], Value]) -> Value:
        """The answer, worked out if it is not kept."""
        found = self._answers.pop(key, self)
        answer = work() if found is self else found
        self._answers[key] = answer  # type: ignore[assignment]
        if len(self._answers) > self._most:
            for oldest in list(self._answers)[: len(self._answers) - self._most]:
                self._answers.pop(oldest, None)
        return answer  # type: ignore[return-value]
