"""Typed metavariables: `(T $X)` in Java, `($X: T)` elsewhere, by what one file says about types."""

from __future__ import annotations

import pytest

JAVA = """
import a.b.Foo;
class A {
  Foo field;
  void m(String p, Foo foo, int i, List<String> l, Foo[] all) {
    use(%s);
    { Foo inner = null; use(inner); }
    Foo local = null;
    var made = new Foo();
    var text = "t";
  }
  Foo own() { return null; }
  Foo either(int i) { return null; }
  String either() { return null; }
  List<Foo> listed(int i) { return null; }
  List<Foo> listed() { return null; }
}
"""


@pytest.mark.parametrize(
    ("pattern", "argument", "expected"),
    [
        ("use((String $X))", "p", True),
        ("use((String $X))", '"literal"', True),
        ("use((String $X))", "i", False),
        ("use((int $X))", "i", True),
        ("use((int $X))", "3", True),
        ("use((int $X))", "i + 1", True),
        ("use((int $X))", "i + p", False),
        ("use((Foo $X))", "foo", True),
        ("use((a.b.Foo $X))", "foo", True),
        ("use((c.d.Foo $X))", "foo", False),
        ("use((Foo $X))", "field", True),
        ("use((Foo $X))", "this.field", True),
        ("use((Foo $X))", "new Foo()", True),
        ("use((Foo $X))", "(Foo) p", True),
        ("use((Foo $X))", "b ? foo : null", True),
        ("use((List $X))", "l", True),
        ("use((List<String> $X))", "l", True),
        ("use((List<Integer> $X))", "l", False),
        ("use((Foo[] $X))", "all", True),
        ("use((Foo $X))", "unknown", False),
        ("use((Foo $X))", "make()", False),
        ("use((Foo $X))", 'Foo.getInstance("x")', True),
        ("use((Foo $X))", "a.b.Foo.newInstance()", True),
        ("use((Foo $X))", "foo.getInstance()", False),
        ("use((Foo $X))", "Foo.open()", False),
        ("use((Foo $X))", "own()", True),
        ("use((Foo $X))", "this.own()", True),
        ("use((Foo $X))", "other.own()", False),
        ("use((String $X))", "own()", False),
        ("use((Foo $X))", "either()", False),
        ("use((List $X))", "listed(1)", True),
    ],
)
def test_java(matched, pattern, argument, expected):
    found = matched("java", pattern, JAVA % argument)

    assert (f"use({argument})" in found) is expected


def test_a_declaration_in_a_block_is_not_seen_outside_of_it(matched):
    code = "class A { void m(String x) { { Foo y = null; use(y); } use(y); } }"

    assert matched("java", "use((Foo $X))", code) == ["use(y)"]


def test_a_parameter_of_a_method_or_handler_is_no_typed_metavariable(matched):
    code = "class A { void m(String p) { try { } catch (E e) { } } }"

    assert matched("java", "void $M(String $P) { ... }", code) == ["void m(String p) { try { } catch (E e) { } }"]
    assert matched("java", "try { ... } catch (E $X) { ... }", code) == ["try { } catch (E e) { }"]


GO = """package p
import "database/sql"
type S struct { db *sql.DB }
func f(db *sql.DB, v sql.DB, a, b string) {
	made := &T{}
	also := new(T)
	plain := T{}
	var declared *T
	use(%s)
}
func (s *S) m() { use(s.db) }
"""


@pytest.mark.parametrize(
    ("pattern", "argument", "expected"),
    [
        ("use(($X : *sql.DB))", "db", True),
        ("use(($X : *sql.DB))", "v", False),
        ("use(($X : sql.DB))", "v", True),
        ("use(($X : string))", "b", True),
        ("use(($X : string))", '"literal"', True),
        ("use(($X : *T))", "made", True),
        ("use(($X : *T))", "also", True),
        ("use(($X : *T))", "plain", False),
        ("use(($X : T))", "plain", True),
        ("use(($X : *T))", "declared", True),
        ("use(($X : *T))", "unknown", False),
    ],
)
def test_go(matched, pattern, argument, expected):
    assert (f"use({argument})" in matched("go", pattern, GO % argument)) is expected


def test_fields_of_a_struct_have_its_types(matched):
    assert "use(s.db)" in matched("go", "use(($X : *sql.DB))", GO % "x")


@pytest.mark.parametrize(
    ("language", "pattern", "code"),
    [
        ("go", "use(($X : byte))", "func f(v byte) { for _, v := range w { use(v) } }"),
        ("go", "use(($X : byte))", "func f(v byte) { select { case v := <-c: use(v) } }"),
        ("go", "use(($X : byte))", "func f(v byte) { switch v := x.(type) { case int: use(v) } }"),
        ("go", "use(($X : byte))", "func f(v byte) { g(func(v int) { use(v) }) }"),
        ("java", "use((int $X))", "class A { int v; void m() { f(v -> use(v)); } }"),
        ("java", "use((int $X))", "class A { int v; void m() { f((v, w) -> use(v)); } }"),
        ("java", "use((int $X))", "class A { int v; void m() { for (var v : w) use(v); } }"),
    ],
)
def test_a_name_that_is_declared_again_has_the_inner_type(matched, language, pattern, code):
    code = ("package p\n" if language == "go" else "") + code

    assert matched(language, pattern, code) == []


