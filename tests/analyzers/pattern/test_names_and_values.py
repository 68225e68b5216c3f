"""Which variable a name in code is, what value it has, and where patterns that ask for either find it."""

from __future__ import annotations

import pytest

GLOBALS = [
    ("function f() { a = 'k'; go(a) }", 1),
    ("a = 'k'; function f() { go(a) }", 1),
    ("function f() { a = 'k' } function g() { go(a) }", 1),
    ("function f() { a = b; go(a) }", 0),
    ("function f() { a = 'k' } function g() { a = b; go(a) }", 0),
    ("go(a)", 0),
]


@pytest.mark.parametrize(("code", "count"), GLOBALS)
def test_a_variable_that_nothing_declares_is_known_in_the_whole_file(matched, code, count):
    assert matched("javascript", 'go("...")', code) == ["go(a)"] * count


@pytest.mark.parametrize(("value", "expected"), [("/a+/", ["r.test(b)"]), ("'a+'", []), ("c", [])])
def test_a_regular_expression_is_also_the_name_that_was_given_it(matched, value, expected):
    assert matched("javascript", "/$R/.test(...)", f"const r = {value}; r.test(b)") == expected


ASSIGNED = {"patterns": [{"pattern": "$X = $Y;\n$X = $Z;"}, {"pattern-not": "$X = $Y;\n$X = <... $X ...>;"}]}


@pytest.mark.parametrize(("second", "count"), [("a += b", 0), ("a = a + b", 0), ("a = b", 1)])
def test_what_is_added_to_a_variable_holds_what_it_was(matched, second, count):
    assert len(matched("javascript", ASSIGNED, f"a = 1; {second};")) == count


def test_a_text_in_focus_is_where_it_is_written(matched):
    focused = {"patterns": [{"pattern": 'go("$X")'}, {"focus-metavariable": "$X"}]}

    assert matched("python", focused, 'k = "one"\ngo(k)\ngo("two")\ngo("th" + "ree")\n') == [
        "one",
        "two",
        '"th" + "ree"',
    ]


CHECKED = {"patterns": [{"pattern": "use($T)"}, {"pattern-not-inside": "...\nok($T)\n..."}]}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("def f(t):\n    use(t)\ndef g(t):\n    ok(t)\n    use(t)\n", ["use(t)"]),
        ("def f(t):\n    if t:\n        ok(t)\n    use(t)\n", []),
        ("def f():\n    use(t)\ndef g():\n    ok(t)\n", []),
        ("t = 1\ndef f():\n    use(t)\ndef g():\n    ok(t)\n", []),
    ],
    ids=["two parameters", "one", "undeclared", "of the module"],
)
def test_names_of_different_variables_of_functions_are_not_the_same(matched, code, expected):
    assert matched("python", CHECKED, code) == expected


@pytest.mark.parametrize("language", ["kotlin", "ruby"])
def test_where_no_variables_are_known_a_pattern_stays_in_its_block(matched, language):
    unsafe = {"patterns": [{"pattern": "$F = mk()"}, {"pattern-not-inside": "...\n$F.safe()"}]}
    code = {
        "kotlin": "fun a() {\n f = mk()\n f.go()\n}\nfun b() {\n f.safe()\n}\n",
        "ruby": "def a\n f = mk()\n f.go()\nend\ndef b\n f.safe()\nend\n",
    }[language]

    assert matched(language, unsafe, code) == ["f = mk()"]
    assert matched(language, unsafe, code.replace("f.go()", "f.safe()")) == []


def test_an_import_is_found_by_what_any_function_does_with_it(matched):
    wanted = {"patterns": [{"pattern": 'import $N "$M"'}, {"pattern-inside": "...\n$N.$F(...)"}]}
    code = 'package p\nimport r "a/b"\nimport s "a/c"\nfunc f() { if x { r.Go() } }\n'

    assert matched("go", wanted, code) == ['import r "a/b"']


@pytest.mark.parametrize("condition", [{"pattern": "..."}, {"patterns": [{"pattern": "..."}, {"pattern-not": "b"}]}])
def test_dots_alone_stand_for_all_that_a_metavariable_may_be(matched, condition):
    rule = {"patterns": [{"pattern": "go($X)"}, {"metavariable-pattern": {"metavariable": "$X", **condition}}]}

    assert matched("python", rule, "go(a)\ngo(b)\n") == (["go(a)"] if "patterns" in condition else ["go(a)", "go(b)"])


def test_dots_alone_stand_for_anything(matched):
    rule = {"patterns": [{"pattern-inside": "go(...)"}, {"pattern": "..."}, {"pattern": "$X"}]}
    assert "go(a)" in matched("python", rule, "go(a)\nb\n")


STATIC = """
class $C {
    ...
    static {
        ...
        f.a("");
        ...
        f.b("");
        ...
    }
    ...
}
"""


def test_members_and_statements_are_left_out_in_one_pattern(matched):
    code = 'class A { T f; static { f.a(""); f.b(""); } }\nclass B { T f; static { f.b(""); f.a(""); } }'
    assert matched("java", STATIC, code) == [code.splitlines()[0]]
