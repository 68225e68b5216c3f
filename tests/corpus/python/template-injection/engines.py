import jinja2
import mako.template
from django.template import Context, Template as DjangoTemplate, engines
from fastapi import FastAPI
from flask import Flask, render_template, render_template_string, request
from jinja2 import Environment, Template
from jinja2.sandbox import SandboxedEnvironment
from mako.template import Template as MakoTemplate
from tornado.template import Template as TornadoTemplate
import bottle

app = Flask(__name__)
PAGE = "<h1>Hello {{ name }}</h1>"


@app.route("/hello")
def hello():
    name = request.args["name"]
    # ruleid: template-injection
    render_template_string("<h1>Hello " + name + "</h1>")
    # ruleid: template-injection
    render_template_string(f"<h1>Hello {name}</h1>")
    # ruleid: template-injection
    render_template_string("<h1>Hello %s</h1>" % name)
    # ruleid: template-injection
    render_template_string("<h1>Hello {}</h1>".format(request.form["name"]))
    # ruleid: template-injection
    render_template_string(name)
    # ok: template-injection
    render_template_string("<h1>Hello {{ name }}</h1>", name=name)
    # ok: template-injection
    render_template_string(PAGE, name=name)
    # ok: template-injection
    render_template("hello.html", name=name)
    # ruleid: template-injection
    jinja2.Template("Hello " + name).render()
    # ruleid: template-injection
    Template(name).render(name="x")
    # ruleid: template-injection
    Environment(autoescape=True).from_string("Hello " + name).render()
    # ruleid: template-injection
    app.jinja_env.from_string(name)
    # ok: template-injection
    Template("Hello {{ name }}").render(name=name)
    # ok: template-injection
    SandboxedEnvironment().from_string(name).render()
    # ruleid: template-injection
    MakoTemplate("Hello " + name).render()
    # ruleid: template-injection
    mako.template.Template(name).render()
    # ok: template-injection
    MakoTemplate("Hello ${name}", default_filters=["h"]).render(name=name)
    # ruleid: template-injection
    TornadoTemplate("Hello " + name).generate()
    # ruleid: template-injection
    bottle.template("Hello " + name)
    # ruleid: template-injection
    bottle.SimpleTemplate(name).render()
    return "ok"


@app.errorhandler(404)
def not_found(error):
    template = "<p>no such page: %s</p>" % request.url
    # ruleid: template-injection
    return render_template_string(template), 404


def page(title):
    # ruleid: template-injection
    return render_template_string("<h1>" + title + "</h1>")


def fixed_page():
    title = "news"
    # ok: template-injection
    return render_template_string("<h1>" + title + "</h1>")


def django_view(request):
    # ruleid: template-injection
    DjangoTemplate("Hello " + request.GET["name"]).render(Context({}))
    # ruleid: template-injection
    engines["django"].from_string(request.POST["template"])
    # ok: template-injection
    DjangoTemplate("Hello {{ name }}").render(Context({"name": request.GET["name"]}))
    # ok: template-injection
    engines["django"].from_string("Hello {{ name }}")
