import logging

logger = logging.getLogger(__name__)


def f(name):
    # ruleid: logging-argument-without-placeholder
    logger.info("user %s", name)
    # ok: logging-argument-without-placeholder
    logger.info("user %s", name)
    # ok: logging-argument-without-placeholder
    logger.info("user", exc_info=True)
    # ok: logging-argument-without-placeholder
    logger.info("user")
