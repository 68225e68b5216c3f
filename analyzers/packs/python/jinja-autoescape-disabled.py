import jinja2
from django.template import Context
from jinja2 import Environment, FileSystemLoader, select_autoescape
import tornado.web
from mako.template import Template


def environments(name, options):
    # ruleid: jinja-autoescape-disabled
    Environment(loader=FileSystemLoader("templates"))
    # ruleid: jinja-autoescape-disabled
    jinja2.Environment(autoescape=False)
    # ruleid: jinja-autoescape-disabled
    Template("hello ${name}")
    # ruleid: jinja-autoescape-disabled
    Context({"name": name}, autoescape=False)
    env = Environment(autoescape=True)
    # ruleid: jinja-autoescape-disabled
    env.autoescape = False


def quiet(name, options):
    # ok: jinja-autoescape-disabled
    Environment(autoescape=True)
    # ok: jinja-autoescape-disabled
    Environment(loader=FileSystemLoader("x"), autoescape=select_autoescape())
    # ok: jinja-autoescape-disabled
    Environment(**options)
    # ok: jinja-autoescape-disabled
    Template("hello ${name}", default_filters=["h"])
    # ok: jinja-autoescape-disabled
    Context({"name": name})
    # ok: jinja-autoescape-disabled
    Template(name, **options)


def applications(routes):
    # ruleid: jinja-autoescape-disabled
    tornado.web.Application(routes, autoescape=None)
    # ok: jinja-autoescape-disabled
    tornado.web.Application(routes, autoescape="xhtml_escape")
