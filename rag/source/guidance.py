"""The team's guidance for contributors: `AGENTS.md` and similar files.

Files for reviewers and agents count whole, but for sections about other languages. Of a `CONTRIBUTING.md` only sections
about how code is written count: most of it is about setting up and sending changes.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

from reread.analyzers.syntax import language_of
from reread.rag.results import Piece
from reread.rag.source import walk
from reread.rag.source.guidance_sections import about_code, for_language

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
_FOLDERS = {".cursor/rules": (".mdc", ".md"), ".github/instructions": (".instructions.md",)}
"""Folders of guidance files, each of which may say at its beginning what it is for, and how such files end."""
_MOST_RULES = 50
_LARGEST = 200_000
_HEAD = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_GLOBS = re.compile(r"^(?:globs|applyTo):(.*)$", re.MULTILINE)
_MOST_GLOBS = 100
_ALWAYS = re.compile(r"^alwaysApply:[ \t]*true[ \t]*$", re.MULTILINE)


def guidance(folder: str, path: str) -> list[Piece]:
    """The guidance files for a file (relative path), those of the nearest folder first, each with all of its text."""
    pieces: list[Piece] = []
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
            pieces += _pieces(prefix + name, text, path)
    return pieces


def _pieces(name: str, text: str, path: str) -> Iterator[Piece]:
    """The parts of a guidance file that are for a file, neighbours as one."""
    parts = about_code(text) if name.endswith("CONTRIBUTING.md") else for_language(text, language_of(path))
    for start, part in parts:
        yield Piece(
            path=name,
            start_line=start,
            end_line=start + part.count("\n") - part.endswith("\n"),
            text=part,
            reason="team guidance",
            name=name,
            kind="guidance",
        )


def _rules(folder: str, prefix: str) -> Iterator[str]:
    """The files in the folders of rules below a folder, by name."""
    for rules, endings in _FOLDERS.items():
        try:
            names = sorted(os.listdir(os.path.join(folder, prefix, rules)))
        except OSError:
            continue
        yield from (f"{rules}/{name}" for name in names[:_MOST_RULES] if name.endswith(endings))


def _is_for(text: str, path: str) -> bool:
    """Whether a file whose head has `globs` or `applyTo` is for a path, relative to its folder; others are for all."""
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
