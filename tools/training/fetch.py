"""Gets the packages of the data list from their registries, each with the registry's own client."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple

LIST = os.path.join(os.path.dirname(__file__), "data.tsv")
LEARN, VALIDATE = "learn", "validate"
_ARCHIVE = re.compile(r"\.(whl|tgz|deb|orig\.tar\.\w+)$")


class Source(NamedTuple):
    """A package of the list: `registry` is pypi, npm, debian (a binary package) or debian-source.

    `use` is LEARN, or VALIDATE for those that models are chosen by, which none is learned from.
    """

    registry: str
    name: str
    version: str
    use: str
    licence: str


def sources(path: str = LIST) -> list[Source]:
    with open(path, encoding="utf-8") as file:
        return [Source(*line.rstrip("\n").split("\t")) for line in file if line.strip() and not line.startswith("#")]


def command(source: Source) -> Sequence[str]:
    """What downloads a package into the current folder. Debian's sources need a `deb-src` line in apt's lists."""
    pinned = f"{source.name}={source.version}"
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
    commands: Mapping[str, Sequence[str]] = {
        "pypi": [*pip, f"{source.name}=={source.version}"],
        "npm": ["npm", "pack", "--silent", f"{source.name}@{source.version}"],
        "debian": ["apt-get", "download", "-qq", pinned],
        "debian-source": ["apt-get", "source", "-qq", "--download-only", "--only-source", pinned],
    }
    return commands[source.registry]


def fetch(folder: str, wanted: Sequence[Source]) -> list[tuple[Source, list[str]]]:
    """The archives of these packages, downloaded into folders below this one where they are not there yet.

    A package that its registry does not have any more is said and left out.
    """
    found = []
    for source in wanted:
        own = os.path.join(folder, source.registry, source.name.replace("/", "-"))
        if not os.path.isdir(own):
            os.makedirs(own)
            if subprocess.run(command(source), cwd=own, stdout=subprocess.DEVNULL, check=False).returncode:
                sys.stderr.write(f"{source.name} {source.version} cannot be had from {source.registry}\n")
        found.append((source, sorted(os.path.join(own, name) for name in os.listdir(own) if _ARCHIVE.search(name))))
    return found
