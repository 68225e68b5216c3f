import logging.config


def start(check):
    # ruleid: config-listener-runs-code
    logging.config.listen(9999)
    # ok: config-listener-runs-code
    logging.config.listen(9999, verify=check)
    # ok: config-listener-runs-code
    logging.config.fileConfig("logging.ini")
