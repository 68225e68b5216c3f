import re

from flask import Flask, request

app = Flask(__name__)
# ruleid: regex-dos
NESTED = re.compile(r"^(a+)+$")
# ruleid: regex-dos
WORDS = re.compile(r"^(\w+\s?)*$")
# ruleid: regex-dos
STARS = re.compile("(.*)*x")
# ruleid: regex-dos
GROUPED = re.compile(r"^([a-zA-Z0-9]+)*@example\.com$")
# ruleid: regex-dos
ALTERNATES = re.compile(r"^(a|a)*$")
# ok: regex-dos
SIMPLE = re.compile(r"^\w+$")
# ok: regex-dos
SEPARATED = re.compile(r"^(\w+,)*\w+$")
# ok: regex-dos
BOUNDED = re.compile(r"^(\d{1,3}\.){3}\d{1,3}$")
# ok: regex-dos
DATES = re.compile(r"^\d{4}-\d{2}-\d{2}$")


def uses(text):
    # ruleid: regex-dos
    re.match(r"^(a+)+$", text)
    # ruleid: regex-dos
    re.search("(x+x+)+y", text)
    # ok: regex-dos
    re.match(r"^a+$", text)
    # ok: regex-dos
    re.sub(r"\s+", " ", text)


@app.route("/search")
def search():
    # ruleid: regex-dos
    re.search(request.args["pattern"], "text")
    # ruleid: regex-dos
    re.compile(request.args.get("pattern")).search("text")
    # ruleid: regex-dos
    re.findall("^" + request.form["prefix"], "text")
    # ok: regex-dos
    re.search(re.escape(request.args["pattern"]), "text")
    # ok: regex-dos
    re.search(r"\d+", request.args["text"])
    return "ok"
