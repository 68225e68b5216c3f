"""How taint rules are written: what entries and options mean, what is wrong with a rule, and shared entries."""

from __future__ import annotations

import json

import pytest

from reread.analyzers.dataflow.summaries import table
from reread.analyzers.engine.engine import Engine
from reread.analyzers.findings import Severity
from reread.analyzers.rules import ruleset
from reread.analyzers.rules.loading.parse_rules import read_rules
from tests.analyzers.taint.taint_cases import BODY, assert_flows, document, engine, expected, reported, rule

FOCUS = {"focus-metavariable": "$X"}


def run(code, language="python", **body):
    """The lines that a rule with these keys reports, and those that it should."""
    return reported(engine(rule(language, **body)), code, language), expected(code)


def check(code, language="python", **body):
    assert_flows(engine(rule(language, **body)), code, language)


# Sources.


def test_expressions_inside_of_a_source_are_tainted():
    check("x = wrap(sink(a))  # BAD\ny = a\nsink(y)\n", **{"pattern-sources": [{"pattern": "wrap(...)"}]})


def test_an_exact_source_is_only_the_whole():
    source = {"pattern": "wrap(...)", "exact": True}
    check("sink(wrap(sink(a)))  # BAD\n", **{"pattern-sources": [source]})
    check("wrap(sink(a))\n", **{"pattern-sources": [source]})


@pytest.mark.parametrize(
    ("effect", "value", "variable"), [(False, "BAD", "ok"), (True, "BAD", "BAD"), ("only", "ok", "BAD")]
)
def test_a_source_may_taint_the_variable_it_is_about(effect, value, variable):
    source = {"patterns": [{"pattern": "read($X)"}, FOCUS], "by-side-effect": effect}
    check(
        f"sink(read(x))  # {value}\nsink(x)  # {variable}\nx = 'a'\nsink(x)\n",
        **{"pattern-sources": [source], "pattern-sinks": [{"pattern": "sink(...)"}]},
    )


@pytest.mark.parametrize(
    "code",
    [
        "def f(a):\n    sink(a)  # BAD\n",
        "def f(a, b):\n    sink(b)  # BAD\n",
        "def f(a: str = 'x'):\n    sink(a)  # BAD\n",
        "def f(a='x'):\n    sink(a)  # BAD\n",
        "async def f(a):\n    sink(a)  # BAD\n",
        "def f(*a):\n    sink(a[0])  # BAD\n",
        "def f(**a):\n    sink(a['k'])  # BAD\n",
        "def f(a, *, b):\n    sink(b.c)  # BAD\n",
        "def f(a):\n    a = 'x'\n    sink(a)\n",
        "def f(a):\n    sink(b)\n",
        "def f(a):\n    x = a.b['c']\n    sink(x + '1')  # BAD\n",
        "class C:\n    def m(self, a):\n        sink(a)  # BAD\n        sink(self)\n        sink(self.b)\n",
        "def f(a):\n    def g():\n        sink(a)  # BAD\n",
        "def f():\n    def g(a):\n        sink(a)  # BAD\n",
        "def f(a):\n    return lambda: sink(a)  # BAD\n",
    ],
)
def test_parameters_are_sources(code):
    source = {"patterns": [{"pattern": "def $F(..., $X, ...): ..."}, FOCUS]}
    if "*a" in code:
        source = {
            "patterns": [
                {"pattern-either": [{"pattern": "def $F(..., *$X): ..."}, {"pattern": "def $F(..., **$X): ..."}]},
                FOCUS,
            ]
        }
    check(code, **{"pattern-sources": [source]})


@pytest.mark.parametrize(
    "code",
    [
        "def q(n):\n    return n\n\n\ndef f():\n    sink(q('a'))\n",
        "def q(n):\n    return n\n\n\ndef f(b):\n    sink(q(b))  # BAD\n",
        "class H:\n    def get(self, n):\n        self.n = n\n        self.show()\n\n"
        "    def show(self):\n        sink(self.n)  # BAD\n",
    ],
)
def test_a_call_has_the_taint_of_the_functions_summary(code):
    check(code, **{"pattern-sources": [{"patterns": [{"pattern": "def $F(..., $X, ...): ..."}, FOCUS]}]})


def test_parameters_of_some_functions_are_sources():
    source = {"patterns": [{"pattern": "@route(...)\ndef $F(..., $X, ...): ..."}, FOCUS]}
    code = "@route('/')\ndef f(a):\n    sink(a)  # BAD\n\n\ndef g(a):\n    sink(a)\n"
    check(code, **{"pattern-sources": [source]})


