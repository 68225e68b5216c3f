from django.http import HttpResponse
from django.utils.text import slugify
from aiohttp import web
from flask import Response, make_response, request


def download():
    response = make_response("data")
    # ruleid: response-header-from-request
    response.headers["Content-Disposition"] = "attachment; filename=" + request.args["name"]
    # ruleid: response-header-from-request
    response.headers.add("X-Name", request.args["name"])
    # ok: response-header-from-request
    response.headers["X-Name"] = "fixed"
    # ok: response-header-from-request
    response.headers["X-Count"] = str(int(request.args["count"]))
    # ok: response-header-from-request
    response.headers["Content-Length"] = request.args["size"]
    return response


def remember(response):
    # ruleid: response-header-from-request
    response.set_cookie(request.args["name"], "yes")
    # ok: response-header-from-request
    response.set_cookie("name", "yes")
    # ruleid: response-header-from-request
    response.headers[request.args["header"]] = "yes"


async def given_to_the_response(request):
    if request.query.get("kind"):
        # ok: response-header-from-request
        return web.Response(headers={"X-Kind": "known"}, body=b"")
    # ruleid: response-header-from-request
    return web.Response(headers={"X-Name": request.query["name"]})


def given_to_flask():
    # ruleid: response-header-from-request
    return Response("data", headers={"Content-Disposition": "attachment; filename=" + request.args["name"]})


def sent_on(session):
    # ok: response-header-from-request
    return session.get("https://api.example.com", headers={"X-Name": request.args["name"]})


@app.route("/preflight")
def preflight():
    response = make_response("")
    # ok: response-header-from-request
    response.headers["Access-Control-Allow-Headers"] = request.headers["Access-Control-Request-Headers"]
    return response


def named_by_a_slug(request):
    response = HttpResponse(content_type="text/calendar")
    # ok: response-header-from-request
    response["Content-Disposition"] = f"attachment; filename={slugify(request.GET['name'])}.ics"
    # ruleid: response-header-from-request
    response["Content-Disposition"] = f"attachment; filename={request.GET['name']}.ics"
    return response
