"""Taint propagation in JavaScript and TypeScript; sinks that must be reported are marked `BAD`."""

from __future__ import annotations

import pytest

from tests.analyzers.taint.taint_cases import assert_flows, engine, expected, reported, rule

SANITIZERS = [
    {"pattern": each}
    for each in ("clean(...)", "encodeURIComponent(...)", "$X.encode(...)", '$X.toString("base64")', "btoa(...)")
]
ENGINE = engine(rule("javascript", **{"pattern-sanitizers": SANITIZERS}))

FUNCTIONS = """
const adder = (x) => (y) => x + y;
function adder2(x) { return function (y) { return x + y; }; }
function maker(x) { const inner = () => x; return { get: inner, other: () => "a" }; }
const compose = (...steps) => (value) => steps.reduce((now, step) => step(now), value);
const tell = (x) => (y) => { sink(x); sink(y); };  // BAD
const curry = (a) => (b) => (c) => b;
const identity = (x) => x;
const constant = (x) => "c";
function* pages(term) { for (let page = 0; page < 3; page++) yield { page, term }; }
function* words(text) { yield "a"; yield text; }
function first(strings, a, b) { return b === undefined ? strings : b; }
function second(strings, a, b) { return a; }
function withRetry(action) {
  return async (...values) => {
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        return await action(...values);
      } catch (error) {
        continue;
      }
    }
  };
}
"""

