"""The format of a log line, and its conversion from a record. It has no secrets, and no code unless enabled."""

from __future__ import annotations

import logging
import traceback
from datetime import UTC, datetime
from types import TracebackType

import msgspec
from msgspec import Struct

from reread.analyzers.review.privacy.log_redaction import without_secrets

Data = dict[str, str | int | float | bool | None]

OWN = "reread"
LEFT_OUT = "(left out: it may hold code)"


class Failure(Struct, frozen=True, omit_defaults=True):
    """An exception: its type, its traceback (`file:line function`, outermost first), and its text if enabled."""

    type: str
    frames: tuple[str, ...]
    text: str = ""


class Line(Struct, frozen=True, omit_defaults=True):
    """`time` is ISO 8601 in UTC with milliseconds; `job` is the correlation id, "" for what belongs to no request.

    `code` marks a line that may have code in it, because it was asked for.
    """

    time: str
    level: str
    process: str
    pid: int
    logger: str
    message: str
    job: str = ""
    data: Data = {}
    error: Failure | None = None
    code: bool = False


class LineFormatter(logging.Formatter):
    """Writes records as lines of JSON.

    With `code`, also content that may include code: texts of errors and of libraries.
    """

    def __init__(self, role: str) -> None:
        super().__init__()
        self.code = False
        self._role = role

    def format(self, record: logging.LogRecord) -> str:
        return msgspec.json.encode(line_of(record, self._role, code=self.code)).decode()


def line_of(record: logging.LogRecord, role: str, *, code: bool) -> Line:
    """The line for a record. Never raises for what was logged."""
    data: Data = getattr(record, "data", {})
    return Line(
        time=datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        level=record.levelname.lower(),
        process=role,
        pid=record.process or 0,
        logger=record.name,
        message=_written(_message(record, code)),
        job=getattr(record, "job", ""),
        data={name: _written(value) if isinstance(value, str) else value for name, value in data.items()},
        error=_failure(record, code),
        code=code,
    )


def _written(text: str) -> str:
    """Without secrets, and as UTF-8 can have it: a path need not be Unicode."""
    return without_secrets(text).encode("utf-8", "backslashreplace").decode()


def parse(text: bytes) -> Line | None:
    """The line of a text; None for what is none, such as one that a crash has cut."""
    try:
        return msgspec.json.decode(text, type=Line)
    except msgspec.MsgspecError:
        return None


def _message(record: logging.LogRecord, code: bool) -> str:
    try:
        if code:
            return record.getMessage()
        if not is_own(record.name):
            # A text without arguments may have been put together from anything.
            return str(record.msg) if record.args else LEFT_OUT
        arguments = record.args
        if isinstance(arguments, tuple):
            return str(record.msg) % tuple(map(_shown, arguments)) if arguments else str(record.msg)
        return record.getMessage()
    except (TypeError, ValueError) as error:
        return f"{record.msg} ({error})"


def is_own(name: str) -> bool:
    """True for one of Reread's own loggers."""
    return name == OWN or name.startswith(f"{OWN}.")


def _shown(argument: object) -> object:
    """An argument of a message of Reread's.

    Errors that are not ours, and bytes, may quote the code that they are about.
    """
    if isinstance(argument, BaseException) and not _is_harmless(argument):
        return type(argument).__name__
    if isinstance(argument, bytes | bytearray):
        return f"{len(argument)} bytes"
    return argument


def _is_harmless(error: BaseException) -> bool:
    return isinstance(error, OSError) or is_own(type(error).__module__)


def _failure(record: logging.LogRecord, code: bool) -> Failure | None:
    if not record.exc_info or record.exc_info[1] is None:
        return None
    error = record.exc_info[1]
    shown = code or _is_harmless(error)
    return Failure(type(error).__name__, tuple(_frames(error.__traceback__)), _written(str(error)) if shown else "")


def _frames(trace: TracebackType | None) -> list[str]:
    found = traceback.StackSummary.extract(traceback.walk_tb(trace), lookup_lines=False)
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in found]
