"""A plain, slow reference for positions: one character at a time, straight from the words of LSP 3.17."""

from __future__ import annotations

from reread.analyzers.text import PositionEncoding

UNITS = {
    PositionEncoding.UTF8: lambda character: len(character.encode()),
    PositionEncoding.UTF16: lambda character: 2 if ord(character) > 0xFFFF else 1,
    PositionEncoding.UTF32: lambda character: 1,
}


def split_lines(text: str) -> list[str]:
    """The lines with their line endings; the last one has none."""
    lines, current, offset = [], "", 0
    while offset < len(text):
        if text[offset] == "\r" and text[offset + 1 : offset + 2] == "\n":
            lines.append(current + "\r\n")
            current = ""
            offset += 2
        elif text[offset] in "\r\n":
            lines.append(current + text[offset])
            current = ""
            offset += 1
        else:
            current += text[offset]
            offset += 1
    return [*lines, current]


def position(text: str, offset: int, encoding: PositionEncoding) -> tuple[int, int]:
    start = 0
    lines = split_lines(text)
    for number, line in enumerate(lines):
        if offset < start + len(line) or number == len(lines) - 1:
            return number, sum(UNITS[encoding](character) for character in text[start:offset])
        start += len(line)
    raise AssertionError("unreachable")


def offset(text: str, line: int, column: int, encoding: PositionEncoding) -> int:
    lines = split_lines(text)
    if line >= len(lines):
        return len(text)
    start = sum(map(len, lines[:line]))
    units = 0
    for index, character in enumerate(lines[line].rstrip("\r\n") if line < len(lines) - 1 else lines[line]):
        units += UNITS[encoding](character)
        if units > column:
            return start + index
    return start + len(lines[line].rstrip("\r\n") if line < len(lines) - 1 else lines[line])
