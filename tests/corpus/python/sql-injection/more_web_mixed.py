import logging
import os
import sqlite3
import subprocess
from urllib.parse import urlsplit

import cherrypy
import quart
import litestar
import requests
from connexion import request as cxn
from django.db import connection
from django.shortcuts import redirect, render
from django.views.generic import ListView, RedirectView
from flask import Blueprint, Response, request, views, stream_with_context, after_this_request
from flask_restful import Resource, reqparse
from rest_framework.response import Response as DRFResponse
from rest_framework.views import APIView
from rest_framework import viewsets
from starlette.endpoints import HTTPEndpoint
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse

bp = Blueprint("b", __name__)
log = logging.getLogger(__name__)


class Search(APIView):
    def get(self, request):
        term = request.query_params.get("term", "")
        with connection.cursor() as c:
            # ruleid: sql-injection
            c.execute(f"SELECT * FROM items WHERE name LIKE '%{term}%'")
            # ok: sql-injection
            c.execute("SELECT * FROM items WHERE name LIKE %s", [f"%{term}%"])
        # ok: xss
        return DRFResponse({"term": term})

    def post(self, request):
        path = request.data["path"]
        # ruleid: path-traversal
        with open("/srv/data/" + path) as f:
            return DRFResponse(f.read())


class Things(viewsets.ViewSet):
    def list(self, request):
        order = request.GET.get("order", "id")
        allowed = {"id": "id", "name": "name"}
        with connection.cursor() as c:
            # ok: sql-injection
            c.execute("SELECT * FROM things ORDER BY " + allowed.get(order, "id"))
            # ruleid: sql-injection
            c.execute("SELECT * FROM things ORDER BY " + order)


class Items(ListView):
    def get_queryset(self):
        q = self.request.GET["q"]
        # ruleid: sql-injection
        return Item.objects.raw("SELECT * FROM item WHERE q = '%s'" % q)


class Go(RedirectView):
    def get_redirect_url(self, *args, **kwargs):
        # ruleid: open-redirect
        return self.request.GET.get("next", "/")


class Ping(views.MethodView):
    def get(self):
        host = request.args["host"]
        # ruleid: command-injection
        subprocess.check_call("ping " + host, shell=True)
        # ok: command-injection
        subprocess.check_call(["ping", host])
        return "ok"

    def post(self):
        for host in request.get_json()["hosts"]:
            # ruleid: command-injection
            os.system("ping " + host)
        return "ok"


parser = reqparse.RequestParser()
parser.add_argument("name")


class Rest(Resource):
    def get(self):
        args = parser.parse_args()
        db = sqlite3.connect("x")
        # ruleid: sql-injection
        db.execute("SELECT * FROM t WHERE n = '" + args["name"] + "'")
        # ok: sql-injection
        db.execute("SELECT * FROM t WHERE n = ?", (args["name"],))
        return {"a": 1}


class Page(HTTPEndpoint):
    async def get(self, req):
        # ruleid: xss
        return HTMLResponse("<b>" + req.query_params["q"] + "</b>")

    async def post(self, request):
        form = await request.form()
        if form["to"] in ("/a", "/b"):
            # ok: open-redirect
            return RedirectResponse(form["to"])
        # ruleid: open-redirect
        return RedirectResponse(form["to"])


async def star(request):
    body = await request.json()
    # ruleid: ssrf
    requests.get(body["url"])
    # ok: ssrf
    requests.get("https://api.example.org/" + "status")
    # ok: xss
    return JSONResponse({"x": request.path_params["x"]})


@cherrypy.expose
def index(name="x"):
    # ruleid: xss
    return "<h1>" + name + "</h1>"


@bp.route("/stream")
def stream():
    name = request.values.get("name")

    def generate():
        # ruleid: xss
        yield "<p>" + name + "</p>"

    return Response(stream_with_context(generate()))


@bp.route("/s2")
def s2():
    ref = request.headers.get("Referer")
    if urlsplit(ref).netloc == "example.org":
        # ok: open-redirect
        return redirect(ref)
    # ok: log-injection
    log.info("bad referer %r", ref)
    # ruleid: log-injection
    log.info("bad referer " + ref)
    return "x"


@bp.route("/s3")
def s3():
    @after_this_request
    def add(resp):
        # ok: insecure-cookie
        resp.set_cookie("pref", request.args["p"], secure=True, httponly=True, samesite="Lax")
        return resp

    # ok: xss
    return render(request, "x.html", {"q": request.args["q"]})


@bp.route("/s4")
def s4():
    num = request.args.get("n", default=1, type=int)
    # ok: xss
    return "<p>%d</p>" % num


@bp.route("/s5/<uuid:ident>")
def s5(ident):
    # ok: path-traversal
    return open(f"/srv/{ident}").read()
