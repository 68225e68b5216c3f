"""The `options` of rules, each in at least two languages: what patterns find with them and without."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reread.analyzers.pattern.patterns.options import NAMES
from reread.analyzers.rules.loading.parse_options import OF_GENERIC
from reread.analyzers.rules.loading.parse_rules import read_rules

CHAIN = {"javascript": "a && b && c;\n", "go": "package p\nvar x = a && b && c\n"}
BITS = {"python": "x = c | a | b\n", "javascript": "x = c | a | b;\n", "java": "class A { int x = c | a | b; }\n"}
GROUPED = {
    "python": "a and (b and c)\n",
    "javascript": "a && (b && c);\n",
    "java": "class A { boolean x = a && (b && c); }",
}
GIVEN = {
    "python": "x = make()\nx.run()\n",
    "javascript": "function f() {\n  const x = make();\n  x.run();\n}\n",
    "go": "package p\nfunc f() {\n\tx := make()\n\tx.run()\n}\n",
    "java": "class A { void f() {\n  Thing x = make();\n  x.run();\n} }\n",
}
CHANGED = {
    "python": "x = make()\nif y:\n    x = other()\nx.run()\n",
    "javascript": "function f() {\n  let x = make();\n  if (y) { x = other(); }\n  x.run();\n}\n",
}


@pytest.mark.parametrize("language", CHAIN)
def test_a_chain_of_operations_may_be_divided_anywhere(matched, language):
    assert matched(language, "a && $X", CHAIN[language]) == ["a && b", "a && b && c"]
    assert matched(language, "a && $X", CHAIN[language], options={"ac_matching": False}) == ["a && b"]


@pytest.mark.parametrize("language", GROUPED)
def test_brackets_do_not_matter_to_a_chain(matched, language):
    sign = "and" if language == "python" else "&&"
    code = f"a {sign} b {sign} c"
    assert len(matched(language, code, GROUPED[language])) == 1
    assert matched(language, code, GROUPED[language], options={"ac_matching": False}) == []
    assert matched(language, f"a {sign} c {sign} b", GROUPED[language]) == []
    assert len(matched(language, f"c {sign} a {sign} b", GROUPED[language], options={"commutative_boolop": True})) == 1


@pytest.mark.parametrize("language", BITS)
def test_operands_of_bits_change_places(matched, language):
    assert matched(language, "a | b", BITS[language]) == ["c | a | b"]
    assert matched(language, "a | ... | c", BITS[language]) == ["c | a", "c | a | b"]
    assert matched(language, "a | d", BITS[language]) == []
    assert matched(language, "a | b", BITS[language], options={"ac_matching": False}) == []


@pytest.mark.parametrize("language", GIVEN)
def test_a_variable_stands_for_what_it_was_given(matched, language):
    assert matched(language, "make().run()", GIVEN[language]) == []
    assert matched(language, "make().run()", GIVEN[language], options={"symbolic_propagation": True}) == ["x.run()"]
    assert matched(language, "other().run()", GIVEN[language], options={"symbolic_propagation": True}) == []


@pytest.mark.parametrize(
    ("pattern", "code", "found"),
    [
        ("$D[...] = $V", "x = d[0]\nx = 2\nd[1] = 3\n", ["d[1] = 3"]),
        ("def $F(..., $D=[], ...): ...", "x = []\ndef f(x): pass\n", []),
        ("a.$M()", "b = c\na.b()\n", ["a.b()"]),
    ],
)
def test_what_gets_a_value_does_not_stand_for_the_one_it_had(matched, pattern, code, found):
    assert matched("python", pattern, code, options={"symbolic_propagation": True}) == found


@pytest.mark.parametrize("language", CHANGED)
def test_a_variable_that_may_be_one_of_two_stands_for_itself(matched, language):
    assert matched(language, "make().run()", CHANGED[language], options={"symbolic_propagation": True}) == []


@pytest.mark.parametrize(
    ("language", "code", "always", "implicit"),
    [
        ("python", "lambda: one\ndef f():\n    two\n    return three\n", ["return three"], ["one"]),
        ("javascript", "f(() => one);\ng(() => { two; });\n", ["one"], []),
        ("rust", "fn f() -> i32 { let b = 1; b }\nfn g() { two(); }\n", [], ["b"]),
        ("ruby", "def f\n  one\n  if a\n    two\n  else\n    three\n  end\nend\n", [], ["two", "three"]),
        ("kotlin", "fun f() { run { one() } }\n", [], ["one()"]),
    ],
)
def test_what_is_given_back_without_a_return(matched, language, code, always, implicit):
    pattern = "return $X;" if language == "rust" else "return $X"
    assert sorted(matched(language, pattern, code)) == sorted(always + implicit)
    assert matched(language, pattern, code, options={"implicit_return": False}) == always


@pytest.mark.parametrize(
    ("language", "code", "pattern", "found"),
    [
        ("python", "@foo(1)\ndef f(): pass\nfoo(2)\n", "foo($X)", "foo(2)"),
        ("typescript", "@foo(1)\nclass A {}\nfoo(2);\n", "foo($X)", "foo(2)"),
    ],
)
def test_a_decorator_is_a_call_unless_a_rule_says_so(matched, language, code, pattern, found):
    assert matched(language, pattern, code) == ["foo(1)", found]
    assert matched(language, pattern, code, options={"attr_expr": False}) == [found]


DECORATED = [
    ("python", "@one\n@two\ndef f(): pass\n", "@{}\n@{}\ndef $F(...): ..."),
    ("java", "class A { @One @Two void f() { } }\n", "@{} @{} void $F(...) {{ ... }}"),
]


@pytest.mark.parametrize(("language", "code", "pattern"), DECORATED)
def test_decorators_stand_in_any_order_unless_a_rule_says_so(matched, language, code, pattern):
    names = ("One", "Two") if language == "java" else ("one", "two")
    strict = {"decorators_order_matters": True}
    for given, with_order in ((names, 1), (names[::-1], 0)):
        assert len(matched(language, pattern.format(*given), code)) == 1
        assert len(matched(language, pattern.format(*given), code, options=strict)) == with_order


@pytest.mark.parametrize("language", ["javascript", "tsx"])
@pytest.mark.parametrize(
    ("option", "pattern", "usual", "changed"),
    [
        ("xml_attrs_implicit_ellipsis", '<a id="x">...</a>', 3, 1),
        ("xml_singleton_loose_matching", '<a id="x">...</a>', 3, 2),
        ("xml_singleton_loose_matching", '<a id="x" />', 3, 1),
        ("xml_children_ordered", "<p><i>1</i><b>2</b></p>", 1, 1),
        ("xml_children_ordered", "<p><b>2</b><i>1</i></p>", 0, 1),
    ],
)
def test_options_of_markup(matched, language, option, pattern, usual, changed):
    code = (
        'const a = <a id="x">t</a>;\nconst b = <a id="x" c="y">t</a>;\nconst c = <a c="y" id="x" />;\n'
        "const d = <p><i>1</i><b>2</b></p>;\n"
    )
    assert len(matched(language, pattern, code)) == usual
    assert len(matched(language, pattern, code, options={option: False})) == changed


@pytest.mark.parametrize("language", ["javascript", "java"])
@pytest.mark.parametrize(
    ("option", "found"),
    [
        ("", ["foo(1);", "bar(foo(2));", "var y = foo(3);"]),
        ("implicit_deep_exprstmt", ["foo(1);", "var y = foo(3);"]),
        ("go_deeper_expr", ["foo(1);"]),
    ],
)
def test_a_statement_may_hold_an_expression(matched, language, option, found):
    code = "foo(1);\nbar(foo(2));\nvar y = foo(3);\nif (foo(4)) { x(); }\n"
    code = code if language == "javascript" else f"class A {{ void f() {{\n{code}}} }}\n"
    assert matched(language, "foo($X);", code, options={option: False} if option else {}) == found


@pytest.mark.parametrize("language", ["javascript", "java", "python"])
def test_statements_in_between_may_hold_statements(matched, language):
    code, end = ("a();\nif (x) { b(); }\n", ";") if language != "python" else ("a()\nif x:\n    b()\n", "")
    code = f"class A {{ void f() {{\n{code}}} }}\n" if language == "java" else code
    pattern = f"a(){end}\n...\nb(){end}"
    assert len(matched(language, pattern, code)) == 1
    assert matched(language, pattern, code, options={"go_deeper_stmt": False}) == []


@pytest.mark.parametrize(
    ("language", "pattern", "code"),
    [
        ("javascript", "f({a: 1})", "f({a: 1, b: 2})\n"),
        ("python", "class $C:\n    a = 1", "class C:\n    a = 1\n    b = 2\n"),
        ("javascript", "class $C { a = 1; }", "class C { a = 1; b = 2; }\n"),
    ],
)
def test_fields_are_some_of_them_unless_a_rule_says_so(matched, language, pattern, code):
    assert len(matched(language, pattern, code)) == 1
    assert matched(language, pattern, code, options={"implicit_ellipsis": False}) == []


def test_an_older_name_of_an_option(matched):
    for option in ("symmetric_eq", "commutative_compop"):
        assert matched("python", "a == b", "b == a\n", options={option: True}) == ["b == a"]


def test_an_option_that_is_not_known_is_told_and_the_rule_works():
    entry = {"id": "r", "languages": ["python"], "severity": "WARNING", "message": "m", "pattern": "f()"}
    entry |= {"options": {"colour": True, "vardef_assign": False}, "shape": "round", "version": "1"}
    rules, problems = read_rules("a.yaml", json.dumps({"rules": [entry]}).encode())
    assert len(rules) == 1
    assert [(each.key, "changes nothing" in each.message) for each in problems] == [
        ("shape", True),
        ("options.colour", True),
    ]


def test_every_option_is_on_the_page():
    page = (Path(__file__).parents[3] / "docs/writing-rules.md").read_text(encoding="utf-8")
    assert [name for name in NAMES | OF_GENERIC.keys() if f"`{name}`" not in page] == []
