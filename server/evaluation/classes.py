"""Classes of defects, and the class that a category in a model's words belongs to."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

import yaml

_NOT_IN_WORDS = re.compile(r"[^a-z0-9]+")


class Classes(NamedTuple):
    """`names` in their order; `by_word` has the class of each known word, "" for those that name none; `by_weakness`
    that of numbers of the Common Weakness Enumeration.
    """

    names: tuple[str, ...]
    by_word: dict[str, str]
    by_weakness: dict[int, str]


@cache
def classes() -> Classes:
    """The table of `classes.yaml`."""
    path = os.path.join(os.path.dirname(__file__), "classes.yaml")
    with open(path, encoding="utf-8") as file:
        table = yaml.safe_load(file)
    by_word = dict.fromkeys(table["general"], "")
    for name, words in table["classes"].items():
        by_word.update(dict.fromkeys((name, *words), name))
    by_weakness = {number: name for name, numbers in table["weaknesses"].items() for number in numbers}
    return Classes(tuple(table["classes"]), by_word, by_weakness)


@lru_cache(maxsize=4_096)
def class_of(category: str) -> str | None:
    """The class that a category means: "" for one that says nothing of it, None for an unknown one."""
    word = _NOT_IN_WORDS.sub("-", category.lower()).strip("-")
    return classes().by_word.get(word)


def class_of_rule(name: str, tags: Iterable[str]) -> str:
    """The class of what a rule finds, by its name or its entry in the Common Weakness Enumeration ("CWE-89"); "" where
    neither tells.
    """
    by_name = class_of(name.rpartition("/")[2])
    if by_name:
        return by_name
    numbers = (tag.removeprefix("CWE-") for tag in tags if tag.startswith("CWE-"))
    found = (classes().by_weakness.get(int(number)) for number in numbers if number.isdecimal())
    return next(filter(None, found), "")
