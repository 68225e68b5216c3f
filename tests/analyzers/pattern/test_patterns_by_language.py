"""Patterns in languages without a test file of their own: a pattern, code, and the lines (from 1) that it matches."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reread.analyzers.engine.engine import Engine
from reread.analyzers.rules.loading.parse_rules import read_rules
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.text import Document
from tests.examples import examples

KOTLIN = [
    ('f("A")', 'f("A")\nf("B")\nf("")\nf("A$b")\nf("""A""")\nf("""B""")', [1, 5]),
    ('f("...")', 'f("A")\nf("")\nf("${a.b}")\nf("$a")', [1, 2]),
    ('$V = $C.get("A")', 'val a: K = K.get("A")\nval b: K = K.get("B")\nc = K.get("A")\nc = K.get("B")', [1, 3]),
    ('var $V = $C.get("A")', 'val a = K.get("A")\nvar b = K.get("A")\nvar c: K = K.get("A")', [2, 3]),
    ('val $V: K = $C.get("A")', 'val a: K = K.get("A")\nval b: J = K.get("A")\nval c = K.get("A")', [1]),
    ("$K = $G.get()\n...\n$K.go(5)", "val k: G = G.get()\nk.go(5)\nval j: G = G.get()\ni.go(5)", [1]),
]
SWIFT = [
    ('"...\\($X)..."', 'f("x \\(b) y")\nf("\\(b)")\nf("x")', [1, 2]),
    ('"a\\($X)b"', 'f("a\\(b)b")\nf("a\\(b)c")', [1]),
    ("$P = w()", "let a = w()\nvar b: W = w()\nc = w()\nlet d = v()\nw()", [1, 2, 3]),
    ("$P = w()\n...\n$P.j = true", "let a = w()\na.j = true\nlet b = w()\nb.j = false", [1]),
    ("class $C { ... }", "class A: B, C { }\nclass D { }\nfunc f() { }", [1, 2]),
    ("class $C: B { ... }", "class A: C, B { }\nclass D { }\nclass E: F { }", [1]),
]
PHP = [
    ("$a = [];", "<?php class A {\n private $a = [];\n private $a = [1];\n}\n$a = [];\n$b = [];", [2, 5]),
    ('f([..., "a" => 1, ...])', '<?php\nf(array("a" => 1, "b" => 2));\nf(["a" => 1]);\nf(array("a" => 2));', [2, 3]),
    ("`...`;", '<?php\necho `a {$b}`;\n`a`;\nf("a");', [2, 3]),
]
HTML = [
    ("<img ... b=...>", '<img b="1" c=2>\n<img c="2" b=1 />\n<img c="2" />\n<br b="1">', [1, 2]),
    ('<img b="...">', '<img b="1">\n<img b="">\n<img c="2">\n<img b=3>', [1, 2, 4]),
    ('<img b="=~/^a/">', '<img b="ab">\n<img b="ba">\n<img b=a>', [1, 3]),
    ('<$A_B c="1">...</$A_B>', '<p c="1">d</p>\n<p c="2">d</p>\n<script c="1"></script>', [1, 3]),
    ('c="1"', '<p c="1">d</p>\n<p d="1">c="1"</p>\n<br c=1>', [1, 3]),
]
XML = [
    ('<$A c="...">1</$A>', '<p c="1">1</p>\n<q c="2">2</q>\n<r c="">1</r>', [1, 3]),
    ('b:c="1"', '<p b:c="1"/>\n<p b:d="1"/>\n<!-- b:c="1" -->', [1]),
]
C = [("$X = mk(...)", "void f() {\n x = (N *)mk(3);\n x = mk(3);\n x = (N *)g(3);\n}", [2, 3])]
OCAML = [
    ("P.$X", "let f () = let x = P.c in x\nlet g = P.d 1\nlet h = Q.d", [1, 2]),
    ("$M.cmp $X $X", "let f = P.cmp 1 1\nlet g = Q.cmp (a+b) (a+b)\nlet h = Q.cmp (a+b) (a+c)", [1, 2]),
    ("$M.unsafe", "let f = P.unsafe 1\nlet g = P.safe 1\nlet h = x.unsafe", [1, 3]),
]
LUA = [("#$X", "y = #t\nz = t", [1]), ("#t", "y = #t\nz = #u", [1])]
CASES = {"kotlin": KOTLIN, "swift": SWIFT, "php": PHP, "html": HTML, "xml": XML, "c": C, "lua": LUA, "ocaml": OCAML}


@pytest.mark.parametrize(
    ("language", "pattern", "code", "expected"),
    [pytest.param(name, *case, id=f"{name} {case[0][:40]!r}") for name, cases in CASES.items() for case in cases],
)
def test_matches(engine, rule, language, pattern, code, expected):
    document = Document("file:///x", code, language=language)
    found = engine(rule(language, pattern)).check(document).findings

    assert sorted({document.lines.line_of(each.span.start) + 1 for each in found}) == expected


SEEDS = [(name, pattern, code) for name, cases in CASES.items() for pattern, code, _ in cases]


@st.composite
def cut_and_joined(draw, texts):
    """A text of which a part is left out and a part of another one put in its place."""
    text, other = draw(st.sampled_from(texts)), draw(st.sampled_from(texts))
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    first, last = sorted(draw(st.tuples(*[st.integers(0, len(other))] * 2)))
    return text[:start] + other[first:last] + text[end:]


@given(data=st.data(), language=st.sampled_from(sorted(CASES)))
@settings(max_examples=examples(30, 3_000))
def test_no_program_and_no_pattern_brings_out_a_bug(data, language):
    pattern = data.draw(cut_and_joined([pattern for name, pattern, _ in SEEDS if name == language]))
    code = data.draw(cut_and_joined([code for name, _, code in SEEDS if name == language]))
    entry = {"id": "r", "languages": [language], "severity": "INFO", "message": "m", "pattern": pattern}
    rules, problems = read_rules("rules.yaml", json.dumps({"rules": [entry]}).encode())

    assert [each.message for each in problems if "because of a bug" in each.message] == []
    Engine(RuleSet(tuple(rules))).check(Document("file:///x", code, language=language))
