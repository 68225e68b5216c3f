"""The protocol between language server and worker: JSON-RPC 2.0, framed by Content-Length as in LSP.

A client sends requests, `$/cancelRequest` and `exit`; a host sends responses and the notifications `progress`
(`IndexProgress`), `finding`, `reviewProgress` and `generatedText` (`Partial`), the last three with the id of the
request that they belong to. Questions to the models of the client are in `client_questions.py`.
"""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias, TypeVar

import msgspec
from msgspec import UNSET, Raw, Struct, UnsetType

from reread.analyzers.findings import Finding
from reread.analyzers.rules.check_options import CheckOptions
from reread.server.settings import Settings

Value = TypeVar("Value")

REQUEST_FAILED: Final = -32803
"""The person can act on it: the message is one clear line."""

REQUEST_CANCELLED: Final = -32800
INTERNAL_ERROR: Final = -32603
"""A bug: logged by the worker with its traceback; that request alone fails."""

METHOD_NOT_FOUND: Final = -32601
INVALID_PARAMS: Final = -32602

LARGEST_MESSAGE: Final = 256 * 1024 * 1024
"""In bytes. A longer length in a header means that something else than protocol was written into the pipe."""


class ResponseError(Struct, frozen=True):
    code: int
    message: str


class Message(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Any message: a request has id and method, a notification a method, a response an id.

    A request says which job it belongs to (`analyzers/correlation.py`), and which span of the client's, if any.
    """

    jsonrpc: Literal["2.0"] | UnsetType = UNSET
    id: int | UnsetType = UNSET
    method: str | UnsetType = UNSET
    params: Raw | UnsetType = UNSET
    result: Raw | UnsetType = UNSET
    error: ResponseError | UnsetType = UNSET
    job: str = ""
    span: str = ""


class OpenFolder(Struct, frozen=True):
    """Open the index of a folder (an absolute path) with these settings, or give an open one new settings."""

    folder: str
    settings: Settings


class FolderPath(Struct, frozen=True):
    """The parameters of `closeFolder` and `status`."""

    folder: str


class IndexFiles(Struct, frozen=True):
    """Bring the index up to date: all of the folder, or only these absolute paths (changed, new or gone)."""

    folder: str
    paths: tuple[str, ...] | None = None


class Search(Struct, frozen=True):
    folder: str
    words: str
    limit: int = 20
    source: str = "all"


class Context(Struct, frozen=True):
    """The context to read before judging a change of `text[start:end]` (code points) in the file `path` (absolute).

    `changed` has start and end of the parts of it that changed; empty if that is not known.
    """

    folder: str
    path: str
    text: str
    start: int
    end: int
    limit_tokens: int = 2_000
    language: str = ""
    source: str = "all"
    changed: tuple[tuple[int, int], ...] = ()


NameQuestion: TypeAlias = Literal["definitions", "callers", "importers"]


class LookUp(Struct, frozen=True):
    """Requests the definitions, callers or importers of a name (`parse_money`, `Money.add`)."""

    folder: str
    name: str
    what: NameQuestion


class ChangedText(Struct, frozen=True):
    """A file of a change: its path below the folder, its text before (None: new) and after."""

    path: str
    old: str | None
    new: str | None


class LookAtChange(Struct, frozen=True):
    """Requests the findings of the index about this change. `options` choose among its rules."""

    folder: str
    files: tuple[ChangedText, ...]
    options: CheckOptions


class FileFindingsMessage(Struct, frozen=True):
    """The findings in a file of that text: its path below the folder and the SHA-256 of the text."""

    path: str
    sha256: str
    findings: tuple[Finding, ...]


class Cancel(Struct, frozen=True):
    id: int


class Partial(Struct, frozen=True):
    """A part of the answer to the request `id`, ahead of the response."""

    id: int
    value: Raw


def encode(value: Any) -> Raw:
    """Any message value as JSON."""
    return Raw(msgspec.json.encode(value))


def decode(raw: Raw | UnsetType, kind: type[Value]) -> Value:
    """The value of a message part; raises msgspec.ValidationError when it does not fit."""
    return msgspec.json.decode(b"{}" if isinstance(raw, UnsetType) else raw, type=kind)


def frame(message: Message) -> bytes:
    """The message as it is written to the pipe."""
    body = msgspec.json.encode(message)
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def request(identifier: int, method: str, params: Any, job: str = "", span: str = "") -> Message:
    return Message(jsonrpc="2.0", id=identifier, method=method, params=encode(params), job=job, span=span)


def notification(method: str, params: Any) -> Message:
    return Message(jsonrpc="2.0", method=method, params=encode(params))


def response(identifier: int, result: Any) -> Message:
    return Message(jsonrpc="2.0", id=identifier, result=encode(result))


def failure(identifier: int, code: int, message: str) -> Message:
    return Message(jsonrpc="2.0", id=identifier, error=ResponseError(code, message))


def length_of(header: bytes) -> int:
    """The length in bytes of the body that follows a header line; raises ValueError for anything else."""
    name, _, value = header.partition(b":")
    if name.strip().lower() != b"content-length":
        raise ValueError(f"not a message header: {header[:80]!r}")
    length = int(value)
    if not 0 <= length <= LARGEST_MESSAGE:
        raise ValueError(f"a message of {length} bytes")
    return length


def parse(body: bytes) -> Message:
    """The message of a body; raises msgspec.MsgspecError for anything else."""
    return msgspec.json.decode(body, type=Message)
