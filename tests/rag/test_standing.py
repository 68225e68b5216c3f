"""How an index stands to its folder."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from reread.rag.index.standing import standing
from reread.rag.source.walk import walk
from reread.rag.workspace_index import WorkspaceIndex
from reread.server.overview.index import section


def of(folder: Path):
    return standing(str(folder), walk(str(folder)).files)


def test_without_an_index_there_is_nothing(sample):
    assert of(sample) is None
    assert "There is no index" in section(None).notes[0]


def test_an_index_knows_which_files_it_does_not(sample):
    with closing(WorkspaceIndex(str(sample))) as index:
        index.run()
    whole = of(sample)
    assert (whole.new, whole.changed, whole.gone, whole.current) == (0, 0, 0, 1.0)
    assert whole.chunks > 0
    names = sorted(path for path in sample.rglob("*.py"))
    names[0].unlink()
    names[1].write_text("changed = 1\n" * 3)
    (sample / "new.py").write_text("def new():\n    return 1\n")
    now = of(sample)
    assert (now.new, now.changed, now.gone) == (1, 1, 1)
    assert now.current == (whole.files - 2) / whole.files
    assert "`reread index` brings it up to date." in section(now).notes
