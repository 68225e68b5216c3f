from django.utils.html import format_html
from django.utils.safestring import mark_safe
from flask import render_template_string
from markupsafe import Markup, escape


def badge(name, page):
    # ruleid: markup-from-built-string
    first = Markup(f"<b>{name}</b>")
    # ruleid: markup-from-built-string
    second = Markup("<b>%s</b>" % name)
    # ruleid: markup-from-built-string
    third = mark_safe("<b>{}</b>".format(name))
    # ruleid: markup-from-built-string
    fourth = mark_safe("<b>" + name + "</b>")
    # ruleid: markup-from-built-string
    return first, second, third, fourth, render_template_string(f"<h1>{page}</h1>")


def quiet(name, page):
    # ok: markup-from-built-string
    first = Markup("<b>{}</b>").format(name)
    # ok: markup-from-built-string
    second = Markup("<b>%s</b>") % name
    # ok: markup-from-built-string
    third = format_html("<b>{}</b>", name)
    # ok: markup-from-built-string
    fourth = mark_safe("<hr>")
    # ok: markup-from-built-string
    fifth = Markup(f"<b>{escape(name)}</b>")
    # ok: markup-from-built-string
    return first, second, third, fourth, fifth, render_template_string("<h1>{{ page }}</h1>", page=page)
