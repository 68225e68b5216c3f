"""The range of lines that a lookup names."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from reread.analyzers.review.ask.evidence import LookupRefusedError
from reread.analyzers.text import Document
from reread.server.review.lookups import Ground


class LineRange(Struct):
    path: Annotated[str, Meta(min_length=1, max_length=1_000, description="a path as the sections have it")]
    first: Annotated[int, Meta(ge=1, description="the first line, from 1")]
    last: Annotated[int, Meta(ge=1, description="the last line")]


def file_of(ground: Ground, asked: LineRange) -> tuple[str, Document]:
    """The path below the folder, and the file; raises LookupRefusedError in the same words for what is not there and
    for what may not be shown.
    """
    path = asked.path.replace("\\", "/").removeprefix("./")
    document = ground.read(path)
    if document is None:
        raise LookupRefusedError("There is no such file that can be shown.")
    return path, document
