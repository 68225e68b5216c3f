from urllib.parse import urlparse

from django.shortcuts import redirect as go
from django.http import HttpResponseRedirect
from flask import Flask, redirect, request, session, url_for

app = Flask(__name__)
TARGETS = ["/home", "/profile"]


def next_page():
    return request.args.get("next")


@app.route("/a")
def a():
    # ruleid: open-redirect
    return redirect(next_page())


@app.route("/b")
def b():
    target = request.args.get("next", "")
    if target in TARGETS:
        # ok: open-redirect
        return redirect(target)
    # ok: open-redirect
    return redirect("/home")


@app.route("/c")
def c():
    target = request.args.get("next", "").replace("\\", "")
    if not urlparse(target).netloc and not urlparse(target).scheme:
        # ok: open-redirect
        return redirect(target, code=302)
    return redirect("/")


@app.route("/d")
def d():
    target = request.args.get("next", "")
    # ruleid: open-redirect
    return redirect(target if target else "/")


@app.route("/e")
def e():
    # ok: open-redirect
    return redirect(f"/items/{request.args['id']}")


@app.route("/f")
def f():
    # ruleid: open-redirect
    return redirect("//" + request.args["host"])


@app.route("/g")
def g():
    session["next"] = request.args["next"]
    # ok: open-redirect
    return redirect(url_for("login", next=request.args["next"]))


def view(request):
    target = request.POST.get("next") or "/"
    # ruleid: open-redirect
    return HttpResponseRedirect(redirect_to=target)


def view2(request):
    # ruleid: open-redirect
    return go(request.GET.get("url", "/"), permanent=True)
