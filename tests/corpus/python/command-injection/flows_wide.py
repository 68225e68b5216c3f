import argparse
import os
import subprocess
import sys
import sqlite3
import uuid
import requests
from dataclasses import dataclass
from functools import wraps, partial
from flask import Flask, request, g, session, redirect, current_app
from enum import Enum

app = Flask(__name__)


@app.before_request
def load():
    g.name = request.args.get("name")
    g.fixed = "constant"


@app.route("/g1")
def g1():
    # ruleid: command-injection
    os.system("echo " + g.name)
    # ok: command-injection
    os.system("echo " + g.fixed)
    return ""


@dataclass
class Order:
    item: str
    count: int


@app.route("/o")
def o():
    order = Order(request.form["item"], int(request.form["count"]))
    # ruleid: command-injection
    os.system("echo " + order.item)
    # ok: command-injection
    os.system("echo %d" % order.count)
    try:
        ident = uuid.UUID(request.args["id"])
    except ValueError:
        return "bad", 400
    # ok: command-injection
    os.system(f"echo {ident}")
    try:
        uuid.UUID(request.args["id2"])
    except ValueError:
        return "bad", 400
    return ""


class Color(Enum):
    RED = "red"


@app.route("/enum")
def enum_():
    color = Color(request.args["c"])
    # ok: command-injection
    os.system("paint " + color.value)
    return ""


def with_name(f):
    @wraps(f)
    def inner(*args, **kwargs):
        return f(request.args["n"], *args, **kwargs)
    return inner


def gen():
    for v in request.args.getlist("v"):
        yield v


@app.route("/gen")
def gen_route():
    for v in gen():
        # ruleid: command-injection
        os.system("echo " + v)
    for v in (x for x in ["a", "b"]):
        # ok: command-injection
        os.system("echo " + v)
    cmds = [f"echo {v}" for v in request.args.getlist("v")]
    for cmd in cmds:
        # ruleid: command-injection
        os.system(cmd)
    d = {k: v for k, v in request.args.items()}
    # ruleid: command-injection
    os.system("echo " + d["x"])
    kw = {"cmd": request.args["c"]}
    runner(**kw)
    partial(os.system, request.args["c"])()
    return ""


def runner(cmd):
    # ruleid: command-injection
    os.system(cmd)


class Base:
    def __init__(self, req):
        self.value = req.args["v"]
        self.safe = "x"

    @property
    def prop(self):
        return self.value

    @classmethod
    def make(cls):
        return cls(request)

    @staticmethod
    def clean(v):
        return "".join(c for c in v if c.isalnum())


class Child(Base):
    def run(self):
        # ruleid: command-injection
        os.system("echo " + self.value)
        # ok: command-injection
        os.system("echo " + self.safe)
        # ruleid: command-injection
        os.system("echo " + self.prop)


@app.route("/child")
def child():
    c = Child(request)
    c.run()
    # ruleid: command-injection
    os.system("echo " + Child.make().value)
    return ""


@app.route("/guards")
def guards():
    v = request.args["v"]
    if v == "start" or v == "stop":
        # ok: command-injection
        os.system("svc " + v)
    if not v.isdigit():
        return ""
    # ok: command-injection
    os.system("kill " + v)
    w = request.args["w"]
    try:
        w = int(w)
    except ValueError:
        w = 0
    # ok: command-injection
    os.system("kill %s" % w)
    x = request.args["x"]
    if isinstance(x, int):
        # ok: command-injection
        os.system("kill %s" % x)
    y = request.args.get("y", type=int)
    # ok: command-injection
    os.system("kill %s" % y)
    z = request.args.get("z", default="a", type=str)
    # ruleid: command-injection
    os.system("kill %s" % z)
    t = request.args["t"]
    t = "fixed" if t else "other"
    # ok: command-injection
    os.system("echo " + t)
    del t
    return ""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--name")
    args = parser.parse_args()
    # ruleid: command-injection
    subprocess.run("echo " + args.name, shell=True)
    # ok: command-injection
    subprocess.run(["echo", args.name])
    # ruleid: command-injection
    os.system(sys.argv[1])
    handle(args)


def handle(opts):
    # ruleid: command-injection
    os.system("ls " + opts.name)


def env():
    os.system(os.environ["EDITOR"] + " file")
    line = input("name? ")
    # ruleid: command-injection
    os.system("echo " + line)
    # ruleid: code-injection
    eval(input())


if __name__ == "__main__":
    main()
