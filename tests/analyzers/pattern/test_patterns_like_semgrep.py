"""What rules of Semgrep's public collection ask for: a pattern, code, and the lines (from 1) that it matches."""

from __future__ import annotations

import pytest

from reread.analyzers.text import Document

CASES = [
    ("python", '"..." "..."', 'a = ["b" "c" "d"]\ne = ["f", "g"]\n', [1]),
    ("python", "nap($X: float)", "nap(1.5)\nnap(a)\n", [1]),
    ("yaml", "steps:\n  ...\n  - ...\n    uses: a", "steps:\n  - name: b\n    uses: a\n", [1]),
    ("python", 'f"$S{...}..."', 'q(f"a {x} b")\nq(f"{x} a")\nq(f"a {x} and {y}")\n', [1, 3]),
    ("python", 'f"...{g(...)}..."', 'q(f"a {g(1)}")\nq(f"a {h(1)}")\n', [1]),
    ("javascript", "`${$Q['...']}...`", "q(`${a['b']}c`)\nq(`${a[b]}c`)\n", [1]),
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
    ("go", 'import "a.b/c"', 'package p\nimport "a.b/c/d"\nimport "a.b/cc"\nimport x "a.b/c"\n', [2, 4]),
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
    ("ruby", "$X.m(...)", "a.m\na.m()\na.m 1\na.m { 1 }\na.m do |b|\n c\nend\na&.m(1)\n", [2, 3, 4, 5, 8]),
    ("ruby", "$X.m()", "a.m\na.m()\na.m 1\na.m { 1 }\n", [2, 4]),
    ("ruby", "$X.m(...) do ... end", "a.m do\n b\nend\na.m(1) { b }\na.m\n", [1, 4]),
    ("ruby", "$X.m", "a.m\nb = a.m\na.m 1\na::m(1)\n", [1, 2, 3, 4]),
    ("ruby", "Y.load($X)", "Y.load(a)\nY::load(b)\nY&.load c\nY::Load\n", [1, 2, 3]),
    ("ruby", "f $X", "f 1\nf(1)\nf()\nf(1, 2)\nf 1, 2\n", [1, 2]),
    ("ruby", "$U = k(1)\n...\nA.f $U", "u = k(1)\nq do\n  A.f(u)\nend\n", [1]),
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
    (
        "solidity",
        "abi.enc(...);",
        "contract C {\nfunction f() public {\n(bool s, ) = a.call(\nabi.enc(b));\n}\n}\n",
        [3],
    ),
    (
        "solidity",
        "$R = $V.get(...);",
        "contract C {\nfunction f() public {\n(, uint[] memory b, ) = V(a).get(c);\n}\n}\n",
        [3],
    ),
    (
        "solidity",
        "if ($A == $B) {...}",
        "contract C {\nfunction f() public {\nif (a == b) { c(); } else { d(); }\nif (a < b) { c(); }\n}\n}\n",
        [3],
    ),
    (
        "solidity",
        "contract $C { ... constructor(...) {...} ... }",
        "contract A {\n  constructor(address a) B(a) payable { c = a; }\n}\ncontract D {\n  uint x;\n}\n",
        [1],
    ),
    ("scala", "import a.b.$X\n...\nf($Y)", "import a.b.{C, D}\nobject O { def g() = { f(1) } }\n", [1]),
    ("scala", 's"..."', 'object O { def g(x: A) = { f(s"a $x b")\nf(s"")\nf("a")\nf(sql"a #$x") } }\n', [1, 2]),
    ("scala", 'sql"..."', 'object O { def g(x: A) = { f(s"a $x b")\nf(sql"""a #$x""") } }\n', [2]),
    (
        "scala",
        "Act(...) { $R: Req[$T] =>\n  ...\n}",
        "class A {\ndef f() = Act(p) { implicit r: Req[A] =>\n  g(r)\n}\ndef h() = Act(p) { r: Req[B] =>\n g(r)\n}\n}\n",
        [2, 5],
    ),
    (
        "scala",
        "class $C(..., $W: Ws, ...) {...}",
        "class A @Inject()(b: B, w: Ws) extends D {\n  f(w)\n}\nclass E(b: B)\nclass F (implicit w: Ws) { g() }\n",
        [1, 5],
    ),
    ("scala", "trait $T {\n...\nval x = 1\n}", "trait A { self: Ws =>\n  val x = 1\n}\n", [1]),
    ("ocaml", "$X = true", "let f x = if x = true then 1 else 2\n", [1]),
    ("ocaml", "List.find ...", "let f x = List.find g x\n", [1]),
    ("swift", "A.b(..., k: $X)", "let a = A.b(1, k: 2)\n", [1]),
    ("php", "new A\\B\\C($X)", "<?php\nuse A\\B\\C as D;\nnew D(1);\nnew C(1);\nnew A\\B\\C(1);\n", [3, 5]),
    ("php", "new A\\B($X)", "<?php\nuse A\\{G, B as H};\nnew H(1);\nnew G(1);\n", [3]),
    ("php", "A\\f($X)", "<?php\nuse function A\\f;\nf(1);\ng(1);\n", [3]),
    ("php", "A\\B::f($X)", "<?php\nuse A\\B;\nB::f(1);\nother\\B::f(1);\n", [3]),
    ("clojure", "(sh $X ...)", "(defn f [x] (sh x 1))\n", [1]),
    ("clojure", "(defn $F [$X] (g $X))", "(defn f [x]\n ; why\n (g x) #_(h))\n(defn f [x] (g x) (h))\n", [1]),
    ("clojure", "(defn $F [$X] (g $X))", "(defn ^String f [^String x] (g x))\n(defn f [x] ^int (g x))\n", [1, 2]),
    ("clojure", "(def $F 1)", '(def ^{:doc "a } ^b"} ^:private a 1)\n(def b "^c" 1)\n(def #^C d 1)\n', [1, 3]),
    ("clojure", "(def $F $V)", '(def a \\^)\n(def b #"^a;b")\n; ^c "\n(def d\'e 1)\n', [1, 2, 4]),
    ("clojure", "(a $X)\n...\n(c $X)", "(a 1)\n(b)\n(c 1)\n; end\n", [1]),
    ("clojure", "(a $X)\n...\n(c $X)", "(a 1)\n(b)\n(c 1)\n(d)\n", []),
    ("clojure", "(a $X)\n(c $X)", "(b)\n(a 1)\n(c 1)\n", []),
    ("clojure", "...\n(c $X)", "(b)\n(c 1)\n", [1]),
    ("html", '<a href="$X">...</a>', '<p><a href="b">c</a></p>\n', [1]),
    ("lua", "os.execute($X)", "os.execute(a)\nos.exit(a)\n", [1]),
    ("elixir", "Code.eval_string($X)", "def f(a) do\n Code.eval_string(a)\nend\n", [2]),
    ("apex", "Database.query($X)", "class A { void f() {\nDatabase.query(a);\n} }\n", [2]),
]


