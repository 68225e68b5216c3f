"""Selects the files of a workspace folder to read: not ignored, excluded, huge, binary or links.

In a git repository git itself says what is ignored; elsewhere the `.gitignore` files are read here. `.rereadignore`
files work the same way in both, and so do the `exclude` settings. Used by `reread check` too, so this module imports
nothing heavy at its top.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers import data_directories, inside

if TYPE_CHECKING:
    from reread.rag.source.ignore import IgnoreFiles

_BINARY_PROBE = 8_192
_DEEPEST = 8
"""Repositories in each other."""

_NEVER = frozenset(
    {".git", ".hg", ".svn", ".jj", "node_modules", "bower_components", "__pycache__", ".tox", ".nox", ".mypy_cache"}
    | {".ruff_cache", ".pytest_cache", ".reread"}
)
"""Folders that nobody wants read, also where no ignore file says so."""


class FoundFile(NamedTuple):
    """A file to read. `path` is relative to the folder, with `/`; `size` in bytes, `modified` in nanoseconds."""

    path: str
    size: int
    modified: int


class Skipped(NamedTuple):
    """A file that is left out, with the reason in words."""

    path: str
    reason: str


class Listing(NamedTuple):
    """The files of a folder, sorted by path, and skipped files that a person may expect.

    Ignored are so many files, or folders with all that is in them; what git ignores by itself is not among them.
    """

    files: tuple[FoundFile, ...]
    skipped: tuple[Skipped, ...]
    ignored: int = 0


def walk(folder: str, *, exclude: Sequence[str] = (), max_file_size: int = 1_000_000, max_files: int = 0) -> Listing:
    """The files of a folder that are to be read. Never raises for what is in it; `max_files` of 0 means no limit."""
    from reread.rag.source.ignore import IgnoreFiles

    names = _git_files(folder)
    if names:
        rules = IgnoreFiles(folder, (".rereadignore",), exclude)
        rules.read(name for name in names if name.rpartition("/")[2] == ".rereadignore")
        ignored = {name for name in names if rules.ignores(name)}
        names = [name for name in names if name not in ignored]
    else:
        ignored = set()
        names = list(_plain_files(folder, IgnoreFiles(folder, (".gitignore", ".rereadignore"), exclude), ignored))
    own = _own_folders(folder)
    names = [name for name in names if not name.startswith(own)]
    files: list[FoundFile] = []
    skipped: list[Skipped] = []
    for name in sorted(set(names)):
        found = _look(folder, name, max_file_size)
        if isinstance(found, Skipped):
            skipped.append(found)
        elif found is not None and max_files and len(files) >= max_files:
            skipped.append(Skipped(name, f"beyond the first {max_files} files"))
        elif found is not None:
            files.append(found)
    return Listing(tuple(files), tuple(skipped), len(ignored))


def select(
    folder: str, paths: Iterable[str], *, exclude: Sequence[str] = (), max_file_size: int = 1_000_000
) -> Listing:
    """As `walk`, but of these absolute paths only; those that are gone, ignored or outside the folder are left out."""
    from reread.rag.source.ignore import IgnoreFiles, ignored_by_git

    rules = IgnoreFiles(folder, (".gitignore", ".rereadignore"), exclude)
    own = _own_folders(folder)
    names = [name for path in paths if (name := relative(folder, path)) and not _never(name)]
    names = [name for name in names if not name.startswith(own)]
    rules.read_above(names)
    names = [name for name in names if not rules.ignores(name)]
    by_git = ignored_by_git(folder, names)
    looked = [_look(folder, name, max_file_size) for name in sorted(set(names) - by_git)]
    return Listing(
        tuple(found for found in looked if isinstance(found, FoundFile)),
        tuple(found for found in looked if isinstance(found, Skipped)),
    )


def relative(folder: str, path: str) -> str:
    """The path relative to the folder, with `/`; "" when it is not inside it."""
    root = os.path.join(os.path.normpath(folder), "")
    path = os.path.normpath(path)
    if not path.startswith(root):
        real_root = os.path.join(os.path.realpath(folder), "")
        if not path.startswith(real_root):
            return ""
        root = real_root
    return path[len(root) :].replace(os.sep, "/")


def read_text(folder: str, path: str) -> str | None:
    """The text of a file in a folder; None when it is binary, cannot be read, or a link leads out of the folder."""
    try:
        return decode(inside.read(folder, path))
    except OSError:
        return None


def decode(data: bytes) -> str | None:
    """The text of a file's bytes, or None for binary data.

    UTF-8 and, by their byte order mark, UTF-16 and UTF-32; bytes that are neither are taken as Latin-1, so that one odd
    byte does not hide a file. A byte order mark is not part of the text; line endings stay as they are.
    """
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return data.decode("utf-32", errors="replace")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data[:_BINARY_PROBE]:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _own_folders(folder: str) -> tuple[str, ...]:
    """What the names of our own files in a folder begin with, where it is somebody's home or above that.

    To read them would be in vain, and to close a database that this process has open as one ends its locks (POSIX,
    fcntl): another process then cuts off the memory that both have mapped.
    """
    below = (relative(folder, each) for each in (data_directories.cache_folder(""), data_directories.state_folder()))
    return tuple(os.path.join(each, "").replace(os.sep, "/") for each in below if each)


def _never(name: str) -> bool:
    return not _NEVER.isdisjoint(name.split("/"))


def _look(folder: str, name: str, max_file_size: int) -> FoundFile | Skipped | None:
    """What there is under a name; None for what is not a plain file, such as links, which could lead anywhere."""
    try:
        status = os.lstat(os.path.join(folder, name))
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(status.st_mode) or _through_link(folder, name):
        return None
    try:
        name.encode()
    except UnicodeEncodeError:
        return Skipped(name.encode(errors="replace").decode(), "its name is not valid UTF-8")
    if status.st_size > max_file_size:
        return Skipped(name, f"larger than {max_file_size:,} bytes")
    return FoundFile(name, status.st_size, status.st_mtime_ns)


def _through_link(folder: str, name: str) -> bool:
    parent = name.rpartition("/")[0]
    while parent:
        if os.path.islink(os.path.join(folder, parent)):
            return True
        parent = parent.rpartition("/")[0]
    return False


def _plain_files(folder: str, rules: IgnoreFiles, ignored: set[str]) -> Iterator[str]:
    """Files found by looking into every folder that is not ignored; links to folders are not followed.

    What is ignored is added to `ignored`.
    """
    pending = [""]
    while pending:
        inside = pending.pop()
        try:
            entries = sorted(os.scandir(os.path.join(folder, inside)), key=lambda entry: entry.name)
        except OSError:
            continue
        rules.enter(inside)
        for entry in entries:
            name = f"{inside}/{entry.name}" if inside else entry.name
            if entry.is_dir(follow_symlinks=False):
                environment = os.path.exists(os.path.join(entry.path, "pyvenv.cfg"))
                if entry.name in _NEVER or environment:
                    continue
                (ignored.add if rules.ignores(name + "/") else pending.append)(name)
            elif rules.ignores(name):
                ignored.add(name)
            else:
                yield name


def _git_files(folder: str, depth: int = _DEEPEST) -> list[str]:
    """Tracked and untracked files that git does not ignore, those of submodules too; empty without git."""
    from reread.rag.git.repository import repository_of
    from reread.rag.git.running import GitError

    try:
        repository = repository_of(folder)
        if depth < _DEEPEST and repository.root != os.path.realpath(folder):
            return []
        output = repository.run("ls-files", "--cached", "--others", "--exclude-standard", "-z", folder=folder)
    except GitError:
        return []
    names: list[str] = []
    for name in os.fsdecode(output).split("\0"):
        path = os.path.join(folder, name)
        # A nested repository is one name, with "/" at its end when it is not a submodule.
        if name.endswith("/") or (name and os.path.isdir(path) and not os.path.islink(path)):
            if depth and os.path.exists(os.path.join(path, ".git")):
                inner = name.rstrip("/")
                names += (f"{inner}/{below}" for below in _git_files(path, depth - 1))
        elif name:
            names.append(name)
    return names
