"""Arguments to parameters: spread, by name, and by partial application; reported sinks are marked `BAD`."""

from __future__ import annotations

import pytest

from tests.analyzers.taint.taint_cases import assert_flows, engine, rule

CODE = {
    "python": """
def second(v, w):
    return w
def named(**values):
    return values["m"]
def both(k, **values):
    return values["m"]
def gathered(*values, **named):
    return values[0]
def f(x):
    x = source()
    sink(second(*["a", x]))  # BAD
    sink(second(*[x, "a"]))
    sink(second(**{"v": x, "w": "a"}))
    sink(second(**{"v": "a", "w": x}))  # BAD
    sink(named(k=x, m="a"))
    sink(named(k="a", m=x))  # BAD
    sink(both(x, m="a"))
    sink(both("a", m=x))  # BAD
    sink(named(**{"k": x, "m": "a"}))
    sink(named(**x))  # BAD
    sink(gathered("a", m=x))
    sink(gathered(x, m="a"))  # BAD
    inner = lambda **values: values["m"]
    sink(inner(k=x, m="a"))
    sink(inner(k="a", m=x))  # BAD
def prepared(pool, x):
    x = source()
    sink(functools.partial(second, x)("a"))
    sink(functools.partial(second, "a")(x))  # BAD
    later = partial(second, x)
    sink(later("a"))
    sink(later(x))  # BAD
    by_name = partial(second, w=x)
    sink(by_name("a"))  # BAD
    sink(pool.submit(partial(second, x), "a"))
    sink(pool.submit(partial(second, "a"), x))  # BAD
    sink(unknown(partial(x)))  # BAD
""",
    "javascript": """
function second(v, w) {
    return w;
}
function f() {
    const x = source();
    sink(second(...["a", x]));  // BAD
    sink(second(...[x, "a"]));
    sink(second.bind(null, x)("a"));
    sink(second.bind(null, "a")(x));  // BAD
    const later = second.bind(null, x);
    sink(later("a"));
    sink(later(x));  // BAD
}
""",
}


@pytest.mark.parametrize("language", CODE)
def test_arguments_come_to_their_parameters(language):
    code = CODE[language]
    assert_flows(engine(rule(language)), code, language)