def test_a_source_may_be_a_regular_expression():
    check("sink(KEY_A)  # BAD\nsink(OTHER)\n", **{"pattern-sources": [{"pattern-regex": r"\bKEY_\w+"}]})


def test_a_source_of_control_taints_all_that_comes_after():
    code = "def f(c):\n    sink(1)\n    if c:\n        start()\n    sink(1)  # BAD\n\n\ndef g():\n    sink(1)\n"
    check(code, **{"pattern-sources": [{"pattern": "start()", "control": True}]})


# Sinks.


def test_a_call_is_reached_by_each_argument_and_its_object():
    check("sink(1, k=source())  # BAD\nsink(*source())  # BAD\nsink(1)\n")
    check(
        "source().run()  # BAD\na.run(source())  # BAD\na.run(1)\n", **{"pattern-sinks": [{"pattern": "$X.run(...)"}]}
    )


@pytest.mark.parametrize(
    ("sink", "code"),
    [
        ({"pattern": "$A.html = $B"}, "x.html = source()  # BAD\nx.html = 'a'\nx.text = source()\n"),
        ({"pattern": "return $X"}, "def f():\n    return source()  # BAD\n\n\ndef g():\n    return 1\n"),
        ({"pattern": "$A == $B"}, "source() == 1  # BAD\n1 == 2\n"),
        ({"pattern": "$A[$B]"}, "x[source()]  # BAD\nsource()[1]  # BAD\nx[1]\n"),
        ({"pattern": "raise E($X)"}, "if c:\n    raise E(source())  # BAD\nraise E(1)\n"),
        ({"patterns": [{"pattern": "f($A, $X)"}, FOCUS]}, "f(1, source())  # BAD\nf(source(), 1)\n"),
        ({"patterns": [{"pattern": "f(k=$X)"}, FOCUS]}, "f(k=source())  # BAD\nf(j=source())\n"),
        ({"patterns": [{"pattern": "f((...), $X)"}, FOCUS]}, "f((1), (source()))  # BAD\n"),
        ({"patterns": [{"pattern": "$A[$X]"}, FOCUS]}, "a[source()]  # BAD\nsource()[1]\n"),
        (
            {"pattern-either": [{"patterns": [{"pattern": "f($A, $X)"}, FOCUS]}]},
            "f(source(), 1)\nf(1, source())  # BAD\n",
        ),
        ({"pattern": "sink(...)", "exact": False}, "sink('a' if source() else 'b')  # BAD\nsink(1)\n"),
        ({"pattern": "sink(...)"}, "sink('a' if source() else 'b')\n"),
        ({"patterns": [{"pattern": "sink($...X)"}, {"focus-metavariable": "$...X"}]}, "sink(1, source())  # BAD\n"),
    ],
)
def test_sinks_of_all_shapes(sink, code):
    check(code, **{"pattern-sinks": [sink]})


def test_a_sink_at_the_exit_counts_only_there():
    code = "def f():\n    x = source()\n    sink(x)\n    g()\n\n\ndef h():\n    x = source()\n    sink(x)  # BAD\n"
    check(code, **{"pattern-sinks": [{"pattern": "sink(...)", "at-exit": True}]})


def test_a_finding_is_placed_at_the_sink_with_its_path():
    body = rule(
        message="$A into $B", **{"pattern-sources": [{"pattern": "src($A)"}], "pattern-sinks": [{"pattern": "to($B)"}]}
    )
    code = "def f():\n    x = src('k')\n    y = x + 'a'\n    to(y)\n"

    [finding] = engine(body).check(document(code)).findings

    assert code[finding.span.start : finding.span.end] == "to(y)"
    assert finding.message == "'k' into y"
    assert finding.severity is Severity.WARNING
    assert [(related.line, related.message) for related in finding.related] == [
        (1, "The value comes from here"),
        (2, "Assigned here"),
    ]


def test_a_fix_may_use_what_the_sink_matched():
    body = rule(fix="to(clean($B))", **{"pattern-sinks": [{"pattern": "to($B)"}]})
    [finding] = engine(body).check(document("to(source())\n")).findings
    assert finding.fixes[0].edits[0].text == "to(clean(source()))"


