from __future__ import annotations

import pytest

from reread.rag.imports import ModulePlace
from reread.rag.retrieval.resolve import INHERITANCE, PROVED, Candidate, Names, Resolver, Usage
from reread.rag.workspace_index import WorkspaceIndex
from tests.rag.conftest import write


@pytest.fixture
def resolver(folder):
    """Indexes files and answers about them."""
    index = WorkspaceIndex(str(folder))
    opened = []

    def made(files):
        write(folder, files)
        index.run()
        opened.append(index._directory.reader())
        return Resolver(opened[-1])

    yield made
    for catalogue in opened:
        catalogue.close()
    index.close()


def proved(targets):
    return [f"{each.path}:{each.qualified}" for each in targets if each.confidence >= PROVED]


def users(uses):
    return sorted({f"{each.path}:{each.scope}" for each in uses if each.confidence >= PROVED})


def test_a_python_name_is_followed_through_packages_that_pass_it_on(resolver):
    found = resolver(
        {
            "src/shop/__init__.py": "from .money import parse_money as parse\nfrom .tax import *\n",
            "src/shop/money.py": "def parse_money(x): ...\n",
            "src/shop/tax.py": "def add_tax(x): ...\n",
            "other/money.py": "def parse_money(x): ...\ndef add_tax(x): ...\n",
            "app.py": "import shop\nfrom shop import parse, add_tax\ndef f():\n  parse(1)\n  add_tax(1)\n  shop.add_tax(2)\n",
        }
    )
    assert proved(found.definitions_of("app.py", "parse", scope="f")) == ["src/shop/money.py:parse_money"]
    assert proved(found.definitions_of("app.py", "add_tax", scope="f")) == ["src/shop/tax.py:add_tax"]
    assert proved(found.definitions_of("app.py", "add_tax", "shop", "f")) == ["src/shop/tax.py:add_tax"]
    assert users(found.uses_of("src/shop/tax.py", "add_tax")) == ["app.py:f"]
    assert users(found.uses_of("other/money.py", "add_tax")) == []


def test_what_is_imported_from_outside_is_not_in_the_workspace(resolver):
    found = resolver({"a.py": "from requests import get\nget()\n", "b.py": "def get(): ...\n"})
    assert proved(found.definitions_of("a.py", "get")) == []
    assert found.uses_of("b.py", "get") == []


def test_methods_are_found_by_the_class_of_their_object(resolver):
    found = resolver(
        {
            "a.py": "class Base:\n  def save(self): ...\n  def load(self): ...\nclass Order(Base):\n  def load(self): self.save()\n",
            "b.py": "class Other:\n  def save(self): ...\n",
            "c.py": "from a import Order\ndef f(order: Order, x):\n  order.save()\n  x.save()\n",
        }
    )
    assert proved(found.definitions_of("a.py", "save", "self", "Order.load")) == ["a.py:Base.save"]
    assert proved(found.definitions_of("c.py", "save", "order", "f", "Order")) == ["a.py:Base.save"]
    assert proved(found.definitions_of("c.py", "save", "x", "f")) == []
    assert len(found.definitions_of("c.py", "save", "x", "f")) == 2
    assert proved(found.definitions_of("a.py", "load", "super", "Order.load")) == ["a.py:Base.load"]
    assert users(found.uses_of("a.py", "Base.save")) == ["a.py:Order.load", "c.py:f"]
    assert [use.scope for use in found.uses_of("a.py", "Base", INHERITANCE)] == ["Order"]


