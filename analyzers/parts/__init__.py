"""Optional parts of Reread: index, model review, server for agents, ONNX embedders.

A part is installed if the environment has its libraries (`pip install 'reread[index]'`), or if `reread setup` has
installed them into a separate folder. Nothing here imports them.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from functools import cache
from importlib.util import find_spec
from typing import NamedTuple

from reread.analyzers.data_directories import state_folder


class Part(NamedTuple):
    """`modules` are all that the code of Reread imports of it; `size` is what it takes on disk, in MB."""

    title: str
    modules: tuple[str, ...]
    size: int


PARTS = {
    "index": Part("the index", ("chromadb", "httpx", "numpy", "tenacity"), 200),
    "model": Part(
        "model review",
        ("aiolimiter", "anthropic", "diskcache", "httpx", "openai", "pybreaker", "pydantic", "tenacity"),
        50,
    ),
    "pr": Part("what pull requests need", ("httpx",), 4),
    "mcp": Part("the server for agents", ("mcp", "pydantic", "starlette", "uvicorn"), 20),
    "report": Part("what draws the plots of reports", ("pygal",), 1),
    "telemetry": Part("what exports traces and metrics", ("httpx", "opentelemetry", "prometheus_client"), 8),
    "sentry": Part("what sends errors to Sentry", ("httpx", "sentry_sdk"), 5),
    "onnx": Part("the embedder onnx", ("onnxruntime", "tokenizers"), 140),
    "eval": Part("what plots of evaluations need", ("pygal",), 2),
}


_PINNED = re.compile(r"^([^\s#]+==\S+)[^\\\n]*((?: \\\n +--hash=\S+)+)", re.MULTILINE)
"""A library with its version, and the checksums behind it."""


class PartMissingError(Exception):
    """A part is needed that is not installed. The message is one line that says how to install it."""


def require(name: str) -> None:
    """Make a part importable in this process. Raises PartMissingError."""
    if not is_installed(name):
        raise PartMissingError(request(name))
    activate()


def is_installed(name: str) -> bool:
    return _in_environment(name) or os.path.isdir(folder(name))


def request(name: str) -> str:
    """One line that asks for a part."""
    part = PARTS[name]
    return f"{part.title} is not installed; `reread setup {name}` installs it (about {part.size} MB)"


def activate() -> None:
    """Let this process import the parts that `reread setup` has installed, ahead of the environment's libraries.

    Ahead, because the versions of one list fit each other; but behind Python's own modules.
    """
    wanted = [folder(name) for name in PARTS if not _in_environment(name)]
    wanted = [path for path in wanted if path not in sys.path and os.path.isdir(path)]
    places = [place for place, path in enumerate(sys.path) if path.endswith(("site-packages", "dist-packages"))]
    start = min(places, default=len(sys.path))
    sys.path[start:start] = wanted
    if wanted:
        _in_environment.cache_clear()


def folder(name: str) -> str:
    """Where `reread setup` puts a part: another folder for each list, Python and platform. Need not exist."""
    checksum = hashlib.blake2b(_text(name).encode(), digest_size=4).hexdigest()
    return os.path.join(root(), f"{name}-{checksum}-{sys.implementation.cache_tag}-{sys.platform}")


def root() -> str:
    """The folder of all parts."""
    return os.path.join(state_folder(), "parts")


def requirements(name: str) -> str:
    """The list of a part as pip reads it: each library with its version and its checksums."""
    checksums = dict(_PINNED.findall(_text("constraints")))
    return "".join(f"{line}{checksums[line.split(' ')[0]]}\n" for line in _text(name).splitlines())


def _text(name: str) -> str:
    """What is in `<name>.txt`: of a part its libraries with versions, without checksums."""
    with open(os.path.join(os.path.dirname(__file__), f"{name}.txt"), encoding="utf-8") as file:
        return file.read()


@cache
def _in_environment(name: str) -> bool:
    return all(find_spec(module) is not None for module in PARTS[name].modules)
