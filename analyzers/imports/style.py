"""What every language of this folder fills in (`Style`), and what they share: lists of names, lines, sections."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from reread.analyzers.findings import Need
from reread.analyzers.syntax import Node, Query, SyntaxTree, query


class Imported(NamedTuple):
    """A name that a file imports, with the path that it stands for, as `Need` has them; `*` for all names of a path.

    `statement` is what brings it in, `item` its part of a list in there, None if it is not in one. The name is
    known from `start` to `end` (bytes).
    """

    name: str
    path: str
    statement: Node
    item: Node | None
    start: int
    end: int


class Style(NamedTuple):
    """How a language imports.

    `read` takes an import as rules write it, None when it is none. `imported` is what a file imports. `may_go` tells
    whether an import can be taken out without any effect but that the name is gone, given that nothing in the file
    uses it. `joins` gives, for a need, an import whose list can take one more item, and the text of that. `place` is
    where a new import goes (bytes), with the text of its whole lines; None if no place is certain. With `qualifies`
    the path of a need can be in code for its name.
    """

    read: Callable[[str], Need | None]
    imported: Callable[[SyntaxTree], list[Imported]]
    may_go: Callable[[Imported, SyntaxTree], bool]
    joins: Callable[[Need, Sequence[Imported], SyntaxTree], tuple[Imported, str] | None]
    place: Callable[[Need, Sequence[Imported], SyntaxTree], tuple[int, str] | None]
    qualifies: bool = False


def never_joins(need: Need, found: Sequence[Imported], tree: SyntaxTree) -> None:
    """`Style.joins` of a language in which each import stands by itself."""


@cache
def imports_query(language: str, source: str) -> Query:
    """The compiled query of a language for its imports; compiling takes milliseconds."""
    return query(language, source)


def line_ending(data: bytes) -> str:
    return "\r\n" if b"\r\n" in data else "\n"


def before(node: Node, data: bytes) -> int:
    """Where the line begins that a node is on."""
    return data.rfind(b"\n", 0, node.start_byte) + 1


def after(node: Node, data: bytes) -> int | None:
    """Where the line after a node begins; None if there is none, or something else is behind the node."""
    following = data.find(b"\n", node.end_byte)
    if following < 0:
        return None
    rest = data[node.end_byte : following].strip(b" \t\r;")
    return following + 1 if not rest or rest.startswith((b"#", b"//")) else None


def stands_alone(node: Node, data: bytes) -> bool:
    """Whether nothing but a node is on its lines."""
    return not data[before(node, data) : node.start_byte].strip() and not _rest(node, data).strip(b" \t\r;")


def _rest(node: Node, data: bytes) -> bytes:
    following = data.find(b"\n", node.end_byte)
    return data[node.end_byte : len(data) if following < 0 else following]


def head_of(data: bytes, marks: tuple[bytes, ...], comments: tuple[bytes, ...]) -> int:
    """Where code may begin in a file: after lines that begin with `marks`, and after comments with a blank line below.

    Comments right above code belong to it.
    """
    place = 0
    position = 0
    for line in data.split(b"\n"):
        text = line.strip()
        if text.startswith(marks) or (not text and position):
            place = position + len(line) + 1
        elif not text.startswith(comments):
            break
        position += len(line) + 1
    return min(place, len(data))


def sorted_place(nodes: Sequence[Node], keys: Sequence[object], key: object, data: bytes) -> tuple[int, bool] | None:
    """Where a line with a key goes among those of some nodes (in order): before the first that is greater, else after
    the last. The second value tells whether it is the last. None if a line holds something else too.
    """
    for node, other in zip(nodes, keys, strict=True):
        if other > key:  # type: ignore[operator]
            return before(node, data), False
    place = after(nodes[-1], data)
    return None if place is None else (place, True)


def scope_of(node: Node, kinds: frozenset[str]) -> tuple[int, int]:
    """The range (bytes) in which a name is known that a node brings in: the innermost node of the kinds around it."""
    around = node.parent
    while around is not None and around.type not in kinds and around.parent is not None:
        around = around.parent
    return (0, 2**62) if around is None or around.parent is None else (node.end_byte, around.end_byte)


def relisted(items: Sequence[Node], kept: Sequence[str], data: bytes) -> tuple[int, int, str] | None:
    """The edit (bytes) that makes a list hold the texts; None for a list with comments in it.

    Between items stands what stood there; a list on one line has a comma and a blank.
    """
    start, end = items[0].start_byte, items[-1].end_byte
    gaps = [data[one.end_byte : other.start_byte] for one, other in pairwise(items)]
    if any(gap.translate(None, b" \t\r\n,") for gap in gaps):
        return None
    separator = gaps[0].decode() if gaps else _first_gap(items[0], data)
    return start, end, separator.join(kept)


def _first_gap(item: Node, data: bytes) -> str:
    """What would be between the one item of a list and a second one."""
    line = data[before(item, data) : item.start_byte]
    alone = not line.strip() and bool(line)
    return f",{line_ending(data)}{line.decode()}" if alone else ", "
