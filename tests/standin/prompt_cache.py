"""The prompt caches of the vendors, as far as billing shows: which tokens of a request an earlier one has put there."""

from __future__ import annotations

from collections.abc import Iterable

from tests.standin.replies import Recorded

_LEAST = 1_024
_STEP = 128
"""Tokens: what a cache keeps at least, and in which steps it finds the beginning of a prompt by itself."""


def cached_tokens(request: Recorded, answered: Iterable[Recorded]) -> int:
    """Tokens of a request that stand in the cache after these were answered."""
    if request.protocol == "anthropic":
        own = _marked(request)
        return len(own) // 4 if len(own) // 4 >= _LEAST and own in map(_marked, answered) else 0
    if request.protocol != "openai":
        return 0
    own = request.system + request.prompt
    longest = max((_common(own, other.system + other.prompt) // 4 for other in answered), default=0)
    return longest // _STEP * _STEP if longest >= _LEAST else 0


def _common(one: str, other: str) -> int:
    """The length of the common beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _marked(request: Recorded) -> str:
    """The prompt up to the block that is marked to be kept; "" without one."""
    content = request.json["messages"][0]["content"]
    if isinstance(content, str):
        return ""
    marked = [place for place, part in enumerate(content) if "cache_control" in part]
    return request.system + "".join(part["text"] for part in content[: marked[-1] + 1]) if marked else ""
