"""Patterns for Python: what each matches, and what not. Semgrep was asked about all of these and gives the same answers."""

from __future__ import annotations

import pytest

CASES = [
    (
        "f(a=1, ...)",
        "f(b=2, a=1)\nf(1, a=1)\nf(a=1)\nf(a=1, *x)\n",
        ["f(b=2, a=1)", "f(1, a=1)", "f(a=1)", "f(a=1, *x)"],
    ),
    (
        "f(g($X) for $Y in $Z)",
        "f(g(a) for a in b)\nf([g(a) for a in b])\nf(h(a) for a in b)\nf(g(a) for a in b if a)\nf(a)\nf(g(a), b)\n",
        ["f(g(a) for a in b)", "f([g(a) for a in b])"],
    ),
    (
        "f([$X for $Y in $Z])",
        "f(a for a in b)\nf([a for a in b])\nf({a for a in b})\n",
        ["f(a for a in b)", "f([a for a in b])"],
    ),
    (
        "[$X for $X in $Y]",
        "[a for a in b]\nf([a for a in b])\nf(a for a in b)\nc = (a for a in b)\n",
        ["[a for a in b]"] * 2,
    ),
    ("($X for $X in $Y)", "c = [a for a in b]\nc = (a for a in b)\n", ["(a for a in b)"]),
    ("f($E for $Y in $Z)", "f(a for a in b if a)\nf(a for b in c for a in b)\nf(a for a in b)\n", ["f(a for a in b)"]),
    ("f($X, a=1)", "f(b=2, a=1)\nf(1, a=1)\nf(a=1, b=1)\n", ["f(1, a=1)"]),
    ("f(..., $X, ...)", "f(1,2,k=3)\n", ["f(1,2,k=3)"]),
    (
        "if $X:\n  ...",
        "if a:\n  pass\nelse:\n  pass\nif b:\n  pass\nelif c:\n  pass\n",
        ["if a:\n  pass\nelse:\n  pass", "if b:\n  pass\nelif c:\n  pass", "elif c:\n  pass"],
    ),
    (
        "if $X:\n  ...\nelse:\n  ...",
        "if a:\n  f()\nif b:\n  f()\nelif c:\n  g()\nif d:\n  f()\nelif e:\n  g()\nelse:\n  h()\n",
        [
            "if b:\n  f()\nelif c:\n  g()",
            "if d:\n  f()\nelif e:\n  g()\nelse:\n  h()",
            "elif e:\n  g()",
        ],
    ),
    (
        "if $X:\n  ...\nelif $Y:\n  ...",
        "if a:\n  f()\nelse:\n  if b:\n    g()\nif c:\n  f()\nelse:\n  if d:\n    g()\n  h()\n"
        "if e:\n  f()\nelif g:\n  h()\nelse:\n  i()\n",
        ["if a:\n  f()\nelse:\n  if b:\n    g()", "if e:\n  f()\nelif g:\n  h()\nelse:\n  i()"],
    ),
    (
        "if $X:\n  return 1\nelse:\n  return 2",
        "if a:\n  return 1\nelif b:\n  return 2\nif c:\n  return 3\nelif d:\n  return 1\nelse:\n  return 2\n",
        ["elif d:\n  return 1"],
    ),
    ("if $X:\n  foo()", "if a:\n  foo()\n  bar()\nif b:\n  foo()\nif c:\n  bar()\n  foo()\n", ["if b:\n  foo()"]),
    (
        "def $F(...):\n  ...",
        "@d\ndef a(x:int=3)->int:\n  pass\nasync def b(): pass\nclass C:\n  def m(self): pass\n",
        ["@d\ndef a(x:int=3)->int:\n  pass", "async def b(): pass", "def m(self): pass"],
    ),
    (
        "def $F(..., $A: str, ...): ...",
        "def a(b: str): pass\ndef c(d: str = 'e'): pass\ndef f(g='h'): pass\ndef i(j: int = 1): pass\n",
        ["def a(b: str): pass", "def c(d: str = 'e'): pass"],
    ),
    (
        "def $F($A=$B): ...",
        "def a(b): pass\ndef c(d: str): pass\ndef e(f: str = g): pass\n",
        ["def e(f: str = g): pass"],
    ),
    ("def $F($A: str = ...): ...", "def a(b: str): pass\ndef e(f: str = g): pass\n", ["def e(f: str = g): pass"]),
    (
        "for $I in $A:\n  ...\n  $A[$I]\n  ...",
        "for a in b:\n  f(b[a])\nfor c in d:\n  e = d[c] + 1\nfor f in g:\n  f(h[f])\n",
        ["for a in b:\n  f(b[a])", "for c in d:\n  e = d[c] + 1"],
    ),
    ('"=~/http:/"', "a = f'http://{b}/c'\nd = f'{e}/f'\ng = 'http:'\n", ["http://", "'http:'"]),
    ('f("...")', "f(f'a {b}')\nf('c')\n", ["f('c')"]),
    (
        "def $F($A):\n  ...",
        "def a(x:int): pass\ndef b(x=3): pass\ndef c(*x): pass\ndef d(x): pass\n",
        ["def a(x:int): pass", "def b(x=3): pass", "def d(x): pass"],
    ),
    (
        "def $F(..., $A=[], ...):\n  ...",
        "def a(x=[]): pass\ndef b(y,x:list=[],z=1): pass\n",
        ["def a(x=[]): pass", "def b(y,x:list=[],z=1): pass"],
    ),
    (
        "class $C($B):\n  ...",
        "class A(X): pass\nclass B(X,Y): pass\nclass D: pass\n",
        ["class A(X): pass", "class B(X,Y): pass"],
    ),
    ("class $C:\n  ...", "class A(X): pass\nclass D: pass\n", ["class A(X): pass", "class D: pass"]),
    (
        "$X = foo()\n...\nbar($X)",
        "def f():\n  a = foo()\n  if c:\n    bar(a)\n  z = bar(a)\n  bar(b)\n  return bar(a)\n",
        [
            "a = foo()\n  if c:\n    bar(a)",
            "a = foo()\n  if c:\n    bar(a)\n  z = bar(a)",
            "a = foo()\n  if c:\n    bar(a)\n  z = bar(a)\n  bar(b)\n  return bar(a)",
        ],
    ),
    ("foo()\nbar()", "foo()\nbar()\nbaz()\n", ["foo()\nbar()"]),
    ("return", "def f():\n  return\ndef g():\n  return 1\n", ["return"]),
    ("return ...", "def f():\n  return\ndef g():\n  return 1\n", ["return", "return 1"]),
    (
        "try:\n  ...\nexcept $E:\n  ...",
        "try:\n  a\nexcept B:\n  c\nelse:\n  d\ntry:\n  a\nexcept B as e:\n  c\ntry:\n  a\nexcept A:\n  b\nexcept C:\n  d\n",
        ["try:\n  a\nexcept A:\n  b\nexcept C:\n  d"],
    ),
    (
        "os.system(...)",
        "from os import system as s\ns(1)\nimport os as o\no.system(2)\nsystem(3)\nimport foo as os\nos.system(4)\n",
        ["s(1)", "o.system(2)", "os.system(4)"],
    ),
    (
        "import foo",
        "import foo\nimport foo as f\nimport foo.bar\nfrom foo import x\nimport a, foo\n",
        ["import foo", "import foo as f", "import foo.bar", "from foo import x", "import a, foo"],
    ),
    (
        "from foo import $X",
        "from foo import x\nfrom foo import y as z\nfrom foo import a, b\n",
        ["from foo import x", "from foo import y as z", "from foo import a, b"],
    ),
    ("'...'", "a='x'\nb=f'{y}'\nc=b'x'\nd='x' 'y'\n", ["'x'", "b'x'", "'x'", "'x' 'y'", "'y'"]),
    ("f('$X')", "f('abc')\nf('')\nf(f'{y}')\n", ["f('abc')", "f('')"]),
    ('f"...{$X}..."', "f'{y}'\nf'aa{z}b{w}'\n", ["f'{y}'", "f'aa{z}b{w}'"]),
    (
        "$X == $X",
        "a == a\na==(a)\na.b == a . b\nf(1)==f( 1)\n1==1 \na==b==b\n",
        ["a == a", "a==(a)", "a.b == a . b", "f(1)==f( 1)", "1==1"],
    ),
    ("$X.foo(...)", "a.foo()\na.b.foo(1)\na().foo(1).bar()\n", ["a.foo()", "a.b.foo(1)", "a().foo(1)"]),
    ("$X. ... .foo(...)", "a.foo()\na.b.foo(1)\na().b(1).foo(2)\n", ["a.foo()", "a.b.foo(1)", "a().b(1).foo(2)"]),
    ("{..., 'a': $X, ...}", "{'a': 1}\n{'b':2, 'a':3, 'c':4}\n", ["{'a': 1}", "{'b':2, 'a':3, 'c':4}"]),
    ("{'a': $X}", "{'a': 1}\n{'b':2, 'a':3, 'c':4}\n", ["{'a': 1}"]),
    ("[..., 1, ...]", "[1]\n[2,1]\n(1,2)\n", ["[1]", "[2,1]"]),
    ("lambda $X: $Y", "lambda a: 1\nlambda a, b: 2\nlambda: 3\n", ["lambda a: 1"]),
    ("print", "print(1)\nprint\nx.print\n", ["print", "print"]),
    ("while True:\n  ...", "while True:\n  x\nwhile (True):\n  y\n", ["while True:\n  x", "while (True):\n  y"]),
    ("assert ($X, $Y)", "assert (a, b)\nassert a, b\n", ["assert (a, b)"]),
    ("not $X in $Y", "not a in b\na not in b\n", ["not a in b"]),
    ("$X in [...]", "a in [1]\na not in [1]\n", ["a in [1]"]),
    ("@foo\ndef $F(...):\n  ...", "@bar\n@foo\ndef a(): pass\n@foo(1)\ndef b(): pass\n", ["@bar\n@foo\ndef a(): pass"]),
    ("a and b", "a and b\nb and a\na and c and b\na and b and c\n", ["a and b"]),
    ("foo(..., $X, ...).bar", "foo(1,2).bar\n", ["foo(1,2).bar"]),
    (
        "$F(..., password=$P, ...)",
        "a(password=1)\nb.c(1, password=2, d=3)\n",
        ["a(password=1)", "b.c(1, password=2, d=3)"],
    ),
    ("$D['$K']", "a['b']\na[b]\na['']\n", ["a['b']", "a['']"]),
    ('"..." % $X', "'a' % b\nf'{c}' % d\n", ["'a' % b"]),
    ('$X + "..."', "a + 'b'\n'c' + 'd'\na + b + 'c'\n", ["a + 'b'", "'c' + 'd'", "a + b + 'c'"]),
    ('"...".format(...)', "'a'.format(b)\nx.format(1)\n", ["'a'.format(b)"]),
    ("assert ...", "assert a\nassert a, b\n", ["assert a", "assert a, b"]),
    ("$X: $T = $Y", "a: int = 3\nb = 2\n", ["a: int = 3"]),
    ("def $F(..., $A: $T = $D, ...): ...", "def f(a: int = 3): pass\ndef g(a=3): pass\n", ["def f(a: int = 3): pass"]),
    (
        "def $F(self, ...): ...",
        "class A:\n  def f(self): pass\n  def g(self, a): pass\n  def h(cls): pass\n",
        ["def f(self): pass", "def g(self, a): pass"],
    ),
    ("print($X); ...", "print(1)\n", ["print(1)"]),
    (
        "for $X in $Y:\n  $Y.remove($X)",
        "for a in b:\n  b.remove(a)\nfor a in b:\n  x\n  b.remove(a)\n",
        ["for a in b:\n  b.remove(a)"],
    ),
    (
        "for $X in $Y:\n  ...\n  $Y.remove($X)\n  ...",
        "for a in b:\n  b.remove(a)\nfor a in b:\n  x\n  if a:\n    b.remove(a)\n  y\n",
        ["for a in b:\n  b.remove(a)", "for a in b:\n  x\n  if a:\n    b.remove(a)\n  y"],
    ),
    ("await $X", "async def f():\n  await g()\n", ["await g()"]),
    ("$X if $C else $Y", "a if b else c\n", ["a if b else c"]),
    ("[$X for $Y in $Z]", "[a for b in c]\n[a for b in c if d]\n", ["[a for b in c]"]),
    ("lambda: $X", "lambda: 1\nlambda a: 2\n", ["lambda: 1"]),
    ("not $X", "not a\nnot (a == b)\n", ["not a", "not (a == b)"]),
    ("$X[$A:$B]", "a[1:2]\na[1]\n", ["a[1:2]"]),
    (
        "@app.route(...)\ndef $F(...): ...",
        "@app.route('/a')\ndef f(): pass\n@x\n@app.route('/b')\n@y\ndef g(): pass\ndef h(): pass\n",
        ["@app.route('/a')\ndef f(): pass", "@x\n@app.route('/b')\n@y\ndef g(): pass"],
    ),
    ("$X is None", "a is None\na is not None\n", ["a is None"]),
    ("yaml.load($X, Loader=$L)", "import yaml\nyaml.load(a, Loader=b)\nyaml.load(a, b)\n", ["yaml.load(a, Loader=b)"]),
    ("yaml.load(...)", "from yaml import *\nload(a)\n", ["load(a)"]),
    (
        "a.b.c(...)",
        "import a.b\na.b.c()\nfrom a import b\nb.c()\nfrom a.b import c\nc()\nimport a.b as z\nz.c()\n",
        ["a.b.c()", "b.c()", "c()", "z.c()"],
    ),
    ("foo(-1)", "foo(-1)\nfoo(- 1)\n", ["foo(-1)", "foo(- 1)"]),
    ("1.0", "x = 1.0\ny = 1\n", ["1.0"]),
    ("global $X", "def f():\n  global a\n", ["global a"]),
    ("exec(...)", "exec('a')\n", ["exec('a')"]),
    ("[]", "[]\n[1]\n", ["[]"]),
    ("()", "()\n(1,)\n", ["()"]),
    ("f(*$X)", "f(*a)\nf(a)\n", ["f(*a)"]),
    ("f(**$X)", "f(**a)\nf(a=1)\n", ["f(**a)"]),
    ("f($...A, 1)", "f(1)\nf(2,3,1)\nf(1,2)\n", ["f(1)", "f(2,3,1)"]),
    ("if <... foo() ...>:\n  ...", "if a and foo():\n  b\nif c:\n  d\n", ["if a and foo():\n  b"]),
]


@pytest.mark.parametrize(("pattern", "code", "expected"), CASES, ids=[str(case[0]) for case in CASES])
def test_matches(matched, pattern, code, expected):
    assert matched("python", pattern, code) == expected
