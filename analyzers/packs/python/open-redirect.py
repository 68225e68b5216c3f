from urllib.parse import urlparse

from flask import Flask, abort, redirect, request, url_for

app = Flask(__name__)
PAGES = {"home": "/"}


def is_safe_url(target):
    return urlparse(target).netloc == ""


def login():
    # ruleid: open-redirect
    return redirect(request.args.get("next"))


def login_elsewhere():
    # ruleid: open-redirect
    return redirect(f"https://{request.args['host']}/home")


def quiet():
    # ok: open-redirect
    redirect(url_for("index"))
    # ok: open-redirect
    redirect(PAGES[request.args["page"]])
    # ok: open-redirect
    redirect("/users/" + request.args["id"])
    target = request.args["next"]
    if not is_safe_url(target):
        abort(400)
    # ok: open-redirect
    return redirect(target)


def again():
    # ok: open-redirect
    return redirect(request.url)


def show(request, pk_or_slug):
    article = Article.objects.get(slug=pk_or_slug)
    # ok: open-redirect
    return redirect(article.address)
