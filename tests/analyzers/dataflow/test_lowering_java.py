"""Lowering of Java to the IR."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.dataflow.ir.nodes import Call, Member

from .printer import block, function, functions, module, parts
from .properties import broken, check_one_at_a_time, check_places

EXPRESSIONS = [
    ("a.b.c", "a.b.c"),
    ("this.x", "this.x"),
    ("A.this.x", "this.x"),
    ("f(a)", "f(a)"),
    ("a.b(c).d()", "a.b(c).d()"),
    ("super.f()", "super.f()"),
    ("this.<T>f(a)", "this.f(a)"),
    ("new A<>(b)", "new A(b)"),
    ("new a.B()", "new a.B()"),
    ("new A(b) { int c = 1; void m() { d(); } }", "<new A(b), m() {d()}, () {c: int = 1}>"),
    ("new int[]{1, a}", "[1, a]"),
    ("new int[a][2]", "<a, 2>"),
    ("a[b]", "a[b]"),
    ("((a))", "a"),
    ('"a" + b * c', "('a' + (b * c))"),
    ("!a && -b > ~c", "((! a) && ((- b) > (~ c)))"),
    ("a ? b : c", "(a ? b : c)"),
    ("(T) a", "<a>"),
    ("a instanceof T", "(a instanceof T)"),
    ("a instanceof T b && b.c()", "(sequence((b = a), (a instanceof T)) && b.c())"),
    ("a instanceof P(Q(var b, _), var c)", "sequence((b = a[0][0]), (c = a[1]), (a instanceof P))"),
    ("a instanceof P(int b, var c)", "sequence((b = a[0]), (c = a[1]), (a instanceof P))"),
    ("() -> f()", "() {return f()}"),
    ("a -> a", "(a) {return a}"),
    ("(a, b) -> { return a; }", "(a, b) {return a}"),
    ("(final T a) -> a", "(a: T) {return a}"),
    ("A::b", "(<argument 0>, <argument 1>) {return A.b(<argument 0>, <argument 1>)}"),
    ("this::b", "(<argument 0>, <argument 1>) {return this.b(<argument 0>, <argument 1>)}"),
    ("List<A>::new", "(<argument 0>, <argument 1>) {return new List(<argument 0>, <argument 1>)}"),
    ("A.class", "<>"),
    ("a = b += c", "(a = (b += c))"),
    ("a++ + --b", "((a += 1) + (b -= 1))"),
    ("switch (a) { case 1, 2 -> b; case X -> c; default -> d; }", "(((a == 1) || (a == 2)) ? b : ((a == X) ? c : d))"),
    (
        "switch (a) { case 1 -> { yield b; } case 2 -> throw c; default -> d; }",
        "() {if (a == 1) {return b} else {if (a == 2) {raise c} else {return d}}}()",
    ),
    (
        "switch (a) { case T t when t.b() -> c; default -> d; }",
        "((sequence((t = a), (a instanceof T)) && t.b()) ? c : d)",
    ),
]

LITERALS = [
    (r'"a\t\u0041\101\""', 'a\tAA"'),
    ('""', ""),
    ('"""\n    a\n      b\n    """', "a\n  b\n"),
    ('"""\n    a"b\\\n    c"""', 'a"bc'),
    ("'a'", "a"),
    ("1L", 1),
    ("0x1F", 31),
    ("0b11", 3),
    ("017", 15),
    ("1_000", 1000),
    ("1.5f", 1.5),
    ("2d", 2.0),
    ("true", True),
    ("null", None),
]

STATEMENTS = [
    ("int a, b = 1;", "a: int = None; b: int = 1"),
    ("final var a = b;", "a: var = b"),
    ("a.b = c; a[1] += d; e++;", "a.b = c; a[1] += d; e += 1"),
    ("if (a) b(); else if (c) d(); else { e(); }", "if a {b()} else {if c {d()} else {e()}}"),
    ("for (int i = 0, j = 1; i < n; i++, j--) f();", "i: int = 0; j: int = 1; while (i < n) {f(); i += 1; j -= 1}"),
    ("for (i = 0, j = 1;;) { break; }", "i = 0; j = 1; loop {break}"),
    ("for (final T a : b) f(a);", "for a in b {f(a)}"),
    ("while (a) { continue; }", "while a {continue}"),
    ("do { a(); } while (b);", "do while b {a()}"),
    ("x: while (a) break x;", "while a {break x}"),
    ("try { a(); } catch (A | B e) { b(e); } finally { c(); }", "try {a()} catch {e = <>; b(e)} finally {c()}"),
    ("try (A a = f(); b) { c(); }", "try {a: A = f(); b; c()}"),
    ("switch (a) { case 1: case 2: b(); break; default: c(); }", "if ((a == 1) || (a == 2)) {b()} else {c()}"),
    ("switch (a) { case 1: b(); case 2: c(); }", "if ((a == 1) || (a == 2)) {if (a == 1) {b()}; c()}"),
    (
        "switch (a) { case 1 -> b(); case 2 -> { c(); } default -> throw d; }",
        "if (a == 1) {b()} else {if (a == 2) {c()} else {raise d}}",
    ),
    ("switch (a) { case 1: if (b) break; c(); }", "if (a == 1) {if b {} else {c()}}"),
    ("synchronized (a) { b(); }", "a; b()"),
    ("assert a : b;", "a; b"),
    ("throw a;", "raise a"),
    ("return;", "return"),
    ("return (a);", "return a"),
    ("class B { int c = 1; void m() { d(); } }", "define B B.m() {d()} {c: int = 1}"),
    (";", ""),
]