def test_metavariables_of_source_and_sink_are_the_same_where_a_rule_says_so():
    body = {"pattern-sources": [{"pattern": "src($A)"}], "pattern-sinks": [{"pattern": "to($A, $B)"}]}
    check("to(1, src(1))  # BAD\nto(2, src(1))\n", options={"taint_unify_mvars": True}, **body)
    check("to(1, src(1))  # BAD\nto(2, src(1))  # BAD\n", **body)


# Sanitizers, propagators, labels.


def test_a_sanitizer_may_clean_the_variable_it_is_about():
    sanitizer = {"patterns": [{"pattern": "check($X)"}, FOCUS], "by-side-effect": True}
    code = "x = source()\nsink(x)  # BAD\ncheck(x)\nsink(x)\ny = source()\ncheck(y.a)\nsink(y.a)\nsink(y.b)  # BAD\n"
    check(code, **{"pattern-sanitizers": [sanitizer]})


def test_a_sanitizer_with_a_label_ends_only_that_one():
    check(
        "def f(x):\n    sink(x)\n    sink(name(x))  # BAD\n    sink(clean(name(x)))\nf(a())\nsink(b())  # BAD\n",
        **{
            "pattern-sources": [{"pattern": "a()"}, {"pattern": "a()", "label": "FILE"}, {"pattern": "b()"}],
            "pattern-sanitizers": [{"pattern": "name(...)", "label": "FILE"}, {"pattern": "clean(...)"}],
            "pattern-sinks": [{"pattern": "sink(...)", "requires": "__SOURCE__ and not FILE"}],
        },
    )


def test_what_is_inside_of_a_sanitizer_is_clean_unless_it_is_exact():
    check("clean(sink(source()))\n")
    check("clean(sink(source()))  # BAD\n", **{"pattern-sanitizers": [{"pattern": "clean(...)", "exact": True}]})


@pytest.mark.parametrize("kind", ["function f() {\n%s}\n", "%s", "class A {\n  f() {\n%s}\n}\n"])
def test_an_exact_sanitizer_says_nothing_about_what_functions_in_it_are_called_with(kind):
    code = kind % "queue.consume('jobs', (message) => {\n  sink(message);  // BAD\n});\n"
    source = {"patterns": [{"pattern": "(..., $X, ...) => { ... }"}, FOCUS]}
    sanitizer = {"pattern": "queue.consume(...)", "exact": True}
    check(code, "javascript", **{"pattern-sources": [source], "pattern-sanitizers": [sanitizer]})


PROPAGATOR = {"pattern": "$TO.fill($FROM)", "from": "$FROM", "to": "$TO"}


@pytest.mark.parametrize(
    "code",
    [
        "x = A()\nx.fill(source())\nsink(x)  # BAD\n",
        "x = A()\nx.fill('a')\nsink(x)\n",
        "x.y.fill(source())\nsink(x.y)  # BAD\nsink(x.z)\n",
        "x = A()\nx.fill(clean(source()))\nsink(x)\n",
        "y = source()\nx = A()\nx.fill(y)\nx = A()\nsink(x)\n",
    ],
)
def test_a_propagator_carries_taint_to_another_place(code):
    check(code, **{"pattern-propagators": [PROPAGATOR]})


def test_a_propagator_may_keep_to_the_value():
    propagator = {"pattern": "move($TO, $FROM)", "from": "$FROM", "to": "$TO", "by-side-effect": False}
    check("move(x, source())\nsink(x)\n", **{"pattern-propagators": [propagator]})


LABELS = {
    "pattern-sources": [
        {"pattern": "a()", "label": "A"},
        {"pattern": "b()", "label": "B"},
        {"pattern": "both(...)", "label": "C", "requires": "A and B"},
    ],
    "pattern-propagators": [{**PROPAGATOR, "label": "D", "requires": "A"}],
}


@pytest.mark.parametrize(
    ("requires", "code"),
    [
        ("A", "sink(a())  # BAD\nsink(b())\n"),
        ("A and B", "sink(a())\nsink(a() + b())  # BAD\nsink(a(), b())  # BAD\n"),
        ("A or B", "sink(a())  # BAD\nsink(b())  # BAD\nsink(c())\n"),
        ("A and not B", "sink(a())  # BAD\nsink(a() + b())\n"),
        ("not (A or B)", "sink(a())\nsink(c())\n"),
        ("C", "sink(both(a()))\nsink(both(a(), b()))  # BAD\n"),
        ("D", "x.fill(a())\nsink(x)  # BAD\ny.fill(b())\nsink(y)\n"),
        ("A", "x.fill(a())\nsink(x)\n"),
        ("True", "sink(a())  # BAD\n"),
    ],
)
def test_a_sink_asks_for_labels(requires, code):
    check(code, **LABELS, **{"pattern-sinks": [{"pattern": "sink(...)", "requires": requires}]})


