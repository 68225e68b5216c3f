from django import template
from django.utils.html import format_html, html_safe

register = template.Library()


# ruleid: django-string-marked-safe
@register.filter(is_safe=True)
def shout(value):
    return value.upper()


# ruleid: django-string-marked-safe
@html_safe
class Badge:
    def __str__(self):
        return self.text


class Link:
    # ruleid: django-string-marked-safe
    def __html__(self):
        return "<a href='%s'>" % self.url


class Good:
    # ok: django-string-marked-safe
    def __html__(self):
        return format_html("<a href='{}'>", self.url)


# ok: django-string-marked-safe
@register.filter
def whisper(value):
    return value.lower()
