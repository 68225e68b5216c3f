from __future__ import annotations

import pytest

from reread.analyzers import syntax
from reread.analyzers.text import Document
from reread.rag.imports import ModulePlace, rules_of
from reread.rag.source.symbols import CALL, symbols


def of(language, text):
    tree = syntax.parse(Document("", text, language=language))
    assert tree is not None
    return symbols(tree)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "python",
            "import a.b\nimport c.d as e\nfrom .f import g as h, i\nfrom .. import j\nfrom k import *",
            ["a:a:", "e:c.d:", "h:.f:g", "i:.f:i", "j:..:j", "*:k:*"],
        ),
        (
            "javascript",
            'import a, {b as c} from "./m"; import * as n from "p"; export {d as e} from "./q"; export * from "./r";'
            ' const {f, g: h} = require("./s"), t = require("u").v; module.exports = require("./lib"); import "w"',
            ["a:./m:default", "c:./m:b", "n:p:", "e:./q:d", "*:./r:*", "f:./s:f", "h:./s:g", "t:u:v", "*:./lib:*"],
        ),
        ("typescript", 'import type {T} from "@/t"', ["T:@/t:T"]),
        (
            "go",
            'package a\nimport (\n"fmt"\nx "b/c"\n. "d/e"\n_ "f"\n"g/go-h/v2"\n)',
            ["fmt:fmt:", "x:b/c:", "*:d/e:*", "h:g/go-h/v2:"],
        ),
        ("java", "import a.b.C; import static d.E.f; import g.*;", ["C:a.b:C", "f:d.E:f", "*:g:*"]),
        ("kotlin", "import a.B\nimport c.D as E\nimport f.*\n", ["B:a:B", "E:c:D", "*:f:*"]),
        (
            "php",
            "<?php use A\\B\\{C, D as E}; use F\\G; use function H\\i;",
            ["C:A\\B:C", "E:A\\B:D", "G:F:G", "i:H:i"],
        ),
        ("csharp", "using A.B; using C = D.E;", ["*:A.B:*", "C:D:E"]),
        ("csharp", "global using A.B; global using C = D.E;", ["***:A.B:*", "**C:D:E"]),
        ("rust", "use crate::a::{self, b, C as D}; use e::*;", ["a:crate:a", "b:crate::a:b", "D:crate::a:C", "*:e:*"]),
        ("c", '#include "a/b.h"\n#include <c.h>\n', ["*:a/b.h:*", "*:c.h:*"]),
        ("ruby", "require 'a/b'\nrequire_relative '../c'\nputs 'd'", ["*:a/b:*", "*:./../c:*"]),
        ("bash", "source a.sh", []),
    ],
)
def test_what_a_file_takes_from_elsewhere(language, text, expected):
    assert [f"{each.local}:{each.module}:{each.member}" for each in of(language, text).imports] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("go", "package a\n", "a"),
        ("java", "package a.b;", "a.b"),
        ("kotlin", "package a.b\n", "a.b"),
        ("php", "<?php namespace A\\B;", "A\\B"),
        ("csharp", "namespace A.B;", "A.B"),
        ("csharp", "namespace A.B { class C {} }", "A.B"),
        ("python", "x = 1", ""),
    ],
)
def test_the_namespace_that_a_file_declares(language, text, expected):
    assert of(language, text).namespace == expected


