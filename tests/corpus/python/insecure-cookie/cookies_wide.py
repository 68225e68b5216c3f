import http.cookies
from flask import Flask, make_response, request, session
from django.http import HttpResponse
from fastapi import FastAPI, Response as FaResponse
from aiohttp import web
from bottle import response as bresponse
from starlette.responses import JSONResponse, Response as StarResponse
from starlette.middleware.sessions import SessionMiddleware
from pyramid.session import SignedCookieSessionFactory
from datetime import timedelta
import tornado.web
import falcon
import secrets

app = Flask(__name__)
api = FastAPI()
# ok: insecure-cookie
api.add_middleware(SessionMiddleware, secret_key=secrets.token_hex(), https_only=True)
# ruleid: insecure-cookie
api.add_middleware(SessionMiddleware, secret_key=secrets.token_hex(), https_only=False)
# ruleid: insecure-cookie
app.config["SESSION_COOKIE_SECURE"] = False
# ok: insecure-cookie
app.config["SESSION_COOKIE_SECURE"] = True
# ruleid: insecure-cookie
app.config["SESSION_COOKIE_HTTPONLY"] = False
# ok: insecure-cookie
app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
# ruleid: insecure-cookie
app.config.update(SESSION_COOKIE_SECURE=False)
# ok: insecure-cookie
app.config.update(SESSION_COOKIE_SECURE=True, SESSION_COOKIE_HTTPONLY=True)
# ruleid: insecure-cookie
app.config["REMEMBER_COOKIE_HTTPONLY"] = False


@app.route("/c1")
def c1():
    resp = make_response("x")
    # ruleid: insecure-cookie
    resp.set_cookie("sid", "v")
    # ok: insecure-cookie
    resp.set_cookie("sid", "v", secure=True, httponly=True, samesite="Lax")
    # ruleid: insecure-cookie
    resp.set_cookie("sid", "v", secure=False, httponly=True)
    # ruleid: insecure-cookie
    resp.set_cookie("sid", "v", secure=True, httponly=False)
    # ok: insecure-cookie
    resp.set_cookie("sid", "v", secure=True, httponly=True, samesite="Strict")
    # ruleid: insecure-cookie
    resp.set_cookie(key="session", value="v", httponly=True)
    # ok: insecure-cookie
    resp.delete_cookie("sid")
    # ruleid: insecure-cookie
    resp.headers["Set-Cookie"] = "sid=1; HttpOnly"
    # ok: insecure-cookie
    resp.headers["Set-Cookie"] = "sid=1; HttpOnly; Secure; SameSite=Lax"
    opts = {"secure": True, "httponly": True, "samesite": "Lax"}
    # ok: insecure-cookie
    resp.set_cookie("sid", "v", **opts)
    # ok: insecure-cookie
    session["user"] = request.args["u"]
    return resp


def dj(request):
    r = HttpResponse()
    # ruleid: insecure-cookie
    r.set_cookie("sessionid", "v")
    # ok: insecure-cookie
    r.set_cookie("sessionid", "v", secure=True, httponly=True, samesite="Lax")
    # ruleid: insecure-cookie
    r.set_signed_cookie("sid", "v")
    # ok: insecure-cookie
    r.set_signed_cookie("sid", "v", secure=True, httponly=True, samesite="Lax")
    # ruleid: insecure-cookie
    r.set_cookie("sid", "v", secure=True, httponly=True, samesite="None")
    return r


@api.post("/login")
def login(response: FaResponse):
    # ruleid: insecure-cookie
    response.set_cookie("token", "v")
    # ok: insecure-cookie
    response.set_cookie("token", "v", secure=True, httponly=True, samesite="strict")
    # ruleid: insecure-cookie
    response.set_cookie(key="token", value="v", httponly=True, secure=False)
    return {}


async def aio(request):
    resp = web.Response()
    # ruleid: insecure-cookie
    resp.set_cookie("auth", "v")
    # ok: insecure-cookie
    resp.set_cookie("auth", "v", secure=True, httponly=True, samesite="Lax")
    return resp


def bot():
    # ruleid: insecure-cookie
    bresponse.set_cookie("auth", "v", secret="x" * 3)
    # ok: insecure-cookie
    bresponse.set_cookie("auth", "v", secure=True, httponly=True, samesite="lax")


class T(tornado.web.RequestHandler):
    def get(self):
        # ruleid: insecure-cookie
        self.set_cookie("auth", "v")
        # ok: insecure-cookie
        self.set_secure_cookie("auth", "v", secure=True, httponly=True, samesite="Lax")


class F:
    def on_get(self, req, resp):
        # ruleid: insecure-cookie
        resp.set_cookie("auth", "v", secure=False)
        # ok: insecure-cookie
        resp.set_cookie("auth", "v", secure=True, http_only=True, same_site="Lax")


def std():
    c = http.cookies.SimpleCookie()
    c["sid"] = "v"
    # ruleid: insecure-cookie
    c["sid"]["secure"] = False
    # ok: insecure-cookie
    c["sid"]["httponly"] = True
    # ok: insecure-cookie
    SignedCookieSessionFactory("x" * 40, secure=True, httponly=True)
    # ruleid: insecure-cookie
    SignedCookieSessionFactory("x" * 40, secure=False)
