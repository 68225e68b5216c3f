"""Text and places in it: `Document`, `LineIndex`, `Span`.

The one unit inside Reread is the **code point**, as Python counts it. tree-sitter counts UTF-8 bytes and editors
count UTF-8, UTF-16 or UTF-32 units from the start of a line; every conversion between them is in this module.

Lines end at ``\\n``, ``\\r\\n`` or a lone ``\\r`` and at nothing else (LSP 3.17, "Text Documents"). Form feeds, U+2028
and the other characters at which `str.splitlines` breaks are ordinary characters here.
"""

from __future__ import annotations

import enum
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\n|\r")
_LINE_END_BYTES = re.compile(rb"\r\n|\n|\r")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Span(NamedTuple):
    """A half-open piece of a text, in code points: `text[start:end]`."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True when both share at least one character, or one is empty and strictly inside the other."""
        return self.start < other.end and other.start < self.end

    def moved(self, distance: int) -> Span:
        return Span(self.start + distance, self.end + distance)


class Position(NamedTuple):
    """A place as editors name it. Both numbers start at 0; `column` is in units of a `PositionEncoding`."""

    line: int
    column: int


class PositionEncoding(enum.Enum):
    """The units that an editor counts columns in (LSP 3.17, `PositionEncodingKind`)."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"


class TextChange(NamedTuple):
    """Replace `span` of the text as it was by `text`."""

    span: Span
    text: str


class LineIndex:
    """Converts between offsets in code points, offsets in UTF-8 bytes, and line and column.

    Out-of-range input is clamped as LSP asks: a column past the end of its line means the end of the line (before
    its line ending), a line past the end means the end of the text, and a column inside a character means its start.
    """

    __slots__ = ("_ascii", "_byte_starts", "starts", "text")

    def __init__(self, text: str, starts: Sequence[int] | None = None) -> None:
        self.text = text
        self.starts: Sequence[int] = _line_starts(text) if starts is None else starts
        self._ascii = text.isascii()
        self._byte_starts: Sequence[int] | None = self.starts if self._ascii else None

    @property
    def count(self) -> int:
        """How many lines there are; an empty text has one."""
        return len(self.starts)

    def line_of(self, offset: int) -> int:
        """The line, from 0, that the offset (code points) is on."""
        return bisect_right(self.starts, offset) - 1 if offset > 0 else 0

    def line_span(self, line: int) -> Span:
        """The line without its line ending, in code points."""
        start = self.starts[line]
        if line + 1 == len(self.starts):
            return Span(start, len(self.text))
        end = self.starts[line + 1] - 1
        if self.text[end] == "\n" and end > start and self.text[end - 1] == "\r":
            end -= 1
        return Span(start, end)

    def position(self, offset: int, encoding: PositionEncoding = PositionEncoding.UTF32) -> Position:
        """Line and column of an offset in code points."""
        offset = max(0, min(offset, len(self.text)))
        line = self.line_of(offset)
        start = self.starts[line]
        if self._ascii or encoding is PositionEncoding.UTF32:
            return Position(line, offset - start)
        return Position(line, _units(self.text[start:offset], encoding))

    def offset(self, position: tuple[int, int], encoding: PositionEncoding = PositionEncoding.UTF32) -> int:
        """The offset in code points of a line and column."""
        line, column = position
        if line < 0:
            return 0
        if line >= len(self.starts):
            return len(self.text)
        span = self.line_span(line)
        if self._ascii or encoding is PositionEncoding.UTF32:
            return min(span.start + max(0, column), span.end)
        return span.start + _code_points(self.text[span.start : span.end], column, encoding)

    def byte(self, offset: int) -> int:
        """The offset in UTF-8 bytes of an offset in code points."""
        if self._ascii:
            return offset
        line = self.line_of(offset)
        return self._bytes()[line] + len(self.text[self.starts[line] : offset].encode())

    def code_point(self, byte: int) -> int:
        """The offset in code points of an offset in UTF-8 bytes."""
        if self._ascii:
            return byte
        starts = self._bytes()
        line = bisect_right(starts, byte) - 1 if byte > 0 else 0
        end = self.starts[line + 1] if line + 1 < len(self.starts) else len(self.text)
        line_text = self.text[self.starts[line] : end]
        return self.starts[line] + _code_points(line_text, byte - starts[line], PositionEncoding.UTF8)

    def span_of_bytes(self, start: int, end: int) -> Span:
        """The span in code points of a half-open range in UTF-8 bytes."""
        return Span(start, end) if self._ascii else Span(self.code_point(start), self.code_point(end))

    def after(self, change: TextChange, text: str) -> LineIndex:
        """The index of `text`, which is this index's text after `change`; costs little where little changed."""
        (start, end), inserted = change
        distance = len(inserted) - (end - start)
        new_end = start + len(inserted)
        kept = self.line_of(max(0, start - 1)) + 1
        first = self.starts[kept - 1]
        between = [
            match.end()
            for match in _LINE_END.finditer(text, first, min(len(text), new_end + 1))
            if match.end() <= new_end
        ]
        rest = self.starts[bisect_right(self.starts, end) :]
        moved = rest if distance == 0 else [position + distance for position in rest]
        return LineIndex(text, [*self.starts[:kept], *between, *moved])

    def _bytes(self) -> Sequence[int]:
        if self._byte_starts is None:
            data = self.text.encode()
            self._byte_starts = [0, *(match.end() for match in _LINE_END_BYTES.finditer(data))]
        return self._byte_starts


