import bottle
import cherrypy
import importlib
import json
import re
from email.mime.text import MIMEText
from pathlib import Path

from flask import Flask, Response, jsonify, make_response, render_template, request
from markupsafe import Markup, escape
from litestar import get as litestar_get
from robyn import html as robyn_html
from starlette import responses
from twisted.web import resource

app = Flask(__name__)


@app.route("/hello")
def hello():
    # ruleid: xss-from-request
    return "<h1>Hello " + request.args["name"] + "</h1>"


@app.route("/hello/<name>")
def hello_name(name):
    if not name:
        # ok: xss-from-request
        return "<h1>Hello</h1>"
    # ruleid: xss-from-request
    return f"<h1>Hello {name}</h1>", 200


@app.route("/response")
def response():
    # ruleid: xss-from-request
    return make_response("<h1>%s</h1>" % request.args["name"])


@app.route("/markup")
def markup():
    # ruleid: xss-from-request
    title = Markup("<b>" + request.args["title"] + "</b>")
    # ok: xss-from-request
    return render_template("page.html", title=title)


@app.route("/escaped")
def escaped():
    name = escape(request.args["name"])
    # ok: xss-from-request
    return f"<h1>Hello {name}</h1>"


@app.route("/json")
def json_view():
    # ok: xss-from-request
    return jsonify({"name": request.args["name"]})


@app.route("/dictionary")
def dictionary():
    # ok: xss-from-request
    return {"name": request.args["name"]}


@app.route("/plain")
def plain():
    # ok: xss-from-request
    return Response(request.args["text"], content_type="text/plain")


@app.route("/moved")
def moved():
    response = make_response("", 302)
    response.headers["X-Name"] = request.args["name"]
    # ok: xss-from-request
    return response


async def page(request):
    # ruleid: xss-from-request
    return responses.Response(f"<b>{request.query_params['name']}</b>", media_type="text/html")


class PostView(flask.views.MethodView):
    def get(self, slug):
        # ruleid: xss-from-request
        return f"<article>{slug}</article>"

    def post(self, slug):
        # ok: xss-from-request
        return redirect(url_for("post", slug=slug))


@app.route("/inner")
def with_inner():
    name = request.args["name"]

    def path():
        # ok: xss-from-request
        return "/var/data/" + name

    os.remove(path())
    # ruleid: xss-from-request
    return "<p>" + name


def create(app):
    @app.route("/made")
    def made():
        # ruleid: xss-from-request
        return "<p>" + request.args["name"]


bp = flask.Blueprint("labels", __name__)


@bp.get("/label")
def label():
    text = request.args["text"]
    # ruleid: xss-from-request
    return "<b>" + text + "</b>"


@app.route("/backend")
def backend():
    connection = http.client.HTTPSConnection(request.args["host"])
    connection.request("GET", "/")
    # ok: xss-from-request
    return connection.getresponse().read()


@app.route("/form")
def filled(form, helper):
    # ok: xss-from-request
    form.name.data = request.args["name"]
    # ok: xss-from-request
    return helper.get_download_link(request.args["name"])


@app.route("/answers")
def answers():
    # ruleid: xss-from-request
    response = make_response("<b>" + request.args["name"] + "</b>")
    # ok: xss-from-request
    return response


@app.route("/mails")
def mails(message):
    # ruleid: xss-from-request
    MIMEText("<p>" + request.args["name"] + "</p>", "html")
    # ok: xss-from-request
    MIMEText("Hello " + request.args["name"], "plain")
    # ruleid: xss-from-request
    message.add_alternative(f"<p>{request.args['name']}</p>", subtype="html")
    # ok: xss-from-request
    message.set_content("Hello " + request.args["name"])
    # ok: xss-from-request
    return str(importlib.import_module(request.args["module"]))


@litestar_get("/page", media_type="text/html")
async def litestar_page(name: str):
    # ruleid: xss-from-request
    return f"<b>{name}</b>"


@litestar_get("/text", media_type="text/plain")
async def litestar_text(name: str):
    # ok: xss-from-request
    return f"Hello {name}"


def wsgi(environ, start_response):
    # ruleid: xss-from-request
    return [("<b>" + environ["QUERY_STRING"] + "</b>").encode()]


class Page(resource.Resource):
    def render_GET(self, request):
        # ruleid: xss-from-request
        return b"<b>" + request.args[b"name"][0] + b"</b>"

    def render_POST(self, request):
        # ok: xss-from-request
        return b"<b>done</b>"


@robyn.get("/robyn")
def robyn_page(request):
    # ruleid: xss-from-request
    return robyn_html("<b>" + request.query_params.get("name", "") + "</b>")


@app.route("/api/names")
def names():
    if "x" in request.args:
        # ok: xss-from-request
        return bad_request(errormsg=request.args["x"])
    # ok: xss-from-request
    return make_json_response(data=request.args["name"])


