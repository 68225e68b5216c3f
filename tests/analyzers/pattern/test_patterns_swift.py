"""Patterns of Swift: declarations of variables, heads of functions, conditions, types."""

from __future__ import annotations

import pytest

VARIABLES = """\
var count: Int = 0
let key = "a"
class A {
  weak var view: View!
  var token: String?
}
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("var $X = $Y", ["count"]),
        ("let $X = $Y", ["key"]),
        ("var $X: $T", ["view", "token"]),
        ("var $X: View", ["view"]),
        ("weak var $X: $T", ["view"]),
    ],
)
def test_variables_and_constants_are_told_apart(matched, pattern, found):
    names = [each.split("weak ")[-1].split(" ")[1].rstrip(":") for each in matched("swift", pattern, VARIABLES)]
    assert names == found


FUNCTIONS = """\
func labelled(a b: Int) throws { }
private static func bare(_ b: String, c: Int? = nil) -> Int { return 1 }
func none() { }
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("func $F(...) { ... }", ["labelled", "bare", "none"]),
        ("func $F(_ $X: String, ...) { ... }", ["bare"]),
        ("func $F($X: Int) { ... }", ["labelled"]),
        ("func $F(..., c: Int?) { ... }", ["bare"]),
        ("private func $F(...) { ... }", ["bare"]),
        ("func $F(...) -> Int { ... }", ["bare"]),
        ("func $F() { ... }", ["none"]),
    ],
)
def test_functions_are_found_by_their_heads(matched, pattern, found):
    assert [each.split("func ")[1].split("(")[0] for each in matched("swift", pattern, FUNCTIONS)] == found


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("func $F(done: $T) { ... }", ["escaping", "plain", "written"]),
        ("func $F(done: Handler) { ... }", ["plain", "written"]),
        ("func $F(done: @escaping $T) { ... }", ["escaping"]),
        ("func $F(done: inout $T) { ... }", ["written"]),
    ],
)
def test_a_pattern_may_leave_out_how_a_parameter_is_given(matched, pattern, found):
    code = (
        "func escaping(done: @escaping (Int) -> Void) { }\nfunc plain(done: Handler) { }\n"
        "func written(done: inout Handler) { }\n"
    )
    assert [each.split("func ")[1].split("(")[0] for each in matched("swift", pattern, code)] == found


CONDITIONS = """\
func f() {
  if let a = b, a > 1 { f() } else { g() }
  if a == b { f() } else if a { g() }
  guard let c = d else { throw E.bad }
}
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("if $C { ... }", ["if let a = b, a > 1", "if a == b", "if a"]),
        ("if $A == $B { ... }", ["if a == b"]),
        ("if let $X = $Y, ... { ... }", ["if let a = b, a > 1"]),
        ("guard $C else { ... }", ["guard let c = d else"]),
        ("guard let $X = d else { ... }", ["guard let c = d else"]),
        ("guard let $X = e else { ... }", []),
        ("if $C { ... } else { h() }", []),
        ("throw $X", ["throw E.bad"]),
        ("throw E.good", []),
    ],
)
def test_a_metavariable_stands_for_all_conditions(matched, pattern, found):
    assert [each.split(" {")[0] for each in matched("swift", pattern, CONDITIONS)] == found


TYPES = """\
class A: B { }
struct C { }
enum D { case e }
extension F { }
protocol G { func h() }
func f(x: Int) { switch x { case 1: f(x: 2)
default: f(x: 3) } }
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("class $C { ... }", ["class A: B", "struct C", "enum D", "extension F"]),
        ("class $C: B { ... }", ["class A: B"]),
        ("enum $C { ... }", ["enum D"]),
        ("protocol $C { ... }", ["protocol G"]),
        ("switch $X { ... }", ["switch x"]),
        ("switch y { ... }", []),
    ],
)
def test_types_and_branches_have_bodies(matched, pattern, found):
    assert [each.split(" {")[0] for each in matched("swift", pattern, TYPES)] == found


CLOSURES = """\
f(1) { g() }
f(2) { a in g() }
f(3) { (a, b: Int) -> Bool in g() }
f(4, x: nil)
f { h() }
f(5)
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("f(...) { ... }", ["f(1) { g() }", "f { h() }"]),
        ("f { ... }", ["f { h() }"]),
        ("f(...) { $X in ... }", ["f(2) { a in g() }"]),
        ("f(...) { $X, $Y in ... }", ["f(3) { (a, b: Int) -> Bool in g() }"]),
        ("f($X)", ["f { h() }", "f(5)"]),
        ("f($X, $Y)", ["f(1) { g() }", "f(2) { a in g() }", "f(3) { (a, b: Int) -> Bool in g() }"]),
        ("f(2, ...)", ["f(2) { a in g() }"]),
        ("f(5, ...) { ... }", []),
    ],
)
def test_a_closure_behind_a_call_is_its_last_argument(matched, pattern, found):
    assert matched("swift", pattern, CLOSURES) == found


@pytest.mark.parametrize(
    ("pattern", "count"), [("s.f(with: $U) { ... }", 0), ("s.f(with: $U) { $A, $B in ... }", 1), ("s.f(...)", 1)]
)
def test_a_call_with_a_closure_that_is_given_a_name_is_the_same(matched, pattern, count):
    code = "func f() {\n  let t = s.f(with: u) { (a, b) in\n    g()\n  }\n}\n"
    assert len(matched("swift", pattern, code)) == count


NOTHING = """\
f(1, x: nil)
f(2, x: y)
f(nil)
if a == nil { g() }
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("f($A, x: $B)", ["f(1, x: nil)", "f(2, x: y)"]),
        ("f($A, x: nil)", ["f(1, x: nil)"]),
        ("f(x: nil, ...)", ["f(1, x: nil)"]),
        ("f(nil)", ["f(nil)"]),
        ("f($A)", ["f(nil)"]),
        ("$A == $B", ["a == nil"]),
        ("$A == c", []),
    ],
)
def test_nil_is_a_value(matched, pattern, found):
    assert matched("swift", pattern, NOTHING) == found


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("f(<... kB ...>)", ["f(kA | kB)", "f(g(kB))"]),
        ("g(<... kA ...>)", []),
    ],
)
def test_what_is_deep_in_an_argument_is_found(matched, pattern, found):
    assert matched("swift", pattern, "f(kA | kB)\nf(g(kB))\nf(kC)\n") == found


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("func $F(...) { ... g() ... }", ["one", "two"]),
        ("func $F(...) { ... h() }", ["two"]),
        ("func $F(...) { g() ... }", ["two"]),
        ("func $F(...) { ... $X.y = 1 ... }", ["three"]),
    ],
)
def test_a_pattern_on_one_line_is_several_statements(matched, pattern, found):
    code = "func one() { f(); g() }\nfunc two() {\n  g()\n  h()\n}\nfunc three() { f()\n a.y = 1 }\n"
    assert [each.split("func ")[1].split("(")[0] for each in matched("swift", pattern, code)] == found


TYPED = """\
class A {
  let base: Base
  func f(q: String, d: Data) {
    base.run(q)
    self.base.run(d)
    other.run("a")
  }
}
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("($B: Base).run(...)", ["base.run(q)", "self.base.run(d)"]),
        ("$B.run(($Q: String))", ["base.run(q)", 'other.run("a")']),
        ("$B.run(($Q: Data))", ["self.base.run(d)"]),
        ("$B.run(($Q: Int))", []),
    ],
)
def test_metavariables_have_declared_types(matched, pattern, found):
    assert matched("swift", pattern, TYPED) == found
