"""Masks IPython syntax in a cell without moving anything: magics, shell commands, help requests.

Each becomes a comment of the same length, or a value or statement where one is required.
"""

from __future__ import annotations

import re

_PYTHON_INSIDE = frozenset({"capture", "debug", "prun", "py", "python", "python3", "time", "timeit"})
"""Cell magics whose cell is Python."""

_DEFINING = re.compile(r"^\s*(?:%(?:pylab|run|load|loadpy|rerun|store|cd|env|sql)\b|%%\w+ +\S)", re.MULTILINE)

_CELL = re.compile(r"\s*%%(\w+)")
_LINE = re.compile(r"(?P<indent>[ \t]*)(?:%[A-Za-z_]|!|\?{1,2}[A-Za-z_]|[A-Za-z_][\w.]*\?{1,2}[ \t]*$)")
_VALUE = re.compile(r"(?P<before>[ \t]*[A-Za-z_][\w., \t\[\]\"']*=[ \t]*)(?:![^=]|%[A-Za-z_]).*")
_OPENING, _CLOSING = re.compile(r"[(\[{]"), re.compile(r"[)\]}]")
_NOT_CODE = re.compile(r"'''.*?'''|\"\"\".*?\"\"\"|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|#.*")


def is_foreign(text: str) -> bool:
    """Whether a cell is in another language: it begins with a cell magic that does not run Python."""
    match = _CELL.match(text)
    return match is not None and match[1] not in _PYTHON_INSIDE


def defines_unseen(text: str) -> bool:
    """Whether magics of a cell may define names: they run or load code, or keep what they print in a variable."""
    return "%" in text and _DEFINING.search(text) is not None


def as_python(text: str) -> str:
    """The cell as Python, with every character where it was; of a foreign cell only comments are left."""
    if "%" not in text and "!" not in text and "?" not in text:
        return text
    lines = re.split(r"(\r\n|\n|\r)", text)
    cell = _CELL.match(text)
    if cell is not None and is_foreign(text):
        lines[::2] = [f"#{line[1:]}" if line.strip() else line for line in lines[::2]]
        return "".join(lines)
    depth = 0
    for number in range(0, len(lines), 2):
        line = lines[number]
        if depth <= 0:
            lines[number] = _without_magic(line)
        code = _NOT_CODE.sub("", lines[number])
        depth += len(_OPENING.findall(code)) - len(_CLOSING.findall(code))
    return "".join(lines)


def _without_magic(line: str) -> str:
    match = _CELL.match(line) or _LINE.match(line)
    if match is not None:
        indent = len(line) - len(line.lstrip())
        # A block needs a statement; on the outermost level a comment is enough.
        instead = "0#" if indent else "#"
        return (line[:indent] + instead + line[indent + len(instead) :])[: len(line)]
    value = _VALUE.match(line)
    if value is None:
        return line
    length = len(line) - value.end("before")
    return value["before"] + ("None" if length >= 4 else "0").ljust(length)
