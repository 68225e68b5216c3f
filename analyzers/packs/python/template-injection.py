from flask import render_template_string, request
from jinja2 import Environment, Template
from jinja2.sandbox import SandboxedEnvironment


def hello():
    name = request.args["name"]
    # ruleid: template-injection
    render_template_string("<h1>Hello " + name + "</h1>")
    # ruleid: template-injection
    Template(name).render()
    # ruleid: template-injection
    Environment(autoescape=True).from_string(f"Hello {name}")
    # ok: template-injection
    render_template_string("<h1>Hello {{ name }}</h1>", name=name)
    # ok: template-injection
    Template("Hello {{ name }}").render(name=name)
    # ok: template-injection
    SandboxedEnvironment().from_string(name)
