import ast
import builtins
import code
import importlib
import json
import operator
import jinja2
from jinja2 import Environment, Template, FileSystemLoader
from jinja2.sandbox import SandboxedEnvironment
from mako.template import Template as MakoTemplate
from mako.lookup import TemplateLookup
from django.template import Template as DjTemplate, Context, engines
from flask import Flask, request, render_template_string, render_template
from string import Template as StrTemplate
import tornado.template
import chevron
import numexpr
import pandas as pd
import bottle
import Cheetah.Template

app = Flask(__name__)
OPS = {"add": operator.add, "sub": operator.sub}


@app.route("/e1")
def e1():
    expr = request.args.get("expr")
    # ruleid: code-injection
    eval(expr)
    # ok: code-injection
    ast.literal_eval(expr)
    # ok: code-injection
    json.loads(expr)
    # ruleid: code-injection
    exec(expr)
    # ok: code-injection
    exec("x = 1")
    # ruleid: code-injection
    exec(compile(expr, "<s>", "exec"))
    # ruleid: code-injection
    builtins.eval("1 + " + expr)
    # ok: code-injection
    eval("1 + %d" % int(expr))
    # ruleid: code-injection
    eval(expr, {"__builtins__": {}}, {})
    # ruleid: code-injection
    code.InteractiveInterpreter().runsource(expr)
    # ruleid: code-injection
    importlib.import_module(request.args["mod"])
    # ok: code-injection
    importlib.import_module("plugins.default")
    # ruleid: code-injection
    __import__(request.args["mod"])
    # ok: code-injection
    OPS[request.args["op"]](1, 2)
    # ok: code-injection
    numexpr.evaluate("2 * 3")
    # ruleid: code-injection
    pd.eval(expr)
    df = pd.DataFrame()
    # ok: code-injection
    df.query("a > 3")
    # ruleid: code-injection
    globals()[request.args["fn"]]()
    return ""


@app.route("/e2")
def e2():
    setup = request.form["setup"]
    # ruleid: code-injection
    f = eval(f"lambda x: {setup}")
    if request.form["kind"] in ("int", "float"):
        eval(request.form["kind"])
    names = {"int": int, "float": float}
    conv = names.get(request.form["kind"], str)
    # ok: code-injection
    conv(setup)
    return str(f)


@app.route("/t1")
def t1():
    name = request.args.get("name")
    # ruleid: template-injection
    render_template_string("Hello " + name)
    # ok: template-injection
    render_template_string("Hello {{ name }}", name=name)
    # ok: template-injection
    render_template("hello.html", name=name)
    # ruleid: template-injection
    render_template_string(f"<h1>{name}</h1>")
    # ruleid: template-injection
    Template("Hello " + name).render()
    # ok: template-injection
    Template("Hello {{ n }}").render(n=name)
    # ruleid: template-injection
    Environment().from_string(name)
    env = Environment(loader=FileSystemLoader("templates"), autoescape=True)
    # ok: template-injection
    env.from_string("Hi {{ n }}").render(n=name)
    # ruleid: template-injection
    env.from_string("Hi %s" % name)
    # ok: template-injection
    SandboxedEnvironment().from_string(name).render()
    sandbox = SandboxedEnvironment(autoescape=True)
    # ok: template-injection
    sandbox.from_string(name).render(x=1)
    # ruleid: template-injection
    jinja2.Template(request.form["tpl"]).render()
    MakoTemplate("hello " + name).render()
    MakoTemplate("hello ${n}").render(n=name)
    # ruleid: xss
    MakoTemplate(text=request.form["tpl"])
    # ok: template-injection
    StrTemplate("hello $n").substitute(n=name)
    # ruleid: template-injection
    tornado.template.Template(request.form["tpl"]).generate()
    # ruleid: template-injection
    bottle.template(request.form["tpl"])
    # ok: template-injection
    bottle.template("Hello {{name}}", name=name)
    # ruleid: template-injection
    bottle.SimpleTemplate(request.form["tpl"]).render()
    TemplateLookup(directories=["t"]).get_template("a.html").render(n=name)
    return ""


def dj(request):
    source = request.POST["template"]
    # ruleid: template-injection
    DjTemplate(source).render(Context({}))
    # ok: template-injection
    DjTemplate("Hi {{ n }}").render(Context({"n": source}))
    # ruleid: template-injection
    engines["django"].from_string(source)
    return None
