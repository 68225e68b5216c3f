"""Patterns in C and C++, and what is the same in all languages with braces: a pattern, code, the lines that it matches."""

from __future__ import annotations

import pytest

from reread.analyzers.text import Document

FREE_THEN_USE = "free($P);\n...\nuse($P);"
C_CASES = [
    # A sequence reaches what is in a branch or a loop without braces, and behind a label.
    (FREE_THEN_USE, "void f() {\nfree(p);\nif (c)\nuse(p);\n}", [2]),
    (FREE_THEN_USE, "void f() {\nfree(p);\nif (c)\na();\nelse\nuse(p);\n}", [2]),
    (FREE_THEN_USE, "void f() {\nfree(p);\nfor (;;)\nuse(p);\n}", [2]),
    (FREE_THEN_USE, "void f() {\nfree(p);\nlast:\nuse(p);\n}", [2]),
    # What is in the head or the branch of a statement is no statement of the block around it.
    (FREE_THEN_USE, "void f() {\nif (c)\nfree(p);\nuse(p);\n}", []),
    (FREE_THEN_USE, "void f() {\nif (free(p))\na();\nuse(p);\n}", []),
    (FREE_THEN_USE, "void f() {\nfree(p);\nif (use(p))\na();\n}", []),
    (FREE_THEN_USE, "void f() {\nfree(p);\nreturn use(p);\n}", [2]),
    (FREE_THEN_USE, "void f() {\nint a = free(p);\nuse(p);\n}", [2]),
    # A statement may be a body without braces, and what a loop or a branch begins with is none.
    ("use($X);", "void f() {\nif (c)\nuse(1);\nelse\nuse(2);\n}", [3, 5]),
    ("use($X);", "void f() {\nwhile (c)\nif (d)\nx = use(1);\n}", [4]),
    ("use($X);", "void f() {\ndo\nuse(1);\nwhile (c);\nlast:\nuse(2);\n}", [3, 6]),
    ("use($X);", "void f() {\nif (use(1)) a();\nfor (use(2); use(3); use(4)) a();\n}", []),
    # Without braces there is one statement.
    ("if ($C) { ... return; }", "void f() {\nif (c) return;\nif (c) { a(); return; }\n}", [3]),
    ("if ($C) { return; }", "void f() {\nif (c) return;\nif (c) a();\n}", [2]),
    # The type of a name is the one at its beginning together with what stands at the name.
    ("char $X = $Y;", "void f() {\nchar a = 1;\nchar *b = 0;\nchar c[2] = d;\n}", [2]),
    ("char *$X = $Y;", "void f() {\nchar a = 1;\nchar *b = 0;\nchar **c = 0;\n}", [3]),
    ("$T *$X = $Y;", "void f() {\nchar a = 1;\nchar *b = 0;\nchar **c = 0;\nchar *d[2] = e;\n}", [3, 4]),
    ("char $X[$N];", "void f() {\nchar a[2];\nchar *b[2];\nchar c;\n}", [2]),
    ("int $X;", "int a;\nint b, *c;\nint *d;\nint e = 1;\nint g(void);\n", [1, 2]),
    ("int $F(...) { ... }", "int f() { }\nint *g() { }\n", [1]),
    ("$R $F(..., char *$P, ...) { ... }", "int f(char *p) { }\nint g(char **p) { }\nint h(char p) { }\n", [1]),
    # Members are declared as variables are, but the variable of a loop is not.
    ("char $X[$N];", "struct a {\nchar b[2];\nchar *c;\n};", [2]),
    ("$T $X = $Y;", "void f() {\nfor (int i = 0;;) {}\nint j = 0;\n}", [3]),
    ("$X = $Y", "void f() {\nfor (int i = 0;;) {}\nfor (i = 0;;) {}\n}", [3]),
    # A structure that is only named is not the one with these members.
    ("struct $S { ... }", "struct a { int b; };\nstruct c;\nstruct a d;\n", [1]),
    ("case $A: ...", "void f() {\nswitch (a) {\ncase 1: b();\ndefault: c();\n}\n}", [3]),
    ("default: ...", "void f() {\nswitch (a) {\ncase 1: b();\ndefault: c();\n}\n}", [4]),
    (
        "switch ($X) { ... default: ... }",
        "void f() {\nswitch (a) { case 1: b(); }\nswitch (c) { default: b(); }\n}",
        [3],
    ),
]
CPP_CASES = [
    ('std::string $X = "...";', 'class A {\nstd::string a = "b";\nint c = 1;\n};', [2]),
    ("$X = $Y", "class A {\nint a = 1;\nint b;\n};", [2]),
    ("virtual $T $F(...);", "class A {\nvirtual void f();\nvoid g();\n};", [2]),
    ("$T &$F(...) { ... }", "int &f() { }\nint *g() { }\nint h() { }\n", [1]),
    ("std::cout << ... << $X", "void f() {\nstd::cout << a << b << c;\nstd::cout << a;\nlog << a << b;\n}", [2]),
    ("std::cout << ... << std::endl", "void f() {\nstd::cout << a << b << std::endl;\nstd::cout << a << b;\n}", [2]),
    ("std::cout << ... << std::endl", "void f() {\n(std::cout << a | b) << std::endl;\n}", []),
    ("std::cin >> (char *$B)", "void f(char *a, int b) {\nstd::cin >> a;\nstd::cin >> b;\n}", [2]),
]
EVERYWHERE = [
    ("c", "void f() {{\n{}\n}}"),
    ("cpp", "void f() {{\n{}\n}}"),
    ("java", "class A {{ void f() {{\n{}\n}} }}"),
    ("csharp", "class A {{ void f() {{\n{}\n}} }}"),
    ("javascript", "function f() {{\n{}\n}}"),
    ("typescript", "function f() {{\n{}\n}}"),
]


