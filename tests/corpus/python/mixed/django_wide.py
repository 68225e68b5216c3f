import uuid
import pickle
import re
import hashlib
import hmac
import os
import time
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import authenticate, login
from django.contrib.auth.hashers import make_password
from django.core.mail import send_mail
from django.db import models
from django.db.models.expressions import RawSQL
from django.http import HttpResponse, HttpRequest
from django.shortcuts import get_object_or_404, redirect
from django.template import Template, Context, engines
from django.contrib.auth.decorators import login_required
from jinja2 import Environment, Template as JTemplate, select_autoescape, FileSystemLoader
from mako.template import Template as MTemplate
from flask import Flask, request, session, redirect as fredirect, make_response
from flask_login import login_user, LoginManager
from itsdangerous import URLSafeTimedSerializer
from jose import jwt as jose_jwt
from authlib.jose import jwt as alib
import jwt

app = Flask(__name__)
app.permanent_session_lifetime = timedelta(days=3650)
# ok: mixed
app.config["PERMANENT_SESSION_LIFETIME"] = timedelta(minutes=30)
# ruleid: insecure-cookie
app.config["REMEMBER_COOKIE_HTTPONLY"] = False
# ok: insecure-cookie
app.config["SESSION_COOKIE_NAME"] = "sid"

# ruleid: hardcoded-secret
SECRET_KEY = "django-insecure-4k2j3h4kj23h4kj23h4kj2h34"
# ruleid: misconfiguration
DEBUG = True
# ruleid: misconfiguration
ALLOWED_HOSTS = ["*"]
# ruleid: insecure-cookie
SESSION_COOKIE_SECURE = False
# ruleid: insecure-cookie
CSRF_COOKIE_SECURE = False
# ruleid: insecure-cookie
SESSION_COOKIE_HTTPONLY = False
# ruleid: misconfiguration
SECURE_SSL_REDIRECT = False
# ruleid: misconfiguration
SECURE_HSTS_SECONDS = 0
# ruleid: misconfiguration
SESSION_SERIALIZER = "django.contrib.sessions.serializers.PickleSerializer"
# ruleid: authentication
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# ruleid: authentication
AUTH_PASSWORD_VALIDATORS = []
# ruleid: cors
CORS_ORIGIN_ALLOW_ALL = True
# ruleid: cors
CORS_ALLOW_ALL_ORIGINS = True
# ok: cors
CORS_ALLOWED_ORIGINS = ["https://app.example.com"]
# ok: cors
CORS_ALLOW_CREDENTIALS = True
# ruleid: misconfiguration
X_FRAME_OPTIONS = "ALLOWALL"
# ruleid: misconfiguration
SECURE_BROWSER_XSS_FILTER = False
# ruleid: misconfiguration
SECURE_CONTENT_TYPE_NOSNIFF = False
# ok: misconfiguration
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# ok: misconfiguration
CSRF_TRUSTED_ORIGINS = ["https://*.example.com"]


@app.route("/fix")
def fixation():
    sid = request.args.get("session_id")
    # ruleid: authentication
    session["id"] = sid
    # ruleid: authentication
    session.sid = sid
    resp = make_response("x")
    # ruleid: authentication
    resp.set_cookie("session_id", request.args.get("sid"), secure=True, httponly=True)
    return resp


@app.route("/login", methods=["POST"])
def flogin():
    user = User.query.filter_by(name=request.form["u"]).first()
    if user and user.check_password(request.form["p"]):
        # ok: authentication
        session["user_id"] = user.id
        # ok: authentication
        login_user(user)
    if request.form["u"] == "admin" and request.form["p"] == "admin123":
        session["admin"] = True
    if hashlib.sha256(request.form["p"].encode()).hexdigest() == user.pw_hash:
        session["x"] = 1
    return ""


def djlogin(request):
    # ruleid: authentication
    request.session.session_key = request.GET["sessionid"]
    # ruleid: authentication
    request.session["user_id"] = request.POST["user_id"]
    # ok: authentication
    request.session["theme"] = request.POST["theme"]
    user = authenticate(request, username=request.POST["u"], password=request.POST["p"])
    if user is not None:
        # ok: authentication
        login(request, user)
    response = HttpResponse("x")
    # ruleid: authentication
    response.set_cookie("sessionid", request.session.session_key)
    # ok: authentication
    response.set_signed_cookie("role", "admin", secure=True, httponly=True)
    return response


