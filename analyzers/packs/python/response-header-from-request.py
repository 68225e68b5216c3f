from flask import make_response, request


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