def test_a_sink_without_a_condition_is_about_taint_without_label():
    check(
        "sink(a())\nsink(c())  # BAD\n", **{"pattern-sources": [{"pattern": "a()", "label": "A"}, {"pattern": "c()"}]}
    )


def test_a_sink_may_ask_for_labels_by_metavariable():
    sink = {"pattern": "sink($X, $Y)", "requires": [{"$X": "A"}, {"$Y": "not B"}]}
    code = "sink(a(), 1)  # BAD\nsink(a(), b())\nsink(1, 1)\nsink(b(), 1)\n"
    check(code, **{**LABELS, "pattern-sinks": [sink]})


def test_labels_pass_through_functions():
    code = "def f(p):\n    sink(p, b())\n\n\nf(a())\n".replace("sink(p, b())", "sink(p, b())  # BAD")
    check(code, **LABELS, **{"pattern-sinks": [{"pattern": "sink(...)", "requires": "A and B"}]})


# Guards.

GUARDS = [
    {"pattern": "$X.startswith(...)", "guard": "$X"},
    {"pattern": '".." in $X', "guard": "not $X"},
    {"pattern": "clean(...)"},
]


@pytest.mark.parametrize(
    "code",
    [
        "if x.startswith('/a'):\n    sink(x)\nelse:\n    sink(x)  # BAD\nsink(x)  # BAD\n",
        "if not x.startswith('/a'):\n    raise E\nsink(x)\n",
        "if '..' in x:\n    raise E\nsink(x)\n",
        "if '..' in x or not x.startswith('/a'):\n    raise E\nsink(x)\n",
        "if '..' in x and c:\n    raise E\nsink(x)  # BAD\n",
        "sink(x if x.startswith('/a') else 'b')\n",
        "sink(x if '..' in x else 'b')  # BAD\n",
        "ok = x.startswith('/a')\nif ok:\n    sink(x)\nsink(x)  # BAD\n",
        "while not x.startswith('/a'):\n    x = source()\nsink(x)\n",
        "assert x.startswith('/a')\nsink(x)\n",
        "if x.y.startswith('/a'):\n    sink(x.y)\n    sink(x.z)  # BAD\n",
        "if source().startswith('/a'):\n    sink(x)  # BAD\n",
    ],
)
def test_a_guard_sanitizes(code):
    code = "x = source()\n" + code
    check(code, **{"pattern-sanitizers": GUARDS})


@pytest.mark.parametrize(
    "code",
    [
        "c = real(x)\nif not c.startswith('/a'):\n    raise E\nsink(x)\n",
        "c = real(x)\nif c.startswith('/a'):\n    sink(x)\nsink(x)  # BAD\n",
        "c = real(x.y)\nif c.startswith('/a'):\n    sink(x.y)  # BAD\n",
    ],
)
def test_a_guard_may_sanitize_a_variable_outside_of_its_condition(code):
    inside = {"pattern-inside": "$C = real($X)\n..."}
    guard = {"patterns": [{"pattern": "$C.startswith(...)"}, inside], "guard": "$X"}
    check("x = source()\n" + code, **{"pattern-sanitizers": [guard]})


@pytest.mark.parametrize("key", ["not-conflicting", "not_conflicting"])
def test_sources_and_sinks_may_take_precedence_over_a_sanitizer(key):
    def sanitizers(more):
        return {"pattern-sanitizers": [{"pattern": "$F(...)", **more}]}

    code = "x = source()\nsink(x)\nsink(other(x))\n"
    assert run(code, **sanitizers({}))[0] == []
    assert run(code, **sanitizers({key: True}))[0] == [2]


def test_a_guard_sanitizes_for_its_own_rule_only():
    guarded = rule(id="one", **{"pattern-sanitizers": GUARDS})
    code = "x = source()\nif x.startswith('/a'):\n    sink(x)\n"
    findings = engine(guarded, rule(id="two")).check(document(code)).findings
    assert [finding.rule for finding in findings] == ["two"]


