"""Values followed through objects that other files make: held by a field, by a module, or made around a request."""

from __future__ import annotations

import pytest

STORE = "class Store:\n    def find(self, value):\n        sink(value)\n"


def service(field: str) -> str:
    return (
        f"from store import Store\n\nclass Service:\n{field}\n    def run(self):\n        self.store.find(source())\n"
    )


@pytest.mark.parametrize(
    "field",
    [
        "    store: Store",
        "    store = Store()",
        "    def __init__(self, store: Store):\n        self.store = store",
        "    def __init__(self, store: Store | None = None):\n        self.store = store or Store()",
        "    def __init__(self, store: 'Store', *args):\n        self.store = store",
        "    def __init__(self):\n        self.store = Store()",
    ],
)
def test_an_object_in_a_field_has_the_class_that_it_is_declared_or_made_with(project, field):
    project.write({"app.py": service(field), "store.py": STORE})
    assert len(project.lines("app.py")) == 1


@pytest.mark.parametrize(
    "field",
    [
        "    def __init__(self, store):\n        self.store = store",
        "    def __init__(self, store: list[Store]):\n        self.store = store",
        "    def __init__(self, store: Other):\n        self.store = store",
    ],
)
def test_of_an_object_whose_class_is_not_known_nothing_is_said(look, field):
    assert look({"app.py": service(field), "store.py": STORE}) == []


def test_an_object_that_a_module_holds(look):
    files = {"app.py": "from store import store\n\nstore.find(source())\n", "store.py": f"{STORE}\nstore = Store()\n"}
    assert look(files) == [3]


def test_a_variable_of_a_module_that_is_set_twice_holds_nothing_certain(look):
    files = {"app.py": "from store import store\n\nstore.find(source())\n"}
    assert look({**files, "store.py": f"{STORE}\nstore = Store()\nstore = other()\n"}) == []


def test_a_class_of_a_module_that_is_imported_whole(look):
    assert look({"app.py": "import store\n\nmade = store.Store()\nmade.find(source())\n", "store.py": STORE}) == [4]


def test_a_property_of_an_object_that_a_module_holds(look):
    reader = "class Reader:\n    @property\n    def name(self):\n        return source()\n\nreader = Reader()\n"
    assert look({"app.py": "from reader import reader\n\nsink(reader.name)\n", "reader.py": reader}) == [3]


@pytest.mark.parametrize(
    ("exported", "imported"),
    [
        ("export const store = new Store();", 'import { store } from "./store";'),
        ("export default new Store();", 'import store from "./store";'),
        ("module.exports = new Store();", 'const store = require("./store");'),
    ],
)
def test_an_object_that_a_module_exports(look, exported, imported):
    store = f"class Store {{\n  find(value) {{ sink(value); }}\n}}\n{exported}\n"
    assert look({"app.js": f"{imported}\nstore.find(source());\n", "store.js": store}) == [2]


def test_a_variable_that_may_change_is_no_exported_object(look):
    store = "class Store {\n  find(value) { sink(value); }\n}\nexport let store = new Store();\n"
    assert look({"app.js": 'import { store } from "./store";\nstore.find(source());\n', "store.js": store}) == []


def test_a_class_of_the_same_package_that_brings_a_value(look):
    reader = "package a;\nclass Reader {\n  String read() { return source(); }\n}\n"
    app = (
        "package a;\nclass App {\n  void run() {\n    Reader reader = new Reader();\n    sink(reader.read());\n  }\n}\n"
    )
    assert look({"a/App.java": app, "a/Reader.java": reader}) == [5]


def test_a_field_of_a_class_of_another_file(look):
    store = "package a;\nclass Store {\n  void find(String value) { sink(value); }\n}\n"
    app = "package a;\nclass App {\n  Store store;\n  App(Store store) { this.store = store; }\n"
    assert look({"a/App.java": f"{app}  void run() {{ store.find(source()); }}\n}}\n", "a/Store.java": store}) == [5]


def test_a_field_of_a_struct_whose_package_only_the_struct_names(look):
    store = "package store\n\ntype Store struct{}\n\nfunc (s *Store) Find(value string) {\n\tsink(value)\n}\n"
    app = 'package main\n\nimport "m/store"\n\ntype App struct {\n\tstore *store.Store\n}\n\n'
    run = "func (a *App) run() {\n\ta.store.Find(source())\n}\n"
    assert look({"app.go": app + run, "store/store.go": store, "go.mod": "module m\n"}) == [10]
