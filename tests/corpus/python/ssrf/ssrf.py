import ftplib
import http.client
import ipaddress
import smtplib
import socket
import urllib.request
import urllib.parse
from urllib.parse import urlparse, urljoin, quote
from urllib.request import urlopen, Request
import urllib3
import pycurl
import requests
import httpx
import aiohttp
from flask import Flask, request, abort
from fastapi import FastAPI
from pydantic import BaseModel, HttpUrl

app = Flask(__name__)
api = FastAPI()
HOSTS = ["api.example.org", "cdn.example.org"]
BACKENDS = {"a": "https://a.example.org", "b": "https://b.example.org"}


@app.route("/s1")
def s1():
    url = request.args.get("url")
    # ruleid: ssrf
    requests.get(url)
    # ok: ssrf
    requests.post("https://api.example.org/hook", json={"url": url})
    # ok: ssrf
    requests.get("https://api.example.org/search", params={"q": url})
    # ruleid: ssrf
    requests.request("GET", url, timeout=3)
    # ruleid: ssrf
    requests.get("https://" + request.args["host"] + "/status")
    # ok: ssrf
    requests.get("https://api.example.org/users/" + str(int(request.args["id"])))
    # ruleid: ssrf
    requests.get(f"https://{request.args['sub']}.example.org/x")
    # ok: ssrf
    requests.get("https://api.example.org/search?q=" + quote(request.args["q"]))
    # ruleid: ssrf
    urllib.request.urlopen(url)
    # ruleid: ssrf
    urlopen(Request(url))
    # ok: ssrf
    urlopen("https://example.org/feed.xml")
    # ruleid: ssrf
    urllib.request.urlretrieve(url, "/tmp/f")
    # ruleid: ssrf
    http.client.HTTPSConnection(request.args["host"])
    # ok: ssrf
    http.client.HTTPSConnection("example.org").request("GET", "/x")
    # ruleid: ssrf
    urllib3.PoolManager().request("GET", url)
    # ok: ssrf
    urllib3.PoolManager().request("GET", "https://example.org")
    s = requests.Session()
    # ruleid: ssrf
    s.get(url)
    # ok: ssrf
    s.get("https://example.org", headers={"X-Q": request.args["q"]})
    c = pycurl.Curl()
    # ruleid: ssrf
    c.setopt(pycurl.URL, url)
    # ok: ssrf
    c.setopt(c.URL, "https://example.org")
    # ruleid: ssrf
    socket.create_connection((request.args["host"], 80))
    # ok: ssrf
    socket.create_connection(("localhost", 80))
    # ruleid: ssrf
    ftplib.FTP(request.args["host"])
    return ""


@app.route("/s2")
def s2():
    url = request.args["url"]
    parsed = urlparse(url)
    if parsed.hostname not in HOSTS:
        abort(400)
    # ok: ssrf
    return requests.get(url).text


@app.route("/s3")
def s3():
    url = request.args["url"]
    if not url.startswith("https://api.example.org/"):
        abort(400)
    # ok: ssrf
    return requests.get(url).json()


@app.route("/s4")
def s4():
    url = request.args["url"]
    if not url.startswith("https"):
        abort(400)
    # ruleid: ssrf
    return requests.get(url).json()


@app.route("/s5")
def s5():
    base = BACKENDS.get(request.args["b"])
    if base is None:
        abort(404)
    # ok: ssrf
    return requests.get(base + "/status").json()


@app.route("/s6")
def s6():
    if request.args["url"] == "https://example.org/a":
        # ok: ssrf
        requests.get("https://example.org/a")
    target = urljoin("https://example.org/", request.args["path"])
    # ruleid: ssrf
    return requests.get(target).json()


class Hook(BaseModel):
    callback: str
    count: int


@api.post("/hook")
async def hook(body: Hook):
    async with httpx.AsyncClient() as client:
        # ruleid: ssrf
        await client.post(body.callback, json={})
        # ok: ssrf
        await client.post("https://example.org/hook", json={"u": body.callback})
        # ok: ssrf
        await client.get(f"https://example.org/items/{body.count}")
    return {}


@api.get("/aio")
async def aio(url: str):
    async with aiohttp.ClientSession() as session:
        # ruleid: ssrf
        async with session.get(url) as resp:
            await resp.text()
        # ok: ssrf
        async with session.get("https://example.org/", params={"u": url}) as resp:
            return await resp.text()


@api.get("/hx")
def hx(url: str):
    # ruleid: ssrf
    httpx.get(url)
    # ruleid: ssrf
    httpx.stream("GET", url)
    # ok: ssrf
    httpx.get("https://example.org", params={"url": url})
    with httpx.Client(base_url="https://example.org") as client:
        # ok: ssrf
        client.get("/fixed")
    return ""


class Fetcher:
    def __init__(self, url):
        self.url = url

    def fetch(self):
        # ruleid: ssrf
        return requests.get(self.url)


@app.route("/s7")
def s7():
    return Fetcher(request.args["u"]).fetch().text
