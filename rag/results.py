"""Results of the index: plain values that cross the worker's pipe and import nothing heavy."""

from __future__ import annotations

from msgspec import Struct

SOURCES = ("all", "symbols", "keywords", "vectors")
"""What pieces may be asked for by."""


class Piece(Struct, frozen=True, kw_only=True):
    """A piece of a file that a reviewer would open, with the reason why.

    `path` is relative to the workspace folder, with `/`. Lines count from 1 and both ends belong to the piece. `name`
    is the qualified name of the definition, or the heading, or "". `kind` is "definition", "section", "window" or
    "guidance". `score` only orders the pieces of one answer. `truncated` says that `text` is not the whole of it.
    `tied` says that a name ties it to the change (it calls it, is called by it, tests it), and not only likeness.
    """

    path: str
    start_line: int
    end_line: int
    text: str
    reason: str
    name: str = ""
    kind: str = "window"
    language: str = ""
    score: float = 0.0
    truncated: bool = False
    tied: bool = False


class NamedPlace(Struct, frozen=True, kw_only=True):
    """The place where a name is defined or used.

    `line` counts from 1; `name` is qualified; `signature` is the first line of a definition, or "". `sure` says that
    imports, the place or a declared class prove it, and not the name alone.
    """

    path: str
    line: int
    name: str
    kind: str = ""
    signature: str = ""
    sure: bool = True


class IndexProgress(Struct, frozen=True, kw_only=True):
    """How far indexing a folder is: files done of all files to do, chunks a second, and about how many seconds are
    left, by the sizes of the files.
    """

    folder: str
    done: int
    total: int
    rate: float = 0.0
    seconds_left: float = 0.0
    path: str = ""


class SkippedFile(Struct, frozen=True, kw_only=True):
    """A file that was left out, and why ("larger than 1000000 bytes", "binary", ...)."""

    path: str
    reason: str


class IndexReport(Struct, frozen=True, kw_only=True):
    """The result of one run of the indexer. `seconds` is wall-clock time; counts are of files, unless they say chunks.

    `read_only` says that another process is writing this index, so this run left it alone. `cancelled` says that it
    stopped early; the next run continues from there. `paused` says that it stopped, or never began, since indexing is
    paused;
    in both cases `behind` is how many files were changed, added or removed
    since they were indexed. `without_vectors` counts the chunks that a run over the whole folder could make no vectors
    for: they are found by symbols and keywords only. `notes` are lines for people, such as that a damaged store was
    rebuilt.
    """

    folder: str
    indexed: int = 0
    unchanged: int = 0
    removed: int = 0
    chunks: int = 0
    seconds: float = 0.0
    skipped: tuple[SkippedFile, ...] = ()
    notes: tuple[str, ...] = ()
    read_only: bool = False
    cancelled: bool = False
    paused: bool = False
    behind: int = 0
    without_vectors: int = 0


class IndexStatus(Struct, frozen=True, kw_only=True):
    """The current content of a folder's index.

    `size` is in bytes, on disk. `complete` says that no run is unfinished, `writer` that this process is the one that
    may write it, `paused` that nobody does until indexing is resumed. `without_vectors` counts the chunks that are
    found by symbols and keywords only.
    """

    folder: str
    directory: str
    files: int = 0
    chunks: int = 0
    definitions: int = 0
    references: int = 0
    size: int = 0
    complete: bool = False
    without_vectors: int = 0
    writer: bool = False
    paused: bool = False
    notes: tuple[str, ...] = ()
