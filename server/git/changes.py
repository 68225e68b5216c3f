"""Combines the changes in the index and on disk: the files of a change with their lines."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reread.rag.git import content, disk
from reread.rag.git.disk import Different
from reread.rag.git.objects import contents
from reread.rag.git.repository import Repository
from reread.rag.git.staged import Staged, staged
from reread.server.git.lines import ChangedFile, changed_lines


class _Pair(NamedTuple):
    """A file before and after: the object before ("": none that can be compared), and the object or content after."""

    file: ChangedFile
    new_object: str = ""
    data: bytes | None = None


def in_index(repository: Repository, base: str) -> list[ChangedFile]:
    """The files that the index changes against a commit or tree, those in conflict too. Raises GitError."""
    pairs = [_in_index(each) for each in staged(repository, base) if each.status != "D" and each.is_file]
    return _with_lines(repository, pairs)


def on_disk(repository: Repository, base: str) -> list[ChangedFile]:
    """The files that differ on disk from a commit or tree, and those that git neither knows nor ignores. Their
    `new_object` is "". Raises GitError."""
    differing = {each.entry.path: each for each in disk.different(repository)}
    pairs: list[_Pair] = []
    for each in staged(repository, base):
        on_top = differing.pop(each.path, None)
        if each.status == "D":
            continue
        pairs += _on_disk(each, on_top) if on_top is not None else _as_staged(each)
    pairs += (pair for each in differing.values() for pair in _only_on_disk(each))
    found = _with_lines(repository, pairs)
    return sorted(file._replace(new_object="") for file in found) + list(_untracked(repository))


def gone_from_index(repository: Repository, base: str, *, renamed: bool) -> list[ChangedFile]:
    """The files of a commit or tree that are not in the index, with `renamed` those that were renamed too."""
    return list(_deleted(staged(repository, base, renames=not renamed)))


def gone_from_disk(repository: Repository, base: str, *, renamed: bool) -> list[ChangedFile]:
    """The files of a commit or tree that are no longer tracked or not on disk, with `renamed` those that were renamed
    too."""
    entries = staged(repository, base, renames=not renamed)
    missing = {each.entry.path: each.entry for each in disk.different(repository) if each.state == disk.GONE}
    found = list(_deleted(entries))
    both = [each for each in entries if missing.pop(each.path, None) is not None]
    found += (
        ChangedFile(each.old_path or each.path, (), each.old_object)
        for each in both
        if each.status in "MRT" and each.was_file
    )
    found += (
        ChangedFile(path, (), entry.object_id)
        for path, entry in missing.items()
        if not entry.announced and entry.is_file
    )
    return sorted(found)


def _deleted(entries: Iterable[Staged]) -> Iterator[ChangedFile]:
    return (ChangedFile(each.path, (), each.old_object) for each in entries if each.status == "D" and each.was_file)


def _in_index(each: Staged) -> _Pair:
    """A file as it is staged. What was a link or a submodule before is new as a whole."""
    known = each.old_object if each.was_file else ""
    file = ChangedFile(
        path=each.path,
        lines=() if known or each.status == "U" else None,
        old_object=known,
        new_object=each.new_object,
        old_path=each.old_path,
        conflict=each.status == "U",
    )
    return _Pair(file, each.new_object)


def _as_staged(each: Staged) -> Iterator[_Pair]:
    if each.is_file:
        yield _in_index(each)


def _on_disk(each: Staged, found: Different) -> Iterator[_Pair]:
    """A file that is neither what it was nor what is staged."""
    pair = _in_index(each._replace(new_object="")) if each.status != "U" else _in_index(each)
    if found.state in (disk.GONE, disk.OTHER):
        return
    if found.data is None or found.form.filtered:
        yield _Pair(pair.file._replace(lines=None))
    elif not (pair.file.old_object and content.is_same(found.data, pair.file.old_object, found.form)):
        yield pair._replace(data=content.normalised(found.data, found.form))
    elif each.old_path:
        yield _Pair(pair.file._replace(lines=()))


def _only_on_disk(found: Different) -> Iterator[_Pair]:
    """A file that is staged as it was, and something else on disk."""
    entry = found.entry
    if found.state in (disk.GONE, disk.OTHER):
        return
    if entry.announced or not entry.is_file or found.form.filtered:
        yield _Pair(ChangedFile(entry.path, None))
    elif found.data is None:
        yield _Pair(ChangedFile(entry.path, None, entry.object_id))
    else:
        yield _Pair(ChangedFile(entry.path, (), entry.object_id), data=content.normalised(found.data, found.form))


def _with_lines(repository: Repository, pairs: Iterable[_Pair]) -> list[ChangedFile]:
    """The files with the lines of those that have a content before and another one after."""
    pairs = list(pairs)
    compared = [pair for pair in pairs if pair.file.lines is not None and _differs(pair)]
    wanted = list(dict.fromkeys(name for pair in compared for name in (pair.file.old_object, pair.new_object) if name))
    known: Mapping[str, bytes] = dict(zip(wanted, contents(repository, wanted), strict=True))
    files = []
    for pair in pairs:
        file = pair.file
        if file.lines is not None and _differs(pair):
            new = pair.data if pair.data is not None else known[pair.new_object]
            file = file._replace(lines=changed_lines(known[file.old_object], new))
        files.append(file)
    return files


def _differs(pair: _Pair) -> bool:
    file = pair.file
    there = pair.data is not None or (bool(pair.new_object) and pair.new_object != file.old_object)
    return bool(file.old_object) and there and not file.conflict


def _untracked(repository: Repository) -> Iterator[ChangedFile]:
    """The files that git neither knows nor ignores; no links, which could lead anywhere, and no other repositories."""
    output = repository.run("ls-files", "--others", "--exclude-standard", "-z")
    for name in output.split(b"\0"):
        path = os.path.join(repository.root, os.fsdecode(name))
        if name and not name.endswith(b"/") and not os.path.islink(path) and os.path.isfile(path):
            yield ChangedFile(os.fsdecode(name), None)
