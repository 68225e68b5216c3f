import re
import regex
import time
from re import compile as recompile, match
from flask import Flask, request
from werkzeug.utils import escape

app = Flask(__name__)
# ruleid: regex-dos
EMAIL = re.compile(r"^([a-zA-Z0-9]+)*@example\.org$")
# ok: regex-dos
WORD = re.compile(r"^[a-z0-9_-]{3,16}$")
# ruleid: regex-dos
NESTED = re.compile(r"(a+)+$")
# ruleid: regex-dos
NESTED2 = re.compile(r"^(\w+\s?)*$")
# ruleid: regex-dos
ALT = re.compile(r"^(a|aa)+$")
# ok: regex-dos
ALT2 = re.compile(r"^(?:a|b)+$")
# ruleid: regex-dos
SPACES = re.compile(r"^(\s*\w+\s*)+$")
# ok: regex-dos
FIXED = re.compile(r"^\d{4}-\d{2}-\d{2}$")
# ruleid: regex-dos
DOT = re.compile(r"^(.*)*$")
# ok: regex-dos
LIST = re.compile(r"^\w+(,\w+)*$")
# ok: regex-dos
QUOTED = re.compile(r'^"([^"\\]|\\.)*"$')
# ok: regex-dos
PATHLIKE = re.compile(r"^(/[a-z]+)+$")


@app.route("/r1")
def r1():
    pattern = request.args["pattern"]
    # ruleid: regex-dos
    re.search(pattern, "some text")
    # ok: regex-dos
    re.search(re.escape(pattern), "some text")
    # ruleid: regex-dos
    re.compile(request.args["p"])
    # ok: regex-dos
    re.compile("^" + re.escape(request.args["p"]) + "$")
    # ruleid: regex-dos
    match("^" + pattern + "$", "text")
    # ruleid: regex-dos
    re.sub(f"{pattern}", "", "text")
    # ok: regex-dos
    re.sub("a", pattern, "text")
    # ruleid: regex-dos
    regex.match(pattern, "x")
    # ok: regex-dos
    re.fullmatch(r"[a-z]+", pattern)
    # ruleid: regex-dos
    re.findall(pattern, "text")
    # ruleid: regex-dos
    re.match(r"^(x+x+)+y$", pattern)
    # ok: regex-dos
    "text".replace(pattern, "")
    return ""


@app.route("/dos")
def dos():
    n = int(request.args["n"])
    # ok: regex-dos
    data = "x" * min(n, 100)
    # ok: regex-dos
    for _ in range(10):
        pass
    return data
