import time

from flask import request


def work():
    # ruleid: resource-exhaustion
    time.sleep(int(request.args["seconds"]))
    # ruleid: resource-exhaustion
    list(range(int(request.args["count"])))
    # ok: resource-exhaustion
    time.sleep(min(int(request.args["seconds"]), 5))
    # ok: resource-exhaustion
    amount = int(request.args["amount"])
    # ok: resource-exhaustion
    return "x" * 10, amount
