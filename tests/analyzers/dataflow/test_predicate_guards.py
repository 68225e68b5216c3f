"""Guards in functions that are kept in variables or passed on (closures); reported sinks are marked `BAD`."""

from __future__ import annotations

import pytest

from reread.analyzers.dataflow.interpreter.interpreter import Interpreter
from tests.analyzers.taint.taint_cases import assert_flows, engine, rule

CODE = {
    "go": """package p
type check func(string) error
func oneOf(values ...string) check {
    return func(x string) error {
        for _, value := range values {
            if value == x {
                return nil
            }
        }
        return errors.New("no")
    }
}
func short(n int) check {
    return func(x string) error {
        if len(x) > n {
            return errors.New("no")
        }
        return nil
    }
}
func f() {
    valid := func(x string) bool {
        if x == "" {
            return false
        }
        return x == "a" || x == "b"
    }
    other := func(x string) bool { return len(x) < 9 }
    a, b, c, d := source(), source(), source(), source()
    if !valid(a) {
        sink(a) // BAD
        return
    }
    sink(a)
    if !other(b) {
        return
    }
    sink(b) // BAD
    if err := oneOf("a", "b")(c); err != nil {
        return
    }
    sink(c)
    if err := short(9)(d); err != nil {
        return
    }
    sink(d) // BAD
    again := func(x string) bool { return again(x) || x == "a" }
    e := source()
    if again(e) {
        sink(e) // BAD
    }
}
""",
    "python": """
def f():
    def valid(x):
        if x == "":
            return False
        return x in ("a", "b")
    x, y = source(), source()
    if not valid(x):
        sink(x)  # BAD
        return
    sink(x)
    if valid(x) or y:
        sink(y)  # BAD
""",
    "javascript": """
function f() {
    const known = (x) => {
        if (!x) {
            return false;
        }
        return x === "a" || x === "b";
    };
    const x = source();
    if (known(x)) {
        sink(x);
    }
    sink(x); // BAD
}
""",
}


@pytest.mark.parametrize("language", CODE)
def test_predicate_closures_sanitize(language):
    assert_flows(
        engine(rule(language, **{"pattern-sanitizers": [{"pattern": "clean(...)"}]})), CODE[language], language
    )


def test_many_calls_of_closures_stay_within_the_step_limit(monkeypatch):
    interpreted = []
    original = Interpreter.interpret_function

    def counted(state, function):
        interpreted.append(function)
        return original(state, function)

    monkeypatch.setattr(Interpreter, "interpret_function", staticmethod(counted))
    steps = "".join(f"        y += {number};\n" for number in range(20))
    asked = "".join(f"    if (ok(x + {number})) use(x);\n" for number in range(150))
    code = f"function f() {{\n    const ok = (y) => {{\n{steps}        return y;\n    }};\n    const x = source();\n"
    code += f"{asked}    sink(x); // BAD\n}}\n"
    assert_flows(engine(rule("javascript")), code, "javascript")
    assert 1 < len(interpreted) < 150
