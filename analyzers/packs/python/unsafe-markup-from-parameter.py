from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from markupsafe import Markup


def title(text):
    # ruleid: unsafe-markup-from-parameter
    return mark_safe(text)


def body(text):
    # ruleid: unsafe-markup-from-parameter
    return Markup(text)


def good(text):
    # ok: unsafe-markup-from-parameter
    return format_html("<h1>{}</h1>", text)


def escaped(text):
    text = escape(text)
    # ok: unsafe-markup-from-parameter
    return mark_safe(text)
