"""Taint within a file in the languages whose lowering is a table."""

from __future__ import annotations

import pytest

from tests.analyzers.taint.taint_cases import engine, expected, reported, rule

SAMPLES = {
    "ruby": """
def f(a)
  x = source()
  y = "b #{x}"
  sink(y)  # BAD
  z = clean(x)
  sink(z)
  h = { k: x }
  sink(h[:k])  # BAD
  sink(a)
  begin; g; rescue E => e; sink(x); end  # BAD
  sink(x) if x  # BAD
end
def g(p)
  sink(p)  # BAD
end
g(source())
""",
    "php": """<?php
function f($a) {
  $x = source();
  $x .= "b";
  sink("a $x");  // BAD
  sink(clean($x));
  if ($a) { $y = $x; } else { $y = 1; }
  sink($y);  // BAD
  foreach ([$x] as $v) { sink($v); }  // BAD
  $x = 1;
  sink($x);
}
""",
    "csharp": """
class A {
  void F(string a) {
    var x = source();
    string y = $"b {x}";
    sink(y);  // BAD
    sink(clean(x));
    try { sink(x + a); } catch (E e) { }  // BAD
    using (var s = new S(x)) { sink(s); }  // BAD
    x = "1";
    sink(x);
  }
}
""",
    "kotlin": """
fun f(a: String) {
  val x = source()
  var y = "b $x"
  sink(y)  // BAD
  sink(clean(x))
  y = "c"
  sink(y)
  for (v in x) { sink(v) }  // BAD
  if (a == "b") { sink(x) } else { sink(a) }  // BAD
}
""",
    "rust": """
fn f(a: &str) {
    let x = source();
    let mut y = x;
    sink(y);  // BAD
    sink(clean(x));
    y = "1";
    sink(y);
    match x { Some(b) => sink(x), _ => g() };  // BAD
}
""",
    "c": """
void f(char *a) {
  char *x = source(), *y;
  y = x;
  sink(y);  // BAD
  sink(clean(x));
  y = "1";
  sink(y);
  while (a) { sink(x); }  // BAD
}
""",
    "cpp": """
void f(char *a) {
  auto x = source();
  for (auto v : x) { sink(v); }  // BAD
  try { sink(x); } catch (E &e) { sink(a); }  // BAD
}
""",
    "scala": """
object A {
  def f(a: String) = {
    val x = source()
    sink(x)  // BAD
    sink(clean(x))
    sink(a)
  }
}
""",
    "swift": """
func f(a: String) {
  let x = source()
  sink(x)  // BAD
  sink(clean(x))
  sink(a)
}
""",
    "solidity": """
contract C {
  function f(uint a) public {
    uint x = source();
    sink(x);  // BAD
    sink(clean(x));
    sink(a);
  }
}
""",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_taint_reaches_sinks(language):
    code = SAMPLES[language]
    assert reported(engine(rule(language)), code, language) == expected(code)


def test_a_language_without_data_flow_analysis_is_named(read):
    rules, [problem] = read(rule("bash"))
    assert (rules, problem.message) == ([], "there is no data-flow analysis for bash")


def test_of_several_languages_those_that_are_followed_remain(read):
    [found], [problem] = read({**rule(), "languages": ["bash", "ruby"]})
    assert (found.languages, problem.runs) == (("ruby",), True)


@pytest.mark.parametrize("sink", ["sink(...);", "sink(...)"])
def test_a_sink_may_be_written_as_a_statement(sink):
    checker = engine(rule("javascript", **{"pattern-sinks": [{"pattern": sink}]}))
    assert reported(checker, "const x = source();\nsink(x);\ng(sink(x));\n", "javascript") == [2, 3]


def test_what_a_source_names_gives_taint_when_it_is_called():
    checker = engine(rule(**{"pattern-sources": [{"pattern": "h.md5"}]}))
    assert reported(checker, "sink(h.md5(1))\nsink(h.sha(1))\n") == [1]


POPS = {
    "ruby": """
a = [source(), 1]
sink(a.pop)
sink(a.pop)  # BAD
sink(a)
""",
    "kotlin": """
fun f() {
  val a = ArrayDeque<String>()
  a.push(source())
  a.push("b")
  sink(a.pop())
  sink(a.take(1))  // BAD
  sink(a.pop())  // BAD
}
""",
    "scala": """
object A {
  def f() = {
    val a = new ArrayDeque()
    a.push(source())
    a.push("b")
    sink(a.pop())
    sink(a.pop())  // BAD
  }
}
""",
}


@pytest.mark.parametrize("language", POPS)
def test_pop_takes_the_newest_element(language):
    assert reported(engine(rule(language)), POPS[language], language) == expected(POPS[language])
