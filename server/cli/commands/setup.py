"""Install the parts that are not in the base installation: the index, the model review, embedders in ONNX.

Without a PART it installs the index and the model review. A part goes into a folder of yours, from the package
index that pip or uv uses, each library in the version and with the checksum of a list that comes with Reread.
"""

from __future__ import annotations

import argparse
import sys
from typing import NamedTuple

from reread.analyzers import parts
from reread.server.cli import writing
from reread.server.exits import CLEAN, UsageError

SUMMARY = "install the index and the model review"
_DEFAULT = ("index", "model")


class Options(NamedTuple):
    parts: tuple[str, ...]
    remove: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    names = ", ".join(parts.PARTS)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one of {names} (default: {', '.join(_DEFAULT)})")
    parser.add_argument("--remove", action="store_true", help="delete what was installed instead")


def run(arguments: Options) -> int:
    for name in arguments.parts:
        if name not in parts.PARTS:
            raise UsageError(f"there is no part {name!r}; the parts are {', '.join(parts.PARTS)}")
    chosen = arguments.parts or (tuple(parts.PARTS) if arguments.remove else _DEFAULT)
    for name in chosen:
        (_remove if arguments.remove else _install)(name)
    return CLEAN


def _install(name: str) -> None:
    from reread.server.installing import InstallError, install, remove_outdated

    title = parts.PARTS[name].title
    if parts.is_installed(name):
        sys.stdout.write(f"{title}: installed already\n")
        return
    writing.say(f"installing {title} ...")
    try:
        target = install(name)
        remove_outdated(name)
    except InstallError as error:
        raise UsageError(f"{title} could not be installed: {error}") from error
    sys.stdout.write(f"{title}: installed in {target}\n")


def _remove(name: str) -> None:
    from reread.server.installing import remove

    said = "removed" if remove(name) else "nothing to remove"
    sys.stdout.write(f"{parts.PARTS[name].title}: {said}\n")
