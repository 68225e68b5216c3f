"""What values of Python go through: every line that must be reported ends with `BAD`, and no other one may be."""

from __future__ import annotations

import pytest

from tests.analyzers.rules.taint_cases import engine, expected, reported, rule

SANITIZERS = [{"pattern": each} for each in ("clean(...)", "int(...)", "base64.b64encode(...)", "$X.hex()")]
ENGINE = engine(rule(**{"pattern-sanitizers": SANITIZERS}))

CASES = {
    "the keys of a dictionary are what is written there": """
        d = {"a": source(), "b": 1}
        for k in d:
            sink(k)
        sink([k for k in d][0])
        for k in d.keys():
            sink(k)
        for k, v in d.items():
            sink(k)
            sink(v)  # BAD
        for v in d.values():
            sink(v)  # BAD
    """,
    "a dictionary that anything may have come into has any keys": """
        d = source()
        for k in d:
            sink(k)  # BAD
        e = {"a": 1}
        e[source()] = source()
        for k in e:
            sink(k)  # BAD
    """,
    "a key may look like anything": """
        def f(p):
            return p["(abc)"]
        def g(p):
            p["(7)"] = source()
            return p["(0)"]
        sink(f(source()))  # BAD
        sink(g({}))
        x = ["a", source()]
        x["²"] = source()
        del x[0]
        sink(x["²"])  # BAD
    """,
    "what update brings is under its key": """
        d = {"a": 1, "b": source()}
        d.update(a=source(), b="x")
        sink(d["a"])  # BAD
        sink(d["b"])
        d.update({"a": "y"})
        sink(d["a"])
        d.update(source())
        sink(d["b"])  # BAD
    """,
    "what comes after a deleted element moves up": """
        x = ["a", source(), "b"]
        del x[0]
        sink(x[0])  # BAD
        sink(x[1])
        d = {"a": source(), "b": source()}
        del d["a"]
        sink(d.get("a"))
        sink(d["b"])  # BAD
    """,
    "pairs of zip and of enumerate": """
        for k, v in zip(["a"], source()):
            sink(k)
            sink(v)  # BAD
        for n, v in enumerate(source()):
            sink(n)
            sink(v)  # BAD
    """,
    "what is gathered comes in order": """
        a, b = asyncio.gather(f(source()), f("x"))
        sink(a)  # BAD
        sink(b)
    """,
    "dict with names and copies": """
        d = dict(a=source(), b="x")
        sink(d["a"])  # BAD
        sink(d["b"])
        e = copy.deepcopy(d)
        sink(e["a"])  # BAD
        sink(e["b"])
    """,
    "fields by their names": """
        o = Thing()
        setattr(o, "a", source())
        sink(getattr(o, "a"))  # BAD
        sink(getattr(o, "b", "x"))
        sink(getattr(o, "b", source()))  # BAD
    """,
    "two names of one object": """
        a = {"k": 1}
        b = a
        b["k"] = source()
        sink(a["k"])  # BAD
        c = [1]
        d = c
        c = [2]
        d.append(source())
        sink(c[0])
        sink(d[1])  # BAD
    """,
    "what could be read as a number is one": """
        x = source()
        try:
            int(x)
        except ValueError:
            return
        sink(x)
        y = source()
        try:
            int(y)
        except ValueError:
            pass
        sink(y)  # BAD
        z = source()
        sink(z)  # BAD
        int(z)
        n = source()
        sink(int(n))
        sink(n)  # BAD
    """,
    "what is decoded is what was encoded": """
        x = source()
        packed = base64.b64encode(x.encode()).decode()
        sink(packed)
        sink(base64.b64decode(packed).decode())  # BAD
        sink(bytes.fromhex(x.encode().hex()))  # BAD
        other = base64.b64encode(b"x")
        sink(base64.b64decode(other))
    """,
    "a check of all but dots and dashes": """
        x = source()
        if x.replace(".", "").replace("-", "_").isalnum():
            sink(x)
        y = source()
        if y.replace("/", "").isalnum():
            sink(y)  # BAD
    """,
    "operations over numbers": """
        x = "a" if 500 // 42 + 86 > 50 else source()
        sink(x)
        y = "a" if 6 & 1 else source()
        sink(y)  # BAD
    """,
    "reduce starts with what it is given": """
        sink(reduce(lambda n, each: n + len(clean(each)), source(), 0))
        sink(functools.reduce(lambda text, each: text + each, source(), ""))  # BAD
    """,
    "a function that is handed over gets what stands after it": """
        def work(a, b="x"):
            sink(a)  # BAD
            sink(b)
        threading.Thread(target=work, args=(source(), "y")).start()
    """,
    "what was encoded comes back, by what decodes its kind": """
        x = clean(source())
        y = urllib.parse.unquote(urllib.parse.quote(source()))
        sink(y)  # BAD
        a = source()
        a = base64.b64encode(a)
        sink(a)
        a = base64.b64decode(a)
        sink(a)  # BAD
        sink(html.unescape(base64.b64encode(source())))
    """,
    "what is in a set of known values, too, is one of them": """
        known = {"a", "b"}
        for x in known & set(source()):
            sink(x)
        for x in set(source()).intersection(["a"]):
            sink(x)
        for x in set(source()) - {"a"}:
            sink(x)  # BAD
        for x in set(source()) & other():
            sink(x)  # BAD
    """,
    "what a case binds as a number is one": """
        match source():
            case {"a": int(x), "b": y}:
                sink(x)
                sink(y)  # BAD
            case int() as z:
                sink(z)
            case str(z):
                sink(z)  # BAD
    """,
    "functions in a dictionary are called by their key": """
        table = {"a": lambda v: v, "b": lambda v: "c"}
        sink(table["a"](source()))  # BAD
        sink(table["b"](source()))
        sink(table[key](source()))  # BAD
        sink({"a": lambda v: clean(v), "b": lambda v: "c"}[key](source()))
    """,
}


@pytest.mark.parametrize("name", CASES)
def test_in_a_function(name):
    code = "def f():" + CASES[name]
    assert reported(ENGINE, code) == expected(code)


FUNCTIONS = """
class Box:
    def __init__(self):
        self._a = "x"
    @property
    def a(self):
        return self._a
    @a.setter
    def a(self, value):
        self._a = value
    def __getitem__(self, key):
        return self._a + key
def same(x):
    return x
def never(x):
    return "x"
def apply(function, x):
    return function(x)
def apply_and_tell(function, x):
    sink(function(x))  # BAD
def apply_again(function, x):
    return apply(function, x)
def set_and_read():
    box = Box()
    box.a = source()
    sink(box._a)  # BAD
    sink(box["k"])  # BAD
    box.a = "y"
    sink(box.a)
    sink(box[source()])  # BAD
def callbacks():
    sink(apply(same, source()))  # BAD
    sink(apply(never, source()))
    sink(apply(lambda x: "y", source()))
    sink(apply(lambda x: x + "y", source()))  # BAD
    sink(apply(unknown, source()))  # BAD
    sink(apply_again(same, source()))  # BAD
    sink(apply_again(never, source()))
    apply_and_tell(never, source())
    apply_and_tell(same, source())
def executors(pool, loop):
    sink(pool.submit(same, source()).result())  # BAD
    sink(pool.submit(never, source()).result())
    sink(loop.run_in_executor(None, same, source()))  # BAD
"""


def test_between_functions():
    assert reported(ENGINE, FUNCTIONS) == expected(FUNCTIONS)
