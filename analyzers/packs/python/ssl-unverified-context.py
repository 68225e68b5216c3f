import ssl
from urllib.request import urlopen


def fetch(url, raw):
    # ruleid: ssl-unverified-context
    urlopen(url, context=ssl._create_unverified_context())
    # ruleid: ssl-unverified-context
    ssl._create_default_https_context = ssl._create_unverified_context
    # ruleid: ssl-unverified-context
    return ssl.wrap_socket(raw)


def quiet(url, raw):
    # ok: ssl-unverified-context
    context = ssl.create_default_context()
    # ok: ssl-unverified-context
    urlopen(url, context=context)
    # ok: ssl-unverified-context
    return context.wrap_socket(raw, server_hostname="example.org")
