from django.core.mail import send_mail
from django.http import HttpResponse
from flask import Flask, make_response, request

app = Flask(__name__)


@app.route("/download")
def download():
    response = make_response("data")
    # ruleid: header-injection
    response.headers["Content-Disposition"] = "attachment; filename=" + request.args["name"]
    # ruleid: header-injection
    response.headers["X-Name"] = request.args["name"]
    # ruleid: header-injection
    response.headers.add("X-Name", request.args["name"])
    # ok: header-injection
    response.headers["X-Name"] = "fixed"
    # ok: header-injection
    response.headers["X-Count"] = str(int(request.args["count"]))
    return response


def django_view(request):
    response = HttpResponse("data")
    # ruleid: header-injection
    response["Content-Disposition"] = "attachment; filename=%s" % request.GET["name"]
    # ok: header-injection
    response["Content-Type"] = "text/plain"
    return response
