from urllib.parse import urlparse

import bottle
import cherrypy
from chalice import Chalice, Response
from django.core import signing
from django.http import HttpResponseRedirect
from django.shortcuts import redirect as django_redirect
from django.urls import reverse
from fastapi import Depends, FastAPI
from fastapi.responses import RedirectResponse
from litestar import Request as LitestarRequest, get
from litestar.response import Redirect
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


def show_what_is_kept(database):
    key = request.args["key"]
    # ok: open-redirect
    redirect(links.get_by_key(key).address)
    # ok: open-redirect
    redirect(find_user(key).page)
    # ok: open-redirect
    redirect(get_link_or_404(key).address)
    # ok: open-redirect
    redirect(Link.query.filter_by(key=key).first().address)
    # ruleid: open-redirect
    redirect(bottle.request.query.get("back"))
    # ok: open-redirect
    redirect(db.session.get(Link, key).address)
    # ok: open-redirect
    redirect(database.execute(select(Link).where(Link.key == key)).scalar_one().address)
    # ruleid: open-redirect
    redirect(session.get("back", key))
    # ruleid: open-redirect
    redirect(get_url(key))
    # ruleid: open-redirect
    return redirect(find_address(key).text)


async def show_what_is_waited_for(store):
    key = request.args["key"]
    # ok: open-redirect
    redirect((await store.get_link(key)).address)
    # ok: open-redirect
    redirect((await store.find_one(key)).address)
    # ok: open-redirect
    redirect((await store.fetchrow("select address from links where key = $1", key))["address"])
    # ruleid: open-redirect
    redirect((await store.get_value(key)).text)
    # ruleid: open-redirect
    return redirect(await store.build(key))


def show_here(request):
    # ok: open-redirect
    raise cherrypy.HTTPRedirect(cherrypy.url(request.args["page"] + "/"))


def show_below(base):
    # ok: open-redirect
    redirect("&".join([base.address, request.args["more"]]))
    # ok: open-redirect
    redirect(f"{base.address}?{request.query_string}&more={request.args['more']}")
    # ok: open-redirect
    redirect(base.address + "?more=" + request.args["more"])
    # ruleid: open-redirect
    redirect(f"{request.args['base']}?more")
    # ruleid: open-redirect
    redirect(base.address + request.args["more"])
    # ruleid: open-redirect
    return redirect("/".join([request.args["base"], "more"]))


def known_addresses(event, query):
    # ok: open-redirect
    redirect(eventreverse(event, "order", kwargs={"code": request.args["code"]}))
    # ok: open-redirect
    redirect(get_safe_redirect(request.args["next"]))
    # ok: open-redirect
    redirect(f"{event.url}?{request.args.urlencode()}")
    # ruleid: open-redirect
    return redirect(get_unsafe_url(request.args["next"]))


api = FastAPI()


@api.get("/login")
async def api_login(auth: AuthDep, manager: Manager = Depends(get_manager), next: str = "/"):
    if auth.is_open:
        # ok: open-redirect
        return RedirectResponse(auth.login_url())
    if manager.is_open:
        # ok: open-redirect
        return RedirectResponse(manager.login_url())
    # ruleid: open-redirect
    return RedirectResponse(next)


def connect(request, login: SocialLogin, target: str):
    if login.is_done:
        # ok: open-redirect
        return HttpResponseRedirect(login.get_address())
    # ruleid: open-redirect
    return HttpResponseRedirect(target)


def signed(request):
    address = signing.Signer(salt="go").unsign(request.GET["url"])
    # ok: open-redirect
    return HttpResponseRedirect(address)


@app.route("/back")
def back():
    # ok: open-redirect
    return redirect(safe_referrer(request, "/"))


@app.route("/place")
def place():
    answer = {}
    # ok: open-redirect
    answer["Location"] = {"value": request.args["location"]}
    return answer


@get("/leave")
async def leave(request: LitestarRequest) -> Redirect:
    # ruleid: open-redirect
    return Redirect(path=request.query_params["next"])


