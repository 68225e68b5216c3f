import logging

logger = logging.getLogger(__name__)


def f(name, error, values, self):
    # ruleid: log-argument-count-percent
    logger.info("%s: %s", name)
    # ruleid: log-argument-count-percent
    logging.warning("no %s", name, error)
    # ruleid: log-argument-count-percent
    self.log.error("%d%% of %s", name, error, values)
    # ok: log-argument-count-percent
    logger.info("%s: %s", name, error)
    # ok: log-argument-count-percent
    logger.info("%s: %s", *values)
    # ok: log-argument-count-percent
    logger.error("no %s", name, exc_info=True)
    # ok: log-argument-count-percent
    logger.info("100 %% of %s", name)
    # ok: log-argument-count-percent
    logger.info("%(a)s %(b)s", values)
    # ok: log-argument-count-percent
    logger.info("%*d", 5, name)