@pytest.mark.parametrize(("code", "expected"), EXPRESSIONS)
def test_expressions(code: str, expected: str) -> None:
    assert module("java", f"class A {{ T x = {code}; }}") == f"define A {{x: T = {expected}}}"


@pytest.mark.parametrize(("code", "value"), LITERALS)
def test_literals_have_the_value_that_they_have_when_the_code_runs(code: str, value: object) -> None:
    assert module("java", f"class A {{ T x = {code}; }}") == f"define A {{x: T = {value!r}}}"


@pytest.mark.parametrize(("code", "expected"), STATEMENTS)
def test_statements(code: str, expected: str) -> None:
    assert block(functions("java", f"class A {{ void f() {{ {code} }} }}")[1].body) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("static { f(); } { g(); }", "define A {f(); g()}"),
        ("class B { int c = 1; }", "define A {define B {c: int = 1}}"),
        (
            'enum E { X("a"), Y { void m() {} }; int c = 1; }',
            "define A {define E {X = new enum('a'); Y = new enum(); c: int = 1}}",
        ),
        ("interface I { int C = 1; }", "define A {define I {C: int = 1}}"),
        ('@interface B { String value() default ""; }', "define A {define B}"),
    ],
)
def test_the_initialisers_of_classes_are_one_function(code: str, expected: str) -> None:
    assert module("java", f"package p; import a.B; class A {{ {code} }}") == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            '@Get("/a") public <T> T f(@Valid @Param("b") final B b, int... c) throws E { d(); }',
            '@Get("/a") A.f(@Valid @Param("b") b: B, *c: int) {d()}',
        ),
        ("A(B b) { super(b); this.b = b; }", "A.A(b: B) {super(b); this.b = b}"),
        ("abstract void f();", "A.f() {}"),
        ("interface I { default void f() { a(); } }", "I.f() {a()}"),
        ("enum E { X { void f() {} }; }", "E.f() {}"),
        ("record R(@NotNull String a) { R { f(a); } }", "R.R(@NotNull a: String) {f(a); this.a = a}"),
        ("class B { class C { void f() {} } }", "C.f() {}"),
    ],
)
def test_methods_of_classes(code: str, expected: str) -> None:
    assert [function(found) for found in functions("java", f"class A {{ {code} }}")[1:]] == [expected]


def test_variables_of_the_code_around_are_shared() -> None:
    found = functions("java", "class A { void f(int a) { int b; a = b = c = 1; d++; e.f = 1; try (T g = h) {} } }")[1]
    assert found.shared == ("c", "d")


def test_places_are_those_of_the_code_without_brackets() -> None:
    found = functions("java", "class A { void f() { (a).b((c)); } }")[1]
    call = next(part for part in parts(found) if isinstance(part, Call))
    assert (call.start, call.end) == (11, 21)
    assert [(argument.start, argument.end) for argument in call.arguments] == [(18, 19)]
    assert isinstance(call.callee, Member)
    assert (call.callee.start, call.callee.end, call.callee.object.start) == (11, 16, 12)


HOSTILE = {
    "brackets": "x = " + "(" * 5_000 + "a" + ")" * 5_000 + ";",
    "sum": "x = " + " + ".join(["a"] * 5_000) + ";",
    "calls": "a" + ".b(c)" * 5_000 + ";",
    "plain calls": "f(" * 2_000 + ")" * 2_000 + ";",
    "long calls": "f(a).b(" * 2_000 + ")" * 2_000 + ";",
    "branches": "if (a) b();" + " else if (a) b();" * 400,
    "blocks": "{" * 2_000 + "a();" + "}" * 2_000,
    "cases": "switch (a) {" + "case 1: b(); break;" * 2_000 + "}",
    "arrow cases": "x = switch (a) {" + "case 1 -> b;" * 2_000 + "};",
    "classes": "class B {" * 300 + "}" * 300,
    "lambdas": "x = " + "a -> " * 2_000 + "b;",
}


@pytest.mark.parametrize("code", HOSTILE.values(), ids=HOSTILE)
def test_code_of_any_depth_gives_a_form_of_limited_depth(code: str) -> None:
    check_places("java", f"class A {{ void f() {{ {code} }} }}")
    check_places("java", f"class A {{ {{ {code} }} }}")


SAMPLE = """
@Controller class A<T> extends B { static final String K = "k" + 1; enum E { X(1) { void q() {} }, Y; }
  @Get("/a") T f(@Param("n") final String n, int... m) throws E {
    for (String s : m) { if (s instanceof T t && t.u() > 1) continue; else x[1] += (int) y; }
    try (R r = new R(n) { int k = 1; void o() { } }) { switch (n) { case "a": g(); default: break; } }
    catch (E | F e) { return switch (n) { case 1 -> 2; default -> { yield 3; } }; } finally { h(() -> i, A::j); }
    return a ? this.b.c(d)[0] : \"\"\"
      text\"\"\";
  } record P(int x) { P { f(x); } }
}
"""


@given(st.integers(0, 2**32))
def test_broken_code_is_lowered_too(seed: int) -> None:
    check_places("java", broken(SAMPLE, seed))


def test_one_function_can_be_lowered_alone() -> None:
    check_one_at_a_time("java", SAMPLE)