def test_metavariables_are_those_of_the_source_of_the_rule_itself():
    """Another rule may have a source at the same place that says nothing of them."""
    unified = {"pattern-sources": [{"pattern": "src($A)"}], "pattern-sinks": [{"pattern": "to($A, $B)"}]}
    one = rule(id="one", options={"taint_unify_mvars": True}, **unified)
    other = rule(id="two", **{"pattern-sources": [{"pattern": "src(...)"}]})
    assert reported(engine(one, other), "to(1, src(1))\nto(2, src(1))\n") == [1]


# Options.


@pytest.mark.parametrize(
    ("option", "code", "without"),
    [
        ("taint_assume_safe_functions", "sink(f(x))\nsink(x.strip())\nsink(x + 'a')  # BAD\n", [2, 3, 4]),
        ("taint_assume_safe_indexes", "sink(a[x])\nsink(x[1])  # BAD\n", [2, 3]),
        (
            "taint_assume_safe_comparisons",
            "sink(x == 1)\nsink(x in a)\nsink(x < 2)\nsink(x + 'a')  # BAD\n",
            [2, 3, 4, 5],
        ),
        ("taint_assume_safe_booleans", "sink(not x)\nsink(x > 1)\nsink(x or 'a')  # BAD\n", [2, 3, 4]),
        (
            "taint_assume_safe_numbers",
            "n: int = x\nsink(n)\nsink(x - 1)\nsink(x + 1)\nsink(x + 'a')  # BAD\n",
            [3, 4, 5, 6],
        ),
        ("taint_only_propagate_through_assignments", "y = x\nsink(y)  # BAD\nsink(x + 'a')\nsink(x.a)\n", [3, 4, 5]),
    ],
)
def test_options_say_what_carries_no_taint(option, code, without):
    code = "x = source()\n" + code
    check(code, options={option: True})
    assert run(code)[0] == without


def test_a_sanitizer_may_clean_what_it_gives_and_not_what_stands_inside():
    code = "x = source()\nclean(sink(x))  # BAD\nsink(clean(x))\nsink(clean(clean(x) + x))\n"
    cleaning = {"pattern-sanitizers": [{"pattern": "clean(...)"}]}
    check(code, options={"taint_exact_sanitizers": True}, **cleaning)
    assert run(code, **cleaning)[0] == []
    around = {"pattern-sanitizers": [{"pattern": "clean(...)", "exact": False}]}
    assert run(code, options={"taint_exact_sanitizers": True}, **around)[0] == []


def test_the_length_of_a_value_is_a_number():
    code = "class A { void f() { String x = source();\nsink(x.length());\nsink(x.trim()); // BAD\n} }\n"
    assert run(code, "java", options={"taint_assume_safe_numbers": True})[0] == [3]


def test_fields_declared_as_numbers_or_enums_are_sanitized():
    code = """
enum Kind { A, B }
record Page(int number, String title) {}
class Form { private long size; String name; List<Integer> ids; Kind kind() { return null; } int other() { return 0; } }
class Other { String other() { return null; } }
class A { int count(String x) { return parse(x); }
void f() { Form form = source(); Page page = source(); Kind kind = source();
sink(form.getSize() + form.ids + form.kind() + form.size + page.number() + kind.name() + count(form.name));
sink(page.title()); // BAD
sink(form.getName()); // BAD
sink(form.other());
sink(made(form).other()); // BAD
sink(form.size(form.name)); // BAD
} }
"""
    check(code, "java", options={"taint_assume_safe_numbers": True})
    assert run(code, "java")[0] != expected(code)


def test_java_methods_with_boolean_names_return_booleans():
    code = """
class A { void f() { Form form = source();
sink(form.isOpen());
sink(form.hasNext());
sink(form.issue()); // BAD
sink(form.isin("a")); // BAD
} }
"""
    check(code, "java", options={"taint_assume_safe_booleans": True, "taint_assume_safe_numbers": True})


def test_a_java_map_does_not_return_the_taint_of_the_key():
    code = """
class A { void f(java.util.Map<String, String> table) { String x = source();
sink(table.get(x));
sink(table.getOrDefault(x, "a"));
sink(table.getOrDefault("a", x)); // BAD
sink(Paths.get(x)); // BAD
sink(source().get("a")); // BAD
} }
"""
    check(code, "java", options={"taint_assume_safe_indexes": True})
    assert run(code, "java")[0] != expected(code)


@pytest.mark.parametrize("maker", ["ArrayList<>", "java.util.ArrayList<String>"])
def test_elements_of_a_new_java_list_are_known_by_index(maker):
    code = f"""
class A {{ void f() {{ List<String> list = new {maker}();
list.add("a"); list.add(source()); list.add("b"); list.remove(0);
sink(list.get(0)); // BAD
sink(list.get(1));
}} }}
"""
    check(code, "java")


