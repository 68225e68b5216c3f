"""Several operators in one rule, in all languages. Semgrep was asked about all of these and gives the same answers."""

from __future__ import annotations

import pytest

CASES = [
    (
        "javascript",
        {"patterns": [{"pattern": "$X.exec($C)"}, {"pattern-inside": "const $X = require('child_process')\n..."}]},
        "const cp = require('child_process');\ncp.exec(a);\nother.exec(b);\n",
        ["cp.exec(a)"],
    ),
    (
        "javascript",
        {"patterns": [{"pattern-inside": "function $F($REQ, $RES) { ... }"}, {"pattern": "$RES.send($REQ.$Q)"}]},
        "function f(a, b) { b.send(a.c); a.send(b.c) }\n",
        ["b.send(a.c)"],
    ),
    (
        "javascript",
        {"patterns": [{"pattern": "app.use(...)"}, {"pattern-not-inside": "if (...) { ... }"}]},
        "app.use(a);\nif (x) { app.use(b); }\n",
        ["app.use(a)"],
    ),
    (
        "javascript",
        {"patterns": [{"pattern": "$A.innerHTML = $V"}, {"pattern-not": "$A.innerHTML = '...'"}]},
        "a.innerHTML = 'x';\nb.innerHTML = y;\nc.innerHTML = `z`;\n",
        ["b.innerHTML = y"],
    ),
    (
        "javascript",
        {
            "patterns": [
                {"pattern": "{..., httpOnly: $V, ...}"},
                {"metavariable-regex": {"metavariable": "$V", "regex": "^false$"}},
                {"focus-metavariable": "$V"},
            ]
        },
        "f({a: 1, httpOnly: false});\ng({httpOnly: true});\n",
        ["false"],
    ),
    (
        "go",
        {"patterns": [{"pattern": "$X.Close()"}, {"pattern-not-inside": "defer $X.Close()"}]},
        "package p\nfunc f() { a.Close(); defer b.Close() }\n",
        ["a.Close()"],
    ),
    (
        "go",
        {"patterns": [{"pattern-inside": "func $F(...) { ... }"}, {"pattern": "panic(...)"}]},
        "package p\nfunc f() { panic(1) }\nvar x = panic\n",
        ["panic(1)"],
    ),
    (
        "go",
        {
            "patterns": [
                {"pattern": "$E := $F(...)"},
                {"pattern-not-inside": "$E := $F(...)\n...\nif $E != nil { ... }"},
            ]
        },
        "package p\nfunc f() { err := a(); b() }\nfunc g() { err := c(); if err != nil { return } }\n",
        ["err := a()"],
    ),
    (
        "go",
        {"pattern-either": [{"pattern": "md5.New()"}, {"pattern": "sha1.New()"}]},
        'package p\nimport ("crypto/md5"; s "crypto/sha1")\nfunc f() { md5.New(); s.New() }\n',
        ["md5.New()", "s.New()"],
    ),
    (
        "java",
        {"patterns": [{"pattern": "$S.execute($Q)"}, {"pattern-inside": "$T $M(..., String $P, ...) { ... }"}]},
        "class A { void f(String p) { s.execute(p); } void g(int p) { s.execute(p); } }\n",
        ["s.execute(p)"],
    ),
    (
        "java",
        {
            "patterns": [
                {"pattern": "new $T(...)"},
                {"metavariable-regex": {"metavariable": "$T", "regex": "(MD5|SHA1)Digest"}},
            ]
        },
        "class A { Object a = new MD5Digest(); Object b = new Other(1); }\n",
        ["new MD5Digest()"],
    ),
    (
        "java",
        {"patterns": [{"pattern": "$X.setSecure(false)"}, {"pattern-not-inside": "$X.setSecure(true);\n...\n"}]},
        "class A { void f() { c.setSecure(false); } }\n",
        ["c.setSecure(false)"],
    ),
    (
        "python",
        {
            "patterns": [
                {"pattern": "open($F, ...)"},
                {"pattern-not": "open($F, ..., encoding=$E, ...)"},
                {"pattern-not": "open($F, '=~/b/', ...)"},
            ]
        },
        "open(a)\nopen(b, encoding='c')\nopen(d, 'rb')\n",
        ["open(a)"],
    ),
    (
        "python",
        {
            "patterns": [
                {"pattern-either": [{"pattern-inside": "def $F(...): ..."}, {"pattern-inside": "class $C: ..."}]},
                {"pattern": "x"},
            ]
        },
        "x\ndef f():\n  x\nclass C:\n  x\n",
        ["x", "x"],
    ),
    # Surroundings alone, whichever of them is inside of the other
    (
        "python",
        {
            "patterns": [
                {"pattern-inside": "class $C: ..."},
                {"pattern-inside": "def $F(..., $P, ...): ..."},
                {"focus-metavariable": "$P"},
            ]
        },
        "class C:\n  def f(a, b): ...\ndef g(c): ...\n",
        ["a", "b"],
    ),
    (
        "python",
        {"patterns": [{"pattern-inside": "with $L:\n  ..."}, {"pattern": "$L.release()"}]},
        "with a:\n  a.release()\n  b.release()\n",
        ["a.release()"],
    ),
    (
        "python",
        {"patterns": [{"pattern": "f($X)\n...\ng($X)"}, {"pattern-not": "f($X)\n...\nh()\n...\ng($X)"}]},
        "f(1)\ng(1)\n",
        ["f(1)\ng(1)"],
    ),
    (
        "python",
        {"patterns": [{"pattern-inside": "@app.route(...)\ndef $F(...): ..."}, {"pattern": "eval(...)"}]},
        "@app.route('/')\ndef f():\n  eval(a)\ndef g():\n  eval(b)\n",
        ["eval(a)"],
    ),
    (
        "python",
        {"patterns": [{"pattern": "def $F(..., $P, ...):\n  ..."}, {"focus-metavariable": "$P"}]},
        "def f(a, b): pass\n",
        ["a", "b"],
    ),
    (
        "python",
        {
            "patterns": [
                {"pattern": "$A + $B"},
                {"metavariable-regex": {"metavariable": "$A", "regex": "^x$"}},
                {"focus-metavariable": ["$A", "$B"]},
            ]
        },
        "x + y\nz + x\n",
        ["x", "y"],
    ),
]


@pytest.mark.parametrize(("language", "rule_body", "code", "expected"), CASES, ids=[str(case[1]) for case in CASES])
def test_matches(matched, language, rule_body, code, expected):
    assert matched(language, rule_body, code) == expected
