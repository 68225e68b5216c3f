import logging
import re

import requests
from shop.actions import log

from flask import request

logger = logging.getLogger(__name__)


def login():
    user = request.args["user"]
    # ruleid: log-injection
    logger.info("login by " + repr(user))
    # ruleid: log-injection
    logging.warning(f"failed login by {user!r}")
    # ruleid: log-injection
    logger.info("login by %s", repr(user))
    # ok: log-injection
    logger.info("login by %r", user)
    # ok: log-injection
    logger.info("login by %r" % user)
    # ok: log-injection
    logger.info("login by %s", user.replace("\n", ""))
    # ok: log-injection
    logger.info("login by %d", int(user))


def actions(request):
    # ok: log-injection
    log(request.POST, "shop.delete")
    answer = requests.get("https://api.example.com", params={"q": request.GET["q"]})
    # ok: log-injection
    logger.info("answered " + str(answer.status_code))
    order = Order.from_form(request.POST)
    # ok: log-injection
    logger.info(f"order {order.pk} was made")
    # ruleid: log-injection
    logger.info(f"order {order.name!r} was made")


def left_out():
    # ok: log-injection
    logger.info("login by " + re.sub(r"[\r\n]", "", request.args["user"]))
    # ruleid: log-injection
    logger.info("login by " + re.sub("[<>]", "", request.args["user"]))


def looked_up(session):
    key = request.args["key"]
    # ok: log-injection
    logger.info("found %s", ApiKey.find(session, key).name)
    name = settings.find(key)
    # ruleid: log-injection
    logger.info("found %s", repr(name))
    # ok: log-injection
    logger.info("looked up by %s", key.__class__.__name__)
