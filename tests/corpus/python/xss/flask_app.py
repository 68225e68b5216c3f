import html
import json

import bleach
import flask
import markupsafe
from flask import Flask, Markup, Response, jsonify, make_response, render_template, request
from markupsafe import Markup as M
from markupsafe import escape

app = Flask(__name__)


@app.route("/hello")
def hello():
    name = request.args.get("name")
    # ruleid: xss
    return "<h1>Hello " + name + "</h1>"


@app.route("/hello2")
def hello2():
    name = request.args.get("name", "")
    # ruleid: xss
    return f"<h1>Hello {name}</h1>"


@app.route("/hello3")
def hello3():
    # ruleid: xss
    return "<h1>Hello %s</h1>" % request.args["name"]


@app.route("/hello4/<name>")
def hello4(name):
    # ruleid: xss
    return "<h1>Hello {}</h1>".format(name)


@app.route("/hello5")
def hello5():
    # ruleid: xss
    return make_response("<h1>" + request.args["name"] + "</h1>")


@app.route("/hello6")
def hello6():
    # ruleid: xss
    return Response(f"<p>{request.form['name']}</p>", mimetype="text/html")


@app.route("/hello7")
def hello7():
    page = "<html><body>"
    page += request.values.get("q")
    page += "</body></html>"
    # ruleid: xss
    return page


@app.route("/hello8")
def hello8():
    # ruleid: xss
    return request.args.get("name")


@app.route("/hello9")
def hello9():
    response = make_response()
    # ruleid: xss
    response.set_data("<b>" + request.args["q"] + "</b>")
    return response


@app.route("/status")
def status():
    # ruleid: xss
    return "<p>no such page: " + request.args["page"] + "</p>", 404


@app.route("/safe1")
def safe1():
    name = escape(request.args.get("name"))
    # ok: xss
    return f"<h1>Hello {name}</h1>"


@app.route("/safe2")
def safe2():
    # ok: xss
    return "<h1>Hello " + html.escape(request.args["name"]) + "</h1>"


@app.route("/safe3")
def safe3():
    # ok: xss
    return render_template("hello.html", name=request.args["name"])


@app.route("/safe4")
def safe4():
    # ok: xss
    return jsonify({"name": request.args["name"]})


@app.route("/safe5")
def safe5():
    # ok: xss
    return {"name": request.args["name"]}


@app.route("/safe6")
def safe6():
    # ok: xss
    return Response(json.dumps({"name": request.args["name"]}), mimetype="application/json")


@app.route("/safe7")
def safe7():
    count = int(request.args["count"])
    # ok: xss
    return f"<p>{count} items</p>"


@app.route("/safe8")
def safe8():
    if request.args.get("verbose"):
        # ok: xss
        return "<p>all details</p>"
    # ok: xss
    return "<p>short</p>"


@app.route("/safe9")
def safe9():
    # ok: xss
    return "<p>" + bleach.clean(request.args["text"]) + "</p>"


@app.route("/safe10")
def safe10():
    # ok: xss
    return Response(request.args["text"], content_type="text/plain")


@app.route("/markup")
def markup():
    text = request.args["text"]
    # ruleid: xss
    a = Markup("<b>" + text + "</b>")
    # ruleid: xss
    b = flask.Markup(text)
    # ruleid: xss
    c = markupsafe.Markup(f"<b>{text}</b>")
    # ruleid: xss
    d = M("<b>%s</b>" % escape_nothing(text))
    # ok: xss
    e = Markup("<b>%s</b>") % text
    # ok: xss
    f = Markup("<b>{}</b>").format(text)
    # ok: xss
    g = Markup("<b>bold</b>")
    # ok: xss
    h = Markup.escape(text)
    return render_template("page.html", parts=[a, b, c, d, e, f, g, h])


def escape_nothing(text):
    return text.strip()


def element(title):
    # ruleid: xss
    return Markup("<h1>" + title + "</h1>")


def element_escaped(title):
    # ok: xss
    return Markup("<h1>" + escape(title) + "</h1>")
