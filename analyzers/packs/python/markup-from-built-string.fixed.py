import html

from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from markupsafe import Markup


def element(name, user):
    # ruleid: markup-from-built-string
    mark_safe(f"<b>{html.escape(name)}</b>")
    # ruleid: markup-from-built-string
    mark_safe("<b>%s</b>" % user.name)
    # ruleid: markup-from-built-string
    Markup("<b>" + html.escape(name) + "</b>")
    # ruleid: markup-from-built-string
    format_html("<b>%s</b>" % name)
    # ok: markup-from-built-string
    format_html("<b>{}</b>", name)
    # ok: markup-from-built-string
    mark_safe("<b>" + escape(name) + "</b>")
    # ok: markup-from-built-string
    Markup("<b>{}</b>").format(name)
    # ok: markup-from-built-string
    mark_safe("<b>bold</b>")