USES_BY_LANGUAGE = [
    (
        {
            "lib/index.ts": 'export * from "./price";\nexport { tax as duty } from "./tax";\n',
            "lib/price.ts": "export const price = () => 1;\n",
            "lib/tax.ts": "export function tax() {}\n",
            "lib2/price.ts": "export const price = () => 1;\n",
            "app.ts": 'import { price, duty } from "./lib";\nimport * as lib from "./lib";\n',
        },
        "app.ts",
        [("price",), ("duty",), ("price", "lib")],
        ["lib/price.ts:price", "lib/tax.ts:tax", "lib/price.ts:price"],
    ),
    (
        {
            "lib/app.js": "exports.start = function () {}\n",
            "main.js": 'const app = require("./lib/app"), {start: go} = require("./lib/app");\n',
        },
        "main.js",
        [("start", "app"), ("go",)],
        ["lib/app.js:start", "lib/app.js:start"],
    ),
    (
        {
            "pkg/store/store.go": "package store\nfunc Open() {}\n",
            "pkg/other/open.go": "package other\nfunc Open() {}\n",
            "cmd/main.go": 'package main\nimport "example.com/x/pkg/store"\nfunc main() { store.Open(); run() }\n',
            "cmd/run.go": "package main\nfunc run() {}\n",
        },
        "cmd/main.go",
        [("Open", "store"), ("run",)],
        ["pkg/store/store.go:Open", "cmd/run.go:run"],
    ),
    (
        {
            "a/Order.java": "package a; public class Order { public static void save() {} void pay() {} }",
            "b/Order.java": "package b; public class Order { public static void save() {} }",
            "c/App.java": "package c; import a.Order; class App { void f() { Order.save(); new Order(); g(); } }",
            "c/Help.java": "package c; class Help { static void h() {} }",
        },
        "c/App.java",
        [("save", "Order"), ("h", "Help")],
        ["a/Order.java:Order.save", "c/Help.java:Help.h"],
    ),
    (
        {
            "src/a.rs": "pub struct Order {}\nimpl Order { pub fn save() {} }\n",
            "src/b.rs": "pub struct Order {}\nimpl Order { pub fn save() {} }\n",
            "src/main.rs": "use crate::a::Order;\nmod a;\nfn f() { Order::save(); }\n",
        },
        "src/main.rs",
        [("save", "Order")],
        ["src/a.rs:Order.save"],
    ),
    (
        {
            "A.php": "<?php namespace A; class Order { static function save() {} }",
            "B.php": "<?php namespace B; class Order { static function save() {} }",
            "C.php": "<?php namespace C; use A\\Order as Bought; Bought::save();",
        },
        "C.php",
        [("Bought",)],
        ["A.php:Order"],
    ),
    (
        {
            "a.cs": "namespace Shop.A; class Order { public static void Save() {} }",
            "b.cs": "namespace Shop.B; class Order { public static void Save() {} }",
            "c.cs": "using Shop.A; namespace App; class C { void F() { new Order(); } }",
        },
        "c.cs",
        [("Order",)],
        ["a.cs:Order"],
    ),
    (
        {
            "a.cs": "namespace Shop.A { class Order { public static void Save() {} public void Pay() {} } }",
            "b.cs": "namespace Shop.B { class Order { public static void Save() {} public void Pay() {} } }",
            "m.cs": "namespace Shop.A { static class Money { public static void Round() {} } }",
            "n.cs": "namespace Shop.B { static class Sum { public static void Round() {} } }",
            "c.cs": "using Shop.A; using static Shop.A.Money; namespace App { class C { void F() { Round(); } } }",
        },
        "c.cs",
        [("Order",), ("Save", "Order"), ("Pay", "o", "App.C.F", "Order"), ("Round", "", "App.C.F")],
        ["a.cs:A.Order", "a.cs:A.Order.Save", "a.cs:A.Order.Pay", "m.cs:A.Money.Round"],
    ),
    (
        {
            "a/Money.java": "package a; public class Money { public static void round() {} }",
            "b/Sum.java": "package b; public class Sum { public static void round() {} }",
            "c/App.java": "package c; import static a.Money.*; import a.*; class App { void f() { round(); } }",
        },
        "c/App.java",
        [("round", "", "App.f"), ("round", "Money", "App.f"), ("round", "m", "App.f", "Money")],
        ["a/Money.java:Money.round"] * 3,
    ),
    (
        {
            "include/a.h": "int f(void);\n",
            "src/a.c": '#include "a.h"\nint f(void) { return 1; }\n',
            "other/z.c": "static int f(void) { return 2; }\n",
            "src/b.c": '#include "a.h"\nint g(void) { return f(); }\n',
        },
        "src/b.c",
        [("f",)],
        ["src/a.c:f"],
    ),
]


