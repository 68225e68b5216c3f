import csv
import io

from django.http import HttpResponse
from flask import Blueprint, request

exports = Blueprint("exports", __name__)


@exports.route("/people.csv")
def people():
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    # ok: csv-injection
    writer.writerow(["name", "city"])
    # ruleid: csv-injection
    writer.writerow([request.args["name"], request.args.get("city", "")])
    # ok: csv-injection
    writer.writerow([int(request.args["age"]), len(request.args["name"])])
    return buffer.getvalue(), 200, {"Content-Type": "text/csv"}


def invoices(request):
    response = HttpResponse(content_type="text/csv")
    writer = csv.DictWriter(response, fieldnames=["title"])
    # ruleid: csv-injection
    writer.writerow({"title": request.POST["title"]})
    # ok: csv-injection
    writer.writerow({"title": "'" + request.POST["title"]})
    # ruleid: csv-injection
    writer.writerows([{"title": title} for title in request.POST.getlist("titles")])
    return response
