import base64
import configparser
import os
import re
import subprocess
import urllib.parse
from flask import Blueprint, request, render_template

bp = Blueprint("bench", __name__)


class Thing:
    def do(self, value):
        return value

    def fixed(self, value):
        return "constant"


def passthrough(v):
    return v


def chosen(v):
    if 7 * 42 - 86 > 200:
        return "safe"
    return v


@bp.route("/t1", methods=["POST"])
def t1():
    param = request.form.get("t1")
    if not param:
        param = ""
    bar = param.split(" ")[0]
    # ruleid: command-injection
    os.system(f"echo {bar}")
    return ""


@bp.route("/t2", methods=["POST"])
def t2():
    param = request.headers.get("X-Param")
    param = urllib.parse.unquote_plus(param)
    thing = Thing()
    # ruleid: command-injection
    subprocess.run(f"echo {thing.do(param)}", shell=True)
    # ok: command-injection
    subprocess.run(f"echo {thing.fixed(param)}", shell=True)
    return ""


@bp.route("/t3")
def t3():
    param = request.args.get("t3")
    conf = configparser.ConfigParser()
    conf.add_section("s")
    conf.set("s", "keyA", "a-value")
    conf.set("s", "keyB", param)
    bar = conf.get("s", "keyA")
    # ok: command-injection
    os.popen(f"echo {bar}")
    return ""


@bp.route("/t4")
def t4():
    values = request.args.getlist("t4")
    param = ""
    if values:
        param = values[0]
    data = {}
    data["a"] = "fixed"
    data["b"] = param
    # ruleid: command-injection
    os.system("echo " + data["b"])
    # ok: command-injection
    os.system("echo " + data["a"])
    items = ["safe", param, "moresafe"]
    # ruleid: command-injection
    os.system("echo " + items[1])
    # ok: command-injection
    os.system("echo " + items[0])
    return ""


@bp.route("/t5")
def t5():
    param = request.cookies.get("t5", "none")
    num = 106
    bar = "always" if 7 * 42 - num > 200 else param
    # ruleid: command-injection
    os.system("echo " + bar)
    tmp = base64.b64encode(param.encode("utf-8"))
    bar2 = base64.b64decode(tmp).decode("utf-8")
    # ruleid: command-injection
    os.system("echo " + bar2)
    return ""


@bp.route("/t6")
def t6():
    param = request.query_string.decode("utf-8")
    guess = "ABC"[1]
    match guess:
        case "A":
            bar = param
        case "B":
            bar = "bob"
        case _:
            bar = param
    print(bar)
    value = "x"
    value = request.args["v"]
    value = "y"
    # ok: command-injection
    os.system("echo " + value)
    return ""


@bp.route("/t7")
def t7():
    param = request.args["t7"]
    if re.fullmatch(r"[a-z0-9]+", param) is None:
        return "bad"
    # ok: command-injection
    os.system("echo " + param)
    other = request.args["other"]
    if re.search(r"[;&|]", other):
        raise ValueError("bad")
    # ruleid: command-injection
    os.system("/usr/bin/echo " + passthrough(request.args["z"]))
    return ""


@bp.route("/t8")
def t8():
    param = request.args["t8"]
    # ruleid: command-injection
    run = lambda c: os.system("ls " + c)
    run(param)

    def inner():
        # ruleid: command-injection
        os.system("cat " + param)

    inner()
    for part in param.split(","):
        # ruleid: command-injection
        os.system("touch " + part)
    # ok: command-injection
    os.system("touch " + str(len(param)))
    # ok: command-injection
    os.system("touch " + ("a" if param == "a" else "b"))
    mode = request.args["mode"]
    assert mode in ("fast", "slow")
    # ok: command-injection
    os.system("run --mode " + mode)
    return ""


@bp.route("/t9")
def t9():
    try:
        amount = float(request.args["n"])
    except ValueError:
        return "bad"
    # ok: command-injection
    os.system("sleep %s" % amount)
    a, b = request.args["a"], "b"
    # ruleid: command-injection
    os.system("echo " + a)
    # ok: command-injection
    os.system("echo " + b)
    *rest, last = request.args.getlist("l")
    # ruleid: command-injection
    os.system("echo " + last)
    if (w := request.args.get("w")):
        # ruleid: command-injection
        os.system("echo " + w)
    parts = []
    parts.append("echo")
    parts.append(request.args["p"])
    # ruleid: command-injection
    os.system(" ".join(parts))
    clean = []
    clean.append("echo")
    clean.append("done")
    # ok: command-injection
    os.system(" ".join(clean))
    return render_template("x.html")
