"""Patterns for Javascript: what each matches, and what not. Semgrep was asked about all of these and gives the same answers."""

from __future__ import annotations

import pytest

from reread.analyzers.text import Document, Span, TextChange

CASES = [
    ("eval(...)", "eval(1)\nvar a = eval(2);\nwindow.eval(3)\n", ["eval(1)", "eval(2)"]),
    ("foo();", "foo();\nx = foo();\nfoo()\n", ["foo();", "x = foo();", "foo()"]),
    (
        "$X = 1",
        "var a = 1;\nlet b = 1\nconst c = 1;\nd = 1;\ne.f = 1;\nvar g = 1, h = 2;\nclass A { z = 1 }\nfoo({k: 1})\nfunction f(k = 1) {}\n",
        ["a = 1", "b = 1", "c = 1", "d = 1", "e.f = 1", "g = 1", "z = 1"],
    ),
    ("const $X = 1", "var a = 1;\nlet b = 1\nconst c = 1;\nd = 1;\n", ["const c = 1;"]),
    ("var $X = 1", "var a = 1;\nlet b = 1\nconst c = 1;\nd = 1;\n", ["var a = 1;", "let b = 1", "const c = 1;"]),
    (
        "function $F(...) { ... }",
        "function a() {}\nasync function b() {}\nvar c = function() {}\nvar d = () => {}\nfunction* e() {}\nexport function g() {}\nexport default function() {}\nclass A { m() {} }\n",
        ["function a() {}", "async function b() {}", "function* e() {}", "function g() {}", "m() {}"],
    ),
    (
        "(...) => { ... }",
        "var d = () => {}\nvar e = x => x\nvar f = async (a,b) => { b }\n",
        ["() => {}", "x => x", "async (a,b) => { b }"],
    ),
    (
        "function (...) { ... }",
        "var d = () => {}\nvar c = function() {}\nfunction a() {}\n",
        ["() => {}", "function() {}"],
    ),
    ("{a: 1}", "x = {a: 1}\ny = {b:2, a:1}\n", ["{a: 1}", "{b:2, a:1}"]),
    (
        "{..., a: 1, ...}",
        "x = {a: 1}\ny = {b:2, a:1}\nz={'a':1}\nf({c:3,a:1,d:4})\n",
        ["{a: 1}", "{b:2, a:1}", "{'a':1}", "{c:3,a:1,d:4}"],
    ),
    ("foo({..., a: $X, b: $Y, ...})", "foo({a:1,b:2})\nfoo({b:2,a:1})\n", ["foo({a:1,b:2})", "foo({b:2,a:1})"]),
    ("$X == $Y", "a == b\na === b\na != b\n", ["a == b"]),
    (
        "if ($X) { ... }",
        "if (a) { b }\nif (a) b\nif (a) {b} else {c}\n",
        ["if (a) { b }", "if (a) b", "if (a) {b} else {c}"],
    ),
    (
        "if ($X) $Y",
        "if (a) { b }\nif (a) b\nif (a) {b} else {c}\n",
        ["if (a) { b }", "if (a) b", "if (a) {b} else {c}"],
    ),
    (
        "child_process.exec(...)",
        "const cp = require('child_process');\ncp.exec(1);\nconst {exec} = require('child_process');\nexec(2);\n",
        ["cp.exec(1)", "exec(2)"],
    ),
    ("child_process.exec(...)", "import * as cp from 'child_process';\ncp.exec(1);\n", ["cp.exec(1)"]),
    ("child_process.exec(...)", "import cp from 'node:child_process';\ncp.exec(1);\n", ["cp.exec(1)"]),
    ("fs.promises.rm(...)", "import {rm} from 'node:fs/promises';\nrm(1);\n", ["rm(1)"]),
    ("lodash.merge(...)", "const m = require('lodash/merge');\nm(1);\n", ["m(1)"]),
    ("express.session(...)", "import s from 'express-session';\ns(1);\n", ["s(1)"]),
    ("koa.cors(...)", "import s from '@koa/cors';\ns(1);\n", ["s(1)"]),
    ("cors(...)", "import s from './cors';\ns(1);\n", []),
    ("child_process.exec(...)", "import {exec as e} from 'child_process';\ne(1);\n", ["e(1)"]),
    (
        "import $X from 'foo'",
        "import a from 'foo';\nimport {b} from 'foo';\nimport * as c from 'foo';\n",
        ["import a from 'foo';"],
    ),
    ("new $X(...)", "new Foo\nnew Foo(1)\nnew a.Foo(1)\n", ["new Foo", "new Foo(1)", "new a.Foo(1)"]),
    (
        "$X.innerHTML = $Y",
        "a.innerHTML = b;\na.innerHTML += b;\na.innerHTML = b + c\n",
        ["a.innerHTML = b", "a.innerHTML += b", "a.innerHTML = b + c"],
    ),
    ("$A + $B", "x + y + z\n", ["x + y", "x + y + z"]),
    ("async function $F(...) { ... }", "function a() {}\nasync function b() {}\n", ["async function b() {}"]),
    (
        "$F($X, function(...) { ... })",
        "a(b, function(c) { d })\na(b, (c) => d)\n",
        ["a(b, function(c) { d })", "a(b, (c) => d)"],
    ),
    ("switch ($X) { ... }", "switch (a) { case 1: b }\n", []),
    (
        "for (...) { ... }",
        "for (a;b;c) {}\nfor (x of y) {}\nfor (x in y) {}\n",
        ["for (a;b;c) {}", "for (x of y) {}", "for (x in y) {}"],
    ),
    (
        "try { ... } catch ($E) { }",
        "try { a } catch (e) { b }\ntry { a } catch (e) { }\ntry {a} catch (e) {} finally {c}\n",
        ["try { a } catch (e) { }"],
    ),
    ("typeof $X == '...'", "typeof a == 'b'\n'b' == typeof a\n", ["typeof a == 'b'"]),
    (
        "class $C { ... }",
        "class A extends B { x() {} }\nclass D {}\nx = class {}\n",
        ["class A extends B { x() {} }", "class D {}"],
    ),
    ("class $C extends $D { ... }", "class A extends B { x() {} }\nclass D {}\n", ["class A extends B { x() {} }"]),
    ("$X.foo(...)", "a.foo(1)\na?.foo(2)\na['foo'](3)\n", ["a.foo(1)", "a?.foo(2)"]),
    ("a.b", "a.b\na['b']\na.b.c\na.b = 1\n", ["a.b", "a.b", "a.b"]),
    ("$X", "a", ["a"]),
    ("{ foo() }", "{ foo() }\nfunction f() { foo() }\n", ["{ foo() }", "{ foo() }"]),
    ("$X.then(...)", "a.then(b).then(c)\n", ["a.then(b)", "a.then(b).then(c)"]),
    ("$X === $X", "a === a\na === b\na.b === a . b\n", ["a === a", "a.b === a . b"]),
    ("[...]", "x = [1]\ny = []\n", ["[1]", "[]"]),
    ("$F(`...${$X}...`)", "a(`b${c}d`)\ne(`f`)\n", ["a(`b${c}d`)"]),
    (
        "app.get('...', (req, res) => { ... })",
        "app.get('/', (req, res) => { x() });\napp.get('/', async (req, res) => { y });\n",
        ["app.get('/', (req, res) => { x() })", "app.get('/', async (req, res) => { y })"],
    ),
    (
        "(req, $RES) => { ... $RES.send($X); ... }",
        "f((req, res) => { a(); res.send(b); c() });\n",
        ["(req, res) => { a(); res.send(b); c() }"],
    ),
    ("if (...) { ... } else { ... }", "if (a) { b } else { c }\nif (d) { e }\n", ["if (a) { b } else { c }"]),
    ("while ($X) { ... }", "while (a) { b }\n", ["while (a) { b }"]),
    ("throw new Error(...)", "throw new Error('a');\nthrow b;\n", ["throw new Error('a');"]),
    ("$X ? $Y : $Z", "a ? b : c\n", ["a ? b : c"]),
    ("delete $X[$Y]", "delete a[b];\ndelete c.d;\n", ["delete a[b]"]),
    ("typeof $X === 'undefined'", "typeof a === 'undefined'\ntypeof b == 'undefined'\n", ["typeof a === 'undefined'"]),
    ("await $X", "async () => { await f() }\n", ["await f()"]),
    ("$X || $Y", "a || b || c\n", ["a || b", "a || b || c"]),
    ("x.y = $V", "x.y = 1;\nx.z = 2;\nlet q = {y: 3};\n", ["x.y = 1"]),
    ("f($X < $Y)", "f(a > b)\nf(a < b)\n", ["f(a < b)"]),
    ("return $X", "function f() { return 1 }\nfunction g() { return }\n", ["return 1"]),
    ("document.write(...)", "document.write(a)\nwindow.document.write(b)\n", ["document.write(a)"]),
    ("$X['...']", "a['b']\na[b]\n", ["a['b']"]),
    ("let $X = $Y", "let a = 1;\nvar b = 2;\nconst c = 3;\n", ["let a = 1;"]),
]


