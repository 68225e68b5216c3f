"""The annotated examples of a rule: comments mark the lines that it must and must not report."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Set
from typing import NamedTuple

from reread.analyzers import inside
from reread.analyzers.data_directories import workspace_of_rule
from reread.analyzers.identifiers import fits, stem_of
from reread.analyzers.rules.definition import ANY
from reread.analyzers.rules.rule import Rule
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Document

_RULE_ENDINGS = frozenset({"yaml", "yml"})
_MARK = re.compile(
    r"\b(?:(?:ruleid|ok)\s*:\s*)?(?P<kind>(?:deep|pro)(?:ruleid|ok)|ruleid|ok|todoruleid|todook)\s*:\s*(?P<rules>[\w./-]+(?:\s*,\s*[\w./-]+)*)"
)


class Mark(NamedTuple):
    """An annotation of one line in an example (from 1): `kind` is ruleid, ok, todoruleid or todook, for each of
    `rules`.

    One that begins with `deep` or `pro` is about analyses that follow calls, of which it does not say how far.
    """

    kind: str
    rules: tuple[str, ...]
    line: int

    def names(self, rule: str) -> bool:
        """True if it is about the rule of that id, with or without the path that Semgrep puts before it."""
        return any(fits(name, rule) or fits(name.rpartition(".")[2], rule) for name in self.rules)


def examples_of(rule: Rule) -> Iterator[str]:
    """The example files of a rule, sorted: named as its file or as its id without `py/` up to a dot, with any ending.

    They are looked for as Semgrep's own test does: `x.yaml` has the examples `x.py`, `x.test.yaml`, `x.session.php`,
    or else all files of a folder `x`. What a fix should give, `x.fixed.py`, is none, nor is another rule file.
    """
    folder, name = os.path.split(rule.path)
    stems = {_stem(name), stem_of(rule.id)}
    found = [entry for entry in sorted(os.listdir(folder or ".")) if _is_example(entry, stems)]
    files = [path for entry in found if os.path.isfile(path := os.path.join(folder, entry))]
    if not files:
        inner = (path for entry in found if os.path.isdir(path := os.path.join(folder, entry)))
        files = [os.path.join(each, entry) for each in inner for entry in sorted(os.listdir(each))]
    yield from (path for path in files if os.path.isfile(path) and _is_of(path, rule))


def _stem(name: str) -> str:
    """The name of a file up to its ending, or to a `.test` before that."""
    stem = os.path.splitext(name)[0]
    return stem.removesuffix(".test")


def _is_example(entry: str, stems: Set[str]) -> bool:
    parts = entry.split(".")
    if "fixed" in parts[1:] or (parts[-1] in _RULE_ENDINGS and "test" not in parts[1:]):
        return False
    return any(entry == stem or entry.startswith(f"{stem}.") for stem in stems)


def _is_of(path: str, rule: Rule) -> bool:
    """Whether an example is one of this rule: of its language, which that of another rule beside it need not be.

    A file whose ending belongs to no language, or to none of the rule's, is one only if it names the rule.
    """
    language = language_of(path)
    if language in rule.languages:
        return True
    return any(mark.names(rule.id) for mark in all_marks(read_example(path).text))


def document_of_example(path: str, rule: Rule) -> Document:
    """An example as its rule sees it: in the language of its name, or else the first of the rule's."""
    document = read_example(path)
    if ANY in rule.languages or document.language in rule.languages:
        return document
    return Document(document.uri, document.text, path=path, language=rule.languages[0])


def marks(text: str, rule: str) -> tuple[set[int], set[int], set[int]]:
    """The lines (from 1) that must be reported, those that must not, and those that are not judged."""
    found: dict[str, set[int]] = {"ruleid": set(), "ok": set()}
    others: set[int] = set()
    for mark in all_marks(text):
        if mark.names(rule):
            found.get(mark.kind, others).add(mark.line)
    return found["ruleid"], found["ok"], others


def all_marks(text: str) -> Iterator[Mark]:
    """All marks of an example, in order. Marks that follow each other judge the same line."""
    pending: list[tuple[str, tuple[str, ...]]] = []
    for number, line in enumerate(Document("", text).lines.text.split("\n"), 1):
        match = _MARK.search(line)
        if match is not None:
            pending.append((match["kind"], tuple(part.strip() for part in match["rules"].split(","))))
        else:
            yield from (Mark(kind, rules, number) for kind, rules in pending)
            pending = []


def read_example(path: str) -> Document:
    text = inside.read(workspace_of_rule(os.path.abspath(path)), path).decode("utf-8", errors="replace")
    return Document(f"file://{path}", text, path=path, language=language_of(path))
