import asyncio
import logging
import os
import re
import subprocess
from pathlib import Path

import aiofiles
import aiohttp
import httpx
import requests
import tornado.web
import tornado.ioloop
from aiohttp import web
from bottle import route, request as brequest, response as bresponse, redirect as bredirect, static_file, template
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse, FileResponse
from django.shortcuts import redirect, render
from django.db import connection
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.utils.html import format_html
from fastapi import FastAPI, Request, Form, Query, Body, Depends, Header, Cookie, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, FileResponse as FFileResponse, PlainTextResponse
from pydantic import BaseModel
from starlette.applications import Starlette
from pyramid.view import view_config
from pyramid.httpexceptions import HTTPFound
from pyramid.response import Response as PResponse
from rest_framework.decorators import api_view
from rest_framework.response import Response as RResponse
from rest_framework.views import APIView
from sanic import Sanic, text as stext, html as shtml
from quart import Quart, request as qrequest

app = FastAPI()
logger = logging.getLogger(__name__)


class Search(BaseModel):
    query: str
    limit: int


@app.get("/a")
async def fa(cmd: str):
    # ruleid: command-injection
    os.system(cmd)
    # ruleid: command-injection
    proc = await asyncio.create_subprocess_shell(cmd)
    # ok: command-injection
    await asyncio.create_subprocess_exec("ls", cmd)
    return {}


@app.post("/b")
async def fb(body: Search):
    with connection.cursor() as cursor:
        # ruleid: sql-injection
        cursor.execute(f"SELECT * FROM t WHERE q = '{body.query}'")
        # ok: sql-injection
        cursor.execute(f"SELECT * FROM t LIMIT {body.limit}")
        # ok: sql-injection
        cursor.execute("SELECT * FROM t WHERE q = %s", [body.query])
    return {}


@app.get("/c", response_class=HTMLResponse)
async def fc(name: str):
    # ruleid: xss
    return f"<h1>{name}</h1>"


@app.get("/c2")
async def fc2(name: str):
    # ruleid: xss
    return HTMLResponse(content="<h1>" + name + "</h1>")


@app.get("/c3")
async def fc3(name: str):
    # ok: xss
    return PlainTextResponse("hello " + name)


@app.get("/d")
async def fd(next: str = "/"):
    # ruleid: open-redirect
    return RedirectResponse(next)


@app.get("/d2")
async def fd2(item: int):
    # ok: open-redirect
    return RedirectResponse(f"/items/{item}")


@app.get("/e")
async def fe(url: str = Query(...)):
    async with httpx.AsyncClient() as client:
        # ruleid: ssrf
        r = await client.get(url)
    async with aiohttp.ClientSession() as session:
        # ruleid: ssrf
        async with session.get(url) as resp:
            return await resp.text()


@app.get("/f/{name}")
async def ff(name: str):
    return FFileResponse(f"/srv/files/{name}")


@app.get("/f2")
async def ff2(name: str):
    # ruleid: path-traversal
    async with aiofiles.open(os.path.join("/srv", name)) as f:
        return await f.read()


@app.get("/f3")
async def ff3(name: str):
    # ruleid: path-traversal
    return FFileResponse(os.path.join("/srv/files", name))


@app.post("/up")
async def up(file: UploadFile):
    # ruleid: path-traversal
    with open(f"/uploads/{file.filename}", "wb") as out:
        out.write(await file.read())
    target = Path("/uploads") / Path(file.filename).name
    # ok: path-traversal
    target.write_bytes(await file.read())
    return {}


@app.get("/g")
async def fg(request: Request):
    q = request.query_params["q"]
    # ruleid: log-injection
    logger.info("searched " + q)
    # ok: log-injection
    logger.info("searched %s", q.replace("\n", "").replace("\r", ""))
    # ruleid: code-injection
    eval(q)
    data = await request.json()
    # ruleid: command-injection
    subprocess.run(data["cmd"], shell=True)
    # ruleid: regex-dos
    re.match(q, "x")
    # ok: regex-dos
    re.match(re.escape(q), "x")
    return {}


class MainHandler(tornado.web.RequestHandler):
    def get(self):
        name = self.get_argument("name", "")
        # ruleid: xss
        self.write("<h1>" + name + "</h1>")
        # ok: xss
        self.write({"name": name})
        # ruleid: command-injection
        os.system("ls " + name)
        # ruleid: open-redirect
        self.redirect(name)
        # ok: xss
        self.write(tornado.escape.xhtml_escape(name))
        # ruleid: insecure-cookie
        self.set_cookie("session", name)


