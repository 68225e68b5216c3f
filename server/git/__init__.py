"""Changes in Git: files and lines, and their content before and after.

File names go through `os.fsdecode`, so that a name that is not UTF-8 survives; content is asked for by object id, so
that no name has to be spelled to git. Files on disk are compared here and never by git, see `rag.git`. Every function
that can fail raises `GitError`, whose text is one line for the user.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from reread.rag.git import disk, objects
from reread.rag.git.repository import repository_of
from reread.rag.git.running import GitError, GitLocation, run
from reread.server.git import changes
from reread.server.git.lines import ChangedFile, LineRange

__all__ = ["ChangedFile", "GitError", "LineRange"]


def version(folder: str) -> str:
    """The version that Git reports."""
    return run(GitLocation(folder), ["--version"]).decode(errors="replace").strip()


def programs(folder: str) -> str:
    """The folder of git's own programs, which git puts before PATH for its hooks."""
    return os.fsdecode(run(GitLocation(folder), ["--exec-path"]).strip())


def hooks_folder(root: str) -> str:
    """The folder that git takes hooks from, as a person set it or as it is by itself."""
    repository = repository_of(root)
    # The last one is what keeps hooks from running here.
    *_, named, _ = (b"", *repository.run("config", "--null", "--path", "--get-all", "core.hooksPath").split(b"\0")[:-1])
    if named:
        return os.path.normpath(os.path.join(root, os.fsdecode(named)))
    common = os.fsdecode(repository.run("rev-parse", "--git-common-dir").rstrip(b"\r\n"))
    return os.path.normpath(os.path.join(root, common, "hooks"))


def root_of(folder: str) -> str:
    """The root of the working tree that a folder belongs to, without links."""
    return repository_of(folder).root


def has_commit(root: str) -> bool:
    """False in a repository that has no commit yet."""
    return bool(objects.head(repository_of(root)))


def head(root: str) -> str:
    """The id of the last commit; "" in a repository that has none yet."""
    return objects.head(repository_of(root)) or ""


def staged(root: str) -> list[ChangedFile]:
    """The changes in the next commit: the index against HEAD, or all of the index before the first commit."""
    repository = repository_of(root)
    return changes.in_index(repository, objects.base_of(repository))


def uncommitted(root: str) -> list[ChangedFile]:
    """The differences between the disk and HEAD, staged or not, and untracked files that are not ignored."""
    repository = repository_of(root)
    return changes.on_disk(repository, objects.base_of(repository))


def since(root: str, reference: str) -> list[ChangedFile]:
    """The differences between the disk and the commit where this branch left `reference`, including untracked files."""
    return changes.on_disk(repository_of(root), merge_base(root, reference))


def merge_base(root: str, reference: str) -> str:
    """The commit where this branch left `reference`."""
    try:
        return repository_of(root).run("merge-base", "--end-of-options", reference, "HEAD").decode().strip()
    except GitError as error:
        raise GitError(f"{reference!r} is no commit that this branch shares history with") from error


def gone(root: str, base: str = "", *, in_index: bool = False, renamed: bool = False) -> list[ChangedFile]:
    """The files that are no longer there, with their content before: in the index, or on disk, compared with a commit
    or tree (by default the last commit). A file that was renamed is only among them with `renamed`.
    """
    repository = repository_of(root)
    look = changes.gone_from_index if in_index else changes.gone_from_disk
    return look(repository, base or objects.base_of(repository), renamed=renamed)


def not_staged(root: str) -> frozenset[str]:
    """The files whose content on disk differs from what is staged."""
    return frozenset(each.entry.path for each in disk.different(repository_of(root)))


def removed(root: str, *, staged: bool) -> list[tuple[str, bytes]]:
    """The files that are gone since the last commit, or under another name, with the content that they had there."""
    if not has_commit(root):
        return []
    files = gone(root, in_index=staged, renamed=True)
    return list(zip((file.path for file in files), contents(root, [file.old_object for file in files]), strict=True))


def together(root: str, paths: Sequence[str], commits: int = 200, most: int = 20) -> list[frozenset[str]]:
    """For each of the last `commits` that touched one of the files, the latest first, what all it changed. Without
    merges, and without those of more than `most` files, which say little about what belongs together.
    """
    if not paths or not has_commit(root):
        return []
    plain = ["--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-mailmap"]
    arguments = ["log", f"-n{commits}", "--no-merges", "--no-renames", "--full-diff", "--name-only", "-z", *plain]
    output = repository_of(root).run(*arguments, "--format=%x01", "--", *paths)
    found = [
        frozenset(os.fsdecode(name.strip(b"\n")) for name in part.split(b"\0") if name.strip(b"\n"))
        for part in output.split(b"\x01")
    ]
    return [names for names in found if 0 < len(names) <= most]


