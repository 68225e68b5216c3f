from django.utils.html import format_html
from django.utils.safestring import SafeString


class Link:
    # ruleid: unsafe-markup-django-safe-string
    def __html__(self):
        return "<a href='%s'>" % self.url


# ruleid: unsafe-markup-django-safe-string
class Name(SafeString):
    pass


class Good:
    # ok: unsafe-markup-django-safe-string
    def __html__(self):
        return format_html("<a href='{}'>", self.url)
