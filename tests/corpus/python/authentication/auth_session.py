import hmac
import os
import hashlib
from flask import Flask, request, session, redirect, abort
from flask_login import login_required, login_user, logout_user
from django.contrib.auth import authenticate, login
from django.http import HttpResponse
from fastapi import FastAPI, Depends, Security
from fastapi.security import HTTPBasic, OAuth2PasswordBearer
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.views import APIView
import ldap
import ldap3
import requests

app = Flask(__name__)


@app.route("/a1", methods=["POST"])
def a1():
    # ruleid: timing
    if request.form["token"] == app.config["API_TOKEN"]:
        return "ok"
    # ok: authentication
    if hmac.compare_digest(request.form["token"], app.config["API_TOKEN"]):
        return "ok"
    sig = hmac.new(b"k" * 3, request.data, hashlib.sha256).hexdigest()
    # ruleid: timing
    if sig == request.headers["X-Signature"]:
        return "ok"
    # ok: authentication
    if hmac.compare_digest(sig, request.headers["X-Signature"]):
        return "ok"
    return "no"


def binds(user, password):
    con = ldap.initialize("ldaps://x")
    # ruleid: authentication
    con.simple_bind_s("cn=admin", "")
    # ok: authentication
    con.simple_bind_s("cn=admin", password)
    # ruleid: authentication
    con.bind_s("cn=admin", None)
    # ruleid: authentication
    ldap3.Connection("x", user="cn=a", password=None)
    # ok: authentication
    ldap3.Connection("x", user="cn=a", password=password)


@app.route("/sess", methods=["POST"])
def sess():
    # ruleid: authentication
    session.sid = request.args["sid"]
    # ok: authentication
    session["cart"] = []
    # ok: authentication
    session.permanent = True
    return ""


def check_admin(request):
    # ruleid: authentication
    if request.COOKIES.get("is_admin") == "true":
        return HttpResponse("admin")
    # ok: authentication
    if request.user.is_staff:
        return HttpResponse("admin")
    # ok: authentication
    user = authenticate(request, username=request.POST["u"], password=request.POST["p"])
    if user is not None:
        # ok: authentication
        login(request, user)
    return HttpResponse("x")


@api_view(["POST"])
@permission_classes([AllowAny])
def pub(request):
    return HttpResponse("")


@api_view(["POST"])
# ok: authentication
@permission_classes([IsAuthenticated])
def priv(request):
    return HttpResponse("")


class V(APIView):
    # ok: authentication
    permission_classes = [IsAuthenticated]
    # ruleid: authentication
    authentication_classes = []


@app.route("/role")
def role():
    # ruleid: authentication
    if request.args.get("role") == "admin":
        return "secret"
    # ruleid: authentication
    if request.headers.get("X-Forwarded-For") == "127.0.0.1":
        return "secret"
    # ok: authentication
    if session.get("role") == "admin":
        return "secret"
    abort(403)
