import logging.config
from logging.config import listen


def start(signed):
    # ruleid: logging-config-listened-to
    logging.config.listen(9999)
    # ruleid: logging-config-listened-to
    listen()
    # ruleid: logging-config-listened-to
    listen(9999, verify=None)
    # ok: logging-config-listened-to
    logging.config.listen(9999, verify=signed)
    # ok: logging-config-listened-to
    listen(9999, signed)
