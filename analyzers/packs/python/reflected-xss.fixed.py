import bottle
import cherrypy
import html
import importlib
import json
import jsonpickle
import pickle
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
    # ruleid: reflected-xss
    return "<h1>Hello " + html.escape(request.args["name"]) + "</h1>"


@app.route("/hello/<name>")
def hello_name(name):
    if not name:
        # ok: reflected-xss
        return "<h1>Hello</h1>"
    # ruleid: reflected-xss
    return f"<h1>Hello {html.escape(name)}</h1>", 200


@app.route("/response")
def response():
    # ruleid: reflected-xss
    return make_response("<h1>%s</h1>" % html.escape(request.args["name"]))


@app.route("/markup")
def markup():
    # ruleid: reflected-xss
    title = Markup("<b>" + html.escape(request.args["title"]) + "</b>")
    # ok: reflected-xss
    return render_template("page.html", title=title)


@app.route("/escaped")
def escaped():
    name = escape(request.args["name"])
    # ok: reflected-xss
    return f"<h1>Hello {name}</h1>"


@app.route("/json")
def json_view():
    # ok: reflected-xss
    return jsonify({"name": request.args["name"]})


@app.route("/dictionary")
def dictionary():
    # ok: reflected-xss
    return {"name": request.args["name"]}


@app.route("/plain")
def plain():
    # ok: reflected-xss
    return Response(request.args["text"], content_type="text/plain")


@app.route("/moved")
def moved():
    response = make_response("", 302)
    response.headers["X-Name"] = request.args["name"]
    # ok: reflected-xss
    return response


async def page(request):
    # ruleid: reflected-xss
    return responses.Response(f"<b>{request.query_params['name']}</b>", media_type="text/html")


class PostView(flask.views.MethodView):
    def get(self, slug):
        # ruleid: reflected-xss
        return f"<article>{html.escape(slug)}</article>"

    def post(self, slug):
        # ok: reflected-xss
        return redirect(url_for("post", slug=slug))


@app.route("/inner")
def with_inner():
    name = request.args["name"]

    def path():
        # ok: reflected-xss
        return "/var/data/" + name

    os.remove(path())
    # ruleid: reflected-xss
    return "<p>" + name


def create(app):
    @app.route("/made")
    def made():
        # ruleid: reflected-xss
        return "<p>" + html.escape(request.args["name"])


bp = flask.Blueprint("labels", __name__)


@bp.get("/label")
def label():
    text = request.args["text"]
    # ruleid: reflected-xss
    return "<b>" + text + "</b>"


@app.route("/backend")
def backend():
    connection = http.client.HTTPSConnection(request.args["host"])
    connection.request("GET", "/")
    # ok: reflected-xss
    return connection.getresponse().read()


@app.route("/form")
def filled(form, helper):
    # ok: reflected-xss
    form.name.data = request.args["name"]
    # ok: reflected-xss
    return helper.get_download_link(request.args["name"])


@app.route("/answers")
def answers():
    # ruleid: reflected-xss
    response = make_response("<b>" + html.escape(request.args["name"]) + "</b>")
    # ok: reflected-xss
    return response


@app.route("/mails")
def mails(message):
    # ruleid: reflected-xss
    MIMEText("<p>" + html.escape(request.args["name"]) + "</p>", "html")
    # ok: reflected-xss
    MIMEText("Hello " + request.args["name"], "plain")
    # ruleid: reflected-xss
    message.add_alternative(f"<p>{html.escape(request.args['name'])}</p>", subtype="html")
    # ok: reflected-xss
    message.set_content("Hello " + request.args["name"])
    # ok: reflected-xss
    return str(importlib.import_module(request.args["module"]))


@litestar_get("/page", media_type="text/html")
async def litestar_page(name: str):
    # ruleid: reflected-xss
    return f"<b>{html.escape(name)}</b>"


@litestar_get("/text", media_type="text/plain")
async def litestar_text(name: str):
    # ok: reflected-xss
    return f"Hello {name}"


def wsgi(environ, start_response):
    # ruleid: reflected-xss
    return [("<b>" + environ["QUERY_STRING"] + "</b>").encode()]


class Page(resource.Resource):
    def render_GET(self, request):
        # ruleid: reflected-xss
        return b"<b>" + request.args[b"name"][0] + b"</b>"

    def render_POST(self, request):
        # ok: reflected-xss
        return b"<b>done</b>"


@robyn.get("/robyn")
def robyn_page(request):
    # ruleid: reflected-xss
    return robyn_html("<b>" + request.query_params.get("name", "") + "</b>")


@app.route("/api/names")
def names():
    if "x" in request.args:
        # ok: reflected-xss
        return bad_request(errormsg=request.args["x"])
    # ok: reflected-xss
    return make_json_response(data=request.args["name"])


@app.route("/kept")
def kept():
    response = make_response("")
    # ruleid: reflected-xss
    response.set_data("<b>" + html.escape(request.args["name"]))
    # ok: reflected-xss
    step.set_data(request.args["name"])
    # ok: reflected-xss
    return Response(cache.get(request.args["key"]))


