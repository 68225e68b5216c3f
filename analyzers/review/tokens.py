"""Token estimates, for limits and plans before anything is sent."""

from __future__ import annotations

CHARACTERS_PER_TOKEN = 3.5
"""Code comes to 3 to 4 characters a token with the tokenizers of all vendors."""


def estimate(text: str) -> int:
    """About how many tokens a text has. Characters beyond ASCII are counted as a token each."""
    return int(share(text)) + 1


def share(text: str) -> float:
    """The same for a piece of a longer text, so that the pieces add up."""
    beyond = 0 if text.isascii() else sum(1 for letter in text if letter > "\x7f")
    return (len(text) - beyond) / CHARACTERS_PER_TOKEN + beyond
