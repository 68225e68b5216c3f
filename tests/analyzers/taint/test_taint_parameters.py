"""Parameters as sources, where the calls in the file are known, and functions that are passed as arguments."""

import pytest

from tests.analyzers.taint.taint_cases import assert_flows, engine, reported, rule

PARAMETERS = [{"patterns": [{"pattern": "def $F(..., $P, ...):\n  ..."}, {"focus-metavariable": "$P"}]}]
PARAMETERS_OF_JAVASCRIPT = [
    {
        "patterns": [
            {"pattern-either": [{"pattern": "function $F(..., $P, ...) {...}"}, {"pattern": "(..., $P, ...) => $B"}]},
            {"focus-metavariable": "$P"},
        ]
    }
]

FIXED = """
def called(a):
    sink(a)
def mixed(a):
    sink(a)  # BAD
def never(a):
    sink(a)  # BAD
class K:
    def m(self, a):
        sink(a)
    def elsewhere(self, a):
        sink(a)  # BAD
def main(x):
    Other.elsewhere("x")
    called("ls")
    called(["a", 1])
    mixed("x")
    mixed(other())
    K().m("t")
"""

FIXED_IN_JAVASCRIPT = """
const runConst = (c) => sink(c);
function runIt(c) { sink(c); // BAD
}
["a", "b"].forEach((x) => sink(x));
things.forEach((x) => sink(x)); // BAD
runConst("x");
function runAndTell(c, d) { sink(c); d(); }
run({ a: function (next) { runAndTell("x", next); }, b: () => runAndTell("y", () => 1) });
function runGiven(c, d) { sink(c); // BAD
}
runGiven(other, "x");
function runFixed(c, d) { sink(c); }
runFixed("x", other);
"""

PARAMETERS_OF_GO = [
    {"patterns": [{"pattern": "func $F(..., $P string, ...) { ... }"}, {"focus-metavariable": "$P"}]},
    {"patterns": [{"pattern": "func ($S $T) $F(..., $P string, ...) { ... }"}, {"focus-metavariable": "$P"}]},
]

FIXED_IN_GO = """package p

func (s *S) Get(ctx Context, name string) {
\tsink(name) // BAD
}

func (s *S) Put(ctx Context, name string) {
\tsink(name)
}

func each(ctx Context, names ...string) {
\tsink(names)
}

func use(r Request, s *S) {
\tr.Get("header")
\ts.Put("a", "b")
\teach("a")
}
"""

BUILT = """")[0])
L=[{"label":"IN","patterns":[{"pattern":"def $F(..., $P, ...):\n  ..."},{"focus-metavariable":"$P"}]},{"label":"BUILT","requires":"IN","pattern":'"..." + $X'}]
S=[{"requires":"BUILT","patterns":[{"pattern":"sink($X)"},{"focus-metavariable":"$X"}]}]
"""

CALLBACKS = """
function clean1(x) { return parse(clean(x)); }
function same(x) { return x; }
function hit(x) { sink(x); // BAD
}
function f() {
  const values = source();
  sink(values.filter((x) => ["a", "b"].includes(x)));
  sink(values.filter((x) => x.length > 2)); // BAD
  sink(values.filter((x) => KNOWN.has(x)).join(" "));
  sink(values.filter(x => !["a"].includes(x))); // BAD
  sink(values.map(clean1));
  sink(values.map(same)); // BAD
  values.forEach(hit);
  sink(values.map((x) => x)); // BAD
  sink(values.filter(Boolean)); // BAD
}
"""

CALLBACKS_OF_PYTHON = """
def hit(x):
    sink(x)  # BAD
def f():
    values = source()
    sink(list(filter(lambda x: x in ("a", "b"), values)))
    sink(list(filter(None, values)))  # BAD
    list(map(hit, values))
    sink([x for x in values if x in ("a",)])
"""


def test_a_parameter_with_constant_arguments_only_is_no_source():
    assert_flows(engine(rule(**{"pattern-sources": PARAMETERS}), builtin=True), FIXED)


