"""The prompt caches of the vendors, as far as billing shows: which tokens of a request an earlier one has put there."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from typing import Any

from tests.standin.replies import Recorded

_LEAST = 1_024
_STEP = 128
"""Tokens: what a cache keeps at least, and in which steps it finds the beginning of a prompt by itself."""


def cached_tokens(request: Recorded, answered: Iterable[Recorded]) -> int:
    """Tokens of a request that stand in the cache after these were answered."""
    if request.protocol == "anthropic":
        kept = {beginning for other in answered for beginning in _marked(other)}
        return max((len(own) // 4 for own in _marked(request) if own in kept), default=0)
    if request.protocol != "openai":
        return 0
    own = request.system + request.prompt
    longest = max((_common(own, other.system + other.prompt) // 4 for other in answered), default=0)
    return longest // _STEP * _STEP if longest >= _LEAST else 0


def written_tokens(request: Recorded) -> int:
    """Tokens of a request that are put into the cache, besides those that stand in it."""
    if request.protocol != "anthropic":
        return 0
    return max((len(own) // 4 for own in _marked(request)), default=0) - request.cached


def _common(one: str, other: str) -> int:
    """The length of the common beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _marked(request: Recorded) -> list[str]:
    """The prompt up to each block that is marked to be kept, as far as it is long enough."""
    blocks = [
        block for part in (request.json.get("system", ()), _first(request)) if isinstance(part, list) for block in part
    ]
    texts = list(accumulate(block["text"] for block in blocks))
    marked = [text for text, block in zip(texts, blocks, strict=True) if "cache_control" in block]
    return [text for text in marked if len(text) // 4 >= _LEAST]


def _first(request: Recorded) -> Any:
    return request.json["messages"][0]["content"]
