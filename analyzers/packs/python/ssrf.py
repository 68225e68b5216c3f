import jwt
import httplib2
import pdfkit
import weasyprint
from selenium import webdriver
from aiohttp import web
from urllib.parse import urlparse, urlunparse
from urllib.request import urlopen

import xmlrpc.client

import git
import pandas
import requests
import yarl
import zeep
from fastapi import APIRouter
from pydantic import BaseModel, HttpUrl, field_validator
from flask import request

SERVICES = {"a": "https://a.example.com"}
ALLOWED = {"a.example.com"}


def fetch():
    url = request.args["url"]
    # ruleid: ssrf
    requests.get(url)
    # ruleid: ssrf
    requests.get("http://" + request.args["host"] + "/status")
    # ruleid: ssrf
    urlopen(url)
    session = requests.Session()
    # ruleid: ssrf
    session.post(url, json={})
    # ok: ssrf
    requests.get("https://api.example.com/users/" + request.args["id"])
    # ok: ssrf
    requests.get(f"https://api.example.com/users/{request.args['id']}")
    # ok: ssrf
    requests.get("https://api.example.com", params={"url": url})
    # ok: ssrf
    requests.get(SERVICES[request.args["service"]])


def checked():
    url = request.args["url"]
    if urlparse(url).hostname not in ALLOWED:
        return None
    # ok: ssrf
    return requests.get(url)


def fetch_checked():
    url = request.args["url"]
    parsed = urlparse(url)
    if parsed.scheme != "https" or parsed.hostname not in ALLOWED:
        raise ValueError(url)
    # ok: ssrf
    return requests.get(url)


def fetch_warned():
    url = request.args["url"]
    parsed = urlparse(url)
    if parsed.hostname not in ALLOWED:
        print("unknown")
    # ruleid: ssrf
    return requests.get(url)


def table():
    upload = request.files["table"]
    # ok: ssrf
    pandas.read_csv(upload.stream)
    # ok: ssrf
    pandas.read_csv(request.files["table"])
    # ruleid: ssrf
    return pandas.read_csv(request.args["table"])


def other_clients():
    # ruleid: ssrf
    xmlrpc.client.ServerProxy(request.args["server"]).ping()
    # ok: ssrf
    xmlrpc.client.ServerProxy("https://rpc.example.com").ping(request.args["name"])
    # ruleid: ssrf
    git.Repo.clone_from(request.args["repository"], "/srv/clone")
    # ruleid: ssrf
    zeep.Client(request.args["wsdl"])


@app.route("/of/our/hosts")
def of_our_hosts():
    url = request.args["url"]
    if urlparse(url).hostname.endswith(".example.org"):
        # ok: ssrf
        requests.get(url)
    host = urlparse(url).hostname or ""
    if host == "example.org" or host.endswith(".example.org"):
        # ok: ssrf
        requests.get(url)
    if host.endswith("example.org"):
        # ruleid: ssrf
        requests.get(url)


@app.route("/browsers")
def browsers(page):
    url = request.args["url"]
    # ruleid: ssrf
    page.goto(url)
    # ok: ssrf
    page.goto("https://example.org")
    # ruleid: ssrf
    webdriver.Chrome().get(url)
    # ok: ssrf
    settings.get(url)
    # ruleid: ssrf
    pdfkit.from_url(url, "out.pdf")
    # ok: ssrf
    pdfkit.from_string(url, "out.pdf")
    # ruleid: ssrf
    weasyprint.HTML(url=url)
    # ok: ssrf
    weasyprint.HTML(string=url)
    # ruleid: ssrf
    httplib2.Http().request(url)


@app.route("/of/a/base/<name>")
def of_a_base(name):
    # ok: ssrf
    requests.get(f"{base}/items/{name}")
    # ruleid: ssrf
    requests.get(f"{name}/items/{base}")
    # ok: ssrf
    requests.get(base + "/items/" + name)
    # ruleid: ssrf
    requests.get("https://" + name + "/items/" + base)
    # ok: ssrf
    requests.get("{}/items/{}".format(base, name))
    # ruleid: ssrf
    requests.get(f"https://{name}/items")


def put_together_of_parts(http_request: web.Request):
    parts = urlparse(http_request.query["address"])
    # ruleid: ssrf
    requests.get(parts.geturl())
    # ok: ssrf
    requests.get(urlunparse(("https", "api.example.org", parts.path, "", "", "")))
    # ruleid: ssrf
    requests.get(urlunparse(("https", parts.netloc, "/status", "", "", "")))
    # ok: ssrf
    requests.get(parts._replace(netloc="api.example.org").geturl())
    # ruleid: ssrf
    requests.get(parts._replace(path="/status").geturl())
    # ok: ssrf
    requests.get(str(yarl.URL.build(scheme="https", host=API_HOST, path=parts.path)))
    # ruleid: ssrf
    requests.get(str(yarl.URL.build(scheme="https", host=parts.hostname, path="/status")))
    # ok: ssrf
    requests.get(str(yarl.URL("https://api.example.org") / parts.path))


def any_client(cache):
    with hishel.CacheClient() as client:
        # ruleid: ssrf
        client.get(request.args["url"])
        # ok: ssrf
        client.get("https://example.com/" + request.args["id"])
    session = requests_cache.CachedSession("kept")
    # ruleid: ssrf
    session.get(request.args["page"])
    # ok: ssrf
    session.get("https://example.com/", params={"q": request.args["q"]})
    # ok: ssrf
    cache.get(request.args["url"])
    # ruleid: ssrf
    http_client.download(request.args["url"])
    # ok: ssrf
    store_client.get(request.args["key"])


def scheme_alone():
    address = request.args["url"]
    if urlparse(address).scheme not in ("http", "https"):
        return None
    # ruleid: ssrf
    return requests.get(address)


def host_too():
    address = request.args["url"]
    if urlparse(address).hostname not in ALLOWED:
        return None
    # ok: ssrf
    return requests.get(address)


def host_of_an_object():
    address = yarl.URL(request.args["url"])
    if address.host not in ALLOWED:
        return None
    # ok: ssrf
    return requests.get(address)


def host_of_the_request():
    if request.host not in ALLOWED:
        return None
    # ruleid: ssrf
    return requests.get(request.args["url"])


class Hook(BaseModel):
    url: HttpUrl
    other: HttpUrl

    @field_validator("url")
    @classmethod
    def host_is_known(cls, value: HttpUrl) -> HttpUrl:
        if value.host not in ALLOWED:
            raise ValueError("host is not allowed")
        return value


@router.post("/hooks")
def called_back(hook: Hook):
    # ok: ssrf
    requests.get(str(hook.url))
    # ruleid: ssrf
    requests.get(str(hook.other))


def stores_fetch(self):
    args = {"tid": request.args["tid"]}
    # ok: ssrf
    self.comments.fetch(**args)
    # ok: ssrf
    self.comments.fetch(request.args["tid"])
    # ruleid: ssrf
    http_client.fetch(request.args["tid"])


def keys_of(token):
    header = jwt.get_unverified_header(token)
    # ruleid: ssrf
    return jwt.PyJWKClient(header["jku"])


def own_keys(token):
    # ok: ssrf
    return jwt.PyJWKClient("https://login.example.com/keys").get_signing_key_from_jwt(token)


def forwarded(address):
    # ok: ssrf
    asked = tornado.httpclient.HTTPRequest(url=address, method="POST", body=request.data, headers=request.headers)
    # ok: ssrf
    return tornado.httpclient.AsyncHTTPClient().fetch(asked)
