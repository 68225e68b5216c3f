"""Install optional parts, such as the index, the model review or ONNX embedders.

Without PART, installs the index and the model review. Parts are installed into your user data folder, from the package
index that pip or uv uses. Versions and checksums of all libraries are pinned.
"""

from __future__ import annotations

import argparse
import sys
from typing import NamedTuple

from reread.analyzers import parts
from reread.server.cli import writing
from reread.server.exits import CLEAN, UsageError, no_such

SUMMARY = "install optional parts: the index, the model review and others"
_DEFAULT = ("index", "model")


class Options(NamedTuple):
    parts: tuple[str, ...]
    remove: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    names = ", ".join(parts.PARTS)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one of {names} (default: {', '.join(_DEFAULT)})")
    parser.add_argument("--remove", action="store_true", help="remove the installed parts")


def run(arguments: Options) -> int:
    for name in arguments.parts:
        if name not in parts.PARTS:
            raise UsageError(f"{no_such('part', name)}; available: {', '.join(parts.PARTS)}")
    chosen = arguments.parts or (tuple(parts.PARTS) if arguments.remove else _DEFAULT)
    for number, name in enumerate(chosen, 1):
        if arguments.remove:
            _remove(name)
        else:
            _install(name, f"{number} of {len(chosen)}")
    return CLEAN


def _install(name: str, which: str) -> None:
    from reread.server.installing import InstallError, install, remove_outdated

    title, _, size = parts.PARTS[name]
    if parts.is_installed(name):
        sys.stdout.write(f"{title}: already installed\n")
        return
    writing.say(f"{which}: installing {title} (about {size} MB) ...")
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
