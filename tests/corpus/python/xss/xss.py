import html
import json
import bleach
import markupsafe
from markupsafe import Markup, escape
from flask import Flask, request, make_response, Response, jsonify, render_template, session
from django.http import HttpResponse, JsonResponse, HttpResponseBadRequest
from django.utils.safestring import mark_safe, SafeString
from django.utils.html import format_html, escape as dj_escape, conditional_escape
from django.views.decorators.http import require_GET
from django import template
import jinja2
import bottle
import tornado.web
import tornado.escape
from aiohttp import web
from fastapi import FastAPI
from fastapi.responses import HTMLResponse, PlainTextResponse

app = Flask(__name__)
api = FastAPI()
register = template.Library()


@app.route("/x1")
def x1():
    # ruleid: xss
    return "Hello " + request.args.get("name", "")


@app.route("/x2")
def x2():
    # ok: xss
    return "Hello " + escape(request.args.get("name", ""))


@app.route("/x3")
def x3():
    # ruleid: xss
    return make_response("<p>%s</p>" % request.args["n"])


@app.route("/x4")
def x4():
    # ok: xss
    resp = make_response(html.escape(request.args["n"]))
    return resp


@app.route("/x5")
def x5():
    # ruleid: xss
    return Response("<b>" + request.args["n"] + "</b>", mimetype="text/html")


@app.route("/x6")
def x6():
    # ok: xss
    return Response(request.args["n"], mimetype="text/plain")


@app.route("/x7")
def x7():
    # ok: xss
    return jsonify(name=request.args["n"])


@app.route("/x8")
def x8():
    # ruleid: xss
    body = Markup("<b>" + request.args["n"] + "</b>")
    # ok: xss
    fine = Markup("<b>%s</b>") % request.args["n"]
    # ok: xss
    fine2 = Markup.escape(request.args["n"])
    # ok: xss
    return render_template("x.html", body=body, fine=fine, fine2=fine2)


@app.route("/x9/<int:n>")
def x9(n):
    # ok: xss
    return f"<p>{n}</p>"


@app.route("/x10/<name>")
def x10(name):
    # ruleid: xss
    return f"<p>{name}</p>"


@app.route("/x11")
def x11():
    # ok: xss
    return {"name": request.args["n"]}


@app.route("/x12")
def x12():
    n = bleach.clean(request.args["n"])
    # ok: xss
    return "<p>" + n + "</p>"


def dj1(request):
    # ruleid: xss
    return HttpResponse("Hello " + request.GET["n"])


def dj2(request):
    # ok: xss
    return HttpResponse("Hello " + dj_escape(request.GET["n"]))


def dj3(request):
    # ok: xss
    return HttpResponse(request.GET["n"], content_type="text/plain")


def dj4(request):
    # ok: xss
    return HttpResponse(json.dumps({"n": request.GET["n"]}), content_type="application/json")


@require_GET
def dj5(request):
    response = HttpResponse()
    # ruleid: xss
    response.write("<p>" + request.GET.get("p") + "</p>")
    return response


def dj6(request):
    # ruleid: xss
    msg = mark_safe("<b>" + request.GET["m"] + "</b>")
    # ok: xss
    ok = mark_safe("<b>ok</b>")
    # ok: xss
    ok2 = format_html("<b>{}</b>", request.GET["m"])
    # ruleid: xss
    bad2 = format_html("<b>" + request.GET["m"] + "</b>")
    # ruleid: xss
    bad3 = SafeString(request.POST["m"])
    # ok: xss
    return JsonResponse({"a": [msg, ok, ok2, bad2, bad3]})


def dj7(request):
    # ruleid: xss
    return HttpResponseBadRequest("Unknown: " + request.GET["x"])


def dj8(request, pk):
    # ok: xss
    return HttpResponse("Item %d" % int(pk))


class Main(tornado.web.RequestHandler):
    def get(self):
        name = self.get_argument("name")
        # ruleid: xss
        self.write("<h1>" + name + "</h1>")
        # ok: xss
        self.write(tornado.escape.xhtml_escape(name))
        # ok: xss
        self.write({"name": name})
        # ok: xss
        self.render("x.html", name=name)

    def post(self):
        # ruleid: xss
        self.finish("<p>" + self.get_body_argument("b") + "</p>")


async def aio(request):
    # ruleid: xss
    return web.Response(text="<p>" + request.query["q"] + "</p>", content_type="text/html")


async def aio2(request):
    # ok: xss
    return web.Response(text=request.query["q"])


async def aio3(request):
    # ok: xss
    return web.json_response({"q": request.query["q"]})


@bottle.route("/b")
def b():
    # ruleid: xss
    return "<p>" + bottle.request.query.q + "</p>"


@bottle.route("/b2")
def b2():
    # ok: xss
    return "<p>" + bottle.html_escape(bottle.request.query.q) + "</p>"


@api.get("/h", response_class=HTMLResponse)
def h(name: str):
    # ruleid: xss
    return "<p>" + name + "</p>"


@api.get("/h2")
def h2(name: str):
    # ruleid: xss
    return HTMLResponse("<p>%s</p>" % name)


@api.get("/h3")
def h3(name: str):
    # ok: xss
    return PlainTextResponse("p %s" % name)


@api.get("/h4")
def h4(name: str):
    # ok: xss
    return {"name": name}


# ruleid: xss
env1 = jinja2.Environment(loader=jinja2.FileSystemLoader("t"))
# ok: xss
env2 = jinja2.Environment(autoescape=True)
# ruleid: xss
env3 = jinja2.Environment(autoescape=False)
# ok: xss
env4 = jinja2.Environment(autoescape=jinja2.select_autoescape(["html"]))
