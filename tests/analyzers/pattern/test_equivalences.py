"""Syntactic equivalences: one pattern matches several ways to write the same, and nothing else."""

from __future__ import annotations

import pytest

from reread.analyzers.text import Document


def java(code):
    return f"class A extends B {{ void f() {{ {code} }} }}"


CHAIN = "a and b and c\na and (b and c)\na and b\n"
LOOPS = "package a\nfunc f() { for a := range z { b() }\nfor i, v := range y { c() }\nfor d { }\nfor i := 0; ; { } }\n"

CONSTANTS = ["const A: i32 = 1;", "static B: i32 = 1;"]
ARRAYS = "class A { void f() { var a = new P[] { x, y }; var b = new P[3]; g(new Q[] { x }); var c = new P(x); } }"


PATTERNS = [
    ("javascript", "$X => {...}", "a => {}; (b) => {}; (c, d) => {}; () => {}", ["a => {}", "(b) => {}"]),
    ("javascript", "($X) => $Y", "a => 1; (b) => 2; (c, d) => 3", ["a => 1", "(b) => 2"]),
    ("java", "$X -> $Y", java("g(a -> b); g((c) -> d); g((e, f) -> h); g(() -> i);"), ["a -> b", "(c) -> d"]),
    ("java", "($X) -> $Y", java("g(a -> b); g((c) -> d); g((e, f) -> h);"), ["a -> b", "(c) -> d"]),
    ("javascript", "f({a: $V})", "f({a}); f({b}); f({a: 1})", ["f({a})", "f({a: 1})"]),
    ("javascript", "f({a: true})", "f({a}); f({a: true})", ["f({a: true})"]),
    ("javascript", "{$X: $Y}", "x = {[k]: v}; y = {b}", ["{b}"]),
    ("javascript", "a: $V", "x = {a: 1, b: 2};\na: for (;;) {}\n", ["a: 1"]),
    ("javascript", "a: for (;;) {}", "x = {a: 1};\na: for (;;) {}\n", ["a: for (;;) {}"]),
    ("go", "A: true", "package a\nvar x = T{A: true, B: true}\n", ["A: true"]),
    ("javascript", "case $X: ...", "switch (a) { case 1: f(); default: g(); }\nif (x) { y }", ["case 1: f();"]),
    ("javascript", "export default function $F() {}", "export function a() {}", []),
    ("java", "super(...);", "class A extends B { A() { super(1); } void f() { g(1); } }", ["super(1);"]),
    ("java", "int $X = 2;", java("int a = 1, b = 2;"), ["int a = 1, b = 2;"]),
    ("javascript", "var $X = 2", "var a = 1, b = 2;\nvar c = 1;", ["var a = 1, b = 2;"]),
    ("go", "for $I := range $X { ... }", LOOPS, ["for a := range z { b() }"]),
    ("go", "for $C { ... }", LOOPS, ["for d { }"]),
    (
        "go",
        "func $F(...) error { ... }",
        "package a\nfunc f() error { }\nfunc g() (err error) { }\nfunc h() (int, error) { }\n",
        ["func f() error { }", "func g() (err error) { }"],
    ),
    ("python", "$F(**{...})", "f()\ng(**{'a': 1})\nh(**k)\n", ["g(**{'a': 1})"]),
    ("rust", "let $X = $Y;", "fn f() { let a = 1; let mut b: i32 = 2; }", ["let a = 1;", "let mut b: i32 = 2;"]),
    ("javascript", "$X && $Y && ...", "x = a && b;", ["a && b"]),
    ("python", "class $X(...): ...", "class A: pass\nclass B(C): pass\n", ["class A: pass", "class B(C): pass"]),
    ("javascript", "import { a } from 'm'", "import {a as b} from 'm';", ["import {a as b} from 'm';"]),
    ("javascript", "import { a } from 'm'", "import d, {a} from 'm';", ["import d, {a} from 'm';"]),
    ("javascript", "import { a as b } from 'm'", "import {a} from 'm';", []),
    (
        "javascript",
        "import $X from 'm'",
        "import {a} from 'm';\nimport b, {c} from 'm';",
        ["import b, {c} from 'm';"],
    ),
    ("javascript", "/a+b/", "x = /a+b/g;", ["/a+b/g"]),
    ("javascript", "/a+b/g", "x = /a+b/;", []),
    ("javascript", "export { a }", "export {a as b, c};", ["export {a as b, c};"]),
    (
        "php",
        "class $X { ... }",
        "<?php final class A extends B implements C { }",
        ["final class A extends B implements C { }"],
    ),
    (
        "php",
        "class $X implements C { ... }",
        "<?php class A implements B, C { } class D { }",
        ["class A implements B, C { }"],
    ),
    ("php", "function (...) { ... }", "<?php $f = function ($a) use ($x) { };", ["function ($a) use ($x) { }"]),
    ("php", "echo $X;", "<?php echo $x, $y; echo $z;", ["echo $z;"]),
    ("php", "array($X)", "<?php f(array(1)); f([2]); f([3, 4]);", ["array(1)", "[2]"]),
    ("rust", "$X = 1;", "const A: i32 = 1;\nstatic B: i32 = 1;\nconst C: i32 = 2;\n", CONSTANTS),
    ("rust", "const $C: $T = $E;", "const A: i32 = 1;\nstatic B: i32 = 1;\n", CONSTANTS[:1]),
    ("ruby", "while $X\n  g()\nend", "g() while a\nh() while a\ng() if a\n", ["g() while a"]),
    (
        "csharp",
        "throw new $E(...);",
        "class A { void F() { throw new B(); } int P => throw new C(1); int Q => throw d; }",
        ["throw new B();", "throw new C(1)"],
    ),
    ("csharp", "using $X;", "using A;\nusing B.C;\n", ["using A;", "using B.C;"]),
    ("csharp", "new P[] {x, ...}", ARRAYS, ["new P[] { x, y }"]),
    ("csharp", "new $T[] {...}", ARRAYS, ["new P[] { x, y }", "new Q[] { x }"]),
    ("csharp", "new P[$N]", ARRAYS, ["new P[3]"]),
    ("kotlin", "import a.b", "import a.b\nimport a.b.C\n", ["import a.b", "import a.b.C"]),
    ("kotlin", "import a.b", "import a.b.*\nimport a.b.C as D\n", ["import a.b.*", "import a.b.C as D"]),
    ("kotlin", "import a.b", "import a.bc\nimport a\nimport x.a.b\n", []),
    ("kotlin", "import a.b.*", "import a.b.C\nimport a.b.*\n", ["import a.b.*"]),
    ("kotlin", "P(...). ... .f()", "fun r() { P(1).f()\nP(1).a(2).b.f()\nQ(1).f() }", ["P(1).f()", "P(1).a(2).b.f()"]),
    ("kotlin", "$X.y = 1", "fun r() { a.y = 1\na.b().y = 1\na.z = 1 }", ["a.y = 1", "a.b().y = 1"]),
    ("kotlin", "$X.y = $X.z", "fun r() { a.b.y = a.b.z\na.b.y = a.c.z }", ["a.b.y = a.b.z"]),
    ("kotlin", "const val $X = 1", "private const val A = 1\nval B = 1\n", ["private const val A = 1"]),
    (
        "kotlin",
        "@A(...) fun $F() { ... }",
        "class C {\n@B\n@A(1)\nfun f() { g() }\n@B\nfun h() { }\n}\n",
        ["@B\n@A(1)\nfun f() { g() }"],
    ),
    ("kotlin", "fun $F(...) { ... }", "fun A.f(x: Int) { }", ["fun A.f(x: Int) { }"]),
    ("kotlin", "f($X)", "fun r() { f<Int>(1)\ng<Int>(2) }", ["f<Int>(1)"]),
    ("kotlin", "f<Int>($X)", "fun r() { f<Int>(1)\nf<Long>(2)\nf(3) }", ["f<Int>(1)"]),
    ("kotlin", "return $X", "val f = { a = 1 }\nval g = { b() }\n", ["b()"]),
    (
        "kotlin",
        "try { ... } catch ($E: $T) { ... }",
        "fun r() { try { a() } catch (e: E) { } catch (e: F) { b() } }",
        ["try { a() } catch (e: E) { } catch (e: F) { b() }"],
    ),
    ("kotlin", "catch ($E: $T) { }", "fun r() { try { a() } catch (e: E) { b() } }", []),
    ("cpp", "delete $X;", "void r() { delete a; delete[] b; }", ["delete a;"]),
    ("cpp", "delete[] $X;", "void r() { delete a; delete[] b; }", ["delete[] b;"]),
    ("cpp", "for (...) { ... }", "void r() { for (auto& a : b) { } }", ["for (auto& a : b) { }"]),
    ("cpp", "$X == NULL", "void r() { f(a == nullptr, b == NULL, c == 0); }", ["a == nullptr", "b == NULL"]),
    ("cpp", "try { ... } catch (...) { }", "void r() { try { } catch (E e) { f(); } }", []),
    (
        "cpp",
        "try { ... } catch ($T& $E) { ... }",
        "void r() { try { } catch (E& e) { f(); } catch (...) { } }",
        ["try { } catch (E& e) { f(); } catch (...) { }"],
    ),
    ("c", "$T *$X = $Y;", "void r() { int a = 0; int *b = c; }", ["int *b = c;"]),
    ("cpp", "$R $F(..., $T *$P, ...) { ... }", "int f(int a) { }\nint g(int *a) { }\n", ["int g(int *a) { }"]),
    ("csharp", "class $X : C { ... }", "class A : B, C { } class D : B { }", ["class A : B, C { }"]),
    (
        "csharp",
        "[E] public $T $X() { ... }",
        "class A { [D][E] public async F G() { } }",
        ["[D][E] public async F G() { }"],
    ),
    ("csharp", "A.B = ...;", "class X { void Y() { A.B = c => true; A.D = 1; } }", ["A.B = c => true;"]),
    ("kotlin", "throw $X", "fun f() { l.map { it + 1 }; throw E() }", ["throw E()"]),
    ("java", "void f() throws C { }", "class A { void f() throws B, C { } }", ["void f() throws B, C { }"]),
]