def handler(event, context):
    target = event["queryStringParameters"]["to"]
    if target == "home":
        # ok: open-redirect
        return {"statusCode": 302, "headers": {"Location": "/home"}}
    # ruleid: open-redirect
    return {"statusCode": 302, "headers": {"Location": target}}


chalice_app = Chalice(app_name="shop")


@chalice_app.route("/old")
def old():
    # ruleid: open-redirect
    return Response("", status_code=302, headers={"Location": chalice_app.current_request.query_params["to"]})


@klein.route("/twisted")
def twisted_redirect(request):
    # ruleid: open-redirect
    request.redirect(request.args[b"next"][0])
    # ok: open-redirect
    request.redirect(b"/login")


def to_objects(request, path):
    obj = parse_path(request, path)
    # ok: open-redirect
    django_redirect(obj)
    translation = parse_path(request, path)
    translation.save()
    # ok: open-redirect
    django_redirect(translation)
    target = clean(request.GET["next"])
    # ruleid: open-redirect
    django_redirect(target)
    # ok: open-redirect
    django_redirect(f"{obj.get_absolute_url()}?q={request.GET['q']}")
    # ok: open-redirect
    django_redirect("{}?q={}".format(reverse("search"), request.GET["q"]))
    # ok: open-redirect
    django_redirect(reverse("search") + "?q=" + request.GET["q"])
    # ruleid: open-redirect
    django_redirect(request.GET["next"] + reverse("search"))


def part_of_a_view(request, where):
    # ok: open-redirect
    return django_redirect(where)


def whole_view(request, pk):
    return part_of_a_view(request, "/home")


def other_part(request, where):
    # ruleid: open-redirect
    return django_redirect(where)


def other_view(request, target):
    return other_part(request, target)


def to_what_is_kept(request, code, step):
    submission = Submission.objects.select_related("event").get(code=code)
    # ok: open-redirect
    HttpResponseRedirect(submission.urls.public)
    # ok: open-redirect
    HttpResponseRedirect(step.get_step_url(request, query=request.GET["q"]))
    # ruleid: open-redirect
    HttpResponseRedirect(step.get_next_url(request.GET["next"]))


@app.route("/table")
def from_a_table():
    targets = {"home": "/", "next": request.args["next"]}
    # ruleid: open-redirect
    return redirect(targets["next"])


@app.route("/local")
def one_slash():
    target = request.args["next"]
    if not target.startswith("/") or target.startswith(("//", "/\\")):
        abort(400)
    # ok: open-redirect
    return redirect(target)


@app.route("/slashes")
def slashes():
    target = request.args.get("next")
    if target and target.startswith("/") and not target.startswith("//"):
        # ok: open-redirect
        return redirect(target)
    if target.startswith("/"):
        # ruleid: open-redirect
        return redirect(target)
    # ok: open-redirect
    return redirect("/" + target.lstrip("/"))


@app.route("/more-slashes")
def more_slashes():
    target = request.args.get("next")
    if not target.startswith("/") or target.startswith("//") or "\\" in target:
        target = "/"
    # ok: open-redirect
    return redirect(target)


@app.route("/one-by-one")
def one_by_one():
    target = request.args.get("next")
    if not target.startswith("/"):
        return "no"
    if target.startswith("//"):
        return "no"
    # ok: open-redirect
    return redirect(target)


def of_an_object(request, pk):
    shelf = find_shelf(request.GET["shelf"])
    # ok: open-redirect
    return redirect(shelf.local_path)


def back(request):
    # ok: open-redirect
    return redirect(request.META.get("HTTP_REFERER", "/"))


def back_by_environment(request):
    # ok: open-redirect
    return redirect(request.environ["HTTP_REFERER"])


ALBUMS = "/albums"


@app.route("/fixed-path")
def fixed_path():
    target = "/items/"
    target += request.args["item"]
    if request.args["album"]:
        # ok: open-redirect
        return redirect(f"{ALBUMS}/view/{request.args['album']}")
    # ok: open-redirect
    return redirect(target)
