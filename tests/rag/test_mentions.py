from __future__ import annotations

import pytest

from reread.rag.workspace_index import WorkspaceIndex
from tests.rag.conftest import write
from tests.rag.test_retrieve import context

GO = {
    "limits/limits.go": "package limits\n\n// MaxSize is in bytes.\nconst MaxSize = 10\n\nvar x = 1\n",
    "server/read.go": 'package server\n\nimport "shop/limits"\n\nfunc read(size int) bool {\n\treturn size < limits.MaxSize\n}\n',
    "server/other.go": "package server\n\nfunc other(x int) int {\n\treturn x + len(NoMaxSize)\n}\n",
}


@pytest.fixture
def index(sample):
    write(sample, GO)
    opened = WorkspaceIndex(str(sample))
    opened.run()
    yield opened
    opened.close()


def found(index, folder, path, marked, reason):
    return {piece.path for piece in context(index, folder, path, marked) if piece.reason == reason}


def test_constants_that_a_change_names(index, sample):
    assert "limits/limits.go" in found(index, sample, "server/read.go", "func read", "named by the change")
    assert "limits/limits.go" not in found(index, sample, "server/other.go", "func other", "named by the change")


def test_who_names_a_constant_that_changes(index, sample):
    assert found(index, sample, "limits/limits.go", "MaxSize = 10", "names the change") == {"server/read.go"}
    assert not found(index, sample, "limits/limits.go", "x = 1", "names the change")


def test_a_function_is_not_looked_for_as_if_it_were_a_constant(index, sample):
    write(sample, {"server/note.go": "package server\n\n// read is nice.\nfunc note() {}\n"})
    index.run()
    assert "server/note.go" not in found(index, sample, "server/read.go", "func read", "names the change")
