"""One content of a file as histories follow it: its units of code, and what rules find in them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reread.analyzers.findings import Source
from reread.analyzers.review.change.definitions import Definitions, definitions
from reread.server import checking
from reread.server.textfile import UnreadableFileError

_CODE = re.compile(r"\w{3}")
"""What a line must have to be one that a finding could be about: no bracket alone, no `} else {`."""


class Unit(NamedTuple):
    """A function, or what stands in none: its lines without the white space around them, and what tells them apart."""

    lines: tuple[str, ...]
    digest: bytes


class Place(NamedTuple):
    """A line that is followed: the name of its unit and its text. `rule` is "" for one that nothing is said about."""

    rule: str
    unit: str
    line: str


class Snapshot(NamedTuple):
    """The units of a content by name, what rules find, and other lines of the same units that could be found."""

    units: Mapping[str, Unit]
    found: tuple[Place, ...]
    others: tuple[Place, ...]


EMPTY = Snapshot({}, (), ())


def snapshot(job: checking.Job, path: str, data: bytes) -> Snapshot:
    """The snapshot of the content of a file of a repository; empty for what is not code of production."""
    source = checking.SourceFile(path, path, "", data)
    try:
        document = checking.document_of(source, checking.read(source, job.maximum_file_size))
    except UnreadableFileError:
        return EMPTY
    report = checking.check_document(job, source, document)
    if not report.role.is_production:
        return EMPTY
    lines = [line.strip() for line in document.text.splitlines()]
    names = _names(definitions(document), len(lines))
    units = _units(lines, names)
    rules: dict[int, set[str]] = {}
    for each in report.findings:
        if each.finding.source is Source.RULE and each.place.line < len(lines):
            rules.setdefault(each.place.line, set()).add(each.finding.rule)
    found = tuple(
        Place(rule, names[line], lines[line]) for line, several in sorted(rules.items()) for rule in sorted(several)
    )
    return Snapshot(units, found, tuple(_others(lines, names, rules)) if found else ())


def _names(known: Definitions, count: int) -> list[str]:
    """The name of the unit of each line. What is in no function belongs to its class, or to the file."""
    names = [""] * count
    for (first, end), container in known.gaps():
        for line in range(first, min(end, count)):
            names[line] = container
    for each in known.leaves:
        for line in range(each.first, min(each.end, count)):
            names[line] = f"{each.name}#{each.ordinal}"
    return names


def _units(lines: list[str], names: list[str]) -> dict[str, Unit]:
    by_name: dict[str, list[str]] = {}
    for name, line in zip(names, lines, strict=True):
        if line:
            by_name.setdefault(name, []).append(line)
    return {
        name: Unit(tuple(own), hashlib.blake2b("\n".join(own).encode(errors="replace"), digest_size=8).digest())
        for name, own in by_name.items()
    }


def _others(lines: list[str], names: list[str], rules: Mapping[int, object]) -> Iterator[Place]:
    """The lines of code that no finding is about, in no order that anything depends on but their texts."""
    found = [line for line, text in enumerate(lines) if line not in rules and _CODE.search(text)]
    found.sort(key=lambda line: hashlib.blake2b(f"{names[line]} {lines[line]}".encode(errors="replace")).digest())
    for line in found:
        yield Place("", names[line], lines[line])
