"""Which files are tests, and of what, by the conventions of their languages."""

from __future__ import annotations

import re

_FOLDERS = frozenset({"test", "tests", "__tests__", "spec", "specs", "testing"})
_BEFORE = re.compile(r"^(?:test_|tests_|test-)(.+)$")
_AFTER = re.compile(r"^(.+?)(?:[._-](?:test|tests|spec|specs)|Tests?|TestCase|Spec|IT)$")


def is_test(path: str) -> bool:
    """Whether a file (relative path, with `/`) holds tests or helps them."""
    *folders, name = path.split("/")
    return not _FOLDERS.isdisjoint(folder.lower() for folder in folders) or subject(name) != ""


def subject(path: str) -> str:
    """The stem of the file that a test file is about, by its name: "parser" for "test_parser.py"; "" for others."""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    match = _BEFORE.match(stem) or _AFTER.match(stem)
    return match[1] if match else ""
