"""Statements that always run and statements that never do; sinks that must be reported are marked `BAD`."""

from __future__ import annotations

import pytest

from tests.analyzers.taint.taint_cases import assert_flows, engine, rule

LOOPS = {
    "python": """
def f(items):
    x = source()
    for _ in range(2):
        x = "a"
    sink(x)
    x = source()
    for _ in range(2, 2):
        x = "a"
    sink(x)  # BAD
    x = source()
    for _ in range(items):
        x = "a"
    sink(x)  # BAD
    x = source()
    for each in ["a", "b"]:
        x = each
    sink(x)
    x = source()
    for each in items:
        x = each
    sink(x)  # BAD
    x = source()
    for at, each in enumerate(["a", "b"]):
        x = each
    sink(x)
    x = source()
    for key in {"a": 1}:
        x = key
    sink(x)
    x = source()
    for key, value in {"a": 1}.items():
        x = key
    sink(x)
    x = source()
    n = 0
    while n < 2:
        x = "a"
        n += 1
    sink(x)
    x = source()
    for each in ["a", "b"]:
        if each == items:
            continue
        x = each
    sink(x)  # BAD
    x = source()
    for each in ["a", "b"]:
        if each == items:
            break
        x = each
    sink(x)  # BAD
    x = "a"
    for each in ["a", source()]:
        x = each
    sink(x)  # BAD
""",
    "javascript": """
function f(items) {
    let x = source();
    for (let i = 0; i < 2; i++) x = "a";
    sink(x);
    x = source();
    for (let i = 0; i < items.length; i++) x = "a";
    sink(x);  // BAD
    x = source();
    for (const each of ["a", "b"]) x = each;
    sink(x);
    x = source();
    for (const each of items) x = each;
    sink(x);  // BAD
    x = source();
    for (const [key, value] of Object.entries({ a: 1 })) x = key;
    sink(x);
}
""",
    "go": """
package p
func f(items []string) {
    x := source()
    for i := 0; i < 2; i++ {
        x = "a"
    }
    sink(x)
    x = source()
    for range 3 {
        x = "a"
    }
    sink(x)
    x = source()
    for _, each := range items {
        x = each
    }
    sink(x) // BAD
}
""",
    "java": """
class C {
    void f(String[] items) {
        String x = source();
        for (int i = 0; i < 2; i++) {
            x = "a";
        }
        sink(x);
        x = source();
        for (String each : items) {
            x = "a";
        }
        sink(x); // BAD
    }
}
""",
}
"""A loop may surely have a turn."""


CHOICES = {
    "python": """
def f(x, y):
    x = source()
    sink("a" or x)
    sink("" or x)  # BAD
    sink(y or x)  # BAD
    sink("" and x)
    sink("a" and x)  # BAD
    match "b":
        case "a":
            y = "a"
        case _:
            x = "b"
    sink(x)
    x = source()
    match y:
        case "a":
            y = "a"
        case "b":
            x = "b"
    sink(x)  # BAD
""",
    "javascript": """
function f(y) {
    let x = source();
    sink("a" || x);
    sink("" || x);  // BAD
    sink("a" ?? x);
    sink("" ?? x);
    sink(null ?? x);  // BAD
    sink(y ?? x);  // BAD
    sink("a" && x);  // BAD
    let z = "a";
    z ||= x;
    sink(z);
}
""",
}
"""Operands and cases may be known."""


CLOSURES = {
    "python": """
def f(x):
    x = source()
    def clean():
        nonlocal x
        x = "a"
    sink(x)  # BAD
    clean()
    sink(x)
    x = source()
    def maybe(y):
        nonlocal x
        if y:
            return
        x = "a"
    maybe(g())
    sink(x)  # BAD
""",
    "javascript": """
function f(items) {
    let x = source();
    const clean = () => { x = "a"; };
    sink(x);  // BAD
    clean();
    sink(x);
    x = source();
    items.forEach(() => { x = "a"; });
    sink(x);  // BAD
}
""",
}
"""A function that is called here surely runs."""


GUARDED = {
    "python": """
class Switches:
    ON = False
def f(y):
    x = source()
    x in ("a", "b") and sink(x)
    x in ("a", "b") or sink(x)  # BAD
    x not in ("a", "b") or sink(x)
    sink(x in ("a", "b") and x)
    sink((x in ("a", "b") and x) or y)
    y and x in ("a", "b") and sink(x)
    (x == "a" or x == "b") and sink(x)
    sink(x)  # BAD
    if x and Switches.ON:
        sink(x)  # BAD
    if Switches.ON:
        sink(x)  # BAD
    y and (x := "a")
    sink(x)  # BAD
""",
    "javascript": """
function f(y) {
    const x = source();
    ["a", "b"].includes(x) && sink(x);
    ["a", "b"].includes(x) || sink(x);  // BAD
    !["a", "b"].includes(x) || sink(x);
    sink(["a", "b"].includes(x) && x);
    false && sink(x);
    sink(x);  // BAD
}
""",
    "java": """
class C {
    boolean f(List<String> y) {
        String x = source();
        boolean one = List.of("a", "b").contains(x) && sink(x);
        boolean other = y.isEmpty() && sink(x); // BAD
        return x.equals("a") && sink(x);
    }
}
""",
}
"""An operand is evaluated only where a check before it holds."""

CASES = [(language, code) for group in (LOOPS, CHOICES, CLOSURES, GUARDED) for language, code in group.items()]


@pytest.mark.parametrize(("language", "code"), CASES)
def test_unreachable_statements_have_no_effect(language, code):
    assert_flows(engine(rule(language)), code, language)
