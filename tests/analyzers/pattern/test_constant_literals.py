"""Literals of patterns match expressions with that constant value."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reread.analyzers.engine.engine import Engine
from reread.analyzers.rules.loading.parse_rules import read_rules
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.text import Document, Span, TextChange
from tests.examples import examples


@pytest.mark.parametrize(
    ("language", "pattern", "code", "found"),
    [
        ("python", 'f("...")', "X = 'a'\nf(X)", ["f(X)"]),
        ("python", 'f("...")', "f('a' + 'b')", ["f('a' + 'b')"]),
        ("python", 'f("...")', "f('a' + b)", []),
        ("python", 'f("...")', "X = 5\nf(X)", []),
        ("python", 'f("...")', "f('a' if b else 'c')", ["f('a' if b else 'c')"]),
        ("python", 'f("a")', "X = 'a'\nf(X)", ["f(X)"]),
        ("python", 'f("a")', "X = 'b'\nf(X)", []),
        ("python", 'f("a")', "f('a' if b else 'c')", []),
        ("python", 'f("=~/^a/")', "X = 'ab'\nf(X)", ["f(X)"]),
        ("python", 'f("=~/^b/")', "X = 'ab'\nf(X)", []),
        ("python", "f(a=True)", "x = True\nf(a=x)", ["f(a=x)"]),
        ("python", "f(a=True)", "x = 1\nf(a=x)", []),
        ("python", "f(0o17)", "x = 15\nf(x)", ["f(x)"]),
        ("python", "f(15)", "f(10 + 5)", ["f(10 + 5)"]),
        ("python", "f(15)", "f(15.0 + 0)", []),
        ("python", 'f(..., a="b", ...)', "x = 'b'\nf(c, a=x, d=e)", ["f(c, a=x, d=e)"]),
        ("python", '$X == "a"', "x = 'a'\nif y == x: pass", ["y == x"]),
        ("python", '"a"', "x = 'a'\nf(x)", ["'a'"]),
        ("javascript", 'f({a: "b"})', "const x = 'b'; f({a: x})", ["f({a: x})"]),
        ("javascript", 'f("a1")', "const x = 'a1'; f(`${x}`)", ["f(`${x}`)"]),
        ("typescript", 'f("a")', "enum E { A = 'a' } f(E.A)", ["f(E.A)"]),
        ("javascript", 'f("a")', "const x = 'a'; g(x => f(x)); f(x)", ["f(x)"]),
        ("scala", 'f("a")', 'object O { val x = "a"\n def g() = f(x) }', ["f(x)"]),
        ("scala", 'f("a")', 'object O { var x = "a"\n def g() = f(x) }', []),
        ("scala", 'f("a")', 'object O { val x = "a"\n def g() = { h(x => f(x))\n h { case x => f(x) } } }', []),
        ("scala", 'f("a")', 'object O { def g() = { var x = "a"\n f(x)\n x += "b"\n f(x) } }', ["f(x)"]),
        ("scala", 'f("a")', 'object O { def g() = { val x = "b"\n x == "a"\n f(x) } }', []),
        ("lua", 'f("a")', 'local x = "a"\nf(x)', ["f(x)"]),
        ("lua", 'f("a")', "local x <const> = [[a]]\nlocal y = x\nf(y)", ["f(y)"]),
        ("lua", 'f("a")', 'local y, x = "b", "a"\nf(x)\nf(y)', ["f(x)"]),
        ("lua", 'f("=~/^ab$/")', 'local x = "b"\nf("a" .. x)', ['f("a" .. x)']),
        ("lua", 'f("=~/^ab$/")', 'local x = "a"\nx = x .. "b"\nf(x)', ["f(x)"]),
        ("lua", 'f("a")', 'local x\nx = "a"\nf(x)', ["f(x)"]),
        ("lua", 'f("a")', 'local x = "a"\nlocal function g() f(x) end', ["f(x)"]),
        ("lua", 'f("a")', 'x = "a"\nf(x)\nfunction g() f(x) end', ["f(x)"]),
        ("lua", 'f("a")', 'local x = "a"\nfunction g(x) f(x) end', []),
        ("lua", 'f("a")', 'local x = "a"\nlocal function g() x = h end\nf(x)', []),
        ("lua", 'f("a")', 'local x = "b"\nfor x, y in pairs(t) do f(x) end\nif x == "a" then f(x) end', []),
        ("lua", 'f("a")', 'if y then local x = "a" end\nf(x)', []),
        ("lua", "f(3)", "local x = 1 + 2\nfor i = 1, 3 do f(i) end\nf(x)", ["f(x)"]),
        ("swift", 'f("a")', 'let x = "a"\nfunc g() { f(x) }', ["f(x)"]),
        ("swift", 'f("a")', 'var x = "a"\nfunc g() { f(x) }', []),
        ("swift", 'f("a")', 'func g() { let x: String\n x = "a"\n f(x) }', ["f(x)"]),
        ("swift", 'f("=~/^ab$/")', 'func g() { var x = "a"\n x += "b"\n f(x) }', ["f(x)"]),
        ("swift", 'f("=~/^ab$/")', 'let x = "a"\nf("\\(x)b")', ['f("\\(x)b")']),
        ("swift", 'f("a")', 'func g() { var x = "a"\n h(&x)\n f(x)\n var y = "a"\n y.append(z)\n f(y) }', []),
        ("swift", 'f("a")', 'let x = "a"\nfunc g(x: String) { f(x) }\nif let x = y { f(x) }', []),
        ("swift", 'f("a")', 'let x = "a"\nh { x in f(x) }\nfor x in y { f(x) }', []),
        ("swift", 'f("a")', 'class A { var x = "a"\n func g() { f(x) } }', []),
        ("swift", "f(3)", "func g() { let x = 1 + 2\n f(x) }", ["f(x)"]),
        ("swift", 'f("a")', 'if y { x = "a" } else { f(x) }', []),
        ("go", 'f("a")', 'package p\nconst X = "a"\nfunc g() { f(X) }', ["f(X)"]),
        ("java", 'f("a")', 'class A { static final String X = "a"; void g() { f(X); } }', ["f(X)"]),
        ("php", 'f("...")', "<?php\nf($a ? 'b' : 'c');\nf('a' ? $b : 'c');", ["f($a ? 'b' : 'c')"]),
        ("java", "f(true)", "class A { void g() { boolean x = true; f(x); } }", ["f(x)"]),
    ],
)
def test_a_literal_matches_what_is_known_to_have_its_value(matched, language, pattern, code, found):
    assert matched(language, pattern, code) == found


@pytest.mark.parametrize("language", ["c", "cpp"])
@pytest.mark.parametrize(
    ("pattern", "body", "found"),
    [
        ('g("...")', 'char *s = "a"; g(s);', ["g(s)"]),
        ('g("...")', 'char *s; if (c) s = "a"; else s = "b"; g(s);', ["g(s)"]),
        ('g("...")', 'g(c ? "a" : "b");', ['g(c ? "a" : "b")']),
        ('g("...")', 'g("a" "b"); g("a" PRIu64 "b");', ['g("a" "b")', 'g("a" PRIu64 "b")']),
        ("g(5)", "int n = 5; g(n); int m = n + 1; g(m);", ["g(n)"]),
        ("g(6)", "int n = 5; g(n); int m = n + 1; g(m);", ["g(m)"]),
        # Something else may be in it.
        ('g("...")', 'char *s = "a"; if (c) s = p; g(s);', []),
        ('g("...")', 'char *s = "a"; set(&s); g(s);', []),
        ('g("...")', 'char *s = "a"; s++; g(s);', []),
        ('g("...")', 'char s[9] = "a"; strcpy(s, p); g(s);', []),
        ('g("...")', 'for (char *s = "a"; c; s = p) g(s);', []),
        ('g("...")', 'g(c ? "a" : p); g("a" + 1);', []),
        ('g("...")', "g(shared);", []),
        ('g("...")', "g(p);", []),
    ],
)
def test_variables_of_a_function_in_c_are_followed_and_those_of_the_file_are_not(
    matched, language, pattern, body, found
):
    code = f'char *shared = "a";\nvoid f(int c, char *p) {{ {body} }}'
    assert matched(language, pattern, code) == found


def test_a_string_metavariable_stands_for_the_value(matched):
    body = {"patterns": [{"pattern": 'f("$X")'}, {"metavariable-regex": {"metavariable": "$X", "regex": "^ab$"}}]}
    assert matched("python", body, "x = 'ab'\nf(x)") == ["f(x)"]
    assert matched("python", body, "x = 'ab'\nf(x + x)") == []


@pytest.mark.parametrize(("constant", "found"), [(True, ["f(x)"]), (False, [])])
def test_a_regular_expression_sees_the_value_when_it_asks_for_it(matched, constant, found):
    condition = {"metavariable": "$X", "regex": "^ab$", "constant-propagation": constant}
    body = {"patterns": [{"pattern": "f($X)"}, {"metavariable-regex": condition}]}
    assert matched("python", body, "x = 'ab'\nf(x)") == found


def test_a_comparison_sees_the_value(matched):
    condition = {"metavariable": "$X", "comparison": "$X < 2048"}
    body = {"patterns": [{"pattern": "f($X)"}, {"metavariable-comparison": condition}]}
    assert matched("python", body, "SIZE = 1024\nf(SIZE)\nf(SIZE * 2)") == ["f(SIZE)"]


def test_a_rule_can_do_without(matched):
    body = {"pattern": 'f("...")', "options": {"constant_propagation": False}}
    assert matched("python", body, "x = 'a'\nf(x)\nf('b')") == ["f('b')"]


def test_what_surrounds_a_match_may_hold_constants(matched):
    body = {"patterns": [{"pattern": "g($X)"}, {"pattern-inside": 'with f("a"): ...'}]}
    code = "x = 'a'\nwith f(x):\n    g(1)\n    g(2)\n"
    assert matched("python", body, code) == ["g(1)", "g(2)"]


RULES, _ = read_rules(
    "rules.yaml",
    b"""
