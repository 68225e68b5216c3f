"""Small and large workspaces for the tests of findings: a catalogue of files that need not be on disk, and a change."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from reread.analyzers.syntax import language_of
from reread.rag.findings import registry
from reread.rag.findings.change import FileChange, WorkspaceChange
from reread.rag.findings.kind import IndexFinding
from reread.rag.findings.workspace import Workspace
from reread.rag.index import preparing
from reread.rag.index.catalogue import Catalogue
from reread.rag.source import walk

_BATCH = 500


@contextmanager
def workspace_of(
    files: Mapping[str, str], change: WorkspaceChange, stale: Mapping[str, str | None] | None = None
) -> Iterator[Workspace]:
    """The workspace of these files, indexed as they are, but for what has become of the `stale` ones since then."""
    texts = {**files, **(stale or {})}
    with tempfile.TemporaryDirectory() as folder:
        catalogue = Catalogue(str(Path(folder, "catalogue.sqlite")), writer=True)
        try:
            prepared = [_prepared(path, text) for path, text in files.items()]
            for start in range(0, len(prepared), _BATCH):
                found = prepared[start : start + _BATCH]
                catalogue.replace(each.file for each in found if isinstance(each, preparing.Prepared))
            yield Workspace(catalogue, change, texts.get, stale or ())
        finally:
            catalogue.close()


def change_of(
    files: Mapping[str, str], before: Mapping[str, str | None], together: Sequence[frozenset[str]] = ()
) -> WorkspaceChange:
    """The change that made the files out of what was there before."""
    changes = [FileChange(path, old, files.get(path), language_of(path)) for path, old in before.items()]
    return WorkspaceChange(tuple(changes), tuple(together))


def found_in(
    files: Mapping[str, str],
    before: Mapping[str, str | None],
    *rules: str,
    together: Sequence[frozenset[str]] = (),
) -> list[IndexFinding]:
    """What the rules say about a change: the index has the files as they were, or as they are where they are new."""
    change = change_of(files, before, together)
    indexed = {**files, **{path: text for path, text in before.items() if text is not None}}
    with workspace_of(indexed, change) as workspace:
        workspace_files = {**files}
        workspace._read = workspace_files.get
        return registry.find(change, workspace, rules)


def lines_of(found: Sequence[IndexFinding], files: Mapping[str, str]) -> list[tuple[str, int]]:
    """Path and line, from 1, of each finding."""
    return [(each.path, files[each.path].count("\n", 0, each.span.start) + 1) for each in found]


def _prepared(path: str, text: str) -> preparing.Prepared | walk.Skipped:
    data = text.encode(errors="replace")
    return preparing.prepare("/workspace", walk.FoundFile(path, len(data), 1), data, "none")
