"""Lowering of Go to the IR."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.dataflow.ir.nodes import Call

from .printer import block, function, functions, module, parts
from .properties import broken, check_one_at_a_time, check_places

EXPRESSIONS = [
    ("a.b.c", "a.b.c"),
    ("a[b]", "a[b]"),
    ("a[1:b]", "a[<1, b>]"),
    ("f(a, b...)", "f(a, *b)"),
    ("a.B(c)", "a.B(c)"),
    ("F[[]int](a)", "F(a)"),
    ("p.F[[]int](a)", "p.F(a)"),
    ("[]byte(a)", "[]byte(a)"),
    ("make([]string, n)", "make('[]string', n)"),
    ("((a))", "a"),
    ("a + b*c", "(a + (b * c))"),
    ("!a && -b > ^c", "((! a) && ((- b) > (^ c)))"),
    ("&a", "<a>"),
    ("*a", "<a>"),
    ("<-a", "<a>"),
    ("a.(string)", "<a>"),
    ("T{A: 1, b: c}", "['A': 1, 'b': c]"),
    ("T{a, b}", "[a, b]"),
    ("&p.T{A: 1}", "<['A': 1]>"),
    ('map[string]int{a: 1, "b": 2}', "[a: 1, 'b': 2]"),
    ("[]T{{A: 1}, {B: 2}}", "[['A': 1], ['B': 2]]"),
    ("func(a int) int { return a }", "(a: int) {return a}"),
]

LITERALS = [
    ('"a\\t\\u0041\\x42\\103\\\\"', "a\tABC\\"),
    ("`a\\n`", "a\\n"),
    ("'a'", 97),
    ("'\\n'", 10),
    ("0x1F", 31),
    ("0b11", 3),
    ("0o17", 15),
    ("0777", 511),
    ("1_000", 1000),
    ("1.5e3", 1500.0),
    ("true", True),
    ("nil", None),
]

STATEMENTS = [
    ("a, err := f(b)", "[a, err] = f(b)"),
    ("a, b = b, a", "[a, b] = [b, a]"),
    ("a, ok := b[c]", "a = b[c]; ok = (c in b)"),
    ("a, ok := b.(T)", "a = <b>; ok = <>"),
    ("a, ok := <-b", "a = <b>; ok = <>"),
    ("*a = b", "<a> = b"),
    ("a.b[c] = d", "a.b[c] = d"),
    ("a += b", "a += b"),
    ("a++", "a += 1"),
    ("a--", "a -= 1"),
    ("a <- b", "a <- b"),
    ("var a, b = 1, 2", "[a, b] = [1, 2]"),
    ("var a, b string", "a: string = ''; b: string = ''"),
    ("var a bool; var b uint8; var c *T", "a: bool = False; b: uint8 = 0; c: *T = None"),
    ("var a, err = f()", "[a, err] = f()"),
    ("const a, b = 1, 2", "[a, b] = [1, 2]"),
    ("const (\n a = iota\n b\n)", "a = <>; b = <>"),
    ("if a := f(); a { b() } else if c { d() } else { e() }", "a = f(); if a {b()} else {if c {d()} else {e()}}"),
    ("if a { b() } else if c := d(); c { e() }", "if a {b()} else {c = d(); if c {e()}}"),
    ("for i := 0; i < n; i++ { f(i) }", "i = 0; while (i < n) {f(i); i += 1}"),
    ("for a { break }", "while a {break}"),
    ("for { continue }", "loop {continue}"),
    ("for k, v := range m { f(k) }", "for [k, v] in m {f(k)}"),
    ("for i := range 10 { f(i) }", "for [i, _] in 10 {f(i)}"),
    ("for range c { f() }", "for _ in c {f()}"),
    ("switch a := f(); a { case 1, 2: b(); default: c() }", "a = f(); if ((a == 1) || (a == 2)) {b()} else {c()}"),
    ("switch { case a > b: c() }", "if (a > b) {c()}"),
    (
        "switch a { case 1: b(); fallthrough; case 2: c() }",
        "if ((a == 1) || (a == 2)) {if (a == 1) {b()}; c()}",
    ),
    ("switch a { case 1: if b { break }; c() }", "if (a == 1) {if b {} else {c()}}"),
    ("for { switch a { case 1: break x } }", "loop {if (a == 1) {break x}}"),
    (
        "switch b := a.(type) { case T, *U: f(b); case nil: g() }",
        "b = a; if ((a instanceof T) || (a instanceof *U)) {f(b)} else {if (a instanceof nil) {g()}}",
    ),
    ("a := b(); { a := c(a); f(a) }; f(a)", "a = b(); 1a = c(a); f(1a); f(a)"),
    (
        "switch b := a.(type) { case int: f(b); case *U: g(b) }",
        "b = a; if (a instanceof int) {b: int = b; f(b)} else {if (a instanceof *U) {b: *U = b; g(b)}}",
    ),
    (
        "select { case a := <-b: f(a); case c <- d: default: g() }",
        "if <> {a = <b>; f(a)} else {if <> {c <- d} else {g()}}",
    ),
    ("defer f(a); b()", "f(a); b()"),
    ("a(); defer func() { f() }(); b(); defer func() { g() }()", "a(); try {b()} finally {() {g()}(); () {f()}()}"),
    ("go f(a)", "f(a)"),
    ("return a, nil", "return [a, None]"),
    ("return", "return"),
    ("panic(a)", "raise panic(a)"),
    ("x: for { goto x }", "loop {}"),
    ("type T struct { a int }", ""),
]


@pytest.mark.parametrize(("code", "expected"), EXPRESSIONS)
def test_expressions(code: str, expected: str) -> None:
    assert module("go", f"package p\nvar x = {code}") == f"x = {expected}"


@pytest.mark.parametrize(("code", "value"), LITERALS)
def test_literals_have_the_value_that_they_have_when_the_code_runs(code: str, value: object) -> None:
    assert module("go", f"package p\nvar x = f({code})") == f"x = f({value!r})"


@pytest.mark.parametrize(("code", "expected"), STATEMENTS)
def test_statements(code: str, expected: str) -> None:
    assert block(functions("go", f"package p\nfunc f() {{\n{code}\n}}")[1].body) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("func f(a, b string, c ...*T) {}", "f(a: string, b: string, *c: *T) {}"),
        ("func f(int, string) {}", "f(_: int, _: string) {}"),
        ("func f() (a string, err error) { return }", "f() {a: string = ''; err: error = None; return [a, err]}"),
        ("func f() (a int) { return }", "f() {a: int = 0; return a}"),
        ("func (t *T) f() {}", "T.f() {t: *T = this}"),
        ("func (t T[K]) f() {}", "T.f() {t: T[K] = this}"),
        ("func (*T) f() {}", "T.f() {_: *T = this}"),
        ("func f[K any](a K) {}", "f(a: K) {}"),
        ("func f()", "f() {}"),
    ],
)
def test_functions_of_a_package(code: str, expected: str) -> None:
    assert [function(found) for found in functions("go", f"package p\n{code}")[1:]] == [expected]


def test_the_code_of_a_package_names_its_functions() -> None:
    code = 'package p\nimport "fmt"\ntype T int\nvar a = f()\nfunc f() int { return 1 }\nfunc (t T) g() {}'
    assert module("go", code) == "a = f(); define f; define g"


def test_variables_of_the_code_around_are_shared() -> None:
    code = "package p\nfunc f(a int) (e int) { b := 1; a = 2; e = 1; c, b.x = 1, 2; func() { b, d = 1, 2; var g int; g = 1 }() }"
    found = functions("go", code)[1]
    assert found.shared == ("c", "d")
    assert "() shared b,d {" in function(found)


def test_places_are_those_of_the_code_without_brackets() -> None:
    found = functions("go", "package p\nfunc f() { g((a), (b + c)) }")[1]
    call = next(part for part in parts(found) if isinstance(part, Call))
    assert [(argument.start, argument.end) for argument in call.arguments] == [(14, 15), (19, 24)]


HOSTILE = {
    "brackets": "x = " + "(" * 5_000 + "a" + ")" * 5_000,
    "lists": "x = " + "T{" * 2_000 + "a" + "}" * 2_000,
    "sum": "x = " + " + ".join(["a"] * 5_000),
    "calls": "x = a" + ".b(c)" * 5_000,
    "plain calls": "f(" * 2_000 + ")" * 2_000,
    "long calls": "f(a).b(" * 2_000 + ")" * 2_000,
    "branches": "if a { b() }" + " else if a { b() }" * 400,
    "blocks": "{" * 2_000 + "a()" + "}" * 2_000,
    "cases": "switch a {" + "case 1: b()\n" * 2_000 + "}",
    "pointers": "x = " + "*" * 3_000 + "a",
    "deferred": "defer func() { a() }()\n" * 1_000,
}


@pytest.mark.parametrize("code", HOSTILE.values(), ids=HOSTILE)
def test_code_of_any_depth_gives_a_form_of_limited_depth(code: str) -> None:
    check_places("go", f"package p\nfunc f() {{\n{code}\n}}")


SAMPLE = """package p
import "fmt"
var a, b = f(1)
func (t *T) M(a, b string, c ...int) (x int, err error) {
	v, ok := m[k]; x, y = y, x
	if z := v.(T); ok { defer func() { recover() }() } else { t.n[1] += *p }
	for i, w := range ch { switch { case i > 1: break; default: go f(&T{A: 1, w: "x"}) } }
	select { case q := <-ch: fmt.Println(q, []byte("a"), 'c', `r`); default: }
	switch u := v.(type) { case int: return u, nil }
	return
}
"""


@given(st.integers(0, 2**32))
def test_broken_code_is_lowered_too(seed: int) -> None:
    check_places("go", broken(SAMPLE, seed))


def test_one_function_can_be_lowered_alone() -> None:
    check_one_at_a_time("go", SAMPLE)
