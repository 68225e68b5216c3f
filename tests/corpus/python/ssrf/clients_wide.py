import requests, httpx, urllib.request, urllib3, http.client, aiohttp, pycurl, socket, ftplib, urllib
from urllib.request import urlopen, Request
from urllib.parse import urlparse, quote
from flask import Flask, request, redirect, url_for, make_response
from django.shortcuts import redirect as dj_redirect
from django.http import HttpResponseRedirect, HttpResponsePermanentRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from fastapi.responses import RedirectResponse
from aiohttp import web
import bottle, cherrypy, tornado.web
app = Flask(__name__)
@app.route("/1")
def a():
    u = request.args["u"]
    # ruleid: ssrf
    requests.get(u)
    # ruleid: ssrf
    requests.post(u, json={})
    # ruleid: ssrf
    requests.request("GET", u)
    # ruleid: ssrf
    requests.Session().get(u)
    s = requests.Session()
    # ruleid: ssrf
    s.get(u)
    # ruleid: ssrf
    s.request("GET", u)
    # ruleid: ssrf
    requests.get("http://" + u)
    # ok: ssrf
    requests.get("https://api.example.com/" + u)
    # ok: ssrf
    requests.get("https://api.example.com/", params={"q": u})
    # ruleid: ssrf
    requests.get(f"https://{u}.example.com/")
    # ok: ssrf
    requests.get(f"https://api.example.com/{quote(u)}")
    # ruleid: ssrf
    httpx.get(u)
    # ruleid: ssrf
    httpx.Client().get(u)
    # ruleid: ssrf
    httpx.stream("GET", u)
    # ruleid: ssrf
    urllib.request.urlopen(u)
    # ruleid: ssrf
    urlopen(Request(u))
    # ruleid: ssrf
    urllib.request.urlretrieve(u, "x")
    # ruleid: ssrf
    urllib3.PoolManager().request("GET", u)
    # ruleid: ssrf
    http.client.HTTPConnection(u)
    # ruleid: ssrf
    http.client.HTTPSConnection(u).request("GET", "/")
    c = pycurl.Curl()
    # ruleid: ssrf
    c.setopt(c.URL, u)
    # ruleid: ssrf
    c.setopt(pycurl.URL, u)
    # ruleid: ssrf
    socket.create_connection((u, 80))
    # ruleid: ssrf
    ftplib.FTP(u)
@app.route("/2")
def b():
    u = request.args["u"]
    if urlparse(u).hostname not in ALLOWED:
        return "no"
    # ok: ssrf
    requests.get(u)
@app.route("/3")
def c():
    u = request.args["u"]
    if u.startswith("https://example.com/"):
        # ok: ssrf
        requests.get(u)
@app.route("/4")
def d():
    u = request.args["u"]
    if u.startswith("https://example.com"):
        # ruleid: ssrf
        requests.get(u)
@app.route("/5")
def e():
    u = request.args["u"]
    if u not in ("https://a", "https://b"):
        return "no"
    # ok: ssrf
    requests.get(u)
async def f(request):
    u = request.query["u"]
    async with aiohttp.ClientSession() as s:
        # ruleid: ssrf
        async with s.get(u) as r:
            pass
        # ok: ssrf
        await s.post("https://x.example/" + u)
    async with httpx.AsyncClient() as c:
        # ruleid: ssrf
        await c.get(u)
@app.route("/r1")
def r1():
    # ruleid: open-redirect
    return redirect(request.args["next"])
@app.route("/r2")
def r2():
    # ruleid: open-redirect
    return redirect(request.args.get("next") or url_for("x"))
@app.route("/r3")
def r3():
    # ok: open-redirect
    return redirect(url_for(request.args["page"]))
@app.route("/r4")
def r4():
    n = request.args["next"]
    if urlparse(n).netloc:
        n = "/"
    # ok: open-redirect
    return redirect(n)
@app.route("/r5")
def r5():
    # ok: open-redirect
    return redirect("/user/" + request.args["id"])
@app.route("/r6")
def r6():
    # ruleid: open-redirect
    return redirect(request.referrer)
@app.route("/r7")
def r7():
    r = make_response("", 302)
    # ruleid: open-redirect
    r.headers["Location"] = request.args["n"]
    return r
@app.route("/r8")
def r8():
    r = make_response()
    # ruleid: open-redirect
    r.location = request.args["n"]
    return r
@app.route("/r9")
def r9():
    n = request.args.get("next", "/")
    if not n.startswith("/"):
        n = "/"
    # ruleid: open-redirect
    return redirect(n)
@app.route("/r10")
def r10():
    n = request.args.get("next", "/").replace("\\", "")
    if not urlparse(n).netloc and not urlparse(n).scheme:
        # ok: open-redirect
        return redirect(n)
    return redirect("/")
@app.route("/r11")
def r11():
    # ruleid: open-redirect
    return redirect("https://" + request.args["h"] + "/x")
@app.route("/r12")
def r12():
    # ok: open-redirect
    return redirect("https://example.com/?" + request.args["q"])
def dj(request):
    n = request.GET.get("next")
    # ruleid: open-redirect
    HttpResponseRedirect(n)
    # ruleid: open-redirect
    dj_redirect(n)
    # ok: open-redirect
    dj_redirect("view-name", n)
    # ruleid: open-redirect
    HttpResponsePermanentRedirect(n)
    if url_has_allowed_host_and_scheme(n, allowed_hosts={request.get_host()}):
        # ok: open-redirect
        return HttpResponseRedirect(n)
    # ruleid: open-redirect
    return dj_redirect(request.META.get("HTTP_REFERER", "/"))
async def st(request):
    # ruleid: open-redirect
    return RedirectResponse(request.query_params["n"])
async def aio(request):
    # ruleid: open-redirect
    raise web.HTTPFound(request.query["n"])
async def aio2(request):
    # ruleid: open-redirect
    raise web.HTTPFound(location=request.query["n"])
class H(tornado.web.RequestHandler):
    def get(self):
        # ruleid: open-redirect
        self.redirect(self.get_argument("next", "/"))
@bottle.route("/")
def bb():
    # ruleid: open-redirect
    bottle.redirect(bottle.request.query.n)
