import logging
import sqlite3
import traceback

from django.http import HttpResponse
from fastapi import FastAPI, HTTPException
from fastapi.responses import JSONResponse
from flask import Blueprint, Flask, abort, jsonify

app = Flask(__name__)
site = Blueprint("site", __name__)
api = FastAPI()


@app.route("/a")
def a():
    try:
        return work()
    except Exception as error:
        # ruleid: error-message-exposure
        return str(error), 500


@app.route("/b")
def b():
    try:
        return work()
    except Exception as e:
        # ruleid: error-message-exposure
        return jsonify({"error": str(e)}), 500


@app.route("/c")
def c():
    try:
        return work()
    except Exception:
        text = traceback.format_exc()
        # ruleid: error-message-exposure
        return text


def view(request):
    try:
        return work()
    except Exception:
        # ruleid: error-message-exposure
        return HttpResponse(traceback.format_exc(), status=500)


@app.route("/d")
def d():
    try:
        return work()
    except Exception as error:
        logging.exception("work failed: %s", error)
        # ok: error-message-exposure
        return "internal error", 500


def work():
    # ok: error-message-exposure
    return HttpResponse("ok")


def debug_page(error_type):
    try:
        return work()
    except Exception as error:
        # ok: error-message-exposure
        return HttpResponse(str(error))


@app.errorhandler(Exception)
def failed(error):
    # ruleid: error-message-exposure
    return "<pre>" + traceback.format_exc() + "</pre>", 500


@site.app_errorhandler(Exception)
def failed_in_site(error):
    # ruleid: error-message-exposure
    return jsonify(error=repr(error)), 500


@app.errorhandler(404)
def not_found(error):
    # ok: error-message-exposure
    return str(error), 404


@api.exception_handler(Exception)
async def failed_in_api(request, exc):
    # ruleid: error-message-exposure
    return JSONResponse({"detail": str(exc)}, status_code=500)


@api.exception_handler(Exception)
async def logged(request, exc):
    logging.error("failed: %s", exc)
    # ok: error-message-exposure
    return JSONResponse({"detail": "internal error"}, status_code=500)


@api.get("/e")
def e():
    try:
        return work()
    except ValueError as error:
        # ok: error-message-exposure
        raise HTTPException(status_code=400, detail=str(error))
    except Exception as error:
        # ruleid: error-message-exposure
        raise HTTPException(status_code=500, detail=str(error))


@app.route("/f")
def f():
    try:
        return work()
    except OSError as error:
        # ruleid: error-message-exposure
        abort(500, description=f"work failed: {error}")


@app.route("/g", methods=["POST"])
def g():
    try:
        return work()
    except OrderError as error:
        # ok: error-message-exposure
        return str(error), 400
    except sqlite3.Error as error:
        # ruleid: error-message-exposure
        return str(error), 500
    except (KeyError, ShopError) as error:
        # ruleid: error-message-exposure
        return jsonify(error=str(error))


@app.route("/intent")
def intent():
    try:
        return answer()
    except UnknownIntent as error:
        # ok: error-message-exposure
        return str(error), 404
    except DialogError as error:
        # ok: error-message-exposure
        return str(error), 400
    except OSError as error:
        # ruleid: error-message-exposure
        return str(error), 500
