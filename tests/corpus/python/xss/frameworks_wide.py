import html, markupsafe, bleach, flask, json
from flask import Flask, request, make_response, Response, jsonify, escape, render_template
from markupsafe import Markup
from django.http import HttpResponse, HttpResponseBadRequest, JsonResponse, StreamingHttpResponse, HttpResponseNotFound
from django.utils.safestring import mark_safe, SafeString, SafeText
from django.utils.html import format_html, escape as dj_escape, format_html_join
from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, PlainTextResponse
from starlette.responses import Response as SR
from aiohttp import web
import tornado.web, bottle, cherrypy, pyramid.response, falcon, sanic.response
from pyramid.response import Response as PR
app = Flask(__name__)
api = FastAPI()
@app.route("/1")
def a():
    n = request.args.get("n", "")
    # ruleid: xss
    return "hi " + n
@app.route("/2")
def a2():
    n = request.args.get("n", "")
    # ruleid: xss
    return make_response("hi " + n)
@app.route("/3")
def a3():
    n = request.args.get("n", "")
    # ok: xss
    return make_response("hi " + escape(n))
@app.route("/4/<n>")
def a4(n):
    # ruleid: xss
    return f"hi {n}"
@app.route("/5/<int:n>")
def a5(n):
    # ok: xss
    return f"hi {n}"
@app.route("/6")
def a6():
    # ok: xss
    return Response("hi " + request.args["n"], mimetype="text/plain")
@app.route("/7")
def a7():
    # ruleid: xss
    return Response("hi " + request.args["n"])
@app.route("/8")
def a8():
    # ok: xss
    return jsonify(n=request.args["n"])
@app.route("/9")
def a9():
    # ok: xss
    return {"n": request.args["n"]}
@app.route("/10")
def a10():
    r = make_response("hi " + request.args["n"])
    r.headers["Content-Type"] = "text/plain"
    # ok: xss
    return r
@app.route("/11")
def a11():
    # ok: xss
    return render_template("x.html", n=request.args["n"])
@app.route("/12")
def a12():
    # ruleid: xss
    return render_template("x.html", n=Markup(request.args["n"]))
@app.route("/13")
def a13():
    # ok: xss
    return html.escape(request.args["n"])
@app.route("/14")
def a14():
    r = Response()
    # ruleid: xss
    r.set_data(request.args["n"])
    return r
@app.route("/15")
def a15():
    r = make_response()
    # ruleid: xss
    r.data = "hi " + request.args["n"]
    return r
@app.route("/16")
def a16():
    # ruleid: xss
    return "<p>" + request.cookies["n"] + "</p>", 404
@app.route("/17")
def a17():
    # ruleid: xss
    return request.args["n"]
@app.route("/18")
def a18():
    # ok: xss
    return json.dumps({"n": request.args["n"]})
@app.errorhandler(404)
def nf(e):
    # ruleid: xss
    return "not found: " + request.path
def dj(request):
    n = request.GET.get("n")
    # ruleid: xss
    HttpResponse("hi " + n)
    # ruleid: xss
    HttpResponse("hi %s" % n)
    # ok: xss
    HttpResponse("hi " + dj_escape(n))
    # ok: xss
    HttpResponse("hi " + n, content_type="text/plain")
    # ok: xss
    HttpResponse(json.dumps({"n": n}), content_type="application/json")
    # ruleid: xss
    HttpResponseBadRequest("bad " + n)
    # ruleid: xss
    HttpResponseNotFound("<h1>%s</h1>" % n)
    # ok: xss
    JsonResponse({"n": n})
    r = HttpResponse()
    # ruleid: xss
    r.write("hi " + n)
    # ruleid: xss
    mark_safe("<b>" + n + "</b>")
    # ok: xss
    mark_safe("<b>%s</b>" % dj_escape(n))
    # ruleid: xss
    SafeString("<b>" + n)
    # ok: xss
    format_html("<b>{}</b>", n)
    # ruleid: xss
    format_html("<b>" + n + "</b>")
    # ruleid: xss
    format_html(f"<b>{n}</b>")
    # ruleid: xss
    r2 = HttpResponse(f"hi {n}")
    return r2
@api.get("/f", response_class=HTMLResponse)
async def f(n: str):
    # ruleid: xss
    return f"<h1>{n}</h1>"
@api.get("/f2")
async def f2(n: str):
    # ruleid: xss
    return HTMLResponse(f"<h1>{n}</h1>")
@api.get("/f3")
async def f3(n: str):
    # ok: xss
    return f"hi {n}"
@api.get("/f4")
async def f4(n: str):
    # ok: xss
    return HTMLResponse(content="<h1>" + html.escape(n) + "</h1>")
@api.get("/f5")
async def f5(n: str):
    # ok: xss
    return PlainTextResponse(f"hi {n}")
@api.get("/f6")
async def f6(request: Request):
    # ruleid: xss
    return SR(f"<b>{request.query_params['n']}</b>", media_type="text/html")
async def aio(request):
    n = request.query["n"]
    # ruleid: xss
    return web.Response(text=f"<b>{n}</b>", content_type="text/html")
async def aio2(request):
    n = request.match_info["n"]
    # ok: xss
    return web.Response(text=f"hi {n}")
class H(tornado.web.RequestHandler):
    def get(self):
        n = self.get_argument("n")
        # ruleid: xss
        self.write("<b>" + n + "</b>")
        # ok: xss
        self.write({"n": n})
        # ok: xss
        self.write(tornado.escape.xhtml_escape(n))
        # ruleid: xss
        self.finish("<b>%s</b>" % n)
@bottle.route("/b")
def b():
    n = bottle.request.query.n
    # ruleid: xss
    return "<b>" + n + "</b>"
class Root:
    @cherrypy.expose
    def index(self, n=None):
        # ruleid: xss
        return "<b>" + n + "</b>"
def pyr(request):
    # ruleid: xss
    return PR("<b>" + request.params["n"] + "</b>")
class R:
    def on_get(self, req, resp):
        resp.content_type = falcon.MEDIA_HTML
        # ruleid: xss
        resp.text = "<b>" + req.get_param("n") + "</b>"
async def san(request):
    # ruleid: xss
    return sanic.response.html("<b>" + request.args.get("n") + "</b>")
async def san2(request):
    # ok: xss
    return sanic.response.text(request.args.get("n"))
