"""Where taint goes in Python: every line that must be reported ends with `BAD`, and no other one may be."""

from __future__ import annotations

import pytest

from tests.analyzers.taint.taint_cases import assert_flows, engine, rule

ENGINE = engine(rule())

EXPRESSIONS_THAT_PASS_IT_ON = """
x
x.a
x.a.b
x[0]
x["k"]
x[i]
a[x]
x[1:2]
x + "a"
"a" + x
"a" % x
"%s %s" % (a, x)
"{}".format(x)
"a {} b".format(a, x)
"{k}".format(k=x)
f"{x}"
f"a {x!r:>10} b"
f"{a:{x}}"
"a" f"{x}"
-x
not x
x == 1
x < 1 < 2
x in a
a and x
y or x
x if a else b
b if a else x
[x]
[a, *x]
(a, x)
{x}
{"k": x}
{x: 1}
{**x}
[y for y in x]
[y + 1 for y in x]
[f(y) for y in x if y]
[z for y in x for z in y]
{y for y in x}
{k: v for k, v in x.items()}
(y for y in x)
foo(x)
foo(a, x)
foo(k=x)
foo(*x)
foo(**x)
foo(x).bar
x.foo()
x.dict()
x.foo().bar()
x.strip().lower()
str(x)
len(x)
"".join(x)
"".join([a, x])
foo(bar(x))
(x)
((x))
(y := x)
await x
foo(y for y in x)
map(foo, x)
list(map(lambda y: y, x))
sorted(x, key=lambda y: 1)
a.b(x)
a.b.c(x)
dict(k=x)["k"]
b"a" + x
x @ y
~x
Foo(x)
foo.Bar(x).baz
x.decode("utf8")
x.split(",")[0]
json.loads(x)["a"]["b"]
""".strip().split("\n")

EXPRESSIONS_THAT_DO_NOT = """
y
"x"
clean(x)
clean(x).strip()
clean(x) + "a"
foo(clean(x))
[clean(y) for y in x]
f"{clean(x)}"
"a" if x else "b"
lambda: x
x.__class__ if False else "a"
[1 for y in x]
{"a": x}["b"]
[x, "a"][1]
foo(clean(foo(x)))
clean(x)[0]
(clean(x))
{"x": "y"}["x"]
x and "a"
""".strip().split("\n")


@pytest.mark.parametrize("expression", EXPRESSIONS_THAT_PASS_IT_ON)
def test_expressions_that_keep_the_value_are_tainted(expression):
    assert_flows(ENGINE, f"async def f(a, b, i):\n    x = source()\n    sink({expression})  # BAD\n")


@pytest.mark.parametrize("expression", EXPRESSIONS_THAT_PASS_IT_ON)
def test_a_variable_with_a_tainted_value_is_tainted(expression):
    assert_flows(ENGINE, f"async def f(a, b, i):\n    x = source()\n    v = {expression}\n    sink(v)  # BAD\n")


@pytest.mark.parametrize("expression", EXPRESSIONS_THAT_PASS_IT_ON)
def test_nothing_is_tainted_without_a_source(expression):
    assert_flows(ENGINE, f"source()\nasync def f(a, b, i):\n    x = other()\n    sink({expression})\n")


@pytest.mark.parametrize("expression", EXPRESSIONS_THAT_DO_NOT)
def test_expressions_that_drop_the_value_are_not_tainted(expression):
    assert_flows(ENGINE, f"def f(a, b):\n    x = source()\n    sink({expression})\n    first({expression}, x)\n")


