"""The parts of a kind of findings: the types that every file in `kinds/` fills in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers.text import Span

if TYPE_CHECKING:
    from reread.rag.findings.change import WorkspaceChange
    from reread.rag.findings.workspace import Workspace


class RelatedPlace(NamedTuple):
    """A place that explains a finding. `path` is relative to the folder, `line` counts from 0."""

    path: str
    line: int
    message: str


class IndexFinding(NamedTuple):
    """One remark, at `span` (code points) of the text that the file `path` (relative) has after the change."""

    rule: str
    path: str
    span: Span
    message: str
    related: tuple[RelatedPlace, ...] = ()
    unnecessary: bool = False


class Example(NamedTuple):
    """A small workspace: its files after a change, and those that the change altered as they were before it.

    `together` are the paths of earlier commits. `at` is where the kind must report something, path and line (from 1);
    None if it must be silent.
    """

    files: Mapping[str, str]
    before: Mapping[str, str]
    at: tuple[str, int] | None = None
    together: tuple[frozenset[str], ...] = ()


class Kind(NamedTuple):
    """All that is known of a kind of findings. The fields have the names and meanings of those of rules.

    `severity` is "error", "warning", "info" or "hint"; `confidence` "HIGH", "MEDIUM" or "LOW". `whole_change` says that
    it means all files of the change: for a commit, not for what is saved in an editor. `options` are its settings with
    their defaults.
    """

    id: str
    message: str
    severity: str
    category: str
    explanation: str
    languages: tuple[str, ...]
    find: Callable[[WorkspaceChange, Workspace, Mapping[str, int]], Iterator[IndexFinding]]
    examples: tuple[Example, ...]
    confidence: str = "HIGH"
    whole_change: bool = False
    options: Mapping[str, int] = {}
