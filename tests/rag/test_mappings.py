"""What `go.mod`, `tsconfig.json`, `package.json` and `Cargo.toml` say about imports."""

from __future__ import annotations

import pytest

from reread.rag import mappings
from reread.rag.imports.table import Import
from reread.rag.index.directory import IndexDirectory
from reread.rag.mappings.paths import Paths
from reread.rag.retrieval.resolve import PROVED, Resolver
from reread.rag.workspace_index import WorkspaceIndex
from tests.rag.conftest import write


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (
            "svc/go.mod",
            "module example.org/svc/v2\n\ngo 1.22\n\nreplace (\n\texample.org/lib v1.0.0 => ../lib\n\tb => c v1\n)\n",
            {
                "example.org/svc/v2": "svc",
                "example.org/svc/v2/*": "svc/*",
                "example.org/lib": "lib",
                "example.org/lib/*": "lib/*",
            },
        ),
        ("go.mod", "replace example.org/far => ../../outside\n", {}),
        (
            "web/tsconfig.json",
            '{ // comment\n"compilerOptions": {"baseUrl": "./src", "paths": {"@app/*": ["app/*",], "cfg": ["a/cfg.ts"]}},}',
            {"@app/*": "web/src/app/*", "cfg": "web/src/a/cfg", "*": "web/src/*"},
        ),
        ("tsconfig.json", '{"compilerOptions": {"paths": {"x": ["src//x", 1], "y": 2}}}', {"x": "src/x"}),
        ("tsconfig.json", "[1]", {}),
        ("tsconfig.json", "not json", {}),
        (
            "Cargo.toml",
            '[package]\nname = "my-core"\n[lib]\nname = "core_lib"\n',
            {"my_core": "src", "my_core::*": "src::*", "core_lib": "src", "core_lib::*": "src::*"},
        ),
        ("Cargo.toml", "[workspace", {}),
        ("package.json", '{"private": true, "imports": {"#db": "./src/db.js"}}', {"#db": "src/db"}),
        ("package.json", "[]", {}),
        ("notes.txt", "module a", {}),
    ],
)
def test_what_files_say(path, text, expected):
    assert {each.module: each.member for each in mappings.read(path, text)} == expected


def test_a_package_is_what_it_exports_or_where_its_source_begins():
    text = '{"name": "@o/ui", "main": "./dist/index.js", "exports": {".": {"import": "./dist/i.mjs"}, "./x": "./src/x.ts"}}'
    found = [(each.module, each.member) for each in mappings.read("packages/ui/package.json", text)]
    assert ("@o/ui", "packages/ui/dist/i") in found and ("@o/ui", "packages/ui/src/index") in found
    assert ("@o/ui/x", "packages/ui/src/x") in found and ("@o/ui/*", "packages/ui/src/*") in found


def modules(said, language, path, module):
    return [each.module for each in Paths(said).applied(language, path, [Import("a", module, "b")])]


def test_the_nearest_file_that_says_something_counts():
    said = [
        ("tsconfig.json", "@/*", "src/*"),
        ("web/tsconfig.json", "@/*", "web/src/*"),
        ("package.json", "ui", "ui/index"),
    ]
    assert modules(said, "typescript", "web/src/a.ts", "@/b/c") == ["//web/src/b/c"]
    assert modules(said, "typescript", "other/a.ts", "@/b") == ["//src/b"]
    assert modules(said, "typescript", "web/a.ts", "ui") == ["//ui/index"]
    assert modules(said, "typescript", "web/a.ts", "./ui") == ["./ui"]
    assert modules(said, "typescript", "web/a.ts", "react") == ["react"]
    assert modules(said, "python", "web/a.py", "ui") == ["ui"]


def test_what_a_base_url_may_mean_may_be_a_package_too():
    assert modules([("tsconfig.json", "*", "src/*")], "tsx", "a.tsx", "react") == ["//src/react", "react"]


