import logging
import logging.config
import smtplib
from email.mime.text import MIMEText
from email.message import EmailMessage
from django.core.mail import EmailMessage as DjMail, send_mail
from django.http import HttpResponse
from flask import Flask, request, make_response, Response
import loguru
import structlog
import urllib.parse
import re

app = Flask(__name__)
logger = logging.getLogger(__name__)
log = structlog.get_logger()


@app.route("/l1")
def l1():
    name = request.args.get("name")
    # ruleid: log-injection
    logger.info("user " + name)
    # ok: log-injection
    logger.info("user %s" % name.replace("\r\n", "").replace("\n", ""))
    # ruleid: log-injection
    logger.warning("user: %s", name)
    # ok: log-injection
    logger.info(f"user {name!r}")
    # ruleid: log-injection
    logging.error(f"failed for {name}")
    # ok: log-injection
    app.logger.info("id %d", int(request.args["id"]))
    # ruleid: log-injection
    app.logger.warning("user {}".format(name))
    # ok: log-injection
    logger.info("started")
    # ruleid: log-injection
    loguru.logger.info("hello " + name)
    # ruleid: log-injection
    logging.getLogger("x").debug("value " + name)
    clean = name.replace("\n", "").replace("\r", "")
    # ok: log-injection
    logger.info("value " + clean)
    one_line = re.sub(r"[\r\n]", "", name)
    # ok: log-injection
    logger.info("value " + one_line)
    # ok: log-injection
    logger.info("len %s", len(name))
    if not name.isalnum():
        return ""
    # ok: log-injection
    logger.info("alnum " + name)
    return ""


@app.route("/h1")
def h1():
    rfs = request.args["rfs"]
    resp = Response("")
    # ruleid: header-injection
    resp.headers["X-Val"] = rfs
    # ok: header-injection
    resp.headers["X-Val"] = urllib.parse.quote(rfs)
    # ruleid: header-injection
    resp.headers.add(request.args["h"], "1")
    # ok: header-injection
    resp.headers["X-Val"] = "fixed"
    # ok: header-injection
    resp2 = make_response("", 200, {"X-V": "a"})
    # ok: header-injection
    resp2.headers.set("X-Num", int(request.args["n"]))
    # ruleid: header-injection
    resp2.headers.set("X-Name", request.args["n"])
    return resp


def dj(request):
    r = HttpResponse()
    # ruleid: header-injection
    r["X-Thing"] = request.GET["thing"]
    # ok: header-injection
    r["X-Thing"] = "x"
    return r


@app.route("/m1", methods=["POST"])
def m1():
    msg = MIMEText("body")
    # ruleid: header-injection
    msg["Subject"] = request.form["subject"]
    # ok: header-injection
    msg["To"] = "ops@example.org"
    server = smtplib.SMTP("localhost")
    # ruleid: header-injection
    server.sendmail("a@b.c", "ops@example.org", "Subject: " + request.form["s"] + "\n\nx")
    # ok: header-injection
    server.sendmail("a@b.c", "ops@example.org", "Subject: hi\n\nx")
    return ""
