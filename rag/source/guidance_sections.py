"""Sections of guidance files: which of them concern code, and in which language."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t#]*$")
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_ABOUT_CODE = re.compile(
    r"\b(?:cod(?:e|ing)|style|conventions?|guidelines?|naming|format(?:ting)?|design|architecture|review(?:s|ing)?|errors?"
    r"|exceptions?|logging|security|performance|concurrency|api|database|migrations?|test(?:s|ing)?|invariants?|rules)\b",
    re.IGNORECASE,
)
_ABOUT_WORK = re.compile(
    r"\b(?:code of conduct|pull requests?|issues?|set(?:ting)? ?up|install\w*|licen[cs]e|release\w*|getting started"
    r"|bugs?|running|cla|commit\w*|fork\w*|environment|contact|support|reporting|build\w*|translat\w*)\b",
    re.IGNORECASE,
)
_LANGUAGES = {
    "python": ("python", "django", "flask", "fastapi"),
    "javascript": ("javascript", "js", "node", "react", "frontend"),
    "typescript": ("typescript", "javascript", "ts", "js", "node", "react", "angular", "frontend"),
    "tsx": ("typescript", "javascript", "ts", "tsx", "react", "frontend"),
    "go": ("go", "golang"),
    "java": ("java", "spring"),
    "rust": ("rust",),
    "ruby": ("ruby", "rails"),
    "php": ("php", "laravel"),
    "csharp": ("c#", "csharp", ".net"),
    "kotlin": ("kotlin",),
    "css": ("css", "scss", "sass"),
    "sql": ("sql",),
    "html": ("html", "templates"),
}
"""Words in a heading that name a language or a framework of it."""
_NAMES = {
    word: {name for name, words in _LANGUAGES.items() if word in words}
    for words in _LANGUAGES.values()
    for word in words
}


class _Section(NamedTuple):
    """A heading with its text up to the next one. `line` counts from 1; `level` 0 is the text before all headings."""

    line: int
    level: int
    title: str
    text: str


def about_code(text: str) -> list[tuple[int, str]]:
    """The sections that say how code is to be written: first line (from 1) and text, neighbours joined."""
    return _chosen(text, lambda title: bool(_ABOUT_CODE.search(title)) and not _ABOUT_WORK.search(title), default=False)


def for_language(text: str, language: str) -> list[tuple[int, str]]:
    """All sections but those whose heading names other languages only: first line (from 1) and text."""

    def fits(title: str) -> bool:
        named = [_NAMES[word] for word in re.findall(r"[\w#.]+", title.lower()) if word in _NAMES]
        return not named or not language or any(language in each for each in named)

    return _chosen(text, fits, default=True)


def _chosen(text: str, fits: Callable[[str], bool], *, default: bool) -> list[tuple[int, str]]:
    """The sections that fit, with the ones below them; a section that does not fit takes those below it along."""
    found: list[tuple[int, str]] = []
    follows = False
    decided: list[tuple[int, bool]] = [(0, default)]
    for section in _sections(text):
        while len(decided) > 1 and decided[-1][0] >= section.level:
            decided.pop()
        # What is above decides, unless it had no reason to choose: a chapter of all rules has sections for languages.
        kept = (fits(section.title) and decided[-1][1]) if default else (decided[-1][1] or fits(section.title))
        if section.level:
            decided.append((section.level, kept))
        else:
            kept = default
        if kept and follows:
            found[-1] = (found[-1][0], found[-1][1] + section.text)
        elif kept:
            found.append((section.line, section.text))
        follows = kept
    return [each for each in found if each[1].strip()]


def _sections(text: str) -> list[_Section]:
    found = [_Section(1, 0, "", "")]
    fenced = False
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        if _FENCE.match(line):
            fenced = not fenced
        heading = None if fenced else _HEADING.match(line.rstrip("\r\n"))
        if heading is not None:
            found.append(_Section(number, len(heading[1]), heading[2], line))
        else:
            found[-1] = found[-1]._replace(text=found[-1].text + line)
    return [section for section in found if section.text]
