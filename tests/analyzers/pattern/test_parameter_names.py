"""A name or a metavariable alone is a pattern of values: the name that a parameter is declared with is none."""

from __future__ import annotations

import re

import pytest

from reread.analyzers.text import Document

CODE = {
    "javascript": (
        "function f(q, r = 1, ...s) {}\nf(q => 1); f((q, r) => 1)\nclass A { m(q) {} }\ntry {} catch (q) {}\n"
        "function g(a = q,\n{q}) { const [q = 1] = a;\nconst [...q] = a }\nf(q)\n",
        [5, 6, 6, 7, 8],
    ),
    "typescript": ("function f(q: T, r?: T) {}\nf(q => 1)\nclass A { m(q: T) {} }\nf(q)\n", [4]),
    "python": (
        "def f(q): pass\ndef g(q=1): pass\ndef h(q: int): pass\ndef i(q: int = 1): pass\ndef j(*q): pass\n"
        "def k(**q): pass\nf(lambda q: 1)\ndef m(a=q): pass\na, *q = b\nf(q)\n",
        [8, 9, 10],
    ),
    "java": (
        "class A { void f(S q) {}\nvoid g(S... q) {}\nvoid h() { f(q -> 1);\ntry {} catch (E q) {}\nf(q); } }\n",
        [5],
    ),
    "go": ("package p\nfunc f(q int, r ...int) {}\nfunc (q *T) g() (r int) {}\nfunc h() { f(q) }\n", [4]),
    "csharp": ("class A { void F(S q) {}\nvoid G() { F(q => 1);\ntry {} catch (E q) {}\nF(q); } }\n", [4]),
    "php": ("<?php\nfunction f($q, $r = 1) {}\nf(fn($q) => 1);\nf($q);\n", [4]),
    "ruby": ("def f(q, r = 1, *s, &t); end\ndef g(q: 1); end\nf { |q| 1 }\ndef h(a = q); end\nf(q)\n", [4, 5]),
    "rust": ("fn f(q: T) {}\nfn g(mut q: T) {}\nfn h() { f(|q| 1);\nf(q) }\n", [4]),
    "kotlin": ("fun f(q: T) {}\nfun g() { f({ q -> 1 })\nf(q) }\nfun h(a: T = q) {}\n", [3, 4]),
    "c": ("int f(int q) {}\nint g(char *q) {}\nint h(int q[]) { f(1);\nf(q); }\n", [4]),
    "scala": ("object A { def f(q: T) = 1\ndef g() = f(q => 1)\ndef h(a: T = q) = f(q) }\n", [3, 3]),
    "swift": ("func f(q: T) {}\nfunc g() { f(q) }\n", [2]),
}


@pytest.mark.parametrize("language", CODE)
@pytest.mark.parametrize("is_bound", [False, True])
def test_a_name_alone_is_no_declared_parameter(engine, rule, language, is_bound):
    code, expected = CODE[language]
    name = "$q" if language == "php" else "q"
    same = {"metavariable-regex": {"metavariable": "$X", "regex": f"^{re.escape(name)}$"}}
    body = {"patterns": [{"pattern": "$X"}, same]} if is_bound else {"pattern": name}
    document = Document("file:///a", code, language=language)
    found = engine(rule(language, body)).check(document).findings
    assert [document.lines.line_of(each.span.start) + 1 for each in found] == expected


def test_a_parameter_that_is_bound_may_be_asked_about(matched):
    inside = {"pattern-inside": "function $F(..., $P, ...) {...}"}
    nested = {"metavariable-pattern": {"metavariable": "$P", "pattern": "q"}}
    parts = [inside, nested, {"focus-metavariable": "$P"}]
    assert matched("javascript", {"patterns": parts}, "function f(p, q) { g(q) }\n") == ["q"]


def test_a_value_that_is_a_parameter_is_found_where_it_is_used(matched):
    parts = [{"pattern-inside": "def $F(..., $P, ...): ..."}, {"pattern": "$P"}]
    assert matched("python", {"patterns": parts}, "def f(p):\n    g(p + 1)\n") == ["p"]