def reset(user, request):
    # ruleid: weak-hash
    token = hashlib.md5((user.email + str(time.time())).encode()).hexdigest()
    token2 = str(uuid.uuid1())
    # ok: weak-hash
    token3 = str(uuid.uuid4())
    # ruleid: authentication
    user.password = request.POST["password"]
    # ok: authentication
    user.password = make_password(request.POST["password"])
    # ok: authentication
    user.set_password(request.POST["password"])
    user.save()
    # ok: authentication
    if len(request.POST["password"]) < 12:
        return None
    # ruleid: data-exposure
    print("New password is", request.POST["password"])
    return token


def tpl(request):
    # ruleid: template-injection
    Template("Hello " + request.GET["n"]).render(Context())
    # ruleid: template-injection
    engines["django"].from_string(request.GET["t"])
    # ruleid: template-injection
    JTemplate(request.GET["t"]).render()
    # ok: template-injection
    JTemplate("Hello {{ n }}").render(n=request.GET["n"])
    # ruleid: template-injection
    MTemplate("hi " + request.GET["t"]).render()
    # ruleid: xss
    env = Environment(loader=FileSystemLoader("x"))
    # ok: xss
    env2 = Environment(autoescape=True)
    # ok: xss
    env3 = Environment(autoescape=select_autoescape(["html"]))
    # ruleid: template-injection
    env.from_string(request.GET["t"]).render()
    # ok: template-injection
    return HttpResponse(env2.from_string("{{ a }}").render(a=request.GET["a"]))


def orm(request):
    q = request.GET["q"]
    # ruleid: sql-injection
    User.objects.annotate(v=RawSQL("select col from t where o = '%s'" % q, ()))
    # ok: sql-injection
    User.objects.annotate(v=RawSQL("select col from t where o = %s", (q,)))
    # ruleid: sql-injection
    User.objects.extra(select={"v": "select " + q})
    # ok: sql-injection
    User.objects.order_by(q)
    User.objects.filter(**request.GET.dict())
    # ruleid: mass-assignment
    User.objects.create(**request.POST.dict())
    # ruleid: mass-assignment
    User(**request.POST)
    for k, v in request.POST.items():
        # ruleid: mass-assignment
        setattr(user, k, v)
    for k in ("name", "email"):
        # ok: mass-assignment
        setattr(user, k, request.POST[k])
    return HttpResponse()


def tok(t, key):
    # ruleid: jwt
    jose_jwt.decode(t, key, options={"verify_signature": False})
    # ok: jwt
    jose_jwt.decode(t, key, algorithms=["HS256"])
    # ruleid: jwt
    jose_jwt.get_unverified_claims(t)
    # ok: jwt
    jwt.get_unverified_header(t)
    # ruleid: jwt
    jwt.decode(t, "my-hardcoded-secret", algorithms=["HS256"])
    # ok: jwt
    jwt.encode({"user": 1, "exp": time.time() + 600}, settings.JWT_KEY, algorithm="HS256")
    # ruleid: jwt
    jwt.encode({"password": "x", "user": 1}, key)
    # ok: jwt
    alib.decode(t, key)
    # ruleid: hardcoded-secret
    URLSafeTimedSerializer("another-secret-key").dumps({})
    # ok: hardcoded-secret
    URLSafeTimedSerializer(settings.SECRET_KEY).dumps({})


def regex(request):
    # ruleid: regex-dos
    re.compile(r"(a+)+$").match(request.GET["x"])
    # ruleid: regex-dos
    re.match(r"^(([a-z])+.)+[A-Z]([a-z])+$", request.GET["x"])
    # ok: regex-dos
    re.match(r"^[a-z]+$", request.GET["x"])
    # ruleid: regex-dos
    re.compile(request.GET["p"])
    # ok: regex-dos
    re.compile(re.escape(request.GET["p"]))
    # ruleid: regex-dos
    re.search("^" + request.GET["p"] + "$", "x")


class Upload(models.Model):
    file = models.FileField(upload_to="x")


def mailer(request):
    # ruleid: xss
    send_mail("s", "m", "a@b.c", ["x"], html_message="<b>" + request.GET["n"])
    # ok: xss
    return redirect("/profile/%s" % request.user.id)


def compare(request, stored):
    # ruleid: timing
    if request.META.get("HTTP_X_TOKEN") == settings.API_TOKEN:
        return 1
    # ok: timing
    if hmac.compare_digest(request.META.get("HTTP_X_TOKEN"), settings.API_TOKEN):
        return 1
    # ruleid: deserialization
    pickle.loads(request.COOKIES["s"].encode())
    pickle.loads(open("local.pkl", "rb").read())
