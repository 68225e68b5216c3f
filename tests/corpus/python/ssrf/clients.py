import http.client
import socket
import urllib.request
from urllib.parse import urlparse
from urllib.request import Request, urlopen

import aiohttp
import httpx
import pycurl
import requests
import urllib3
from django.http import HttpResponse
from fastapi import FastAPI
from flask import Flask, request

app = Flask(__name__)
api = FastAPI()
ALLOWED = {"api.example.com", "static.example.com"}
SERVICES = {"a": "https://a.example.com", "b": "https://b.example.com"}


@app.route("/fetch")
def fetch():
    url = request.args.get("url")
    # ruleid: ssrf
    requests.get(url)
    # ruleid: ssrf
    requests.post(request.form["url"], json={}, timeout=5)
    # ruleid: ssrf
    requests.request("GET", url)
    # ruleid: ssrf
    requests.get(f"https://{request.args['host']}/status")
    # ruleid: ssrf
    requests.get("http://" + request.args["host"] + ":8080/status")
    # ruleid: ssrf
    requests.get("https://%s.example.com" % request.args["tenant"])
    # ruleid: ssrf
    requests.get(url=url, timeout=3)
    # ruleid: ssrf
    urllib.request.urlopen(url)
    # ruleid: ssrf
    urlopen(url).read()
    req = Request(url)
    # ruleid: ssrf
    urlopen(req)
    # ruleid: ssrf
    urllib.request.urlretrieve(url, "/tmp/x")
    # ruleid: ssrf
    httpx.get(url)
    # ruleid: ssrf
    httpx.Client().get(url)
    session = requests.Session()
    # ruleid: ssrf
    session.get(url, timeout=3)
    # ruleid: ssrf
    urllib3.PoolManager().request("GET", url)
    pool = urllib3.PoolManager()
    # ruleid: ssrf
    pool.request("GET", url)
    # ruleid: ssrf
    http.client.HTTPConnection(request.args["host"])
    # ruleid: ssrf
    http.client.HTTPSConnection(request.args["host"], timeout=3)
    curl = pycurl.Curl()
    # ruleid: ssrf
    curl.setopt(pycurl.URL, url)
    # ruleid: ssrf
    socket.create_connection((request.args["host"], 80))
    # ok: ssrf
    requests.get("https://api.example.com/status")
    # ok: ssrf
    requests.get("https://api.example.com/search", params={"q": request.args["q"]})
    # ok: ssrf
    requests.get("https://api.example.com/search?q=" + request.args["q"])
    # ok: ssrf
    requests.get(f"https://api.example.com/users/{request.args['id']}")
    # ok: ssrf
    requests.post("https://api.example.com/users", json={"url": url})
    # ok: ssrf
    requests.get(SERVICES[request.args["service"]])
    return "ok"


@app.route("/allowed")
def allowed():
    url = request.args["url"]
    if urlparse(url).hostname not in ALLOWED:
        return "no", 400
    # ok: ssrf
    return requests.get(url).text


@app.route("/allowed2")
def allowed2():
    target = request.args["target"]
    if target in ("https://a.example.com", "https://b.example.com"):
        # ok: ssrf
        return requests.get(target).text
    # ruleid: ssrf
    return requests.get(target).text


@app.route("/proxy/<path:url>")
def proxy(url):
    # ruleid: ssrf
    return requests.get(url).content


@app.route("/port/<int:port>")
def port(port: int):
    # ok: ssrf
    return requests.get(f"http://localhost:{port}/health").text


def load(address):
    # ruleid: ssrf
    return requests.get(address).text


@app.route("/helper")
def through_helper():
    return load(request.args["url"])


def library_function(address):
    # ok: ssrf
    return httpx.get(address).text


def django_view(request):
    # ruleid: ssrf
    requests.get(request.GET["url"])
    # ruleid: ssrf
    urllib.request.urlopen(request.POST.get("url"))
    # ruleid: ssrf
    requests.get("http://" + request.GET.get("host"))
    # ok: ssrf
    requests.get("https://api.example.com")
    return HttpResponse("ok")


@api.get("/fetch")
async def fastapi_view(url: str, number: int):
    # ruleid: ssrf
    requests.get(url)
    async with httpx.AsyncClient() as client:
        # ruleid: ssrf
        await client.get(url)
        # ok: ssrf
        await client.get(f"https://api.example.com/{number}")
    async with aiohttp.ClientSession() as session:
        # ruleid: ssrf
        async with session.get(url) as response:
            return await response.text()


async def aiohttp_view(request):
    async with aiohttp.ClientSession() as session:
        # ruleid: ssrf
        response = await session.post(request.query["callback"], json={})
        # ok: ssrf
        response = await session.post("https://api.example.com", json=dict(request.query))
    return response


def lambda_handler(event, context):
    # ruleid: ssrf
    requests.get(event["url"])
    # ruleid: ssrf
    urlopen("http://" + event["queryStringParameters"]["host"])
    # ok: ssrf
    requests.get("https://api.example.com")
