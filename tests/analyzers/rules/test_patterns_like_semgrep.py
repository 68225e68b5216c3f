"""What rules of Semgrep's public collection ask for: a pattern, code, and the lines (from 1) that it matches."""

from __future__ import annotations

import pytest

CASES = [
    ("python", '"..." "..."', 'a = ["b" "c" "d"]\ne = ["f", "g"]\n', [1]),
    ("python", "nap($X: float)", "nap(1.5)\nnap(a)\n", [1]),
    ("yaml", "steps:\n  ...\n  - ...\n    uses: a", "steps:\n  - name: b\n    uses: a\n", [1]),
    ("python", 'f"$S{...}..."', 'q(f"a {x} b")\nq(f"{x} a")\nq(f"a {x} and {y}")\n', [1, 3]),
    ("python", 'f"...{g(...)}..."', 'q(f"a {g(1)}")\nq(f"a {h(1)}")\n', [1]),
    ("javascript", "`$H${$V}...`", "q(`a${b}c`)\nq(`${b}c`)\nq(`a`)\n", [1]),
    ("ruby", '"...#{...}..."', 'q("a #{b}")\nq("a")\n', [1]),
    ("csharp", 'l.Debug($"...")', 'class A { void F() {\nl.Debug($"a {b}");\nl.Debug("a");\n} }\n', [2]),
    ("python", "x = g(...)\n...\nuse(x)", "x = g(1)\ndef f():\n    use(x)\n", [1]),
    (
        "python",
        "for $K in $O:\n    ...\n    if c:\n        ...\n    g(...)",
        "for k in o:\n    if c:\n        h()\n    g(1)\n",
        [1],
    ),
    (
        "javascript",
        "function ... ($A) {...}",
        "f((a) => 1)\nf(a => { b })\nf(function (a) {})\nf((a, b) => 1)\n",
        [1, 2, 3],
    ),
    ("javascript", "g(function $F($A) {...})", "g(a => { b })\ng(function (a) {})\ng(a)\n", [1, 2]),
    ("javascript", "function $F($A) {...}", "function g(a) {}\nf(a => { b })\n", [1]),
    ("javascript", "import 'm'", "import a from 'm'\nimport {b} from 'm/n'\nimport 'mm'\n", [1, 2]),
    ("go", 'import "a.b/c"', 'package p\nimport "a.b/c/d"\nimport "a.b/cc"\nimport x "a.b/c"\n', [2]),
    ("python", "import a.b.c", "from a.b import c\nfrom a.b import d\nimport a.b.c\n", [1, 3]),
    (
        "python",
        "@memo(...)\ndef $F(...): ...",
        "@memo\ndef f(): pass\n@memo(1)\ndef g(): pass\n@other\ndef h(): pass\n",
        [1, 3],
    ),
    ("python", "try: ...\nexcept ...: ...", "try: a()\nexcept: b()\n", [1]),
    ("python", "lib.gone", "from lib import gone\ngone()\n", [2]),
    (
        "java",
        "$T $M(..., Resp $R, ...) {...}",
        "class A { public void a(Resp r) { } int b(int c) { return 1; } }\n",
        [1],
    ),
    ("java", "$M(...) {...}", "class A {\nint b(int c) { return 1; }\nA() {}\n}\n", [2, 3]),
    ("java", "$T $M(..., $I, ...) {...}", "class A {\nint b(int c) { return 1; }\nint d() { return 1; }\n}\n", [2]),
    ("java", "interface $I { $R $M(String $P); }", "interface A { int a(String s); int b(); }\n", [1]),
    ("java", "new Ois(...);", "class A { void f() {\ntry (Ois j = new Ois(x)) { }\nOis k = new Ois(x);\n} }\n", [2, 3]),
    (
        "typescript",
        "class $C { @Get(...) $F(...) {...} }",
        "class A {\n constructor(private s: S) {}\n @Post() @Get('a') b() {}\n}\nclass B { @Post() b() {} }\n",
        [1],
    ),
    ("ruby", "A::B.$F", "A::B.new 'x'\nA::B.c\nA::C.c\n", [1, 2]),
    ("ruby", "`...#{$V}...`", 'a = `ls #{b}`\nc = "ls #{b}"\n', [1]),
    ("ruby", "$F(...)", "A.b(1)\n", [1]),
    ("php", "phpinfo();", "<?php\necho phpinfo();\nx();\n", [2]),
    ("csharp", "new Fmt();", "class A { void F() {\nvar f = new Fmt();\n} }\n", [2]),
    ("csharp", "(Rng $R).Next(...)", "class A { void F() {\nvar r = new Rng();\nr.Next(1);\nq.Next(1);\n} }\n", [3]),
    (
        "terraform",
        'resource "b" $N {\n ...\n guard {\n on = true\n }\n ...\n}',
        'resource "b" "a" {\n x = 1\n y {\n guard {\n z = 1\n on = true\n }\n }\n}\n',
        [1],
    ),
    ("terraform", 'resource "b" $N { type = "a" on = true }', 'resource "b" "a" {\n on = true\n type = "a"\n}\n', [1]),
    ("terraform", 'resource "b" $N {...}', 'resource "b" "a" {}\nresource "c" "a" {}\n', [1]),
    ("json", '{"a": $X, ...}', '{"b": {"a": 1, "c": 2}}\n', [1]),
    ("json", '"P": {..., "A": "*", ...}', '{"P": {"A": "*"}, // why\n"P": {"A": "b"}}\n', [1]),
    ("solidity", "$A.call(...)", "contract C {\nfunction f() public {\na.call(b);\n}\n}\n", [3]),
    ("scala", "import a.b.$X\n...\nf($Y)", "import a.b.{C, D}\nobject O { def g() = { f(1) } }\n", [1]),
    ("ocaml", "$X = true", "let f x = if x = true then 1 else 2\n", [1]),
    ("ocaml", "List.find ...", "let f x = List.find g x\n", [1]),
    ("swift", "A.b(..., k: $X)", "let a = A.b(1, k: 2)\n", [1]),
    ("clojure", "(sh $X ...)", "(defn f [x] (sh x 1))\n", [1]),
    ("html", '<a href="$X">...</a>', '<p><a href="b">c</a></p>\n', [1]),
    ("lua", "os.execute($X)", "os.execute(a)\nos.exit(a)\n", [1]),
    ("elixir", "Code.eval_string($X)", "def f(a) do\n Code.eval_string(a)\nend\n", [2]),
    ("apex", "Database.query($X)", "class A { void f() {\nDatabase.query(a);\n} }\n", [2]),
]


@pytest.mark.parametrize(
    ("language", "pattern", "code", "expected"), CASES, ids=[f"{c[0]} {c[1][:40]!r}" for c in CASES]
)
def test_matches(matched, engine, rule, language, pattern, code, expected):
    from reread.analyzers.text import Document

    document = Document("file:///x", code, language=language)
    found = engine(rule(language, pattern)).check(document).findings
    assert sorted({document.lines.line_of(each.span.start) + 1 for each in found}) == expected


def test_regular_expressions_in_patterns_have_flags(matched):
    assert matched("python", '"=~/ALLOW/i"', "f('allowed')\nf('b')\n") == ["'allowed'"]


def test_a_rule_with_a_bug_of_ours_is_named_and_the_others_run(read, rule, monkeypatch):
    from reread.analyzers.rules.loading import parse_rules

    def broken(*arguments):
        raise IndexError

    monkeypatch.setattr(parse_rules, "required_words", broken, raising=False)
    monkeypatch.setattr(parse_rules, "documentation_of", broken)
    rules, problems = read(rule("python", "f()"))
    assert (rules, [problem.message for problem in problems]) == ([], ["cannot be read because of a bug: IndexError"])
