"""Fields by keys that are not known, spread objects, records, and what a class keeps as it is defined."""

import pytest

from tests.analyzers.taint.taint_cases import assert_flows, engine, rule

PYTHON = """
class Holder:
    def __init__(self):
        self.items = {}
        self.lists = {}
        self.other = {}
    def put(self, key, value):
        self.items[key] = value
    def add(self, key, value):
        self.lists[key].append(value)
    def get(self, key):
        return self.items[key]
    def first(self, key):
        return self.lists[key]
    def third(self, key):
        return self.other[key]
def held():
    holder = Holder()
    holder.put("a", source())
    sink(holder.get("a"))  # BAD
    sink(holder.third("a"))
def added():
    holder = Holder()
    holder.add("a", source())
    sink(holder.first("a"))  # BAD
    sink(holder.get("a"))
class Report:
    columns = {"date": "created_at"}
    filled = {"date": "created_at"}
    def read(self):
        sink(self.columns.get(source(), "name"))
        sink(self.columns[source()])
    def fill(self):
        self.filled["x"] = source()
    def read_filled(self):
        sink(self.filled["x"])  # BAD
class Record:
    name: str
    def greeting(self):
        return self.name
def record():
    made = Record(name=source(), age=1)
    sink(made.age)
    sink(made.name)  # BAD
    sink(made.greeting())  # BAD
    sink(made)  # BAD
    sink(Record(**source()).age)  # BAD
"""

JAVASCRIPT = """
function spread() {
  const options = { command: "ls", args: [], ...source() };
  sink(options.command); // BAD
  sink(options.other); // BAD
  const later = { ...source(), command: "ls" };
  sink(later.command);
  sink(later.other); // BAD
}
class Store {
  constructor() { this.items = {}; }
  set(key, value) { this.items[key] = value; }
  get(key) { return this.items[key]; }
}
function stored() {
  const store = new Store();
  store.set("a", source());
  sink(store.get("a")); // BAD
}
"""


@pytest.mark.parametrize(("language", "code"), [("python", PYTHON), ("javascript", JAVASCRIPT)])
def test_values_are_where_keys_may_put_them(language, code):
    assert_flows(engine(rule(language)), code, language)
