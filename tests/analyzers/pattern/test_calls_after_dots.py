"""`begin(); ... g(2);`: which statements of a function the call after the dots is looked for in."""

from __future__ import annotations

import pytest

FORMS = {
    "javascript": "function f() {{ begin(); {} }}\n",
    "java": "class A {{ void f() {{ begin(); {} }} }}\n",
    "csharp": "class A {{ void f() {{ begin(); {} }} }}\n",
    "php": "<?php\nfunction f() {{ begin(); {} }}\n",
    "go": "package a\n\nfunc f() {{\n\tbegin()\n\t{}\n}}\n",
    "python": "def f():\n    begin()\n    {}\n",
    "c": "void f() {{ begin(); {} }}\n",
    "ruby": "def f\n  begin1()\n  {}\nend\n",
}

FOUND = {
    "javascript": [
        *(
            "g(2);",
            "x = g(2);",
            "b(!g(2));",
            "b({ k: g(2) });",
            "await g(2);",
            "const x = a[g(2)];",
            "return c ? g(2) : 1;",
        ),
        *(
            "if (c) g(2);",
            "for (;;) g(2);",
            "if (c) { h(); } else if (d) g(2);",
            "label: g(2);",
            "y = () => c ? g(2) : 1;",
        ),
        *("b(() => { g(2); });", "b({ k: h(() => { g(2); }) });", "class C { m() { g(2); } }"),
    ],
    "java": [
        *("x = g(2);", "int x = a[g(2)];", "return d -> g(2);", "if (c) return g(2);", "do g(2); while (c);"),
        *("switch (x) { case 1 -> g(2); }", "b(() -> { g(2); });", "try (X x = g(2)) { h(); }", "g(2).h();"),
    ],
    "csharp": [
        *("var x = c ? g(2) : 1;", "if (c) { } else g(2);", "using (var x = g(2)) { }", "b(x ?? g(2));"),
        *("foreach (var x in y) g(2);", "b(new R { H = () => { g(2); } });", "yield return g(2);"),
    ],
    "php": [
        *(
            "echo g(2);",
            "return fn() => g(2);",
            "if ($c): g(2); endif;",
            "foreach ($y as $x) g(2);",
            "b(['h' => g(2)]);",
        ),
        "throw g(2);",
    ],
    "go": [
        *("x := b(g(2))", "return a[g(2)]", "if g(2); c {\n\t}", "if c {\n\t} else if x := g(2); d {\n\t}", "b(!g(2))"),
        *("switch g(2); c {\n\t}", "go func() { g(2) }()"),
    ],
    "python": [
        *("x = not g(2)", "return x[g(2)]", "if c: g(2)", "return lambda: g(2)", "b(*g(2))", "x = {1: g(2)}"),
        "with x as y: g(2)",
    ],
    "c": [
        *(
            "x = g(2);",
            "int x[] = { g(2) };",
            "if (c) return g(2);",
            "while (c) g(2);",
            "label: g(2);",
            "b(c || g(2));",
        ),
        "switch (c) { case 1: g(2); }",
    ],
    "ruby": ["x ||= g(2)", "g(2) unless c", "g(2) if c", "b { g(2) }", "b(k: g(2))", "g(2) rescue nil"],
}

NOT_FOUND = {
    "javascript": [
        *(
            "if (g(2)) { }",
            "while (g(2)) { }",
            "for (const x of g(2)) { }",
            "switch (g(2)) { }",
            "throw g(2);",
            "x[g(2)] = 1;",
        ),
        *("b(c ? g(2) : 1);", "new B(g(2));", "b(a[g(2)]);", "g(2).y = 1;", "b(<a>{g(2)}</a>);", "b((h(), g(2)));"),
        *("b({ k: function () { g(2); } });", "b({ k() { g(2); } });", "return { k: () => g(2) };"),
        *("b(class { m() { g(2); } });", "b({ [g(2)]: 1 });", "b(function (x = g(2)) { });"),
    ],
    "java": [
        *(
            "if (g(2)) { h(); }",
            "for (X x : g(2)) { h(); }",
            "throw g(2);",
            "assert g(2);",
            "b(d -> g(2));",
            "y = new B(g(2));",
        ),
        *("b(new R() { void m() { g(2); } });", "y = switch (x) { case 1 -> g(2); };", "x[g(2)] = 1;"),
    ],
    "csharp": ["if (g(2)) { }", "throw g(2);", "b(c ? g(2) : 1);", "b(new B(g(2)));", "y = x.m(d => g(2));"],
    "php": ["if (g(2)) { }", "foreach (g(2) as $x) { }", "$x = fn() => g(2);", "unset($x[g(2)]);", "$y = new B(g(2));"],
    "go": ["if g(2) {\n\t}", "for x := range g(2) {\n\t}", "defer g(2)", "c <- g(2)", "x[g(2)] = 1", "b(R{a: g(2)})"],
    "python": [
        *("if g(2): pass", "with g(2): pass", "for x in g(2): pass", "assert g(2)", "raise E(g(2))", "x = a[g(2)]"),
        *("b([x for x in g(2)])", "b(lambda: g(2))", "x = y if g(2) else z", "def i(x=g(2)): pass", "g(2).y = 1"),
    ],
    "c": [
        "if (g(2)) { }",
        "for (i = g(2);;) { }",
        "do { } while (g(2));",
        "b(c ? g(2) : 1);",
        "b(*g(2));",
        "x[g(2)] = 1;",
    ],
    "ruby": ["if g(2) then h end", "h if g(2)", "case g(2)\n  when 1 then h\n  end", "while g(2) do h end"],
}

ALL = [(language, each, True) for language, group in FOUND.items() for each in group]
ALL += [(language, each, False) for language, group in NOT_FOUND.items() for each in group]


@pytest.mark.parametrize(("language", "statement", "is_found"), ALL)
def test_the_call_is_found_in(matched, language, statement, is_found):
    dots = "begin1()\n...\ng(2)" if language == "ruby" else "begin();\n...\ng(2);"
    pattern = dots.replace(";", "") if language in ("python", "go") else dots
    assert bool(matched(language, pattern, FORMS[language].format(statement))) == is_found


@pytest.mark.parametrize(
    ("statement", "is_found"), [("begin();", True), ("const x = a[begin()];", True), ("if (begin()) { }", False)]
)
def test_so_it_is_with_the_call_before_them(matched, statement, is_found):
    assert bool(matched("javascript", "begin();\n...\ng(2);", f"{statement}\ng(2);\n")) == is_found