def branch(root: str) -> str:
    """The name of the branch that is checked out; "" for none, or where git does not say."""
    try:
        output = repository_of(root).run("symbolic-ref", "--quiet", "--short", "HEAD")
    except GitError:
        return ""
    return os.fsdecode(output.strip())


def subjects(root: str, base: str, most: int = 50) -> list[str]:
    """The first lines of the messages of the commits since a commit, newest first, without merges."""
    arguments = ["log", f"-n{most}", "--no-merges", "--no-show-signature", "--no-mailmap", "--format=%s"]
    output = repository_of(root).run(*arguments, "--end-of-options", f"{base}..HEAD")
    return output.decode(errors="replace").splitlines()


def default_base(root: str) -> str | None:
    """The branch that changes of this repository usually go to: that of the remote, or where it does not say, the local
    main or master that is not checked out itself; None without any.
    """
    current = _branch_of(root, "HEAD")
    local = (name for name in ("main", "master") if name != current and commit(root, f"refs/heads/{name}"))
    return _branch_of(root, "refs/remotes/origin/HEAD") or next(local, None)


def _branch_of(root: str, reference: str) -> str:
    """The branch that a reference stands for; "" if it stands for none."""
    try:
        return os.fsdecode(repository_of(root).run("symbolic-ref", "--quiet", "--short", reference).strip())
    except GitError:
        return ""


def contents(root: str, wanted: Iterable[str]) -> Iterator[bytes]:
    """The content of each object id, in order, from one git process."""
    ids = list(wanted)
    return objects.contents(repository_of(root), ids) if ids else iter(())


def at_head(path: str) -> bytes | None:
    """The content of a file of the last commit; None if it has no such file."""
    folder = os.path.realpath(os.path.dirname(path))
    return _content(folder, "HEAD:", os.path.join(folder, os.path.basename(path)))


def in_index(path: str) -> bytes | None:
    """The content of a file in the index; None if it has no such file."""
    folder = os.path.realpath(os.path.dirname(path))
    return _content(folder, ":0:", os.path.join(folder, os.path.basename(path)))


_WRITTEN_ELSEWHERE = {"linguist-generated": "generated code", "linguist-vendored": "copied code"}


def written_elsewhere(folder: str, names: Sequence[str]) -> dict[str, str]:
    """What `.gitattributes` says of files (relative to the folder) about who wrote them.

    "generated code", "copied code", or "" for a file that is said to be neither; nothing for others.
    """
    if not names:
        return {}
    data = b"".join(os.fsencode(name) + b"\0" for name in names)
    repository = repository_of(folder)
    output = repository.run("check-attr", "-z", "--stdin", *_WRITTEN_ELSEWHERE, data=data, folder=folder)
    fields = output.split(b"\0")
    found: dict[str, str] = {}
    for name, attribute, value in zip(fields[::3], fields[1::3], fields[2::3], strict=False):
        path = os.fsdecode(name)
        if value in (b"set", b"true"):
            found[path] = _WRITTEN_ELSEWHERE[os.fsdecode(attribute)]
        elif value in (b"unset", b"false"):
            found.setdefault(path, "")
    return found


def remote(folder: str, name: str = "origin") -> str:
    """The address of a remote, as the configuration has it; "" where there is none."""
    return _decoded(repository_of(folder).run("config", "--get", f"remote.{name}.url", accept=(0, 1)))


def commit(folder: str, name: str = "HEAD") -> str:
    """The id of the commit that a name means; "" where there is none."""
    return objects.commit(repository_of(folder), name)


def file_at(folder: str, commit: str, path: str) -> bytes | None:
    """The content of a file (`path` from the root, with `/`) in a commit; None if it has no such file."""
    try:
        return repository_of(folder).run("cat-file", "blob", f"{commit}:{path}")
    except GitError:
        return None


def user_name(folder: str) -> str:
    """The name that git commits with in a folder; "" where it knows none."""
    try:
        place = repository_of(folder)
    except GitError:
        return _decoded(run(GitLocation(folder), ["config", "user.name"], accept=(0, 1)))
    return _decoded(place.run("config", "user.name", accept=(0, 1)))


def user_email(folder: str) -> str:
    """The address that git commits with in a folder; "" where it knows none."""
    return _decoded(repository_of(folder).run("config", "user.email", accept=(0, 1)))


def _decoded(output: bytes) -> str:
    return output.decode(errors="replace").strip()


def _content(folder: str, prefix: str, real: str) -> bytes | None:
    repository = repository_of(folder)
    name = os.path.relpath(real, repository.root).replace(os.sep, "/")
    try:
        return repository.run("cat-file", "blob", prefix + name)
    except GitError:
        return None