STATEMENTS = """
sink(source())  # BAD
---
x = source()
x = "a"
sink(x)
---
x: str = source()
sink(x)  # BAD
---
x = y = source()
sink(x)  # BAD
sink(y)  # BAD
---
x = ""
x += source()
sink(x)  # BAD
---
x = source()
x += "a"
sink(x)  # BAD
---
a, b = source(), "c"
sink(a)  # BAD
sink(b)
---
a, b = b, source()
sink(a)
sink(b)  # BAD
---
(a, (b, c)) = ("k", (source(), "m"))
sink(a)
sink(b)  # BAD
sink(c)
---
a, *b = source()
sink(a)  # BAD
sink(b)  # BAD
---
a, *b = ["k", source()]
sink(b)  # BAD
---
[a, b] = source()
sink(b)  # BAD
---
x = source()
del x
sink(x)
---
d = {}
d["k"] = source()
sink(d["k"])  # BAD
sink(d["m"])
sink(d)  # BAD
sink(d[m])  # BAD
---
d = {"k": source(), "m": "a"}
sink(d["m"])
sink(d["k"])  # BAD
d["k"] = "a"
sink(d["k"])
sink(d)
---
d = {}
d[m] = source()
sink(d["k"])  # BAD
---
o.a = source()
sink(o.a)  # BAD
sink(o.b)
sink(o)  # BAD
sink(o.a.b)  # BAD
---
o.a.b = source()
sink(o.a.b)  # BAD
sink(o.a.c)
sink(o.a)  # BAD
sink(o.c)
---
o = source()
o.a = "a"
sink(o.a)
sink(o.b)  # BAD
---
o = source()
p = o.a
sink(p)  # BAD
---
l = []
l.append(source())
sink(l)  # BAD
sink(l[0])  # BAD
for x in l:
    sink(x)  # BAD
---
l = []
l.append("a")
sink(l)
---
l = []
l.extend([source()])
sink(", ".join(l))  # BAD
---
d = {}
d.update({"k": source()})
sink(d)  # BAD
---
d = {}
d.setdefault("k", source())
sink(d["k"])  # BAD
sink(d["m"])
---
s = set()
s.add(source())
sink(s)  # BAD
---
s = ""
sink(s[-1])
sink(s[0])
sink(s[-1] + source())  # BAD
---
if c:
    x = source()
else:
    x = "a"
sink(x)  # BAD
---
if c:
    x = "a"
else:
    x = "b"
sink(x)
---
x = source()
if c:
    x = "a"
sink(x)  # BAD
---
x = source()
if c:
    x = "a"
else:
    return
sink(x)
---
x = source()
if c:
    raise ValueError(x)
sink(x)  # BAD
---
x = "a"
if c:
    x = source()
    abort(404)
sink(x)
---
x = "a"
if c:
    x = source()
    sys.exit()
sink(x)
---
x = "a"
if c:
    x = source()
    leave()
sink(x)  # BAD
---
x = source()
if c:
    x = "a"
elif d:
    x = "b"
else:
    x = "c"
sink(x)
---
x = source()
if c:
    x = "a"
elif d:
    x = "b"
sink(x)  # BAD
---
x = "a"
if c:
    return sink(x)
x = source()
return sink(x)  # BAD
---
return
sink(source())
---
raise source()
sink(source())
---
for x in source():
    sink(x)  # BAD
sink(x)  # BAD
---
for i, x in enumerate(source()):
    sink(x)  # BAD
    sink(i)
---
for pair in enumerate(source(), 1):
    sink(pair)  # BAD
    sink(pair[0])
---
pairs = [f"{i}" for i, x in enumerate(source())]
sink(pairs)
---
pairs = [f"{x}" for i, x in enumerate(source())]
sink(pairs)  # BAD
---
for i, x in list(enumerate(source())):
    sink(x)  # BAD
---
pairs = enumerate(source())
sink(pairs)  # BAD
---
for k, v in source().items():
    sink(k)  # BAD
    sink(v)  # BAD
---
for x in ["a", source()]:
    sink(x)  # BAD
---
for x in ["a", "b"]:
    sink(x)
---
x = "a"
for i in n:
    sink(x)  # BAD
    x = source()
---
x = y = z = "a"
for i in n:
    sink(z)  # BAD
    z = y
    y = x
    x = source()
---
x = source()
for i in n:
    x = "a"
sink(x)  # BAD
---
x = source()
while True:
    x = "a"
    break
sink(x)
---
x = "a"
while c:
    if d:
        x = source()
        break
sink(x)  # BAD
---
x = "a"
while c:
    if d:
        x = source()
        continue
    sink(x)  # BAD
---
x = "a"
while c:
    if d:
        x = source()
        return
    sink(x)
sink(x)
---
x = "a"
for i in n:
    pass
else:
    x = source()
sink(x)  # BAD
---
while x := source():
    sink(x)  # BAD
---
if (x := source()) == "a":
    pass
sink(x)  # BAD
---
try:
    x = source()
except E:
    x = "a"
sink(x)  # BAD
---
x = "a"
try:
    x = source()
    g()
    x = "b"
except E:
    sink(x)  # BAD
sink(x)  # BAD
---
try:
    g()
except E as x:
    sink(x)
---
x = source()
try:
    g()
finally:
    x = "a"
sink(x)
---
x = "a"
try:
    x = source()
    return
finally:
    sink(x)  # BAD
---
x = "a"
try:
    return
except E:
    x = source()
sink(x)  # BAD
---
try:
    x = "a"
except E:
    x = "b"
else:
    x = source()
sink(x)  # BAD
---
try:
    x = source()
except* E:
    pass
sink(x)  # BAD
---
x = source()
y = x.a.replace("b", "c")
sink(x.a)  # BAD
---
with source() as x:
    sink(x)  # BAD
---
with open(source()) as x, other() as y:
    sink(x.read())  # BAD
    sink(y)
---
with source() as (a, b):
    sink(b)  # BAD
---
with lock:
    x = source()
sink(x)  # BAD
---
async with source() as x:
    sink(x)  # BAD
---
async for x in source():
    sink(x)  # BAD
---
match source():
    case {"k": v}:
        sink(v)  # BAD
    case [w, *rest]:
        sink(rest)  # BAD
    case Point(x=q):
        sink(q)  # BAD
    case str() as s:
        sink(s)  # BAD
    case (1 | 2):
        pass
    case z:
        sink(z)  # BAD
---
match c:
    case 1:
        x = source()
    case _:
        x = "a"
sink(x)  # BAD
---
match c:
    case 1:
        x = "b"
    case _:
        x = "a"
sink(x)
---
x = source()
match x:
    case "a" | "b":
        sink(x)
    case _:
        sink(x)  # BAD
---
x = source()
match c:
    case 1 if x == "a":
        sink(x)
---
x = source()
def g():
    sink(x)  # BAD
g()
---
x = source()
def g():
    sink(x)  # BAD
---
def g(y):
    sink(y)  # BAD
g(source())
---
def g(y):
    sink(y)
g("a")
z = source()
---
def g(y):
    return y
sink(g(source()))  # BAD
sink(g("a"))
---
def g(y):
    return "a"
sink(g(source()))
---
x = "a"
def g():
    nonlocal x
    x = source()
g()
sink(x)  # BAD
---
x = "a"
def g():
    x = source()
g()
sink(x)
---
l = []
def g():
    l.append(source())
g()
sink(l)  # BAD
---
g = lambda y: sink(y)  # BAD
g(source())
---
g = lambda y: y + "a"
sink(g(source()))  # BAD
---
g = lambda y=source(): sink(y)  # BAD
---
x = source()
register(lambda: sink(x))  # BAD
---
register(source(), lambda y: sink(y))
---
source().each(lambda y: sink(y))  # BAD
---
list(map(lambda y: sink(y), source()))  # BAD
---
sink(list(map(lambda y: clean(y), source())))
---
class A:
    x = source()
    sink(x)  # BAD
    def m(self):
        y = source()
        sink(y)  # BAD
---
global G
G = source()
sink(G)  # BAD
---
assert source() == 1, sink(source())  # BAD
---
x = source()
assert x in ("a", "b")
sink(x)
---
yield sink(source())  # BAD
---
x = yield source()
sink(x)
---
x = yield from source()
---
sink(lambda: source())
---
x = source() if c else "a"
sink(x)  # BAD
---
x = source() or "a"
sink(x)  # BAD
---
first(source(), "a")  # BAD
first("a", source())
first(clean(source()))
first(k=source())
---
clean(sink(source()))
---
x = clean(source())
sink(x)
---
x = source()
x = clean(x)
sink(x)
---
x = source()
clean(x)
sink(x)  # BAD
---
x = source()
y = x
x = "a"
sink(y)  # BAD
sink(x)
---
print(f"{sink(source())}")  # BAD
---
x = [[source()]]
sink(x[0][0])  # BAD
---
x = source
sink(x)
---
x = source(), 1
sink(x[0])  # BAD
sink(x[1])
---
t = {"a": {"b": source()}}
sink(t["a"]["b"])  # BAD
sink(t["a"]["c"])
sink(t["a"])  # BAD
---
x = io.StringIO()
x.write(source())
sink(x.getvalue())  # BAD
---
q = deque()
q.appendleft(source())
sink(q.pop())  # BAD
---
import a
from b import c
pass
...
"doc"
sink(source())  # BAD
---
type T = int
sink(source())  # BAD
---
x = source()
if c: pass
elif sink(x): pass  # BAD
---
x = source(
)
sink(  # BAD
    x
)
---
async def g():
    return source()
sink(await g())  # BAD
""".strip().split("\n---\n")


