"""The folders by which a report groups its figures."""

from __future__ import annotations

ROOT = "."


def folder_of(path: str) -> str:
    """The first folder of a path relative to the workspace folder, with `/`; "." for a file right there."""
    first, slash, _ = path.partition("/")
    return first if slash else ROOT
