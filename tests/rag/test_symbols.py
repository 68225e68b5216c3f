from __future__ import annotations

import pytest

from reread.analyzers import syntax
from reread.analyzers.text import Document
from reread.rag.source.symbols import CALL, IMPORT, INHERITANCE, symbols


def of(language, text):
    tree = syntax.parse(Document("", text, language=language))
    assert tree is not None
    return symbols(tree)


def defined(language, text):
    return [found.qualified for found in of(language, text).definitions]


def used(language, text, kind):
    return sorted({found.name for found in of(language, text).references if found.kind == kind})


DEFINITIONS = [
    ("python", "class A(B):\n  @x\n  def f(self):\n    def local(): ...\nasync def g(): ...", ["A", "A.f", "g"]),
    ("python", "if True:\n  def f(): ...\n", ["f"]),
    (
        "javascript",
        "export default class A { m() { const x = () => 1 } }\nconst f = () => 2, {a} = b\nfunction* g() {}",
        ["A", "A.m", "f", "g"],
    ),
    (
        "typescript",
        "interface I { }\ntype T = string\nenum E { A }\nabstract class C { n(): void {} }",
        ["I", "T", "E", "C", "C.n"],
    ),
    (
        "typescript",
        "/** Adds. */\nexport function f(a: string): string;\nexport function f(a: any) { return a }\n"
        "class C { m(a: string): void; m(a: any) { } }\ninterface I { n(): void; p: { q(): void } }\n"
        "declare function g(a: string): void;\ndeclare function g(a: number): void;",
        ["f", "C", "C.m", "I", "I.n", "g"],
    ),
    ("tsx", "export const View = () => <p>{title()}</p>", ["View"]),
    ("go", "type S struct{}\nfunc (s *S) M() {}\nfunc (g G[T]) N() {}\nfunc F() {}", ["S", "S.M", "G.N", "F"]),
    (
        "go",
        "const Most = 1\nconst (\n A, B = 1, 2\n C = iota\n)\nvar (\n v int\n)\nfunc F() { const inner = 1; var w = 2 }",
        ["Most", "A", "B", "C", "v", "F"],
    ),
    ("java", "class A { A() {} void m() {} interface I { int n(); } }", ["A", "A.A", "A.m", "A.I", "A.I.n"]),
    ("ruby", "module A\n class B < C\n  def f; end\n  def self.g; end\n end\nend", ["A", "A.B", "A.B.f", "A.B.g"]),
    (
        "rust",
        "struct S {}\nimpl S { fn m(&self) {} }\ntrait T { fn t(&self); }\nfn f<X>() {}",
        ["S", "S", "S.m", "T", "T.t", "f"],
    ),
    (
        "rust",
        "pub const MOST: u8 = 1;\nstatic S: u8 = 2;\nfn f() { const INNER: u8 = 3; }\nimpl T { const ONE: u8 = 1; }",
        ["MOST", "S", "f", "T", "T.ONE"],
    ),
    (
        "c",
        "struct s { int a; };\nstatic int *f(struct s *p) { struct s q; return 0; }\n#define M(x) x\n",
        ["s", "f", "M"],
    ),
    (
        "cpp",
        "namespace n { class C : D { int m() { } }; }\ntemplate<class T> T n::C::k(T a) { }",
        ["n", "n.C", "n.C.m", "n.C.k"],
    ),
    ("php", "<?php\nclass X extends Y { function f() {} }\nfunction t() {}", ["X", "X.f", "t"]),
    (
        "csharp",
        "namespace N { class C { C() {} int F() { return 1; } } interface I { void M(); } }",
        ["N", "N.C", "N.C.C", "N.C.F", "N.I", "N.I.M"],
    ),
    ("kotlin", "class X : Y() { fun f() = 1 }\nfun t() {}\nobject O { fun z() {} }", ["X", "X.f", "t", "O", "O.z"]),
    ("python", "def broken(:\n  pass\ndef fine(): ...", ["broken", "fine"]),
    ("python", "", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), DEFINITIONS)