@pytest.mark.parametrize(
    ("language", "pattern", "code", "expected"), CASES, ids=[f"{c[0]} {c[1][:40]!r}" for c in CASES]
)
def test_matches(matched, engine, rule, language, pattern, code, expected):
    document = Document("file:///x", code, language=language)
    found = engine(rule(language, pattern)).check(document).findings
    assert sorted({document.lines.line_of(each.span.start) + 1 for each in found}) == expected


def test_a_chain_begins_with_any_part_of_what_is_before_its_end(matched):
    parts = [{"pattern-inside": "$X = lib()\n..."}, {"pattern": "$X. ... .read($F)"}]

    assert matched("javascript", {"patterns": parts}, "a = lib(); a.b.read(c); d.b.read(c)") == ["a.b.read(c)"]


UNIFIED = {
    "mode": "taint",
    "options": {"taint_unify_mvars": True},
    "pattern-sources": [{"patterns": [{"pattern-inside": "function ... ($Q) {...}"}, {"pattern": "$Q.body"}]}],
    "pattern-sinks": [{"patterns": [{"pattern": "go($Q. ... .$V)"}, {"pattern": "$Q. ... .$V"}]}],
}


def test_metavariables_agree_where_one_way_to_bind_them_does(matched):
    assert matched("javascript", UNIFIED, "function f(q) { go(q.body.x); go(r.body.x) }") == ["q.body.x"]


@pytest.mark.parametrize(
    ("sanitizer", "expected"), [("{...}", ["a()", "a()"]), ("function ... () {...}", ["a()", "{k: a()}"])]
)
def test_dots_in_braces_are_an_object_and_no_block(matched, sanitizer, expected):
    rule = {
        "mode": "taint",
        "pattern-sources": [{"pattern": "a()"}],
        "pattern-sinks": [{"patterns": [{"pattern": "go($X)"}, {"focus-metavariable": "$X"}]}],
        "pattern-sanitizers": [{"pattern": sanitizer}],
    }

    assert matched("javascript", rule, "go(a()); go({k: a()}); h(function () { go(a()) })") == expected


def test_numbers_of_javascript_are_floats(matched):
    parts = [
        {"pattern": "$O[$X](...)"},
        {"metavariable-pattern": {"metavariable": "$X", "patterns": [{"pattern-not": "($X: float)"}]}},
    ]

    assert matched("javascript", {"patterns": parts}, "a[1](); a[x]()") == ["a[x]()"]


