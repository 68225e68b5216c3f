import csv

from flask import request


def export(stream):
    writer = csv.writer(stream)
    # ruleid: csv-formula-from-request
    writer.writerow([request.args["name"], 1])
    rows = [[request.form["city"]]]
    # ruleid: csv-formula-from-request
    writer.writerows(rows)
    # ruleid: csv-formula-from-request
    csv.DictWriter(stream, ["name"]).writerow({"name": request.args["name"]})
    # ok: csv-formula-from-request
    writer.writerow(["name", "city"])
    # ok: csv-formula-from-request
    writer.writerow([int(request.args["count"])])
    # ok: csv-formula-from-request
    writer.writerow([escape_formula(request.args["name"])])
    # ok: csv-formula-from-request
    writer.writerow(["'" + request.args["name"]])
    for order in Order.objects.filter(city=request.args["city"]):
        # ok: csv-formula-from-request
        writer.writerow((order.number, order.city))