@pytest.mark.parametrize(("language", "pattern", "code", "expected"), PATTERNS)
def test_a_pattern_matches_its_equivalent_forms(matched, language, pattern, code, expected):
    assert matched(language, pattern, code) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("def $F():\n    $...BODY", "a() b() return 1"),
        ("def $F():\n    a()\n    $...BODY", "b() return 1"),
        ("def $F():\n    $...BODY\n    return 1", "a() b()"),
        ("def $F():\n    $...BODY\n    a()\n    ...", ""),
    ],
)
def test_what_stands_for_statements_is_known(engine, rule, pattern, expected):
    code = "def f():\n    a()\n    b()\n    return 1\n"
    analysis = engine(rule("python", pattern, message="<$...BODY>")).check(
        Document("file:///x", code, language="python")
    )

    assert [" ".join(finding.message.split()) for finding in analysis.findings] == [f"<{expected}>"]


def test_an_imported_name_is_known_whatever_the_file_calls_it(engine, rule):
    rules = engine(
        rule("python", "from m import $X", id="a", message="$X"),
        rule("javascript", "import { $X } from 'm'", id="b", message="$X"),
    )
    python = rules.check(Document("file:///x", "from m import a as b, c\n", language="python"))
    script = rules.check(Document("file:///x", "import {a as b, c} from 'm';\n", language="javascript"))

    assert [finding.message for finding in python.findings] == ["a", "c"]
    assert [finding.message for finding in script.findings] == ["a", "c"]


def test_a_list_of_statements_that_has_to_go_on_otherwise_is_not_found(matched):
    assert matched("python", "def $F():\n    $...BODY\n    b()", "def f():\n    a()\n    b()\n    c()\n") == []


@pytest.mark.parametrize(
    ("pattern", "regrouped", "as_written"),
    [
        ("a and b", ["a and b"], ["a and b"]),
        ("a and $X", ["a and b and c", "a and (b and c)", "a and b"], ["a and (b and c)", "a and b"]),
        ("a and ... and c", ["a and b and c", "a and (b and c)"], ["a and b and c"]),
    ],
)
def test_a_chain_of_python_is_one_operation(matched, pattern, regrouped, as_written):
    assert matched("python", pattern, CHAIN) == regrouped
    assert matched("python", pattern, CHAIN, options={"ac_matching": False}) == as_written
