"""What is right, found out from the texts alone: no line of the code under test is used here."""

from __future__ import annotations

import ast
import re
from itertools import pairwise
from typing import Any

from tree_sitter_language_pack import get_parser

from reread.analyzers.findings import Edit


def place_of(quote: str, code: str) -> int | None:
    """The line of the unit (from 0) where the quote begins; None where it has no place or several."""
    wanted = _split(quote)
    while wanted and not wanted[0].strip():
        wanted.pop(0)
    while wanted and not wanted[-1].strip():
        wanted.pop()
    lines = _split(code)
    for normal in (str, _squeezed):
        needle = [normal(line) for line in wanted]
        there = [normal(line) for line in lines]
        found = [at for at in range(len(there) - len(needle) + 1) if needle and there[at : at + len(needle)] == needle]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def unit_of(finding: dict[str, Any], codes: list[str]) -> int | None:
    """The unit (from 0) that a finding is about: the one that it names, or the only one that has its quote."""
    if len(codes) == 1:
        return 0
    if 1 <= finding["unit"] <= len(codes):
        return int(finding["unit"]) - 1
    having = [place for place, code in enumerate(codes) if _has(finding["quote"], code)]
    return having[0] if len(having) == 1 else None


def applied(text: str, edits: tuple[Edit, ...]) -> str:
    """The text with the edits, which must not overlap."""
    ordered = sorted(edits, key=lambda edit: edit.span)
    for one, other in pairwise(ordered):
        assert one.span.end <= other.span.start, "the edits overlap"
    for edit in reversed(ordered):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def breakages(language: str, text: str) -> int:
    """How many places of the text do not parse."""
    if language == "python":
        try:
            ast.parse(text.removeprefix("\ufeff"))
        except (SyntaxError, ValueError):
            return 1
        return 0
    stack, errors = [get_parser(language).parse(text.encode()).root_node], 0
    while stack:
        node = stack.pop()
        errors += node.is_error or node.is_missing
        stack.extend(node.children)
    return errors


def odd_endings(text: str) -> bool:
    """True when lines of the text end in several ways."""
    return len(set(re.findall(r"\r\n|\n|\r", text))) > 1


def _has(quote: str, code: str) -> bool:
    squeezed = [_squeezed(line) for line in _split(quote.strip("\r\n"))]
    lines = [_squeezed(line) for line in _split(code)]
    while squeezed and not squeezed[0]:
        squeezed.pop(0)
    while squeezed and not squeezed[-1]:
        squeezed.pop()
    return bool(squeezed) and any(lines[at : at + len(squeezed)] == squeezed for at in range(len(lines)))


def _split(text: str) -> list[str]:
    return re.split(r"\r\n|\n|\r", text)


def _squeezed(line: str) -> str:
    return re.sub(r"\s+", " ", line).strip()
