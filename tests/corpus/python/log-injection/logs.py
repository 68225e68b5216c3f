import logging

from django.http import HttpResponse
from flask import Flask, current_app, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route("/login")
def login():
    user = request.args.get("user")
    # ruleid: log-injection
    logger.info("login by " + user)
    # ruleid: log-injection
    logging.warning(f"failed login by {user}")
    # ruleid: log-injection
    app.logger.error("failed login by %s" % request.form["user"])
    # ruleid: log-injection
    current_app.logger.info("login by {}".format(user))
    # ruleid: log-injection
    logger.info("login by %s", user)
    # ok: log-injection
    logger.info("login by %r", user)
    # ok: log-injection
    logger.info("login by %s", user.replace("\n", "").replace("\r", ""))
    # ok: log-injection
    logger.info("login by %d", int(user))
    # ok: log-injection
    logger.info("login")
    # ok: log-injection
    logger.info(f"login by {user!r}")
    return "ok"


def django_view(request):
    # ruleid: log-injection
    logger.info("page " + request.GET["page"])
    # ok: log-injection
    logger.info("page shown")
    return HttpResponse("ok")