CASES = {
    "what is turned around, taken last, and written and read again keeps its places": """
        const x = source();
        const items = [x, "a"];
        sink(items.at(-1));
        sink(items.at(-2));  // BAD
        items.reverse();
        sink(items[0]);
        sink(items[1]);  // BAD
        sink(JSON.parse(JSON.stringify({ k: x, m: "a" })).m);
        sink(JSON.parse(JSON.stringify({ k: x, m: "a" })).k);  // BAD
    """,
    "what lodash finds has nothing of what it was asked with": """
        const known = load("known");
        sink(_.find(known, { key: source() }).url);
        sink(_.get(known, source()));
        sink(_.get(known, "a", source()));  // BAD
        sink(_.find(source(), { key: "a" }).url);  // BAD
        sink(_.find([source()], { key: "a" }));  // BAD
        const o = { a: { b: source() }, c: "c" };
        sink(_.get(o, "a.b"));  // BAD
        sink(_.get(o, "c"));
        sink(_.get(o, name));  // BAD
        sink(_.filter(known, { key: source() }));
        sink(_.filter(source(), { key: "a" }));  // BAD
        sink(_.merge(known, { key: source() }));  // BAD
        sink(other.find(known, { key: source() }));  // BAD
    """,
    "a function that another one made sees the variables of that one": """
        sink(adder(source())("a"));  // BAD
        const f = adder("x");
        sink(f(source()));  // BAD
        sink(f("a"));
        sink(adder2(source())("a"));  // BAD
        sink(adder2("b")("a"));
        const k = ((x) => () => x)(source());
        sink(k());  // BAD
        tell("a")("b");
        tell(source())("b");
    """,
    "of an object each function has what it sees itself": """
        const made = maker(source());
        sink(made.get());  // BAD
        sink(made.other());
        sink(maker("a").get());
    """,
    "functions of functions of functions": """
        sink(curry(source())("b")("c"));
        sink(curry("a")(source())("c"));  // BAD
        sink(curry("a")("b")(source()));
    """,
    "variables of the same name are others": """
        const x = source();
        const f = adder("a");
        sink(f("b"));
        sink(x);  // BAD
        const y = "a";
        const g = adder(x);
        sink(g(y));  // BAD
        sink(y);
    """,
    "functions that are passed on and called later": """
        const tidy = compose((text) => text.trim(), (text) => clean(text), (size) => size + 1);
        sink(tidy(source()));
        const same = compose((text) => text.trim(), (text) => text + "a");
        sink(same(source()));  // BAD
        sink(same("a"));
        const more = compose((text) => text + source());
        sink(more("a"));  // BAD
    """,
    "a list of functions, one after the other": """
        sink([(x) => x.trim(), (x) => "c"].reduce((now, step) => step(now), source()));
        sink([(x) => x.trim(), (x) => x + "c"].reduce((now, step) => step(now), source()));  // BAD
    """,
    "functions that remember what they gave": """
        const memo = (f) => { const known = {}; return (k) => { known[k] = f(k); return known[k]; }; };
        sink(memo((x) => x + "a")(source()));  // BAD
        sink(memo((x) => "a")("b"));
    """,
    "call, apply and Reflect.apply": """
        sink(identity.call(null, source()));  // BAD
        sink(constant.call(null, source()));
        sink(identity.call(source(), "a"));
        sink(identity.apply(null, [source()]));  // BAD
        sink(identity.apply(null, ["a", source()]));
        sink(identity.apply(null, source()));  // BAD
        sink(((x) => x).apply(null, source()));  // BAD
        sink(constant.apply(null, [source()]));
        sink(Reflect.apply(identity, null, [source()]));  // BAD
        sink(Reflect.apply(constant, null, [source()]));
        sink(Reflect.apply(source));
        sink(identity.apply(...source()));  // BAD
    """,
    "elements keep their fields, and their places are numbers": """
        const queue = [];
        queue.push({ id: 1, name: source() });
        queue.forEach(({ id, name }, at) => {
          sink(id);
          sink(at);
          sink(name);  // BAD
        });
        sink(queue.map((each) => each.id).join());
        sink(queue.map((each) => each.name).join());  // BAD
        sink(["a", source()].map((each) => each + "b")[0]);
        sink(["a", source()].map((each) => each + "b")[1]);  // BAD
    """,
    "what a generator yields keeps its fields": """
        for (const { page, term } of pages(source())) {
          sink(page);
          sink(term);  // BAD
        }
        sink([...pages(source())]);  // BAD
        for (const word of words(source())) sink(word);  // BAD
    """,
    "pairs of keys and values": """
        const made = Object.fromEntries([["a", "b"], ["c", source()]]);
        sink(made.a);
        sink(made.c);  // BAD
        const map = new Map([["a", "b"], ["c", source()]]);
        sink(map.get("a"));
        sink(map.get("c"));  // BAD
        const any = Object.fromEntries([[key, source()], ["c", "d"]]);
        sink(any.c);  // BAD
        sink(Object.fromEntries([["a", source(), "b"]]).a);  // BAD
        sink(Object.fromEntries(source()).a);  // BAD
    """,
    "a tag gets the texts and the values apart": """
        const tag = (strings, ...values) => ({ text: strings.join("?"), values });
        sink(tag`a ${source()}`.text);
        sink(tag`a ${source()}`.values);  // BAD
        const joining = (strings, ...values) => strings.reduce((all, part, at) => all + part + values[at], "");
        sink(joining`a ${source()}`);  // BAD
        sink(other`a ${source()}`);  // BAD
        sink(first`a ${source()} b ${"c"}`);
        sink(second`a ${source()} b ${"c"}`);  // BAD
        sink(first(`a ${source()}`));  // BAD
    """,
    "arguments that a list has": """
        const add = (a, b) => b;
        sink(add(...["a", source()]));  // BAD
        sink(add(...[source(), "a"]));
        sink(add("a", ...source()));  // BAD
    """,
    "functions that wrap functions": """
        const read = withRetry((name) => name);
        sink(read(source()));  // BAD
        const safe = withRetry((name) => clean(name));
        sink(safe(source()));
    """,
    "the name of a type says nothing": """
        sink(typeof source());
        sink("a" + typeof source());
    """,
    "the position of an element says nothing": """
        source().map((each, at) => sink(at));
        source().map((each, at) => sink(each));  // BAD
        source().forEach((each, index) => sink(index));
        source().forEach((value, name) => sink(name));  // BAD
        source().filter((each, at, all) => sink(all));  // BAD
    """,
    "what a promise is for after the next step": """
        Promise.resolve(source()).then(() => "a").then((text) => sink(text));
        Promise.resolve(source()).then((a) => ({ a, b: "b" })).then((made) => {
          sink(made.a);  // BAD
          sink(made.b);
        });
    """,
    "what is computed from what it names": """
        const page = useMemo(() => clean(source()), [source()]);
        sink(page);
        sink(React.useMemo(() => source(), []));  // BAD
    """,
    "tables of which all is known": """
        const table = new Map([["a", "b"], ["c", "d"]]);
        sink(table.get(source()));
        sink(new Map(Object.entries({ a: "b" })).get(source()));
        table.set("e", source());
        sink(table.get(source()));  // BAD
    """,
    "the names of the fields of an object that is written out are not its values": """
        const filters = { id: source(), a: 1 };
        sink(Object.keys(filters).map(k => k + " = ?").join());
        for (const key in filters) sink(key);
        for (const [key, value] of Object.entries(filters)) {
            sink(key);
            sink(value);  // BAD
        }
        const body = source();
        sink(Object.keys(body).join());  // BAD
        for (const key in body) sink(key);  // BAD
        sink(Object.values(filters).join());  // BAD
    """,
    "a check of the text of a value": """
        const value = source();
        if (["a", "b"].includes(String(value))) sink(value);
        else sink(value);  // BAD
    """,
    "what is encoded and decoded again": """
        const address = encodeURIComponent(source());
        sink(address);
        sink(decodeURIComponent(address));  // BAD
        const page = he.encode(source());
        const back = he.decode(page);
        sink(back.trim());  // BAD
        sink(he.encode(back));
        const packed = Buffer.from(source()).toString("base64");
        sink(packed);
        sink(Buffer.from(packed, "base64").toString());  // BAD
        sink(Buffer.from(packed, "utf8"));
        const coded = btoa(source());
        sink(atob(coded));  // BAD
        sink(atob("a"));
    """,
}


