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
  foreach ($x as $k => $v) {
    sink($k);  // BAD
    sink($v);  // BAD
  }
  foreach ($a as $k => $v) { sink($k); }
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
  guard let y = source().host, !a.isEmpty else { return }
  sink(y)  // BAD
  guard a.isEmpty else { sink(x)  // BAD
    return
  }
  if let b = source() { sink(b) } else if a.isEmpty { sink(x) } else { sink(a) }  // BAD
  if case .some(let c) = x { sink(c) }  // BAD
  if let d = a.first { sink(d) }
  while let e = source() { sink(e) }  // BAD
  repeat { sink(x) } while a.isEmpty  // BAD
  do { try run() } catch { return }
  switch a { case "x": sink(x)  // BAD
  default: sink(a) }
}
class A {
  init(p: String) {
    sink(source())  // BAD
    sink(p)
  }
}
""",
    "lua": """
local function f(a)
  local x, y = source()
  sink("b " .. x)  -- BAD
  sink(clean(x))
  local t = { k = x, [3] = a }
  sink(t.k)  -- BAD
  sink(t[3])
  for k, v in pairs(x) do sink(v) end  -- BAD
  for i = 1, 3 do sink(i) end
  repeat sink(x) until a  -- BAD
  if a then y = 1 elseif x then y = x else y = 2 end
  sink(y)  -- BAD
  x = "1"
  sink(x)
end
function g(p)
  sink(p)  -- BAD
end
g(source())
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
    rules, [problem] = read(rule("terraform"))
    assert (rules, problem.message) == ([], "there is no data-flow analysis for terraform")


def test_of_several_languages_those_that_are_followed_remain(read):
    [found], [problem] = read({**rule(), "languages": ["terraform", "ruby"]})
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


PARSERS = {
    "ruby": ("Date.parse(...)", "x = source()\nsink(x)  # BAD\nDate.parse(x)\nsink(x)\n"),
    "php": ("Uuid::fromString(...)", "<?php\n$x = source();\nsink($x); // BAD\nUuid::fromString($x);\nsink($x);\n"),
    "csharp": (
        "Guid.Parse(...)",
        "class A { void F() {\n var x = source();\n sink(x);  // BAD\n Guid.Parse(x);\n sink(x);\n} }\n",
    ),
    "kotlin": (
        "UUID.fromString(...)",
        "fun f() {\n val x = source()\n sink(x)  // BAD\n UUID.fromString(x)\n sink(x)\n}\n",
    ),
    "scala": (
        "UUID.fromString(...)",
        "object A { def f() = {\n val x = source()\n sink(x)  // BAD\n UUID.fromString(x)\n sink(x)\n} }\n",
    ),
}


@pytest.mark.parametrize("language", PARSERS)
def test_a_text_is_fine_after_it_was_parsed(language):
    parser, code = PARSERS[language]
    checker = engine(rule(language, **{"pattern-sanitizers": [{"pattern": parser}]}))
    assert reported(checker, code, language) == expected(code)


def test_a_parser_that_gives_an_error_back_says_nothing_by_itself():
    checker = engine(rule("rust", **{"pattern-sanitizers": [{"pattern": "parse(...)"}]}))
    code = "fn f() {\n let x = source();\n parse(x);\n sink(x);  // BAD\n}\n"
    assert reported(checker, code, "rust") == expected(code)


NEGATED = """
def f
  x = source()
  return unless x
  sink(x)  # BAD
  unless x == "a"
    sink(x)  # BAD
  else
    sink(x)
  end
  sink(x) unless x == "a"  # BAD
  until x == "b"
    sink(x)  # BAD
  end
  sink(x)
end
"""


def test_what_runs_unless_a_condition_holds_is_where_it_does_not():
    assert reported(engine(rule("ruby")), NEGATED, "ruby") == expected(NEGATED)


FALSE = {
    "ruby": """
x = source()
sink(x && "b")
sink("b" && x)  # BAD
if x
  sink(x)  # BAD
else
  sink(x)
end
""",
    "php": """<?php
$x = source();
if ($x) { sink($x); } // BAD
else { sink($x); }
""",
    "cpp": """
void f() {
  char *x = source();
  if (x) { sink(x); }  // BAD
  if (!x) { sink(x); }
}
""",
    "rust": """
fn f() {
  let x = source();
  if !x { sink(x); }  // BAD
}
""",
}