@pytest.mark.parametrize(("pattern", "code", "expected"), C_CASES)
def test_c(lines_of, pattern, code, expected):
    assert lines_of("c", pattern, code) == expected


@pytest.mark.parametrize(("pattern", "code", "expected"), CPP_CASES)
def test_cpp(lines_of, pattern, code, expected):
    assert lines_of("cpp", pattern, code) == expected


@pytest.mark.parametrize(("language", "around"), EVERYWHERE)
@pytest.mark.parametrize(
    ("body", "expected"),
    [("free(p);\nif (c)\nuse(p);", [2]), ("if (free(p))\na();\nuse(p);", []), ("free(p);\nwhile (use(p))\na();", [])],
)
def test_a_sequence_is_of_statements_in_every_language(lines_of, language, around, body, expected):
    assert lines_of(language, FREE_THEN_USE, around.format(body)) == expected


@pytest.mark.parametrize(("language", "around"), EVERYWHERE)
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("if (c)\nuse(p);\nelse\nuse(q);", [3, 5]),
        ("while (c)\nx = use(p);", [3]),
        ("if (use(p))\na();", []),
        ("for (x = use(p); c; x = use(q))\na();", []),
    ],
)
def test_a_call_as_a_statement_is_found_without_braces_in_every_language(lines_of, language, around, body, expected):
    assert lines_of(language, "use(...);", around.format(body)) == expected


@pytest.mark.parametrize(("language", "around"), EVERYWHERE)
@pytest.mark.parametrize(
    ("pattern", "body", "expected"),
    [
        ("if ($C) use($X); else free($Y);", "if (c)\nuse(p);\nelse\nfree(q);", [2]),
        ("if ($C) use($X); else free($Y);", "if (c)\nx = use(p);\nelse\nx = free(q);", [2]),
        ("if ($C) use($X); else free($Y);", "if (c) {\nuse(p);\n} else {\nfree(q);\n}", [2]),
        ("if ($C) use($X); else free($Y);", "if (c)\nuse(p);\nelse\nuse(q);", []),
        ("if ($C) use($X); else free($Y);", "if (c)\nuse(p);", []),
        ("if ($C) use($X);", "if (c)\nx = use(p);\nelse\na();", [2]),
    ],
)
def test_both_branches_are_statements_in_every_language(lines_of, language, around, pattern, body, expected):
    assert lines_of(language, pattern, around.format(body)) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("for (auto $X : $C) { ... }", [2, 3]),
        ("for (auto &$X : $C) { ... }", [4, 5]),
        ("for (auto const &$X : $C) { ... }", [5]),
        ("for ($T $X : $C) { ... }", [2, 3, 4, 5, 6]),
        ("for (auto *$X : $C) { ... }", []),
    ],
)
def test_a_loop_over_copies_is_none_over_references_in_cpp(lines_of, pattern, expected):
    loops = "for (auto x : v) { g(x); }\nfor (auto const x : v) { g(x); }\nfor (auto &x : v) { g(x); }\n"
    more = "for (const auto &x : v) { g(x); }\nfor (std::string x : v) { g(x); }\n"
    assert lines_of("cpp", pattern, f"void f() {{\n{loops}{more}}}\n") == expected


def test_what_is_set_before_a_condition_is_a_statement_in_go(lines_of):
    code = "package p\nfunc f() {\nfree(p)\nif a := use(p); a {\n}\n}\nfunc g() {\nfree(p)\nif use(p) {\n}\n}\n"
    assert lines_of("go", "free($P)\n...\nuse($P)", code) == [3]


@pytest.fixture
def lines_of(engine, rule):
    def lines_of(language, pattern, code):
        document = Document("file:///x", code, language=language)
        found = engine(rule(language, pattern)).check(document).findings
        return sorted({document.lines.line_of(each.span.start) + 1 for each in found})

    return lines_of
