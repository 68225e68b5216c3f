"""Finds the ignore comments for a line quickly, in files with thousands of comments and findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Comment(Protocol):
    """The required attributes of an ignore comment; see `Suppression`."""

    @property
    def lines(self) -> range: ...

    def silences(self, rule: str, first_line: int, last_line: int) -> bool: ...


class SuppressionIndex:
    """The comments of one file. Those of equal lines are kept together, as those one below the other are."""

    def __init__(self, comments: Sequence[Comment]) -> None:
        self._comments = comments
        self._whole: list[int] = []
        self._by_lines: dict[range, list[int]] = {}
        for number, each in enumerate(comments):
            if each.lines:
                self._by_lines.setdefault(each.lines, []).append(number)
            else:
                self._whole.append(number)
        self._by_line: dict[int, list[range]] = {}
        for lines in self._by_lines:
            for line in lines:
                self._by_line.setdefault(line, []).append(lines)

    def silencing(self, rule: str, first: int, last: int) -> list[int]:
        """The numbers of the comments that silence a finding of a rule on these lines, sorted."""
        found = dict.fromkeys((*self._by_line.get(first, ()), *self._by_line.get(last, ())))
        numbers = [*self._whole, *(number for lines in found for number in self._by_lines[lines])]
        return sorted(number for number in numbers if self._comments[number].silences(rule, first, last))
