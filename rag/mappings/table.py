"""How a file maps the names in imports: the type that every format fills in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple


class Format(NamedTuple):
    """`file` is a pattern of names, `languages` those whose imports it is about.

    `read` gives pairs of what an import writes and the path, from the folder of the file, that it means; both may end
    with `*` for the rest. Several paths of one name may each be meant. A file is about imports below its folder, with
    `everywhere` about all. With `closed` what it says nothing about is not in the workspace.
    """

    file: str
    languages: frozenset[str]
    read: Callable[[str], Iterable[tuple[str, str]]]
    everywhere: bool = False
    closed: bool = False
    separator: str = "/"
