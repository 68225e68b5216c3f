"""Taint propagation in Python; sinks that must be reported are marked `BAD`."""

from __future__ import annotations

import pytest

from tests.analyzers.taint.taint_cases import assert_flows, engine, reported, rule

SANITIZERS = [{"pattern": each} for each in ("clean(...)", "int(...)", "base64.b64encode(...)", "$X.hex()")]
ENGINE = engine(rule(**{"pattern-sanitizers": SANITIZERS}))

CASES = {
    "an error that is raised here has what it was made with": """
        x = source()
        try:
            raise ValueError(x)
        except ValueError as error:
            sink(str(error))  # BAD
        try:
            raise ValueError("a")
        except ValueError as error:
            sink(str(error))
        try:
            g(x)
        except ValueError as error:
            sink(str(error))
    """,
    "what is turned around, taken first, and written and read again keeps its places": """
        x = source()
        items = [x, "a"]
        items.reverse()
        sink(items[0])
        sink(items[1])  # BAD
        sink(next(iter([x, "a"])))  # BAD
        sink(next(iter(["a", x])))
        sink(json.loads(json.dumps({"k": x, "m": "a"}))["m"])
        sink(json.loads(json.dumps({"k": x, "m": "a"}))["k"])  # BAD
    """,
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
        sink(",".join(d))
        sink(list(dict(a=source())))
        sink(source().join(d))  # BAD
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
    "a function that is passed on gets the arguments after it": """
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
    assert_flows(ENGINE, code)


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
    assert_flows(ENGINE, FUNCTIONS)


TABLES = """
def same(x):
    return x
def never(x):
    return "x"
def cleaned(x):
    return clean(x)
def bad(x):
    sink(x)  # BAD
BOTH = {"same": same, "never": never}
SAFE = {
    "never": never,
    "cleaned": cleaned,
}
HANDLERS = {"/": never, "/bad": bad}
STEPS = [same, cleaned]
LAMBDAS = {"a": lambda x: sink(x), "b": lambda x: clean(x)}  # BAD
shown = lambda x: clean(x)
class View:
    def __init__(self):
        self.actions = {"same": self.same, "never": self.never}
    def same(self, x):
        return x
    def never(self, x):
        return "x"
def by_key(key):
    sink(BOTH["same"](source()))  # BAD
    sink(BOTH["never"](source()))
    sink(BOTH[key](source()))  # BAD
    sink(SAFE[key](source()))
    sink(SAFE.get(key, never)(source()))
    sink(SAFE.get(key, same)(source()))  # BAD
    sink(LAMBDAS["b"](source()))
    sink(View().actions["same"](source()))  # BAD
    sink(View().actions["never"](source()))
def by_variable(key):
    handler = SAFE.get(key)
    if handler is not None:
        sink(handler(source()))
    handler = BOTH[key]
    sink(handler(source()))  # BAD
    other = never if key else cleaned
    sink(other(source()))
    sink(shown(source()))
def in_turn():
    value = source()
    for step in STEPS:
        value = step(value)
    sink(value)
    for step in [cleaned, lambda x: source()]:
        value = step(value)
    sink(value)  # BAD
    for step in STEPS:
        if key:
            break
        value = step(value)
    sink(value)  # BAD
def only_here(key):
    HANDLERS[key](source())
    LAMBDAS["a"](source())
"""


def test_functions_in_dictionaries_are_called():
    assert_flows(ENGINE, TABLES)


DICTIONARIES = """
def f(key):
    d = {"a": source(), "b": {"c": source()}}
    sink(d)
    sink(d["a"])  # BAD
    sink(d["b"])
    sink(d["b"]["c"])  # BAD
    sink(d[key])  # BAD
    sink(d.get(key))  # BAD
    sink("%(a)s" % d)  # BAD
    sink("{a}".format(**d))  # BAD
    sink("{a}".format_map(d))  # BAD
    sink(other(d))
    e = {}
    e["a"] = source()
    sink(e)
    sink(e["a"])  # BAD
    if key:
        e = {"a": 1}
    sink(e)
    sink(e["a"])  # BAD
    g = dict(a=source())
    sink(g)
    sink(g["a"])  # BAD
    sink({**g}["a"])  # BAD
    sink(made())
    sink(made()["a"])  # BAD
    sink(clean({"a": source()})["a"])
    if key:
        g = source()
    sink(g)  # BAD
def made():
    return {"a": source()}
"""


def test_a_dictionary_has_the_taint_of_its_values():
    exact = [{"pattern": each, "exact": True, "as-a-whole": True} for each in ("{...}", "dict(...)")]
    checker = engine(rule(**{"pattern-sanitizers": [*exact, "clean(...)"]}))
    assert_flows(checker, DICTIONARIES)


def test_path_parameters_with_a_regular_expression_are_sanitized():
    code = """
def f(a: Annotated[str, Path(pattern="^[a-z]+$")], b: str = Query("", regex=r"^(asc|desc)$"), c=Query(pattern="a")):
    sink(a)
    sink(b)
    sink(c)  # BAD
def g(a: Annotated[str, Path(pattern=".*")], b=Query("", max_length=3)):
    sink(a)  # BAD
    sink(b)  # BAD
"""
    parameters = {"patterns": [{"pattern": "def $F(..., $P, ...):\n  ..."}, {"focus-metavariable": "$P"}]}
    assert_flows(engine(rule(**{"pattern-sources": [parameters]})), code)


def test_a_sanitizer_by_name_does_not_apply_to_functions_of_the_file():
    by_name = {
        "patterns": [
            {"pattern": "$CLEAN(...)"},
            {"metavariable-regex": {"metavariable": "$CLEAN", "regex": "clean|escape"}},
        ],
        "exact": True,
    }
    code = """
def escape(x):
    return x.replace("a", "b")
def h():
    sink(escape(source()))  # BAD
    sink(clean(source()))
    def clean_it(x):
        return x.replace("a", "b")
    sink(clean_it(source()))  # BAD
"""
    wanted = engine(rule(**{"pattern-sanitizers": [{**by_name, "only-unresolved": True}]}))
    assert_flows(wanted, code)
    assert reported(engine(rule(**{"pattern-sanitizers": [by_name]})), code) == []


def test_numbers_are_sanitized_where_the_rule_says_so():
    code = """
def f(pool, folder, other):
    sink(folder / source())  # BAD
    sink(source() / 2)
    sink(source() // other)
    sink(pool.submit(int, source()).result())
    sink(pool.submit(str, source()).result())  # BAD
"""
    assert_flows(engine(rule(options={"taint_assume_safe_numbers": True})), code)


OVERRIDDEN = """
class Base:
    def save(self, x):
        return self.write(self.prepared(x))
    def prepared(self, x):
        return x
    def write(self, x):
        raise NotImplementedError
class Open(Base):
    def write(self, x):
        sink(x)  # BAD
class Closed(Base):
    def prepared(self, x):
        return clean(x)
    def write(self, x):
        sink(x)
@dataclass
class Job:
    name: str
    command: str = field(init=False)
    def __post_init__(self):
        self.command = "run " + self.name
class Table:
    kinds = {"a": lambda x: x, "b": lambda x: x}
    changed = {"a": "b"}
    def f(self, key):
        self.changed[key] = key
        x = source()
        if x in self.kinds:
            sink(x)
def f():
    Open().save(source())
    Closed().save(source())
    sink(Job(source()).command)  # BAD
    sink(Job("x").command)
    job = Job("x")
    sink(dataclasses.replace(job, name=source()).name)  # BAD
    sink(dataclasses.replace(job, name=source()).command)
    sink(job._replace(command=source()).command)  # BAD
    sink(job.name.replace("x", source()))  # BAD
"""


def test_methods_are_resolved_by_the_class_of_the_object():
    assert_flows(ENGINE, OVERRIDDEN)


PARTS = """
def f(x):
    x = source()
    if x and x.startswith("/") and not x.startswith("//"):
        sink(x)
    if x.startswith("/"):
        sink(x)  # BAD
        if not x.startswith("//"):
            sink(x)
            x = source()
            sink(x)  # BAD
    if x.startswith("/"):
        x = source()
        if not x.startswith("//"):
            sink(x)  # BAD
    x = source()
    if x.startswith("/") or not x.startswith("//"):
        sink(x)  # BAD
    if is_local(x):
        sink(x)
    if y and (not x.startswith("/") or x.startswith("//") or y):
        x = "/"
    sink(x)  # BAD
    if not x.startswith("/") or x.startswith("//") or y:
        x = "/"
    sink(x)
def is_local(x):
    if not x.startswith("/"):
        return False
    return not x.startswith("//")
"""


def test_two_guards_that_sanitize_together():
    guards = [
        {"pattern": '$X.startswith("/")', "guard": "$X", "part": 1},
        {"pattern": '$X.startswith("//")', "guard": "not $X", "part": 2},
    ]
    assert_flows(engine(rule(**{"pattern-sanitizers": guards})), PARTS)
