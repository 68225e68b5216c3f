import html

import cherrypy
import tornado.web
from aiohttp import web
from bottle import request, route, template
from fastapi import FastAPI
from fastapi.responses import HTMLResponse, PlainTextResponse
from pyramid.response import Response as PyramidResponse
from pyramid.view import view_config
from starlette.responses import HTMLResponse as StarletteHTML

app = FastAPI()


@app.get("/hello", response_class=HTMLResponse)
async def hello(name: str):
    # ruleid: xss
    return f"<h1>Hello {name}</h1>"


@app.get("/hello2")
async def hello2(name: str):
    # ruleid: xss
    return HTMLResponse("<h1>Hello " + name + "</h1>")


@app.get("/hello3")
def hello3(name: str, count: int):
    # ok: xss
    return {"hello": f"<h1>{name}</h1>"}


@app.get("/hello4")
def hello4(name: str, count: int):
    # ok: xss
    return HTMLResponse(f"<h1>{count} {html.escape(name)}</h1>")


@app.get("/hello5")
def hello5(name: str):
    # ok: xss
    return PlainTextResponse("hello " + name)


async def starlette_view(request):
    # ruleid: xss
    return StarletteHTML("<h1>%s</h1>" % request.query_params["name"])


class Handler(tornado.web.RequestHandler):
    def get(self):
        # ruleid: xss
        self.write("<h1>" + self.get_argument("name") + "</h1>")
        # ok: xss
        self.write(tornado.escape.xhtml_escape(self.get_argument("name")))
        # ok: xss
        self.write({"name": self.get_argument("name")})
        # ok: xss
        self.write("<h1>hello</h1>")
        # ok: xss
        self.render("hello.html", name=self.get_argument("name"))


async def aiohttp_view(request):
    name = request.query.get("name")
    # ruleid: xss
    return web.Response(text=f"<h1>{name}</h1>", content_type="text/html")


async def aiohttp_plain(request):
    # ok: xss
    return web.Response(text=request.query["name"])


async def aiohttp_json(request):
    # ok: xss
    return web.json_response({"name": request.query["name"]})


@route("/bottle")
def bottle_view():
    # ruleid: xss
    return "<h1>" + request.query.name + "</h1>"


@route("/bottle2/<name>")
def bottle_view2(name):
    # ok: xss
    return template("<b>Hello {{name}}</b>", name=name)


@view_config(route_name="hello")
def pyramid_view(request):
    # ruleid: xss
    return PyramidResponse("<h1>%s</h1>" % request.params["name"])


@view_config(route_name="hello", renderer="hello.jinja2")
def pyramid_rendered(request):
    # ok: xss
    return {"name": request.params["name"]}


class Root:
    @cherrypy.expose
    def index(self, name="world"):
        # ruleid: xss
        return "<h1>Hello " + name + "</h1>"

    @cherrypy.expose
    def safe(self, name="world"):
        # ok: xss
        return "<h1>Hello " + html.escape(name) + "</h1>"


def lambda_handler(event, context):
    name = event["queryStringParameters"]["name"]
    # ruleid: xss
    return {"statusCode": 200, "headers": {"Content-Type": "text/html"}, "body": f"<h1>{name}</h1>"}
