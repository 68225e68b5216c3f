"""Reads files as text, and writes text back without changing anything else.

Encoding, byte order mark, line endings, file mode and symbolic links stay as they are: what was read is decoded without
newline translation, and what is written must encode the same way.
"""

from __future__ import annotations

import codecs
import os
import re
from typing import NamedTuple

from reread.analyzers import inside, owned_files

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PYTHON_COOKIE = re.compile(rb"\A(?:[^\n]*\n)?[ \t\f]*#[^\n]*?coding[:=][ \t]*([-\w.]+)")
_PROBE = 8_192
_NOT_IN_TEXTS = re.compile(rb"[\x00-\x07\x0e-\x19\x1c-\x1f]")
"""No text has these control characters, and hardly any compressed or encrypted data is without."""


class UnreadableFileError(Exception):
    """The file is not text that can be checked. The text gives the reason, in a few words."""


class LeftOutError(UnreadableFileError):
    """The file is not meant to be checked: it is binary, too large, or a link leads out of the workspace."""


class TextFile(NamedTuple):
    """A text, the encoding and byte order mark it came in, and its bytes as they were."""

    text: str
    encoding: str
    mark: bytes
    data: bytes


def display(absolute: str) -> str:
    """The path of a file as a user in the current folder would type it."""
    below = os.path.relpath(absolute)
    return absolute if below.startswith(os.path.join(os.pardir, os.pardir)) else below


def read(path: str, maximum: int, folder: str = "") -> TextFile:
    """The text of a file of at most `maximum` bytes; with a folder, of one that no link leads out of it.

    Raises UnreadableFileError.
    """
    try:
        data = inside.read(folder, path, maximum + 1)
    except (inside.OutsideError, inside.NotAFileError) as error:
        raise LeftOutError(error.strerror) from error
    except OSError as error:
        raise UnreadableFileError((error.strerror or "cannot be read").lower()) from error
    return decode(data, path, maximum)


def decode(data: bytes, name: str, maximum: int) -> TextFile:
    """The text of the content of a file with that name. Raises UnreadableFileError.

    A text that is not UTF-8 and does not say what else it is counts as Latin-1, in which all bytes are characters:
    rules are about ASCII, which is the same in the encodings of old sources, and a fix leaves all other bytes.
    """
    if len(data) > maximum:
        raise LeftOutError(f"larger than {maximum:,} bytes")
    mark, encoding = next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), (b"", ""))
    if not encoding:
        if b"\0" in data[:_PROBE]:
            raise LeftOutError("binary")
        encoding = _declared(data, name)
    try:
        text = data[len(mark) :].decode(encoding or "utf-8")
    except (UnicodeError, LookupError) as error:
        if encoding or _NOT_IN_TEXTS.search(data, 0, _PROBE):
            raise UnreadableFileError(f"not {encoding or 'utf-8'}") from error
        return TextFile(data.decode("latin-1"), "latin-1", b"", data)
    return TextFile(text, encoding or "utf-8", mark, data)


def write(path: str, before: TextFile, text: str, folder: str = "") -> None:
    """Replaces the text of a file in one step; nothing is left half written.

    Raises UnreadableFileError when the text does not fit the file's encoding, the file is not what was read, or a link
    leads out of the folder, if one is given.
    """
    try:
        data = before.mark + text.encode(before.encoding)
        faithful = before.mark + before.text.encode(before.encoding) == before.data
    except UnicodeError as error:
        raise UnreadableFileError(f"the fix cannot be written in {before.encoding}") from error
    target = os.path.realpath(path)
    try:
        faithful = faithful and inside.read(os.path.realpath(folder) if folder else "", target) == before.data
        if not faithful:
            raise UnreadableFileError("changed while it was being fixed")
        _replace(target, data)
    except OSError as error:
        raise UnreadableFileError(owned_files.unwritten(target, error).removeprefix(f"{target}: ")) from error


def create(path: str, text: str) -> None:
    """Makes a file that is not there yet, whole or not at all. Raises FileExistsError, OSError and UnicodeError."""
    is_made = False
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            is_made = True
            file.write(text)
    except (OSError, UnicodeError):
        if is_made:
            # From then on an empty one would be taken for the user's.
            os.unlink(path)
        raise


def _replace(target: str, data: bytes) -> None:
    import tempfile

    status = os.stat(target)
    descriptor, temporary = tempfile.mkstemp(prefix=".reread-", dir=os.path.dirname(target))
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, status.st_mode & 0o7777)
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise


def _declared(data: bytes, name: str) -> str:
    """The encoding that a Python file declares in one of its first two lines (PEP 263)."""
    if not name.endswith((".py", ".pyw", ".pyi")):
        return ""
    match = _PYTHON_COOKIE.match(data)
    return match[1].decode("ascii", "replace") if match else ""
