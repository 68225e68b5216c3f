import base64
import configparser
import os
import subprocess
import urllib.parse

import helpers.utils
from flask import Flask, request

app = Flask(__name__)
@app.route("/dataflow", methods=["POST"])
def dataflow():
    param = urllib.parse.unquote_plus(request.cookies.get("x", "noCookie"))
    # ruleid: command-injection
    os.system(param)
    tmp = base64.b64encode(param.encode("utf-8"))
    bar = base64.b64decode(tmp).decode("utf-8")
    # ruleid: command-injection
    os.system(bar)
    conf = configparser.ConfigParser()
    conf.add_section("s")
    conf.set("s", "a", "const")
    conf.set("s", "b", param)
    bar = conf.get("s", "b")
    # ruleid: command-injection
    os.system(bar)
    m = {}
    m["a"] = "const"
    m["b"] = param
    bar = m["b"]
    # ruleid: command-injection
    os.system(bar)
    bar2 = m["a"]
    # ok: command-injection
    os.system(bar2)
    num = 106
    bar3 = "x" if 7 * 18 + num > 200 else param
    # ok: command-injection
    os.system(bar3)
    bar4 = param if 7 * 18 + num > 200 else "x"
    # ruleid: command-injection
    os.system(bar4)
    guess = "ABC"[1]
    match guess:
        case "A":
            bar5 = param
        case "B":
            bar5 = "bob"
        case _:
            bar5 = param
    # ok: command-injection
    os.system(bar5)
    lst = []
    lst.append("safe")
    lst.append(param)
    lst.append("moresafe")
    lst.pop(0)
    bar6 = lst[0]
    # ruleid: command-injection
    os.system(bar6)
    bar7 = lst[1]
    # ok: command-injection
    os.system(bar7)
    bar8 = "%s" % param
    # ruleid: command-injection
    os.system(bar8)
    string = "help"; string += param; string += "snapes"
    bar9 = string[4:-6]
    # ruleid: command-injection
    os.system(bar9)
    for name in request.headers.keys():
        if name.lower() in ("accept",): continue
        param2 = name
        break
    # ruleid: command-injection
    os.system(param2)
    values = request.form.getlist("x")
    p3 = ""
    if values: p3 = values[0]
    # ruleid: command-injection
    os.system(p3)
    p4 = request.query_string.decode("utf-8")
    loc = p4.find("x=")
    p4 = p4[loc:]
    # ruleid: command-injection
    os.system(p4)
    argList = ["sh", "-c", f"echo {param}"]
    # ruleid: command-injection
    proc = subprocess.run(argList, capture_output=True, encoding="utf-8")
    def inner():
        return param
    # ruleid: command-injection
    os.system(inner())
    import helpers.ThingFactory
    thing = helpers.ThingFactory.createThing()
    bar10 = thing.doSomething(param)
    # ruleid: command-injection
    os.system(bar10)
    return "ok"
