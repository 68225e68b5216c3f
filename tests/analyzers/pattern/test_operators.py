"""Operators: what each matches, and what not. Semgrep was asked about all of these and gives the same answers."""

from __future__ import annotations

import pytest

CASES = [
    ({"patterns": [{"pattern": "foo(...)"}, {"pattern-not": "foo(1, ...)"}]}, "foo(1)\nfoo(2)\nfoo(1,2)\n", ["foo(2)"]),
    (
        {"patterns": [{"pattern": "foo(...)"}, {"pattern-not-regex": "2"}]},
        "foo(1)\nfoo(2)\nfoo(1) # 2\nfoo(3); bar(2)\n",
        ["foo(1)", "foo(1)", "foo(3)"],
    ),
    ({"patterns": [{"pattern": "foo(...)"}, {"pattern-regex": "foo\\(2"}]}, "foo(1)\nfoo(2)\n", ["foo(2"]),
    ({"patterns": [{"pattern": "foo(...)"}, {"pattern": "$F(2)"}]}, "foo(1)\nfoo(2)\n", ["foo(2)"]),
    ({"patterns": [{"pattern": "foo(...)"}, {"pattern": "bar()"}]}, "foo(1)\nfoo(bar())\n", ["bar()"]),
    (
        {"patterns": [{"pattern": "foo($X)"}, {"metavariable-regex": {"metavariable": "$X", "regex": '^"a'}}]},
        "foo('a')\nfoo(\"a\")\nfoo(a)\n",
        ['foo("a")'],
    ),
    (
        {"patterns": [{"pattern": "foo($X)"}, {"metavariable-regex": {"metavariable": "$X", "regex": "b"}}]},
        'foo(ab)\nfoo(b)\nfoo("b")\n',
        ["foo(b)"],
    ),
    (
        {"patterns": [{"pattern": 'foo("$X")'}, {"metavariable-regex": {"metavariable": "$X", "regex": "^a$"}}]},
        "foo('a')\nfoo(\"a\")\nfoo(a)\n",
        ["foo('a')", 'foo("a")'],
    ),
    ({"patterns": [{"pattern": "foo($X)"}, {"focus-metavariable": "$X"}]}, "foo(ab)\n", ["ab"]),
    (
        {"patterns": [{"pattern-inside": "def $F(...): ..."}, {"pattern": "foo()"}]},
        "foo()\ndef a():\n  foo()\n  x = [foo()]\n",
        ["foo()", "foo()"],
    ),
    (
        {"patterns": [{"pattern-not-inside": "def $F(...): ..."}, {"pattern": "foo()"}]},
        "foo()\ndef a():\n  foo()\n  x = [foo()]\n",
        ["foo()"],
    ),
    (
        {"patterns": [{"pattern-inside": "import x\n..."}, {"pattern": "foo()"}]},
        "foo()\nimport x\nfoo()\ndef a():\n  foo()\n",
        ["foo()", "foo()"],
    ),
    (
        {"patterns": [{"pattern-inside": "$X = bar()\n..."}, {"pattern": "foo($X)"}]},
        "a = bar()\nfoo(a)\nfoo(b)\nif c:\n  d = bar()\n  foo(d)\nfoo(d)\n",
        ["foo(a)", "foo(d)"],
    ),
    (
        {"pattern-either": [{"pattern": "foo()"}, {"patterns": [{"pattern": "bar($X)"}, {"pattern-not": "bar(1)"}]}]},
        "foo()\nbar(1)\nbar(2)\n",
        ["foo()", "bar(2)"],
    ),
    ({"pattern-regex": "a+b"}, "aab\n# ab\nx='ab'\n", ["aab", "ab", "ab"]),
    ({"pattern-regex": "foo\\s+bar"}, "foo\nbar\nfoo bar\n", ["foo\nbar", "foo bar"]),
    ({"pattern-regex": "^x"}, "x\n x\nx\n", ["x", "x"]),
    (
        {
            "patterns": [
                {"pattern-inside": "foo(...)"},
                {"pattern": "$X"},
                {"metavariable-regex": {"metavariable": "$X", "regex": "^a$"}},
            ]
        },
        "foo(a, b, c(a))\na\n",
        ["a", "a"],
    ),
    (
        {"patterns": [{"pattern": "$X.foo(...)"}, {"pattern-not": "$Y.bar().foo(...)"}]},
        "a.foo()\na.bar().foo(1)\n",
        ["a.foo()"],
    ),
    (
        {"patterns": [{"pattern": "$X = $Y"}, {"pattern-not": "$X = foo(...)"}]},
        "a = foo(1)\nb = bar()\n",
        ["b = bar()"],
    ),
    (
        {"patterns": [{"pattern-inside": "class $C:\n  ..."}, {"pattern": "def $F(...): ..."}]},
        "def a(): pass\nclass B:\n  def c(self): pass\n",
        ["def c(self): pass"],
    ),
    (
        {"patterns": [{"pattern-inside": "with open(...) as $F: ..."}, {"pattern": "$F.read()"}]},
        "with open(1) as f:\n  f.read()\n  g.read()\n",
        ["f.read()"],
    ),
]


@pytest.mark.parametrize(("pattern", "code", "expected"), CASES, ids=[str(case[0]) for case in CASES])
def test_matches(matched, pattern, code, expected):
    assert matched("python", pattern, code) == expected
