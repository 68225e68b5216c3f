from django.http import HttpResponse
from django.utils.text import slugify
from aiohttp import web
from flask import Response, make_response, request


def download():
    response = make_response("data")
    # ruleid: header-injection
    response.headers["Content-Disposition"] = "attachment; filename=" + request.args["name"]
    # ruleid: header-injection
    response.headers.add("X-Name", request.args["name"])
    # ok: header-injection
    response.headers["X-Name"] = "fixed"
    # ok: header-injection
    response.headers["X-Count"] = str(int(request.args["count"]))
    # ok: header-injection
    response.headers["Content-Length"] = request.args["size"]
    return response


def remember(response):
    # ruleid: header-injection
    response.set_cookie(request.args["name"], "yes")
    # ok: header-injection
    response.set_cookie("name", "yes")
    # ruleid: header-injection
    response.headers[request.args["header"]] = "yes"


async def given_to_the_response(request):
    if request.query.get("kind"):
        # ok: header-injection
        return web.Response(headers={"X-Kind": "known"}, body=b"")
    # ruleid: header-injection
    return web.Response(headers={"X-Name": request.query["name"]})


def given_to_flask():
    # ruleid: header-injection
    return Response("data", headers={"Content-Disposition": "attachment; filename=" + request.args["name"]})


def sent_on(session):
    # ok: header-injection
    return session.get("https://api.example.com", headers={"X-Name": request.args["name"]})


@app.route("/preflight")
def preflight():
    response = make_response("")
    # ok: header-injection
    response.headers["Access-Control-Allow-Headers"] = request.headers["Access-Control-Request-Headers"]
    return response


def named_by_a_slug(request):
    response = HttpResponse(content_type="text/calendar")
    # ok: header-injection
    response["Content-Disposition"] = f"attachment; filename={slugify(request.GET['name'])}.ics"
    # ruleid: header-injection
    response["Content-Disposition"] = f"attachment; filename={request.GET['name']}.ics"
    return response
