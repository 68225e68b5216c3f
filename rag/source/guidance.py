"""The team's guidance for contributors: `AGENTS.md` and similar files.

Files for reviewers and agents count whole, but for sections about other languages. Of a `CONTRIBUTING.md` only sections
about how code is written count: most of it is about setting up and sending changes.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import islice

from reread.analyzers.syntax import language_of
from reread.analyzers.wildcards import compiled, expression_of
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
_ANCHORED = ".instructions.md"
"""What the names end with whose globs without `/` are for files beside the folder alone, as their hosts read them."""
_MOST_RULES = 50
_LARGEST = 200_000
_HEAD = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_GLOBS = re.compile(r"^(?:globs|applyTo):(.*(?:\n[ \t]*-[ \t].*)*)$", re.MULTILINE)
_GLOB = re.compile(r"(?:\{[^{}\n]*\}|[^\s,\"'\[\]{}])+")
_BRACES = re.compile(r"\{([^{}]*)\}")
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
            if (
                not text.strip()
                or text in seen
                or not _is_for(text, path.removeprefix(prefix), anywhere=not name.endswith(_ANCHORED))
            ):
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


def _is_for(text: str, path: str, *, anywhere: bool) -> bool:
    """Whether a file whose head has `globs` or `applyTo` is for a path, relative to its folder; others are for all.

    A glob without `/` is for files `anywhere` below the folder, or for those in it alone.
    """
    head = _HEAD.match(text)
    if head is None or _ALWAYS.search(head[1]):
        return True
    found = _GLOBS.search(head[1])
    listed = [glob for glob in _GLOB.findall(found[1]) if glob != "-"] if found is not None else []
    globs = list(islice((each for glob in listed for each in _alternatives(glob)), _MOST_GLOBS))
    return not globs or any(_fits(glob, path, anywhere) for glob in globs)


def _alternatives(glob: str) -> Iterator[str]:
    """What `a.{b,c}` stands for."""
    braces = _BRACES.search(glob)
    if braces is None:
        yield glob
        return
    for each in braces[1].split(","):
        yield from _alternatives(glob[: braces.start()] + each.strip() + glob[braces.end() :])


def _fits(glob: str, path: str, anywhere: bool) -> bool:
    start = "(?:.*/)?" if anywhere and "/" not in glob else ""
    end = ".*" if glob.endswith("/") else ""
    return compiled(f"^{start}{expression_of(glob.removeprefix('./').lstrip('/'))}{end}$").match(path) is not None


def _text(folder: str, relative: str) -> str:
    """The text of a guidance file; "" for what is not there, huge, or leads out of the folder."""
    path = os.path.join(folder, relative)
    try:
        if os.path.getsize(path) > _LARGEST:
            return ""
    except OSError:
        return ""
    return walk.read_text(folder, path) or ""
