"""Lookups that a model may request while it answers, one module each, found by file name; each defines `LOOKUP`.

A lookup finds places; their text is read, limited and redacted by `analyzers/review/ask/evidence.py` alone.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple, Protocol

import msgspec

from reread.analyzers.review.ask.evidence import Found, LookupRefusedError
from reread.analyzers.review.tool_calls import Tool
from reread.analyzers.text import Document
from reread.rag.results import NamedPlace, Piece


class CodeIndex(Protocol):
    """The index queries that lookups use. May be asked from any thread."""

    def definitions(self, name: str) -> list[NamedPlace]: ...
    def callers(self, name: str) -> list[NamedPlace]: ...
    def search(self, text: str, limit: int = 20, source: str = "all") -> list[Piece]: ...
    def has(self, path: str) -> bool: ...


class Ground(NamedTuple):
    """The material of lookups: the folder, the index of its `code` (None: there is none), and `read`, which gives the
    text of a file by its path in the folder, or None for files that the review may not show.
    """

    folder: str
    code: CodeIndex | None
    read: Callable[[str], Document | None]

    def require_index(self) -> CodeIndex:
        """The index; raises LookupRefusedError where there is none."""
        if self.code is None:
            raise LookupRefusedError("This workspace has no index: only lines of the files under review can be read.")
        return self.code


class Lookup(NamedTuple):
    """A kind of lookup. `arguments` is a Struct whose fields are what may be asked; the `description`, and those of the
    fields, are for the model. `look` raises LookupRefusedError.
    """

    arguments: type[msgspec.Struct]
    description: str
    look: Callable[[Ground, Any], Found]


@cache
def names() -> tuple[str, ...]:
    """The names of all lookups, sorted."""
    files = [file for folder in __path__ for file in os.listdir(folder)]
    return tuple(sorted({name[:-3] for name in files if name.endswith(".py") and not name.startswith("_")}))


def lookup(name: str) -> Lookup:
    """The lookup of a name; raises LookupRefusedError where there is none."""
    if name not in names():
        raise LookupRefusedError(f"There is no such lookup; there are {', '.join(names())}.")
    found: Lookup = importlib.import_module(f"{__name__}.{name}").LOOKUP
    return found


@cache
def tools() -> tuple[Tool, ...]:
    """All lookups as they are offered to a model."""
    return tuple(Tool(name, lookup(name).description, _schema(lookup(name).arguments)) for name in names())


def look(ground: Ground, name: str, arguments: str) -> Found:
    """The result of a call, given its arguments as JSON; raises LookupRefusedError."""
    asked = lookup(name)
    try:
        read = msgspec.json.decode(arguments or "{}", type=asked.arguments, strict=False)
    except (msgspec.MsgspecError, RecursionError, UnicodeEncodeError) as error:
        raise LookupRefusedError(f"{name}: {error}") from error
    return asked.look(ground, read)


def _schema(arguments: type[msgspec.Struct]) -> dict[str, Any]:
    (made,), definitions = msgspec.json.schema_components([arguments])
    schema: dict[str, Any] = definitions[made["$ref"].rpartition("/")[2]]
    kept = {key: {part: each[part] for part in each if part in _PARTS} for key, each in schema["properties"].items()}
    return {"type": "object", "properties": kept, "required": list(kept), "additionalProperties": False}


_PARTS: Sequence[str] = ("type", "description")
"""What all vendors know of schemas."""
