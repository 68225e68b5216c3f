"""Taint through fields and methods of classes of the file, in JavaScript and TypeScript."""

from __future__ import annotations

import pytest

from tests.analyzers.taint.taint_cases import assert_flows, engine, rule

SINKS = [{"pattern": "sink(...)"}, {"pattern": "$DB.query(...)"}]
TYPED = engine(rule("typescript", options={"taint_assume_safe_numbers": True}, **{"pattern-sinks": SINKS}))
PLAIN = engine(rule("javascript", **{"pattern-sinks": SINKS}))

LAYERS = {
    "parameters of the constructor that are fields": """
class Store {
  constructor(private readonly db: Pool) {}
  find(options: Options) { return this.db.query(options.name); }  // BAD
  safe(options: Options) { return this.db.query(options.limit); }
}
class Service {
  constructor(private readonly store: Store) {}
  find(options: Options) { return this.store.find(options); }
  safe(options: Options) { return this.store.safe(options); }
}
const service = new Service(new Store(new Pool()));
function handler() {
  const options: Options = { name: source(), limit: 10 };
  service.find(options);
  service.safe(options);
}
""",
    "fields with a type, one inside of the other": """
class Inner { run(text: string) { sink(text); } }  // BAD
class Outer { readonly inner: Inner; private other: Inner | null = null; }
class Controller {
  private outer: Outer;
  constructor(outer: Outer) { this.outer = outer; }
  one() { this.outer.inner.run(source()); }
  two() { this.outer.inner.run("a"); }
}
""",
    "fields that are made where they are declared": """
class Inner { run(text: string) { sink(text); } }  // BAD
class Outer {
  private inner = new Inner();
  one() { this.inner.run(source()); }
}
""",
    "an interface that one class has the methods of": """
interface Runner { run(text: string): void; }
class Fast implements Runner { run(text: string) { sink(text); } }  // BAD
function handler(runner: Runner) { runner.run(source()); }
""",
    "what is declared as a number": """
class Order { id: number; note: string; total() { return 1; } }
function handler() {
  const order: Order = source();
  sink(order.id);
  sink(order.note);  // BAD
}
""",
    "methods of the class that builds on the one that calls them": """
abstract class Source {
  abstract read(): string;
  text() { return "a" + this.read(); }
}
class Tainted extends Source { read() { return source(); } }
class Fixed extends Source { read() { return "k"; } }
function handler() {
  sink(new Tainted().text());  // BAD
  sink(new Fixed().text());
}
""",
    "a list of a class is not one of it": """
class Inner { run(text: string) { sink(text); } }
class Outer {
  private inners: Inner[];
  one() { this.inners.run("a"); }
}
""",
}


@pytest.mark.parametrize("name", LAYERS)
def test_taint_through_layers_of_classes(name):
    code = LAYERS[name]

    assert_flows(TYPED, code, "typescript")


def test_constructor_arguments_become_fields():
    code = """
class Store {
  constructor(db) { this.db = db; }
  find(name) { return this.db.query(name); }  // BAD
  safe(name) { return this.db.query("a", name.length); }
}
class Service {
  constructor(log, store) { this.log = log; this.store = store; this.count = 0; }
  find(name) { return this.store.find(name); }
  safe(name) { return this.store.safe(name); }
}
const store = new Store(db);
const service = new Service(console, store);
app.get("/", (req, res) => { service.find(source()); service.safe("a"); });
"""

    assert_flows(PLAIN, code, "javascript")


@pytest.mark.parametrize(
    "body",
    ["this.lines.push(text);", "console.log(text);", "return text.length;", "this.last = `q ${text}`;"],
)
def test_a_method_with_the_name_of_a_sink_is_no_sink(body):
    code = f"class Journal {{ query(text) {{ {body} }} }}\nfunction f() {{ new Journal().query(source()); }}"

    assert_flows(PLAIN, code, "javascript")


@pytest.mark.parametrize("body", ["return pool.send(text);", "return new Promise(() => run(text));", "go()(text);"])
def test_a_method_that_passes_its_argument_to_an_unknown_function_is_a_sink(body):
    code = f"class Db {{ query(text) {{ {body} }} }}\nfunction f() {{ new Db().query(source()); }} // BAD"

    assert_flows(PLAIN, code, "javascript")


def test_a_function_of_the_file_with_the_name_of_a_sink_is_no_sink():
    code = """function sink(text) { return "q" + text; }
function f() { sink(source()); }
"""

    assert_flows(PLAIN, code, "javascript")