@pytest.mark.parametrize(("files", "path", "usage", "expected"), USES_BY_LANGUAGE)
def test_uses_resolve_to_their_definitions_in_each_language(resolver, files, path, usage, expected):
    found = resolver(files)
    assert [found_one for each in usage for found_one in proved(found.definitions_of(path, *each))] == expected


def test_a_global_using_is_for_the_files_of_its_project(resolver):
    order = "namespace Shop.{0}; public class Order {{ public static void Save() {{ }} }}"
    use = "namespace {0}; class {0} {{ void F() {{ new Order(); Bill.Save(); }} }}"
    files = {
        "shop/a.cs": order.format("A"),
        "shop/b.cs": order.format("B"),
        "app/app.csproj": "<Project />",
        "app/Properties/Usings.cs": "global using Shop.A;\nglobal using Bill = Shop.A.Order;\n",
        "app/Page.cs": use.format("Page"),
        "other/other.csproj": "<Project />",
        "other/Job.cs": use.format("Job"),
    }
    found = resolver({path: text for path, text in files.items() if path.endswith(".cs")})
    assert proved(found.definitions_of("other/Job.cs", "Order")) == ["shop/a.cs:Order"]
    found = resolver(files)
    assert proved(found.definitions_of("app/Page.cs", "Order")) == ["shop/a.cs:Order"]
    assert proved(found.definitions_of("app/Page.cs", "Save", "Bill")) == ["shop/a.cs:Order.Save"]
    assert proved(found.definitions_of("other/Job.cs", "Order")) == []
    assert users(found.uses_of("shop/a.cs", "Order")) == ["app/Page.cs:Page.F"]


def test_what_is_called_on_an_interface_of_go_is_what_the_types_have_that_fit(resolver):
    found = resolver(
        {
            "store/store.go": "package store\ntype Store interface {\n\tSave(n int) error\n\tLoad() int\n}\n"
            "func Copy(s Store) { s.Save(s.Load()) }\n",
            "db/db.go": "package db\ntype base struct{}\nfunc (b base) Load() int { return 1 }\n"
            "type DB struct {\n\tbase\n}\nfunc (d *DB) Save(n int) error { return nil }\n",
            "mem/mem.go": "package mem\ntype Memory struct{}\nfunc (m Memory) Save(n int) error { return nil }\n"
            "func (m Memory) Load() int { return 1 }\n",
            "other/other.go": "package other\ntype Game struct{}\nfunc (g Game) Save(n int) error { return nil }\n",
        }
    )
    targets = found.definitions_of("store/store.go", "Save", "s", "Copy", "Store")
    likely = [f"{each.path}:{each.qualified}" for each in targets if each.confidence >= 0.5]
    assert likely == ["db/db.go:DB.Save", "mem/mem.go:Memory.Save"]
    assert [use.confidence for use in found.uses_of("mem/mem.go", "Memory.Save")] == [0.5]
    assert [use.confidence for use in found.uses_of("other/other.go", "Game.Save")] == []


