"""What the team has written down for whoever works on the code: `AGENTS.md` and the like."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

from reread.rag.retrieval.results import Piece
from reread.rag.source import walk

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
_RULES = ".cursor/rules"
"""A folder of guidance files, each of which may say at its beginning what it is for."""
_RULE_ENDINGS = (".mdc", ".md")
_MOST_RULES = 50
_LARGEST = 200_000
_HEAD = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_GLOBS = re.compile(r"^globs:(.*)$", re.MULTILINE)
_MOST_GLOBS = 100
_ALWAYS = re.compile(r"^alwaysApply:[ \t]*true[ \t]*$", re.MULTILINE)


def guidance(folder: str, path: str) -> list[Piece]:
    """The guidance files for a file (relative path), those of the nearest folder first, each with all of its text."""
    pieces = []
    seen: set[str] = set()
    inside = path
    while inside:
        inside = inside.rpartition("/")[0]
        prefix = f"{inside}/" if inside else ""
        for name in (*_NAMES, *_rules(folder, prefix)):
            text = _text(folder, prefix + name)
            if not text.strip() or text in seen or not _is_for(text, path.removeprefix(prefix)):
                continue
            seen.add(text)
            lines = text.count("\n") + (not text.endswith("\n"))
            pieces.append(
                Piece(
                    path=prefix + name,
                    start_line=1,
                    end_line=lines,
                    text=text,
                    reason="team guidance",
                    name=name,
                    kind="guidance",
                )
            )
    return pieces


def _rules(folder: str, prefix: str) -> Iterator[str]:
    """The files in the folder of rules below a folder, by name."""
    try:
        names = sorted(os.listdir(os.path.join(folder, prefix, _RULES)))
    except OSError:
        return
    yield from (f"{_RULES}/{name}" for name in names[:_MOST_RULES] if name.endswith(_RULE_ENDINGS))


def _is_for(text: str, path: str) -> bool:
    """Whether a file with a head of `globs` is meant for a path, relative to where it stands; others are for all."""
    head = _HEAD.match(text)
    if head is None or _ALWAYS.search(head[1]):
        return True
    found = _GLOBS.search(head[1])
    globs = re.findall(r"[^\s,\"'\[\]]+", found[1])[:_MOST_GLOBS] if found is not None else []
    return not globs or any(fnmatchcase(path, glob) or fnmatchcase(path, glob.removeprefix("**/")) for glob in globs)


def _text(folder: str, relative: str) -> str:
    """The text of a guidance file; "" for what is not there, huge, or leads out of the folder."""
    path = os.path.join(folder, relative)
    try:
        if os.path.getsize(path) > _LARGEST:
            return ""
    except OSError:
        return ""
    return walk.read_text(folder, path) or ""