def test_definitions_of_each_language(language, text, expected):
    assert defined(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("python", "f(g(1)).h()\nx[0]()", ["f", "g", "h"]),
        ("javascript", "new A(); b.c(); `${d()}`; e?.f()", ["A", "c", "d", "f"]),
        ("typescript", "f<string>(1); new Map<string, number>()", ["Map", "f"]),
        ("go", "package a\nfunc f() { fmt.Println(g()); h() }", ["Println", "g", "h"]),
        ("java", "class A { void m() { n(); this.o(); new B<>(); } }", ["B", "n", "o"]),
        ("ruby", "f(1); x.g 2; x.h?; y.k!(1) ? a : b", ["f", "g", "h?", "k!"]),
        ("rust", "fn a() { f(1); g::h::<i32>(); s.m(); p!(1) }", ["f", "h", "m", "p"]),
        ("c", "int a() { return f(1) + s->g(2); }", ["f", "g"]),
        ("cpp", "int a() { n::f<int>(1); s.g(2); new C(3); }", ["C", "f", "g"]),
        ("php", "<?php f(); $a->g(); X::h(); new C();", ["C", "f", "g", "h"]),
        ("csharp", "class A { void M() { F(); a.G(); new C<int>(); } }", ["C", "F", "G"]),
        ("kotlin", "fun a() { f(1); s.g(2) }", ["f", "g"]),
    ],
)
def test_calls(language, text, expected):
    assert used(language, text, CALL) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("python", "import a.b as c\nfrom d import (e, f as g)", ["a", "b", "c", "d", "e", "f", "g"]),
        ("typescript", 'import { a as b } from "./path/module.js"', ["a", "b", "module"]),
        ("go", 'package a\nimport y "gopkg.in/yaml.v3"', ["y", "yaml"]),
        ("java", "import com.example.Thing;", ["Thing", "com", "example"]),
    ],
)
def test_imports(language, text, expected):
    assert used(language, text, IMPORT) == expected


def test_inheritance():
    assert used("python", "class A(B, c.D): ...", INHERITANCE) == ["B", "D", "c"]
    assert used("java", "class A extends B implements C<D> {}", INHERITANCE) == ["B", "C", "D"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("php", "<?php\nclass A extends B { use T, \\n\\U; }\nuse X\\Y;", [("A", "B"), ("A", "T"), ("A", "U")]),
        ("ruby", "class A < B\n include M, N::O\n extend P\n x.include Q\nend\ninclude R", "A:B A:M A:O A:P"),
        ("rust", "impl<T> Show for Page<T> where T: Copy {}\nimpl Page { }\ntrait A: B { }", "Page:Show A:B"),
        ("python", "def test():\n    class Inner(Base, metaclass=Meta):\n        x = 1", "Inner:Base Inner:Meta"),
        ("typescript", "function f() { class Inner extends Base { } }", "Inner:Base"),
    ],
)
def test_who_inherits_from_whom(language, text, expected):
    pairs = [tuple(each.split(":")) for each in expected.split()] if isinstance(expected, str) else expected
    found = [(each.type, each.name) for each in of(language, text).references if each.kind == INHERITANCE]
    assert sorted(found) == sorted(pairs)


def test_signature_doc_and_span():
    text = '# about f\n@cached\ndef f(a: int,  # first\n      b=2) -> str:\n    """Does it."""\n    return g(a)\n'
    found = of("python", text).definitions[0]
    assert found.signature == "def f(a: int, b=2) -> str"
    assert found.doc == "# about f"
    assert found.span == (0, len(text) - 1)
    assert text[found.head :].startswith("def f")


def test_overloads_are_one_definition_with_what_implements_them():
    text = "/** Adds. */\nfunction f(a: string): string;\n// Or numbers.\nfunction f(a: number): number;\n"
    whole = text + "function f(a: any) { return a }"
    (found,) = of("typescript", whole + "\nf(1)").definitions
    assert (found.span.start, found.span.end) == (0, len(whole))
    assert (found.doc, found.signature) == ("/** Adds. */", "function f(a: string): string;")
    assert defined("typescript", text + "g();\nfunction f(a: any) { }") == ["f", "f"]


def test_a_docstring_is_the_doc():
    assert of("python", 'class A:\n    """Being A."""\n').definitions[0].doc == "Being A."


def test_a_comment_behind_other_code_is_no_doc():
    assert of("python", "x = 1  # one\ndef f(): ...").definitions[0].doc == ""


def test_offsets_are_code_points():
    text = "x = '🙂é'\nclass A:\n    def f(self): return g()\n"
    found = of("python", text)
    assert [text[d.head :].split("(")[0].split(":")[0] for d in found.definitions] == ["class A", "def f"]
    assert text[: found.references[0].start].endswith("return g")


def test_deep_nesting_does_not_exhaust_the_stack():
    assert of("python", "f(" * 5_000).definitions == ()
