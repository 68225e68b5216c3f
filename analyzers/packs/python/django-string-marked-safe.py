from django.utils.html import format_html
from django.utils.safestring import SafeString


class Link:
    # ruleid: django-string-marked-safe
    def __html__(self):
        return "<a href='%s'>" % self.url


# ruleid: django-string-marked-safe
class Name(SafeString):
    pass


class Good:
    # ok: django-string-marked-safe
    def __html__(self):
        return format_html("<a href='{}'>", self.url)