@pytest.mark.parametrize(
    ("language", "pattern", "code"),
    [
        ("go", "use(($X : byte))", "func f(v byte) { g(func(v int) { h(v) }); use(v) }"),
        ("go", "use(($X : byte))", "func f(v byte) { for _, v := range w { h(v) }; use(v) }"),
        ("go", "use(($X : byte))", "func f(v byte) { switch v := x.(type) { case int: h(v) }; use(v) }"),
        ("java", "use((int $X))", "class A { int v; void m() { f(v -> h(v)); use(v); } }"),
    ],
)
def test_what_a_loop_or_a_lambda_declares_is_not_seen_behind_it(matched, language, pattern, code):
    assert matched(language, pattern, ("package p\n" if language == "go" else "") + code) == ["use(v)"]


PYTHON = """
class K:
    field: Foo
    def __init__(self, given: Foo):
        self.kept = given
    def m(self, a: int, b: "Foo" = None, c: m.Foo = None):
        made = Foo()
        use(%s)
"""


@pytest.mark.parametrize(
    ("pattern", "argument", "expected"),
    [
        ("use(($X: int))", "a", True),
        ("use(($X: int))", "3", True),
        ("use(($X: str))", "'s'", True),
        ("use(($X: str))", "f'{a}'", False),
        ("use(($X: Foo))", "b", True),
        ("use(($X: m.Foo))", "c", True),
        ("use(($X: Foo))", "made", True),
        ("use(($X: Foo))", "self.field", True),
        ("use(($X: Foo))", "self.other", False),
        ("use(($X: Foo))", "unknown", False),
    ],
)
def test_python(matched, pattern, argument, expected):
    assert (f"use({argument})" in matched("python", pattern, PYTHON % argument)) is expected


TYPESCRIPT = """
class K {
  field: Foo;
  m(a: string, b?: Foo) {
    const made = new Foo();
    const told: Foo = make();
    use(%s);
  }
}
"""


@pytest.mark.parametrize(
    ("pattern", "argument", "expected"),
    [
        ("use(($X: string))", "a", True),
        ("use(($X: Foo))", "b", True),
        ("use(($X: Foo))", "made", True),
        ("use(($X: Foo))", "told", True),
        ("use(($X: Foo))", "this.field", True),
        ("use(($X: Foo))", "x as Foo", True),
        ("use(($X: number))", "1", True),
        ("use(($X: Foo))", "unknown", False),
    ],
)
def test_typescript(matched, pattern, argument, expected):
    assert (f"use({argument})" in matched("typescript", pattern, TYPESCRIPT % argument)) is expected


C = """
void f(int n, size_t m, char *p, const char *k, struct s *t, unsigned u) {
  use(%s);
}
"""


@pytest.mark.parametrize(
    ("pattern", "argument", "expected"),
    [
        ("use((int $X))", "n + 1", True),
        ("use((int $X))", "1 + 2 * n", True),
        ("use((int $X))", "(n - 3)", True),
        ("use((int $X))", "m + 1", False),
        ("use((int $X))", "p + 1", False),
        ("use((int $X))", "n << 1", False),
        ("use((int $X))", "c ? n : 3", True),
        ("use((int $X))", "c ? m : n", False),
        ("use((int $X))", "c ? f() : n", False),
        ("use((int $X))", "(int)m", True),
        ("use((int $X))", "(int)m + 1", True),
        ("use((int $X))", "(size_t)n + 1", False),
        ("use((size_t $X))", "(size_t)(u + 1)", True),
        ("use((char *$X))", "(char *)u", True),
        ("use((char $X))", "(char *)u", False),
        ("use((char *$X))", "(char **)u", False),
        ("use((char *$X))", "c ? p : k", True),
        ("use((bool $X))", "!p", True),
        ("use((bool $X))", "~n", False),
        ("use((struct $S *$X))", "t", True),
        ("use((struct $S $X))", "t", False),
        ("use((struct $S *$X))", "p", False),
        ("use(($T *$X))", "p", True),
        ("use(($T *$X))", "'a'", False),
        ("use(($T *$X))", "n == 3", False),
        ("use(($T *$X))", '"a"', True),
    ],
)
@pytest.mark.parametrize("language", ["c", "cpp"])
def test_c_and_cpp(matched, language, pattern, argument, expected):
    assert (f"use({argument})" in matched(language, pattern, C % argument)) is expected


def test_metavariable_type_asks_the_same(matched):
    body = {
        "patterns": [{"pattern": "use($X)"}, {"metavariable-type": {"metavariable": "$X", "types": ["int", "Foo"]}}]
    }

    assert matched("python", body, PYTHON % "a") == ["use(a)"]
    assert matched("python", body, PYTHON % "made") == ["use(made)"]
    assert matched("python", body, PYTHON % "'s'") == []


def test_a_language_without_types_says_so(read, rule):
    body = {"patterns": [{"pattern": "use($X)"}, {"metavariable-type": {"metavariable": "$X", "type": "T"}}]}
    rules, [problem] = read(rule("ruby", body))

    assert rules == []
    assert "typed metavariables are not supported for ruby" in problem.message
