import ftplib
import logging
import poplib
import smtplib
import telnetlib
import traceback
import urllib.request
import xmlrpc.client

import requests
from django.http import HttpResponse, JsonResponse
from flask import Flask, jsonify, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


def logs(user, password, token, secret, count):
    # ruleid: data-exposure
    logger.info("login %s %s", user, password)
    # ruleid: data-exposure
    logging.debug(f"password: {password}")
    # ruleid: data-exposure
    logger.warning("token is " + token)
    # ruleid: data-exposure
    print("password:", password)
    # ruleid: data-exposure
    logger.error("bad secret {}".format(secret))
    # ruleid: data-exposure
    logger.info("api key %s" % user.api_key)
    # ok: data-exposure
    logger.info("login %s", user)
    # ok: data-exposure
    logger.info("password changed")
    # ok: data-exposure
    logger.info("password has %d characters", len(password))
    # ok: data-exposure
    logger.info("password set: %s", bool(password))
    # ok: data-exposure
    logger.debug("token count %s", count)


def transports(host, user):
    # ruleid: data-exposure
    ftplib.FTP(host)
    # ruleid: data-exposure
    telnetlib.Telnet(host)
    # ok: data-exposure
    ftplib.FTP_TLS(host)
    # ruleid: data-exposure
    requests.get("http://example.com/login", auth=(user, host))
    # ruleid: data-exposure
    requests.post("http://example.com/login", data={"user": user})
    # ruleid: data-exposure
    urllib.request.urlopen("http://example.com/")
    # ok: data-exposure
    requests.get("https://example.com/login", auth=(user, host))
    # ok: data-exposure
    requests.get("http://localhost:8000/health")
    # ok: data-exposure
    requests.get("http://127.0.0.1/health")


def mail(user, password):
    server = smtplib.SMTP("mail.example.com", 25)
    # ruleid: data-exposure
    server.login(user, password)
    server2 = smtplib.SMTP("mail.example.com", 587)
    server2.starttls()
    # ok: data-exposure
    server2.login(user, password)
    server3 = smtplib.SMTP_SSL("mail.example.com")
    # ok: data-exposure
    server3.login(user, password)


@app.route("/a")
def a():
    try:
        return work()
    except Exception as error:
        # ruleid: data-exposure
        return str(error), 500


@app.route("/b")
def b():
    try:
        return work()
    except Exception:
        # ruleid: data-exposure
        return traceback.format_exc(), 500


@app.route("/c")
def c():
    try:
        return work()
    except ValueError as error:
        # ruleid: data-exposure
        return jsonify({"error": str(error)}), 500


@app.route("/d")
def d():
    try:
        return work()
    except Exception:
        logger.exception("work failed")
        # ok: data-exposure
        return "internal error", 500


def django_view(request):
    try:
        return work()
    except Exception as e:
        # ruleid: data-exposure
        return HttpResponse(str(e), status=500)


def django_view2(request):
    try:
        return work()
    except Exception:
        # ruleid: data-exposure
        return JsonResponse({"trace": traceback.format_exc()})


def django_view3(request):
    try:
        return work()
    except Exception:
        # ok: data-exposure
        return HttpResponse("internal error", status=500)


def work():
    return "ok"
