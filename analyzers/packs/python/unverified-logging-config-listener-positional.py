import logging.config


def start(check):
    # ruleid: unverified-logging-config-listener-positional
    logging.config.listen(9999)
    # ok: unverified-logging-config-listener-positional
    logging.config.listen(9999, verify=check)
    # ok: unverified-logging-config-listener-positional
    logging.config.fileConfig("logging.ini")
