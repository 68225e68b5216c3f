import logging

logger = logging.getLogger(__name__)


def f(name):
    # ruleid: log-argument-count
    logger.info("user %s", name)
    # ok: log-argument-count
    logger.info("user %s", name)
    # ok: log-argument-count
    logger.info("user", exc_info=True)
    # ok: log-argument-count
    logger.info("user")
