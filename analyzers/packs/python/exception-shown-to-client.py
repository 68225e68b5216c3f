import logging
import traceback

from django.http import HttpResponse
from flask import Flask, jsonify

app = Flask(__name__)


@app.route("/a")
def a():
    try:
        return work()
    except Exception as error:
        # ruleid: exception-shown-to-client
        return str(error), 500


@app.route("/b")
def b():
    try:
        return work()
    except Exception as e:
        # ruleid: exception-shown-to-client
        return jsonify({"error": str(e)}), 500


@app.route("/c")
def c():
    try:
        return work()
    except Exception:
        text = traceback.format_exc()
        # ruleid: exception-shown-to-client
        return text


def view(request):
    try:
        return work()
    except Exception:
        # ruleid: exception-shown-to-client
        return HttpResponse(traceback.format_exc(), status=500)


@app.route("/d")
def d():
    try:
        return work()
    except Exception as error:
        logging.exception("work failed: %s", error)
        # ok: exception-shown-to-client
        return "internal error", 500


def work():
    # ok: exception-shown-to-client
    return HttpResponse("ok")


def debug_page(error_type):
    try:
        return work()
    except Exception as error:
        # ok: exception-shown-to-client
        return HttpResponse(str(error))
