"""Whether a file on disk has the content of an object, although Git may have written it in another form.

The two can differ by line endings, encodings, `$Id$` and filters. The first three are undone here; a filter is never
run: for a file with one, this module only finds out whether it is the file that a git-lfs pointer names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reread.rag.git.objects import blob_id
from reread.rag.git.repository import Repository

_ATTRIBUTES = ("filter", "ident", "working-tree-encoding")
_NONE = frozenset({b"unspecified", b"unset", b""})
_ID = re.compile(rb"\$Id:[^$\n]*\$")
_POINTER = re.compile(rb"version https://git-lfs\.github\.com/spec/v1\n(?:[^\n]*\n)*?oid sha256:([0-9a-f]{64})\n")
_LONGEST_POINTER = 1_024


class Form(NamedTuple):
    """The Git attributes of a file: whether it has a filter or `$Id$`, and its encoding on disk or ""."""

    filtered: bool = False
    ident: bool = False
    encoding: str = ""


PLAIN = Form()


def forms(repository: Repository, names: Iterable[bytes]) -> Mapping[bytes, Form]:
    """The forms of files by their names, without those that have none. Raises GitError."""
    data = b"".join(name + b"\0" for name in names)
    if not data:
        return {}
    fields = repository.run("check-attr", "-z", "--stdin", *_ATTRIBUTES, data=data).split(b"\0")
    said: dict[bytes, dict[bytes, bytes]] = {}
    for name, attribute, value in zip(fields[::3], fields[1::3], fields[2::3], strict=False):
        if value not in _NONE:
            said.setdefault(name, {})[attribute] = value
    return {
        name: Form(
            filtered=b"filter" in values,
            ident=b"ident" in values,
            encoding=values.get(b"working-tree-encoding", b"").decode("ascii", "replace"),
        )
        for name, values in said.items()
    }


def normalised(data: bytes, form: Form = PLAIN) -> bytes:
    """A content as git would most likely keep it: with `\\n`, in UTF-8 and without what is in `$Id$`."""
    if form.encoding:
        try:
            data = data.decode(form.encoding).encode()
        except (LookupError, UnicodeError):
            return data
    if form.ident:
        data = _ID.sub(b"$Id$", data)
    return data.replace(b"\r\n", b"\n")


def is_same(data: bytes, object_id: str, form: Form = PLAIN) -> bool:
    """Whether what is on disk would be the object; one whose own lines end in `\\r\\n` is only known as it is."""
    if blob_id(data, object_id) == object_id:
        return True
    plain = normalised(data, form)
    return plain != data and blob_id(plain, object_id) == object_id


def is_pointed_at(data: bytes, pointer: bytes) -> bool:
    """Whether a content of an object is a pointer of git-lfs to what is on disk."""
    from hashlib import sha256

    match = _POINTER.match(pointer) if len(pointer) <= _LONGEST_POINTER else None
    return match is not None and match[1].decode() == sha256(data).hexdigest()
