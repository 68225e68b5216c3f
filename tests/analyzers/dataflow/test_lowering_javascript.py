"""Lowering of JavaScript and TypeScript to the IR."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.dataflow.ir.common import MOST_LEVELS
from reread.analyzers.dataflow.ir.nodes import Call, Operation

from .printer import function, functions, module, parts
from .properties import broken, check_one_at_a_time, check_places

EXPRESSIONS = [
    ("a.b.#c", "a.b.#c"),
    ("a?.b?.[c]?.(d)", "a.b[c](d)"),
    ("this.x + super.y", "(this.x + super.y)"),
    ("f(a, ...b)", "f(a, *b)"),
    ("new Foo", "new Foo()"),
    ("new a.B(c)", "new a.B(c)"),
    ("import('x')", "import('x')"),
    ("import.meta.env", "import.meta.env"),
    ("((a))", "a"),
    ("(a, b)", "sequence(a, b)"),
    ("a ? b : c", "(a ? b : c)"),
    ("!a && typeof b === 'c' || void d", "(((! a) && ((typeof b) === 'c')) || (void d))"),
    ("'a' in b", "('a' in b)"),
    ("await a", "<a>"),
    ("`a`", "'a'"),
    ("``", "''"),
    (r"`a\n${b}c\u0041`", r"text('a\n', b, 'cA')"),
    ("tag`a${b}`", "tag(text('a', b))"),
    ("[a, ...b]", "[a, *b]"),
    ("f([, a, , b])", "f([None, a, None, b])"),
    ("({a, 'b': 1, [c]: d, ...e, f() { g }})", "['a': a, 'b': 1, c: d, *e, 'f': f() {g}]"),
    ("f(a = b, c += 1, d++, --e)", "f((a = b), (c += 1), (d += 1), (e -= 1))"),
    ("f([a, b] = c)", "f(([a, b] = c))"),
    ("[a => a.b]", "[(a) {return a.b}]"),
    ("(function g(a) { return a })", "g(a) {return a}"),
    ("[async ({a}, [b], ...c) => { d }]", "[(['a': a], [b], *c) {d}]"),
    ("/a+/g", "'/a+/g'"),
    ("class extends A { m() { a } }", "() {define  m() {a}}"),
]

LITERALS = [
    (r"'a\tb\x41\u{1F600}\'\\'", "a\tbA\U0001f600'\\"),
    ("'a\\\nb'", "ab"),
    ('""', ""),
    ("0x1F", 31),
    ("0b11", 3),
    ("0o17", 15),
    ("017", 15),
    ("089", 89),
    ("1_000", 1000),
    ("10n", 10),
    (".5e1", 5.0),
    ("true", True),
    ("null", None),
    ("undefined", None),
]

STATEMENTS = [
    ("let a, b = 1", "a = None; b = 1"),
    ("const {a, b: c = d, ...e} = f", "['a': a, 'b': c, *e] = f; if (c == None) {c = d}"),
    ("const {a = 1} = f", "['a': a] = f; if (a == None) {a = 1}"),
    ("[a, b.c] = d", "[a, b.c] = d"),
    ("a ||= b", "a ||= b"),
    ("a(), b = c", "a(); b = c"),
    ("if (a) b; else if (c) d; else { e }", "if a {b} else {if c {d} else {e}}"),
    ("for (let i = 0; i < n; i++) f(i)", "i = 0; while (i < n) {f(i); i += 1}"),
    ("for (;;) { break }", "loop {break}"),
    ("for (const [k, v] of m) f(k)", "for [k, v] in m {f(k)}"),
    ("for (const {a = 1} of m) f(a)", "for ['a': a] in m {if (a == None) {a = 1}; f(a)}"),
    ("for (k in m) continue", "for k in Object.keys(m) {continue}"),
    ("while (a) b", "while a {b}"),
    ("do a; while (b)", "do while b {a}"),
    ("x: while (a) continue x", "while a {continue x}"),
    ("try { a } catch (e) { b } finally { c }", "try {a} catch {e = <thrown>; b} finally {c}"),
    ("try { a } catch { b }", "try {a} catch {b}"),
    ("with (a) b", "a; b"),
    ("throw a", "raise a"),
    ("ctx.throw(400)", "ctx.throw(400); raise"),
    ("assert.ok(a, b)", "assert.ok(a, b); if a {} else {raise}"),
    ("assert()", "assert()"),
    ("other.throw(400)", "other.throw(400)"),
    ("; debugger", ""),
    ("if (a) { let b = () => c }", "if a {b = b() {return c}}"),
    ("{ function f() { a } }", "define f f() {a}"),
    ("export { a }; export * from 'b'", ""),
    ("export default a", "a"),
    ("export const a = 1", "a = 1"),
    ("class A { x = 1; static { f() } m() { a } }", "define A {this.x = 1; f()}"),
    ("const f = a => b", "define f"),
    ("exports.f = function () {}", "define f"),
]

SWITCHES = [
    ("case 1: a; break; case 'b': c; break; default: d", "if (s == 1) {a} else {if (s == 'b') {c} else {d}}"),
    ("case 1: case 2: a", "if ((s == 1) || (s == 2)) {a}"),
    ("case 1: a; case 2: b; break; case 3: c", "if ((s == 1) || (s == 2)) {if (s == 1) {a}; b} else {if (s == 3) {c}}"),
    ("default: a; break; case 1: b", "if (s == 1) {b} else {a}"),
    ("case 1: if (a) break; b", "if (s == 1) {if a {} else {b}}"),
    ("case 1: if (a) { b; break } else { c } d", "if (s == 1) {if a {b} else {c; d}}"),
    ("case 1: for (;;) { break } a", "if (s == 1) {loop {break}; a}"),
    ("case 1: try { break } finally { a }", "if (s == 1) {try {} finally {a}}"),
    ("case 1: return a; case 2: b", "if (s == 1) {return a} else {if (s == 2) {b}}"),
]


@pytest.mark.parametrize(("code", "expected"), EXPRESSIONS)
def test_expressions(code: str, expected: str) -> None:
    assert module("javascript", f"x = {code};") == f"x = {expected}"


@pytest.mark.parametrize(("code", "value"), LITERALS)
def test_literals_have_the_value_that_they_have_when_the_code_runs(code: str, value: object) -> None:
    assert module("javascript", f"f({code})") == f"f({value!r})"


@pytest.mark.parametrize(("code", "expected"), STATEMENTS)
def test_statements(code: str, expected: str) -> None:
    assert module("javascript", code) == expected


@pytest.mark.parametrize(("code", "expected"), SWITCHES)
def test_a_switch_is_a_chain_of_branches(code: str, expected: str) -> None:
    assert module("javascript", f"switch (s) {{ {code} }}") == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("<A b={c} d='e' {...f} g>text {h}<i.J k={l}/>{/* no */}</A>", "<c, 'e', f, h, <l>>"),
        ("<>{a}</>", "<a>"),
    ],
)
def test_the_attributes_and_children_of_elements_are_visible(code: str, expected: str) -> None:
    assert module("tsx", f"x = {code}") == f"x = {expected}"
    assert module("javascript", f"x = {code}") == f"x = {expected}"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("x = <T>y", "x = <y>"),
        ("x = y as T", "x = <y>"),
        ("x = y satisfies T", "x = <y>"),
        ("x = y!.z", "x = <y>.z"),
        ("const x: Map<A, B> = y", "x: Map<A, B> = y"),
        ("enum E { A = 'a', B }", "E = ['A': 'a', 'B': <>]"),
        ("namespace N { const x = 1; export function f() {} }", "x = 1; define f"),
        ("interface I { a: string }; type T = U; declare const x: T", ""),
        ("abstract class A { readonly x: T = 1; abstract m(): void }", "define A {this.x: T = 1}"),
        ("import a = require('b')", ""),
    ],
)
def test_typescript(code: str, expected: str) -> None:
    assert module("typescript", code) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("function f(a, b = 1, {c = 2}, ...d) {}", "f(a, b = 1, ['c': c], *d) {if (c == None) {c = 2}}"),
        ("export default function () { a }", "default() {a}"),
        ("export default async () => a", "default() {return a}"),
        ("const f = async (a) => { await a }", "f(a) {<a>}"),
        ("exports.f = function (a) {}", "f(a) {}"),
        ("A.prototype.f = function (a) {}", "A.f(a) {}"),
        ("class A { constructor() { this.x = 1 } }", "A.constructor() {this.x = 1}"),
        ("class A { static async *#f() { yield a } }", "A.#f() {yield a}"),
        ("class A { 'f g'() {} }", "A.f g() {}"),
        ("class A { h = (a) => a }", "A.h(a) {return a}"),
    ],
)
def test_functions_of_a_module(code: str, expected: str) -> None:
    assert [function(found) for found in functions("javascript", code)[1:]] == [expected]


def test_decorators_and_types_of_parameters_are_kept() -> None:
    code = "class A { @Get(':id') @Log f(@Body('x') b: Dto, @Req() private r?: Request) {} }"
    expected = "@Get(':id') @Log A.f(@Body('x') b: Dto, @Req() r: Request) {this.r = r}"
    assert [function(found) for found in functions("typescript", code)[1:]] == [expected]
    assert function(functions("javascript", "class A { @log f() {} }")[1]) == "@log A.f() {}"


def test_a_function_begins_with_its_decorators() -> None:
    found = functions("typescript", "class A { @Get() f() { g() } }")[1]
    call = next(part for part in parts(found) if isinstance(part, Call))
    assert (found.start, found.start + call.start) == (10, 23)


def test_variables_of_the_code_around_are_shared() -> None:
    code = "function f(a) { let b; a = b = c = 1; [d, e.x] = a; g++; for (h in a); () => { b = i = 1 } }"
    found = functions("javascript", code)[1]
    assert found.shared == ("c", "d", "g", "h", "i")
    assert "() shared b,i {" in function(found)


def test_places_are_those_of_the_code_without_brackets() -> None:
    found = functions("javascript", "function f() { return ((a) + (b)) }")[1]
    operation = next(part for part in parts(found) if isinstance(part, Operation))
    assert (operation.start, operation.end) == (23, 32)
    assert [(part.start, part.end) for part in operation.operands] == [(24, 25), (30, 31)]


HOSTILE = {
    "brackets": "x = " + "(" * 5_000 + "a" + ")" * 5_000,
    "lists": "x = " + "[" * 5_000 + "a" + "]" * 5_000,
    "sum": "x = " + " + ".join(["a"] * 5_000),
    "calls": "x = a" + ".b(c)" * 5_000,
    "plain calls": "f(" * 3_000 + ")" * 3_000,
    "long calls": "f(a).b(" * 3_000 + ")" * 3_000,
    "branches": "if (a) b" + " else if (a) b" * 400,
    "blocks": "{" * 3_000 + "a" + "}" * 3_000,
    "arrows": "x = " + "a => " * 3_000 + "b",
    "choices": "x = " + "a ? b : " * 3_000 + "c",
    "cases": "switch (a) {" + "case 1: b; break;" * 3_000 + "}",
    "falling": "switch (a) {" + "case 1: b;" * 3_000 + "}",
    "breaks": "switch (a) { case 1: " + "if (b) break; else if (c) break; d;" * 300 + "}",
    "nots": "x = " + "!" * 3_000 + "a",
    "targets": "let " + "[" * 3_000 + "a" + "]" * 3_000 + " = b",
    "elements": "x = " + "<a>" * 1_000 + "</a>" * 1_000,
}


@pytest.mark.parametrize("code", HOSTILE.values(), ids=HOSTILE)
def test_code_of_any_depth_gives_a_form_of_limited_depth(code: str) -> None:
    check_places("javascript", code)
    check_places("javascript", f"function f() {{ {code} }}")


def test_the_names_of_what_is_too_deep_are_kept() -> None:
    found = functions("javascript", f"x = {'[' * (MOST_LEVELS + 5)}a.b{']' * (MOST_LEVELS + 5)}")[0]
    assert "<a>" in function(found)
    calls = functions("javascript", "x = a(d)" + ".b(c(d))" * MOST_LEVELS)[0]
    assert "<a, <d>, <>, <<c, d>>" in function(calls)
    assert function(functions("javascript", "x = " + "+".join("abcde" * MOST_LEVELS))[0]).count("a") == MOST_LEVELS


SAMPLE = """
import {a} from 'b';
export class A extends B {
  #p = 1; handler = async (x) => { await this.y(x?.z ?? `q${x}`); };
  @Get('/') async get(@Body() {id, n = [1, 2]}: Dto, ...rest) {
    for (const [k, v] of Object.entries(rest)) { if (k in v) continue; else this[k] += v; }
    switch (id) { case 1: n(); default: return <T>n; }
  }
}
const f = function g(a, b = {c: 1, ...d}) { try { throw new E(a) } catch ({message}) { do { a++ } while (a) } };
app.get('/x', (req, res) => { res.send(req.query.a ? [, ...f] : (1, 2)) });
"""


@given(st.integers(0, 2**32))
def test_broken_code_is_lowered_too(seed: int) -> None:
    check_places("typescript", broken(SAMPLE, seed))


def test_one_function_can_be_lowered_alone() -> None:
    check_one_at_a_time("typescript", SAMPLE)
