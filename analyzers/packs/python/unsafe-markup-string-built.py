from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from markupsafe import Markup


def element(name, user):
    # ruleid: unsafe-markup-string-built
    mark_safe(f"<b>{name}</b>")
    # ruleid: unsafe-markup-string-built
    mark_safe("<b>%s</b>" % user.name)
    # ruleid: unsafe-markup-string-built
    Markup("<b>" + name + "</b>")
    # ruleid: unsafe-markup-string-built
    format_html("<b>%s</b>" % name)
    # ok: unsafe-markup-string-built
    format_html("<b>{}</b>", name)
    # ok: unsafe-markup-string-built
    mark_safe("<b>" + escape(name) + "</b>")
    # ok: unsafe-markup-string-built
    Markup("<b>{}</b>").format(name)
    # ok: unsafe-markup-string-built
    mark_safe("<b>bold</b>")
