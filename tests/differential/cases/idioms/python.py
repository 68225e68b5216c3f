import os
import os.path
from os import path
from os import path as p, sep
from os.path import *
import sys as system

x = 1
x: int = 1
x = y = 1
x += 1
a, b = 1, 2
(a, b) = f()
[a, b] = f()
x.y = 1
x["k"] = 1
del x
global g
assert x
assert x, "m"
raise ValueError("a")
raise ValueError("a") from e
raise
pass
print(x)

if x:
    foo()
if x:
    foo()
else:
    bar()
if x:
    foo()
elif y:
    bar()
else:
    baz()
for i in range(10):
    foo(i)
for i in y:
    foo(i)
else:
    bar()
for k, v in d.items():
    foo(k)
while True:
    foo()
    break
with open("f") as f:
    foo(f)
with open("f") as f, open("g") as g:
    foo(f)
with lock:
    foo()
try:
    foo()
except ValueError:
    bar()
try:
    foo()
except (ValueError, KeyError) as e:
    bar(e)
finally:
    baz()
try:
    foo()
except:
    pass
else:
    bar()

def f():
    return 1

def g(a, b=2, *args, c, **kwargs):
    return a

def typed(a: int, b: str = "x") -> int:
    return a

async def h():
    await foo()
    async with x as y:
        pass
    async for i in y:
        pass

@decorator
def d():
    yield 1
    return

@app.route("/x", methods=["GET"])
def e(id):
    yield from y

class A:
    pass

class B(A):
    x = 1

    def m(self):
        self.x = 2
        return self.x

@dataclass
class C(A, metaclass=M):
    y: int

lambda: 1
[i for i in y if i]
{k: v for k, v in y}
match x:
    case 1:
        foo()
    case _:
        bar()
import os

def handler(request):
    name = request.args.get("name")
    db.execute("select " + name)
    db.execute("select ?", name)
    if name:
        db.execute(name)
    return name

def safe(request):
    name = clean(request.args.get("name"))
    db.execute(name)

class View:
    def get(self, request):
        with lock:
            db.execute(request.x)
        try:
            db.execute(1)
        except E:
            log(2)

@login_required
def admin(request):
    db.execute("a")

@app.route("/a")
def route(a, b=1):
    for x in a:
        db.execute(x)
    eval(a)
    eval(b)
    eval("1")

open("f")
with open("g") as g:
    pass
h = open("h")
h.close()
requests.get(url, verify=False)
requests.get(url, verify=True)
requests.get(url)
requests.post(url, verify=False, timeout=3)
hashlib.md5(x)
hashlib.sha256(x)
subprocess.run(cmd, shell=True)
subprocess.run(["a"], shell=False)
os.chmod("f", 0o777)
os.chmod("f", 0o600)
foo(a, a)
foo(a, b)
foo(b, a)
foo(**{"a": 1})
x[1, 2]
"%s" % (a,)
"a".format(b)