def body(case: str) -> str:
    return f"{FUNCTIONS}function example() {{{case}}}\n"


@pytest.mark.parametrize("name", CASES)
def test_in_a_function(name):
    code = body(CASES[name])
    wanted = [line for line in expected(code) if line > FUNCTIONS.count("\n")]

    found = [line for line in reported(ENGINE, code, "javascript") if line > FUNCTIONS.count("\n")]

    assert found == wanted


def test_arithmetic_gives_numbers():
    numbers = engine(rule("javascript", options={"taint_assume_safe_numbers": True}))
    code = """function f() {
  sink(source() * 2);
  sink(`a ${source() % 10}`);
  sink(source() | 0);
  sink(~source());
  sink(source() >>> 0);
  sink((source() - 1) * 20 + 5);
  sink(source() + 5);
  sink("a" + source() + 5);  // BAD
  sink(source() + "a" + 5);  // BAD
  let i = source();
  i++;
  sink(i);
}
"""

    assert_flows(numbers, code, "javascript")


def test_a_sink_in_a_returned_closure_is_reported_in_the_closure():
    code = body(CASES["a function that another one made sees the variables of that one"])

    assert 6 in reported(ENGINE, code, "javascript")


@pytest.mark.parametrize("argument", ["'a'", "list"])
def test_a_returned_closure_with_a_constant_argument_is_not_reported(argument):
    assert reported(ENGINE, f"{FUNCTIONS}function f(list) {{ tell({argument})('b'); }}", "javascript") == []


@pytest.mark.parametrize(
    "definition",
    [
        "function clean(s) { return s; }",
        "function clean(s) { return s.trim(); }",
        "const clean = (s) => `'${s}'`;",
        "function clean(s) { const t = String(s); return '\"' + t.toLowerCase() + '\"'; }",
        "function clean(s) { return s.replace(\"'\", ''); }",
    ],
)
def test_a_sanitizer_that_returns_its_argument_does_not_sanitize(definition):
    assert_flows(ENGINE, f"{definition}\nfunction f() {{ sink(clean(source())); }} // BAD\n", "javascript")