@pytest.mark.parametrize(
    "code",
    [
        "function f(p) { sink(p); } // BAD\nf(1);\n",
        "function f() {\nfunction g(p) { sink(p); } // BAD\ng(x); }\n",
        "function f() {\nfunction g(p) { sink(p); } // BAD\ng(); }\n",
        "function f(list) {\nconst g = (p) => sink(p); // BAD\ng('a'); }\n",
    ],
)
def test_rules_of_users_are_believed_what_they_say_of_parameters(code):
    sources = rule("javascript", **{"pattern-sources": PARAMETERS_OF_JAVASCRIPT})
    assert_flows(engine(sources), code, "javascript")
    assert_flows(engine(sources, builtin=True), code.replace(" // BAD", ""), "javascript")


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("python", "def pick(*all):\n    return all[1]\ndef f():\n    sink(pick(1, source()))  # BAD\n"),
        ("python", "def pick(*all):\n    return all[0]\ndef f():\n    sink(pick(1, source()))\n"),
        ("javascript", 'function all(...x) { return x.join(""); }\nsink(all("a", source())); // BAD\n'),
        ("javascript", 'function first(...x) { return x[0]; }\nsink(first("a", source()));\n'),
        (
            "go",
            'func all(a string, x ...string) string { return x[1] }\nfunc f() { sink(all("", "b", source())) } // BAD\n',
        ),
        ("go", 'func all(a string, x ...string) string { return x[0] }\nfunc f() { sink(all("", "b", source())) }\n'),
        (
            "java",
            'class A { String all(String... x) { return x[1]; }\nvoid f() { sink(all("b", source())); } // BAD\n}\n',
        ),
    ],
)
def test_a_variadic_parameter_collects_the_remaining_arguments(language, code):
    code = f"package p\n{code}" if language == "go" else code
    assert_flows(engine(rule(language)), code, language)


def test_calls_resolve_by_the_number_of_arguments():
    assert_flows(engine(rule("go", **{"pattern-sources": PARAMETERS_OF_GO}), builtin=True), FIXED_IN_GO, "go")


def test_a_method_called_by_a_framework_keeps_its_parameters_as_sources():
    code = 'class View:\n    def get(self, name):\n        sink(name)  # BAD\n@app.get("/a")\ndef a():\n    pass\n'
    assert_flows(engine(rule(**{"pattern-sources": PARAMETERS})), code)


@pytest.mark.parametrize(
    ("language", "decorator", "mark"),
    [
        ("typescript", "@Query('host') ", "  // BAD"),
        ("typescript", "", ""),
        ("java", "@web.RequestParam ", "  // BAD"),
        ("java", "@javax.annotation.Nullable ", ""),
    ],
)
def test_a_parameter_filled_by_a_framework_stays_a_source(language, decorator, mark):
    if language == "java":
        code = f'class A {{ void run({decorator}String p) {{\nsink(p);{mark}\n}} void g(B b) {{ b.run("x"); }} }}\n'
        pattern = "$T $F(..., String $P, ...) { ... }"
    else:
        code = f"class A {{ run({decorator}p: string) {{\nsink(p);{mark}\n}} }}\nfunction g(b) {{ b.run('x'); }}\n"
        pattern = "function $F(..., $P, ...) { ... }"
    sources = [{"patterns": [{"pattern": pattern}, {"focus-metavariable": "$P"}]}]
    assert_flows(engine(rule(language, **{"pattern-sources": sources}), builtin=True), code, language)


def test_values_derived_from_a_constant_parameter_are_no_source():
    sources = [
        {"label": "IN", **PARAMETERS[0]},
        {"label": "BUILT", "requires": "IN", "pattern": '"..." + $X'},
    ]
    sinks = [{"requires": "BUILT", "patterns": [{"pattern": "sink($X)"}, {"focus-metavariable": "$X"}]}]
    assert_flows(engine(rule(**{"pattern-sources": sources, "pattern-sinks": sinks})), BUILT)


def test_the_parameter_of_a_callback_over_constants_is_no_source():
    checker = engine(rule("javascript", **{"pattern-sources": PARAMETERS_OF_JAVASCRIPT}), builtin=True)
    assert_flows(checker, FIXED_IN_JAVASCRIPT, "javascript")


@pytest.mark.parametrize(
    ("language", "code"), [("javascript", CALLBACKS), ("typescript", CALLBACKS), ("python", CALLBACKS_OF_PYTHON)]
)
def test_callbacks_are_resolved_and_filters_sanitize(language, code):
    assert_flows(engine(rule(language)), code, language)


@pytest.mark.parametrize(
    "line",
    [
        'c.set("s", "a", source()); sink(c.get("s", "a"))  # BAD',
        'c.set("s", "a", "x"); c.set("s", "b", source()); sink(c.get("s", "a"))',
        'c["k"] = "x"; sink(c.get("k", source()))  # BAD',
    ],
)
def test_values_under_different_keys_are_tracked_apart(line):
    code = f"def f():\n    c = ConfigParser()\n    {line}\n"
    assert_flows(engine(rule()), code)


@pytest.mark.parametrize(
    ("type_", "expected_lines"),
    [
        ("int", []),
        ("Annotated[int, Form()]", []),
        ("Optional[float]", []),
        ("bool | None", []),
        ("str", [2]),
        ("Annotated[str, Form()]", [2]),
        ("Optional[str]", [2]),
        ("list[int]", [2]),
    ],
)
def test_the_type_of_a_parameter_counts_wherever_it_stands(type_, expected_lines):
    options = {"taint_assume_safe_numbers": True, "taint_assume_safe_booleans": True}
    checker = engine(rule(options=options, **{"pattern-sources": PARAMETERS}))
    assert reported(checker, f"def f(x: {type_}):\n    sink(x)\n") == expected_lines
