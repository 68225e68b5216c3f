"""What is true of the lowered form of all code."""

from __future__ import annotations

import random
from typing import Any

from reread.analyzers import syntax
from reread.analyzers.dataflow.ir import lowering
from reread.analyzers.text import Document

from .printer import functions

_DEEPEST = 250


def check_places(language: str, code: str) -> None:
    """Every part lies inside of its parent, and every function inside of the document."""
    size = len(code.encode())
    for function in functions(language, code):
        assert 0 <= function.start <= function.end <= size
        _check(function._replace(start=0, end=function.end - function.start), 0, function.end - function.start)


def _check(part: Any, low: int, high: int) -> None:
    stack = [(part, low, high, 0)]
    while stack:
        current, low, high, depth = stack.pop()
        assert depth < _DEEPEST
        if hasattr(current, "start"):
            assert low <= current.start <= current.end <= high, current
            low, high = current.start, current.end
            depth += 1
        stack += [(child, low, high, depth) for child in current if isinstance(child, tuple)]


def check_one_at_a_time(language: str, code: str) -> None:
    """A range inside of one function gives that function, the same as among all."""
    tree = syntax.parse(Document("file:///a", code, language=language))
    assert tree is not None
    everything = lowering.functions_of(tree)
    for function in everything[1:]:
        middle = (function.start + function.end) // 2
        assert function in lowering.functions_of(tree, (middle, middle))


def broken(code: str, seed: int) -> str:
    """The code with some pieces left out or doubled."""
    source = random.Random(seed)
    for _ in range(source.randint(1, 4)):
        start = source.randrange(len(code))
        end = min(len(code), start + source.randint(1, 12))
        code = code[:start] + source.choice(["", "{", "(", code[start:end] * 2, ")", '"']) + code[end:]
    return code
