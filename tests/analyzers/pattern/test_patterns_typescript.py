"""Patterns for Typescript: what each matches, and what not. Semgrep was asked about all of these and gives the same answers."""

from __future__ import annotations

import pytest

from reread.analyzers.text import Document


@pytest.fixture
def lines_of(engine, rule):
    """The lines, counted from 1, on which what a rule finds in TypeScript with JSX begins."""

    def lines_of(body, code):
        analysis = engine(rule("typescript", body)).check(Document("file:///a.tsx", code, language="tsx"))
        return [code.count("\n", 0, finding.span.start) + 1 for finding in analysis.findings]

    return lines_of


CASES = [
    ("eval($X)", "eval(a as string);\nconst x: number = eval(b)!;\n", ["eval(a as string)", "eval(b)"]),
    ("const $X: any = $Y", "const a: any = 1;\nconst b: string = 'c';\n", ["const a: any = 1;"]),
    (
        "function $F(...) { ... }",
        "function f(a: number): string { return '' }\nclass A { private m(): void {} }\n",
        ["function f(a: number): string { return '' }", "private m(): void {}"],
    ),
    (
        "function $F($A: string) { ... }",
        "function a(b: string = 'c') {}\nfunction d(e?: string) {}\nfunction f(g: number = 1) {}\n",
        ["function a(b: string = 'c') {}", "function d(e?: string) {}"],
    ),
    ("function $F($A = $B) { ... }", "function a(b: T) {}\nfunction c(d: T = e) {}\n", ["function c(d: T = e) {}"]),
    (
        "function $F(...) { ... }",
        "class A {\n  @b()\n  // c\n  @d\n  e() {}\n  @f() g = 1;\n  h() {}\n}\n",
        ["@b()\n  // c\n  @d\n  e() {}", "h() {}"],
    ),
    (
        "for (const $K in $O) { ... $O[$K]; ... }",
        "for (let a in b) { f(b[a]); }\nfor (c in d) { f(d[c]); }\nfor (const e in g) { f(h[e]); }\n",
        ["for (let a in b) { f(b[a]); }", "for (c in d) { f(d[c]); }"],
    ),
    ('"..."', "a = `b ${c}`;\nd = `${e}`;\nf('g');\n", ["b ", "'g'"]),
    ("$X!", "a!;\nb;\n", ["a!"]),
    ("import $X from 'foo'", "import type { A } from 'foo';\nimport b from 'foo';\n", ["import b from 'foo';"]),
]


@pytest.mark.parametrize(("pattern", "code", "expected"), CASES, ids=[str(case[0]) for case in CASES])
def test_matches(matched, pattern, code, expected):
    assert matched("typescript", pattern, code) == expected


@pytest.mark.parametrize(
    ("pattern", "code", "expected"),
    [
        ("$A.get(...)", "await a.get<T[]>(b);", ["await a.get<T[]>(b)"]),
        ("a.b.get($X)", "const {c} = await a.b.get<T>(d);", ["await a.b.get<T>(d)"]),
        ("f($X)", "await f<T>(a);", ["await f<T>(a)"]),
        ("f($X)", "(await f)(a);", []),
        ("$A.get(...)", "(await a).put(b);", []),
    ],
)
def test_the_parser_takes_the_await_before_types_for_a_part_of_what_is_called(matched, pattern, code, expected):
    assert matched("typescript", pattern, code) == expected


CONTENT = """a = <a>foo</a>;
b = <a>{x}</a>;
c = <a>foo {x}</a>;
d = <a b="c">&nbsp;</a>;
e = <a><b/></a>;
f = <a>
  {f(y)}
</a>;
g = <a>{/* c */}</a>;
h = <a>{...x}</a>;
i = <a></a>;
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("<a>$M</a>", [1, 3, 4]),
        ("<$E>$M</$E>", [1, 3, 4]),
        ("<$E ...>{$M}</$E>", [2, 6, 10]),
        ("<$E>{...}</$E>", [2, 6, 10]),
        ("<$E>{f($X)}</$E>", [6]),
        ("<$E>foo</$E>", [1]),
        ("<$E>...</$E>", [1, 2, 3, 4, 5, 5, 6, 9, 10, 11]),
    ],
)
def test_a_metavariable_in_an_element_is_a_text_or_in_braces_a_value(lines_of, pattern, found):
    assert lines_of(pattern, CONTENT) == found


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("<a><b/></a>", [1, 2, 3]),
        ("<a><b ... /></a>", [1, 2, 3]),
        ("<a>... <b /> ...</a>", [1, 2, 3, 4]),
        ("f(<b />)", [6, 7]),
        ("<b />", [1, 2, 3, 4, 6, 7]),
    ],
)
def test_an_element_without_content_in_a_pattern_may_have_some(lines_of, pattern, found):
    code = "<a><b/></a>;\n<a><b c='d'/></a>;\n<a><b>e</b></a>;\n<a>f<b>e</b></a>;\n<a><c>e</c></a>;\nf(<b/>);\nf(<b>e</b>);\n"
    assert lines_of(pattern, code) == found


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("f({$X})", [1, 2]),
        ("f({a})", [1, 2]),
        ("f({$K: $V})", [1, 2, 3, 4]),
        ("const {$X} = y", [5, 6]),
        ("function $F({$X}) { ... }", [8]),
    ],
)
def test_a_metavariable_alone_in_an_object_is_a_name_that_is_its_own_value(lines_of, pattern, found):
    code = (
        "f({a});\nf({a, b});\nf({a: 1});\nf({a: 1, b: 2});\nconst {a} = y;\nconst {c, d} = y;\nconst {e: g} = y;\n"
        "function h({a}) { }\nfunction i({a = 1}) { }\nfunction j(a) { }\n"
    )
    assert lines_of(pattern, code) == found


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ({"patterns": [{"pattern-inside": "`...`"}, {"pattern": "$X"}]}, [1, 1, 1, 1, 2, 2]),
        ({"patterns": [{"pattern": "$X"}, {"metavariable-regex": {"metavariable": "$X", "regex": "^ {b}"}}]}, [2]),
        ({"patterns": [{"pattern": "$X"}, {"metavariable-regex": {"metavariable": "$X", "regex": "^quoted"}}]}, []),
    ],
)
def test_the_texts_of_a_template_are_values(lines_of, pattern, found):
    code = "`a ${x}\n${y} {b}\n`;\n'quoted';\n"
    assert lines_of(pattern, code) == found