@pytest.mark.parametrize("language", FALSE)
def test_what_is_false_carries_no_text(language):
    assert reported(engine(rule(language)), FALSE[language], language) == expected(FALSE[language])


ERRORS = """<?php
function f() {
  $x = source();
  $errors = [];
  if ($x != "a") { $errors[] = "no"; }
  if ($errors) { sink($x); return; }  // BAD
  sink($x);
}
"""


def test_an_empty_list_of_errors_is_false():
    assert reported(engine(rule("php")), ERRORS, "php") == expected(ERRORS)


FIELDS = {
    "csharp": """
class A {
  string q;
  void F() {
    q = source();
    sink(this.q);  // BAD
    this.q = "a";
    sink(q);
    var y = source();
  }
  void G() { sink(y); }
}
class B {
  string q;
  void F() { sink(q); }
}
""",
    "cpp": """
class A {
  char *q;
  void f() { q = source(); h(); }
  void h() { sink(q); }  // BAD
};
class B {
  void h() { sink(q); }
};
""",
    "kotlin": """
class A {
  var q = ""
  fun f() {
    q = source()
    sink(this.q)  // BAD
    val z = source()
    sink(z)  // BAD
  }
  fun g() { sink(z) }
}
""",
    "scala": """
class A {
  var q = ""
  def f() = { q = source() }
  def h() = { sink(q) }  // BAD
}
class B {
  def h() = { sink(q) }
}
""",
    "swift": """
class A {
  func f() {
    q = source()
    sink(self.q)  // BAD
    self.q = "a"
    sink(q)
  }
}
""",
    "solidity": """
contract A {
  uint q;
  function f() public { q = source(); }
  function k() public { sink(q); }  // BAD
}
contract B {
  function h() public { sink(q); }
}
""",
}


@pytest.mark.parametrize("language", FIELDS)
def test_a_plain_name_may_be_a_field(language):
    assert reported(engine(rule(language)), FIELDS[language], language) == expected(FIELDS[language])


OWN = """<?php
function f() {
  $x = source();
  $g = function() { $x = "a"; };
  $g();
  sink($x);  // BAD
  $h = function() use (&$x) { $x = "a"; };
  $h();
  sink($x);
}
function g() { sink($x); }
function h() { global $y; $y = source(); }
function i() { global $y; sink($y); }  // BAD
"""


def test_an_assignment_makes_a_variable_of_the_function():
    assert reported(engine(rule("php")), OWN, "php") == expected(OWN)


FIXED = {
    "cpp": """
bool on() { return false; }
void f() {
  char *x = source();
  if (on()) { sink(x); }
  if (off()) { sink(x); }  // BAD
}
""",
    "rust": """
fn mode() -> &'static str { "a" }
fn f() {
  let x = source();
  if mode() == "b" { sink(x); }
  if mode() == "a" { sink(x); }  // BAD
}
""",
    "kotlin": """
fun mode(): String { return "a" }
fun f() {
  val x = source()
  if (mode() == "b") { sink(x) }
  if (mode() == "a") { sink(x) }  // BAD
}
""",
    "javascript": """
function mode() { return "a"; }
function f() {
  const x = source();
  if (mode() === "b") { sink(x); }  // BAD
}
""",
}


@pytest.mark.parametrize("language", FIXED)
def test_what_a_function_gives_is_certain_where_nobody_can_replace_it(language):
    assert reported(engine(rule(language)), FIXED[language], language) == expected(FIXED[language])


OBJECTS = {
    "rust": """
impl A {
    fn run(&self, q: &str, r: &str) {
        sink(q);
        sink(r);  // BAD
    }
    fn go(&self) { self.run("a", source()); }
    fn put(&mut self, q: &str) { self.kept = q; }
    fn get(&self) { sink(self.kept); }  // BAD
    fn fill(&mut self) { self.put(source()); }
    fn new(q: &str) -> A { sink(q) }  // BAD
    fn made() { A::new(source()) }
}
""",
    "cpp": """
void f(S s, char *x) {
  s.q = source();
  if (!s) { sink(s.q); }  // BAD
  x = source();
  if (!x) { sink(x); }
}
""",
    "csharp": """
abstract class A {
  abstract string Get(string q);
  void F() { sink(this.Get(source())); }  // BAD
}
""",
    "javascript": """
class A {
  static debug = false;
  static name = "a";
  f() {
    const x = source();
    if (A.debug) { sink(x); }  // BAD
    if (A.name === "b") { sink(x); }
  }
}
""",
}


