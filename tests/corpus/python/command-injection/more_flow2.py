import asyncio
import contextlib
import os
import re
import shlex
import subprocess
from collections import defaultdict, namedtuple
from functools import lru_cache, reduce
from typing import NamedTuple

import attr
from flask import Flask, request, session, g, abort
from pydantic import BaseModel, conint, constr
from fastapi import FastAPI, Body, Header, Cookie, Form
from typing import Annotated, Literal

app = Flask(__name__)
api = FastAPI()
SAFE = re.compile(r"\A[a-z]{1,10}\Z")
Point = namedtuple("Point", "x y")


class Cmd(NamedTuple):
    name: str
    arg: str


@attr.s
class Attrs:
    name = attr.ib()


class Job(BaseModel):
    name: constr(regex="^[a-z]+$")
    count: conint(ge=1)
    target: str
    mode: Literal["a", "b"]


@app.route("/1")
def one():
    c = Cmd("ls", request.args["d"])
    # ruleid: command-injection
    os.system(c.name + " " + c.arg)
    # ok: command-injection
    os.system(c.name)
    p = Point(x=request.args["x"], y="fixed")
    # ruleid: command-injection
    os.system("echo " + p.x)
    # ok: command-injection
    os.system("echo " + p.y)
    a = Attrs(request.args["n"])
    # ruleid: command-injection
    os.system("echo " + a.name)
    groups = defaultdict(list)
    groups["k"].append(request.args["v"])
    # ruleid: command-injection
    os.system("echo " + groups["k"][0])
    total = reduce(lambda x, y: x + y, request.args.getlist("p"))
    # ruleid: command-injection
    os.system("echo " + total)
    # ok: command-injection
    os.system("echo " + str(sum(int(v) for v in request.args.getlist("n"))))
    return ""


@app.route("/2")
def two():
    v = request.args["v"]
    if not SAFE.match(v):
        abort(400)
    # ok: command-injection
    os.system("echo " + v)
    w = request.args["w"]
    if SAFE.match(w) is None:
        raise ValueError(w)
    # ok: command-injection
    os.system("echo " + w)
    x = request.args["x"]
    while not x.isalpha():
        x = "a"
    # ok: command-injection
    os.system("echo " + x)
    y = request.args["y"]
    y = {"a": "1", "b": "2"}[y]
    # ok: command-injection
    os.system("echo " + y)
    z = request.args["z"]
    with contextlib.suppress(ValueError):
        z = "n" + z
    # ruleid: command-injection
    os.system("echo " + z)
    q = shlex.quote(request.args["q"])
    # ok: command-injection
    os.system(f"echo {q}")
    r = re.sub(r"[^a-zA-Z0-9]", "", request.args["r"])
    # ok: command-injection
    os.system(f"echo {r}")
    s = request.args["s"].encode().decode()
    # ruleid: command-injection
    os.system(f"echo {s}")
    t = "%s" % request.args.get("t") if request.args.get("t") else "none"
    # ruleid: command-injection
    os.system("echo " + t)
    return ""


@lru_cache
def cached(v):
    return "echo " + v


def decorated(f):
    def wrapper(*a, **k):
        return f(*a, **k)
    return wrapper


@decorated
def through(v):
    return v


@app.route("/3")
async def three():
    # ruleid: command-injection
    os.system(cached(request.args["c"]))
    # ruleid: command-injection
    os.system("echo " + through(request.args["d"]))
    await asyncio.gather(run(request.args["g"]))
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, os.system, request.args["e"])
    session["cmd"] = request.args["s"]
    # ok: command-injection
    os.system("echo done")
    return ""


async def run(cmd):
    # ruleid: command-injection
    proc = await asyncio.create_subprocess_shell(cmd)
    return await proc.wait()


@api.post("/job")
async def job(j: Job, token: Annotated[str, Header()], n: Annotated[int, Form()], sid: str = Cookie()):
    # ruleid: command-injection
    subprocess.run(f"run {j.target}", shell=True)
    # ok: command-injection
    subprocess.run(f"run {j.count}", shell=True)
    # ok: command-injection
    subprocess.run(f"run {j.mode}", shell=True)
    # ruleid: command-injection
    subprocess.run(f"run {token}", shell=True)
    # ok: command-injection
    subprocess.run(f"run {n}", shell=True)
    # ruleid: command-injection
    subprocess.run(f"run {sid}", shell=True)
    # ok: command-injection
    subprocess.run(["run", j.target], shell=False)
    return {}


class Mixin:
    def exec(self, c):
        # ruleid: command-injection
        os.system(c)


class Service(Mixin):
    prefix = "echo "

    def go(self):
        self.exec(self.prefix + request.args["m"])
        self.shell("fixed")

    def shell(self, c):
        # ok: command-injection
        os.system(self.prefix + c)


@app.route("/4")
def four():
    Service().go()
    return ""
