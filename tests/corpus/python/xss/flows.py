import html

from django.http import HttpResponse
from django.utils.html import escape as django_escape
from flask import Flask, Response, make_response, render_template, request
from markupsafe import Markup, escape

app = Flask(__name__)


def wrap(text):
    return "<p>" + text + "</p>"


def clean(text):
    return escape(text)


@app.get("/a")
def a():
    # ruleid: xss
    return wrap(request.args["q"])


@app.get("/b")
def b():
    # ok: xss
    return wrap(clean(request.args["q"]))


@app.route("/c")
def c():
    lines = ["<ul>"]
    for value in request.args.getlist("v"):
        lines.append(f"<li>{value}</li>")
    # ruleid: xss
    return "".join(lines)


@app.route("/d")
def d():
    response = make_response(render_template("d.html", q=request.args["q"]))
    response.headers["X-Query"] = "1"
    # ok: xss
    return response


@app.route("/e")
def e():
    name = request.args.get("name", "")
    if name not in ("a", "b"):
        name = "a"
    # ok: xss
    return f"<p>{name}</p>"


@app.route("/f")
def f():
    count = len(request.args["q"])
    # ok: xss
    return f"<p>{count}</p>"


@app.route("/g")
def g():
    # ruleid: xss
    return Response(f"<p>{request.headers.get('User-Agent')}</p>")


@app.route("/h")
def h():
    body = {"q": request.args["q"]}
    # ok: xss
    return body, 200


@app.route("/i")
def i():
    name = html.escape(request.args["name"])
    # ok: xss
    return Response("<p>" + name + "</p>", mimetype="text/html")


@app.errorhandler(404)
def j(error):
    # ruleid: xss
    return "<p>not found: " + request.path + "</p>", 404


def view(request):
    name = request.GET.get("name", "")
    page = "<p>%s</p>" % django_escape(name)
    # ok: xss
    first = HttpResponse(page)
    # ruleid: xss
    second = HttpResponse("<p>%s</p>" % name)
    # ok: xss
    third = HttpResponse("<p>hello</p>", headers={"X-Name": name})
    return first, second, third
