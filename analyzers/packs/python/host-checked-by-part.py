from urllib.parse import urlparse

from flask import redirect, request


def go(user):
    url = request.args["url"]
    # ruleid: host-checked-by-part
    if "example.org" in url:
        return redirect(url)
    # ruleid: host-checked-by-part
    if url.startswith("https://example.org"):
        return redirect(url)
    # ok: host-checked-by-part
    if url.startswith("https://example.org/"):
        return redirect(url)
    # ok: host-checked-by-part
    if "?" in url:
        return redirect(url)
    # ok: host-checked-by-part
    if "example.org" in user.hosts:
        return redirect("/")


def trusted(url):
    # ruleid: host-checked-by-part
    if urlparse(url).netloc.endswith("example.org"):
        return True
    host = urlparse(url).hostname
    # ruleid: host-checked-by-part
    if "example.org" in host:
        return True
    # ok: host-checked-by-part
    return host == "example.org" or host.endswith(".example.org")
