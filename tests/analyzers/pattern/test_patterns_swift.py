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