def test_a_constructed_java_object_is_no_function_result():
    code = "class A { void f() { String x = source();\nsink(make(x));\nsink(new Box(x)); // BAD\n} }\n"
    assert run(code, "java", options={"taint_assume_safe_functions": True})[0] == [3]


@pytest.mark.parametrize("option", ["taint_focus_on", "taint_match_on"])
def test_a_rule_may_report_the_source(option):
    code = "x = source()\nsink(x)\nsink(x + 'a')\nsink(source())\n"
    assert run(code, options={option: "source"})[0] == [1, 4]
    assert run(code, options={option: "sink"})[0] == [2, 3, 4]


def test_number_parameters_are_sanitized_where_the_rule_says_so():
    source = {"patterns": [{"pattern": "def $F(..., $X, ...): ..."}, FOCUS]}
    code = "def f(a: int, b: str, c: bool):\n    sink(a)\n    sink(c)\n    sink(b)  # BAD\n"
    options = {"taint_assume_safe_numbers": True, "taint_assume_safe_booleans": True}
    check(code, options=options, **{"pattern-sources": [source]})


def test_enum_parameters_are_sanitized_where_the_rule_says_so():
    source = {"patterns": [{"pattern": "def $F(..., $X, ...): ..."}, FOCUS]}
    kind = "class Kind(str, Enum):\n    A = 'a'\n\n\n"
    code = (
        kind + "def f(a: Kind, b: Literal['x', 'y'], c: Other):\n    sink(a.value)\n    sink(b)\n    sink(c)  # BAD\n"
    )
    check(code, options={"taint_assume_safe_numbers": True}, **{"pattern-sources": [source]})


def test_calls_are_not_followed_where_a_rule_says_so():
    code = "def f(p):\n    sink(p)\n\n\ndef g():\n    f(source())\n"
    assert run(code)[0] == [2]
    assert run(code, options={"taint_intrafile": False})[0] == []


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("class A:\n    def f(self):\n        x = source()\n        if x in self.allowed:\n            sink(x)\n", []),
        (
            "class A:\n    def f(self):\n        x = source()\n        if x in self._settings.allowed:\n            sink(x)\n",
            [],
        ),
        ("def f(settings):\n    x = source()\n    if x in settings.allowed:\n        sink(x)\n", []),
        ("def f(expected):\n    x = source()\n    if x == expected:\n        sink(x)\n", []),
        ("def one_of(x, allowed):\n    return x in allowed\n\n\nx = source()\nif one_of(x, ALL):\n    sink(x)\n", []),
        ("def all():\n    return Site.all()\n\n\nx = source()\nif x in all():\n    sink(x)\n", []),
        ("def all():\n    return source()\n\n\nx = source()\nif x in all():\n    sink(x)\n", [7]),
        ("def f():\n    x = source()\n    if x in source():\n        sink(x)\n", [4]),
        (
            "class A:\n    def add(self):\n        self.allowed = source()\n\n    def f(self):\n        x = source()\n"
            "        if x in self.allowed:\n            sink(x)\n",
            [8],
        ),
    ],
)
def test_a_guard_sanitizes_values_derived_from_the_source(code, lines):
    assert run(code)[0] == lines


def test_guards_can_be_switched_off():
    code = "x = source()\nif x in ALLOWED:\n    sink(x)\n"
    assert run(code)[0] == []
    assert run(code, options={"taint_guards": False})[0] == [3]


# The newer syntax.


def test_the_newer_syntax():
    body = {key: value for key, value in rule().items() if not key.startswith(("pattern", "mode"))}
    taint = {
        "sources": [
            "source()",
            {"any": ["other()", {"pattern": "env[$K]", "where": [{"metavariable": "$K", "regex": "'A.*'"}]}]},
        ],
        "sinks": [{"pattern": "first($X, ...)", "where": [{"focus": "$X"}]}, {"pattern": "sink(...)", "exact": False}],
        "sanitizers": ["clean(...)"],
        "propagators": [{"pattern": "$A.fill($B)", "from": "$B", "to": "$A"}],
    }
    code = (
        "first(source())  # BAD\nfirst(1, source())\nsink(env['AB'])  # BAD\nsink(env['B'])\nsink(other())  # BAD\n"
        "sink(clean(other()))\nx.fill(other())\nsink(x)  # BAD\n"
    )
    assert_flows(engine({**body, "taint": taint}), code)