class Document:
    """One version of one text. Never changes: an edit makes another `Document`.

    `uri` is spelled as the editor spelled it; `path` is the absolute path on disk, or "" where there is none
    (`untitled:` and the like); `language` is a name of `syntax.LANGUAGES`, or "" when it is not known.
    """

    __slots__ = ("_data", "_lines", "_sha256", "language", "path", "text", "uri", "version")

    def __init__(
        self,
        uri: str,
        text: str,
        *,
        path: str = "",
        language: str = "",
        version: int | None = None,
        lines: LineIndex | None = None,
    ) -> None:
        if not text.isascii() and _LONE_SURROGATE.search(text):
            # JSON can carry half a surrogate pair, UTF-8 cannot. The replacement is one unit long in UTF-16 too.
            text = _LONE_SURROGATE.sub("\ufffd", text)
        self.uri = uri
        self.text = text
        self.path = path
        self.language = language
        self.version = version
        self._lines = lines
        self._data: bytes | None = None
        self._sha256 = ""

    @property
    def lines(self) -> LineIndex:
        if self._lines is None:
            self._lines = LineIndex(self.text)
        return self._lines

    @property
    def data(self) -> bytes:
        """The text in UTF-8, as tree-sitter reads it."""
        if self._data is None:
            self._data = self.text.encode()
        return self._data

    @property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the UTF-8 text: what results are stored under."""
        if not self._sha256:
            import hashlib

            self._sha256 = hashlib.sha256(self.data).hexdigest()
        return self._sha256

    def changed(self, change: TextChange, version: int | None = None) -> Document:
        """The next version of this document, with `change` applied."""
        (start, end), inserted = change
        if not inserted.isascii() and _LONE_SURROGATE.search(inserted):
            inserted = _LONE_SURROGATE.sub("\ufffd", inserted)
        text = f"{self.text[:start]}{inserted}{self.text[end:]}"
        return Document(
            self.uri,
            text,
            path=self.path,
            language=self.language,
            version=self.version if version is None else version,
            lines=self.lines.after(TextChange(Span(start, end), inserted), text),
        )


def shift(span: Span, change: TextChange) -> Span | None:
    """Where `span` is after `change`, or None when the change touched its text.

    Text that is inserted right at the edge of the span does not touch it.
    """
    (start, end), inserted = change
    if end <= span.start and not (start == end == span.start == span.end):
        return span.moved(len(inserted) - (end - start))
    if start >= span.end:
        return span
    return None


def apply(text: str, changes: Iterable[TextChange]) -> str:
    """The text with all changes applied; spans are of the text as it was and must not overlap.

    Raises ValueError when two changes overlap or one is outside the text.
    """
    pieces: list[str] = []
    position = 0
    for (start, end), inserted in sorted(changes, key=lambda change: change.span):
        if start < position or end < start or end > len(text):
            raise ValueError(f"change at {start}:{end} overlaps another or lies outside the text")
        pieces += text[position:start], inserted
        position = end
    pieces.append(text[position:])
    return "".join(pieces)


def difference(old: str, new: str) -> TextChange:
    """The smallest single change from one text to another."""
    shorter = min(len(old), len(new))
    start = _common(shorter, lambda count: old[:count] == new[:count])
    rest = shorter - start
    tail = _common(rest, lambda count: count == 0 or old[-count:] == new[-count:])
    return TextChange(Span(start, len(old) - tail), new[start : len(new) - tail])


def _common(most: int, equal: Callable[[int], bool]) -> int:
    """The largest count up to `most` for which `equal` still holds; comparing slices is fast where a loop is not."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if equal(middle):
            low = middle
        else:
            high = middle - 1
    return low


def _line_starts(text: str) -> list[int]:
    if "\r" in text:
        return [0, *(match.end() for match in _LINE_END.finditer(text))]
    # Several times as fast as the regular expression, and nearly all texts come this way.
    starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))
    starts.pop()
    return starts


def _units(text: str, encoding: PositionEncoding) -> int:
    if encoding is PositionEncoding.UTF8:
        return len(text.encode())
    if encoding is PositionEncoding.UTF16:
        return len(text.encode("utf-16-le")) // 2
    return len(text)


def _code_points(line: str, units: int, encoding: PositionEncoding) -> int:
    """How many whole characters of `line` fit into that many units."""
    if units <= 0:
        return 0
    if encoding is PositionEncoding.UTF8:
        return len(line.encode()[:units].decode(errors="ignore"))
    if encoding is PositionEncoding.UTF16:
        return len(line.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore"))
    return min(units, len(line))
