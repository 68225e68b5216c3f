"""The commands that documentation shows: fenced blocks of `sh`, `bash` and `console`, and why some are not run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted(
    [
        ROOT / "README.md",
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "editors").glob("*/README.md"),
    ]
)
_BLOCK = re.compile(
    r"(?:<!-- not run: (?P<reason>[^>]+?) -->\s*\n)?^(?P<indent> *)```(?P<kind>sh|bash|shell|console)\n(?P<text>.*?)^(?P=indent)```$",
    re.M | re.S,
)
_PROMPT = "$ "


class Block(NamedTuple):
    """`script` is what bash is given; `reason` says why it cannot be, or is ""."""

    page: str
    line: int
    script: str
    reason: str


def blocks(page: str, text: str) -> Iterator[Block]:
    """All blocks of a page, in order."""
    for found in _BLOCK.finditer(text):
        lines = [line.removeprefix(found["indent"]) for line in found["text"].splitlines()]
        if found["kind"] == "console":
            lines = [line.removeprefix(_PROMPT) for line in lines if line.startswith(_PROMPT)]
        yield Block(page, text.count("\n", 0, found.start("kind")) + 1, "\n".join(lines) + "\n", found["reason"] or "")
