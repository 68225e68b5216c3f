import logging

from flask import request

logger = logging.getLogger(__name__)


def login():
    user = request.args["user"]
    # ruleid: log-injection
    logger.info("login by " + user)
    # ruleid: log-injection
    logging.warning(f"failed login by {user}")
    # ruleid: log-injection
    logger.info("login by %s", user)
    # ok: log-injection
    logger.info("login by %r", user)
    # ok: log-injection
    logger.info("login by %r" % user)
    # ok: log-injection
    logger.info("login by %s", user.replace("\n", ""))
    # ok: log-injection
    logger.info("login by %d", int(user))