def test_a_module_that_go_mod_does_not_name_is_elsewhere():
    said = [("svc/go.mod", "example.org/svc/*", "svc/*")]
    assert modules(said, "go", "svc/a.go", "example.org/svc/errors") == ["//svc/errors"]
    assert modules(said, "go", "svc/a.go", "github.com/pkg/errors") == ["!github.com/pkg/errors"]
    assert modules(said, "go", "tool/a.go", "github.com/pkg/errors") == ["github.com/pkg/errors"]


FILES = {
    "go.mod": "module example.org/shop\n",
    "internal/money/money.go": "package money\n\nfunc Parse(s string) int { return 1 }\n",
    "errors/errors.go": "package errors\n\nfunc New(s string) error { return nil }\n",
    "cmd/main.go": 'package main\n\nimport (\n\t"errors"\n\t"example.org/shop/internal/money"\n)\n\n'
    "func main() {\n\tmoney.Parse(\"1\")\n\terrors.New(\"x\")\n}\n",
    "tsconfig.json": '{"compilerOptions": {"baseUrl": ".", "paths": {"~lib/*": ["web/library/*"]}}}',
    "web/library/price.ts": "export function format(x: number) { return x }\n",
    "web/page.ts": 'import { format } from "~lib/price";\n\nexport function show() { return format(1) }\n',
    "packages/ui/package.json": '{"name": "@shop/widgets", "main": "dist/index.js"}',
    "packages/ui/src/index.ts": 'export { button } from "./button";\n',
    "packages/ui/src/button.ts": "export function button() { return 1 }\n",
    "web/form.ts": 'import { button } from "@shop/widgets";\n\nexport function form() { return button() }\n',
    "packages/net/package.json": '{"name": "@shop/net", "exports": {"./load": {"import": "./dist/esm/load.mjs"}}}',
    "packages/net/src/load.ts": "export function load() { return 1 }\n",
    "packages/net/src/save.ts": "export function save() { return 1 }\n",
    "packages/net/try.js": 'import { save } from "./dist/save.js";\n\nexport function tried() { return save() }\n',
    "web/start.ts": 'import { load } from "@shop/net/load";\n\nexport function start() { return load() }\n',
    "crates/money/Cargo.toml": '[package]\nname = "shop-money"\n',
    "crates/money/src/parse.rs": "pub fn amount() -> u8 { 1 }\n",
    "crates/app/Cargo.toml": '[package]\nname = "shop"\n',
    "crates/app/src/main.rs": "use shop_money::parse::amount;\n\nfn main() { amount(); }\n",
}  # fmt: skip


@pytest.fixture
def resolver(tmp_path):
    folder = tmp_path / "shop"
    write(folder, FILES)
    index = WorkspaceIndex(str(folder))
    index.run()
    index.close()
    catalogue = IndexDirectory(str(folder)).reader()
    assert catalogue is not None
    yield Resolver(catalogue)
    catalogue.close()


@pytest.mark.parametrize(
    ("path", "name", "qualifier", "scope", "expected"),
    [
        ("cmd/main.go", "Parse", "money", "main", "internal/money/money.go"),
        ("web/page.ts", "format", "", "show", "web/library/price.ts"),
        ("web/form.ts", "button", "", "form", "packages/ui/src/button.ts"),
        ("web/start.ts", "load", "", "start", "packages/net/src/load.ts"),
        ("packages/net/try.js", "save", "", "tried", "packages/net/src/save.ts"),
        ("crates/app/src/main.rs", "amount", "", "main", "crates/money/src/parse.rs"),
    ],
)
def test_imports_are_followed_as_the_files_say(resolver, path, name, qualifier, scope, expected):
    found = resolver.definitions_of(path, name, qualifier, scope)
    assert [(each.path, each.confidence >= PROVED) for each in found] == [(expected, True)]
    assert [use.path for use in resolver.uses_of(expected, name) if use.confidence >= PROVED] == [path]


def test_the_standard_library_is_not_a_folder_of_the_module(resolver):
    assert all(each.confidence < 0.2 for each in resolver.definitions_of("cmd/main.go", "New", "errors", "main"))
