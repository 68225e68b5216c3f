"""Writes cases in the format of a file per case, with both versions of each changed file in one text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

import yaml

from reread.analyzers import owned_files, syntax
from reread.analyzers.text import Document
from reread.server.evaluation.making.case_folder import MakingError
from reread.server.evaluation.readers.files import case_in
from reread.server.evaluation.values import DatasetError

_MOST_PLACES = 8
_MOST_LINES_AROUND = 6
"""Lines that a quote may take in so that it occurs only once."""


class Versions(NamedTuple):
    """The files of code that a change touches, by path, before and after it, and the files beside them."""

    before: Mapping[str, str]
    after: Mapping[str, str]
    beside: Mapping[str, str]


class Flaw(NamedTuple):
    """What is wrong after a change: everywhere where it changed something."""

    kind: str
    why: str


def write(path: str, change: Versions, said: Flaw | str) -> bool:
    """Write the case of a change that brings a flaw, or of a clean one with why it is right; False if that cannot be.

    A case says nothing of where it comes from in its `intent`, which reviews see. Raises MakingError.
    """
    values = _values(change, said)
    text = yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)
    try:
        case = case_in(path, "", yaml.safe_load(text))
    except (DatasetError, yaml.YAMLError):
        return False
    # What the format cannot hold, such as a quote that occurs twice or a line end of another system, is left out.
    if (case.before, case.after) != ({**change.beside, **change.before}, {**change.beside, **change.after}):
        return False
    try:
        owned_files.write(path, [text.encode()])
    except OSError as error:
        raise MakingError(owned_files.unwritten(path, error)) from error
    return True


def _values(change: Versions, said: Flaw | str) -> dict[str, Any]:
    paths = sorted(change.after)
    values: dict[str, Any] = {
        "language": syntax.language_of(paths[0]),
        "intent": f"Change {' and '.join(paths)}",
        "files": {path: _marked(change.before[path], change.after[path]) for path in paths},
    }
    if change.beside:
        values["beside"] = dict(sorted(change.beside.items()))
    if isinstance(said, str):
        return {**values, "clean": said}
    quotes = [
        {"path": path, "line": quote}
        for path in paths
        for quote in _quotes(path, change.before[path], change.after[path])
    ]
    defect: dict[str, Any] = {**(quotes[0] if quotes else {}), "class": said.kind, "why": said.why}
    if quotes[1:]:
        defect["also"] = quotes[1:_MOST_PLACES]
    return {**values, "defects": [defect]}


def _marked(before: str, after: str) -> str:
    """Both versions in one text: each line with `-`, `+` or a blank; an empty line of both stays empty."""
    old, new = before.splitlines(), after.splitlines()
    marked: list[str] = []
    for tag, first, last, start, end in _opcodes(before, after):
        if tag == "equal":
            marked += (f" {line}" if line else "" for line in old[first:last])
        else:
            marked += (f"-{line}" for line in old[first:last])
            marked += (f"+{line}" for line in new[start:end])
    return "".join(f"{line}\n" for line in marked)


def _quotes(path: str, before: str, after: str) -> Iterator[str]:
    """The lines of each place where code was changed, and not only imports or comments; where lines are gone, those
    around them.
    """
    lines = [line.strip() for line in after.splitlines()]
    old_code, new_code = _lines_of_code(path, before), _lines_of_code(path, after)
    for tag, first, last, start, end in _opcodes(before, after):
        if tag != "equal" and not (old_code.isdisjoint(range(first, last)) and new_code.isdisjoint(range(start, end))):
            quote = _unique(lines, *((start, end) if start < end else _around(lines, start)))
            if quote:
                yield quote


def _around(lines: Sequence[str], gap: int) -> tuple[int, int]:
    """From the last line in front of a place where lines are gone to the first one after it, but for empty ones."""
    start, end = gap - 1, gap + 1
    while start > 0 and not lines[start]:
        start -= 1
    while end < len(lines) and not lines[end - 1]:
        end += 1
    return start, end


def _lines_of_code(path: str, text: str) -> set[int]:
    """The lines, from 0, with anything but imports and comments."""
    tree = syntax.parse(Document("", text, path=path, language=syntax.language_of(path)))
    if tree is None:
        return set(range(text.count("\n")))
    found: set[int] = set()
    stack = [tree.root]
    while stack:
        node = stack.pop()
        if node.type in tree.language.imports or node.type in tree.language.comments:
            continue
        if not node.child_count and node.text:
            found.update(range(node.start_point.row, node.end_point.row + 1))
        stack.extend(node.children)
    return found


def _unique(lines: Sequence[str], start: int, end: int) -> str:
    """Lines from `start` to `end`, with as many around them as it takes to occur once; "" if that is too many."""
    start, end = max(0, start), min(len(lines), end)
    for step in range(_MOST_LINES_AROUND + 1):
        part = lines[start:end]
        # Empty lines at the ends of a quote do not count.
        if part and part[0] and part[-1] and _count(lines, part) == 1:
            return "\n".join(part)
        if part and not part[-1] and end - start > 1:
            end -= 1
        elif part and not part[0] and end - start > 1:
            start += 1
        elif step % 2:
            start = max(0, start - 1)
        else:
            end = min(len(lines), end + 1)
    return ""


def _count(lines: Sequence[str], part: Sequence[str]) -> int:
    return sum(lines[at : at + len(part)] == part for at in range(len(lines) - len(part) + 1))


def _opcodes(before: str, after: str) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False).get_opcodes()


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as such."""


def _text(dumper: _Dumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)