rules:
- {id: some, languages: [python], severity: INFO, message: m, pattern: 'f("...")'}
- {id: one, languages: [python], severity: INFO, message: m, pattern: 'f("a")'}
- {id: yes, languages: [python], severity: INFO, message: m, pattern: 'f(..., k=True)'}
- id: inside
  languages: [python]
  severity: INFO
  message: m
  patterns: [{pattern: g($X)}, {pattern-inside: "with f(\\"a\\"): ..."}, {pattern-not: g("b")}]
- id: size
  languages: [python]
  severity: INFO
  message: m
  patterns: [{pattern: f($X)}, {metavariable-comparison: {metavariable: $X, comparison: $X < 5}}]
""",
)
ENGINE = Engine(RuleSet(tuple(RULES)))

LINES = [
    *(
        "x = 'a'",
        "x = 'b'",
        "y = x",
        "x = (",
        "    'a'",
        ")",
        "def h():",
        "class C:",
        "    x = 'a'",
        "    f(x)",
        "f(x)",
    ),
    *(
        "    f(self.x)",
        "if y:",
        "    x = y",
        "while z:",
        "    global x",
        "x = 3",
        "f(y + 'c')",
        "f(z, k=x)",
        "x = True",
    ),
    *("with f(x):", "    g(y)", "    g(x)", "def i(x):", "        f(x)", "    self.x = 'a'", "x += 'b'", "", "y = 'a'"),
]


def edited(lines, place, removed, added):
    place = min(place, len(lines))
    return lines[:place] + added + lines[place + removed :]


@settings(max_examples=examples(50, 150))
@given(
    st.lists(st.sampled_from(LINES), min_size=3, max_size=14),
    st.lists(
        st.tuples(
            st.integers(0, 300), st.integers(0, 9), st.sampled_from(["", "\n", "x", "    ", " = ", "'a'", *LINES])
        ),
        min_size=1,
        max_size=6,
    ),
)
def test_after_any_edit_constants_are_those_of_the_new_text(lines, edits):
    current = ENGINE.check(Document("file:///a", "\n".join(lines), language="python"))
    for place, length, inserted in edits:
        size = len(current.document.text)
        start = min(place, size)
        change = TextChange(Span(start, min(size, start + length)), inserted)
        changed = current.document.changed(change)
        current = ENGINE.recheck(current, change, changed)
        again = ENGINE.check(changed)
        assert current.tree.has_errors or again.findings == current.findings


def test_a_call_that_is_written_after_an_assignment_may_change_what_other_functions_assign_to():
    rules, _ = read_rules("r", b"rules: [{id: r, languages: [go], severity: INFO, message: m, pattern: 'f(\"...\")'}]")
    engine = Engine(RuleSet(tuple(rules)))
    code = 'package p\nfunc a() {\n\tx = "a"\n\n\n\tf(x)\n}\nfunc b() {\n\tx = "b"\n}\n'
    before = engine.check(Document("file:///a", code, language="go"))
    place = code.index("\n\n\n") + 1
    change = TextChange(Span(place, place), "\tb()")
    after = engine.recheck(before, change, before.document.changed(change))
    undone = TextChange(Span(place, place + 4), "")

    assert (len(before.findings), len(after.findings)) == (1, 0)
    assert engine.recheck(after, undone, after.document.changed(undone)).findings == before.findings


def test_constants_cost_nothing_until_a_literal_meets_a_name():
    code = """
import sys
from reread.analyzers.engine.engine import Engine
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.rules.loading.parse_rules import read_rules
from reread.analyzers.text import Document
rules, _ = read_rules("r", b"rules: [{id: r, languages: [python], severity: INFO, message: m, pattern: 'f(\\"...\\")'}]")
engine = Engine(RuleSet(tuple(rules)))
for text, expected in (("f('a')\\ng(x)", False), ("f(x)", True)):
    engine.check(Document("file:///a", text, language="python"))
    assert ("reread.analyzers.constants.propagation" in sys.modules) is expected, text
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_half_of_a_surrogate_pair_in_a_constant_is_a_text_like_others(matched):
    code = 'class A { static final String HALF = "\\uD800"; void f() { g(HALF); } }\n'

    assert matched("java", 'g("$X")', code) == ["g(HALF)"]
