import bottle
import falcon
import tornado.web
from urllib.parse import urlparse, urljoin, quote
from aiohttp import web
from django.http import HttpResponseRedirect, HttpResponsePermanentRedirect
from django.shortcuts import redirect as dj_redirect, resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from fastapi import FastAPI
from fastapi.responses import RedirectResponse
from flask import Flask, request, redirect, url_for, make_response, Response
from pyramid.httpexceptions import HTTPFound
from pyramid.view import view_config

app = Flask(__name__)
api = FastAPI()
PAGES = {"home": "/home", "help": "/help"}


@app.route("/r1")
def r1():
    # ruleid: open-redirect
    return redirect(request.args.get("next"))


@app.route("/r2")
def r2():
    # ok: open-redirect
    return redirect(url_for("index", q=request.args["q"]))


@app.route("/r3")
def r3():
    # ok: open-redirect
    return redirect("/profile/" + request.args["name"])


@app.route("/r4")
def r4():
    target = request.args.get("next", "/")
    if urlparse(target).netloc != "":
        # ok: open-redirect
        return redirect("/")
    # ok: open-redirect
    return redirect(target)


def is_safe_url(target):
    ref = urlparse(request.host_url)
    test = urlparse(urljoin(request.host_url, target))
    return test.scheme in ("http", "https") and ref.netloc == test.netloc


@app.route("/r5")
def r5():
    nxt = request.args["next"]
    if not is_safe_url(nxt):
        # ok: open-redirect
        return redirect(url_for("index"))
    # ok: open-redirect
    return redirect(nxt)


@app.route("/r6")
def r6():
    # ruleid: open-redirect
    return redirect("https://" + request.args["host"])


@app.route("/r7")
def r7():
    resp = make_response("", 302)
    # ruleid: open-redirect
    resp.headers["Location"] = request.args["u"]
    return resp


@app.route("/r8")
def r8():
    # ruleid: open-redirect
    return Response("", status=302, headers={"Location": request.args["u"]})


@app.route("/r9")
def r9():
    # ok: open-redirect
    return redirect(PAGES.get(request.args["p"], "/"))


@app.route("/r10")
def r10():
    # ruleid: open-redirect
    return redirect(request.referrer or "/")


@app.route("/r11")
def r11():
    url = request.args["u"]
    if url in ("https://a.example.org", "https://b.example.org"):
        # ok: open-redirect
        return redirect(url)
    return redirect(request.path + "/")


@app.route("/r12", methods=["POST"])
def r12():
    dest = request.form.get("dest") or "/"
    # ruleid: open-redirect
    return redirect(location=dest, code=303)


def d1(request):
    # ruleid: open-redirect
    return HttpResponseRedirect(request.GET["next"])


def d2(request):
    nxt = request.GET["next"]
    if url_has_allowed_host_and_scheme(nxt, allowed_hosts={request.get_host()}):
        # ok: open-redirect
        return HttpResponseRedirect(nxt)
    # ok: open-redirect
    return HttpResponseRedirect(reverse("home"))


def d3(request):
    # ruleid: open-redirect
    return dj_redirect(request.POST.get("next", "/"))


def d4(request, pk):
    # ok: open-redirect
    return dj_redirect("detail", pk=pk)


def d5(request):
    # ruleid: open-redirect
    return HttpResponsePermanentRedirect("//" + request.GET["h"])


def d6(request):
    # ruleid: open-redirect
    return HttpResponseRedirect(request.META.get("HTTP_REFERER", "/"))


def d7(request):
    # ok: open-redirect
    return HttpResponseRedirect("/list?page=" + quote(request.GET["page"]))


@api.get("/f1")
def f1(next: str):
    # ruleid: open-redirect
    return RedirectResponse(next)


@api.get("/f2")
def f2(ident: int):
    # ok: open-redirect
    return RedirectResponse(f"/items/{ident}")


@api.get("/f3")
def f3(url: str = "/"):
    # ruleid: open-redirect
    return RedirectResponse(url=url, status_code=302)


class T(tornado.web.RequestHandler):
    def get(self):
        # ruleid: open-redirect
        self.redirect(self.get_argument("next", "/"))
        # ok: open-redirect
        self.redirect("/login?next=" + quote(self.request.uri))


async def a1(request):
    # ruleid: open-redirect
    raise web.HTTPFound(request.query["next"])


async def a2(request):
    # ok: open-redirect
    raise web.HTTPFound(location=request.app.router["index"].url_for())


@bottle.route("/b")
def b():
    # ruleid: open-redirect
    bottle.redirect(bottle.request.query.get("next"))


@bottle.route("/b2")
def b2():
    # ok: open-redirect
    bottle.redirect("/home")


@view_config(route_name="x")
def p1(request):
    # ruleid: open-redirect
    return HTTPFound(location=request.params["next"])


@view_config(route_name="y")
def p2(request):
    # ok: open-redirect
    return HTTPFound(location=request.route_url("home"))


class F:
    def on_get(self, req, resp):
        # ruleid: open-redirect
        raise falcon.HTTPFound(req.get_param("next"))

    def on_post(self, req, resp):
        # ok: open-redirect
        raise falcon.HTTPFound("/done")
