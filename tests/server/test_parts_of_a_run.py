"""How the files of a run with `--across-files` are shared out among processes."""

from __future__ import annotations

import pytest

from reread.server.checking import SourceFile, _parts


def _sources(*files):
    return [SourceFile(path, path, f"/w/{path}", b"x" * size) for path, size in files]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ([("a/1.py", 5), ("a/2.py", 5), ("b/1.py", 5), ("b/2.py", 5)], [2, 2]),
        ([("a/1.py", 90), ("b/1.py", 5), ("b/2.py", 5)], [1, 2]),
        ([("a/1.py", 5), ("b/1.py", 5), ("b/2.py", 5), ("b/3.py", 5)], [3, 1]),
        ([("a/1.py", 5), ("a/2.py", 5)], [2]),
    ],
)
def test_a_folder_stays_together_if_it_is_not_too_large(files, expected):
    sources = _sources(*files)
    parts = _parts(sources, 2)
    assert [len(part) for part in parts] == expected
    assert [source for part in parts for source in part] == sources
