import bleach
import nh3
from lxml.html.clean import Cleaner

TAGS = {"p", "a"}


def clean(text):
    # ruleid: sanitizer-allows-script
    first = bleach.clean(text, tags=["p", "script"])
    # ruleid: sanitizer-allows-script
    second = bleach.clean(text, tags=TAGS, attributes={"*": ["class", "onclick"]})
    # ruleid: sanitizer-allows-script
    third = bleach.clean(text, attributes=lambda tag, name, value: True)
    # ruleid: sanitizer-allows-script
    fourth = nh3.clean(text, tags={"b", "iframe"})
    # ruleid: sanitizer-allows-script
    fifth = nh3.clean(text, url_schemes={"https", "javascript"})
    # ruleid: sanitizer-allows-script
    sixth = Cleaner(scripts=False, style=True).clean_html(text)
    # ruleid: sanitizer-allows-script
    seventh = Cleaner(safe_attrs_only=False).clean_html(text)
    return first, second, third, fourth, fifth, sixth, seventh


def quiet(text):
    # ok: sanitizer-allows-script
    first = bleach.clean(text, tags=["p", "a"], attributes={"a": ["href", "title"]}, protocols=["https", "mailto"])
    # ok: sanitizer-allows-script
    second = nh3.clean(text, tags=nh3.ALLOWED_TAGS - {"img"}, clean_content_tags={"script", "style"})
    # ok: sanitizer-allows-script
    third = nh3.clean(text, url_schemes={"https"})
    # ok: sanitizer-allows-script
    fourth = Cleaner(scripts=True, javascript=True).clean_html(text)
    # ok: sanitizer-allows-script
    fifth = bleach.clean(text, attributes=lambda tag, name, value: name == "href")
    return first, second, third, fourth, fifth
