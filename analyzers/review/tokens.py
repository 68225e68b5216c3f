"""Estimates of tokens, for limits and plans before anything was sent."""

from __future__ import annotations

_CHARACTERS_PER_TOKEN = 3.5
"""Code comes to 3 to 4 characters a token with the tokenizers of all vendors."""


def estimate(text: str) -> int:
    """About how many tokens a text has. Characters beyond ASCII are counted as a token each."""
    beyond = 0 if text.isascii() else sum(1 for letter in text if letter > "\x7f")
    return int((len(text) - beyond) / _CHARACTERS_PER_TOKEN) + beyond + 1
