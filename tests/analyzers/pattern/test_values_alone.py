"""A name or a metavariable alone is a pattern of values, not of what a statement, a member or an import is called."""

from __future__ import annotations

import pytest

NAMES = {
    "javascript": (
        "import { q } from 'q'\nfunction q() {}\na.q = { q: 1 }\nclass q { q() {} }\nq: for (const q of r) {}\n"
        "const q = f(q)\nwhile (q) {}\nx = { q }\na[q]\n",
        ["q", "q", "q", "q", "q"],
    ),
    "typescript": ("let a: q = b as q\nfunction q(): q {}\nf<q>(a.q, q)\n", ["q"]),
    "python": (
        "import q\nfrom q import q as q\ndef q(): pass\nclass q(r): pass\na.q = f(q=1)\nfor q in r: pass\n"
        "with a as q: pass\ndef f():\n    global q\nq = 1\n@q\nclass s(q): pass\n",
        ["q", "q", "q"],
    ),
    "java": (
        "import q.q;\n@A(q = 1) class q { q() {} q q(q r) { for (q q : r) {} this.q = a.q(); q(); return (q) q; } }\n",
        ["q", "q"],
    ),
    "go": (
        'package q\nimport q "q"\ntype q struct { q int }\nfunc q(r q) { for i, q := range r {}\na.q = q{q: 1}\nq := q }\n',
        ["q", "q"],
    ),
    "csharp": (
        "using q;\nnamespace q { class q : q { public T q { get; } q() { f(q: 1); a.q = a?.q; var r = new q();\n"
        "foreach (var q in r) {} q = 2; } } }\n",
        ["q"],
    ),
    "ruby": ("class Q < R\ndef q; end\na.q(q: 1)\nf(q)\nend\n", ["q"]),
    "kotlin": ("import q.q\nclass q : q() { fun q() { a.q(); f(q) } }\n", ["q"]),
    "php": (
        "<?php\nforeach ($r as $k => $q) {}\n$f = function () use ($q) { return $q; };\nf($q); A::$q = 1;\n",
        ["$q", "$q"],
    ),
    "c": ("#define q 1\nenum q { q };\nstruct q { int q; } r;\nint q(void) { s.q = s->q; q: return q; }\n", ["q"]),
}


@pytest.mark.parametrize("language", NAMES)
def test_a_name_is_found_where_it_is_a_value(matched, language):
    code, expected = NAMES[language]
    assert matched(language, "$q" if language == "php" else "q", code) == expected


VALUES = {
    "javascript": (
        "if (a > 1) { f(b, 'c') }\n",
        ["a > 1", "a", "1", "f(b, 'c')", "f", "b", "'c'"],
    ),
    "python": (
        "if a > 1:\n    f(b, c=d)\n",
        ["a > 1", "a", "1", "f(b, c=d)", "f", "b", "d"],
    ),
    "java": (
        'class A { @B int m(C c) { if (a > 1) { f(b, "c"); } } }\n',
        ["a > 1", "a", "1", 'f(b, "c")', "f", "b", '"c"'],
    ),
    "go": (
        'package p\nfunc m(c C) { if a > 1 { f(b, "c") } }\n',
        ["a > 1", "a", "1", 'f(b, "c")', "f", "b", '"c"'],
    ),
    "ruby": ("if a > 1\n  f(b, 'c')\nend\n", ["a > 1", "a", "1", "f(b, 'c')", "f", "b", "'c'"]),
}


@pytest.mark.parametrize("language", VALUES)
def test_a_metavariable_stands_for_no_statement_and_no_list_of_arguments(matched, language):
    code, expected = VALUES[language]
    found = matched(language, "$X", code)
    unexpected = {"(b, 'c')", '(b, "c")', "(b, c=d)", "c=d", code, code.strip(), "c C", "C c", "C"}
    assert set(expected) <= set(found)
    assert unexpected.isdisjoint(found)


def test_with_a_semicolon_it_stands_for_statements(matched):
    assert matched("javascript", "$X;", "if (a) { f(); }\n")[0].startswith("if")


def test_what_is_bound_may_be_no_value(matched):
    inside = {"pattern-inside": "class $C { ... }"}
    parts = [inside, {"metavariable-pattern": {"metavariable": "$C", "pattern": "q"}}, {"focus-metavariable": "$C"}]
    assert matched("javascript", {"patterns": parts}, "class q { m() {} }\n") == ["q"]


DEEP = {
    "javascript": (
        "foo(() => bar);\nfoo(() => { x(bar); });\nfoo(function () { x(bar); });\nfoo(class { m() { x(bar); } });\n"
        "foo(y(bar, 1));\n",
        ["foo(y(bar, 1))"],
    ),
    "python": ("foo(lambda: bar)\nfoo([x for x in bar])\n", ["foo(lambda: bar)", "foo([x for x in bar])"]),
    "java": (
        "class A { void m() { foo(() -> bar); foo(() -> { x(bar); }); foo(new B() { void m() { x(bar); } }); } }\n",
        ["foo(() -> bar)"],
    ),
    "go": ("package p\nfunc m() {\nfoo(func() { x(bar) })\nfoo(T{a: bar})\n}\n", ["foo(T{a: bar})"]),
    "ruby": ("foo(lambda { bar })\nfoo(->(x) { bar })\nfoo(y { bar })\nfoo(y(bar))\n", ["foo(y(bar))"]),
    "csharp": (
        "class A { void M() { foo(() => bar); foo(x => { y(bar); }); foo(delegate { y(bar); }); } }\n",
        ["foo(() => bar)"],
    ),
    "rust": ("fn m() { foo(|x| bar); foo(|x| { y(bar); }); foo({ bar }); }\n", ["foo(|x| bar)"]),
    "scala": ("object A { def m() = { foo(x => bar); foo(x => { y(bar) }) } }\n", ["foo(x => bar)"]),
}


@pytest.mark.parametrize("language", DEEP)
def test_what_holds_a_value_does_so_outside_of_blocks(matched, language):
    code, expected = DEEP[language]
    assert matched(language, "foo(<... bar ...>)", code) == expected


def test_of_two_that_hold_each_other_the_inner_one_is_found_wherever_it_is(matched):
    """`$X` alone is around the other pattern and within it; both ways count."""
    parts = [{"pattern": "f(...)"}, {"pattern": "$X"}]
    assert matched("javascript", {"patterns": parts}, "g(f(a, b))\n") == ["f", "f(a, b)", "a", "b"]
