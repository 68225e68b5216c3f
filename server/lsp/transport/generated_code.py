"""Keeps the code that attrs generates, as Python keeps that of modules, and not what nobody needs besides.

The types of the protocol are some 600 classes whose methods attrs writes as text and compiles anew in each process:
half of the time that they take to import, and with it a fourth of the server's start. The methods of each class get
a copy of all names of its module, for those who ask for the types of the arguments of `__init__`: 11 MB.
"""

from __future__ import annotations

import linecache
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import CodeType, ModuleType
from typing import Any

from reread.analyzers.data_directories import cache_folder
from reread.analyzers.owned_files import digest, prune, read_values, write_values

_MOST_FILES = 4
"""One for each version of Python that this user has lately started the server with."""


_GENERATED = "<attrs generated"
"""How the names of the files begin that attrs pretends its code to be in."""


@contextmanager
def cached_code() -> Iterator[None]:
    """While this lasts, what attrs compiles is taken from the cache; what was not there is written at the end. Methods
    get no copy of their module, and their text is not kept for debuggers.

    Code is found by the whole text that it was compiled from. Where attrs is built otherwise, nothing is changed.
    """
    try:
        from attr import _make as attrs
    except ImportError:
        yield
        return
    path = cache_file()
    code = _Code(read_values(path) if path else None)
    # The module finds the builtin of this name through its own globals.
    attrs.compile = code.compile  # type: ignore[attr-defined]
    attrs.sys = _WithoutModules()  # type: ignore[assignment, attr-defined]
    try:
        yield
    finally:
        del attrs.compile  # type: ignore[attr-defined]
        attrs.sys = sys  # type: ignore[attr-defined]
        for name in [name for name in linecache.cache if name.startswith(_GENERATED)]:
            del linecache.cache[name]
    if code.is_new and path and write_values(path, code.used):
        prune(os.path.dirname(path), _MOST_FILES)


def cache_file() -> str:
    """Where the code for this Python is kept, or "" without a place: another version could not even read it."""
    folder = cache_folder("code")
    version = f"{sys.implementation.cache_tag}-{sys.hexversion:x}-{sys.flags.optimize}.cache"
    return os.path.join(folder, version) if os.path.isabs(folder) else ""


class _WithoutModules:
    """The module `sys` to someone who looks for no module in it."""

    modules: Mapping[str, ModuleType] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(sys, name)


class _Code:
    """Compiled code by the hash of its text and of the name of its file."""

    def __init__(self, known: Any) -> None:
        self.known: dict[bytes, CodeType] = known if isinstance(known, dict) else {}
        self.used: dict[bytes, CodeType] = {}
        self.is_new = False

    def compile(self, source: str, filename: str, mode: str, *rest: Any, **named: Any) -> CodeType:
        """As the builtin does, which is asked for all that is not the whole text of a module."""
        if mode != "exec" or rest or named:
            made: CodeType = compile(source, filename, mode, *rest, **named)
            return made
        key = digest(f"{filename}\0{source}".encode(errors="surrogatepass"))
        found = self.known.get(key)
        if found is None:
            self.is_new = True
            found = compile(source, filename, mode)
        self.used[key] = found
        return found
