from django.http import HttpResponse
from fastapi import FastAPI, Response
from flask import Flask, make_response, session
import flask
import tornado.web
from pyramid.session import SignedCookieSessionFactory
from pyramid.authentication import AuthTktCookieHelper, AuthTktAuthenticationPolicy
from starlette.middleware.sessions import SessionMiddleware

app = Flask(__name__)
# ruleid: insecure-cookie
app.config["SESSION_COOKIE_SECURE"] = False
# ruleid: insecure-cookie
app.config["SESSION_COOKIE_HTTPONLY"] = False
# ruleid: insecure-cookie
app.config.update(SESSION_COOKIE_HTTPONLY=False)
# ruleid: insecure-cookie
app.config["SESSION_COOKIE_SAMESITE"] = None
# ok: insecure-cookie
app.config["SESSION_COOKIE_SECURE"] = True
# ok: insecure-cookie
app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
# ruleid: insecure-cookie
SESSION_COOKIE_SECURE = False
# ruleid: insecure-cookie
SESSION_COOKIE_HTTPONLY = False
# ruleid: insecure-cookie
CSRF_COOKIE_SECURE = False
# ok: insecure-cookie
SESSION_COOKIE_SECURE = True


@app.route("/")
def flask_view():
    response = make_response("ok")
    # ruleid: insecure-cookie
    response.set_cookie("session", "value")
    # ruleid: insecure-cookie
    response.set_cookie("session", "value", secure=True)
    # ruleid: insecure-cookie
    response.set_cookie("session", "value", httponly=True)
    # ruleid: insecure-cookie
    response.set_cookie("session", "value", secure=False, httponly=True, samesite="Lax")
    # ruleid: insecure-cookie
    response.set_cookie("session", "value", secure=True, httponly=False, samesite="Lax")
    # ruleid: insecure-cookie
    response.set_cookie("session", "value", secure=True, httponly=True, samesite="None" if not app.debug else None)
    # ok: insecure-cookie
    response.set_cookie("session", "value", secure=True, httponly=True, samesite="Lax")
    # ok: insecure-cookie
    response.set_cookie("session", "value", samesite="Strict", httponly=True, secure=True, max_age=60)
    options = {"secure": True, "httponly": True, "samesite": "Lax"}
    # ok: insecure-cookie
    response.set_cookie("session", "value", **options)
    # ok: insecure-cookie
    response.delete_cookie("session")
    return response


def django_view(request):
    response = HttpResponse("ok")
    # ruleid: insecure-cookie
    response.set_cookie("session", "value")
    # ruleid: insecure-cookie
    response.set_signed_cookie("session", "value", secure=False)
    # ok: insecure-cookie
    response.set_cookie("session", "value", secure=True, httponly=True, samesite="Strict")
    return response


api = FastAPI()


@api.post("/login")
def login(response: Response):
    # ruleid: insecure-cookie
    response.set_cookie(key="session", value="x")
    # ok: insecure-cookie
    response.set_cookie(key="session", value="x", secure=True, httponly=True, samesite="lax")
    return {}


class Handler(tornado.web.RequestHandler):
    def get(self):
        # ruleid: insecure-cookie
        self.set_cookie("session", "value")
        # ok: insecure-cookie
        self.set_secure_cookie("session", "value", secure=True, httponly=True, samesite="Lax")


# ruleid: insecure-cookie
api.add_middleware(SessionMiddleware, secret_key=api.key)
# ok: insecure-cookie
api.add_middleware(SessionMiddleware, secret_key=api.key, https_only=True)
# ruleid: insecure-cookie
factory = SignedCookieSessionFactory(app.key, httponly=False, secure=True)
# ruleid: insecure-cookie
factory = SignedCookieSessionFactory(app.key)
# ok: insecure-cookie
factory = SignedCookieSessionFactory(app.key, secure=True, httponly=True, samesite="Lax")
# ruleid: insecure-cookie
policy = AuthTktCookieHelper(app.key, secure=False, http_only=True)
# ok: insecure-cookie
policy = AuthTktAuthenticationPolicy(app.key, secure=True, http_only=True, samesite="Lax")


def pyramid_view(request):
    # ruleid: insecure-cookie
    request.response.set_cookie("session", "value", httponly=True)
    # ok: insecure-cookie
    request.response.set_cookie("session", "value", secure=True, httponly=True, samesite="Strict")
