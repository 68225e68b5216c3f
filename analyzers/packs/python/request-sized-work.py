import time

from flask import request


def work():
    # ruleid: request-sized-work
    time.sleep(int(request.args["seconds"]))
    # ruleid: request-sized-work
    list(range(int(request.args["count"])))
    # ok: request-sized-work
    time.sleep(min(int(request.args["seconds"]), 5))
    # ok: request-sized-work
    amount = int(request.args["amount"])
    # ok: request-sized-work
    return "x" * 10, amount
