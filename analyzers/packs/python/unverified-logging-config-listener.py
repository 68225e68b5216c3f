import logging.config
from logging.config import listen


def start(signed):
    # ruleid: unverified-logging-config-listener
    logging.config.listen(9999)
    # ruleid: unverified-logging-config-listener
    listen()
    # ruleid: unverified-logging-config-listener
    listen(9999, verify=None)
    # ok: unverified-logging-config-listener
    logging.config.listen(9999, verify=signed)
    # ok: unverified-logging-config-listener
    listen(9999, signed)
