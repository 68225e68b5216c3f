"""A metavariable that stands twice in a rule written for Semgrep: a variable that certainly has the value of a literal
is the same as the literal. The lines (from 1) are those of Semgrep, too.
"""

from __future__ import annotations

import pytest

from reread.analyzers.engine.engine import Engine
from reread.analyzers.rules.profiles import BUILTIN
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.text import Document, Span, TextChange


def lines_of(found, document):
    return sorted({document.lines.line_of(each.span.start) + 1 for each in found})


@pytest.mark.parametrize(
    ("language", "pattern", "code", "lines"),
    [
        ("python", "$S is $S", "mail = None\nmail is None\nNone is mail\nmail is mail\nother is None\n", [2, 3, 4]),
        ("python", "$S == $S", "a = 'two'\nb = 'two'\na == b\na == 'two'\n'two' == a\na == 'x'\n", [4, 5]),
        ("python", "$S == $S", "n = 3\ndef f():\n    global n\n    n = 4\ndef g():\n    n == 3\n", []),
        ("python", "$S == $S", "def f(a, b='x'):\n    a == 'x'\n    b == 'x'\n", []),
        ("python", "$S == $S", "a = 1\na == 1\na == 1.0\na == True\na + 1 == 2\n", [2]),
        ("python", "$S == $S", "a = True\na == True\na == 1\na == False\n", [2]),
        ("python", "$S == $S", "a = 'x' + 'y'\na == 'xy'\na == 'x' + 'y'\n'xy' == 'x' + 'y'\n'xy' == 'x' 'y'\n", [2]),
        ("python", "$S == $S", "a = (1, 2)\na == (1, 2)\nb = f()\nb == f()\nc = -1\nc == -1\n", []),
        ("python", "$S == $S", "'a' == \"a\"\n16 == 0x10\n1_000 == 1000\n'a' == b'a'\n1 == 2\n", [1, 2, 3]),
        ("python", "$S == $S", "a = '1'\nif b:\n    a = '2'\na == '1'\na == '2'\n", []),
        (
            "python",
            "$S == $S",
            "def f():\n    a = '1'\n    a == '1'\n    a = '2'\n    a == '1'\n    a == '2'\n",
            [3, 6],
        ),
        ("python", "go($S, $S)", "a = 'm'\ngo(a, 'm')\ngo('m', a)\ngo('n', a)\ngo(b, 'm')\n", [2, 3]),
        ("python", "{'a': $S, 'b': $S}", "m = 1\n{'a': m, 'b': 1}\n{'a': m, 'b': 2}\n", [2]),
        ("javascript", "$S === $S", "const a = 'x'\nlet n = 3\na === 'x'\n3 === n\na === n\nb === 'x'\n", [3, 4]),
        (
            "javascript",
            "$S === $S",
            "const a = null\na === null\na === undefined\n`x` === 'x'\n'x' === \"x\"\n",
            [2, 5],
        ),
        ("typescript", "go($S, $S)", "const a: string = 'x'\ngo(a, 'x')\ngo(a, 'y')\n", [2]),
        (
            "go",
            "$S == $S",
            'package m\n\nconst a = "x"\n\nfunc f(p string) {\n\t_ = a == `x`\n\tb := "x"\n\t_ = b == "x"\n\t_ = a == b\n'
            '\t_ = p == "x"\n}\n',
            [6, 8],
        ),
        (
            "java",
            "$S == $S",
            'class A {\n  static final int N = 3;\n  void f(int p) {\n    boolean a = N == 3;\n    String s = "x";\n'
            '    a = s == "x";\n    a = p == 3;\n    a = N == 4;\n  }\n}\n',
            [4, 6],
        ),
    ],
)
def test_a_variable_is_the_same_as_the_literal_that_is_its_value(engine, rule, language, pattern, code, lines):
    document = Document("file:///x", code, language=language)
    assert lines_of(engine(rule(language, pattern)).check(document).findings, document) == lines


def test_a_rule_that_folds_no_constants_compares_code(engine, rule):
    document = Document("file:///x.py", "a = 1\na == 1\na == a\n", language="python")
    found = engine(rule("python", {"pattern": "$S == $S", "options": {"constant_propagation": False}})).check(document)
    assert lines_of(found.findings, document) == [3]


def test_a_value_that_changes_elsewhere_counts_at_once(engine, rule):
    code = "mail = None\nmail is None\n"
    rules, before = engine(rule("python", "$S is $S")), Document("file:///x.py", code, language="python")
    after = Document("file:///x.py", "mail = 3333\nmail is None\n", language="python")
    change = TextChange(Span(7, 11), "3333")
    checked = rules.check(before)

    assert checked.findings
    assert not rules.recheck(checked, change, after).findings


def test_a_rule_of_ours_compares_code(read, rule):
    rules, _ = read(rule("python", "$S is $S"))
    ours = rules[0]._replace(path=f"{BUILTIN}r.yaml")
    document = Document("file:///x.py", "mail = None\nmail is None\nmail is mail\n", language="python")
    assert lines_of(Engine(RuleSet((ours,))).check(document).findings, document) == [3]
