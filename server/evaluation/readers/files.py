"""A folder with a YAML file per case, in subfolders of any depth: the format of Reread's own golden set."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from reread.server.evaluation.description import CaseFile, case_of, converted, read
from reread.server.evaluation.values import Case, DatasetError

_MARKS = ("-", "+", " ")
_OTHERS = frozenset({"case.yaml", "mapping.yaml"})
"""Files of folders that other readers know."""


def reads(path: str) -> bool:
    return next(_files(path), None) is not None


def cases(path: str) -> Iterator[Case]:
    for file in _files(path):
        name = os.path.relpath(file, path).removesuffix(".yaml").replace(os.sep, "/")
        yield case_in(file, name, read(path, file))


def case_in(file: str, name: str, values: Any) -> Case:
    """The case of that name in a file, given the plain values of its YAML. Raises DatasetError."""
    said: CaseFile = converted(file, values, CaseFile)
    before, after = dict(said.beside), dict(said.beside)
    for named, text in said.files.items():
        before.update(_version(file, named, text, "-"))
        after.update(_version(file, named, text, "+"))
    return case_of(file, name, said, before, after)


def _files(path: str) -> Iterator[str]:
    for folder, folders, names in os.walk(path):
        if not _OTHERS.isdisjoint(names):
            folders.clear()
            continue
        folders.sort()
        yield from (os.path.join(folder, name) for name in sorted(names) if name.endswith(".yaml"))


def _version(file: str, named: str, text: str, mark: str) -> dict[str, str]:
    """The file as it is in the version of a mark; nothing if no line is in that version."""
    kept = []
    for line in text.splitlines():
        if line and line[0] not in _MARKS:
            raise DatasetError(f"{file}: {named}: a line begins with none of '-', '+' and ' ': {line!r}")
        if not line or line[0] in (mark, " "):
            kept.append(line[1:])
    return {named: "\n".join(kept) + "\n"} if any(kept) else {}
