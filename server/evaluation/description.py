"""The description of a case, in `case.yaml` or in a file of its own, and the case that it describes."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
import yaml
from msgspec import Meta, Struct

from reread.analyzers import inside
from reread.server.evaluation.classes import classes
from reread.server.evaluation.values import AnnotatedLines, Annotation, Case, DatasetError

LARGEST = 5_000_000
"""Bytes of a file that are read."""

Text = Annotated[str, Meta(min_length=1)]


class Quote(Struct, frozen=True, forbid_unknown_fields=True):
    """A place: a file after the change and the whole lines of it, quoted; blanks around each line do not count."""

    path: Text
    line: Text


class Defect(Struct, frozen=True, forbid_unknown_fields=True, rename={"kind": "class"}):
    """A known defect. `also` are other places where a finding about it is right too.

    `says` is what a finding under another class must say to count: of each part one of its alternatives (parted by
    `|`), as words or the beginnings of words.
    """

    path: Text
    line: Text
    kind: Text
    why: Annotated[str, Meta(min_length=20)]
    also: tuple[Quote, ...] = ()
    says: tuple[Text, ...] = ()


class Description(Struct, frozen=True, forbid_unknown_fields=True):
    """A case without the texts of its files. `clean` says why a change is right that may look wrong.

    Either `clean` or `defects` is there. `test` are files of a test, by path, which no reviewer is shown: it passes
    before the change, and fails after one with a defect.
    """

    language: Text
    intent: Text
    defects: tuple[Defect, ...] = ()
    clean: str = ""
    test: dict[str, str] = {}


class CaseFile(Description, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A case in one file. Each text of `files` has both versions: lines begin with "-" (only before), "+" (only after)
    or a blank (both). `beside` are the files that the change leaves alone, as they are.
    """

    files: Annotated[dict[str, str], Meta(min_length=1)]
    beside: dict[str, str] = {}


def read(folder: str, path: str) -> Any:
    """The plain values of a YAML file inside a folder. Raises DatasetError."""
    try:
        with inside.open_file(folder, path) as file:
            data = file.read(LARGEST)
    except OSError as error:
        raise DatasetError(f"{path}: cannot be read: {error.strerror or error}") from error
    return plain(path, data)


def plain(path: str, data: bytes) -> Any:
    """The plain values of YAML. Raises DatasetError with the path."""
    try:
        return yaml.load(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise DatasetError(f"{path}: not valid YAML: {' '.join(str(error).split())}") from error


def case_of(path: str, name: str, said: Description, before: Mapping[str, str], after: Mapping[str, str]) -> Case:
    """The case that a description and its files make. Raises DatasetError; `path` is the file to name in it."""
    if bool(said.clean) == bool(said.defects):
        raise DatasetError(f"{path}: a case has either `clean` or `defects`")
    for file in (*before, *after, *said.test):
        if not is_relative(file):
            raise DatasetError(f"{path}: {file!r} is no path inside of a repository")
    found = tuple(_annotation(path, each, after) for each in said.defects)
    case = Case(name, said.language, before, after, found, said.intent, said.test)
    if not case.changed:
        raise DatasetError(f"{path}: nothing is changed")
    return case


def converted(path: str, values: Any, kind: type[Any]) -> Any:
    """Plain values as `Description` or `CaseFile`. Raises DatasetError."""
    try:
        return msgspec.convert(values, kind)
    except msgspec.ValidationError as error:
        raise DatasetError(f"{path}: {error}") from error


def is_relative(path: str) -> bool:
    """True for a plain path inside a folder, with `/`."""
    parts = path.split("/")
    plain = not os.path.isabs(path) and "\\" not in path and ":" not in path and "\0" not in path
    return plain and posixpath.normpath(path) == path and ".." not in parts and ".git" not in parts and path != "."


def _annotation(path: str, defect: Defect, after: Mapping[str, str]) -> Annotation:
    if defect.kind not in classes().names:
        raise DatasetError(f"{path}: no such class: {defect.kind}; available: {', '.join(classes().names)}")
    quotes = (Quote(defect.path, defect.line), *defect.also)
    places = tuple(_place(path, quote, after) for quote in quotes)
    says = tuple(tuple(word.strip().lower() for word in part.split("|")) for part in defect.says)
    return Annotation(defect.kind, places, defect.why, says)


def _place(path: str, quote: Quote, after: Mapping[str, str]) -> AnnotatedLines:
    lines = [line.strip() for line in after.get(quote.path, "").splitlines()]
    wanted = [line.strip() for line in quote.line.strip("\n").splitlines()]
    found = [start for start in range(len(lines)) if lines[start : start + len(wanted)] == wanted]
    if len(found) != 1:
        count = "is not" if not found else f"stands {len(found)} times"
        raise DatasetError(f"{path}: the line {quote.line.strip()!r} {count} in {quote.path} after the change")
    return AnnotatedLines(quote.path, found[0] + 1, found[0] + len(wanted))
