"""Where what a person names is defined, and who calls it."""

from __future__ import annotations

import pytest

from reread.rag.workspace_index import WorkspaceIndex
from tests.rag.conftest import write

FILES = {
    "money.py": "class Money:\n    def add(self, other): ...\n\ndef parse(\n    text,\n    unit,\n): ...\n",
    "app.py": "from money import parse\n\ndef total(texts):\n    return [parse(text, 1) for text in texts]\n",
    "other.py": "def strange(thing):\n    thing.parse()\n",
    "tests/test_money.py": "def parse(): ...\n",
}


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("work")
    write(folder, FILES)
    made = WorkspaceIndex(str(folder))
    made.run()
    yield made
    made.close()


def test_definitions_come_with_their_place_and_signature_tests_last(index):
    found = [(each.path, each.line, each.signature) for each in index.definitions("parse")]
    assert found == [("money.py", 4, "def parse(text, unit)"), ("tests/test_money.py", 1, "def parse()")]


def test_a_qualified_name_means_that_one(index):
    assert [each.name for each in index.definitions("Money.add")] == ["Money.add"]
    assert index.definitions("Other.add") == []


def test_callers_that_imports_prove_come_first(index):
    found = [(each.path, each.line, each.name, each.sure) for each in index.callers("parse")]
    assert found[0] == ("app.py", 4, "total", True)
    assert all(not sure for *_, sure in found[1:])


def test_what_is_not_there_has_no_places(index):
    assert (index.definitions("nowhere"), index.callers("nowhere"), index.callers("")) == ([], [], [])
