import jinja2
from django.template import Context
from jinja2 import Environment, FileSystemLoader, select_autoescape
import tornado.web
from mako.template import Template


def environments(name, options):
    # ruleid: autoescape-disabled
    Environment(loader=FileSystemLoader("templates"))
    # ruleid: autoescape-disabled
    jinja2.Environment(autoescape=True)
    # ruleid: autoescape-disabled
    Template("hello ${name}")
    # ruleid: autoescape-disabled
    Context({"name": name}, autoescape=True)
    env = Environment(autoescape=True)
    # ruleid: autoescape-disabled
    env.autoescape = True


def quiet(name, options):
    # ok: autoescape-disabled
    Environment(autoescape=True)
    # ok: autoescape-disabled
    Environment(loader=FileSystemLoader("x"), autoescape=select_autoescape())
    # ok: autoescape-disabled
    Environment(**options)
    # ok: autoescape-disabled
    Template("hello ${name}", default_filters=["h"])
    # ok: autoescape-disabled
    Context({"name": name})
    # ok: autoescape-disabled
    Template(name, **options)


def applications(routes):
    # ruleid: autoescape-disabled
    tornado.web.Application(routes, autoescape=None)
    # ok: autoescape-disabled
    tornado.web.Application(routes, autoescape="xhtml_escape")
