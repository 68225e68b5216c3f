from django import template
from django.utils.html import html_safe

register = template.Library()


# ruleid: unsafe-markup-django-is-safe
@register.filter(is_safe=True)
def shout(value):
    return value.upper()


# ruleid: unsafe-markup-django-is-safe
@html_safe
class Badge:
    def __str__(self):
        return self.text


# ok: unsafe-markup-django-is-safe
@register.filter
def whisper(value):
    return value.lower()