@app.route("/kept")
def kept():
    response = make_response("")
    # ruleid: xss-from-request
    response.set_data("<b>" + request.args["name"])
    # ok: xss-from-request
    step.set_data(request.args["name"])
    # ok: xss-from-request
    return Response(cache.get(request.args["key"]))


@app.route("/lambda")
def not_a_page():
    # ok: xss-from-request
    twice = lambda text: text + text
    return jsonify(twice(request.args["text"]))


class Plain:
    @cherrypy.expose
    def text(self, fruit="apple"):
        cherrypy.response.headers["Content-Type"] = "text/plain"
        # ok: xss-from-request
        return "Have some %s." % fruit

    @cherrypy.expose
    def page(self, fruit="apple"):
        # ruleid: xss-from-request
        return "Have some %s." % fruit


def own_escape(text):
    return text.replace("<script>", "")


class Card:
    def render(self, text):
        return "<p>" + text

    def render_safely(self, text):
        return "<p>" + escape(text)


TAGS = re.compile("<[^>]*>")
SCRIPTS = re.compile("<script>")


@app.route("/parts")
def parts():
    found = {"title": request.args["title"], "inner": {"text": request.args["text"]}}
    if request.args.get("raw"):
        # ok: xss-from-request
        return found
    # ruleid: xss-from-request
    first = make_response("<h1>" + found["title"])
    # ruleid: xss-from-request
    second = make_response("<p>%(title)s" % found)
    # ruleid: xss-from-request
    third = make_response("<p>" + found["inner"]["text"])
    # ok: xss-from-request
    return jsonify(found)


@app.route("/filled")
def filled():
    found = {}
    found["title"] = request.args["title"]
    # ok: xss-from-request
    return found


@app.route("/left-out")
def left_out():
    text = request.args["text"]
    # ruleid: xss-from-request
    first = make_response("<p>" + re.sub("<script.*?>.*?</script>", "", text))
    # ruleid: xss-from-request
    second = make_response("<p>" + SCRIPTS.sub("", text))
    # ok: xss-from-request
    third = make_response("<p>" + TAGS.sub("", text))
    # ok: xss-from-request
    fourth = make_response("<p>" + re.sub("[^a-z]", "", text))
    # ok: xss-from-request
    fifth = make_response("<p>" + text.replace("<", "&lt;"))
    # ruleid: xss-from-request
    sixth = make_response("<p>" + own_escape(text))
    # ruleid: xss-from-request
    seventh = make_response(Card().render(text))
    # ok: xss-from-request
    return Card().render_safely(text)


@app.route("/scripts")
def scripts():
    # ruleid: xss-from-request
    first = make_response("<script>let x = " + json.dumps(request.args["x"]) + "</script>")
    # ruleid: xss-from-request
    second = make_response(f"<script>let x = {json.dumps(request.args['x'])}</script>")
    # ok: xss-from-request
    third = make_response("<script>let x = " + json.dumps(request.args["x"]).replace("<", "\\u003c") + "</script>")
    # ok: xss-from-request
    return json.dumps(request.args["x"])


@app.route("/numbered/<id>")
def numbered(id):
    # ruleid: xss-from-request
    return f"<h1>{id}</h1>"


@app.route("/counted/<int:id>")
def counted(id):
    # ok: xss-from-request
    return f"<h1>{id}</h1>"


@app.route("/kept/<name>")
def kept(name):
    # ok: xss-from-request
    return (Path("/srv/pages") / name).read_text()


@rt("/hello/{name}")
def as_it_is(name: str):
    # ruleid: xss-from-request
    return NotStr(f"<b>{name}</b>")


@rt("/plain/{name}")
def as_an_element(name: str):
    # ok: xss-from-request
    return P("Hello ", name)


def documents(doc, page):
    name = request.args["name"]
    # ruleid: xss-from-request
    doc.asis("<b>" + name + "</b>")
    # ok: xss-from-request
    doc.text("<b>" + name + "</b>")
    # ruleid: xss-from-request
    page.html = "<b>" + name + "</b>"
    # ok: xss-from-request
    page.html = "<b>" + str(escape(name)) + "</b>"


def said_to_be_text_later():
    # ok: xss-from-request
    response = make_response("No article " + request.args["sku"], 404)
    response.mimetype = "text/plain"
    return response


def said_to_be_text_by_a_header():
    # ok: xss-from-request
    response = make_response("No article " + request.args["sku"], 404)
    response.headers.set("Content-Type", "text/plain; charset=utf-8")
    return response


def said_to_be_a_page_later():
    # ruleid: xss-from-request
    response = make_response("No article " + request.args["sku"], 404)
    response.content_type = "text/html"
    return response


forum = bottle.Bottle()


@forum.get("/found")
def found_in_an_application():
    # ruleid: xss-from-request
    return "<p>" + bottle.request.query.get("q", "") + "</p>"


@app.route("/status")
def with_a_status():
    code = request.args["code"]
    # ok: xss-from-request
    return jsonify(error="unknown"), code


@app.route("/status-page")
def page_with_a_status():
    # ruleid: xss-from-request
    return "<p>" + request.args["name"], 404