@pytest.mark.parametrize(
    ("language", "module", "importer", "candidate", "reached"),
    [
        ("python", "a.b", "x.py", "a/b.py", True),
        ("python", "a.b", "x.py", "src/a/b/__init__.py", True),
        ("python", "a.b", "x.py", "a/c.py", False),
        ("python", ".b", "p/x.py", "p/b.py", True),
        ("python", ".b", "p/x.py", "b.py", False),
        ("python", "..", "p/q/x.py", "p/__init__.py", True),
        ("python", "json", "pkg/x.py", "pkg/json.py", False),
        ("python", "helpers", "tests/x.py", "tests/helpers.py", True),
        ("python", "b", "x.py", "b.txt", False),
        ("python", "own.a.b", "x.py", "a/b.py", True),
        ("python", "os.path", "x.py", "path.py", False),
        ("javascript", "./m", "p/x.js", "p/m.js", True),
        ("javascript", "./m.js", "p/x.ts", "p/m.ts", True),
        ("javascript", "../m", "p/x.js", "m/index.tsx", True),
        ("javascript", ".", "p/x.js", "p/index.js", True),
        ("javascript", "./m", "p/x.js", "q/m.js", False),
        ("javascript", "../../m", "p/x.js", "m.js", False),
        ("javascript", "@/a/b", "x.js", "src/a/b.ts", True),
        ("javascript", "@scope/util", "packages/app/x.ts", "packages/util/src/index.ts", True),
        ("javascript", "express", "x.js", "lib/router.js", False),
        ("javascript", "./m", "x.js", "m.py", False),
        ("go", "example.com/a/pkg/b", "x.go", "pkg/b/c.go", True),
        ("go", "example.com/a/pkg/b/v2", "x.go", "pkg/b/c.go", True),
        ("go", "example.com/a/pkg/b", "x.go", "pkg/c/c.go", False),
        ("c", "a/b.h", "x.c", "include/a/b.h", True),
        ("c", "b.h", "p/x.c", "p/b.h", True),
        ("c", "b.h", "x.c", "b.c", True),
        ("c", "b.h", "x.c", "c.h", False),
        ("rust", "crate::a", "src/x.rs", "src/a.rs", True),
        ("rust", "super::b", "src/a/x.rs", "src/a/b.rs", True),
        ("rust", "self::b", "src/a/mod.rs", "src/a/b.rs", True),
        ("rust", "my_crate::b", "other/src/x.rs", "crates/my-crate/src/b.rs", True),
        ("rust", "crate::a", "one/src/x.rs", "two/src/a.rs", False),
        ("ruby", "a/b", "x.rb", "lib/a/b.rb", True),
        ("ruby", "./b", "lib/x.rb", "lib/b.rb", True),
        ("ruby", "./b", "lib/x.rb", "b.rb", False),
        ("cobol", "a", "x", "a", False),
    ],
)
def test_which_file_a_module_is(language, module, importer, candidate, reached):
    assert (rules_of(language).reach(module, ModulePlace(importer), ModulePlace(candidate)) > 0.5) is reached


def test_namespaces_are_reached_wherever_their_files_are():
    reach = rules_of("java").reach
    assert reach("a.b", ModulePlace("X.java", "c"), ModulePlace("anywhere/Y.java", "a.b")) == 1
    assert reach("a.b", ModulePlace("X.java", "c"), ModulePlace("a/b/Y.java", "a")) == 0


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("python", "class A:\n  def f(self, x: Optional[m.B]):\n    x.g()", "x.g in A.f of B"),
        (
            "python",
            "class A:\n  def h(self):\n    self.b = B()\n  def f(self):\n    self.b.g()",
            "self.b.g in A.f of B",
        ),
        ("python", "class A(B):\n  def f(self):\n    super(A, self).f()", "super.f in A.f of "),
        ("python", "def f(x):\n  x.g()", "x.g in f of "),
        ("python", "def f(x: list[B]):\n  x.g()", "x.g in f of list"),
        ("python", "B().g()", "?.g in  of B"),
        ("python", "x()[0].g()", "?.g in  of "),
        ("typescript", "class A { constructor(private b: B) {}\n f() { this.b.g() } }", "this.b.g in A.f of B"),
        ("typescript", "function f(b: B | null) { b?.g() }", "b.g in f of B"),
        ("go", "package a\nfunc (s *S) f() { s.g() }", "s.g in S.f of S"),
        ("go", "package a\nfunc f() { b := &B{}; b.g() }", "b.g in f of B"),
        ("java", "class A { private B b; void f() { b.g(); } }", "b.g in A.f of B"),
        ("java", "class A { void f(B b) { b.g(); } }", "b.g in A.f of B"),
        ("csharp", "class A { B b; void f() { b.g(); } }", "b.g in A.f of B"),
        ("kotlin", "class A(val b: B) { fun f() { b.g() } }", "b.g in A.f of B"),
        ("php", "<?php class A { function f(B $b) { $b->g(); } }", "b.g in A.f of B"),
        ("rust", "impl A { fn f(b: &B) { b.g() } }", "b.g in A.f of B"),
        ("cpp", "void A::f() { B b; b.g(); }", "b.g in A.f of B"),
        ("ruby", "class A\n def f\n  @b.g(1)\n end\nend", "self.b.g in A.f of "),
    ],
)
def test_what_a_name_is_called_on_and_where(language, text, expected):
    calls = [each for each in of(language, text).references if each.kind == CALL and each.qualifier]
    assert f"{calls[-1].qualifier}.{calls[-1].name} in {calls[-1].scope} of {calls[-1].type}" == expected


def test_code_after_nested_definitions_is_in_the_container():
    text = "class A:\n  def f(self):\n    pass\n  x.y()\nz.w()\n"
    scopes = {each.name: each.scope for each in of("python", text).references}
    assert scopes == {"y": "A", "w": ""}
