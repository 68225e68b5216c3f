"""Finds tracked files that differ on disk from the index, without a Git command that reads them.

Git would run the filters that attributes and configuration name. So Git lists the data in its index about each file,
including times and sizes, and only files that look different are read here and compared with their objects.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reread.analyzers import inside
from reread.rag.git import content
from reread.rag.git.objects import blob_id, contents
from reread.rag.git.repository import Repository

LARGEST = 20_000_000
"""Bytes of a file that is compared by its content; a larger one that looks different counts as changed."""
_SECOND, _WORD = 1_000_000_000, 0xFFFFFFFF
_LINK, _SUBMODULE = b"120000", b"160000"
_ANNOUNCED, _LEFT_OUT, _ASSUMED_SAME = 0x20000000, 0x40000000, 0x8000
"""Flags of an entry: `git add --intent-to-add`, outside of a sparse check-out, `--assume-unchanged`."""

_ENTRY = re.compile(
    rb"(\d{6}) ([0-9a-f]+) (\d)\t([^\0]*)\0"
    rb"  ctime: (\d+):(\d+)\n  mtime: (\d+):(\d+)\n  dev: \d+\tino: (\d+)\n"
    rb"  uid: \d+\tgid: \d+\n  size: (\d+)\tflags: ([0-9a-f]+)\n"
)
_SHORT_ENTRY = re.compile(rb"(\d{6}) ([0-9a-f]+) (\d)\t([^\0]*)\0")


class DiskEntry(NamedTuple):
    """A file of the index: its name, mode and object. One that is `announced` has no content there yet."""

    name: bytes
    mode: bytes
    object_id: str
    announced: bool = False

    @property
    def path(self) -> str:
        return os.fsdecode(self.name)

    @property
    def is_file(self) -> bool:
        """False for a link."""
        return self.mode != _LINK


class Different(NamedTuple):
    """A file whose content on disk differs from the index.

    `data` is its content; None if it is gone, or larger than `LARGEST`, or no file any more: `state` tells which.
    """

    entry: DiskEntry
    state: str
    data: bytes | None = None
    form: content.Form = content.PLAIN


FILE, GONE, OTHER, LARGE = "file", "gone", "other", "large"


def different(repository: Repository) -> list[Different]:
    """The tracked files that differ on disk from the index, without those in conflict. Raises GitError."""
    suspects = list(_suspects(repository))
    if not suspects:
        return []
    forms = content.forms(repository, (entry.name for entry in suspects))
    looked = (_looked_at(repository.root, entry, forms.get(entry.name, content.PLAIN)) for entry in suspects)
    return _compared_with_objects(repository, [found for found in looked if found is not None])


def _suspects(repository: Repository) -> Iterator[DiskEntry]:
    """The files whose times and sizes are not those that the index remembers."""
    output = repository.run("ls-files", "--stage", "--debug", "-z")
    root = os.path.join(os.fsencode(repository.root), b"")
    written = _written(repository)
    found, position = [], 0
    for match in _ENTRY.finditer(output):
        if match.start() != position:
            break
        position = match.end()
        mode, object_id, stage, name, *known, flags = match.groups()
        flag = int(flags, 16) if flags != b"0" else 0
        if stage != b"0" or mode == _SUBMODULE or flag & (_LEFT_OUT | _ASSUMED_SAME):
            continue
        if not _is_as_known(root + name, known, written):
            found.append(DiskEntry(name, mode, object_id.decode(), bool(flag & _ANNOUNCED)))
    if position == len(output):
        yield from found
        return
    # Another version of git may word this otherwise. Then every file is read.
    for mode, object_id, stage, name in _SHORT_ENTRY.findall(repository.run("ls-files", "--stage", "-z")):
        if stage == b"0" and mode != _SUBMODULE:
            yield DiskEntry(name, mode, object_id.decode())


def _written(repository: Repository) -> int:
    """When the index was written, in nanoseconds: a file of that time or later may have changed unseen."""
    try:
        return os.stat(repository.index_file or os.path.join(repository.directory, "index")).st_mtime_ns
    except OSError:
        return 0


def _is_as_known(path: bytes, known: Sequence[bytes], written: int) -> bool:
    """Whether a file has the times, number and size that the index remembers; what is 0 there is not remembered."""
    try:
        status = os.lstat(path)
    except (OSError, ValueError):
        return False
    created, created_rest, modified, modified_rest, inode, size = map(int, known)
    if status.st_mtime_ns != modified * _SECOND + modified_rest and (modified_rest or status.st_mtime // 1 != modified):
        return False
    if status.st_mtime_ns >= written or status.st_size & _WORD != size:
        return False
    if os.name == "nt":
        return True
    if status.st_ctime_ns != created * _SECOND + created_rest and created and created_rest:
        return False
    return status.st_ino & _WORD == inode or not inode


def _looked_at(root: str, entry: DiskEntry, form: content.Form) -> Different | None:
    """What is on disk in place of a file of the index; None if it is the same content."""
    path = os.path.join(root, entry.path)
    try:
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            same = entry.mode == _LINK and blob_id(os.fsencode(os.readlink(path)), entry.object_id) == entry.object_id
            return None if same else Different(entry, OTHER)
        if stat.S_ISDIR(status.st_mode):
            return Different(entry, GONE)
        if status.st_size > LARGEST:
            return Different(entry, LARGE, form=form)
        data = inside.read(root, path, LARGEST)
    except (inside.NotAFileError, PermissionError):
        return Different(entry, OTHER)
    except (OSError, ValueError):
        # Also where a folder above it is a link that leads elsewhere: for git, too, there is no file then.
        return Different(entry, GONE)
    same = not entry.announced and content.is_same(data, entry.object_id, form)
    return None if same else Different(entry, FILE, data, form)


def _compared_with_objects(repository: Repository, found: Sequence[Different]) -> list[Different]:
    """Without those that differ in their line endings alone, or are what a pointer of git-lfs in the index names."""
    asked = [each for each in found if each.data is not None and not each.entry.announced and _is_worth_reading(each)]
    kept = contents(repository, (each.entry.object_id for each in asked))
    same = {each.entry.name for each, before in zip(asked, kept, strict=True) if _is_same_in_effect(each, before)}
    return [each for each in found if each.entry.name not in same]


def _is_same_in_effect(each: Different, before: bytes) -> bool:
    data = each.data or b""
    if each.form.filtered and content.is_pointed_at(data, before):
        return True
    return b"\r\n" in before and content.normalised(data, each.form) == content.normalised(before)


def _is_worth_reading(each: Different) -> bool:
    return each.form.filtered or b"\0" not in (each.data or b"")[:8_000]
