"""Taint through classes that inherit from others of the file."""

import pytest

from tests.analyzers.taint.taint_cases import assert_flows, engine, rule

PYTHON = """
class Base:
    tainted = source()
    def __init__(self, r):
        self.value = r
        self.mine = source()
        self.safe = 1
    @property
    def prop(self):
        return self.value
    @prop.setter
    def prop(self, v):
        pass
    def shout(self):
        return self.value.upper()
class Child(Base):
    def run(self):
        sink(self.value)  # BAD
        sink(self.mine)  # BAD
        sink(self.safe)
        sink(self.prop)  # BAD
        sink(self.shout())  # BAD
        sink(self.tainted)  # BAD
class Grand(Child):
    def __init__(self, r):
        super().__init__(r)
        self.other = r
    def go(self):
        sink(self.value)  # BAD
class Other:
    def go(self):
        sink(self.value)
def f():
    Child(source()).run()
    Grand(source()).go()
    Grand(1).go()
"""

WITHOUT_METHODS = """
class Bare:
    kind = source()
    other = "a"
class Job:
    path: str
    mode: str = "fast"
    LIMIT: ClassVar[int] = 1
    size: int = 0
class Pair(NamedTuple):
    first: str
    second: str
class Longer(Job):
    more: str = ""
def filled():
    bare = Bare()
    sink(bare.kind)  # BAD
    sink(bare.other)
    bare.put = source()
    sink(bare.put)  # BAD
    sink(bare.other)
def by_name():
    job = Job(path=source())
    sink(job.path)  # BAD
    sink(job.mode)
    sink(job)  # BAD
    sink(f"{job}")  # BAD
def by_place(a):
    job = Job(a, source())
    sink(job.path)
    sink(job.mode)  # BAD
    job = Job(a, size=source())
    sink(job.size)  # BAD
    sink(job.mode)
    pair = Pair("a", source())
    sink(pair.first)
    sink(pair.second)  # BAD
def not_known(a):
    sink(Job(*source()).path)  # BAD
    sink(Job("a", "b", "c", source()).path)  # BAD
    sink(Longer(source()).more)  # BAD
"""

PASSED_ON = """
class Site:
    def __init__(self, check):
        self.check = check
        self.title = "a"
    def keep(self, part):
        self.part = part
        self.own = part.inner
    def give(self):
        return self.part
def passed(part, check):
    part.bad = source()
    part.good = "a"
    site = Site(check)
    site.keep(part)
    sink(site.title)
    sink(site.part.bad)  # BAD
    sink(site.part.good)
    sink(site.give().bad)  # BAD
    sink(site.give().good)
    sink(site.check(1))
    sink(site.unknown(1))  # BAD
    sink(site.part)  # BAD
    sink(site)  # BAD
def circle(part):
    while part:
        part.other = source()
        site = Site(part)
        site.keep(site)
        part.site = site
    sink(part.other)  # BAD
    sink(part.name)
    items = {"items": source()}
    sink(items.items())  # BAD
"""

JAVASCRIPT = """
class Base {
  constructor(r) { this.value = r; this.mine = source(); this.safe = 1; }
  get upper() { return this.value.toUpperCase(); }
  set upper(v) { }
  shout() { return this.value + "!"; }
}
class Child extends Base {
  run() {
    sink(this.value); // BAD
    sink(this.mine); // BAD
    sink(this.safe);
    sink(this.upper); // BAD
    sink(this.shout()); // BAD
  }
}
class Grand extends Child {
  constructor(r) { super(r); this.x = 1; }
  go() { sink(this.value); // BAD
    sink(this.x); }
}
class Foreign extends Elsewhere { go() { sink(this.value); } }
function f() { new Child(source()).run(); new Grand(source()).go(); }
"""

JAVA = """
class A {
  String v;
  A(String x) { this.v = x; }
  String get() { return v; }
}
class B extends A {
  B(String x) { super(x); }
  void run() {
    sink(this.v); // BAD
    sink(v); // BAD
    sink(get()); // BAD
    sink(super.get()); // BAD
  }
}
class C { void f() { new B(source()).run(); } }
"""

SIBLINGS = """
class Base:
    def __init__(self, value):
        self.value = value
class One(Base):
    def fill(self):
        self.more = source()
class Two(Base):
    def run(self):
        sink(self.more)
"""

CIRCLE = """
class One(Two):
    def run(self):
        sink(self.value)  # BAD
class Two(One):
    def fill(self):
        self.value = source()
"""


@pytest.mark.parametrize(
    ("language", "code"),
    [("python", PYTHON), ("javascript", JAVASCRIPT), ("typescript", JAVASCRIPT), ("java", JAVA)],
)
def test_fields_methods_and_constructors_are_inherited(language, code):
    assert_flows(engine(rule(language)), code, language)


def test_an_object_of_a_class_without_methods_has_fields_too():
    assert_flows(engine(rule()), WITHOUT_METHODS)


def test_an_object_passed_as_an_argument_keeps_its_fields():
    assert_flows(engine(rule()), PASSED_ON)


def test_fields_of_a_sibling_class_are_not_inherited():
    assert_flows(engine(rule()), SIBLINGS)


def test_circular_inheritance_terminates():
    assert_flows(engine(rule()), CIRCLE)
