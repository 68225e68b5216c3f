from urllib.parse import urlparse

from flask import redirect, request


def go(user):
    url = request.args["url"]
    # ruleid: incomplete-host-check
    if "example.org" in url:
        return redirect(url)
    # ruleid: incomplete-host-check
    if url.startswith("https://example.org"):
        return redirect(url)
    # ok: incomplete-host-check
    if url.startswith("https://example.org/"):
        return redirect(url)
    # ok: incomplete-host-check
    if "?" in url:
        return redirect(url)
    # ok: incomplete-host-check
    if "example.org" in user.hosts:
        return redirect("/")


def trusted(url):
    # ruleid: incomplete-host-check
    if urlparse(url).netloc.endswith("example.org"):
        return True
    host = urlparse(url).hostname
    # ruleid: incomplete-host-check
    if "example.org" in host:
        return True
    # ok: incomplete-host-check
    return host == "example.org" or host.endswith(".example.org")
