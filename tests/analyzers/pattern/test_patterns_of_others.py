"""What rules of others ask for beside those of Semgrep's collection: a pattern or rule, code, and the lines (from 1) that
it matches in Semgrep, too.
"""

from __future__ import annotations

import pytest

from reread.analyzers.text import Document, Span, TextChange

CASES = [
    (
        "python",
        {"patterns": [{"pattern": "go($X)"}, {"metavariable-regex": {"metavariable": "$X", "regex": "(a+b*)+z"}}]},
        "go(aabaz)\ngo(c)\n",
        [1],
    ),
    (
        "python",
        {"patterns": [{"pattern": "alpha.go(...)"}, {"pattern-not": "beta.go(...)"}]},
        "import alpha\nalpha.go(1)\nimport beta as alpha\nalpha.go(2)\n",
        [2],
    ),
    (
        "python",
        {"patterns": [{"pattern": "leave($X)"}, {"pattern-not": "home.leave($X)"}]},
        "leave(1)\nfrom home import leave\nleave(2)\n",
        [1],
    ),
    (
        "python",
        {"patterns": [{"pattern": "leave($X)"}, {"pattern-not": "home.leave($X)"}]},
        "import sys\nleave(1)\ndef f():\n    from home import leave\n    leave(2)\nleave(3)\n",
        [2],
    ),
    (
        "javascript",
        {"patterns": [{"pattern": "a.go(...)"}]},
        "a.go(1)\nb.go(2)\nconst b = require('a')\nb.go(3)\n",
        [1, 4],
    ),
    ("python", "home.leave(...)", "leave(1)\ndef g():\n    leave(2)\nfrom home import leave\nleave(3)\n", [5]),
    ("c", "$P = ...;", "int f() {\n  int q;\n  q = 0;\n  p->x = 3;\n  int z = 4;\n}\n", [3, 4, 5]),
    (
        "c",
        {
            "patterns": [
                {"pattern": "free($P);\n...\nfree($P);"},
                {"pattern-not": "free($P);\n...\n$P = ...;\n...\nfree($P);"},
            ]
        },
        "void f(char *a, char *b) {\n  free(a);\n  a = 0;\n  free(a);\n  free(b);\n  free(b);\n}\n",
        [5],
    ),
    ("c", "switch ($V) { }", "int f(int x) {\n  switch (x) { case 1: return 1; default: return 2; }\n}\n", [2]),
    (
        "c",
        "switch ($V) { case $X: ... }",
        "int f(int x) {\n  switch (x) { case 1: return 1; }\n  switch (x) { case 1: g(); break; default: return 2; }\n}\n",
        [2, 3],
    ),
    ("c", "(size_t $N) >= 0", "int f(size_t n, int m) {\n  if (n >= 0) return 1;\n  if (m >= 0) return 1;\n}\n", [2]),
    (
        "c",
        "(char *$X) == (char *$Y)",
        "int f(char *a, char *b, int c) {\n  if (a == b) return 1;\n  if (c == 1) return 1;\n}\n",
        [2],
    ),
    ("c", "go((unsigned int $X))", "int f(unsigned int a, struct foo *s, int c) {\n  go(a);\n  go(c);\n}\n", [2]),
    ("c", "go((struct foo *$X))", "int f(unsigned int a, struct foo *s, int c) {\n  go(a);\n  go(s);\n}\n", [3]),
    (
        "c",
        {"patterns": [{"pattern": "$F(...)"}, {"pattern-not-inside": "<... $F(...) != $X ...>"}]},
        "int f(int x) {\n  go(1);\n  if (go(1) != 0) return 1;\n  go(2);\n}\n",
        [2, 4],
    ),
    (
        "java",
        "@Knock($P)\n$R $M(...)",
        'class A {\n  @Knock("x")\n  String a(int x) { return ""; }\n  String b() { return ""; }\n}\n',
        [2],
    ),
    ("java", "Sound $F(...)", 'class A {\n  Sound a(int x) { return null; }\n  String b() { return ""; }\n}\n', [2]),
    ("java", "@Knock(...)", 'class A {\n  @Knock("x")\n  String a(int x) { return ""; }\n}\n', [2]),
    (
        "yaml",
        {
            "patterns": [
                {"pattern": "run: $S"},
                {"metavariable-pattern": {"metavariable": "$S", "language": "generic", "pattern": "::old-way"}},
            ]
        },
        'a:\n  - run: |\n      echo hi\n      echo "::old-way x"\n  - run: echo "::old-way x"\n  - run: echo no\n',
        [2, 5],
    ),
    (
        "yaml",
        {
            "patterns": [
                {"pattern": "run: $S"},
                {"metavariable-pattern": {"metavariable": "$S", "language": "bash", "pattern": "curl ..."}},
            ]
        },
        "a:\n  - run: |\n      echo hi\n      curl x\n  - run: curl y\n  - run: echo no\n",
        [2, 5],
    ),
    (
        "yaml",
        {
            "patterns": [
                {"pattern": "script: $S"},
                {"metavariable-pattern": {"metavariable": "$S", "language": "javascript", "pattern": "go(...)"}},
            ]
        },
        "a:\n  - script: |\n      let a = 1\n      go(a)\n  - script: >\n      go(1);\n",
        [2, 5],
    ),
    (
        "go",
        {
            "patterns": [
                {"pattern": "$T.Lock()"},
                {"metavariable-pattern": {"metavariable": "$T", "pattern": "($X : sync.Mutex)"}},
            ]
        },
        'package a\nimport "sync"\nfunc f(m sync.Mutex, n foo.Mutex) {\n\tm.Lock()\n\tn.Lock()\n}\nfunc g() {\n\tvar m sync.Mutex\n\tm.Lock()\n}\n',
        [4, 9],
    ),
    ("javascript", "... <= ...", "a <= b\na < b\n", [1]),
    ("python", "...", "go(1)\n", [1]),
    ("python", "... == ...", "if a == b: go()\na < b\n", [1]),
    ("xml", "<pins ... />", '<a>\n  <pins x="1">\n    <pin>a</pin>\n  </pins>\n  <pins y="2"/>\n</a>\n', [2, 5]),
    (
        "xml",
        "<pins ...>...</pins>",
        '<a>\n  <pins x="1">\n    <pin>a</pin>\n  </pins>\n  <pins y="2"/>\n</a>\n',
        [2, 5],
    ),
    (
        "xml",
        {"patterns": [{"pattern-inside": "<pins ... />"}, {"pattern": "<pin>$X</pin>"}]},
        '<a>\n  <pins x="1">\n    <pin>a</pin>\n  </pins>\n  <pin>b</pin>\n</a>\n',
        [3],
    ),
    ("javascript", "if ($F.indexOf('..'))", "if (a.indexOf('..')) { go() }\nif (a.indexOf('..') > 1) { go() }\n", [1]),
    (
        "ruby",
        {"patterns": [{"pattern-inside": "cookies.signed[$A] = ..."}, {"pattern": "{..., secure: false, ...}"}]},
        "cookies.signed[:x] = { value: 1, secure: false }\ncookies.signed[:x] = { value: 1, secure: true }\n",
        [1],
    ),
    ("ruby", "{..., secure: false, ...}", "x = { value: 1, secure: false }\ngo(value: 1, secure: false)\n", [1]),
    ("ruby", "$X.each do |$I|\n ...\nend", "a.each { |i| go(i) }\nb.each do |i|\n  go i\nend\n", [1, 2]),
    ("lua", "$A == ...", "if a == b then\n  go()\nend\nlocal x = a == 1\n", [1, 4]),
    ("go", "select { case ... }", "package a\nfunc f() {\n\tselect {\n\tcase x := <-c:\n\t\tgo1()\n\t}\n}\n", [3]),
    ("go", "select {\ncase <-$C:\n ...\n}", "package a\nfunc f() {\n\tselect {\n\tcase <-c:\n\t\tgo1()\n\t}\n}\n", [3]),
    ("swift", "class $C: $X {...}", "class A: B {\n  var x = 1\n}\nclass C {\n}\n", [1]),
    ("rust", "#[cfg(test)]\nmod tests { ... }", "#[cfg(test)]\nmod tests {\n  fn a() {}\n}\nmod other { }\n", [1]),
    (
        "solidity",
        "uint256 $X = 0;",
        "contract A {\n  uint256 a = 0;\n  function f() public { uint256 b = 0; }\n}\n",
        [2, 3],
    ),
    ("javascript", "switch ($V) { }", "switch (x) { case 1: f(); break; default: g(); }\n", [1]),
    (
        "javascript",
        "switch ($V) { case $X: ... }",
        "switch (x) { case 1: f(); break; default: g(); }\nswitch (x) { case 1: f(); break; }\n",
        [1, 2],
    ),
    ("java", "switch ($V) { }", "class A { void f() {\nswitch (x) { case 1: f(); break; default: g(); }\n} }\n", [2]),
    (
        "java",
        "switch ($V) { case $X: ... }",
        "class A { void f() {\nswitch (x) { case 1: f(); break; default: g(); }\nswitch (x) { case 1: f(); break; }\n} }\n",
        [2, 3],
    ),
    ("go", "switch $V { }", "package a\nfunc f() {\n\tswitch x {\n\tcase 1: g()\n\tdefault: h()\n\t}\n}\n", [3]),
    (
        "go",
        "switch $V { case $X: ... }",
        "package a\nfunc f() {\n\tswitch x {\n\tcase 1: g()\n\tdefault: h()\n\t}\n}\n",
        [3],
    ),
    ("cpp", "$P = ...;", "int f(int x) {\n  int q = 3;\n  q = 3;\n}\n", [2, 3]),
    (
        "csharp",
        "switch ($V) { }",
        "class A { void f() {\nswitch (x) { case 1: f(); break; default: g(); break; }\n} }\n",
        [2],
    ),
    ("php", "switch ($V) { }", "<?php\nswitch ($x) { case 1: f(); break; default: g(); }\n", [2]),
    (
        "c",
        "switch ($V) { case 1: ... }",
        "void f() {\nswitch (x) { case 2: f(); break; case 1: g(); h(); default: g(); }\nswitch (x) { case 1: f(); break; }\n}\n",
        [2, 3],
    ),
    (
        "c",
        "switch ($V) { case 1: ... case 2: ... }",
        "void f() {\nswitch (x) { case 2: f(); break; case 1: g(); default: g(); }\nswitch (x) { case 1: f(); break; case 3: g(); case 2: h(); }\nswitch (x) { case 1: f(); break; }\n}\n",
        [2, 3],
    ),
    (
        "python",
        {"patterns": [{"pattern": "go(...)"}, {"pattern-not-inside": "<... bad(...) ...>"}]},
        "def f():\n    go(1)\n    x = go(bad(2))\n    if bad(go(3)):\n        go(4)\n    return go(bad(5))\n",
        [2, 5],
    ),
    (
        "javascript",
        {"patterns": [{"pattern": "go(...)"}, {"pattern-not-inside": "<... bad(...) ...>"}]},
        "function f() {\n    go(1)\n    x = go(bad(2))\n    var y = go(bad(2))\n    if (bad(go(3)))\n        go(4)\n    return go(bad(5))\n}\n",
        [2, 6],
    ),
    (
        "python",
        {"patterns": [{"pattern": "go(...)"}, {"pattern-inside": "<... bad(...) ...>"}]},
        "def f():\n    go(1)\n    x = go(bad(2))\n    if bad(go(3)):\n        go(4)\n    return go(bad(5))\n",
        [3, 4, 6],
    ),
    ("python", {"patterns": [{"pattern-inside": "go(...)"}, {"pattern": "..."}]}, "go(1,\n  2)\n", [1, 2]),
    (
        "html",
        "<pins ... />",
        '<a><b>\n  <pins x="1">\n    <pin>a</pin>\n  </pins></b>\n  <pins y="2"/>\n</a>\n',
        [2, 5],
    ),
    (
        "java",
        "Sound $F(...);",
        'class A {\n  Sound a(int x) { return null; }\n  String b() { return ""; }\n}\ninterface B {\n  Sound a(int x);\n}\n',
        [6],
    ),
    (
        "java",
        "@Knock\npublic $R $M(..., @Par $T $X, ...)",
        'class A {\n  @Knock("a")\n  public String b(@Par("x") int a, int b) { return ""; }\n  @Knock\n  public String c(int b, @Par int a) { return ""; }\n}\n',
        [4],
    ),
    (
        "c",
        "(item_t *$S)->name",
        "void f(item_t *a, other_t *b) {\n  go(a->name);\n  go(b->name);\n  a->name = 0;\n  a->next = 0;\n}\n",
        [2, 4],
    ),
    ("c", "(int $X)", "void f(int x,\n  int *y) {\n  int z;\n  go(x);\n  go(3);\n  go(1.5);\n  go(2L);\n}\n", [4, 5]),
    ("c", "(char *$X)", "void f(char *x) {\n  char *z =\n    x;\n  char *y;\n}\n", [2, 3]),
    ("c", "(int $X) * (int $Y)", "void f(int x, int y, unsigned z) {\n  go(x * y);\n  go(x * z);\n}\n", [2]),
    (
        "c",
        "($T *$X) == NULL",
        "void f(char *x, int y, struct foo *z) {\n  if (x == NULL) go(1);\n  if (y == NULL) go(1);\n  if (z == NULL) go(1);\n}\n",
        [2, 4],
    ),
    (
        "java",
        "Sound $F(...)",
        'class A {\n  Sound a(int x) { return null; }\n  String b() { return ""; }\n}\ninterface B {\n  Sound a(int x);\n}\n',
        [2, 6],
    ),
    ("lua", "if $X then ... end", "if a then go() end\nif a then go() else b() end\n", [1, 2]),
    ("lua", "$X:close()", "a:close()\na.close()\n", [1, 2]),
    ("swift", "$X.go(...)", "a.go(1)\na?.go(b: 1)\na!.go()\n", [1, 2, 3]),
    (
        "swift",
        "func $F(...) { ... }",
        "func a(b: Int) -> Int { return 1 }\nclass A { override func c() { } }\n",
        [1, 2],
    ),
    ("solidity", "$X++", "contract A { function f() public {\n  a++;\n  ++a;\n} }\n", [2]),
    (
        "solidity",
        "address $X;",
        "contract A { \n  address a;\n  address public b;\n  address immutable c;\n  function f() public { address d; }\n}\n",
        [2, 3, 4, 5],
    ),
    ("javascript", "$X++", "a++;\n++a;\n", [1]),
    ("javascript", "++$X", "a++;\n++a;\n", [2]),
    ("java", "$X++", "class A { void f() {\na++;\n++a;\n} }\n", [2]),
    ("c", "$X++", "void f() {\na++;\n++a;\n}\n", [2]),
    ("php", "$X++", "<?php\n$a++;\n++$a;\n", [2]),
    ("csharp", "$X++", "class A { void F() {\na++;\n++a;\n} }\n", [2]),
    (
        "swift",
        "func $F(...) -> Int { ... }",
        "func a(b: Int) -> Int { return 1 }\nfunc a(b: Int) -> Bool { return 1 }\nfunc a(b: Int) { return 1 }\n",
        [1],
    ),
    ("swift", "$X.a($Y)", "self.b?.c?.a(1)\na(1)\n", [1]),
    (
        "solidity",
        "function $F(..., bytes $A, ..., bytes $B, ...) public { ... }",
        "contract A {\n  function f(bytes memory a, bytes memory b) public { g(); }\n  function f(bytes a, uint c, bytes b) public { g(); }\n}\n",
        [2, 3],
    ),
    (
        "solidity",
        "$X = e.p(...);\n...\nk($X);",
        "contract A {\n  function f(bytes memory a, bytes memory b) public pure returns (bytes32) { \n    bytes memory x = e.p(a, b);\n    return k(x);\n  }\n}\n",
        [3],
    ),
    ("solidity", "$TYPE constant $VAR = ...;", "contract A {\n  bool constant a = false;\n  bool b = false;\n}\n", [2]),
    (
        "solidity",
        "contract $C is ..., $P, ... {\n ...\n $T $V;\n ...\n constructor(...) { ... }\n ...\n }",
        "contract A is B {\n  bool constant a = false;\n  bool b;\n  constructor() { g(); }\n}\n",
        [1],
    ),
    (
        "solidity",
        "function $ANY(...) $M { ... }",
        "contract A is B {\n  function f() public own { g(); }\n  function f() public { g(); }\n}\n",
        [2],
    ),
    (
        "solidity",
        "$T $V;",
        "contract A is B {\n  uint constant x = 3;\n  uint y;\n  function f(uint a) public own { uint z; uint w = 3; }\n}\n",
        [3, 4],
    ),
]


