"""Writes the table of words that say little: the share of definitions that each of the most common ones is in."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from reread.rag import words
from tools.training.definitions import Described

_MOST = 1_200


def shares(packages: Iterable[Sequence[Described]]) -> dict[str, float]:
    """The most common words, most common first. Each package counts alike, however large it is."""
    total: Counter[str] = Counter()
    count = 0
    for package in packages:
        found = Counter(part for each in package for part in _parts(f"{each.doc} {each.code}"))
        for word, number in found.items():
            total[word] += number / len(package)  # type: ignore[assignment]
        count += 1
    return {word: round(number / count, 4) for word, number in total.most_common(_MOST)}


def write(found: dict[str, float], path: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        json.dump(found, file, indent=0, ensure_ascii=False)
        file.write("\n")


def _parts(text: str) -> set[str]:
    return {part for identifier in set(words.identifiers(text)) for part in words.parts(identifier)}
