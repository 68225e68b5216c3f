import jinja2
from jinja2 import Environment, select_autoescape


def environments(loader):
    # ruleid: jinja-autoescape-disabled
    first = jinja2.Environment(loader=loader, autoescape=False)
    # ruleid: jinja-autoescape-disabled
    second = Environment(autoescape=False)
    return first, second


def quiet(loader, settings):
    # ok: jinja-autoescape-disabled
    first = jinja2.Environment(loader=loader, autoescape=True)
    # ok: jinja-autoescape-disabled
    second = Environment(autoescape=select_autoescape())
    # ok: jinja-autoescape-disabled
    return first, second, settings.Environment(autoescape=False)
