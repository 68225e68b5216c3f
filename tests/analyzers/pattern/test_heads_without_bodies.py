"""The head of a statement or definition as a pattern, without its body. The lines (from 1) are those of Semgrep, too."""

from __future__ import annotations

import pytest

from reread.analyzers.text import Document

CONDITIONS = (
    "if (a) b();\nif (a) { b(); } else { c(); }\nwhile (a) { b(); }\nfor (;;) { b(); }\nswitch (a) { }\nb(a);\n"
)
FUNCTIONS = (
    "function f(a) { return a; }\nclass A { m(a) { return a; } }\nasync function g() { }\nclass B extends A { }\n"
)
IN_FUNCTION = f"void f(int a) {{\n{CONDITIONS}}}\n"
IN_METHOD = f"class A {{ void f(int a) {{\n{CONDITIONS}}} }}\n"


@pytest.mark.parametrize(
    ("language", "pattern", "code", "lines"),
    [
        ("javascript", "if ($X)", CONDITIONS, [1, 2]),
        ("php", "if ($X)", f"<?php\n{CONDITIONS.replace('(a)', '($a)')}", [2, 3]),
        ("php", "if (...)", f"<?php\n{CONDITIONS.replace('(a)', '($a)')}", [2, 3]),
        *(("javascript", head, CONDITIONS, []) for head in ("while ($X)", "for (...)", "switch ($X)")),
        *(
            (language, head, code, [])
            for language, code in (("c", IN_FUNCTION), ("cpp", IN_FUNCTION), ("csharp", IN_METHOD))
            for head in ("if ($X)", "if (...)", "while ($X)", "for (...)", "switch ($X)")
        ),
        ("javascript", "function $F(...)", FUNCTIONS, [1, 2, 3]),
        ("javascript", "function $F($X)", FUNCTIONS, [1, 2]),
        ("typescript", "function $F(...)", FUNCTIONS, [1, 2, 3]),
        ("go", "func $F($X string)", "package p\nfunc f(a string) {}\nfunc g(a int) {}\n", [2]),
        ("typescript", "class $C", FUNCTIONS.replace("class B", "var b = class"), [2]),
        ("rust", "struct $S", "struct S { a: i32 }\nimpl S { fn m(&self) -> i32 { 1 } }\n", [1]),
        ("rust", "impl $T", "struct S { a: i32 }\nimpl S { fn m(&self) -> i32 { 1 } }\n", [2]),
    ],
)
def test_a_head_stands_for_what_it_does_in_semgrep(engine, rule, language, pattern, code, lines):
    document = Document("file:///x", code, language=language)
    found = engine(rule(language, pattern)).check(document).findings
    assert sorted({document.lines.line_of(each.span.start) + 1 for each in found}) == lines


def test_a_rule_with_a_head_that_finds_nothing_runs(matched):
    either = {"pattern-either": [{"pattern": "if ($X)"}, {"pattern": "b($X)"}]}
    assert matched("c", either, IN_FUNCTION.replace("b();", "c();")) == ["b(a)"]
