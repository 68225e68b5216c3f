"""What the team has written down for whoever works on the code: `AGENTS.md` and the like."""

from __future__ import annotations

import os

from reread.rag import walk
from reread.rag.results import Piece

_NAMES = (
    "REVIEW.md",
    "AGENTS.md",
    "CLAUDE.md",
    "CONTRIBUTING.md",
    ".cursorrules",
    ".github/copilot-instructions.md",
    ".github/CONTRIBUTING.md",
    "docs/CONTRIBUTING.md",
)
_LARGEST = 200_000


def guidance(folder: str, path: str) -> list[Piece]:
    """The guidance files for a file (relative path), those of the nearest folder first, each with all of its text."""
    pieces = []
    seen: set[str] = set()
    inside = path
    while inside:
        inside = inside.rpartition("/")[0]
        for name in _NAMES:
            relative = f"{inside}/{name}" if inside else name
            text = _text(folder, relative)
            if text.strip() and text not in seen:
                seen.add(text)
                lines = text.count("\n") + (not text.endswith("\n"))
                pieces.append(
                    Piece(
                        path=relative,
                        start_line=1,
                        end_line=lines,
                        text=text,
                        reason="team guidance",
                        name=name,
                        kind="guidance",
                    )
                )
    return pieces


def _text(folder: str, relative: str) -> str:
    """The text of a guidance file; "" for what is not there, huge, or leads out of the folder."""
    path = os.path.join(folder, relative)
    try:
        if os.path.getsize(path) > _LARGEST:
            return ""
    except OSError:
        return ""
    root = os.path.join(os.path.realpath(folder), "")
    if not os.path.realpath(path).startswith(root):
        return ""
    return walk.read_text(path) or ""