@pytest.mark.parametrize(("pattern", "code", "expected"), CASES, ids=[str(case[0]) for case in CASES])
def test_matches(matched, pattern, code, expected):
    assert matched("javascript", pattern, code) == expected


FUNCTIONS = """\
f(x => 1);
f(x => { return 1; });
f(function (x) { return 1; });
f(x => { g(); return 1; });
f(x => { });
f(async x => 1);
f(async function (x) { g(); });
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("f(($A) => $B)", [1, 2, 3, 6]),
        ("f(async ($A) => { ... })", [6, 7]),
        ("f(async function ($A) { ... })", [6, 7]),
        ("f(async ($A) => { g(); })", [7]),
    ],
)
def test_functions_without_a_name_are_written_in_several_ways(matched, pattern, found):
    lines = FUNCTIONS.splitlines()
    assert [lines.index(each + ";") + 1 for each in matched("javascript", pattern, FUNCTIONS)] == found


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("<A b={$X} />", ["<A b />", "<A b={x} />", "<A c b />"]),
        ("<A $N={$X} />", ["<A b />", "<A b={x} />", "<A c b />", "<A c />"]),
        ("<A b={x} />", ["<A b={x} />"]),
    ],
)
def test_an_attribute_may_have_no_value(matched, pattern, found):
    code = "a = <A b />;\nb = <A b={x} />;\nc = <A c b />;\nd = <A c />;\ne = <B b />;\n"
    assert matched("javascript", pattern, code) == found


def test_the_place_of_an_element_is_all_of_it_with_the_brackets_around(engine, rule):
    checker = engine(rule("javascript", "<b c={$V} />"))
    before = checker.check(Document("file:///a.js", "x = (\n  <b c={1}>d</b>\n);\n", language="javascript"))
    assert _texts(before) == ["(\n  <b c={1}>d</b>\n)"]
    start = before.document.text.index("d<")
    change = TextChange(Span(start, start + 1), "{e}<i />")
    after = checker.recheck(before, change, before.document.changed(change))
    assert _texts(after) == ["(\n  <b c={1}>{e}<i /></b>\n)"]


def _texts(result):
    return [result.document.text[each.span.start : each.span.end] for each in result.findings]
