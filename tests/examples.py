"""How many examples hypothesis draws."""

from __future__ import annotations

from hypothesis import settings


def examples(few: int, many: int) -> int:
    """A few where each run draws the same (`make test`), many where each draws others (`make test-slow`)."""
    return few if settings.get_current_profile_name() == "repeatable" else many
