"""What git knows about a change: which files, which lines, and their content as it was and as it will be.

Git runs as a process without a shell. File names go through `os.fsdecode`, so that a name that is not UTF-8 survives;
content is asked for by object id, so that no name has to be spelled to git. Every function that can fail raises
`GitError`, whose text is one line for the user.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_HUNK = re.compile(rb"@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
_NO_OBJECT = re.compile("^0+$")
_SUBMODULE, _LINK = "160000", "120000"
_DIFF = ("diff", "--no-ext-diff", "--no-textconv", "--no-color", "--find-renames", "--full-index")


class GitError(Exception):
    """Git is missing, this is no repository, or git said no. The text is one line."""


class LineRange(NamedTuple):
    """Lines `start` to `end`, from 0, half-open."""

    start: int
    end: int


class ChangedFile(NamedTuple):
    """One file of a change. Paths are relative to the root, with `/`.

    `lines` are the changed or added lines of the new content; None means all of them (a new file). `old_object` and
    `new_object` are ids of the content before and after; "" means that there is none, or, for `new_object`, that the
    content is the file on disk. `conflict` marks a file that is in the middle of a merge.
    """

    path: str
    lines: tuple[LineRange, ...] | None
    old_object: str = ""
    new_object: str = ""
    old_path: str = ""
    conflict: bool = False

    def touches(self, first: int, last: int) -> bool:
        """True when one of the lines `first` to `last`, both included, changed."""
        return self.lines is None or any(start <= last and first < end for start, end in self.lines)


def run(arguments: Sequence[str], folder: str, *, data: bytes | None = None) -> bytes:
    """The output of `git ARGUMENTS` in a folder."""
    import subprocess

    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    command = ["git", "-c", "core.quotePath=true", "-c", "core.fsmonitor=false", *arguments]
    try:
        done = subprocess.run(command, cwd=folder, input=data, capture_output=True, env=environment, check=False)
    except FileNotFoundError as error:
        missing = "git is not installed" if os.path.isdir(folder) else f"{folder}: no such folder"
        raise GitError(missing) from error
    except OSError as error:
        raise GitError(f"git cannot be started: {error}") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise GitError(said[0].removeprefix("fatal: ") if said else f"git {arguments[0]} ended with {done.returncode}")
    return done.stdout


def root_of(folder: str) -> str:
    """The root of the working tree that a folder belongs to."""
    try:
        output = run(["rev-parse", "--show-toplevel"], folder)
    except GitError as error:
        if "not a git repository" in str(error):
            raise GitError(f"{folder} is not in a git repository") from error
        raise
    return os.fsdecode(output.rstrip(b"\r\n"))


def has_commit(root: str) -> bool:
    """False in a repository that has no commit yet."""
    try:
        run(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], root)
    except GitError:
        return False
    return True


def staged(root: str) -> list[ChangedFile]:
    """What the next commit changes: the index against HEAD, or all of the index before the first commit."""
    return _changed(root, ["--cached"])


def uncommitted(root: str) -> list[ChangedFile]:
    """What differs on disk from HEAD, staged or not, and the files that git does not know and does not ignore."""
    return _on_disk(root, "HEAD" if has_commit(root) else _empty_tree(root))


def since(root: str, reference: str) -> list[ChangedFile]:
    """What differs on disk from the commit where this branch left `reference`; with the files unknown to git."""
    return _on_disk(root, merge_base(root, reference))


def merge_base(root: str, reference: str) -> str:
    """The commit where this branch left `reference`."""
    try:
        return run(["merge-base", "--end-of-options", reference, "HEAD"], root).decode().strip()
    except GitError as error:
        raise GitError(f"{reference!r} is no commit that this branch shares history with") from error


def gone(root: str, *scope: str, renamed: bool = False) -> list[ChangedFile]:
    """The files that are no longer there, with their content before: in the index (`--cached`), or on disk compared
    with a commit or tree (by default the last commit). A file that was renamed is only among them with `renamed`.
    """
    base = scope or ("HEAD" if has_commit(root) else _empty_tree(root),)
    names = ["--no-renames"] if renamed else []
    raw = run([*_DIFF, *names, "--raw", "-z", "--diff-filter=D", *base, "--"], root)
    return list(_entries(raw))


def not_staged(root: str) -> frozenset[str]:
    """The files whose content on disk differs from what is staged."""
    output = run(["diff", "--name-only", "-z"], root)
    return frozenset(os.fsdecode(name) for name in output.split(b"\0") if name)


def removed(root: str, *, staged: bool) -> list[tuple[str, bytes]]:
    """The files that are gone since the last commit, or under another name, with the content that they had there."""
    if not has_commit(root):
        return []
    files = gone(root, "--cached" if staged else "HEAD", renamed=True)
    return list(zip((file.path for file in files), contents(root, [file.old_object for file in files]), strict=True))


def together(root: str, paths: Sequence[str], commits: int = 200, most: int = 20) -> list[frozenset[str]]:
    """For each of the last `commits` that touched one of the files, the latest first, what all it changed. Without
    merges, and without those of more than `most` files, which say little about what belongs together.
    """
    if not paths or not has_commit(root):
        return []
    arguments = ["log", f"-n{commits}", "--no-merges", "--no-renames", "--full-diff", "--name-only", "-z"]
    output = run([*arguments, "--format=%x01", "--", *(f":(literal,top){path}" for path in paths)], root)
    found = [
        frozenset(os.fsdecode(name.strip(b"\n")) for name in part.split(b"\0") if name.strip(b"\n"))
        for part in output.split(b"\x01")
    ]
    return [names for names in found if 0 < len(names) <= most]


def default_base(root: str) -> str | None:
    """The branch that changes of this repository usually go to, or None when the remote does not say."""
    try:
        output = run(["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"], root)
    except GitError:
        return None
    return os.fsdecode(output.strip()) or None


def contents(root: str, objects: Iterable[str]) -> Iterator[bytes]:
    """The content of each object id, in order, from one git process."""
    wanted = list(objects)
    if not wanted:
        return
    output = run(["cat-file", "--batch"], root, data="".join(f"{name}\n" for name in wanted).encode())
    position = 0
    for name in wanted:
        end = output.index(b"\n", position)
        words = output[position:end].split()
        if len(words) != 3:
            raise GitError(f"git has lost the object {name}")
        start = end + 1
        position = start + int(words[2]) + 1
        yield output[start : position - 1]


def _on_disk(root: str, base: str) -> list[ChangedFile]:
    """The changes from a commit or tree to the files on disk, whose content is not asked of git: filters such as
    the one for line endings may lie between the two."""
    return [file._replace(new_object="") for file in _changed(root, [base])] + _untracked(root)


def _changed(root: str, scope: list[str]) -> list[ChangedFile]:
    raw = run([*_DIFF, "--raw", "-z", "--diff-filter=ACMRTU", *scope, "--"], root)
    files = list(_entries(raw))
    if not files:
        return []
    patch = run(
        [*_DIFF, "--unified=0", "--src-prefix=a/", "--dst-prefix=b/", "--diff-filter=ACMRT", *scope, "--"], root
    )
    lines = _changed_lines(patch)
    return [file if file.lines is None else file._replace(lines=lines.get(file.path, ())) for file in files]


def _entries(raw: bytes) -> Iterator[ChangedFile]:
    """The entries of `git diff --raw -z`: `:mode mode object object status`, then one name, or two after C and R."""
    fields = iter(raw.split(b"\0"))
    seen: set[str] = set()
    for header in fields:
        if not header:
            continue
        _, mode, old, new, status = header.decode().split(" ")
        name = os.fsdecode(next(fields))
        old_path = ""
        if status[0] in "CR":
            old_path, name = name, os.fsdecode(next(fields))
        if mode in (_SUBMODULE, _LINK) or name in seen:
            continue
        seen.add(name)
        yield ChangedFile(
            path=name,
            lines=None if status[0] == "A" else (),
            old_object="" if _NO_OBJECT.match(old) else old,
            new_object="" if _NO_OBJECT.match(new) else new,
            old_path=old_path,
            conflict=status[0] == "U",
        )


def _changed_lines(patch: bytes) -> dict[str, tuple[LineRange, ...]]:
    """The added or changed lines by the new name of the file, from a patch without context lines."""
    result: dict[str, list[LineRange]] = {}
    current: list[LineRange] = []
    in_header = True
    for line in patch.split(b"\n"):
        # Lines of content start with +, - or a backslash, so only a header can start like this.
        if line.startswith(b"diff --git "):
            in_header, current = True, []
        elif in_header and line.startswith(b"+++ "):
            result[_name(line[4:])] = current
        elif match := _HUNK.match(line):
            in_header = False
            start, count = int(match[1]) - 1, int(match[2] or b"1")
            if count:
                current.append(LineRange(start, start + count))
    return {name: tuple(lines) for name, lines in result.items()}


def _name(spelled: bytes) -> str:
    """The name in a `+++ b/name` line. Git quotes unusual names as C does and ends names with blanks with a tab."""
    if spelled.startswith(b'"'):
        quoted = spelled[1 : spelled.rindex(b'"')]
        spelled = quoted.decode("latin-1").encode("latin-1").decode("unicode_escape").encode("latin-1")
    else:
        spelled = spelled.removesuffix(b"\t")
    return os.fsdecode(spelled.removeprefix(b"b/"))


def _untracked(root: str) -> list[ChangedFile]:
    output = run(["ls-files", "--others", "--exclude-standard", "-z"], root)
    return [ChangedFile(os.fsdecode(name), None) for name in output.split(b"\0") if name and not name.endswith(b"/")]


def _empty_tree(root: str) -> str:
    return run(["hash-object", "-t", "tree", "--stdin"], root, data=b"").decode().strip()
