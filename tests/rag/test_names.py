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


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    folder = tmp_path_factory.mktemp("imports")
    write(
        folder,
        {
            "shop/__init__.py": "",
            "shop/pay.py": "def parse(text): ...\n",
            "shop/cart.py": "import os\n\nfrom .pay import parse\n\nx = parse\n",
            "app.py": "from shop import pay\n\npay.parse('')\n",
            "web/pay.ts": "export function parse(text: string) {}\n",
            "web/cart.ts": "import { parse } from './pay';\n\nparse('');\n",
            "lib.py": "import requests\n\nrequests.get('')\n",
        },
    )
    made = WorkspaceIndex(str(folder))
    made.run()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("shop/pay.py", [("app.py", 1), ("shop/cart.py", 3)]),
        ("shop.pay", [("app.py", 1), ("shop/cart.py", 3)]),
        ("web/pay.ts", [("web/cart.ts", 1)]),
        ("pay", [("app.py", 1), ("shop/cart.py", 3), ("web/cart.ts", 1)]),
        ("parse", [("shop/cart.py", 3), ("web/cart.ts", 1)]),
        ("requests", [("lib.py", 1)]),
        ("nowhere", []),
        ("", []),
    ],
)
def test_who_imports_a_file_a_module_or_a_name(imported, name, places):
    assert [(each.path, each.line) for each in imported.importers(name) if each.sure] == places


def test_what_is_not_there_has_no_places(index):
    assert (index.definitions("nowhere"), index.callers("nowhere"), index.callers("")) == ([], [], [])