@pytest.mark.parametrize(("language", "body", "code", "lines"), CASES)
def test_a_rule_matches_in_the_same_lines(engine, rule, language, body, code, lines):
    document = Document("file:///x", code, language=language)
    found = engine(rule(language, body)).check(document).findings
    assert sorted({document.lines.line_of(each.span.start) + 1 for each in found}) == lines


TYPED = """\
char *a, b;
void f(std::string &s) {
  char **c, d[3];
  go(a); go(b); go(c); go(d); go("text"); go(s);
  for (char *e = a; e; e++) go(e);
  { char *g; }
  go(g);
}
"""


@pytest.mark.parametrize(
    ("language", "pattern", "expected"),
    [
        ("c", "go((char *$X))", ["go(a)", 'go("text")', "go(e)"]),
        ("c", "go((const char* $X))", ["go(a)", 'go("text")', "go(e)"]),
        ("c", "go((char **$X))", ["go(c)"]),
        ("c", "go((char $X))", ["go(b)"]),
        ("cpp", "go((std::string $X))", ["go(s)"]),
    ],
)
def test_what_c_declares_has_its_pointers_at_the_names(matched, language, pattern, expected):
    assert matched(language, pattern, TYPED) == expected


@pytest.mark.parametrize("code", ["leave(1)\nimport home\nfrom home import leave\n", "leave(1)\nleave(2)\n"])
def test_an_import_that_is_written_above_counts_at_once(engine, rule, code):
    rules, added = engine(rule("python", "home.leave(...)")), "from home import leave\n"
    before = rules.check(Document("file:///x", code, language="python"))
    after = Document("file:///x", added + code, language="python")

    assert not before.findings
    assert rules.recheck(before, TextChange(Span(0, 0), added), after).findings == rules.check(after).findings
    assert rules.check(after).findings
