import csv

from flask import request


def export(stream):
    writer = csv.writer(stream)
    # ruleid: csv-injection
    writer.writerow([request.args["name"], 1])
    rows = [[request.form["city"]]]
    # ruleid: csv-injection
    writer.writerows(rows)
    # ruleid: csv-injection
    csv.DictWriter(stream, ["name"]).writerow({"name": request.args["name"]})
    # ok: csv-injection
    writer.writerow(["name", "city"])
    # ok: csv-injection
    writer.writerow([int(request.args["count"])])
    # ok: csv-injection
    writer.writerow([escape_formula(request.args["name"])])
    # ok: csv-injection
    writer.writerow(["'" + request.args["name"]])
    for order in Order.objects.filter(city=request.args["city"]):
        # ok: csv-injection
        writer.writerow((order.number, order.city))
