import ast, builtins, importlib, code, types, json, codeop, pickle
from flask import request, Flask, render_template_string
from jinja2 import Template, Environment
import jinja2, mako.template, tornado.template, chevron, django.template, Cheetah.Template, genshi.template
app = Flask(__name__)
@app.route("/")
def a():
    x = request.args.get("code")
    # ruleid: code-injection
    eval(x)
    # ruleid: code-injection
    exec(x)
    # ruleid: code-injection
    eval("2 * " + x)
    # ruleid: code-injection
    exec(compile(x, "<s>", "exec"))
    c = compile(x, "", "eval")
    # ruleid: code-injection
    eval(c)
    # ruleid: code-injection
    builtins.eval(x)
    # ruleid: code-injection
    __builtins__.eval(x)
    # ruleid: code-injection
    getattr(builtins, "eval")(x)
    # ruleid: code-injection
    eval(x, {"__builtins__": {}})
    # ok: code-injection
    ast.literal_eval(x)
    # ok: code-injection
    json.loads(x)
    # ruleid: code-injection
    code.InteractiveInterpreter().runsource(x)
    # ruleid: code-injection
    globals()[x]()
    # ruleid: code-injection
    importlib.import_module(x)
    # ruleid: code-injection
    __import__(x)
    # ruleid: code-injection
    types.FunctionType(compile(x, "", "exec"), {})()
    # ok: code-injection
    f = {"add": 1}.get(x)
    if x in ("1+1", "2+2"):
        # ok: code-injection
        eval(x)
    # ok: code-injection
    eval(str(int(x)))
    n = float(x)
    # ok: code-injection
    eval(f"{n} + 1")
@app.route("/t")
def t():
    name = request.args["name"]
    # ruleid: template-injection
    render_template_string("Hello " + name)
    # ok: template-injection
    render_template_string("Hello {{ name }}", name=name)
    # ruleid: template-injection
    render_template_string(f"Hello {name}")
    # ruleid: template-injection
    render_template_string("Hello %s" % name)
    # ruleid: template-injection
    Template(name).render()
    # ok: template-injection
    Template("Hello {{n}}").render(n=name)
    # ruleid: template-injection
    Environment().from_string(name).render()
    env = Environment(autoescape=True)
    # ruleid: template-injection
    env.from_string("hi " + name)
    # ruleid: template-injection
    mako.template.Template(name).render()
    # ruleid: template-injection
    tornado.template.Template(name)
    # ruleid: template-injection
    chevron.render(name, {})
    # ruleid: template-injection
    django.template.Template(name)
    # ruleid: template-injection
    django.template.engines["django"].from_string(name)
    # ruleid: template-injection
    Cheetah.Template.Template(name)
    # ruleid: template-injection
    genshi.template.MarkupTemplate(name)
    # ok: template-injection
    jinja2.sandbox.SandboxedEnvironment().from_string(name)
    # ok: template-injection
    "Hello {0.__class__}".format(name)
    name.format(request)
def p(expr):
    # ruleid: code-injection
    return eval(expr)
class Calc:
    def run(self, source):
        # ruleid: code-injection
        exec(source, {})
def ok():
    # ok: code-injection
    eval("1+1")
    # ok: code-injection
    exec("import os")
    # ok: code-injection
    model.eval()
    # ok: code-injection
    df.eval("a+b")