@pytest.mark.parametrize(
    "definition",
    [
        "function clean(s) { return s.replace(/'/g, ''); }",
        "function clean(s) { if (bad(s)) throw s; return s; }",
        "function clean(s) { return other(s); }",
        "function clean(s) { s.x = 1; return s; }",
        "function clean(s) { let t; t.x = s; return t; }",
        "function clean(s) { const t = other(s); return t; }",
        "function clean(s) { return 'a'; }",
        "function clean(s) { return -s; }",
        "function clean(s) { return s[0](s); }",
        "function clean(s) { return; }",
        "function clean(s) { other(s); }",
        "function clean() { return arguments[0]; }",
    ],
)
def test_a_sanitizer_with_unknown_effect_sanitizes(definition):
    assert_flows(ENGINE, f"{definition}\nfunction f() {{ sink(clean(source())); }}", "javascript")


def test_a_closure_beyond_the_step_limit_returns_its_captured_values_and_arguments():
    filler = "other();\n" * 300
    code = f"""const make = (x) => (y) => {{ {filler} return "a"; }};
function f() {{
  sink(make(source())("a")); // BAD
  sink(make("a")("b"));
}}"""

    assert_flows(ENGINE, code, "javascript")


def test_a_class_that_constructs_its_own_objects_is_followed():
    code = """class Query {
  constructor(table) { this.table = table; this.conditions = []; this.values = []; }
  static from(table) { return new Query(table); }
  where(column, value) { this.values.push(value); this.conditions.push(column + " = ?"); return this; }
  text() { return this.table + this.conditions.join(" AND "); }
}
const query = Query.from("a").where("name", source());
sink(query.text());
sink(query.values);  // BAD
sink(Query.from(source()).text());  // BAD
"""

    assert_flows(ENGINE, code, "javascript")


def test_parameters_of_private_functions_have_the_taint_of_their_call_sites():
    suspicious = rule(
        "javascript",
        **{
            "pattern-sources": [
                {"patterns": [{"pattern": "(..., $P, ...) => $BODY"}, {"focus-metavariable": "$P"}]},
                {"patterns": [{"pattern": "(..., $P, ...) => { ... }"}, {"focus-metavariable": "$P"}]},
            ]
        },
    )
    code = """function f(list) {
  const add = (part) => { sink(part); };
  add("a" + list.length);
  other((part) => { sink(part); });  // BAD
}
"""

    assert_flows(engine(suspicious, builtin=True), code, "javascript")


REDUCER = """
function reducer(state, action) {
  switch (action.type) {
    case "text": return { ...state, text: action.text };
    case "more": return { ...state, count: state.count + 1 };
    default: return state;
  }
}
"""


@pytest.mark.parametrize(
    "code",
    [
        """function show() {
  const [state, dispatch] = useReducer(reducer, { text: "", count: 0 });
  sink(state.text);
  dispatch({ type: "text", text: source() });
  dispatch({ type: "more" });
  sink(state.text);  // BAD
  sink(state.count);
}
""",
        """function show() {
  const [state, dispatch] = React.useReducer(reducer, { text: "", count: 0 });
  dispatch({ type: "text", text: "a", other: source() });
  sink(state.text);
}
""",
        """function show() {
  const [state, send] = useReducer((old, action) => ({ ...old, text: action }), source(), (text) => ({ first: text }));
  const change = () => send(source());
  return sink(state.text);  // BAD
}
""",
        """function show() {
  const [state, send] = useReducer((old, action) => ({ ...old, text: action.text }), { text: "" });
  const change = () => send({ text: "a", other: source() });
  return sink(state.text);
}
""",
    ],
)
def test_a_dispatched_action_reaches_the_reducer(code):
    code = REDUCER + code
    assert_flows(ENGINE, code, "javascript")


@pytest.mark.parametrize(
    "code",
    [
        "let x = 'a'; const f = tell.bind(null, x); x = source(); f();",
        "let x = source(); const f = tell.bind(null, x); x = 'a'; f();  // BAD",
        "const f = tell.bind(null); f(source());  // BAD",
        "const o = { x: source() }; const f = tell.bind(null, o.x); o.x = 'a'; f();  // BAD",
        "const o = { x: 'a' }; const f = tell.bind(null, o.x); o.x = source(); f();",
    ],
)
def test_bind_captures_values_at_the_time_of_the_call(code):
    code = f"function example() {{ const tell = (value) => sink(value); {code}\n}}\n"
    assert_flows(ENGINE, code, "javascript")