async def aio(request):
    q = request.query["q"]
    body = await request.post()
    # ruleid: command-injection
    os.system(q)
    async with aiohttp.ClientSession() as s:
        # ruleid: ssrf
        await s.get(body["url"])
    # ruleid: open-redirect
    raise web.HTTPFound(q)


async def aio2(request: web.Request):
    name = request.match_info["name"]
    # ruleid: xss
    return web.Response(text=f"<p>{name}</p>", content_type="text/html")


async def aio3(request: web.Request):
    name = request.match_info["name"]
    # ok: xss
    return web.Response(text=f"hi {name}")


async def aio4(request: web.Request):
    # ruleid: path-traversal
    return web.FileResponse("/srv/" + request.query["f"])


@route("/x")
def bot():
    q = brequest.query.q
    # ruleid: command-injection
    os.system("ls " + q)
    # ruleid: open-redirect
    bredirect(brequest.query.get("next"))
    # ruleid: xss
    return "<b>" + q + "</b>"


@route("/files/<name>")
def bot2(name):
    # ok: path-traversal
    return static_file(name, root="/srv/files")


def dj(request):
    name = request.GET.get("name", "")
    if request.GET.get("a"):
        # ruleid: xss
        return HttpResponse("<h1>" + name)
    if request.GET.get("b"):
        # ok: xss
        return HttpResponse(name, content_type="text/plain")
    if request.GET.get("c"):
        # ok: xss
        return HttpResponse(format_html("<h1>{}</h1>", name))
    if request.GET.get("d"):
        # ruleid: xss
        return HttpResponse(mark_safe("<b>%s</b>" % name))
    if request.GET.get("e"):
        # ok: xss
        return JsonResponse({"name": name})
    # ok: xss
    return render(request, "x.html", {"name": name})


def dj_redirect(request):
    target = request.GET["next"]
    if url_has_allowed_host_and_scheme(target, allowed_hosts=None):
        # ok: open-redirect
        return redirect(target)
    # ruleid: open-redirect
    return HttpResponseRedirect(target)


def dj_redirect2(request):
    # ruleid: open-redirect
    return redirect(request.META.get("HTTP_REFERER", "/"))


# ruleid: csrf
@csrf_exempt
def dj_pay(request):
    account = request.POST["to"]
    return HttpResponse("ok")


class DjView(View):
    def get(self, request, username):
        with connection.cursor() as cursor:
            # ruleid: sql-injection
            cursor.execute("SELECT * FROM users WHERE username = '%s'" % username)
            # ok: sql-injection
            cursor.execute("SELECT * FROM users WHERE username = %s", (username,))
        return HttpResponse("x")

    def post(self, request):
        f = request.FILES["f"]
        # ruleid: path-traversal
        with open("/uploads/" + f.name, "wb+") as dest:
            for chunk in f.chunks():
                dest.write(chunk)
        # ruleid: path-traversal
        return FileResponse(open("/srv/" + request.POST["x"], "rb"))


@api_view(["POST"])
def drf(request):
    # ruleid: command-injection
    os.system("convert " + request.data["name"])
    # ruleid: ssrf
    requests.get(request.data.get("hook"))
    # ok: ssrf
    requests.get("https://api.example.com/v1/items", params={"q": request.data["q"]})
    # ok: ssrf
    requests.get("https://api.example.com/" + request.data["q"])
    # ruleid: ssrf
    requests.get("https://" + request.data["host"] + "/v1")
    return RResponse({})


class DrfView(APIView):
    def get(self, request, pk):
        # ruleid: code-injection
        return RResponse(eval(request.query_params["e"]))


@view_config(route_name="home")
def pyr(request):
    name = request.params["name"]
    # ruleid: command-injection
    os.system("ls " + name)
    if name:
        # ruleid: open-redirect
        return HTTPFound(location=name)
    # ruleid: xss
    return PResponse("<h1>%s</h1>" % request.matchdict["x"])


sanic_app = Sanic("x")


@sanic_app.get("/s")
async def san(request):
    q = request.args.get("q")
    # ruleid: command-injection
    os.popen(q)
    # ruleid: xss
    return shtml("<b>" + q + "</b>")


@sanic_app.get("/s2")
async def san2(request):
    # ok: xss
    return stext("hi " + request.args.get("q"))


quart_app = Quart(__name__)


@quart_app.route("/q")
async def qu():
    form = await qrequest.form
    # ruleid: command-injection
    os.system(form["c"])
    # ruleid: xss
    return "<b>" + qrequest.args["x"] + "</b>"