def test_members_of_mixed_in_and_local_classes_are_found(resolver):
    found = resolver(
        {
            "a.php": "<?php trait Names { function setName() {} }\nclass Other { function setName() {} }",
            "b.php": "<?php class Page { use Names; function f() { $this->setName(); } }",
            "a.rb": "module Helpers\n  def status; end\nend\nclass Other\n  def status; end\nend\n",
            "b.rb": "class Base\n  include Helpers\n  def call\n    status()\n  end\nend\n",
            "a.py": "class Schema:\n  def load(self): ...\nclass Other:\n  def load(self): ...\n",
            "b.py": "from a import Schema\ndef test():\n  class Mine(Schema): pass\n  Mine().load()\n",
        }
    )
    assert proved(found.definitions_of("b.php", "setName", "this", "Page.f")) == ["a.php:Names.setName"]
    assert proved(found.definitions_of("b.rb", "status", "", "Base.call")) == ["a.rb:Helpers.status"]
    assert proved(found.definitions_of("b.py", "load", "?", "test", "Mine")) == ["a.py:Schema.load"]
    assert users(found.uses_of("a.py", "Schema.load")) == ["b.py:test"]


def test_what_go_makes_by_functions_and_what_a_namespace_around_has(resolver):
    found = resolver(
        {
            "a/a.go": "package a\nfunc NewBuilder() *Builder { return nil }\nfunc (b *Builder) Add() {}\n"
            "func (t *tester) Add() {}\nfunc (o *Other) Add() {}\n"
            "func f() {\n\tb := NewBuilder()\n\tb.Add()\n}\nfunc g() {\n\tt := newTester()\n\tt.Add()\n}\n",
            "a.hpp": "namespace shop { bool ends(int a) { return a; }\nclass Cart { bool f() { return ends(1); } }; }\n"
            "namespace other { bool ends(int a) { return a; } }\n",
        }
    )
    assert users(found.uses_of("a/a.go", "Builder.Add")) == ["a/a.go:f"]
    assert users(found.uses_of("a/a.go", "tester.Add")) == ["a/a.go:g"]
    assert users(found.uses_of("a/a.go", "Other.Add")) == []
    assert proved(found.definitions_of("a.hpp", "ends", "", "shop.Cart.f")) == ["a.hpp:shop.ends"]


def test_a_global_name_means_its_only_definition(resolver):
    found = resolver({"a.rb": "def only_here\nend\n", "b.rb": "def f\n  only_here(1)\nend\n"})
    (target,) = found.definitions_of("b.rb", "only_here", scope="f")
    assert 0.5 < target.confidence < PROVED


def test_files_and_names_that_are_not_there(resolver):
    found = resolver({"a.py": "x = 1\n"})
    assert found.definitions_of("b.py", "f") == []
    assert found.definitions_of("a.py", "f") == []
    assert found.uses_of("a.py", "f") == []


def test_text_that_is_not_indexed_may_be_asked_about(resolver):
    found = resolver({"a.py": "def f(): ...\n", "b.py": "from new import g\ng()\n"})
    names = Names(ModulePlace("c.py"), "python", ())
    assert found.resolve(names, [Usage("f")])[0][0].confidence < PROVED
    target = Candidate("g", "g", "function_definition", "def g()", 1, 0, ModulePlace("new.py"), "python", False)
    assert users(found.uses(target)) == ["b.py:"]


def test_imports_in_a_circle_come_to_an_end(resolver):
    found = resolver(
        {"a.py": "from b import f\n", "b.py": "from a import f\n", "c.py": "def f(): ...\nfrom a import f\n"}
    )
    assert proved(found.definitions_of("a.py", "f")) == []


def test_a_go_type_may_have_the_name_of_its_package(resolver):
    found = resolver(
        {
            "raft/raft.go": "package raft\n\ntype raft struct{}\n\nfunc (r *raft) lead() {}\n",
            "raft/node.go": "package raft\n\nfunc run(r *raft) {\n\tr.lead()\n}\n",
        }
    )
    assert users(found.uses_of("raft/raft.go", "raft.lead")) == ["raft/node.go:run"]
    assert proved(found.definitions_of("raft/node.go", "lead", "r", "run", "raft")) == ["raft/raft.go:raft.lead"]
