"""The libraries that Reread is installed with: their pinned versions, checksums and what requires them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_LINE = re.compile(r"^(?P<requirement>[^\s#][^\\]*?)(?P<hashes>(?:\s*\\\n\s+--hash=sha256:[0-9a-f]{64})*)$", re.M)


class Pinned(NamedTuple):
    """A library of a list, and the SHA-256 of each of its files."""

    name: str
    version: str
    hashes: tuple[str, ...]


def listed(path: Path) -> dict[str, tuple[Pinned, ...]]:
    """The libraries of a list that `make constraints` wrote, by name: some have a version for each of Python."""
    found: dict[str, tuple[Pinned, ...]] = {}
    for line in _LINE.finditer(path.read_text(encoding="utf-8")):
        requirement = Requirement(line["requirement"])
        version = str(requirement.specifier).removeprefix("==")
        name = canonicalize_name(requirement.name)
        library = Pinned(name, version, tuple(re.findall(r"sha256:(\w+)", line["hashes"])))
        found[name] = (*found.get(name, ()), library)
    return found


def requirements_of(name: str) -> list[str]:
    """The names of what an installed library requires here, without extras; [] for one that is not installed."""
    try:
        return names_of(distribution(name).requires or ())
    except PackageNotFoundError:
        return []


def names_of(requirements: Iterable[str]) -> list[str]:
    """The names of requirements that hold here, without extras."""
    asked = map(Requirement, requirements)
    return [canonicalize_name(each.name) for each in asked if not each.marker or each.marker.evaluate({"extra": ""})]


def closure(requirements: Iterable[str]) -> set[str]:
    """The names of what these requirements bring, all that they require in turn included."""
    found: set[str] = set()
    waiting = names_of(requirements)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += requirements_of(name)
    return found


def project(root: Path) -> Mapping[str, object]:
    """The table `project` of `pyproject.toml`."""
    table: Mapping[str, object] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return table
