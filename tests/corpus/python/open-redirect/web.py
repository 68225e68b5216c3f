from urllib.parse import urljoin, urlparse

import cherrypy
import tornado.web
from aiohttp import web
from bottle import redirect as bottle_redirect
from bottle import request as bottle_request
from django.http import HttpResponseRedirect
from django.shortcuts import redirect as django_redirect
from django.utils.http import url_has_allowed_host_and_scheme
from fastapi import FastAPI
from fastapi.responses import RedirectResponse
from flask import Flask, redirect, request, session, url_for
from pyramid.httpexceptions import HTTPFound
import flask

app = Flask(__name__)
api = FastAPI()
PAGES = {"home": "/", "help": "/help"}


def is_safe_url(target):
    ref_url = urlparse(request.host_url)
    test_url = urlparse(urljoin(request.host_url, target))
    return test_url.scheme in ("http", "https") and ref_url.netloc == test_url.netloc


@app.route("/login")
def login():
    # ruleid: open-redirect
    return redirect(request.args.get("next"))


@app.route("/login2")
def login2():
    target = request.args.get("next") or url_for("index")
    # ruleid: open-redirect
    return flask.redirect(target)


@app.route("/login3")
def login3():
    # ruleid: open-redirect
    return redirect(f"https://{request.args['host']}/home", code=302)


@app.route("/login4")
def login4():
    # ruleid: open-redirect
    return redirect(request.form["url"])


@app.route("/login5")
def login5():
    response = flask.make_response("", 302)
    # ruleid: open-redirect
    response.headers["Location"] = request.args["next"]
    return response


@app.route("/login6/<path:url>")
def login6(url):
    # ruleid: open-redirect
    return redirect(url)


@app.route("/login7")
def login7():
    # ruleid: open-redirect
    return redirect(request.referrer)


@app.route("/safe1")
def safe1():
    # ok: open-redirect
    return redirect(url_for("index"))


@app.route("/safe2")
def safe2():
    # ok: open-redirect
    return redirect(url_for("user", name=request.args["name"]))


@app.route("/safe3")
def safe3():
    target = request.args.get("next")
    if not is_safe_url(target):
        return flask.abort(400)
    # ok: open-redirect
    return redirect(target)


@app.route("/safe4")
def safe4():
    # ok: open-redirect
    return redirect(PAGES[request.args["page"]])


@app.route("/safe5")
def safe5():
    # ok: open-redirect
    return redirect("/users/" + request.args["id"])


@app.route("/safe6")
def safe6():
    # ok: open-redirect
    return redirect("https://example.com/search?q=" + request.args["q"])


@app.route("/safe7")
def safe7():
    target = request.args["next"]
    if target not in ("/a", "/b"):
        target = "/"
    # ok: open-redirect
    return redirect(target)


@app.route("/safe8")
def safe8():
    target = request.args["next"]
    if urlparse(target).netloc != "":
        return "no"
    # ok: open-redirect
    return redirect(target)


def django_login(request):
    # ruleid: open-redirect
    django_redirect(request.GET["next"])
    # ruleid: open-redirect
    HttpResponseRedirect(request.POST.get("next"))
    # ruleid: open-redirect
    HttpResponseRedirect(request.META["HTTP_REFERER"])
    target = request.GET.get("next", "/")
    if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        # ok: open-redirect
        return HttpResponseRedirect(target)
    # ok: open-redirect
    django_redirect("index")
    # ok: open-redirect
    django_redirect("user", pk=request.GET["id"])
    # ok: open-redirect
    return HttpResponseRedirect("/")


@api.get("/go")
async def go(url: str, number: int):
    if number:
        # ok: open-redirect
        return RedirectResponse(f"/items/{number}")
    # ruleid: open-redirect
    return RedirectResponse(url)


@api.get("/go2")
async def go2(next_url: str):
    # ruleid: open-redirect
    return RedirectResponse(url=next_url, status_code=303)


class Handler(tornado.web.RequestHandler):
    def get(self):
        # ruleid: open-redirect
        self.redirect(self.get_argument("next"))
        # ruleid: open-redirect
        self.redirect(self.get_argument("next", "/"), permanent=False)
        # ok: open-redirect
        self.redirect("/")


async def aiohttp_view(request):
    # ruleid: open-redirect
    raise web.HTTPFound(request.query["next"])


async def aiohttp_view2(request):
    # ok: open-redirect
    raise web.HTTPFound("/login")


def pyramid_view(request):
    # ruleid: open-redirect
    return HTTPFound(location=request.params["came_from"])


def pyramid_safe(request):
    # ok: open-redirect
    return HTTPFound(location=request.route_url("home"))


def bottle_view():
    # ruleid: open-redirect
    bottle_redirect(bottle_request.query.next)
    # ok: open-redirect
    bottle_redirect("/")


class Root:
    @cherrypy.expose
    def go(self, url):
        # ruleid: open-redirect
        raise cherrypy.HTTPRedirect(url)