@pytest.mark.parametrize("language", OBJECTS)
def test_what_objects_and_classes_are(language):
    assert reported(engine(rule(language)), OBJECTS[language], language) == expected(OBJECTS[language])


HELD = {
    "rust": """
fn run(q: &str) {
    sink(q);  // BAD
}
fn f() {
    let g = run;
    g(source());
}
""",
    "swift": """
func run(q: String) {
  sink(q)  // BAD
}
func f() {
  let g = run
  g(source())
}
""",
}


@pytest.mark.parametrize("language", HELD)
def test_the_name_of_a_function_stands_for_it(language):
    assert reported(engine(rule(language)), HELD[language], language) == expected(HELD[language])


OPERATORS = """
def f
  x = source()
  sink("a %s" % x)  # BAD
  sink(x * 3)  # BAD
  sink(x ** 3)
  sink([x] & ["a", "b"])
end
"""


def test_objects_say_what_operators_do():
    checker = engine(rule("ruby", options={"taint_assume_safe_numbers": True}))
    assert reported(checker, OPERATORS, "ruby") == expected(OPERATORS)


CAPITALS = """
class A {
  void Run(string table) { sink(table); }
  void G() { Helper.Run("a"); }
}
class B {
  void Open(string table) { sink(table); }  // BAD
  void G(int x) { Helper.Open(x); }
}
"""


def test_a_name_in_capitals_may_be_a_field():
    parameters = [{"patterns": [{"pattern": "void $F(..., string $X, ...) { ... }"}, {"focus-metavariable": "$X"}]}]
    checker = engine(rule("csharp", **{"pattern-sources": parameters}), builtin=True)
    assert reported(checker, CAPITALS, "csharp") == expected(CAPITALS)


FOLDED = """<?php
function f() {
  $q = array_reduce([source()], function($all, $x) { return "a"; }, "");
  sink($q);
  $r = array_reduce([source()], function($all, $x) { return $all . $x; }, "");
  sink($r);  // BAD
  $s = array_reduce([source()], fn($all, $x) => clean($x), "");
  sink($s);
}
"""


def test_a_fold_may_be_given_what_it_goes_through():
    assert reported(engine(rule("php")), FOLDED, "php") == expected(FOLDED)


PARAMETERS = {
    "c": """
void f(const char *p, int n) { sink(p); }  // BAD
static char *g(int n, const char *const p) {
  const char *q = p + n;
  sink(n);
  sink(q);  // BAD
  return q;  }
char *h(char *p, char q[10]) { sink(p); sink(q); }
int k(const char *p[]) { return sink(p[0]); }  // BAD
void run(char *a, char *b) { sink(a); first(b); }  // BAD
void m() { run("1", "2"); char *x = source(); run("1", x); run(x, "1"); }
""",
    "cpp": """
std::string &C::f(const char *p) { sink(p); }  // BAD
void C::g(int n, const char *p) const { sink(n); }
void C::h(int n, const char *p) const { sink(n); first(p); }  // BAD
void run(char *a, char *b) { first(b); }  // BAD
void m() { char *x = source(); run("1", x); auto l = [](const char *p, int n) { sink(n); }; }
""",
}


@pytest.mark.parametrize("language", PARAMETERS)
def test_the_parameters_of_a_declarator_are_told_apart(language):
    given = {"patterns": [{"pattern": "$R $F(..., const char *$P, ...) { ... }"}, {"focus-metavariable": "$P"}]}
    of_array = {"patterns": [{"pattern": "$R $F(const char *$P[]) { ... }"}, {"focus-metavariable": "$P"}]}
    checker = engine(rule(language, **{"pattern-sources": [{"pattern": "source()"}, given, of_array]}))
    assert reported(checker, PARAMETERS[language], language) == expected(PARAMETERS[language])
