"""Remarks on changes of repositories, in a file of any format: a `mapping.yaml` says where in it what is.

So the data set of a benchmark is read as it was published, beside clones of its repositories.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from msgspec import Struct

from reread.analyzers import inside
from reread.analyzers.syntax import language_of
from reread.rag.git.running import GitError
from reread.server.evaluation.classes import class_of
from reread.server.evaluation.description import Text, converted, is_relative, read
from reread.server.evaluation.values import AnnotatedLines, Annotation, Case, DatasetError
from reread.server.git import history, trees

_MAPPING = "mapping.yaml"
_LARGEST = 500_000_000
"""Bytes of the file with the cases."""
_LARGEST_TEXT = 500_000
"""Bytes of a file of a repository; larger ones are in no case."""
_MOST_BESIDE = 100
"""Files of code that the change leaves alone, those in the nearest folders: what the index of a case is made from."""


class DefectFields(Struct, frozen=True, forbid_unknown_fields=True, rename={"kind": "class"}):
    """Where in a remark what is; `items` is where the remarks of a case are. Without a class, a finding at its place is
    right whatever it calls it.
    """

    items: Text
    path: Text
    first: Text
    last: str = ""
    kind: str = ""
    why: str = ""


class Fields(Struct, frozen=True, forbid_unknown_fields=True):
    """Where in a case what is: keys with dots between, numbers for places in lists, or `=text` for the text itself.

    `file` is JSON, or a line of JSON for each case; `items` is where the cases are, "" for all of it. `repository` is
    the name of a folder below `repositories` that is a clone with the commits `before` and `after`.
    """

    file: Text
    name: Text
    repository: Text
    before: Text
    after: Text
    defects: DefectFields
    repositories: Text = "repositories"
    items: str = ""
    intent: str = "=Change"


def reads(path: str) -> bool:
    return os.path.isfile(os.path.join(path, _MAPPING))


def cases(path: str) -> Iterator[Case]:
    place = os.path.join(path, _MAPPING)
    fields: Fields = converted(place, read(path, place), Fields)
    for number, entry in enumerate(_entries(path, fields), 1):
        yield _Reading(path, fields, f"{os.path.join(path, fields.file)}: case {number}").case(entry)


def _entries(path: str, fields: Fields) -> list[Any]:
    place = os.path.join(path, fields.file)
    try:
        with inside.open_file(path, place) as file:
            text = file.read(_LARGEST).decode("utf-8")
        try:
            data = json.loads(text)
        except ValueError:
            data = [json.loads(line) for line in text.splitlines() if line.strip()]
    except (OSError, ValueError, RecursionError) as error:
        raise DatasetError(f"{place}: neither JSON nor lines of JSON: {error}") from error
    found = _at(data, fields.items) if fields.items else data if isinstance(data, list) else [data]
    if not isinstance(found, list):
        raise DatasetError(f"{place}: no list of cases at {fields.items!r}")
    return found


class _Reading:
    """Reads one case; `label` is what an error names."""

    def __init__(self, path: str, fields: Fields, label: str) -> None:
        self._path = path
        self._fields = fields
        self._label = label

    def case(self, entry: Any) -> Case:
        fields = self._fields
        name, repository, old, new = (
            self._text(entry, field) for field in (fields.name, fields.repository, fields.before, fields.after)
        )
        if not is_relative(repository):
            raise DatasetError(f"{self._label}: {repository!r} is no folder below {fields.repositories}")
        root = os.path.join(self._path, fields.repositories, *repository.split("/"))
        try:
            before, after = _texts(root, old, new)
        except GitError as error:
            raise DatasetError(f"{self._label}: {root}: {error}") from error
        remarks = _at(entry, fields.defects.items) or []
        if not isinstance(remarks, list):
            raise DatasetError(f"{self._label}: no list of remarks at {fields.defects.items!r}")
        annotations = [self._annotation(remark) for remark in remarks]
        changed = [path for path in after if after[path] != before.get(path) and language_of(path)]
        if not changed:
            raise DatasetError(f"{self._label}: changes no file of code")
        language = language_of(changed[0]) or ""
        return Case(name, language, before, after, tuple(annotations), self._text(entry, fields.intent))

    def _annotation(self, remark: Any) -> Annotation:
        fields = self._fields.defects
        first = self._line(remark, fields.first)
        last = self._line(remark, fields.last) if fields.last and _at(remark, fields.last) is not None else first
        kind = self._text(remark, fields.kind) if fields.kind else ""
        why = self._text(remark, fields.why) if fields.why else ""
        place = AnnotatedLines(self._text(remark, fields.path), min(first, last), max(first, last))
        return Annotation(class_of(kind) or "", (place,), why)

    def _line(self, value: Any, field: str) -> int:
        found = _at(value, field)
        if isinstance(found, bool) or not isinstance(found, int) or found < 1:
            raise DatasetError(f"{self._label}: no line at {field!r}: {found!r}")
        return found

    def _text(self, value: Any, field: str) -> str:
        if field.startswith("="):
            return field[1:]
        found = _at(value, field)
        if isinstance(found, bool) or not isinstance(found, str | int):
            raise DatasetError(f"{self._label}: no text at {field!r}")
        return str(found)


def _at(value: Any, field: str) -> Any:
    """The value at keys with dots between; None where there is none."""
    for key in field.split("."):
        if isinstance(value, dict):
            value = value.get(key)
        elif isinstance(value, list) and key.isdecimal() and int(key) < len(value):
            value = value[int(key)]
        else:
            return None
    return value


def _texts(root: str, old: str, new: str) -> tuple[dict[str, str], dict[str, str]]:
    """The files that differ, and some code beside them, before and after. Raises GitError."""
    span = history.Range(history.commit_of(root, old), history.commit_of(root, new), history.commit_of(root, old))
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    for change in history.changes_of(root, span):
        versions = (before, change.before, change.old_path or change.path), (after, change.after, change.path)
        for texts, data, path in versions:
            if (text := _decoded(data)) is not None:
                texts[path] = text
    beside = _beside(root, span.new, before.keys() | after.keys())
    return {**beside, **before}, {**beside, **after}


def _beside(root: str, commit: str, changed: set[str]) -> dict[str, str]:
    entries = [
        each
        for each in trees.all_committed(root, commit)
        if not each.is_link and each.path not in changed and language_of(each.path)
    ]
    entries.sort(key=lambda each: (-max((_shared(each.path, path) for path in changed), default=0), each.path))
    sizes = trees.sizes_of(root, entries[: 2 * _MOST_BESIDE])
    small = [(each, size) for each, size in zip(entries, sizes, strict=False) if size <= _LARGEST_TEXT][:_MOST_BESIDE]
    contents = trees.contents_of(root, [each for each, _ in small], [size for _, size in small])
    read_ = ((each.path, _decoded(data)) for (each, _), data in zip(small, contents, strict=True))
    return {path: text for path, text in read_ if text is not None}


def _shared(one: str, other: str) -> int:
    """How many folders two paths have in common."""
    pairs = zip(one.split("/")[:-1], other.split("/")[:-1], strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _decoded(data: bytes | None) -> str | None:
    try:
        return data.decode("utf-8") if data is not None and len(data) <= _LARGEST_TEXT else None
    except UnicodeDecodeError:
        return None
