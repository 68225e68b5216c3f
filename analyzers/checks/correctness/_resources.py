"""The calls that open and close files and connections in each language."""

from __future__ import annotations

import re
from typing import NamedTuple


class Resources(NamedTuple):
    """`opened` matches an expression that opens, `closing` are the ways to close NAME, `remedy` is what to do instead.

    `borrowed` matches what uses NAME as an argument without keeping it; None if a resource that nothing closes is
    not reported, since in the language its destruction closes it or too much may keep it. `limited` matches the
    functions whose results are to be closed by hand; None for all that open.
    """

    opened: re.Pattern[bytes]
    closing: tuple[bytes, ...]
    remedy: str
    borrowed: bytes | None = None
    limited: re.Pattern[bytes] | None = None

    def opens(self, text: bytes) -> bool:
        """True for the text of an expression that opens something outside the memory."""
        return self.opened.match(text) is not None and not any(each in text for each in _MEMORY)

    def closes(self, name: bytes) -> tuple[bytes, ...]:
        """The patterns that match code which closes the variable."""
        return tuple(each.replace(b"NAME", name) for each in self.closing)


_MEMORY = (b"StringReader", b"StringWriter", b"ByteArray", b"System.in", b"System.out", b"System.err")
_SCRIPT = Resources(
    re.compile(
        rb"fs\.openSync\(|await (?:fs|fsp|fsPromises|promises|fs\.promises)\.open\("
        rb"|await (?:\w+\.)*\w*[pP]ool\.(?:connect|getConnection)\(\)"
    ),
    (b"NAME.close(", b"NAME.release(", b"NAME.end(", b"NAME.destroy(", b"fs.closeSync(NAME)", b"fs.close(NAME"),
    "Close it in a `finally`.",
    rb"fs\.\w+\(NAME\b",
)
_OPENED_IN_JAVA = (
    rb"File(?:In|Out)putStream|File(?:Reader|Writer)|RandomAccessFile|(?:Zip|Jar)File|(?:Server|Datagram)?Socket"
)
RESOURCES = {
    "java": Resources(
        re.compile(
            rb"(?:new \w+\()*new (?:java\.\w+\.)?(?:" + _OPENED_IN_JAVA + rb")\b"
            rb"|Files\.new\w+\(|DriverManager\.getConnection\(|\w+\.(?:openStream|prepareStatement|createStatement)\("
        ),
        (b"NAME.close(",),
        "Open it in a `try (...)`.",
    ),
    "python": Resources(
        re.compile(
            rb"(?:io\.|codecs\.|gzip\.|bz2\.|lzma\.|tarfile\.)?open\(|socket\.(?:socket|create_connection)\(|"
            rb"(?:zipfile\.)?ZipFile\(|sqlite3\.connect\("
        ),
        (b"NAME.close(",),
        "Open it in a `with`.",
        rb"(?:json|pickle|yaml|toml|tomllib|tomli|csv)\.\w+\((?:[^()\n]*,\s*)?NAME\b|\bin NAME\b(?=:)|\bfile=NAME\b",
        re.compile(rb"(?:(?:io|codecs|gzip|bz2|lzma)\.)?open"),
    ),
    "go": Resources(
        re.compile(rb"os\.(?:Open|Create|OpenFile|CreateTemp)\(|net\.(?:Dial|DialTimeout|Listen)\(|zip\.OpenReader\("),
        (b"NAME.Close(",),
        "Write `defer $NAME.Close()`.",
    ),
    "javascript": _SCRIPT,
    "typescript": _SCRIPT,
    "tsx": _SCRIPT,
}
