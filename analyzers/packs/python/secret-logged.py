import logging
import os

logger = logging.getLogger(__name__)


def log(user, password, token, count):
    # ruleid: secret-logged
    logger.info("login %s %s", user, password)
    # ruleid: secret-logged
    logging.debug(f"password: {password}")
    # ruleid: secret-logged
    logger.warning("token is " + token)
    # ruleid: secret-logged
    print("password:", password)
    # ruleid: secret-logged
    logger.info("api key %s" % user.api_key)
    # ok: secret-logged
    logger.info("login %s", user)
    # ok: secret-logged
    logger.info("password changed")
    # ok: secret-logged
    logger.info("password has %d characters", len(password))
    # ok: secret-logged
    logger.debug("token count %s", count)
    # ok: secret-logged
    print(f"{count} passwords")
    # ruleid: secret-logged
    print("new password", request.POST["password"])
    # ok: secret-logged
    print("fields", request.POST["password_fields"])


def move(entry):
    # ok: secret-logged
    logger.info("Move %s to %s", CONF_USERNAME, CONF_API_KEY)
    # ruleid: secret-logged
    logger.info("Moved %s", settings.API_KEY)


def by_name(log, session, password, count):
    # ruleid: secret-logged
    log.info("login", password=password)
    # ruleid: secret-logged
    logger.debug(f"session: {session['access_token']}")
    # ruleid: secret-logged
    logger.debug(f"session: {session['access_token']!r} of {count}")
    # ok: secret-logged
    log.info("login", attempts=count)
    # ok: secret-logged
    log.info("login", password=bool(password))
    # ok: secret-logged
    logger.debug(f"session: {session['access_token_lifetime']}")


def of_the_environment():
    # ruleid: secret-logged
    logger.debug("token is %s", os.environ["API_TOKEN"])
    # ruleid: secret-logged
    print(f"using {os.getenv('GITHUB_TOKEN', '')}")
    # ok: secret-logged
    logger.debug("token is set: %s", bool(os.environ.get("API_TOKEN")))
    # ok: secret-logged
    logger.debug("token is set: %s", os.environ.get("API_TOKEN") is not None)
    # ok: secret-logged
    logger.debug("tokens of %s", os.environ["TOKEN_DIRECTORY"])


def in_a_dictionary(user, password):
    attempt = {"user": user, "password": password}
    # ruleid: secret-logged
    log.info("login %s", attempt)
    # ruleid: secret-logged
    print(attempt)
    masked = {"user": user, "password": "***"}
    # ok: secret-logged
    log.info("login %s", masked)
    # ok: secret-logged
    log.info("login %s", attempt["user"])
    part = dict(user=user, password=password)
    part.pop("password")
    # ok: secret-logged
    log.info("login %s", part)
