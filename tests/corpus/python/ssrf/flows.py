import re
from urllib.parse import urlparse, urljoin

import httpx
import requests
from flask import Flask, abort, request

app = Flask(__name__)
HOSTS = ("a.example.com", "b.example.com")


def fetch(url):
    # ruleid: ssrf
    return requests.get(url, timeout=3)


def validate_url(url):
    if urlparse(url).hostname not in HOSTS:
        raise ValueError(url)


@app.post("/a")
def a():
    return fetch(request.json["url"]).text


@app.post("/b")
def b():
    url = request.json["url"]
    validate_url(url)
    # ok: ssrf
    return requests.get(url, timeout=3).text


@app.post("/c")
def c():
    parsed = urlparse(request.form["url"])
    if parsed.hostname not in HOSTS:
        abort(400)
    # ok: ssrf
    return requests.get(parsed.geturl(), timeout=3).text


@app.post("/d")
def d():
    url = request.form["url"]
    if not url.startswith("https://a.example.com/"):
        abort(400)
    # ok: ssrf
    return requests.get(url, timeout=3).text


@app.post("/e")
def e():
    # ruleid: ssrf
    first = requests.get("https://" + request.form["domain"], timeout=3)
    # ok: ssrf
    second = requests.get(urljoin("https://a.example.com/", "x"), timeout=3)
    headers = {"X-Url": request.form["url"]}
    # ok: ssrf
    third = requests.get("https://a.example.com/", headers=headers, timeout=3)
    host = request.form["host"]
    if host in HOSTS:
        # ok: ssrf
        return httpx.get(f"https://{host}/status").text
    # ruleid: ssrf
    httpx.post(f"https://{host}/status", json={})
    # ruleid: ssrf
    httpx.stream("GET", request.form["url"])
    return first, second, third


class Client:
    def __init__(self):
        self.session = requests.Session()

    def load(self):
        # ruleid: ssrf
        return self.session.get(request.args["url"])
