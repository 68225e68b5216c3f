import logging
import traceback
import sys
from flask import Flask, request, jsonify, make_response
from django.http import HttpResponse, JsonResponse
from django.conf import settings
from fastapi import FastAPI
import socket
import uvicorn
from aiohttp import web
import bottle
import cherrypy
import json

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route("/e1")
def e1():
    try:
        return str(1 / 0)
    except Exception as e:
        # ruleid: data-exposure
        return str(e)


@app.route("/e2")
def e2():
    try:
        work()
    except Exception:
        # ruleid: data-exposure
        return traceback.format_exc()
    return ""


@app.route("/e3")
def e3():
    try:
        work()
    except Exception:
        # ok: data-exposure
        logger.exception("failed")
        # ok: data-exposure
        return "internal error", 500
    return ""


@app.route("/e4")
def e4():
    try:
        work()
    except Exception as err:
        # ruleid: data-exposure
        return jsonify({"error": str(err)}), 500
    return ""


def e5(request):
    try:
        work()
    except Exception:
        # ruleid: data-exposure
        return HttpResponse(traceback.format_exc(), status=500)
    # ok: data-exposure
    return HttpResponse("fine")


def login(user, password, ssn, card):
    # ruleid: data-exposure
    logger.info("password is %s" % password)
    # ok: data-exposure
    logger.info("login of %s", user)
    # ruleid: data-exposure
    print(f"password: {password}")
    # ruleid: data-exposure
    logging.debug("card number: " + card.credit_card_number)
    # ok: data-exposure
    logger.info("password changed")
    # ok: data-exposure
    logger.info("password length %d", len(password))
    # ruleid: data-exposure
    logger.warning("token=%s", user.auth_token)
    # ok: data-exposure
    logger.warning("missing token for %s", user.name)
    with open("out.txt", "w") as f:
        # ruleid: data-exposure
        f.write(password)
    # ok: data-exposure
    logger.info("secret: %s", mask(password))
    # ok: data-exposure
    logger.info("no password configured: %s", not password)
    # ruleid: data-exposure
    logger.error("api key " + settings.API_KEY)


def mask(v):
    return "***"


def work():
    raise ValueError


if __name__ == "__main__":
    # ruleid: misconfiguration
    app.run(debug=True)
    # ok: misconfiguration
    app.run(debug=False)
    # ruleid: misconfiguration
    app.run(host="0.0.0.0")
    # ok: misconfiguration
    app.run(host="127.0.0.1", port=8080)
    # ruleid: misconfiguration
    app.debug = True
    # ruleid: misconfiguration
    app.config["DEBUG"] = True
    # ok: misconfiguration
    app.config["DEBUG"] = False
    # ruleid: misconfiguration
    bottle.run(debug=True)
    # ok: misconfiguration
    bottle.run(host="localhost", port=8080)
    # ruleid: misconfiguration
    FastAPI(debug=True)
    # ok: misconfiguration
    FastAPI(debug=False)
    s = socket.socket()
    # ruleid: misconfiguration
    s.bind(("0.0.0.0", 31137))
    # ok: misconfiguration
    s.bind(("127.0.0.1", 8080))
    # ruleid: misconfiguration
    s.bind(("", 8080))
    # ok: misconfiguration
    uvicorn.run(app, host="127.0.0.1")
