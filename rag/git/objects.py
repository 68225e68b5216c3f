"""Objects of a repository: commits by name, and contents by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reread.rag.git.repository import Repository
from reread.rag.git.running import GitError

_SHA256_DIGITS = 64
_NOT_HERE = "the object {} is not here: the clone is partial or damaged, `git fetch --refetch` may bring it"


def contents(repository: Repository, objects: Iterable[str]) -> Iterator[bytes]:
    """The content of each object id, in order, from one git process. Raises GitError for one that is not there."""
    wanted = list(objects)
    if not wanted:
        return
    try:
        output = repository.run("cat-file", "--batch", data="".join(f"{name}\n" for name in wanted).encode())
    except GitError as error:
        if "promisor" in str(error):
            raise GitError(_NOT_HERE.format("of a file that changed")) from error
        raise
    position = 0
    for name in wanted:
        end = output.find(b"\n", position)
        words = output[position:end].split() if end >= 0 else []
        if len(words) != 3:
            raise GitError(_NOT_HERE.format(name))
        start = end + 1
        position = start + int(words[2]) + 1
        yield output[start : position - 1]


def sizes(repository: Repository, objects: Iterable[str]) -> list[int]:
    """The size of the content of each object id in bytes, in order. Raises GitError for one that is not there."""
    wanted = list(objects)
    found = sizes_here(repository, wanted)
    for name in wanted:
        if name not in found:
            raise GitError(_NOT_HERE.format(name))
    return [found[name] for name in wanted]


def sizes_here(repository: Repository, objects: Iterable[str]) -> dict[str, int]:
    """The sizes in bytes of those contents that are there: a partial clone lacks some. Raises GitError."""
    wanted = list(objects)
    if not wanted:
        return {}
    output = repository.run("cat-file", "--batch-check", data="".join(f"{name}\n" for name in wanted).encode())
    found = zip(wanted, (line.split() for line in output.splitlines()), strict=True)
    return {name: int(words[2]) for name, words in found if len(words) == 3}


def blob_id(content: bytes, like: str) -> str:
    """The id of a content in a repository whose ids are as long as `like`."""
    return _id("blob", content, like)


def head(repository: Repository) -> str:
    """The id of the commit that is checked out; "" in a repository that has none yet."""
    return commit(repository, "HEAD")


def base_of(repository: Repository) -> str:
    """The default base of comparisons: the last commit, or the empty tree before the first one."""
    return head(repository) or empty_tree(repository)


def empty_tree(repository: Repository) -> str:
    """The id of a tree without files."""
    kind = repository.run("rev-parse", "--show-object-format").strip()
    return _id("tree", b"", "0" * _SHA256_DIGITS if kind == b"sha256" else "")


def commit(repository: Repository, name: str) -> str:
    """The id of the commit that a name means; "" where there is none."""
    try:
        return (
            repository.run("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}").decode().strip()
        )
    except GitError:
        return ""


def _id(kind: str, content: bytes, like: str) -> str:
    # It loads OpenSSL, for which a start without changed files has no time.
    from hashlib import sha1, sha256

    made = sha256() if len(like) == _SHA256_DIGITS else sha1(usedforsecurity=False)
    made.update(f"{kind} {len(content)}\0".encode())
    made.update(content)
    return made.hexdigest()