@pytest.mark.parametrize("body", STATEMENTS)
def test_statements_in_a_function(body):
    code = "async def f(a, b, c, d, i, n):\n" + "\n".join(f"    {line}" for line in body.split("\n")) + "\n"
    assert_flows(ENGINE, code)


@pytest.mark.parametrize(
    "body", [body for body in STATEMENTS if not any(word in body for word in ("return", "yield", "await", "nonlocal"))]
)
def test_statements_in_a_module(body):
    assert_flows(ENGINE, body.replace("async ", ""))


@pytest.mark.parametrize("body", [body for body in STATEMENTS if "global" not in body])
def test_statements_in_a_method(body):
    lines = "\n".join(f"        {line}" for line in body.split("\n"))
    code = f"class K(Base):\n    @d\n    async def f(self, a, b, c, d, i, n):\n{lines}\n"
    assert_flows(ENGINE, code)


def test_the_name_of_an_error_is_a_source_in_its_own_handler_alone():
    source = {
        "patterns": [
            {"pattern": "try:\n  ...\nexcept $TYPE as $E:\n  ..."},
            {"metavariable-regex": {"metavariable": "$TYPE", "regex": "^OSError$"}},
            {"focus-metavariable": "$E"},
        ]
    }
    code = "try:\n  g()\nexcept KeyError as e:\n  sink(e)\nexcept OSError as e:\n  sink(e)  # BAD\nsink(e)  # BAD\n"
    checker = engine(rule() | {"pattern-sources": [source]})
    assert_flows(checker, code, "python")
