"""Line coverage, from a file that the project's own tests wrote: lcov or Cobertura's XML."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple
from xml.parsers import expat

from reread.analyzers import inside

PLACES = ("coverage.xml", "cobertura.xml", "lcov.info", "coverage/lcov.info", "coverage/cobertura-coverage.xml")
_LARGEST = 50_000_000


class Covered(NamedTuple):
    """Lines that can run, and those that did."""

    lines: int
    hit: int


class CoverageError(Exception):
    """The file is no coverage that is understood. The text is one line for the user."""


def found(folder: str) -> tuple[str, Mapping[str, Covered]]:
    """The first file at one of the usual places, and what it says by path; "" where there is none.

    Raises CoverageError.
    """
    for place in PLACES:
        path = os.path.join(folder, place)
        if os.path.isfile(path):
            return place, read(folder, path)
    return "", {}


def read(folder: str, path: str) -> Mapping[str, Covered]:
    """The coverage in a file by path, relative to the folder if it is below it. Raises CoverageError."""
    try:
        data = inside.read(folder, path, _LARGEST)
    except OSError as error:
        raise CoverageError(f"{path}: {(error.strerror or 'cannot be read').lower()}") from error
    lines = _cobertura(path, data) if data.lstrip().startswith(b"<") else _lcov(data)
    return {_relative(folder, name): Covered(len(hits), sum(map(bool, hits.values()))) for name, hits in lines.items()}


def _relative(folder: str, name: str) -> str:
    name = os.path.relpath(name, folder) if os.path.isabs(name) else name
    return os.path.normpath(name).replace(os.sep, "/")


def _lcov(data: bytes) -> dict[str, dict[int, int]]:
    lines: dict[str, dict[int, int]] = {}
    name = ""
    for line in data.decode(errors="replace").splitlines():
        key, _, value = line.partition(":")
        if key == "SF":
            name = value.strip()
        elif key == "DA" and name:
            number, _, hits = value.partition(",")
            hits = hits.partition(",")[0]
            if number.isdecimal() and hits.isdecimal():
                of_file = lines.setdefault(name, {})
                of_file[int(number)] = max(of_file.get(int(number), 0), int(hits))
    return lines


def _cobertura(path: str, data: bytes) -> dict[str, dict[int, int]]:
    """The lines of each class. A document that declares entities is refused: it can expand without end."""
    lines: dict[str, dict[int, int]] = {}
    current: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "class":
            current[:] = [attributes.get("filename", "")]
        elif tag == "line" and current and current[0]:
            number, hits = attributes.get("number", ""), attributes.get("hits", "")
            if number.isdecimal() and hits.isdecimal():
                of_file = lines.setdefault(current[0], {})
                of_file[int(number)] = max(of_file.get(int(number), 0), int(hits))

    def refuse(*declared: object) -> int:
        raise CoverageError(f"{path}: declares entities, and is not read")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise CoverageError(f"{path}: is no XML: {error}") from error
    return lines