# What is wrong with a rule.


@pytest.mark.parametrize(
    ("body", "key", "message"),
    [
        ({"pattern-sinks": None}, "pattern-sinks", "expected a list"),
        ({"pattern-sources": []}, "pattern-sources", "expected a list"),
        ({"pattern-sources": [1]}, "pattern-sources", "expected each entry"),
        ({"pattern-sources": [{"pattern": "f(", "exact": True}]}, "pattern", ""),
        ({"pattern-sources": [{"pattern": "f()", "colour": 1}]}, "pattern-sources.colour", "not supported"),
        ({"pattern-sources": [{"pattern": "f()", "exact": "maybe"}]}, "pattern-sources.exact", "true or false"),
        (
            {"pattern-sources": [{"pattern": "f()", "by-side-effect": 3}]},
            "pattern-sources.by-side-effect",
            "true, false",
        ),
        ({"pattern-sources": [{"pattern": "f()", "label": "a b"}]}, "pattern-sources.label", "a name"),
        ({"pattern-sources": [{"pattern": "f()", "requires": "A and"}]}, "pattern-sources.requires", "a label"),
        ({"pattern-sources": [{"pattern": "f()", "requires": "A B"}]}, "pattern-sources.requires", "condition"),
        ({"pattern-sources": [{"pattern": "f()", "requires": "(A"}]}, "pattern-sources.requires", "not closed"),
        ({"pattern-sources": [{"pattern": "f()", "requires": "(" * 100}]}, "pattern-sources.requires", "deep"),
        ({"pattern-sources": [{"pattern": "f()", "requires": "not " * 100}]}, "pattern-sources.requires", "deep"),
        ({"pattern-sinks": [{"pattern": "f()", "requires": 3}]}, "pattern-sinks.requires", "labels"),
        ({"pattern-sinks": [{"pattern": "f()", "requires": [3]}]}, "pattern-sinks.requires", "metavariables"),
        ({"pattern-propagators": [{"pattern": "f($A)"}]}, "pattern-propagators", "`from` and `to`"),
        (
            {"pattern-propagators": [{**PROPAGATOR, "replace-labels": 1}]},
            "pattern-propagators.replace-labels",
            "labels",
        ),
        ({"pattern-sanitizers": [{"pattern": "f()", "guard": "x"}]}, "pattern-sanitizers.guard", "metavariable"),
        ({"pattern-sources": [{"use": "../x"}]}, "pattern-sources.use", "name"),
        ({"pattern-sources": [{"use": "nothing-there"}]}, "pattern-sources.use", "no shared/nothing-there.yaml"),
        ({"options": {"taint_intrafile": 1}}, "options.taint_intrafile", "true or false"),
        ({"pattern": "f()"}, "pattern", "with `mode: taint`"),
    ],
)
def test_a_mistake_is_one_clear_problem(body, key, message):
    rules, problems = read_rules("r.yaml", json.dumps({"rules": [rule(**body)]}).encode())
    assert rules == []
    [problem] = problems
    assert problem.key == key
    assert message in problem.message


@pytest.mark.parametrize("missing", ["pattern-sources", "pattern-sinks"])
def test_sources_and_sinks_are_needed(missing):
    body = {key: value for key, value in rule().items() if key != missing}
    _, [problem] = read_rules("r.yaml", json.dumps({"rules": [body]}).encode())
    assert problem.key == missing


# Shared entries.


@pytest.fixture
def folder(tmp_path):
    """A folder of rules, one of which uses a shared file."""

    def write(name, content):
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps(content))

    write("python/r.yaml", {"rules": [rule(**{"pattern-sources": [{"use": "input"}]})]})
    write("python/shared/input.yaml", {"entries": [{"pattern": "source()"}, "other()"]})
    return tmp_path, write


def findings_of(path, code="sink(source())\nsink(third())\n"):
    rules = ruleset.load([str(path)], builtin=False)
    return rules.problems, reported(Engine(rules), code)


def test_entries_are_shared_between_rules(folder):
    path, _ = folder
    assert findings_of(path) == ((), [1])


def test_a_shared_file_is_looked_for_above_up_to_the_folder_given(folder):
    path, write = folder
    (path / "python/shared/input.yaml").unlink()
    write("shared/input.yaml", {"entries": ["third()"]})
    assert findings_of(path) == ((), [2])
    problems, _ = findings_of(path / "python")
    assert "no shared/input.yaml" in problems[0].message


