import math

from flask import abort, request


def price():
    # ruleid: nan-injection
    price = float(request.args["price"])
    if price < 0:
        abort(400)
    # ok: nan-injection
    amount = int(request.args["amount"])
    # ok: nan-injection
    return price, amount, float(len(request.args["name"]))


def weight():
    # ok: nan-injection
    weight = float(request.args["weight"])
    if math.isnan(weight):
        abort(400)
    return weight


def height():
    # ok: nan-injection
    height = float(request.args["height"])
    if not math.isfinite(height):
        abort(400)
    return height
