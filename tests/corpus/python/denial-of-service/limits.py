import time

import requests
from flask import Flask, request

app = Flask(__name__)


@app.route("/wait")
def wait():
    # ruleid: denial-of-service
    time.sleep(int(request.args["seconds"]))
    # ruleid: denial-of-service
    data = "x" * int(request.args["size"])
    # ruleid: denial-of-service
    numbers = list(range(int(request.args["count"])))
    # ok: denial-of-service
    time.sleep(1)
    # ok: denial-of-service
    data = "x" * min(int(request.args["size"]), 100)
    # ruleid: denial-of-service
    price = float(request.args["price"])
    # ok: denial-of-service
    amount = int(request.args["amount"])
    return str((data, numbers, price, amount))