def test_a_list_of_sources_comes_before_one_for_any_entries(folder):
    path, write = folder
    write("python/shared/sources/input.yaml", {"entries": ["third()"]})
    assert findings_of(path) == ((), [2])


def test_a_list_of_sinks_is_none_of_sources(folder):
    path, write = folder
    write("python/shared/sinks/input.yaml", {"entries": ["third()"]})
    assert findings_of(path) == ((), [1])


def test_a_shared_file_that_changes_is_read_again(folder):
    path, write = folder
    assert findings_of(path)[1] == [1]
    write("python/shared/input.yaml", {"entries": [{"pattern": "third()"}]})
    assert findings_of(path)[1] == [2]


def test_a_shared_file_that_appears_nearer_is_read(folder):
    path, write = folder
    write("shared/input.yaml", {"entries": ["third()"]})
    assert findings_of(path)[1] == [1]
    (path / "python/shared/input.yaml").unlink()
    assert findings_of(path)[1] == [2]
    write("python/shared/input.yaml", {"entries": ["source()"]})
    assert findings_of(path)[1] == [1]


def test_shared_files_may_use_others_but_not_each_other(folder):
    path, write = folder
    write("python/shared/input.yaml", {"entries": [{"use": "more"}, "source()"]})
    write("python/shared/more.yaml", {"entries": ["third()"]})
    assert findings_of(path) == ((), [1, 2])
    write("python/shared/more.yaml", {"entries": [{"use": "input"}]})
    problems, _ = findings_of(path)
    assert len(problems) == 1
    assert "input -> more -> input" in problems[0].message


def test_a_mistake_in_a_shared_file_names_it(folder):
    path, write = folder
    write("python/shared/input.yaml", {"entries": [{"pattern": "f()", "colour": 1}]})
    problems, _ = findings_of(path)
    assert [problem.key for problem in problems] == ["pattern-sources.use"]
    assert "shared/input.yaml" in problems[0].message
    write("python/shared/input.yaml", {"other": 1})
    problems, _ = findings_of(path)
    assert "entries" in problems[0].message


def test_options_of_a_folder_hold_for_rules_that_do_not_say_otherwise(folder):
    path, write = folder
    write("shared/defaults.yaml", {"options": {"taint_assume_safe_comparisons": True}})
    assert findings_of(path, "sink(source() == 1)\n")[1] == []
    write("python/r.yaml", {"rules": [rule(options={"taint_assume_safe_comparisons": False})]})
    assert findings_of(path, "sink(source() == 1)\n")[1] == [1]


# What is looked for at all.


def test_sources_are_looked_for_only_where_a_sink_is(monkeypatch):
    from reread.analyzers.engine.dispatch import candidates

    tried = []
    original = candidates.try_at
    monkeypatch.setattr(candidates, "try_at", lambda *given: tried.append(given[2].text) or original(*given))
    checker = engine(rule())
    checker.check(document("source()\nother(sink)\nclean(1)\n"))
    assert tried == []
    checker.check(document("sink(1)\nsource()\nclean(1)\n"))
    assert sorted(tried) == [b"clean(1)", b"sink(1)", b"source()"]


def test_a_function_that_is_too_large_is_given_up_and_named(monkeypatch):
    monkeypatch.setattr(table, "_MOST_STEPS", 1000)
    monkeypatch.setattr(table, "steps_of", lambda length: 0)
    code = "def f():\n    x = source()\n" + "    x = x + g(x) + [x, x, x]\n" * 200 + "    sink(x)\n"
    good = "def h():\n    sink(source())\n"

    checker = engine(rule())
    analysis = checker.check(document(good + code))

    assert [finding.span.start for finding in analysis.findings] == [good.index("sink")]
    assert checker.given_up(analysis) == ("f",)
    assert checker.given_up(checker.check(document(good))) == ()


@pytest.mark.parametrize("code", ["x = " + "(" * 5000 + "source()" + ")" * 5000, "x = " + "f(" * 3000, "[" * 5000])
def test_code_that_is_nested_deeply_is_no_problem(code):
    assert reported(engine(rule()), f"{code}\n\n\ndef h():\n    sink(source())\n") in ([5], [])


def test_the_usual_rule_of_these_tests_has_all_parts():
    assert {"mode", "pattern-sources", "pattern-sinks", "pattern-sanitizers"} == set(BODY)