@app.route("/lambda")
def not_a_page():
    # ok: reflected-xss
    twice = lambda text: text + text
    return jsonify(twice(request.args["text"]))


class Plain:
    @cherrypy.expose
    def text(self, fruit="apple"):
        cherrypy.response.headers["Content-Type"] = "text/plain"
        # ok: reflected-xss
        return "Have some %s." % fruit

    @cherrypy.expose
    def page(self, fruit="apple"):
        # ruleid: reflected-xss
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
        # ok: reflected-xss
        return found
    # ruleid: reflected-xss
    first = make_response("<h1>" + found["title"])
    # ruleid: reflected-xss
    second = make_response("<p>%(title)s" % found)
    # ruleid: reflected-xss
    third = make_response("<p>" + found["inner"]["text"])
    # ok: reflected-xss
    return jsonify(found)


@app.route("/filled")
def filled():
    found = {}
    found["title"] = request.args["title"]
    # ok: reflected-xss
    return found


@app.route("/left-out")
def left_out():
    text = request.args["text"]
    # ruleid: reflected-xss
    first = make_response("<p>" + re.sub("<script.*?>.*?</script>", "", text))
    # ruleid: reflected-xss
    second = make_response("<p>" + SCRIPTS.sub("", text))
    # ok: reflected-xss
    third = make_response("<p>" + TAGS.sub("", text))
    # ok: reflected-xss
    fourth = make_response("<p>" + re.sub("[^a-z]", "", text))
    # ok: reflected-xss
    fifth = make_response("<p>" + text.replace("<", "&lt;"))
    # ruleid: reflected-xss
    sixth = make_response("<p>" + own_escape(text))
    # ruleid: reflected-xss
    seventh = make_response(Card().render(text))
    # ok: reflected-xss
    return Card().render_safely(text)


@app.route("/scripts")
def scripts():
    # ruleid: reflected-xss
    first = make_response("<script>let x = " + json.dumps(request.args["x"]) + "</script>")
    # ruleid: reflected-xss
    second = make_response(f"<script>let x = {json.dumps(request.args['x'])}</script>")
    # ok: reflected-xss
    third = make_response("<script>let x = " + json.dumps(request.args["x"]).replace("<", "\\u003c") + "</script>")
    # ok: reflected-xss
    return json.dumps(request.args["x"])


@app.route("/numbered/<id>")
def numbered(id):
    # ruleid: reflected-xss
    return f"<h1>{html.escape(id)}</h1>"


@app.route("/counted/<int:id>")
def counted(id):
    # ok: reflected-xss
    return f"<h1>{id}</h1>"


@app.route("/kept/<name>")
def kept(name):
    # ok: reflected-xss
    return (Path("/srv/pages") / name).read_text()


@rt("/hello/{name}")
def as_it_is(name: str):
    # ruleid: reflected-xss
    return NotStr(f"<b>{html.escape(name)}</b>")


@rt("/plain/{name}")
def as_an_element(name: str):
    # ok: reflected-xss
    return P("Hello ", name)


def documents(doc, page):
    name = request.args["name"]
    # ruleid: reflected-xss
    doc.asis("<b>" + name + "</b>")
    # ok: reflected-xss
    doc.text("<b>" + name + "</b>")
    # ruleid: reflected-xss
    page.html = "<b>" + name + "</b>"
    # ok: reflected-xss
    page.html = "<b>" + str(escape(name)) + "</b>"


def said_to_be_text_later():
    # ok: reflected-xss
    response = make_response("No article " + request.args["sku"], 404)
    response.mimetype = "text/plain"
    return response


def said_to_be_text_by_a_header():
    # ok: reflected-xss
    response = make_response("No article " + request.args["sku"], 404)
    response.headers.set("Content-Type", "text/plain; charset=utf-8")
    return response


def said_to_be_a_page_later():
    # ruleid: reflected-xss
    response = make_response("No article " + html.escape(request.args["sku"]), 404)
    response.content_type = "text/html"
    return response


forum = bottle.Bottle()


@forum.get("/found")
def found_in_an_application():
    # ruleid: reflected-xss
    return "<p>" + bottle.request.query.get("q", "") + "</p>"


@app.route("/status")
def with_a_status():
    code = request.args["code"]
    # ok: reflected-xss
    return jsonify(error="unknown"), code


@app.route("/status-page")
def page_with_a_status():
    # ruleid: reflected-xss
    return "<p>" + html.escape(request.args["name"]), 404


@app.route("/plain")
def plain():
    # ok: reflected-xss
    keep(Markup(request.args["text"]).unescape())
    return "kept"


@app.route("/loaded", methods=["POST"])
def loaded():
    first = pickle.loads(request.data)
    if first:
        # ok: reflected-xss
        return str(first)
    # ok: reflected-xss
    return str(jsonpickle.decode(request.get_data()))


@app.route("/read", methods=["POST"])
def read():
    # ruleid: reflected-xss
    return json.loads(request.data)["name"]