def test_a_negation_with_types_is_about_nothing_in_javascript(engine, rule):
    parts = [{"pattern": "f($X)"}, {"pattern-not-inside": "function ... ($X: number) {...}"}]
    rules = engine(rule("javascript", {"patterns": parts}, languages=["javascript", "typescript"]))

    assert len(rules.check(Document("file:///x", "function g(a) { f(a) }", language="javascript")).findings) == 1


def test_dots_at_the_start_are_all_of_the_block_before(matched):
    parts = [{"pattern": "use($X)"}, {"pattern-not-inside": "...\nif (ok($X)) { ... }\n..."}]

    assert matched("javascript", {"patterns": parts}, "{ use(a); if (ok(a)) {} } { use(b); if (no(b)) {} }") == [
        "use(b)"
    ]


def test_what_a_metavariable_stands_for_may_be_one_statement(matched):
    parts = [
        {"pattern": "function $F($E) { $BODY }"},
        {
            "metavariable-pattern": {
                "metavariable": "$BODY",
                "patterns": [{"pattern-not": "... if (ok($E)) { ... } ..."}],
            }
        },
    ]
    code = "function a(e) { if (ok(e)) { b() } }\nfunction c(e) { b() }"

    assert matched("javascript", {"patterns": parts}, code) == ["function c(e) { b() }"]


@pytest.mark.parametrize("wanted", ["new T($C);", "new T($C)"])
def test_an_expression_with_a_semicolon_and_without_one_are_the_same(matched, wanted):
    parts = [{"pattern": wanted}, {"pattern-not": 'new T("...")'}]

    assert len(matched("javascript", {"patterns": parts}, "const a = new T('b'); const c = new T(d);")) == 1


def test_statements_are_not_others_that_have_the_same_range(matched):
    parts = [{"pattern": "load('m');\n...\n$P.write(...);"}, {"pattern-not": "load('m');\n...\n$P.write(\"...\");"}]
    code = "{ const {P} = load('m'); p.write('a') }\n{ const {P} = load('m'); p.write(b) }"

    assert matched("javascript", {"patterns": parts}, code) == ["const {P} = load('m'); p.write(b)"]


def test_a_comparison_is_a_truth_value(matched):
    code = 'package p\nfunc f(a string) { g(a != "b"); g(a) }'

    assert matched("go", "g(($X : bool))", code) == ['g(a != "b")']


def test_texts_are_strings_by_either_name(matched):
    parts = [{"pattern": "$X + $Y"}, {"metavariable-type": {"metavariable": "$X", "type": "string"}}]

    assert matched("python", {"patterns": parts}, "'a' + b\nb + c\n") == ["'a' + b"]


def test_a_text_in_pieces_is_no_template(matched):
    assert matched("python", 'f"..."', "a = ['b' f'{c}']\nd = f'{e}'\n") == ["f'{c}'", "f'{e}'"]


@pytest.mark.parametrize(("symbolic", "expected"), [(True, ["x.append(1)", "d.append(2)"]), (False, ["d.append(2)"])])
def test_a_variable_that_is_another_one(matched, symbolic, expected):
    parts = [{"pattern-inside": "def $F($D=[]):\n  ..."}, {"pattern": "$D.append(...)"}]
    code = "def f(d=[]):\n    x = d\n    x.append(1)\n    d.append(2)\n"

    found = matched("python", {"patterns": parts}, code, options={"symbolic_propagation": symbolic})

    assert found == expected


def test_a_definition_before_is_the_one_whose_name_is_bound(matched):
    parts = [{"pattern-inside": "class $A(...):\n  ...\n..."}, {"pattern": "class $C($A): ..."}]
    code = "class A(): pass\nclass B(): pass\nclass C(A): pass\nclass D((B)): pass\nclass E(x.A): pass\n"

    assert matched("python", {"patterns": parts}, code) == ["class C(A): pass", "class D((B)): pass"]


def test_a_metavariable_may_stand_for_a_name_that_has_one_value(matched):
    nested = {"metavariable": "$B", "pattern": "False"}
    parts = [{"pattern": "f(check=$B)"}, {"metavariable-pattern": nested}]

    assert matched("python", {"patterns": parts}, "a = False\nf(check=a)\nf(check=b)\n") == ["f(check=a)"]


def test_what_a_metavariable_stands_for_has_the_type_that_it_is_declared_with(matched):
    parts = [{"pattern": "$O.run()"}, {"metavariable-pattern": {"metavariable": "$O", "pattern": "(Job $J)"}}]

    assert matched("java", {"patterns": parts}, "class A { void f(Job a, B b) { a.run(); b.run(); } }") == ["a.run()"]


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
